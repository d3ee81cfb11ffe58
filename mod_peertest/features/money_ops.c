/* SPDX-License-Identifier: Apache-2.0 */
/* money_ops.c - ledger postings, and what happens to the money of work.
 * Log ids: PT1375-PT1399. */

#include "features/money_ops.h"

#include "core/pt_json.h"
#include "domain/money.h"
#include "features/payouts_ops.h"
#include "features/refunds_ops.h"

#include <apr_strings.h>
#include <string.h>

static pt_err_t *broken(pt_ctx_t *c, const char *what, const char *id)
{
    return pt_err_cause(pt_fail(c->pool, PT_P_INTERNAL, NULL), "%s: %s", what,
                        id);
}

pt_err_t *pt_ledger_post(pt_ctx_t *c, const pt_posting_t *posting,
                         const pt_line_t *lines)
{
    json_t *list = pt_json_own(c->pool, json_array());
    apr_int64_t sum = 0;

    for (; lines->account; lines++) {
        if (lines->amount_minor == 0)
            continue;
        if (__builtin_add_overflow(sum, lines->amount_minor, &sum))
            return broken(c, "a posting is out of range", posting->kind);
        json_array_append_new(list, json_pack("{s:s, s:I}", "account",
                                              lines->account, "amount_minor",
                                              (json_int_t)lines->amount_minor));
    }
    if (sum != 0 || json_array_size(list) == 0)
        return broken(c, "a posting does not sum to zero", posting->kind);
    return pt_db_exec(
        c->db, NULL,
        PT_Q(ledger_post, .kind = posting->kind, .job_id = posting->job_id,
             .assignment_id = posting->assignment_id,
             .submission_id = posting->submission_id,
             .payment_id = posting->payment_id, .refund_id = posting->refund_id,
             .payout_id = posting->payout_id,
             .chargeback_id = posting->chargeback_id,
             .payout_reversal_id = posting->payout_reversal_id,
             .currency = posting->currency,
             .lines = pt_json_text(c->pool, list)));
}

/* The money side of an assignment. */
typedef struct {
    const char *id, *job_id, *tester_id, *currency;
    const char *bid_id; /* NULL: the job was paid for as a whole */
    const char *held;   /* its account in the ledger */
    apr_int64_t held_minor, tester_bps;
    apr_int64_t due_minor; /* the price of what is not settled yet */
} seat_t;

static pt_err_t *seat_load(pt_ctx_t *c, seat_t *seat, const char *assignment_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(money_assignment, .assignment_id = assignment_id)));
    seat->id = assignment_id;
    seat->job_id = pt_row_str(&row, "job_id");
    seat->bid_id = pt_row_str(&row, "bid_id");
    seat->tester_id = pt_row_str(&row, "tester_id");
    seat->currency = pt_row_str(&row, "currency");
    seat->held = apr_pstrcat(c->pool, "held:", assignment_id, NULL);
    seat->held_minor = pt_row_int(&row, "held_minor");
    seat->due_minor = pt_row_int(&row, "due_minor");
    seat->tester_bps = pt_row_int(&row, "tester_fee_bps");
    return PT_OK;
}

/* What a job's clearing must have before some of it is given away: the account
 * is shared, so its balance as a whole proves nothing. */
static pt_err_t *require_clearing(pt_ctx_t *c, const char *job_id,
                                  apr_int64_t amount_minor)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(ledger_clearing, .job_id = job_id)));
    if (pt_row_int(&row, "clearing_minor") < amount_minor)
        return broken(c, "the job has less in clearing than is due", job_id);
    return PT_OK;
}

static pt_err_t *move(pt_ctx_t *c, const seat_t *seat, const char *kind,
                      const char *from, const char *to,
                      apr_int64_t amount_minor)
{
    return pt_ledger_post(
        c,
        &(pt_posting_t){.kind = kind,
                        .job_id = seat->job_id,
                        .assignment_id = seat->id,
                        .currency = seat->currency},
        (pt_line_t[]){{from, -amount_minor}, {to, amount_minor}, {NULL, 0}});
}

pt_err_t *pt_money_hold(pt_ctx_t *c, apr_int64_t *price_minor,
                        const char *assignment_id)
{
    seat_t seat;

    PT_TRY(seat_load(c, &seat, assignment_id));
    PT_TRY(require_clearing(c, seat.job_id, seat.due_minor));
    *price_minor = seat.due_minor;
    return move(c, &seat, "claim", "builder_clearing", seat.held,
                seat.due_minor);
}

pt_err_t *pt_money_unhold(pt_ctx_t *c, const char *assignment_id)
{
    seat_t seat;

    PT_TRY(seat_load(c, &seat, assignment_id));
    if (seat.held_minor == 0)
        return PT_OK;
    return move(c, &seat, "seat_return", seat.held, "builder_clearing",
                seat.held_minor);
}

/* A submission's money, and the decision that moves some of it. */
typedef struct {
    const char *id;
    seat_t seat;
    apr_int64_t decision;
    pt_price_t price;
    pt_standing_t is;
} part_t;

static pt_err_t *part_load(pt_ctx_t *c, part_t *part, const char *submission_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(money_decision, .submission_id = submission_id)));
    PT_TRY(seat_load(c, &part->seat, pt_row_str(&row, "assignment_id")));
    if (part->seat.held_minor != part->seat.due_minor)
        return broken(c, "the seat does not hold its price", part->seat.id);
    part->id = submission_id;
    part->decision = pt_row_int(&row, "decision");
    part->price = (pt_price_t){.reward_minor = pt_row_int(&row, "reward_minor"),
                               .fee_minor = pt_row_int(&row, "fee_minor"),
                               .tester_bps = part->seat.tester_bps};
    part->is =
        (pt_standing_t){.paid_minor = pt_row_int(&row, "paid_minor"),
                        .returned_minor = pt_row_int(&row, "returned_minor"),
                        .is_settled = pt_row_bool(&row, "is_settled")};
    return PT_OK;
}

/* What the tester and we get leaves the hold. */
static pt_err_t *post_release(pt_ctx_t *c, const part_t *part,
                              const pt_split_t *step)
{
    const seat_t *seat = &part->seat;
    apr_int64_t out_minor = step->tester_minor + step->platform_minor;

    if (out_minor == 0)
        return PT_OK;
    return pt_ledger_post(c,
                          &(pt_posting_t){.kind = "release",
                                          .job_id = seat->job_id,
                                          .assignment_id = seat->id,
                                          .submission_id = part->id,
                                          .currency = seat->currency},
                          (pt_line_t[]){{seat->held, -out_minor},
                                        {apr_pstrcat(c->pool, "tester_payable:",
                                                     seat->tester_id, NULL),
                                         step->tester_minor},
                                        {"platform_fees", step->platform_minor},
                                        {NULL, 0}});
}

static pt_err_t *pay_tester(pt_ctx_t *c, const part_t *part,
                            apr_int64_t amount_minor, apr_int64_t fee_minor)
{
    const char *payout_id;

    if (amount_minor == 0)
        return PT_OK;
    PT_TRY(pt_payout_add(c, &payout_id,
                         &(pt_payout_t){.submission_id = part->id,
                                        .decision = part->decision,
                                        .assignment_id = part->seat.id,
                                        .tester_id = part->seat.tester_id,
                                        .amount_minor = amount_minor,
                                        .fee_minor = fee_minor,
                                        .currency = part->seat.currency}));
    return pt_payouts_start(c, part->seat.tester_id);
}

/* What a refund begins with: the payment that the money came from. */
static pt_err_t *refund_of(pt_ctx_t *c, pt_refund_t *refund, const char *job_id,
                           const char *bid_id)
{
    pt_row_t row;
    int found;

    PT_TRY(
        pt_db_maybe(c->db, &row, &found,
                    PT_Q(money_funding, .job_id = job_id, .bid_id = bid_id)));
    if (!found)
        return broken(c, "no payment to refund", job_id);
    memset(refund, 0, sizeof(*refund));
    refund->job_id = job_id;
    refund->decision = 1;
    refund->payment_id = pt_row_str(&row, "id");
    return PT_OK;
}

/* Some of what an assignment holds goes back to the builder. */
static pt_err_t *refund_held(pt_ctx_t *c, const seat_t *seat,
                             const char *submission_id, apr_int64_t decision,
                             apr_int64_t amount_minor, const char *reason)
{
    pt_refund_t refund;

    if (amount_minor == 0)
        return PT_OK;
    PT_TRY(refund_of(c, &refund, seat->job_id, seat->bid_id));
    refund.assignment_id = seat->id;
    refund.submission_id = submission_id;
    refund.decision = decision;
    refund.account = seat->held;
    refund.amount_minor = amount_minor;
    refund.currency = seat->currency;
    refund.reason = reason;
    return pt_refund_start(c, &refund);
}

/* Take a submission's money from where it is to where it shall be. */
static pt_err_t *advance(pt_ctx_t *c, const part_t *part,
                         const pt_standing_t *to, const char *reason)
{
    apr_int64_t paid_minor = to->paid_minor - part->is.paid_minor, out_minor;
    int is_return = to->returned_minor > part->is.returned_minor;
    pt_split_t step;

    PT_TRY(pt_money_step(c->pool, &step, &part->price, &part->is, to));
    out_minor = step.tester_minor + step.platform_minor + step.builder_minor;
    PT_TRY(post_release(c, part, &step));
    PT_TRY(refund_held(c, &part->seat, part->id, part->decision,
                       step.builder_minor, reason));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(money_advance, .submission_id = part->id,
             .paid_minor = is_return ? NULL : pt_i64(c->pool, to->paid_minor),
             .returned_minor = pt_i64(c->pool, to->returned_minor),
             .out_minor = pt_i64(c->pool, out_minor),
             .is_settled = pt_bool(to->is_settled))));
    return pay_tester(c, part, step.tester_minor,
                      paid_minor - step.tester_minor);
}

/* What an administrator has given back cannot be granted any more. */
static apr_int64_t within_rest(const part_t *part, apr_int64_t paid_minor)
{
    apr_int64_t most = part->price.reward_minor - part->is.returned_minor;

    return paid_minor < most ? paid_minor : most;
}

pt_err_t *pt_money_release(pt_ctx_t *c, const char *submission_id,
                           apr_int64_t paid_minor)
{
    part_t part;

    PT_TRY(part_load(c, &part, submission_id));
    return advance(
        c, &part,
        &(pt_standing_t){.paid_minor = within_rest(&part, paid_minor),
                         .returned_minor = part.is.returned_minor},
        NULL);
}

pt_err_t *pt_money_settle(pt_ctx_t *c, const char *submission_id,
                          apr_int64_t paid_minor, const char *reason)
{
    part_t part;

    PT_TRY(part_load(c, &part, submission_id));
    return advance(
        c, &part,
        &(pt_standing_t){.paid_minor = within_rest(&part, paid_minor),
                         .returned_minor = part.is.returned_minor,
                         .is_settled = 1},
        reason);
}

pt_err_t *pt_money_return(pt_ctx_t *c, const char *submission_id,
                          apr_int64_t amount_minor, const char *reason)
{
    part_t part;

    PT_TRY(part_load(c, &part, submission_id));
    if (amount_minor
        > within_rest(&part, part.price.reward_minor) - part.is.paid_minor)
        return pt_fail(c->pool, PT_P_TOO_MUCH,
                       "That is more than what is held for this work.");
    return advance(c, &part,
                   &(pt_standing_t){.paid_minor = part.is.paid_minor,
                                    .returned_minor =
                                        part.is.returned_minor + amount_minor},
                   reason);
}

pt_err_t *pt_money_refund_rest(pt_ctx_t *c, const char *assignment_id,
                               const char *reason)
{
    seat_t seat;

    PT_TRY(seat_load(c, &seat, assignment_id));
    return refund_held(c, &seat, NULL, 1, seat.held_minor - seat.due_minor,
                       reason);
}

pt_err_t *pt_money_refund_seats(pt_ctx_t *c, const char *job_id, int seats,
                                const char *reason)
{
    pt_refund_t refund;
    pt_row_t job;

    if (seats == 0)
        return PT_OK;
    PT_TRY(pt_db_one(c->db, &job, PT_Q(money_job, .job_id = job_id)));
    PT_TRY(refund_of(c, &refund, job_id, NULL));
    PT_TRY(pt_money_charge(c->pool, &refund.amount_minor,
                           pt_row_int(&job, "reward_minor"),
                           pt_row_int(&job, "fee_minor"), seats));
    PT_TRY(require_clearing(c, job_id, refund.amount_minor));
    refund.account = "builder_clearing";
    refund.currency = pt_row_str(&job, "currency");
    refund.reason = reason;
    return pt_refund_start(c, &refund);
}
