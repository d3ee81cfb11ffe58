/* SPDX-License-Identifier: Apache-2.0 */
/* payouts_admin.c - administrators look at payouts, try them again, and take
 * back what was transferred. */

#include "features/admin_ops.h"
#include "features/money_fields.h"
#include "features/payouts_ops.h"
#include "features/reversals_ops.h"

/* clang-format off */
static const pt_field_t reversal_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The reversal"),
    PT_OUT(payout_id,    PT_T_UUID, "What is taken back"),
    PT_OUT(amount_minor, PT_T_INT,  "How much of it, minor units"),
    PT_OUT(currency,     PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(to,           PT_T_ENUM, "Who gets it",
           .values = PT_VALUES("builder", "platform")),
    PT_OUT(reason,       PT_T_TEXT, "Why"),
    PT_OUT(state,        PT_T_ENUM, "How far it is",
           .values = PT_VALUES("pending", "processing", "completed", "failed")),
    PT_OUT(failure_code, PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(created_at,   PT_T_TIME, "When it was decided"),
    PT_OUT(completed_at, PT_T_TIME, "When the money was back", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t reversal_schema = {"PayoutReversal", reversal_fields, 0};

static const pt_field_t payout_fields[] = {
    PT_OUT(id,             PT_T_UUID, "The payout"),
    PT_OUT(submission_id,  PT_T_UUID, "The work it pays for"),
    PT_OUT(assignment_id,  PT_T_UUID, "The seat it belongs to"),
    PT_OUT(job_id,         PT_T_UUID, "The job"),
    PT_OUT(job_title,      PT_T_TEXT, "The job's title"),
    PT_OUT(tester_id,      PT_T_UUID, "Who gets it"),
    PT_OUT(tester_name,    PT_T_TEXT, "The name of who gets it"),
    PT_OUT(builder_id,     PT_T_UUID, "Whose job it is"),
    PT_OUT(builder_name,   PT_T_TEXT, "The name of whose job it is"),
    PT_OUT(amount_minor,   PT_T_INT,  "What the tester gets, minor units"),
    PT_OUT(fee_minor,      PT_T_INT,  "The tester's fee, already taken off"),
    PT_OUT(currency,       PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(state,          PT_T_ENUM, "How far it is", .values = pt_sending_states),
    PT_OUT(failure_code,   PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(waits_for,      PT_T_ENUM, "pending: what it waits for", .nullable = 1,
           .values = PT_VALUES("account", "threshold", "frozen", "balance", "provider")),
    PT_OUT(waits_since,    PT_T_TIME, "pending: since when", .nullable = 1),
    PT_OUT(attempts,       PT_T_INT,  "How often the provider was asked"),
    PT_OUT(transfer_id,    PT_T_TEXT, "The provider's transfer", .nullable = 1),
    PT_OUT(reversals,      PT_T_ARRAY, "What administrators have taken back",
           .item = PT_T_OBJECT, .of = &reversal_schema),
    PT_OUT(reversed_minor, PT_T_INT,  "What has come back of it"),
    PT_OUT(created_at,     PT_T_TIME, "When it was granted"),
    PT_OUT(completed_at,   PT_T_TIME, "When the money had left", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t payout_schema = {"AdminPayout", payout_fields, 0};
static const pt_schema_t payout_list_schema = {"AdminPayout", payout_fields, 1};

static const pt_field_t payout_list_fields[] = {
    PT_MONEY_LIST_FIELDS(pt_sending_states),
    PT_FIELDS_END
};

typedef struct {
    const char *payout_id;
    const char *reason;
} payout_retry_t;

static const pt_field_t payout_retry_fields[] = {
    PT_F(payout_retry_t, payout_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The payout"),
    PT_REASON_FIELD(payout_retry_t),
    PT_FIELDS_END
};

typedef struct {
    const char *payout_id;
    apr_int64_t amount_minor;
    const char *to;
    const char *reason;
} payout_reverse_t;

static const pt_field_t payout_reverse_fields[] = {
    PT_F(payout_reverse_t, payout_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The payout"),
    PT_F(payout_reverse_t, amount_minor, PT_T_INT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = PT_AMOUNT_MAX,
         .doc = "How much of it, minor units; all unless said"),
    PT_F(payout_reverse_t, to, PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = PT_VALUES("builder", "platform"),
         .doc = "Who gets it: builder, refunded to the card; or platform"),
    PT_REASON_FIELD(payout_reverse_t),
    PT_FIELDS_END
};
/* clang-format on */

static const char *threshold(pt_req_t *q)
{
    return pt_i64(q->ctx.pool, q->ctx.site->cfg->payout_min);
}

static pt_err_t *payout_list(pt_req_t *q)
{
    const pt_money_list_t *in = q->input;
    pt_money_page_t page;
    pt_row_t list;

    PT_TRY(pt_money_page_read(q, &page));
    PT_TRY(pt_db_one(
        q->ctx.db, &list,
        PT_Q(admin_payout_list, .state = in->state, .about = page.about,
             .reference = page.reference, .before_id = page.before_id,
             .min_minor = threshold(q), .page_size = page.page_size)));
    return pt_reply_row(q, &list);
}

static pt_err_t *payout_reply(pt_req_t *q, const char *payout_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(admin_payout_get, .payout_id = payout_id,
                          .min_minor = threshold(q))));
    return pt_reply_row(q, &row);
}

static pt_err_t *payout_retry(pt_req_t *q)
{
    const payout_retry_t *in = q->input;

    PT_TRY(pt_payout_retry_one(&q->ctx, in->payout_id));
    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "payout",
                                                 .entity_id = in->payout_id,
                                                 .reason = in->reason}));
    return payout_reply(q, in->payout_id);
}

static pt_err_t *payout_reverse(pt_req_t *q)
{
    const payout_reverse_t *in = q->input;
    pt_reversal_t reversal = {.payout_id = in->payout_id,
                              .amount_minor = in->amount_minor,
                              .beneficiary = in->to,
                              .reason = in->reason,
                              .admin_id = q->actor->id};
    const char *reversal_id;

    PT_TRY(pt_reversal_start(&q->ctx, &reversal_id, &reversal));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){.entity = "payout",
                                .entity_id = in->payout_id,
                                .reason = in->reason,
                                .detail =
                                    json_pack("{s:s, s:I, s:s}", "reversal_id",
                                              reversal_id, "amount_minor",
                                              (json_int_t)reversal.amount_minor,
                                              "to", in->to)}));
    return payout_reply(q, in->payout_id);
}

/* clang-format off */
const pt_route_t pt_payouts_admin_routes[] = {
    {.method = M_GET, .path = "/admin/payouts", .id = "adminListPayouts",
     .tag = "Admin", .summary = "Payouts to all testers, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(pt_money_list_t, payout_list_fields),
     .status = HTTP_OK, .output = &payout_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = payout_list},
    {.method = M_POST, .path = "/admin/payouts/{payout_id}/retry", .id = "retryPayout",
     .tag = "Admin", .summary = "Try a payout again that has failed",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(payout_retry_t, payout_retry_fields),
     .status = HTTP_OK, .output = &payout_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_PAYABLE, PT_P_ACCOUNT_FROZEN),
     .handler = payout_retry},
    {.method = M_POST, .path = "/admin/payouts/{payout_id}/reverse", .id = "reversePayout",
     .tag = "Admin", .summary = "Take back what was transferred",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(payout_reverse_t, payout_reverse_fields),
     .status = HTTP_OK, .output = &payout_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_TOO_MUCH),
     .handler = payout_reverse},
    PT_ROUTES_END
};
/* clang-format on */
