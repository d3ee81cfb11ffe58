/* SPDX-License-Identifier: Apache-2.0 */
/* payouts.c - testers set up where they are paid to, and look at what they
 * earn. */

#include "features/lists.h"
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
           .values = PT_VALUES("pending", "processing", "completed", "failed", "reversed")),
    PT_OUT(failure_code,  PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(created_at,    PT_T_TIME, "When it was granted"),
    PT_OUT(completed_at,  PT_T_TIME, "When the money had left", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t payout_list_schema = {"Payout", payout_fields, 1};

static const pt_field_t figure_fields[] = {
    PT_OUT(currency,         PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(held_minor,       PT_T_INT,  "Held for work you have in hand, minor units"),
    PT_OUT(pending_minor,    PT_T_INT,  "Granted, not sent yet"),
    PT_OUT(processing_minor, PT_T_INT,  "On its way"),
    PT_OUT(completed_minor,  PT_T_INT,  "Paid"),
    PT_OUT(failed_minor,     PT_T_INT,  "Could not be sent; still yours"),
    PT_FIELDS_END
};
static const pt_schema_t figure_schema = {"EarningsFigure", figure_fields, 0};

static const pt_field_t earnings_fields[] = {
    PT_OUT(from,  PT_T_TIME,  "Payouts granted since", .nullable = 1),
    PT_OUT(to,    PT_T_TIME,  "Payouts granted before", .nullable = 1),
    PT_OUT(items, PT_T_ARRAY, "One entry for each currency",
           .item = PT_T_OBJECT, .of = &figure_schema),
    PT_FIELDS_END
};
static const pt_schema_t earnings_schema = {"Earnings", earnings_fields, 0};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} payout_list_t;

static const pt_field_t payout_list_fields[] = {
    PT_LIST_FIELDS(payout_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *from;
    const char *to;
} earnings_get_t;

static const pt_field_t earnings_get_fields[] = {
    PT_F(earnings_get_t, from, PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only payouts granted at this instant or later"),
    PT_F(earnings_get_t, to,   PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only payouts granted before this instant"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *onboarding_start(pt_req_t *q)
{
    const char *id = q->actor->id;

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
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(payout_list, .tester_id = q->actor->id,
                          .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

static pt_err_t *earnings_get(pt_req_t *q)
{
    const earnings_get_t *in = q->input;
    pt_row_t earnings;

    PT_TRY(pt_db_one(q->ctx.db, &earnings,
                     PT_Q(earnings_get, .tester_id = q->actor->id,
                          .from_at = in->from, .to_at = in->to)));
    return pt_reply_row(q, &earnings);
}

/* clang-format off */
const pt_route_t pt_payouts_routes[] = {
    {.method = M_POST, .path = "/me/payout-account", .id = "startPayoutOnboarding",
     .tag = "Payouts", .summary = "Set up, or complete, where you are paid to",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     .status = HTTP_OK, .output = &link_schema,
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
    {.method = M_GET, .path = "/me/earnings", .id = "getEarnings",
     .tag = "Payouts", .summary = "What you have earned, by currency",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(earnings_get_t, earnings_get_fields),
     .status = HTTP_OK, .output = &earnings_schema,
     .handler = earnings_get},
    PT_ROUTES_END
};
/* clang-format on */
