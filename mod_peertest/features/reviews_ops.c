/* SPDX-License-Identifier: Apache-2.0 */
/* reviews_ops.c - what is handed in, and what builders and clocks say to it. */

#include "features/reviews_ops.h"
#include "domain/money.h"
#include "features/finding_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#include <string.h>

#define DAY_SECONDS 86400

/* The builder's time runs: reminders at half time and on the last day, as far
 * as they are still to come. */
static pt_err_t *start_review_clocks(pt_ctx_t *c, const pt_work_t *work,
                                     apr_int64_t left)
{
    apr_int64_t second_half = work->review_seconds - work->review_seconds / 2;

    PT_TRY(
        pt_clock_set(c, "submission", work->item.id, "review_expires", left));
    if (left > second_half)
        PT_TRY(pt_clock_set(c, "submission", work->item.id, "review_half",
                            left - second_half));
    if (left <= DAY_SECONDS || second_half <= DAY_SECONDS)
        return PT_OK;
    return pt_clock_set(c, "submission", work->item.id, "review_last_day",
                        left - DAY_SECONDS);
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
    PT_TRY(start_review_clocks(c, work, work->review_seconds));
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
    PT_TRY(pt_clock_set(c, "submission", work->item.id, "changes_expires",
                        seconds));
    PT_TRY(pt_work_mail(c, work, "changes_requested", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_request_info(pt_ctx_t *c, pt_work_t *work,
                               const char *question)
{
    const pt_work_step_t step = {
        .event = PT_WORK_REQUEST_INFO, .by = PT_BY_BUILDER, .note = question};
    apr_int64_t seconds = c->site->cfg->reply_ttl;
    pt_submission_t is = work->item.is;
    pt_row_t row;

    PT_TRY(pt_work_move(c, work, &step));
    PT_TRY(pt_info_check(c->pool, &is, work->item.info_rounds_left));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(submission_ask, .submission_id = work->item.id,
                          .question = question,
                          .reply_seconds = pt_i64(c->pool, seconds))));
    work->item.review_due_at = NULL;
    work->item.info_due_at = pt_row_str(&row, "info_due_at");
    PT_TRY(
        pt_clock_set(c, "submission", work->item.id, "info_expires", seconds));
    PT_TRY(pt_work_mail(c, work, "info_requested", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_reply(pt_ctx_t *c, pt_work_t *work, const char *answer)
{
    const pt_work_step_t step = {.event = answer ? PT_WORK_REPLY
                                                 : PT_WORK_RESUME_INFO,
                                 .by = answer ? PT_BY_TESTER : PT_BY_CLOCK,
                                 .note = answer};
    pt_row_t row;

    PT_TRY(pt_work_move(c, work, &step));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(submission_go_on, .submission_id = work->item.id,
                          .answer = answer)));
    work->item.review_due_at = pt_row_str(&row, "review_due_at");
    PT_TRY(start_review_clocks(c, work, work->item.review_left));
    PT_TRY(pt_work_mail(c, work, answer ? "info_answered" : "info_unanswered",
                        PT_BY_BUILDER));
    return pt_work_follow(c, work, &step);
}

/* The verdict's words and the new state. The words come first, because some
 * states are refused without theirs. Where money stays held, there is a time to
 * dispute the verdict. */
static pt_err_t *decide(pt_ctx_t *c, pt_work_t *work,
                        const pt_work_step_t *step, const pt_verdict_t *verdict,
                        int is_disputable)
{
    const char *to;

    PT_TRY(pt_submission_next(c->pool, &to, &work->item.is, step->event,
                              step->by));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(submission_decide, .submission_id = work->item.id,
             .rating =
                 verdict->rating ? pt_i64(c->pool, verdict->rating) : NULL,
             .percent =
                 verdict->percent ? pt_i64(c->pool, verdict->percent) : NULL,
             .comment = verdict->comment,
             .reject_reason = verdict->reject_reason,
             .dispute_seconds = is_disputable
                                    ? pt_i64(c->pool, work->dispute_seconds)
                                    : NULL)));
    PT_TRY(pt_work_move(c, work, step));
    if (!is_disputable)
        return PT_OK;
    return pt_clock_set(c, "submission", work->item.id, "dispute_expires",
                        work->dispute_seconds);
}

pt_err_t *pt_work_approve(pt_ctx_t *c, pt_work_t *work, pt_by_e by,
                          const pt_verdict_t *verdict)
{
    const pt_work_step_t step = {.event = PT_WORK_APPROVE,
                                 .by = by,
                                 .amount_minor = work->item.net_minor};
    /* Verdicts about findings took something from the tester's bonus. */
    int is_less = work->item.earned_minor < work->item.reported_minor;

    PT_TRY(decide(c, work, &step, verdict, is_less));
    PT_TRY(pt_findings_accept(c, work));
    PT_TRY(pt_finding_retested(c, work));
    if (is_less)
        PT_TRY(pt_money_release(c, work->item.id, work->item.earned_minor));
    else
        PT_TRY(pt_money_settle(c, work->item.id, work->item.earned_minor,
                               "bonus_unused"));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_approve_partially(pt_ctx_t *c, pt_work_t *work,
                                    const pt_verdict_t *verdict)
{
    pt_work_step_t step = {.event = PT_WORK_APPROVE_PARTIAL,
                           .by = PT_BY_BUILDER};
    apr_int64_t paid_minor;

    PT_TRY(pt_money_percent(c->pool, &paid_minor, work->item.earned_minor,
                            verdict->percent));
    PT_TRY(pt_work_grant(c, work, paid_minor));
    step.amount_minor = work->item.net_minor;
    PT_TRY(decide(c, work, &step, verdict, 1));
    PT_TRY(pt_findings_accept(c, work));
    PT_TRY(pt_money_release(c, work->item.id, paid_minor));
    PT_TRY(pt_work_mail(c, work, "approved_partially", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_waive(pt_ctx_t *c, pt_work_t *work, const char *comment)
{
    apr_int64_t paid_minor = work->item.is.was_handed_in
                                 ? work->item.earned_minor
                                 : work->item.reward_minor;
    pt_work_step_t step = {
        .event = PT_WORK_WAIVE, .by = PT_BY_BUILDER, .note = comment};

    PT_TRY(pt_work_grant(c, work, paid_minor));
    step.amount_minor = work->item.net_minor;
    PT_TRY(decide(c, work, &step, &(pt_verdict_t){.comment = comment}, 0));
    if (work->item.is.was_handed_in)
        PT_TRY(pt_findings_accept(c, work));
    PT_TRY(pt_money_settle(c, work->item.id, paid_minor, "waived"));
    PT_TRY(pt_work_mail(c, work, "work_waived", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

/* Nobody is blamed for repeating what could not be known. */
static pt_err_t *check_reason(pt_ctx_t *c, const pt_work_t *work,
                              const char *reason)
{
    pt_row_t row;

    if (strcmp(reason, "duplicate_known") != 0)
        return PT_OK;
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(submission_was_known, .submission_id = work->item.id)));
    if (pt_row_bool(&row, "was_known"))
        return PT_OK;
    return pt_err_field(PT_OK, c->pool, "/reason", PT_C_NOT_ALLOWED);
}

pt_err_t *pt_work_reject(pt_ctx_t *c, pt_work_t *work,
                         const pt_verdict_t *verdict)
{
    const pt_work_step_t step = {.event = PT_WORK_REJECT,
                                 .by = PT_BY_BUILDER,
                                 .note = verdict->reject_reason};

    PT_TRY(decide(c, work, &step, verdict, 1));
    PT_TRY(check_reason(c, work, verdict->reject_reason));
    return pt_work_follow(c, work, &step);
}

/* What a rejected submission held goes where it belongs, and with it the seat
 * of a simple job. */
static pt_err_t *end_rejected(pt_ctx_t *c, const pt_work_t *work)
{
    if (work->may_reopen) {
        PT_TRY(pt_money_unhold(c, work->assignment_id));
        PT_TRY(pt_db_exec(
            c->db, NULL, PT_Q(money_reopened, .submission_id = work->item.id)));
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
    const char *state = work->item.is.state;
    int reopens = strcmp(state, "rejected") == 0 && work->may_reopen;
    const pt_work_step_t step = {.event = PT_WORK_SETTLE,
                                 .by = PT_BY_CLOCK,
                                 .amount_minor =
                                     reopens ? 0 : work->item.held_minor,
                                 .note = reopens ? "reopened" : "refunded"};

    PT_TRY(pt_work_move(c, work, &step));
    if (strcmp(state, "rejected") == 0)
        PT_TRY(end_rejected(c, work));
    else
        PT_TRY(pt_money_settle(c, work->item.id, work->item.paid_minor,
                               strcmp(state, "approved") == 0 ? "bonus_unused"
                                                              : "partial"));
    return pt_work_follow(c, work, &step);
}
