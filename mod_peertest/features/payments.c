/* SPDX-License-Identifier: Apache-2.0 */
/* payments.c - builders look at what they pay, and close a payment window. */

#include "features/money_fields.h"
#include "features/payment_form.h"
#include "features/payments_ops.h"
#include "features/queue_ops.h"
#include "http/pt_await.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const pt_field_t payment_fields[] = {
    PT_OUT(id,             PT_T_UUID, "The payment"),
    PT_OUT(state,          PT_T_ENUM, "How it stands", .values = pt_payment_states),
    PT_OUT(amount_minor,   PT_T_INT,  "All that is paid, seats and fees, minor units"),
    PT_OUT(fee_minor,      PT_T_INT,  "The fees in amount_minor"),
    PT_OUT(refunded_minor, PT_T_INT,  "What has gone back so far, minor units"),
    PT_OUT(currency,       PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(checkout_url,   PT_T_URL,  "Where to pay; null while it is in the making, and afterwards", .nullable = 1),
    PT_OUT(job_id,         PT_T_UUID, "What it pays for"),
    PT_OUT(job_title,      PT_T_TEXT, "Its title"),
    PT_OUT(bid_id,         PT_T_UUID, "The bid it pays for", .nullable = 1),
    PT_OUT(receipt_url,    PT_T_URL,  "The provider's receipt", .nullable = 1),
    PT_OUT(receipt_path,   PT_T_TEXT, "Our receipt as a PDF, once the money has arrived", .nullable = 1),
    PT_OUT(failure_code,   PT_T_TEXT, "Why the last attempt was declined", .nullable = 1),
    PT_OUT(waits_since,    PT_T_TIME, "Since when the payment provider is asked for the page", .nullable = 1),
    PT_OUT(chargeback_state, PT_T_ENUM, "The card's holder has taken it back through the bank: how that stands", .nullable = 1,
           .values = PT_VALUES("needs_response", "under_review", "won", "lost")),
    PT_OUT(expires_at,     PT_T_TIME, "When the payment window ends"),
    PT_OUT(created_at,     PT_T_TIME, "When the window was opened"),
    PT_OUT(succeeded_at,   PT_T_TIME, "When the money arrived", .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_payment_schema = {"Payment", payment_fields, 0};
static const pt_schema_t payment_list_schema = {"Payment", payment_fields, 1};

static const pt_field_t portal_fields[] = {
    PT_OUT(url, PT_T_URL, "Where to go on at the payment provider; null: in progress, ask again shortly", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t portal_schema = {"BillingPortal", portal_fields, 0};

typedef struct {
    const char *payment_id;
} payment_path_t;

static const pt_field_t payment_path_fields[] = {
    PT_F(payment_path_t, payment_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The payment"),
    PT_FIELDS_END
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} payment_list_t;

static const pt_field_t payment_list_fields[] = {
    PT_LIST_FIELDS(payment_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *payment_reply(pt_req_t *q, const char *payment_id)
{
    pt_row_t payment;

    PT_TRY(pt_db_one(q->ctx.db, &payment,
                     PT_Q(payment_get, .payment_id = payment_id,
                          .builder_id = q->actor->id)));
    return pt_reply_row(q, &payment);
}

static pt_err_t *payment_get(pt_req_t *q)
{
    const payment_path_t *in = q->input;

    return payment_reply(q, in->payment_id);
}

static pt_err_t *payment_list(pt_req_t *q)
{
    const payment_list_t *in = q->input;
    const char *before_id = NULL;
    pt_row_t list;

    PT_TRY(pt_cursor_id(q, &before_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(payment_list, .builder_id = q->actor->id,
                          .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

static pt_err_t *payment_cancel(pt_req_t *q)
{
    const payment_path_t *in = q->input;
    pt_row_t payment;
    const char *state;

    PT_TRY(pt_db_one(q->ctx.db, &payment,
                     PT_Q(payment_get, .payment_id = in->payment_id,
                          .builder_id = q->actor->id)));
    state = pt_row_str(&payment, "state");
    if (strcmp(state, "pending") != 0)
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE,
                                    "Only an open payment can be cancelled."),
                            state);
    return pt_payment_close(&q->ctx, &q->resource_id, in->payment_id);
}

/* Still pending in the answer means: the provider has not closed the page yet.
 */
static pt_err_t *payment_cancel_finish(pt_req_t *q)
{
    const payment_path_t *in = q->input;
    json_t *result;

    PT_TRY(pt_await_job(q, &result, q->resource_id));
    PT_TRY(pt_req_borrow(q));
    return payment_reply(q, in->payment_id);
}

static pt_err_t *portal_start(pt_req_t *q)
{
    return pt_queue_add(
        &q->ctx, &q->resource_id, "payment.portal",
        json_pack("{s:s}", "account_id", q->actor->id),
        apr_pstrcat(q->ctx.pool, "customer:", q->actor->id, NULL), NULL);
}

static pt_err_t *portal_finish(pt_req_t *q)
{
    json_t *result;

    PT_TRY(pt_await_job(q, &result, q->resource_id));
    return pt_reply_json(
        q, json_pack("{s:s?}", "url", pt_json_str(result, "url")));
}

/* clang-format off */
const pt_route_t pt_payments_routes[] = {
    {.method = M_GET, .path = "/payments/{payment_id}", .id = "getPayment",
     .tag = "Payments", .summary = "One of your payments",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(payment_path_t, payment_path_fields),
     .status = HTTP_OK, .output = &pt_payment_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = payment_get},
    {.method = M_GET, .path = "/me/payments", .id = "listPayments",
     .tag = "Payments", .summary = "Your payments, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(payment_list_t, payment_list_fields),
     .status = HTTP_OK, .output = &payment_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = payment_list},
    {.method = M_POST, .path = "/payments/{payment_id}/cancel", .id = "cancelPayment",
     .tag = "Payments", .summary = "Close the payment window; the job, or the bid, is what it was before",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(payment_path_t, payment_path_fields),
     .status = HTTP_OK, .output = &pt_payment_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = payment_cancel, .finish = payment_cancel_finish},
    {.method = M_POST, .path = "/me/billing-portal", .id = "startBillingPortal",
     .tag = "Payments", .summary = "Your cards and receipts, at the payment provider",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     .status = HTTP_OK, .output = &portal_schema,
     .handler = portal_start, .finish = portal_finish},
    PT_ROUTES_END
};
/* clang-format on */
