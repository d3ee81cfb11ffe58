/* SPDX-License-Identifier: Apache-2.0 */
/* payouts.c - testers set up where they are paid to, and look at their
 * payouts. */

#include "features/money_fields.h"
#include "features/queue_ops.h"
#include "http/pt_await.h"

#include <apr_strings.h>

/* clang-format off */
static const pt_field_t link_fields[] = {
    PT_OUT(url, PT_T_URL, "Where to go on at the payment provider; null: in progress, ask again shortly", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t link_schema = {"PayoutOnboarding", link_fields, 0};

static const pt_field_t account_fields[] = {
    PT_OUT(state, PT_T_ENUM, "Whether you can be paid",
           .values = PT_VALUES("none", "pending", "active", "restricted", "rejected")),
    PT_FIELDS_END
};
static const pt_schema_t account_schema = {"PayoutAccount", account_fields, 0};

static const pt_field_t payout_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The payout"),
    PT_OUT(submission_id, PT_T_UUID, "The work it pays for"),
    PT_OUT(assignment_id, PT_T_UUID, "The seat it belongs to"),
    PT_OUT(job_title,     PT_T_TEXT, "The job's title"),
    PT_OUT(item_title,    PT_T_TEXT, "The title of its item; null in a simple job", .nullable = 1),
    PT_OUT(amount_minor,  PT_T_INT,  "What you get, minor units"),
    PT_OUT(currency,      PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(state,         PT_T_ENUM, "How far it is",
           .values = pt_sending_states),
    PT_OUT(failure_code,  PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(waits_for,     PT_T_ENUM, "pending: your payout account, a sum that is worth a transfer, a builder whose money stands still, our own balance at the payment provider, or its answer", .nullable = 1,
           .values = PT_VALUES("account", "threshold", "frozen", "balance", "provider")),
    PT_OUT(waits_since,   PT_T_TIME, "pending: since when", .nullable = 1),
    PT_OUT(threshold_minor, PT_T_INT, "The sum that it waits for", .nullable = 1),
    PT_OUT(reversed_minor, PT_T_INT, "What was taken back of it after all"),
    PT_OUT(created_at,    PT_T_TIME, "When it was granted"),
    PT_OUT(completed_at,  PT_T_TIME, "When the money had left", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t payout_list_schema = {"Payout", payout_fields, 1};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} payout_list_t;

static const pt_field_t payout_list_fields[] = {
    PT_LIST_FIELDS(payout_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *onboarding_start(pt_req_t *q)
{
    const char *id = q->actor->id;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(tester_market, .tester_id = id)));
    if (!pt_row_bool(&row, "is_open"))
        return pt_fail(q->ctx.pool, PT_P_MARKET_CLOSED,
                       "Testers of your country cannot be paid yet.");
    return pt_queue_add(&q->ctx, &q->resource_id, "payout.account",
                        json_pack("{s:s}", "account_id", id),
                        apr_pstrcat(q->ctx.pool, "payout-account:", id, NULL),
                        NULL);
}

static pt_err_t *onboarding_finish(pt_req_t *q)
{
    json_t *result;

    PT_TRY(pt_await_job(q, &result, q->resource_id));
    return pt_reply_json(
        q, json_pack("{s:s?}", "url", pt_json_str(result, "url")));
}

static pt_err_t *account_get(pt_req_t *q)
{
    pt_row_t account;

    PT_TRY(pt_db_one(q->ctx.db, &account,
                     PT_Q(payout_account_get, .account_id = q->actor->id)));
    return pt_reply_row(q, &account);
}

static pt_err_t *payout_list(pt_req_t *q)
{
    const payout_list_t *in = q->input;
    const char *before_id = NULL;
    pt_row_t list;

    PT_TRY(pt_cursor_id(q, &before_id, in->cursor));
    PT_TRY(pt_db_one(
        q->ctx.db, &list,
        PT_Q(payout_list, .tester_id = q->actor->id, .before_id = before_id,
             .min_minor = pt_i64(q->ctx.pool, q->ctx.site->cfg->payout_min),
             .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

/* clang-format off */
const pt_route_t pt_payouts_routes[] = {
    {.method = M_POST, .path = "/me/payout-account", .id = "startPayoutOnboarding",
     .tag = "Payouts", .summary = "Set up, or complete, where you are paid to",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     .status = HTTP_OK, .output = &link_schema,
     PT_PROBLEMS(PT_P_MARKET_CLOSED),
     .handler = onboarding_start, .finish = onboarding_finish},
    {.method = M_GET, .path = "/me/payout-account", .id = "getPayoutAccount",
     .tag = "Payouts", .summary = "Whether you can be paid",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &account_schema,
     .handler = account_get},
    {.method = M_GET, .path = "/me/payouts", .id = "listPayouts",
     .tag = "Payouts", .summary = "Your payouts, newest first",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(payout_list_t, payout_list_fields),
     .status = HTTP_OK, .output = &payout_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = payout_list},
    PT_ROUTES_END
};
/* clang-format on */
