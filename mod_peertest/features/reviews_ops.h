/* SPDX-License-Identifier: Apache-2.0 */
/* reviews_ops.h - what is handed in, and what builders and clocks say to it.
 * All run inside the caller's transaction, with the submission locked by
 * pt_work_lock(). */
#ifndef PT_REVIEWS_OPS_H
#define PT_REVIEWS_OPS_H

#include "features/assignments_ops.h"

/**
 * A submission is handed in, or counts as handed in again because the time for
 * changes is over: the builder's time runs, and the builder is told.
 * @param step PT_WORK_SUBMIT or PT_WORK_RESUME
 */
pt_err_t *pt_work_submit(pt_ctx_t *c, pt_work_t *work,
                         const pt_work_step_t *step);

/**
 * A submission goes back to its tester, who has PeerTestReplyTtl to change it.
 * @return PT_P_WRONG_STATE, PT_P_CHANGES_USED_UP
 */
pt_err_t *pt_work_request_changes(pt_ctx_t *c, pt_work_t *work,
                                  const char *comment);

/**
 * The builder asks: the review stands still, and the tester has
 * PeerTestReplyTtl to answer.
 * @return PT_P_WRONG_STATE, PT_P_INFO_ROUNDS_USED_UP
 */
pt_err_t *pt_work_request_info(pt_ctx_t *c, pt_work_t *work,
                               const char *question);

/** The tester answers, and the review goes on with the time that was left.
 * @param answer NULL: the time to answer is over */
pt_err_t *pt_work_reply(pt_ctx_t *c, pt_work_t *work, const char *answer);

/** What a builder says to a submission. */
typedef struct {
    const char *comment;       /* may be NULL */
    const char *reject_reason; /* NULL: approved */
    apr_int64_t percent;       /* 0: all of it */
    apr_int64_t rating;        /* 0: none */
} pt_verdict_t;

/** A submission is approved: the tester's money is released, with what its
 * findings earn; the rest of its bonus goes back. Where verdicts made the bonus
 * less than was reported, the rest stays held while that can be disputed. */
pt_err_t *pt_work_approve(pt_ctx_t *c, pt_work_t *work, pt_by_e by,
                          const pt_verdict_t *verdict);

/** A part is approved: so many per cent are released, the rest stays held until
 * the time to dispute it is over. The tester is told. */
pt_err_t *pt_work_approve_partially(pt_ctx_t *c, pt_work_t *work,
                                    const pt_verdict_t *verdict);

/** The builder drops a submission that does not wait for a review, and pays its
 * fee, with what findings earn that were handed in. The tester is told. */
pt_err_t *pt_work_waive(pt_ctx_t *c, pt_work_t *work, const char *comment);

/** A submission is rejected: its money stays held until the time to dispute it
 * is over. */
pt_err_t *pt_work_reject(pt_ctx_t *c, pt_work_t *work,
                         const pt_verdict_t *verdict);

/** The time to dispute is over: what is still held goes back. The rejected seat
 * of a simple job can be claimed again instead, if the builder chose so. */
pt_err_t *pt_work_settle(pt_ctx_t *c, pt_work_t *work);
#endif
