/* SPDX-License-Identifier: Apache-2.0 */
/* assignments_ops.c - what people and clocks do to work under way. */

#include "features/assignments_ops.h"
#include "domain/money.h"
#include "features/jobs_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

pt_err_t *pt_work_lock(pt_ctx_t *c, pt_work_t *work, const pt_work_key_t *key)
{
    apr_int64_t tester_fee_minor;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(work_lock, .assignment_id = key->assignment_id,
                          .submission_id = key->submission_id,
                          .owner_id = key->owner_id,
                          .tester_id = key->tester_id)));
    *work = (pt_work_t){
        .job_id = pt_row_str(&row, "job_id"),
        .job_title = pt_row_str(&row, "job_title"),
        .owner_id = pt_row_str(&row, "owner_id"),
        .builder_name = pt_row_str(&row, "builder_name"),
        .assignment_id = pt_row_str(&row, "assignment_id"),
        .tester_id = pt_row_str(&row, "tester_id"),
        .tester_name = pt_row_str(&row, "tester_name"),
        .submission_id = pt_row_str(&row, "submission_id"),
        .states = {.assignment = pt_row_str(&row, "assignment_state"),
                   .submission = pt_row_str(&row, "submission_state")},
        .reward_minor = pt_row_int(&row, "reward_minor"),
        .fee_minor = pt_row_int(&row, "fee_minor"),
        .currency = pt_row_str(&row, "currency"),
        .claim_seconds = pt_row_int(&row, "claim_seconds"),
        .review_seconds = pt_row_int(&row, "review_seconds"),
        .dispute_seconds = pt_row_int(&row, "dispute_seconds"),
        .claim_expires_at = pt_row_str(&row, "claim_expires_at"),
        .review_due_at = pt_row_str(&row, "review_due_at"),
        .may_reopen = pt_row_bool(&row, "may_reopen")};
    PT_TRY(pt_money_fee(c->pool, &tester_fee_minor, work->reward_minor,
                        pt_row_int(&row, "tester_fee_bps")));
    work->net_minor = work->reward_minor - tester_fee_minor;
    return PT_OK;
}

static const char *actor_id(const pt_work_t *work, pt_by_e by)
{
    if (by == PT_BY_CLOCK)
        return NULL;
    return by == PT_BY_TESTER ? work->tester_id : work->owner_id;
}

pt_err_t *pt_work_move(pt_ctx_t *c, pt_work_t *work, const pt_work_step_t *step)
{
    const pt_work_states_t from = work->states;
    pt_work_states_t to;
    int moved;

    PT_TRY(pt_work_next(c->pool, &to, from, step->event, step->by));
    PT_TRY(pt_db_exec(c->db, &moved,
                      PT_Q(work_move, .assignment_id = work->assignment_id,
                           .submission_id = work->submission_id,
                           .assignment_from = from.assignment,
                           .assignment_to = to.assignment,
                           .submission_from = from.submission,
                           .submission_to = to.submission)));
    if (moved != 1)
        return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL),
                            from.submission);
    work->states = to;
    return pt_event_add(
        c, &(pt_event_t){.job_id = work->job_id,
                         .assignment_id = work->assignment_id,
                         .submission_id = work->submission_id,
                         .actor_id = actor_id(work, step->by),
                         .actor_kind = pt_by_name(step->by),
                         .kind = pt_work_event_name(step->event),
                         .from_state = from.submission,
                         .to_state = to.submission,
                         .amount_minor = step->amount_minor,
                         .currency = step->amount_minor ? work->currency : NULL,
                         .note = step->note});
}

pt_err_t *pt_draft_lock(pt_ctx_t *c, pt_draft_t *draft, const char *tester_id,
                        const char *submission_id, const char *finding_id)
{
    pt_work_states_t unchanged;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(draft_lock, .submission_id = submission_id,
                          .finding_id = finding_id, .tester_id = tester_id)));
    PT_TRY(pt_work_next(
        c->pool, &unchanged,
        (pt_work_states_t){.assignment = pt_row_str(&row, "assignment_state"),
                           .submission = pt_row_str(&row, "submission_state")},
        PT_WORK_SAVE, PT_BY_TESTER));
    if (!pt_row_bool(&row, "has_begun"))
        PT_TRY(pt_db_exec(c->db, NULL,
                          PT_Q(work_begin, .assignment_id = pt_row_str(
                                               &row, "assignment_id"))));
    *draft = (pt_draft_t){.submission_id = pt_row_str(&row, "submission_id"),
                          .service_type = pt_row_str(&row, "service_type"),
                          .row = row};
    return PT_OK;
}

pt_err_t *pt_work_mail(pt_ctx_t *c, const pt_work_t *work, const char *mail,
                       pt_by_e to)
{
    json_t *data = json_pack(
        "{ss ss ss ss ss ss sI ss ss ss*}", "job_id", work->job_id, "job_title",
        work->job_title, "assignment_id", work->assignment_id, "submission_id",
        work->submission_id, "builder_name", work->builder_name, "tester_name",
        work->tester_name, "amount_minor", (json_int_t)work->net_minor,
        "currency", work->currency, "claim_expires_at", work->claim_expires_at,
        "review_due_at", work->review_due_at);

    return pt_mail_add(c, mail, actor_id(work, to), data);
}

/* What an assignment holds is free again, and its seat with it. */
static pt_err_t *free_seat(pt_ctx_t *c, const pt_work_t *work)
{
    PT_TRY(pt_money_unhold(c, work->assignment_id));
    return pt_db_exec(c->db, NULL,
                      PT_Q(seat_give_back, .assignment_id = work->assignment_id,
                           .closed = "0"));
}

/* What an assignment holds goes back to the builder; nobody gets the seat. */
static pt_err_t *close_seat(pt_ctx_t *c, const pt_work_t *work)
{
    PT_TRY(pt_money_refund_held(c, work->assignment_id, work->submission_id,
                                "rejected"));
    return pt_db_exec(c->db, NULL,
                      PT_Q(seat_give_back, .assignment_id = work->assignment_id,
                           .closed = "1"));
}

pt_err_t *pt_work_give_back(pt_ctx_t *c, pt_work_t *work,
                            const pt_work_step_t *step)
{
    PT_TRY(pt_work_move(c, work, step));
    PT_TRY(free_seat(c, work));
    PT_TRY(
        pt_clock_clear(c, "assignment", work->assignment_id, "claim_expires"));
    return pt_job_settle(c, work->job_id);
}

/* The verdict's words, the new state, and no clock of the review any more. The
 * words come before the state, because a rejection is refused without a reason.
 */
static pt_err_t *decide(pt_ctx_t *c, pt_work_t *work,
                        const pt_work_step_t *step, const pt_verdict_t *verdict)
{
    static const char *const clocks[] = {"review_half", "review_last_day",
                                         "review_expires"};
    const char *rating =
        verdict->rating ? pt_i64(c->pool, verdict->rating) : NULL;
    const char *dispute_seconds =
        verdict->reject_reason ? pt_i64(c->pool, work->dispute_seconds) : NULL;
    pt_work_states_t to;

    PT_TRY(pt_work_next(c->pool, &to, work->states, step->event, step->by));
    PT_TRY(
        pt_db_exec(c->db, NULL,
                   PT_Q(submission_decide, .submission_id = work->submission_id,
                        .rating = rating, .comment = verdict->comment,
                        .reject_reason = verdict->reject_reason,
                        .dispute_seconds = dispute_seconds)));
    PT_TRY(pt_work_move(c, work, step));
    for (size_t i = 0; i < sizeof(clocks) / sizeof(*clocks); i++)
        PT_TRY(pt_clock_clear(c, "submission", work->submission_id, clocks[i]));
    return PT_OK;
}

pt_err_t *pt_work_approve(pt_ctx_t *c, pt_work_t *work, pt_by_e by,
                          const pt_verdict_t *verdict)
{
    PT_TRY(decide(c, work,
                  &(pt_work_step_t){.event = PT_WORK_APPROVE,
                                    .by = by,
                                    .amount_minor = work->net_minor},
                  verdict));
    PT_TRY(pt_money_release(c, work->submission_id));
    return pt_job_settle(c, work->job_id);
}

pt_err_t *pt_work_reject(pt_ctx_t *c, pt_work_t *work,
                         const pt_verdict_t *verdict)
{
    PT_TRY(decide(c, work,
                  &(pt_work_step_t){.event = PT_WORK_REJECT,
                                    .by = PT_BY_BUILDER,
                                    .note = verdict->reject_reason},
                  verdict));
    return pt_clock_set(c, "submission", work->submission_id, "dispute_expires",
                        work->dispute_seconds);
}

pt_err_t *pt_work_settle(pt_ctx_t *c, pt_work_t *work)
{
    apr_int64_t refund_minor =
        work->may_reopen ? 0 : work->reward_minor + work->fee_minor;

    PT_TRY(pt_work_move(
        c, work,
        &(pt_work_step_t){.event = PT_WORK_SETTLE,
                          .by = PT_BY_CLOCK,
                          .amount_minor = refund_minor,
                          .note = work->may_reopen ? "reopened" : "refunded"}));
    PT_TRY(work->may_reopen ? free_seat(c, work) : close_seat(c, work));
    return pt_job_settle(c, work->job_id);
}
