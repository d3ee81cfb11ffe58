/* SPDX-License-Identifier: Apache-2.0 */
/* clock_ops.c - the transitions of work that time alone causes. */

#include "worker/clock_ops.h"
#include "features/assignments_ops.h"

/* Lock the work. @param is_due 0 when somebody was quicker than the clock */
static pt_err_t *lock_due(pt_ctx_t *c, pt_work_t *work, int *is_due,
                          const pt_work_key_t *key, pt_work_event_e event)
{
    pt_work_states_t to;

    PT_TRY(pt_work_lock(c, work, key));
    *is_due =
        pt_work_next(c->pool, &to, work->states, event, PT_BY_CLOCK) == PT_OK;
    return PT_OK;
}

pt_err_t *pt_clock_claim_expires(pt_ctx_t *c, const char *assignment_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due,
                    &(pt_work_key_t){.assignment_id = assignment_id},
                    PT_WORK_LAPSE));
    if (!is_due)
        return PT_OK;
    PT_TRY(pt_work_give_back(
        c, &work,
        &(pt_work_step_t){.event = PT_WORK_LAPSE, .by = PT_BY_CLOCK}));
    return pt_work_mail(c, &work, "claim_lapsed", PT_BY_TESTER);
}

pt_err_t *pt_clock_review_reminder(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due,
                    &(pt_work_key_t){.submission_id = submission_id},
                    PT_WORK_APPROVE));
    if (!is_due)
        return PT_OK;
    return pt_work_mail(c, &work, "review_reminder", PT_BY_BUILDER);
}

pt_err_t *pt_clock_review_expires(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due,
                    &(pt_work_key_t){.submission_id = submission_id},
                    PT_WORK_APPROVE));
    if (!is_due)
        return PT_OK;
    PT_TRY(pt_work_approve(c, &work, PT_BY_CLOCK, &(pt_verdict_t){0}));
    PT_TRY(pt_work_mail(c, &work, "submission_auto_approved", PT_BY_TESTER));
    return pt_work_mail(c, &work, "submission_auto_approved", PT_BY_BUILDER);
}

pt_err_t *pt_clock_dispute_expires(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due,
                    &(pt_work_key_t){.submission_id = submission_id},
                    PT_WORK_SETTLE));
    return is_due ? pt_work_settle(c, &work) : PT_OK;
}
