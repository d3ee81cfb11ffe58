/* SPDX-License-Identifier: Apache-2.0 */
/* money_ops.c - ledger postings, and what happens to a seat's money.
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
             .payout_id = posting->payout_id, .currency = posting->currency,
             .lines = pt_json_text(c->pool, list)));
}

/* The money side of an assignment. */
typedef struct {
    const char *id, *job_id, *tester_id, *currency;
    const char *held; /* its account in the ledger */
    apr_int64_t reward_minor, fee_minor, held_minor, tester_bps;
} seat_t;

static pt_err_t *seat_load(pt_ctx_t *c, seat_t *seat, const char *assignment_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(money_assignment, .assignment_id = assignment_id)));
    seat->id = assignment_id;
    seat->job_id = pt_row_str(&row, "job_id");
    seat->tester_id = pt_row_str(&row, "tester_id");
    seat->currency = pt_row_str(&row, "currency");
    seat->held = apr_pstrcat(c->pool, "held:", assignment_id, NULL);
    seat->reward_minor = pt_row_int(&row, "reward_minor");
    seat->fee_minor = pt_row_int(&row, "fee_minor");
    seat->held_minor = pt_row_int(&row, "held_minor");
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

pt_err_t *pt_money_hold(pt_ctx_t *c, const char *assignment_id)
{
    apr_int64_t price;
    seat_t seat;

    PT_TRY(seat_load(c, &seat, assignment_id));
    PT_TRY(
        pt_money_charge(c->pool, &price, seat.reward_minor, seat.fee_minor, 1));
    PT_TRY(require_clearing(c, seat.job_id, price));
    return move(c, &seat, "claim", "builder_clearing", seat.held, price);
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

static pt_err_t *pay_tester(pt_ctx_t *c, const seat_t *seat,
                            const char *submission_id, apr_int64_t decision,
                            apr_int64_t amount_minor, apr_int64_t fee_minor)
{
    const char *payout_id;

    PT_TRY(pt_payout_add(c, &payout_id,
                         &(pt_payout_t){.submission_id = submission_id,
                                        .decision = decision,
                                        .assignment_id = seat->id,
                                        .tester_id = seat->tester_id,
                                        .amount_minor = amount_minor,
                                        .fee_minor = fee_minor,
                                        .currency = seat->currency}));
    return pt_payouts_start(c, seat->tester_id);
}

pt_err_t *pt_money_release(pt_ctx_t *c, const char *submission_id)
{
    pt_row_t row;
    pt_split_t split;
    seat_t seat;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(money_submission, .submission_id = submission_id)));
    PT_TRY(seat_load(c, &seat, pt_row_str(&row, "assignment_id")));
    if (seat.held_minor != seat.reward_minor + seat.fee_minor)
        return broken(c, "the seat does not hold its price", seat.id);
    PT_TRY(pt_money_split(c->pool, &split, seat.reward_minor, seat.fee_minor,
                          seat.reward_minor, seat.tester_bps));
    PT_TRY(pt_ledger_post(c,
                          &(pt_posting_t){.kind = "release",
                                          .job_id = seat.job_id,
                                          .assignment_id = seat.id,
                                          .submission_id = submission_id,
                                          .currency = seat.currency},
                          (pt_line_t[]){{seat.held, -seat.held_minor},
                                        {apr_pstrcat(c->pool, "tester_payable:",
                                                     seat.tester_id, NULL),
                                         split.tester_minor},
                                        {"platform_fees", split.platform_minor},
                                        {NULL, 0}}));
    if (split.tester_minor == 0)
        return PT_OK;
    return pay_tester(c, &seat, submission_id, pt_row_int(&row, "decision"),
                      split.tester_minor,
                      seat.reward_minor - split.tester_minor);
}

/* What a refund of a job's money begins with: the payment it came from. */
static pt_err_t *refund_of(pt_ctx_t *c, pt_refund_t *refund, const char *job_id)
{
    pt_row_t row;
    pt_err_t *err =
        pt_db_one(c->db, &row, PT_Q(payment_funding, .job_id = job_id));

    if (err && err->problem == PT_P_NOT_FOUND)
        return broken(c, "no payment to refund", job_id);
    PT_TRY(err);
    memset(refund, 0, sizeof(*refund));
    refund->job_id = job_id;
    refund->decision = 1;
    refund->payment_id = pt_row_str(&row, "id");
    refund->payment_intent_id = pt_row_str(&row, "payment_intent_id");
    return PT_OK;
}

pt_err_t *pt_money_refund_held(pt_ctx_t *c, const char *assignment_id,
                               const char *submission_id, const char *reason)
{
    pt_row_t row;
    pt_refund_t refund;
    seat_t seat;

    PT_TRY(seat_load(c, &seat, assignment_id));
    if (seat.held_minor == 0)
        return PT_OK;
    PT_TRY(refund_of(c, &refund, seat.job_id));
    if (submission_id) {
        PT_TRY(
            pt_db_one(c->db, &row,
                      PT_Q(money_submission, .submission_id = submission_id)));
        refund.submission_id = submission_id;
        refund.decision = pt_row_int(&row, "decision");
    }
    refund.assignment_id = assignment_id;
    refund.account = seat.held;
    refund.amount_minor = seat.held_minor;
    refund.currency = seat.currency;
    refund.reason = reason;
    return pt_refund_start(c, &refund);
}

pt_err_t *pt_money_refund_seats(pt_ctx_t *c, const char *job_id, int seats,
                                const char *reason)
{
    pt_refund_t refund;
    pt_row_t job;

    if (seats == 0)
        return PT_OK;
    PT_TRY(pt_db_one(c->db, &job, PT_Q(money_job, .job_id = job_id)));
    PT_TRY(refund_of(c, &refund, job_id));
    PT_TRY(pt_money_charge(c->pool, &refund.amount_minor,
                           pt_row_int(&job, "reward_minor"),
                           pt_row_int(&job, "fee_minor"), seats));
    PT_TRY(require_clearing(c, job_id, refund.amount_minor));
    refund.account = "builder_clearing";
    refund.currency = pt_row_str(&job, "currency");
    refund.reason = reason;
    return pt_refund_start(c, &refund);
}
