/* SPDX-License-Identifier: Apache-2.0 */
/* chargebacks.c - administrators look at what banks took back, and answer. */

#include "features/admin_ops.h"
#include "features/lists.h"
#include "features/queue_ops.h"
#include "http/pt_await.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const char *const chargeback_states[] = {
    "needs_response", "under_review", "won", "lost", NULL
};

static const pt_field_t chargeback_fields[] = {
    PT_OUT(id,                 PT_T_UUID, "The chargeback"),
    PT_OUT(provider_id,        PT_T_TEXT, "The provider's dispute"),
    PT_OUT(payment_id,         PT_T_UUID, "What was taken back"),
    PT_OUT(job_id,             PT_T_UUID, "What it had paid for"),
    PT_OUT(job_title,          PT_T_TEXT, "Its title"),
    PT_OUT(builder_id,         PT_T_UUID, "Who had paid"),
    PT_OUT(builder_name,       PT_T_TEXT, "The name of who had paid"),
    PT_OUT(builder_is_frozen,  PT_T_BOOL, "The builder's money stands still"),
    PT_OUT(amount_minor,       PT_T_INT,  "What it is about, minor units"),
    PT_OUT(currency,           PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(reason,             PT_T_TEXT, "What the bank says"),
    PT_OUT(state,              PT_T_ENUM, "How it stands", .values = chargeback_states),
    PT_OUT(lost_minor,         PT_T_INT,  "What we have lost by it as of now"),
    PT_OUT(covered_minor,      PT_T_INT,  "What would have been refunded, and covers the loss"),
    PT_OUT(provider_fee_minor, PT_T_INT,  "What the provider keeps for it"),
    PT_OUT(provider_fee_currency, PT_T_TEXT, "ISO 4217, lower case: what the provider settles in"),
    PT_OUT(evidence,           PT_T_JSON, "What is put at the provider's: text by field"),
    PT_OUT(evidence_due_at,    PT_T_TIME, "When the answer must be there", .nullable = 1),
    PT_OUT(evidence_sent_at,   PT_T_TIME, "When the evidence was put there", .nullable = 1),
    PT_OUT(submitted_at,       PT_T_TIME, "When it went to the bank", .nullable = 1),
    PT_OUT(opened_at,          PT_T_TIME, "When the bank took it"),
    PT_OUT(closed_at,          PT_T_TIME, "When the bank decided", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t chargeback_schema = {"Chargeback", chargeback_fields, 0};
static const pt_schema_t chargeback_list_schema = {"Chargeback", chargeback_fields, 1};

typedef struct {
    const char *state;
    const char *q;
    apr_int64_t limit;
    const char *cursor;
} chargeback_list_t;

static const pt_field_t chargeback_list_fields[] = {
    PT_F(chargeback_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = chargeback_states, .doc = "Only those in this state"),
    PT_F(chargeback_list_t, q, PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only those about this chargeback, payment or builder"),
    PT_LIST_FIELDS(chargeback_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *chargeback_id;
} chargeback_path_t;

static const pt_field_t chargeback_path_fields[] = {
    PT_F(chargeback_path_t, chargeback_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The chargeback"),
    PT_FIELDS_END
};

typedef struct {
    const char *chargeback_id;
    const char *reason;
} chargeback_submit_t;

static const pt_field_t chargeback_submit_fields[] = {
    PT_F(chargeback_submit_t, chargeback_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The chargeback"),
    PT_REASON_FIELD(chargeback_submit_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *chargeback_list(pt_req_t *q)
{
    const chargeback_list_t *in = q->input;
    const char *before_id;
    pt_row_t list;

    PT_TRY(pt_cursor_id(q, &before_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(chargeback_list, .state = in->state, .q = in->q,
                          .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

static pt_err_t *chargeback_reply(pt_req_t *q, const char *chargeback_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(chargeback_get, .chargeback_id = chargeback_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *chargeback_get(pt_req_t *q)
{
    const chargeback_path_t *in = q->input;

    return chargeback_reply(q, in->chargeback_id);
}

static pt_err_t *chargeback_submit(pt_req_t *q)
{
    const chargeback_submit_t *in = q->input;
    const char *state;
    pt_row_t row;

    PT_TRY(
        pt_db_one(q->ctx.db, &row,
                  PT_Q(chargeback_hold, .chargeback_id = in->chargeback_id)));
    state = pt_row_str(&row, "state");
    if (strcmp(state, "needs_response") != 0)
        return pt_err_state(
            pt_fail(q->ctx.pool, PT_P_WRONG_STATE, "The bank has its answer."),
            state);
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(chargeback_submitting,
                           .chargeback_id = in->chargeback_id,
                           .admin_id = q->actor->id)));
    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "chargeback",
                                                 .entity_id = in->chargeback_id,
                                                 .reason = in->reason}));
    return pt_queue_add(
        &q->ctx, &q->resource_id, "chargeback.answer",
        json_pack("{s:s, s:b}", "chargeback_id", in->chargeback_id, "submit",
                  1),
        apr_pstrcat(q->ctx.pool, "chargeback:", in->chargeback_id, NULL), NULL);
}

/* Still "needs_response" in the answer means: the provider has not taken it
 * yet. */
static pt_err_t *chargeback_submit_finish(pt_req_t *q)
{
    const chargeback_submit_t *in = q->input;
    json_t *result;

    PT_TRY(pt_await_job(q, &result, q->resource_id));
    PT_TRY(pt_req_borrow(q));
    return chargeback_reply(q, in->chargeback_id);
}

/* clang-format off */
const pt_route_t pt_chargebacks_routes[] = {
    {.method = M_GET, .path = "/admin/chargebacks", .id = "adminListChargebacks",
     .tag = "Admin", .summary = "What banks have taken back, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(chargeback_list_t, chargeback_list_fields),
     .status = HTTP_OK, .output = &chargeback_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = chargeback_list},
    {.method = M_GET, .path = "/admin/chargebacks/{chargeback_id}", .id = "adminGetChargeback",
     .tag = "Admin", .summary = "A chargeback with its evidence",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(chargeback_path_t, chargeback_path_fields),
     .status = HTTP_OK, .output = &chargeback_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = chargeback_get},
    {.method = M_POST, .path = "/admin/chargebacks/{chargeback_id}/submit", .id = "submitChargeback",
     .tag = "Admin", .summary = "The evidence goes to the bank; once",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(chargeback_submit_t, chargeback_submit_fields),
     .status = HTTP_OK, .output = &chargeback_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = chargeback_submit, .finish = chargeback_submit_finish},
    PT_ROUTES_END
};
/* clang-format on */
