/* SPDX-License-Identifier: Apache-2.0 */
/* refunds.c - builders look at what comes back to them. */

#include "features/money_fields.h"

/* clang-format off */
static const pt_field_t refund_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The refund"),
    PT_OUT(payment_id,    PT_T_UUID, "What it is of"),
    PT_OUT(job_id,        PT_T_UUID, "What was paid for"),
    PT_OUT(job_title,     PT_T_TEXT, "Its title"),
    PT_OUT(assignment_id, PT_T_UUID, "The seat that it is about", .nullable = 1),
    PT_OUT(amount_minor,  PT_T_INT,  "All that is yours again, minor units"),
    PT_OUT(covered_minor, PT_T_INT,  "Of it, what your bank has given back to you already"),
    PT_OUT(currency,      PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(reason,        PT_T_ENUM, "Why it goes back",
           .values = PT_VALUES("rejected", "partial", "bonus_unused", "disputed", "waived", "cancelled", "returned", "lapsed", "expired", "seat_unused", "late_payment", "by_admin")),
    PT_OUT(state,         PT_T_ENUM, "How far it is", .values = pt_sending_states),
    PT_OUT(failure_code,  PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(waits_for,     PT_T_ENUM, "pending: your money stands still, or the payment provider has not answered", .nullable = 1,
           .values = PT_VALUES("frozen", "provider")),
    PT_OUT(created_at,    PT_T_TIME, "When it was decided"),
    PT_OUT(completed_at,  PT_T_TIME, "When the money had left", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t refund_list_schema = {"Refund", refund_fields, 1};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} refund_list_t;

static const pt_field_t refund_list_fields[] = {
    PT_LIST_FIELDS(refund_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *refund_list(pt_req_t *q)
{
    const refund_list_t *in = q->input;
    const char *before_id = NULL;
    pt_row_t list;

    PT_TRY(pt_cursor_id(q, &before_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(refund_list, .builder_id = q->actor->id,
                          .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

/* clang-format off */
const pt_route_t pt_refunds_routes[] = {
    {.method = M_GET, .path = "/me/refunds", .id = "listMyRefunds",
     .tag = "Payments", .summary = "What comes back to you, one by one, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(refund_list_t, refund_list_fields),
     .status = HTTP_OK, .output = &refund_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = refund_list},
    PT_ROUTES_END
};
/* clang-format on */
