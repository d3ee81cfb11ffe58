/* SPDX-License-Identifier: Apache-2.0 */
/* bids_ops.c - what testers, builders, payments, clocks and jobs do to bids. */

#include "features/bids_ops.h"

#include "domain/money.h"
#include "features/assignments_ops.h"
#include "features/fee_ops.h"
#include "features/jobs_ops.h"
#include "features/payments_ops.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <string.h>

#define REMINDER_SECONDS 86400 /* before the end of a turn */

/* What mails name; all statements that lead to one have these columns. */
static void bid_of_row(pt_bid_t *bid, const pt_row_t *row)
{
    memset(bid, 0, sizeof(*bid));
    bid->id = pt_row_str(row, "bid_id");
    bid->tester_id = pt_row_str(row, "tester_id");
    bid->tester_name = pt_row_str(row, "tester_name");
    bid->turn_expires_at = pt_row_str(row, "turn_expires_at");
    bid->job_id = pt_row_str(row, "job_id");
    bid->job_title = pt_row_str(row, "job_title");
    bid->owner_id = pt_row_str(row, "owner_id");
    bid->builder_name = pt_row_str(row, "builder_name");
    bid->currency = pt_row_str(row, "currency");
    bid->role_name = pt_row_str(row, "role_name");
}

/* What the latest revision comes to, and what its items reserve. */
static pt_err_t *load_scope(pt_ctx_t *c, pt_bid_t *bid)
{
    pt_row_t row;
    int found;

    PT_TRY(
        pt_db_maybe(c->db, &row, &found, PT_Q(bid_scope, .bid_id = bid->id)));
    if (!found) /* in the making */
        return PT_OK;
    bid->total_minor = pt_row_int(&row, "total_minor");
    bid->bonus_cap_minor = pt_row_int(&row, "bonus_cap_minor");
    return PT_OK;
}

pt_err_t *pt_bid_lock(pt_ctx_t *c, pt_bid_t *bid, const char *bid_id,
                      const char *viewer_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(bid_lock, .bid_id = bid_id, .viewer_id = viewer_id)));
    bid_of_row(bid, &row);
    bid->state = pt_row_str(&row, "state");
    bid->previous_state = pt_row_str(&row, "previous_state");
    bid->assignment_id = pt_row_str(&row, "assignment_id");
    bid->revision = pt_row_int(&row, "revision");
    bid->counters = pt_row_int(&row, "counters");
    bid->round_from = pt_row_int(&row, "round_from");
    bid->turn_seconds = pt_row_int(&row, "turn_seconds");
    bid->job_state = pt_row_str(&row, "job_state");
    bid->review_seconds = pt_row_int(&row, "review_seconds");
    bid->dispute_seconds = pt_row_int(&row, "dispute_seconds");
    bid->is_current = pt_row_bool(&row, "is_current");
    bid->job_goes_on = pt_row_bool(&row, "job_goes_on");
    bid->job_has_expired = pt_row_bool(&row, "job_has_expired");
    bid->takes_bids = pt_row_bool(&row, "takes_bids");
    bid->role_id = pt_row_str(&row, "role_id");
    bid->requirements = pt_row_str(&row, "requirements");
    bid->seats_left = pt_row_int(&row, "seats_left");
    bid->seats_untaken = pt_row_int(&row, "seats_untaken");
    return load_scope(c, bid);
}

static pt_err_t *wrong_state(pt_ctx_t *c, const char *state)
{
    return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
}

/* --- Moves --- */

static int is_paying(const char *state)
{
    return strcmp(state, "awaiting_payment") == 0;
}

/* A draft has all the time in the world; a payment has a window of its own. */
static int has_clock(const char *state)
{
    return pt_bid_turn(state) && !is_paying(state)
           && strcmp(state, "draft") != 0;
}

/* @param seconds until the turn ends */
static pt_err_t *set_clocks(pt_ctx_t *c, const pt_bid_t *bid,
                            apr_int64_t seconds)
{
    PT_TRY(pt_clock_clear(c, "bid", bid->id, "turn_reminder"));
    if (!has_clock(bid->state))
        return pt_clock_clear(c, "bid", bid->id, "turn_expires");
    if (seconds > REMINDER_SECONDS)
        PT_TRY(pt_clock_set(c, "bid", bid->id, "turn_reminder",
                            seconds - REMINDER_SECONDS));
    return pt_clock_set(c, "bid", bid->id, "turn_expires", seconds);
}

/* While it is a draft it is nobody else's business, nor is its end. */
static pt_err_t *note_move(pt_ctx_t *c, const pt_bid_t *bid, const char *from,
                           const pt_bid_step_t *step)
{
    int is_shown = strcmp(from, "draft") != 0 || step->event == PT_BID_SUBMIT
                   || step->event == PT_BID_OFFER;

    if (!is_shown)
        return PT_OK;
    return pt_event_add(c, &(pt_event_t){.job_id = bid->job_id,
                                         .bid_id = bid->id,
                                         .actor_id = step->actor_id,
                                         .actor_kind = step->actor,
                                         .kind = pt_bid_event_name(step->event),
                                         .from_state = from,
                                         .to_state = bid->state,
                                         .amount_minor = bid->total_minor,
                                         .currency = bid->currency,
                                         .note = step->reason});
}

/* The statement for pt_bid_move(). @param seconds of the new turn */
static pt_err_t *store_move(pt_ctx_t *c, pt_bid_t *bid, const char *to,
                            const pt_bid_step_t *step, apr_int64_t seconds)
{
    int is_current = step->event == PT_BID_CONFIRM || step->revision;
    const char *revision =
        pt_i64(c->pool, step->revision ? step->revision : bid->revision);
    pt_row_t row;
    int moved;

    PT_TRY(pt_db_maybe(
        c->db, &row, &moved,
        PT_Q(bid_move, .bid_id = bid->id, .from_state = bid->state,
             .to_state = to, .revision = revision,
             .counters_more = step->event == PT_BID_COUNTER ? "1" : "0",
             .round_from = step->is_new_round ? revision : NULL,
             .is_current = pt_bool(is_current),
             .turn_seconds = has_clock(to) ? pt_i64(c->pool, seconds) : NULL,
             .reject_reason = step->reason, .reject_note = step->note,
             .is_over = pt_bool(!pt_bid_is_open(to)))));
    if (!moved)
        return wrong_state(c, bid->state);
    bid->turn_expires_at = pt_row_str(&row, "turn_expires_at");
    return PT_OK;
}

pt_err_t *pt_bid_move(pt_ctx_t *c, pt_bid_t *bid, const pt_bid_step_t *step)
{
    const char *from = bid->state;
    const char *to =
        pt_bid_next(from, bid->previous_state, step->event, step->actor);
    /* The turn that a payment has interrupted goes on. */
    apr_int64_t seconds =
        is_paying(from) ? bid->turn_seconds : c->site->cfg->turn_ttl;

    if (!to)
        return pt_bid_may(c->pool, from, step->event, step->actor);
    PT_TRY(store_move(c, bid, to, step, seconds));
    bid->state = to;
    bid->previous_state =
        is_paying(to) || strcmp(to, "stale") == 0 ? from : NULL;
    if (step->revision) {
        bid->revision = step->revision;
        PT_TRY(load_scope(c, bid));
    }
    PT_TRY(note_move(c, bid, from, step));
    return set_clocks(c, bid, seconds);
}

pt_err_t *pt_bid_mail(pt_ctx_t *c, const pt_bid_t *bid, const char *mail,
                      const char *to)
{
    int is_builder = strcmp(to, "builder") == 0;

    return pt_mail_add(
        c, mail, is_builder ? bid->owner_id : bid->tester_id,
        json_pack("{ss ss ss ss ss ss sI ss ss*}", "bid_id", bid->id, "job_id",
                  bid->job_id, "job_title", bid->job_title, "role_name",
                  bid->role_name, "builder_name", bid->builder_name,
                  "tester_name", bid->tester_name, "amount_minor",
                  (json_int_t)bid->total_minor, "currency", bid->currency,
                  "turn_expires_at", bid->turn_expires_at));
}

/* --- Payment --- */

static pt_err_t *move_seats(pt_ctx_t *c, const pt_bid_t *bid,
                            const char *reserved_more, const char *taken_more)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(role_seats_move, .role_id = bid->role_id,
                           .reserved_more = reserved_more,
                           .taken_more = taken_more));
}

/* Fees as they are now are what the builder pays, whatever they will be. */
static pt_err_t *seal(pt_ctx_t *c, const pt_bid_t *bid, apr_int64_t *fee_minor)
{
    const char *schedule_id;
    pt_fees_t fees;

    PT_TRY(pt_fees_of_bid(c, &fees, bid->id));
    PT_TRY(pt_money_fee(c->pool, fee_minor,
                        bid->total_minor + bid->bonus_cap_minor,
                        fees.builder_bps));
    PT_TRY(pt_fees_seal(c, &schedule_id, &fees));
    return pt_db_exec(
        c->db, NULL,
        PT_Q(bid_seal, .bid_id = bid->id, .fee_schedule_id = schedule_id,
             .fee_minor = pt_i64(c->pool, *fee_minor),
             .bonus_cap_minor = pt_i64(c->pool, bid->bonus_cap_minor)));
}

pt_err_t *pt_bid_open_payment(pt_ctx_t *c, pt_bid_t *bid, pt_bid_event_e event,
                              const char **queue_job_id)
{
    const char *payment_id;
    apr_int64_t fee_minor, charge_minor;

    PT_TRY(pt_bid_may(c->pool, bid->state, event, "builder"));
    if (bid->seats_left < 1)
        return pt_err_state(pt_fail(c->pool, PT_P_ROLE_FULL, NULL), bid->state);
    PT_TRY(move_seats(c, bid, "1", "0"));
    PT_TRY(seal(c, bid, &fee_minor));
    PT_TRY(pt_bid_move(c, bid,
                       &(pt_bid_step_t){.event = event,
                                        .actor = "builder",
                                        .actor_id = bid->owner_id}));
    PT_TRY(pt_money_charge(c->pool, &charge_minor,
                           bid->total_minor + bid->bonus_cap_minor, fee_minor,
                           1));
    return pt_payment_open(
        c, &payment_id, queue_job_id,
        &(pt_purchase_t){.job_id = bid->job_id,
                         .bid_id = bid->id,
                         .builder_id = bid->owner_id,
                         .title = apr_pstrcat(c->pool, bid->role_name, ": ",
                                              bid->job_title, NULL),
                         .seats = 1,
                         .amount_minor = charge_minor,
                         .bonus_minor = bid->bonus_cap_minor,
                         .fee_minor = fee_minor,
                         .currency = bid->currency});
}

/* What was paid, and the provider's receipt for it. */
static pt_err_t *mail_receipt(pt_ctx_t *c, const pt_bid_t *bid,
                              const pt_row_t *payment, const char *receipt_url)
{
    return pt_mail_add(
        c, "bid_paid", bid->owner_id,
        json_pack("{ss ss ss ss ss ss sI sI ss ss*}", "bid_id", bid->id,
                  "job_id", bid->job_id, "job_title", bid->job_title,
                  "role_name", bid->role_name, "tester_name", bid->tester_name,
                  "assignment_id", bid->assignment_id, "amount_minor",
                  (json_int_t)pt_row_int(payment, "amount_minor"), "fee_minor",
                  (json_int_t)pt_row_int(payment, "fee_minor"), "currency",
                  bid->currency, "receipt_url", receipt_url));
}

pt_err_t *pt_bid_paid(pt_ctx_t *c, pt_bid_t *bid, const pt_row_t *payment,
                      const char *receipt_url)
{

    PT_TRY(pt_bid_move(
        c, bid, &(pt_bid_step_t){.event = PT_BID_PAID, .actor = "gateway"}));
    PT_TRY(move_seats(c, bid, "-1", "1"));
    PT_TRY(pt_work_start(c, bid->id));
    if (bid->seats_untaken == 1)
        PT_TRY(pt_bids_end(c, bid->job_id, bid->role_id, PT_BID_SUPERSEDE));
    PT_TRY(pt_job_settle(c, bid->job_id));
    PT_TRY(pt_bid_mail(c, bid, "bid_accepted", "tester"));
    return mail_receipt(c, bid, payment, receipt_url);
}

/* Nobody waits for an answer that cannot come any more. */
static pt_err_t *end_fallen(pt_ctx_t *c, pt_bid_t *bid)
{
    const pt_bid_step_t step =
        bid->job_has_expired
            ? (pt_bid_step_t){.event = PT_BID_EXPIRE, .actor = "clock"}
            : (pt_bid_step_t){.event = PT_BID_SUPERSEDE, .actor = "system"};

    PT_TRY(pt_bid_move(c, bid, &step));
    return pt_bid_mail(c, bid,
                       bid->job_has_expired ? "bid_expired" : "bid_superseded",
                       "tester");
}

pt_err_t *pt_bid_unpaid(pt_ctx_t *c, const char *bid_id)
{
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(c, &bid, bid_id, NULL));
    if (!is_paying(bid.state))
        return PT_OK;
    PT_TRY(pt_bid_move(
        c, &bid, &(pt_bid_step_t){.event = PT_BID_UNPAID, .actor = "gateway"}));
    PT_TRY(move_seats(c, &bid, "-1", "0"));
    if (bid.takes_bids && bid.seats_untaken > 0)
        return PT_OK;
    PT_TRY(end_fallen(c, &bid));
    return pt_job_settle(c, bid.job_id);
}

/* --- What a job does to its bids --- */

static pt_err_t *mail_each(pt_ctx_t *c, const pt_rows_t *rows, const char *mail)
{
    pt_bid_t bid;

    for (int i = 0; i < rows->count; i++) {
        const pt_row_t row = pt_rows_at(rows, i);

        bid_of_row(&bid, &row);
        bid.total_minor = pt_row_int(&row, "total_minor");
        PT_TRY(pt_bid_mail(c, &bid, mail, "tester"));
    }
    return PT_OK;
}

static pt_err_t *close_pages(pt_ctx_t *c, const char *job_id,
                             const char *role_id)
{
    pt_rows_t rows;

    PT_TRY(pt_db_many(
        c->db, &rows,
        PT_Q(bids_being_paid, .job_id = job_id, .role_id = role_id)));
    for (int i = 0; i < rows.count; i++) {
        const pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(pt_payment_close(c, NULL, pt_row_str(&row, "payment_id")));
    }
    return PT_OK;
}

pt_err_t *pt_bids_end(pt_ctx_t *c, const char *job_id, const char *role_id,
                      pt_bid_event_e event)
{
    int is_late = event == PT_BID_EXPIRE;
    const char *actor = is_late ? "clock" : "system";
    pt_rows_t rows;

    PT_TRY(close_pages(c, job_id, role_id));
    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(bids_end, .job_id = job_id, .role_id = role_id,
                           .from_states = pt_bid_states(c->pool, event, actor),
                           .to_state = is_late ? "expired" : "superseded",
                           .actor_kind = actor,
                           .kind = pt_bid_event_name(event))));
    return mail_each(c, &rows, is_late ? "bid_expired" : "bid_superseded");
}

pt_err_t *pt_bids_stale(pt_ctx_t *c, const char *job_id)
{
    apr_int64_t turn = c->site->cfg->turn_ttl;
    pt_rows_t rows;
    pt_row_t count;

    PT_TRY(pt_db_one(c->db, &count, PT_Q(bids_open_count, .job_id = job_id)));
    if (pt_row_int(&count, "being_paid") > 0)
        return pt_err_state(pt_fail(c->pool, PT_P_BID_BEING_PAID, NULL),
                            "awaiting_payment");
    PT_TRY(pt_db_many(
        c->db, &rows,
        PT_Q(bids_stale, .job_id = job_id,
             .from_states = pt_bid_states(c->pool, PT_BID_CHANGE, "system"),
             .to_state = "stale", .actor_kind = "system",
             .kind = pt_bid_event_name(PT_BID_CHANGE),
             .turn_seconds = pt_i64(c->pool, turn),
             .reminder_seconds = pt_i64(c->pool, turn - REMINDER_SECONDS))));
    return mail_each(c, &rows, "bid_stale");
}

/* --- Clocks --- */

pt_err_t *pt_bid_turn_expires(pt_ctx_t *c, const char *bid_id)
{
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(c, &bid, bid_id, NULL));
    if (!has_clock(bid.state))
        return PT_OK;
    PT_TRY(pt_bid_move(
        c, &bid, &(pt_bid_step_t){.event = PT_BID_EXPIRE, .actor = "clock"}));
    PT_TRY(pt_bid_mail(c, &bid, "bid_expired", "tester"));
    return pt_bid_mail(c, &bid, "bid_expired", "builder");
}

pt_err_t *pt_bid_turn_reminder(pt_ctx_t *c, const char *bid_id)
{
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(c, &bid, bid_id, NULL));
    if (!has_clock(bid.state))
        return PT_OK;
    return pt_bid_mail(c, &bid, "bid_turn_reminder", pt_bid_turn(bid.state));
}
