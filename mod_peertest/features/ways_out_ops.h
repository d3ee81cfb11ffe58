/* SPDX-License-Identifier: Apache-2.0 */
/* ways_out_ops.h - work that is given up before it is handed in, and more time
 * for it. All run inside the caller's transaction, with the work locked by its
 * assignment. */
#ifndef PT_WAYS_OUT_OPS_H
#define PT_WAYS_OUT_OPS_H

#include "features/assignments_ops.h"

/**
 * What was never handed in will not be. When nothing was, the seat is free
 * again; its money is, or goes back to who paid for a bid.
 * @param step PT_WORK_RETURN, for all submissions, or PT_WORK_LAPSE, for the
 *        drafts among them
 * @return PT_P_WRONG_STATE with the state that is in the way
 */
pt_err_t *pt_work_give_back(pt_ctx_t *c, pt_work_t *work,
                            const pt_work_step_t *step);

/**
 * The builder ends an assignment of which nothing was handed in. The tester
 * gets the compensation, the rest of the money goes back. The seat of a simple
 * job is closed; a role's can be bid for again.
 * @return PT_P_WRONG_STATE with the state that is in the way
 */
pt_err_t *pt_work_cancel(pt_ctx_t *c, pt_work_t *work, const char *comment);

/**
 * The tester takes more time, once, and before it is over.
 * @return PT_P_WRONG_STATE, PT_P_EXTENSION_USED_UP
 */
pt_err_t *pt_work_extend(pt_ctx_t *c, pt_work_t *work);
#endif
