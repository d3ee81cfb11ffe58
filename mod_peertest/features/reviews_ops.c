/* SPDX-License-Identifier: Apache-2.0 */
/* reviews_ops.c - what is handed in, and what builders and clocks say to it. */

#include "features/reviews_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#define DAY_SECONDS 86400

/* The builder's time runs: reminders at half time and on the last day. */
static pt_err_t *start_review_clocks(pt_ctx_t *c, const pt_work_t *work)
{
    apr_int64_t half = work->review_seconds / 2;
    apr_int64_t last_day = work->review_seconds - DAY_SECONDS;

    PT_TRY(pt_clock_set(c, "submission", work->item.id, "review_expires",
                        work->review_seconds));
    PT_TRY(pt_clock_set(c, "submission", work->item.id, "review_half", half));
    if (last_day <= half)
        return PT_OK;
    return pt_clock_set(c, "submission", work->item.id, "review_last_day",
                        last_day);
}

static pt_err_t *clear_clocks(pt_ctx_t *c, const pt_work_t *work)
{
    static const char *const clocks[] = {"review_half", "review_last_day",
                                         "review_expires", "changes_expires"};

    for (size_t i = 0; i < sizeof(clocks) / sizeof(*clocks); i++)
        PT_TRY(pt_clock_clear(c, "submission", work->item.id, clocks[i]));
    return PT_OK;
}

pt_err_t *pt_work_submit(pt_ctx_t *c, pt_work_t *work,
                         const pt_work_step_t *step)
{
    pt_row_t row;

    PT_TRY(pt_work_move(c, work, step));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(submission_hand_in, .submission_id = work->item.id,
             .is_unchanged = pt_bool(step->event == PT_WORK_RESUME),
             .review_seconds = pt_i64(c->pool, work->review_seconds))));
    work->item.review_due_at = pt_row_str(&row, "review_due_at");
    PT_TRY(clear_clocks(c, work));
    PT_TRY(start_review_clocks(c, work));
    PT_TRY(pt_work_mail(c, work, "submission_received", PT_BY_BUILDER));
    return pt_work_follow(c, work, step);
}

pt_err_t *pt_work_request_changes(pt_ctx_t *c, pt_work_t *work,
                                  const char *comment)
{
    const pt_work_step_t step = {.event = PT_WORK_REQUEST_CHANGES,
                                 .by = PT_BY_BUILDER};
    apr_int64_t seconds = c->site->cfg->reply_ttl;
    pt_submission_t is = work->item.is;
    pt_row_t row;

    PT_TRY(pt_work_move(c, work, &step));
    PT_TRY(pt_changes_check(c->pool, &is, work->item.changes_left));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(submission_send_back, .submission_id = work->item.id,
                          .comment = comment,
                          .reply_seconds = pt_i64(c->pool, seconds))));
    work->item.review_due_at = NULL;
    work->item.changes_due_at = pt_row_str(&row, "changes_due_at");
    PT_TRY(clear_clocks(c, work));
    PT_TRY(pt_clock_set(c, "submission", work->item.id, "changes_expires",
                        seconds));
    PT_TRY(pt_work_mail(c, work, "changes_requested", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

/* The verdict's words, the new state, and no clock of the review any more. The
 * words come before the state, because a rejection is refused without a reason.
 */
static pt_err_t *decide(pt_ctx_t *c, pt_work_t *work,
                        const pt_work_step_t *step, const pt_verdict_t *verdict)
{
    const char *rating =
        verdict->rating ? pt_i64(c->pool, verdict->rating) : NULL;
    const char *dispute_seconds =
        verdict->reject_reason ? pt_i64(c->pool, work->dispute_seconds) : NULL;
    const char *to;

    PT_TRY(pt_submission_next(c->pool, &to, &work->item.is, step->event,
                              step->by));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(submission_decide, .submission_id = work->item.id,
                           .rating = rating, .comment = verdict->comment,
                           .reject_reason = verdict->reject_reason,
                           .dispute_seconds = dispute_seconds)));
    PT_TRY(pt_work_move(c, work, step));
    return clear_clocks(c, work);
}

pt_err_t *pt_work_approve(pt_ctx_t *c, pt_work_t *work, pt_by_e by,
                          const pt_verdict_t *verdict)
{
    const pt_work_step_t step = {.event = PT_WORK_APPROVE,
                                 .by = by,
                                 .amount_minor = work->item.net_minor};

    PT_TRY(decide(c, work, &step, verdict));
    PT_TRY(pt_money_settle(c, work->item.id, work->item.paid_minor,
                           "bonus_unused"));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_reject(pt_ctx_t *c, pt_work_t *work,
                         const pt_verdict_t *verdict)
{
    const pt_work_step_t step = {.event = PT_WORK_REJECT,
                                 .by = PT_BY_BUILDER,
                                 .note = verdict->reject_reason};

    PT_TRY(decide(c, work, &step, verdict));
    PT_TRY(pt_clock_set(c, "submission", work->item.id, "dispute_expires",
                        work->dispute_seconds));
    return pt_work_follow(c, work, &step);
}

/* What a rejected submission held goes where it belongs, and with it the seat
 * of a simple job. */
static pt_err_t *settle_money(pt_ctx_t *c, const pt_work_t *work)
{
    if (work->may_reopen) {
        PT_TRY(pt_money_unhold(c, work->assignment_id));
        PT_TRY(pt_db_exec(c->db, NULL,
                          PT_Q(money_settled, .submission_id = work->item.id,
                               .paid_minor = "0")));
    }
    else {
        PT_TRY(pt_money_settle(c, work->item.id, 0, "rejected"));
    }
    if (work->role_id)
        return PT_OK;
    return pt_db_exec(c->db, NULL,
                      PT_Q(seat_give_back, .assignment_id = work->assignment_id,
                           .closed = work->may_reopen ? "0" : "1"));
}

pt_err_t *pt_work_settle(pt_ctx_t *c, pt_work_t *work)
{
    const pt_work_step_t step = {
        .event = PT_WORK_SETTLE,
        .by = PT_BY_CLOCK,
        .amount_minor = work->may_reopen ? 0 : work->item.price_minor,
        .note = work->may_reopen ? "reopened" : "refunded"};

    PT_TRY(pt_work_move(c, work, &step));
    PT_TRY(settle_money(c, work));
    return pt_work_follow(c, work, &step);
}
