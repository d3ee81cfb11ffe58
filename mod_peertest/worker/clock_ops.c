/* SPDX-License-Identifier: Apache-2.0 */
/* clock_ops.c - the transitions of work that time alone causes. */

#include "worker/clock_ops.h"
#include "features/reviews_ops.h"
#include "features/ways_out_ops.h"

/* Lock the work. @param is_due 0 when somebody was quicker than the clock */
static pt_err_t *lock_due(pt_ctx_t *c, pt_work_t *work, int *is_due,
                          const char *submission_id, pt_work_event_e event)
{
    const char *to;

    PT_TRY(pt_work_lock(c, work,
                        &(pt_work_key_t){.submission_id = submission_id}));
    *is_due =
        pt_submission_next(c->pool, &to, &work->item.is, event, PT_BY_CLOCK)
        == PT_OK;
    return PT_OK;
}

pt_err_t *pt_clock_claim_reminder(pt_ctx_t *c, const char *assignment_id)
{
    pt_work_t work;
    pt_row_t row;

    PT_TRY(pt_work_lock(c, &work,
                        &(pt_work_key_t){.assignment_id = assignment_id}));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(work_counts, .assignment_id = assignment_id)));
    if (pt_row_int(&row, "drafts") == 0)
        return PT_OK;
    return pt_work_mail(c, &work, "claim_reminder", PT_BY_TESTER);
}

pt_err_t *pt_clock_claim_expires(pt_ctx_t *c, const char *assignment_id)
{
    pt_work_t work;
    pt_err_t *err;

    PT_TRY(pt_work_lock(c, &work,
                        &(pt_work_key_t){.assignment_id = assignment_id}));
    err = pt_work_give_back(
        c, &work, &(pt_work_step_t){.event = PT_WORK_LAPSE, .by = PT_BY_CLOCK});
    /* Everything was handed in, or given back, while the clock waited. */
    if (err && err->problem == PT_P_WRONG_STATE)
        return PT_OK;
    return err;
}

pt_err_t *pt_clock_changes_expire(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due, submission_id, PT_WORK_RESUME));
    if (!is_due)
        return PT_OK;
    return pt_work_submit(
        c, &work,
        &(pt_work_step_t){.event = PT_WORK_RESUME, .by = PT_BY_CLOCK});
}

pt_err_t *pt_clock_info_expires(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due, submission_id, PT_WORK_RESUME_INFO));
    return is_due ? pt_work_reply(c, &work, NULL) : PT_OK;
}

pt_err_t *pt_clock_review_reminder(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due, submission_id, PT_WORK_APPROVE));
    if (!is_due)
        return PT_OK;
    return pt_work_mail(c, &work, "review_reminder", PT_BY_BUILDER);
}

pt_err_t *pt_clock_review_expires(pt_ctx_t *c, const char *submission_id)
{
    pt_work_t work;
    int is_due;

    PT_TRY(lock_due(c, &work, &is_due, submission_id, PT_WORK_APPROVE));
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

    PT_TRY(lock_due(c, &work, &is_due, submission_id, PT_WORK_SETTLE));
    return is_due ? pt_work_settle(c, &work) : PT_OK;
}
