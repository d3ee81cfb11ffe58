/* SPDX-License-Identifier: Apache-2.0 */
/* payments_seen.c - what the provider shows of payments, by event or by poll,
 * and the one place where a payment becomes money in the ledger. Log ids:
 * PT1300-PT1324. */

#include "features/payments_ops.h"

#include "core/pt_text.h"
#include "features/bids_ops.h"
#include "features/intent_ops.h"
#include "features/jobs_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"
#include "features/refunds_ops.h"

#include <apr_strings.h>
#include <string.h>

/* A payment as the provider has collected it. */
typedef struct {
    const char *payment_intent_id;
    const char *charge_id;   /* NULL: not told */
    const char *receipt_url; /* NULL: not told */
    apr_int64_t amount_minor;
    const char *currency;
} collected_t;

/* The receipt is a courtesy: without it the mail leads to the job's page. */
static void fetch_receipt(pt_ctx_t *c, collected_t *paid)
{
    json_t *charge;

    if (!paid->charge_id || paid->receipt_url)
        return;
    if (pt_provider_get(c, &charge,
                        apr_pstrcat(c->pool, "/v1/charges/",
                                    pt_text_urlencode(c->pool, paid->charge_id),
                                    NULL))
        == PT_OK)
        paid->receipt_url = pt_json_str(charge, "receipt_url");
}

static pt_err_t *post_payment(pt_ctx_t *c, const pt_row_t *payment)
{
    apr_int64_t amount = pt_row_int(payment, "amount_minor");

    return pt_ledger_post(
        c,
        &(pt_posting_t){.kind = "payment",
                        .job_id = pt_row_str(payment, "job_id"),
                        .payment_id = pt_row_str(payment, "id"),
                        .currency = pt_row_str(payment, "currency")},
        (pt_line_t[]){{"gateway_balance", -amount},
                      {"builder_clearing", amount},
                      {NULL, 0}});
}

/* Which card it was, for fraud signals: the provider's fingerprint of its
 * number. */
static pt_err_t *note_card(pt_ctx_t *c, const char *payment_id,
                           const json_t *charge)
{
    const json_t *card = json_object_get(
        json_object_get(charge, "payment_method_details"), "card");

    return pt_db_exec(
        c->db, NULL,
        PT_Q(payment_card_set, .payment_id = payment_id,
             .card_fingerprint = pt_json_str(card, "fingerprint")));
}

/* The provider's own fee is asked for afterwards: it may take its time. */
static pt_err_t *queue_fee(pt_ctx_t *c, const char *payment_id)
{
    return pt_queue_add(c, NULL, "payment.fee",
                        json_pack("{s:s}", "payment_id", payment_id), NULL,
                        apr_pstrcat(c->pool, "fee:", payment_id, NULL));
}

/* The fee in the currency that the provider keeps our money in. It is our cost,
 * not the job's. */
static pt_err_t *post_fee(pt_ctx_t *c, const char *payment_id,
                          const json_t *line)
{
    apr_int64_t fee = pt_json_int(line, "fee", 0);
    pt_row_t row;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(payment_lock, .payment_id = payment_id)));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payment_fee_booked, .payment_id = payment_id)));
    if (!pt_row_bool(&row, "is_booked"))
        PT_TRY(pt_ledger_post(
            c,
            &(pt_posting_t){.kind = "gateway_fee",
                            .payment_id = payment_id,
                            .currency = pt_json_str(line, "currency")},
            (pt_line_t[]){
                {"gateway_fees", -fee}, {"gateway_balance", fee}, {NULL, 0}}));
    return pt_db_commit(c->db);
}

pt_err_t *pt_payment_book_fee(pt_ctx_t *c, const char *payment_id)
{
    const char *charge_id;
    json_t *charge, *line;
    pt_row_t payment;

    PT_TRY(pt_db_one(c->db, &payment,
                     PT_Q(payment_load, .payment_id = payment_id)));
    charge_id = pt_row_str(&payment, "charge_id");
    if (!charge_id)
        return pt_err_cause(pt_fail(c->pool, PT_P_UNAVAILABLE, NULL),
                            "the charge is not known yet");
    PT_TRY(pt_provider_get(c, &charge,
                           apr_pstrcat(c->pool, "/v1/charges/",
                                       pt_text_urlencode(c->pool, charge_id),
                                       "?expand%5B%5D=balance_transaction",
                                       NULL)));
    PT_TRY(note_card(c, payment_id, charge));
    line = json_object_get(charge, "balance_transaction");
    if (!json_is_object(line) || !pt_json_str(line, "currency"))
        return pt_err_cause(pt_fail(c->pool, PT_P_UNAVAILABLE, NULL),
                            "the provider has not booked the charge yet");
    if (pt_json_int(line, "fee", 0) == 0)
        return PT_OK;
    return post_fee(c, payment_id, line);
}

static pt_err_t *note_payment(pt_ctx_t *c, const pt_row_t *payment,
                              const char *from, const char *note)
{
    return pt_event_add(
        c, &(pt_event_t){.job_id = pt_row_str(payment, "job_id"),
                         .bid_id = pt_row_str(payment, "bid_id"),
                         .actor_kind = "gateway",
                         .kind = "payment_succeeded",
                         .from_state = from,
                         .to_state = "succeeded",
                         .amount_minor = pt_row_int(payment, "amount_minor"),
                         .currency = pt_row_str(payment, "currency"),
                         .note = note});
}

/* In time: the job opens. */
static pt_err_t *fund_job(pt_ctx_t *c, const pt_row_t *payment,
                          const collected_t *paid)
{
    const char *job_id = pt_row_str(payment, "job_id");

    PT_TRY(pt_job_funded(c, job_id));
    return pt_mail_add(
        c, "job_funded", pt_row_str(payment, "builder_id"),
        json_pack("{s:s, s:s, s:I, s:I, s:s, s:s?}", "job_id", job_id,
                  "job_title", pt_row_str(payment, "job_title"), "amount_minor",
                  (json_int_t)pt_row_int(payment, "amount_minor"), "fee_minor",
                  (json_int_t)pt_row_int(payment, "fee_minor"), "currency",
                  pt_row_str(payment, "currency"), "receipt_url",
                  paid->receipt_url));
}

/* Too late: nothing waits for the money any more, so it goes back as it came.
 */
static pt_err_t *return_late_money(pt_ctx_t *c, const pt_row_t *payment,
                                   const char *state)
{
    const char *bid_id = pt_row_str(payment, "bid_id");

    PT_TRY(note_payment(c, payment, state, "late"));
    if (bid_id && !strcmp(state, "pending"))
        PT_TRY(pt_bid_unpaid(c, bid_id));
    return pt_refund_start(
        c, &(pt_refund_t){.job_id = pt_row_str(payment, "job_id"),
                          .payment_id = pt_row_str(payment, "id"),
                          .account = "builder_clearing",
                          .amount_minor = pt_row_int(payment, "amount_minor"),
                          .currency = pt_row_str(payment, "currency"),
                          .reason = "late_payment"});
}

/* What waits for a payment, locked: a simple job, or a bid of the other kind.
 */
typedef struct {
    pt_bid_t bid; /* id NULL: the job */
    int is_waiting;
} waiting_t;

static pt_err_t *lock_waiting(pt_ctx_t *c, waiting_t *w,
                              const pt_row_t *payment)
{
    const char *bid_id = pt_row_str(payment, "bid_id");
    pt_row_t job;

    memset(w, 0, sizeof(*w));
    PT_TRY(pt_db_one(
        c->db, &job,
        PT_Q(money_job_lock, .job_id = pt_row_str(payment, "job_id"))));
    w->is_waiting = !strcmp(pt_row_str(&job, "state"), "pending_payment");
    if (!bid_id)
        return PT_OK;
    PT_TRY(pt_bid_lock(c, &w->bid, bid_id, NULL));
    w->is_waiting =
        !strcmp(w->bid.state, "awaiting_payment") && w->bid.job_goes_on;
    return PT_OK;
}

static pt_err_t *fund(pt_ctx_t *c, waiting_t *w, const pt_row_t *payment,
                      const collected_t *paid)
{
    PT_TRY(note_payment(c, payment, "pending", NULL));
    return w->bid.id ? pt_bid_paid(c, &w->bid, payment, paid->receipt_url)
                     : fund_job(c, payment, paid);
}

/* Book a collected payment once, in one transaction: job and bid first, then
 * payment. */
static pt_err_t *book_collected(pt_ctx_t *c, const pt_row_t *payment,
                                const collected_t *paid)
{
    const char *id = pt_row_str(payment, "id"), *state;
    waiting_t waiting;
    pt_row_t row;
    int is_first, in_time;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(lock_waiting(c, &waiting, payment));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(payment_lock, .payment_id = id)));
    state = pt_row_str(&row, "state");
    in_time = !strcmp(state, "pending") && waiting.is_waiting;
    PT_TRY(pt_db_exec(c->db, &is_first,
                      PT_Q(payment_succeeded, .payment_id = id,
                           .payment_intent_id = paid->payment_intent_id,
                           .charge_id = paid->charge_id,
                           .receipt_url = paid->receipt_url)));
    if (is_first) {
        PT_TRY(pt_clock_clear(c, "payment", id, "window_ends"));
        PT_TRY(post_payment(c, payment));
        PT_TRY(queue_fee(c, id));
        PT_TRY(in_time ? fund(c, &waiting, payment, paid)
                       : return_late_money(c, payment, state));
    }
    PT_TRY(pt_db_commit(c->db));
    if (is_first && !in_time)
        pt_log(&c->log, APLOG_WARNING,
               "PT1300: payment %s came after its window, it goes back", id);
    return PT_OK;
}

static int is_as_agreed(pt_ctx_t *c, const pt_row_t *payment,
                        apr_int64_t amount_minor, const char *currency)
{
    if (currency && amount_minor == pt_row_int(payment, "amount_minor")
        && !strcmp(currency, pt_row_str(payment, "currency")))
        return 1;
    pt_log(&c->log, APLOG_ERR,
           "PT1301: payment %s is over another amount at the provider",
           pt_row_str(payment, "id"));
    return 0;
}

/* What the provider calls a payment, as far as an object tells. */
typedef struct {
    const char *session, *payment_intent, *charge;
} names_t;

/* Find ours by what an object says of itself. */
static pt_err_t *find(pt_ctx_t *c, pt_row_t *payment, pt_seen_e *seen,
                      const json_t *object, const names_t *names)
{
    pt_row_t row;
    int found;

    *seen = PT_SEEN_FOREIGN;
    if (pt_object_is_foreign(c, object))
        return PT_OK;
    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(payment_find,
                            .payment_id = pt_object_uuid(object, "payment"),
                            .checkout_session_id = names->session,
                            .payment_intent_id = names->payment_intent,
                            .charge_id = names->charge)));
    if (!found) {
        *seen = pt_object_unmatched(c, object);
        return PT_OK;
    }
    *seen = PT_SEEN_DONE;
    return pt_db_one(c->db, payment,
                     PT_Q(payment_load, .payment_id = pt_row_str(&row, "id")));
}

/* An id, whether the object behind it was sent along or not. */
static const char *id_of(const json_t *object, const char *member)
{
    const json_t *value = json_object_get(object, member);

    return json_is_object(value) ? pt_json_str(value, "id")
                                 : json_string_value(value);
}

static int is_booked(const pt_row_t *payment)
{
    const char *state = pt_row_str(payment, "state");

    return !strcmp(state, "succeeded") || !strcmp(state, "partly_refunded")
           || !strcmp(state, "refunded");
}

/* A card was declined; the page is still open for another one. */
static pt_err_t *take_in_decline(pt_ctx_t *c, const pt_row_t *payment,
                                 const json_t *error)
{
    const char *code = pt_json_str(error, "decline_code");

    if (!code)
        code = pt_json_str(error, "code");
    if (!code)
        return PT_OK;
    return pt_db_exec(c->db, NULL,
                      PT_Q(payment_declined,
                           .payment_id = pt_row_str(payment, "id"),
                           .failure_code = code));
}

static pt_err_t *take_in_collected(pt_ctx_t *c, const pt_row_t *payment,
                                   const json_t *object, pt_seen_e *seen)
{
    collected_t paid = {
        .payment_intent_id = pt_json_str(object, "id"),
        .charge_id = id_of(object, "latest_charge"),
        .receipt_url = pt_json_str(json_object_get(object, "latest_charge"),
                                   "receipt_url"),
        .amount_minor = pt_json_int(object, "amount_received",
                                    pt_json_int(object, "amount", -1)),
        .currency = pt_json_str(object, "currency")};

    if (!is_as_agreed(c, payment, paid.amount_minor, paid.currency)) {
        *seen = PT_SEEN_WRONG;
        return PT_OK;
    }
    if (is_booked(payment))
        return PT_OK;
    if (!paid.receipt_url)
        paid.receipt_url = pt_row_str(payment, "receipt_url");
    fetch_receipt(c, &paid);
    return book_collected(c, payment, &paid);
}

pt_err_t *pt_payment_see_intent(pt_ctx_t *c, json_t *object, pt_seen_e *seen)
{
    const char *id = pt_json_str(object, "id");
    const char *status = pt_json_str(object, "status");
    pt_row_t payment;

    PT_TRY(find(c, &payment, seen, object, &(names_t){.payment_intent = id}));
    if (*seen != PT_SEEN_DONE)
        return PT_OK;
    if (!id || !status) {
        *seen = PT_SEEN_WRONG;
        return PT_OK;
    }
    if (!strcmp(status, "succeeded"))
        return take_in_collected(c, &payment, object, seen);
    if (!strcmp(status, "canceled"))
        return pt_payment_expired(c, pt_row_str(&payment, "id"));
    *seen = PT_SEEN_OPEN;
    return take_in_decline(c, &payment,
                           json_object_get(object, "last_payment_error"));
}

/* A session says that it is paid, its PaymentIntent says by which charge. */
static pt_err_t *see_paid_session(pt_ctx_t *c, const json_t *session,
                                  pt_seen_e *seen)
{
    const char *id = id_of(session, "payment_intent");
    json_t *object;

    if (!id) {
        *seen = PT_SEEN_WRONG;
        return PT_OK;
    }
    PT_TRY(pt_provider_get(c, &object,
                           apr_pstrcat(c->pool, "/v1/payment_intents/",
                                       pt_text_urlencode(c->pool, id),
                                       "?expand%5B%5D=latest_charge", NULL)));
    return pt_payment_see_intent(c, object, seen);
}

pt_err_t *pt_payment_see_session(pt_ctx_t *c, json_t *session, pt_seen_e *seen)
{
    const char *id = pt_json_str(session, "id");
    const char *status = pt_json_str(session, "status");
    const char *paid = pt_json_str(session, "payment_status");
    pt_row_t payment;

    PT_TRY(find(c, &payment, seen, session, &(names_t){.session = id}));
    if (*seen != PT_SEEN_DONE)
        return PT_OK;
    if (!id || !status
        || !is_as_agreed(c, &payment, pt_json_int(session, "amount_total", -1),
                         pt_json_str(session, "currency"))) {
        *seen = PT_SEEN_WRONG;
        return PT_OK;
    }
    if (!strcmp(status, "expired"))
        return pt_payment_expired(c, pt_row_str(&payment, "id"));
    if (!strcmp(status, "complete") && paid && !strcmp(paid, "paid"))
        return is_booked(&payment) ? PT_OK : see_paid_session(c, session, seen);
    *seen = PT_SEEN_OPEN;
    return PT_OK;
}

/* Something of this payment was refunded: ask about the refunds that are open.
 */
static pt_err_t *ask_for_refunds(pt_ctx_t *c, const char *payment_id)
{
    pt_rows_t rows;
    int i;

    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(refund_open_intents, .payment_id = payment_id)));
    PT_TRY(pt_db_begin(c->db));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(pt_intent_poll_due(c, pt_row_str(&row, "intent_id")));
    }
    return pt_db_commit(c->db);
}

pt_err_t *pt_payment_see_charge(pt_ctx_t *c, json_t *charge, pt_seen_e *seen)
{
    const char *id = pt_json_str(charge, "id");
    const char *status = pt_json_str(charge, "status");
    const char *payment_id;
    pt_row_t payment;

    PT_TRY(
        find(c, &payment, seen, charge,
             &(names_t){.payment_intent = pt_json_str(charge, "payment_intent"),
                        .charge = id}));
    if (*seen != PT_SEEN_DONE || !status || strcmp(status, "succeeded") != 0)
        return PT_OK;
    payment_id = pt_row_str(&payment, "id");
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(payment_charged, .payment_id = payment_id,
                           .charge_id = id,
                           .receipt_url = pt_json_str(charge, "receipt_url"))));
    if (pt_json_int(charge, "amount_refunded", 0) > 0)
        return ask_for_refunds(c, payment_id);
    return PT_OK;
}
