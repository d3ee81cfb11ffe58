/* SPDX-License-Identifier: Apache-2.0 */
/* assignments_ops.c - work under way: its rows, its moves, how it begins. */

#include "features/assignments_ops.h"
#include "core/pt_json.h"
#include "domain/money.h"
#include "features/jobs_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#include <string.h>

#define DAY_SECONDS 86400

static pt_err_t *wrong_state(pt_ctx_t *c, const char *state)
{
    return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
}

static pt_submission_t submission_of(const pt_row_t *row)
{
    return (pt_submission_t){.state = pt_row_str(row, "state"),
                             .was_handed_in = pt_row_bool(row, "was_handed_in"),
                             .is_settled = pt_row_bool(row, "is_settled")};
}

pt_err_t *pt_work_grant(pt_ctx_t *c, pt_work_t *work, apr_int64_t paid_minor)
{
    apr_int64_t fee_minor;

    PT_TRY(pt_money_fee(c->pool, &fee_minor, paid_minor, work->tester_fee_bps));
    work->item.net_minor = paid_minor - fee_minor;
    return PT_OK;
}

pt_err_t *pt_work_turn_to(pt_ctx_t *c, pt_work_t *work,
                          const char *submission_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(submission_lock, .submission_id = submission_id)));
    work->item =
        (pt_item_t){.id = pt_row_str(&row, "id"),
                    .item_title = pt_row_str(&row, "item_title"),
                    .is = submission_of(&row),
                    .held_minor = pt_row_int(&row, "held_minor"),
                    .reward_minor = pt_row_int(&row, "reward_minor"),
                    .earned_minor = pt_row_int(&row, "earned_minor"),
                    .reported_minor = pt_row_int(&row, "reported_minor"),
                    .paid_minor = pt_row_int(&row, "paid_minor"),
                    .returned_minor = pt_row_int(&row, "returned_minor"),
                    .changes_left = pt_row_int(&row, "changes_left"),
                    .info_rounds_left = pt_row_int(&row, "info_rounds_left"),
                    .review_left = pt_row_int(&row, "review_left_seconds"),
                    .dispute_is_open = pt_row_bool(&row, "dispute_is_open"),
                    .review_due_at = pt_row_str(&row, "review_due_at"),
                    .dispute_due_at = pt_row_str(&row, "dispute_due_at")};
    return pt_work_grant(c, work, work->item.earned_minor);
}

pt_err_t *pt_work_lock(pt_ctx_t *c, pt_work_t *work, const pt_work_key_t *key)
{
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
        .assignment_state = pt_row_str(&row, "assignment_state"),
        .tester_id = pt_row_str(&row, "tester_id"),
        .tester_name = pt_row_str(&row, "tester_name"),
        .role_id = pt_row_str(&row, "role_id"),
        .currency = pt_row_str(&row, "currency"),
        .tester_fee_bps = pt_row_int(&row, "tester_fee_bps"),
        .claim_seconds = pt_row_int(&row, "claim_seconds"),
        .review_seconds = pt_row_int(&row, "review_seconds"),
        .dispute_seconds = pt_row_int(&row, "dispute_seconds"),
        .claim_expires_at = pt_row_str(&row, "claim_expires_at"),
        .is_extended = pt_row_bool(&row, "is_extended"),
        .compensation_minor = pt_row_int(&row, "compensation_minor"),
        .is_whole = pt_row_bool(&row, "is_whole"),
        .may_reopen = pt_row_bool(&row, "may_reopen")};
    work->may_reopen &= work->is_whole && !work->role_id;
    return key->submission_id ? pt_work_turn_to(c, work, key->submission_id)
                              : PT_OK;
}

static const char *party_id(const pt_work_t *work, pt_by_e by)
{
    return by == PT_BY_TESTER ? work->tester_id : work->owner_id;
}

static const char *actor_id(const pt_work_t *work, const pt_work_step_t *step)
{
    if (step->by == PT_BY_CLOCK)
        return NULL;
    return step->by == PT_BY_ADMIN ? step->admin_id : party_id(work, step->by);
}

pt_err_t *pt_work_note(pt_ctx_t *c, const pt_work_t *work,
                       const pt_work_step_t *step, const char *from,
                       const char *to)
{
    return pt_event_add(
        c, &(pt_event_t){.job_id = work->job_id,
                         .assignment_id = work->assignment_id,
                         .submission_id = work->item.id,
                         .actor_id = actor_id(work, step),
                         .actor_kind = pt_by_name(step->by),
                         .kind = pt_work_event_name(step->event),
                         .from_state = from,
                         .to_state = to,
                         .amount_minor = step->amount_minor,
                         .currency = step->amount_minor ? work->currency : NULL,
                         .note = step->note});
}

pt_err_t *pt_work_move(pt_ctx_t *c, pt_work_t *work, const pt_work_step_t *step)
{
    const char *from = work->item.is.state, *to;
    int moved;

    PT_TRY(pt_submission_next(c->pool, &to, &work->item.is, step->event,
                              step->by));
    PT_TRY(pt_db_exec(c->db, &moved,
                      PT_Q(submission_move, .submission_id = work->item.id,
                           .from_state = from, .to_state = to)));
    if (moved != 1)
        return wrong_state(c, from);
    work->item.is.state = to;
    if (strcmp(from, to) != 0)
        PT_TRY(pt_clock_clear(c, "submission", work->item.id, NULL));
    return pt_work_note(c, work, step, from, to);
}

/* The time to deliver is of no more interest. */
static pt_err_t *clear_claim_clocks(pt_ctx_t *c, const char *assignment_id)
{
    return pt_clock_clear(c, "assignment", assignment_id, NULL);
}

/* Does the event say something about the tester's work? */
static int is_known_by(pt_work_event_e event)
{
    return event == PT_WORK_APPROVE || event == PT_WORK_APPROVE_PARTIAL
           || event == PT_WORK_REJECT || event == PT_WORK_DECIDE
           || event == PT_WORK_SETTLE || event == PT_WORK_LAPSE;
}

pt_err_t *pt_work_follow(pt_ctx_t *c, const pt_work_t *work,
                         const pt_work_step_t *step)
{
    const char *from = work->assignment_state, *to;
    pt_submission_counts_t n;
    pt_row_t row;
    int moved;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(work_counts, .assignment_id = work->assignment_id)));
    n.awaited = pt_row_int(&row, "awaited");
    n.delivered = pt_row_int(&row, "delivered");
    n.unsettled = pt_row_int(&row, "unsettled");
    if (pt_row_int(&row, "drafts") == 0)
        PT_TRY(clear_claim_clocks(c, work->assignment_id));
    to = pt_assignment_state(&n, step->event);
    if (strcmp(from, to) != 0) {
        PT_TRY(pt_db_exec(c->db, &moved,
                          PT_Q(assignment_move,
                               .assignment_id = work->assignment_id,
                               .from_state = from, .to_state = to)));
        if (moved != 1)
            return wrong_state(c, from);
    }
    if (is_known_by(step->event))
        PT_TRY(pt_db_exec(
            c->db, NULL,
            PT_Q(tester_stat_refresh, .tester_id = work->tester_id)));
    return pt_job_settle(c, work->job_id);
}

/* What was sent back becomes a draft with its first change; the timeline says
 * when. */
static pt_err_t *begin_changes(pt_ctx_t *c, const pt_row_t *row, const char *to,
                               const char *tester_id)
{
    const char *from = pt_row_str(row, "state");
    const char *submission_id = pt_row_str(row, "submission_id");

    if (strcmp(from, to) == 0)
        return PT_OK;
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(submission_move, .submission_id = submission_id,
                           .from_state = from, .to_state = to)));
    return pt_event_add(
        c, &(pt_event_t){.job_id = pt_row_str(row, "job_id"),
                         .assignment_id = pt_row_str(row, "assignment_id"),
                         .submission_id = submission_id,
                         .actor_id = tester_id,
                         .actor_kind = pt_by_name(PT_BY_TESTER),
                         .kind = pt_work_event_name(PT_WORK_SAVE),
                         .from_state = from,
                         .to_state = to});
}

pt_err_t *pt_draft_lock(pt_ctx_t *c, pt_draft_t *draft, const char *tester_id,
                        const char *submission_id, const char *finding_id)
{
    pt_submission_t is;
    pt_row_t row;
    const char *to;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(draft_lock, .submission_id = submission_id,
                          .finding_id = finding_id, .tester_id = tester_id)));
    is = submission_of(&row);
    PT_TRY(pt_submission_next(c->pool, &to, &is, PT_WORK_SAVE, PT_BY_TESTER));
    PT_TRY(begin_changes(c, &row, to, tester_id));
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
        "{ss ss ss ss* ss* ss ss sI ss ss ss* ss* ss* ss*}", "job_id",
        work->job_id, "job_title", work->job_title, "assignment_id",
        work->assignment_id, "submission_id", work->item.id, "item_title",
        work->item.item_title, "builder_name", work->builder_name,
        "tester_name", work->tester_name, "amount_minor",
        (json_int_t)work->item.net_minor, "currency", work->currency,
        "claim_expires_at", work->claim_expires_at, "review_due_at",
        work->item.review_due_at, "changes_due_at", work->item.changes_due_at,
        "info_due_at", work->item.info_due_at, "dispute_due_at",
        work->item.dispute_due_at);

    return pt_mail_add(c, mail, party_id(work, to), data);
}

pt_err_t *pt_work_deadline(pt_ctx_t *c, const pt_work_t *work)
{
    PT_TRY(pt_clock_set(c, "assignment", work->assignment_id, "claim_expires",
                        work->claim_seconds));
    if (work->claim_seconds <= DAY_SECONDS)
        return PT_OK;
    return pt_clock_set(c, "assignment", work->assignment_id, "claim_reminder",
                        work->claim_seconds - DAY_SECONDS);
}

/* The seat is the tester's: its money is set aside, its clocks run.
 * event: how it came about */
static pt_err_t *seal(pt_ctx_t *c, const pt_work_t *work, pt_event_t event)
{
    apr_int64_t price_minor;

    PT_TRY(pt_money_hold(c, &price_minor, work->assignment_id));
    PT_TRY(pt_work_deadline(c, work));
    event.job_id = work->job_id;
    event.assignment_id = work->assignment_id;
    event.submission_id = work->item.id;
    event.to_state = "draft";
    event.amount_minor = price_minor;
    event.currency = work->currency;
    return pt_event_add(c, &event);
}

pt_err_t *pt_work_claimed(pt_ctx_t *c, const pt_work_t *work)
{
    PT_TRY(seal(c, work,
                (pt_event_t){.actor_id = work->tester_id,
                             .actor_kind = pt_by_name(PT_BY_TESTER),
                             .kind = "claimed"}));
    PT_TRY(pt_job_settle(c, work->job_id));
    return pt_work_mail(c, work, "job_claimed", PT_BY_BUILDER);
}

/* One draft for each item that was agreed on, each with its share of the fee.
 */
static pt_err_t *start_items(pt_ctx_t *c, const char *bid_id,
                             const char *assignment_id, apr_int64_t fee_minor)
{
    apr_int64_t before_minor = 0;
    pt_rows_t items;

    PT_TRY(pt_db_many(c->db, &items, PT_Q(start_items, .bid_id = bid_id)));
    for (int i = 0; i < items.count; i++) {
        pt_row_t item = pt_rows_at(&items, i);
        apr_int64_t part_minor = pt_row_int(&item, "part_minor");
        apr_int64_t whole_minor = pt_row_int(&item, "whole_minor"), share_minor;

        if (whole_minor != pt_row_int(&item, "sealed_minor"))
            return pt_err_cause(pt_fail(c->pool, PT_P_INTERNAL, NULL),
                                "bid %s was paid for other items", bid_id);
        PT_TRY(pt_money_share(c->pool, &share_minor, fee_minor, whole_minor,
                              before_minor, part_minor));
        before_minor += part_minor;
        PT_TRY(pt_db_exec(
            c->db, NULL,
            PT_Q(start_submission, .assignment_id = assignment_id,
                 .info_rounds = pt_i64(c->pool, c->site->cfg->info_rounds_max),
                 .confirmation_percent =
                     pt_i64(c->pool, c->site->cfg->confirmation_percent),
                 .item_id = pt_row_str(&item, "item_id"),
                 .position = pt_i64(c->pool, i + 1),
                 .part_minor = pt_i64(c->pool, part_minor),
                 .fee_minor = pt_i64(c->pool, share_minor))));
    }
    return PT_OK;
}

pt_err_t *pt_work_start(pt_ctx_t *c, const char *bid_id)
{
    const pt_config_t *cfg = c->site->cfg;
    pt_work_t work;
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(start_create, .bid_id = bid_id,
             .compensation_begun = pt_i64(c->pool, cfg->compensation_begun),
             .compensation_half = pt_i64(c->pool, cfg->compensation_half))));
    PT_TRY(start_items(c, bid_id, pt_row_str(&row, "assignment_id"),
                       pt_row_int(&row, "fee_minor")));
    PT_TRY(pt_work_lock(
        c, &work,
        &(pt_work_key_t){.assignment_id = pt_row_str(&row, "assignment_id")}));
    return seal(c, &work,
                (pt_event_t){.actor_kind = "gateway", .kind = "started"});
}
