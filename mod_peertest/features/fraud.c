/* SPDX-License-Identifier: Apache-2.0 */
/* fraud.c - what looks odd about accounts; a reason to look, never a verdict.
 */

#include "features/lists.h"

/* clang-format off */
static const pt_field_t signal_fields[] = {
    PT_OUT(kind,         PT_T_ENUM, "declined_cards: at least three attempts to pay were declined; same_card: another builder pays with the same card; same_bank: another tester is paid to the same bank account; closed_circle: one builder has approved this tester's work at least three times within five minutes; chargebacks: the bank took payments back",
           .values = PT_VALUES("declined_cards", "same_card", "same_bank", "closed_circle", "chargebacks")),
    PT_OUT(account_id,   PT_T_UUID, "Whose account"),
    PT_OUT(account_name, PT_T_TEXT, "The name of its owner"),
    PT_OUT(other_id,     PT_T_UUID, "The other account, where two are involved", .nullable = 1),
    PT_OUT(other_name,   PT_T_TEXT, "The name of its owner", .nullable = 1),
    PT_OUT(count,        PT_T_INT,  "How often"),
    PT_OUT(is_frozen,    PT_T_BOOL, "The account's money stands still"),
    PT_OUT(seen_at,      PT_T_TIME, "The last time"),
    PT_FIELDS_END
};
static const pt_schema_t signal_list_schema = {"FraudSignal", signal_fields, 1};

typedef struct {
    apr_int64_t days;
    apr_int64_t limit;
    const char *cursor;
} signal_list_t;

static const pt_field_t signal_list_fields[] = {
    PT_F(signal_list_t, days,  PT_T_INT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 365, .dflt = 30, .doc = "How far to look back"),
    PT_LIST_FIELDS(signal_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *signal_list(pt_req_t *q)
{
    const signal_list_t *in = q->input;
    const char *before = NULL, *before_id = NULL;
    pt_row_t list;

    PT_TRY(pt_cursor_number(q, &before, &before_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(fraud_signals, .days = pt_i64(q->ctx.pool, in->days),
                          .before = before, .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

/* clang-format off */
const pt_route_t pt_fraud_routes[] = {
    {.method = M_GET, .path = "/admin/fraud-signals", .id = "listFraudSignals",
     .tag = "Admin", .summary = "What looks odd about accounts, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(signal_list_t, signal_list_fields),
     .status = HTTP_OK, .output = &signal_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = signal_list},
    PT_ROUTES_END
};
/* clang-format on */
