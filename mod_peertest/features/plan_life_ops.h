/* SPDX-License-Identifier: Apache-2.0 */
/* plan_life_ops.h - what builders, clocks and the work itself do to a
 * structured job. All run inside the caller's transaction; "job" is the row of
 * job_lock(), locked. */
#ifndef PT_PLAN_LIFE_OPS_H
#define PT_PLAN_LIFE_OPS_H

#include "domain/plan_rules.h"
#include "features/jobs_ops.h"

/**
 * Take bids from now on. Without a deadline, bidding ends after two weeks.
 * @return PT_P_WRONG_STATE, PT_P_INCOMPLETE, or PT_P_INVALID_INPUT for a
 *         deadline that has passed and a project that is not there any more
 */
pt_err_t *pt_plan_publish(pt_ctx_t *c, const pt_row_t *job,
                          const pt_doer_t *doer);

/**
 * End the bidding: open bids are over, payment pages are closed; work under way
 * goes on. The job ends at once when there is none.
 * @param event PT_PLAN_CLOSE, PT_PLAN_CANCEL or PT_PLAN_EXPIRE
 * @return PT_P_WRONG_STATE (with the present one), also for closing a job
 *         nobody works for
 */
pt_err_t *pt_plan_stop(pt_ctx_t *c, const pt_row_t *job, pt_plan_event_e event,
                       const pt_doer_t *doer);

/**
 * Bring a structured job's state in line with its roles and the work on it.
 * @param to the state after
 * @param doer who is named in the event when the state changes
 */
pt_err_t *pt_plan_settle(pt_ctx_t *c, const char **to, const pt_row_t *job,
                         const pt_doer_t *doer);

/** Set the clocks of a job that takes bids: the deadline, a day before it, and
 * the invitations for roles. Those that run already go on. */
pt_err_t *pt_plan_clocks_set(pt_ctx_t *c, const char *job_id);

/** A role is taken out of a published job: nobody bids for it any more. */
pt_err_t *pt_plan_role_ends(pt_ctx_t *c, const char *job_id,
                            const char *role_id);

#endif
