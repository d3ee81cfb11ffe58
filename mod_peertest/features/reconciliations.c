/* SPDX-License-Identifier: Apache-2.0 */
/* reconciliations.c - comparisons of our book with the provider's, for
 * administrators. */

#include "features/admin_ops.h"
#include "features/lists.h"

/* clang-format off */
static const pt_schema_t counts_schema = {"ReconciliationCounts", (const pt_field_t[]){
    PT_OUT(charge,     PT_T_INT,  "Charges that were read"),
    PT_OUT(transfer,   PT_T_INT,  "Transfers that were read"),
    PT_OUT(refund,     PT_T_INT,  "Refunds that were read"),
    PT_OUT(chargeback, PT_T_INT,  "Chargebacks that were read"),
    PT_OUT(foreign,    PT_T_INT,  "Objects of other sites, left alone"),
    PT_OUT(balance,    PT_T_ENUM, "Whether the balance was compared, or why not", .nullable = 1,
           .values = PT_VALUES("compared", "part_of_the_book", "shared_account", "in_motion")),
    PT_FIELDS_END}, 0};

#define RECONCILIATION_MEMBERS                                                                       \
    PT_OUT(id,           PT_T_UUID, "The comparison"),                                               \
    PT_OUT(state,        PT_T_ENUM, "How far it is",                                                 \
           .values = PT_VALUES("queued", "running", "done", "failed")),                              \
    PT_OUT(since,        PT_T_TIME, "Objects made before are left out; null: the whole book", .nullable = 1), \
    PT_OUT(reading,      PT_T_TEXT, "The list that is being read", .nullable = 1),                   \
    PT_OUT(counts,       PT_T_OBJECT, "What was read", .of = &counts_schema),                        \
    PT_OUT(differences,  PT_T_INT,  "How many were found; null until it is done", .nullable = 1),    \
    PT_OUT(chain_number, PT_T_INT,  "The hash chain's last link at that moment", .nullable = 1),     \
    PT_OUT(chain_hash,   PT_T_TEXT, "Its hash", .nullable = 1),                                      \
    PT_OUT(created_at,   PT_T_TIME, "When it was asked for"),                                        \
    PT_OUT(finished_at,  PT_T_TIME, "When it ended", .nullable = 1)

static const pt_field_t reconciliation_fields[] = {
    RECONCILIATION_MEMBERS,
    PT_FIELDS_END
};
static const pt_schema_t reconciliation_schema = {"Reconciliation", reconciliation_fields, 0};
static const pt_schema_t reconciliation_list_schema = {"Reconciliation", reconciliation_fields, 1};

static const pt_field_t difference_fields[] = {
    PT_OUT(kind,        PT_T_ENUM, "What differs",
           .values = PT_VALUES("charge", "transfer", "refund", "chargeback", "balance", "ledger", "chain")),
    PT_OUT(what,        PT_T_TEXT, "How: missing_here, missing_there, amount, currency, state, returned, ...; see docs/BOOKS.md"),
    PT_OUT(provider_id, PT_T_TEXT, "The provider's id", .nullable = 1),
    PT_OUT(our_id,      PT_T_TEXT, "Our id", .nullable = 1),
    PT_OUT(ours,        PT_T_TEXT, "What we have", .nullable = 1),
    PT_OUT(theirs,      PT_T_TEXT, "What the provider has", .nullable = 1),
    PT_OUT(currency,    PT_T_TEXT, "ISO 4217, lower case", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t difference_schema = {"ReconciliationDifference", difference_fields, 0};

static const pt_field_t found_fields[] = {
    RECONCILIATION_MEMBERS,
    PT_OUT(items, PT_T_ARRAY, "The first 500 differences",
           .item = PT_T_OBJECT, .of = &difference_schema),
    PT_FIELDS_END
};
static const pt_schema_t found_schema = {"ReconciliationWithDifferences", found_fields, 0};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} reconciliation_list_t;

static const pt_field_t reconciliation_list_fields[] = {
    PT_LIST_FIELDS(reconciliation_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *reconciliation_id;
} reconciliation_path_t;

static const pt_field_t reconciliation_path_fields[] = {
    PT_F(reconciliation_path_t, reconciliation_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The comparison"),
    PT_FIELDS_END
};

typedef struct {
    const char *since;
    const char *reason;
} reconcile_t;

static const pt_field_t reconcile_fields[] = {
    PT_F(reconcile_t, since, PT_T_TIME, PT_IN_BODY, PT_OPTIONAL,
         .doc = "Leave out what was made before; the whole book when it is left out"),
    PT_REASON_FIELD(reconcile_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *reconciliation_list(pt_req_t *q)
{
    const reconciliation_list_t *in = q->input;
    const char *before_id = NULL;
    pt_row_t list;

    PT_TRY(pt_cursor_id(q, &before_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(reconciliation_list, .before_id = before_id,
                          .page_size = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &list);
}

static pt_err_t *reconciliation_get(pt_req_t *q)
{
    const reconciliation_path_t *in = q->input;
    pt_row_t found;

    PT_TRY(pt_db_one(q->ctx.db, &found,
                     PT_Q(reconciliation_get, .id = in->reconciliation_id)));
    return pt_reply_row(q, &found);
}

static pt_err_t *reconcile_now(pt_req_t *q)
{
    const reconcile_t *in = q->input;
    pt_row_t made;

    PT_TRY(pt_db_one(q->ctx.db, &made,
                     PT_Q(reconciliation_request, .since = in->since,
                          .admin_id = q->actor->id)));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){.entity = "reconciliation",
                                .entity_id = pt_row_str(&made, "id"),
                                .reason = in->reason}));
    return pt_reply_row(q, &made);
}

/* clang-format off */
const pt_route_t pt_reconciliations_routes[] = {
    {.method = M_GET, .path = "/admin/reconciliations", .id = "listReconciliations",
     .tag = "Admin", .summary = "Comparisons with the payment provider's book, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(reconciliation_list_t, reconciliation_list_fields),
     .status = HTTP_OK, .output = &reconciliation_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = reconciliation_list},
    {.method = M_GET, .path = "/admin/reconciliations/{reconciliation_id}", .id = "getReconciliation",
     .tag = "Admin", .summary = "One comparison and what it has found",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(reconciliation_path_t, reconciliation_path_fields),
     .status = HTTP_OK, .output = &found_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = reconciliation_get},
    {.method = M_POST, .path = "/admin/reconciliations", .id = "reconcileNow",
     .tag = "Admin", .summary = "Compare now; one at a time",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(reconcile_t, reconcile_fields),
     .status = HTTP_CREATED, .output = &reconciliation_schema,
     PT_PROBLEMS(PT_P_CONFLICT),
     .handler = reconcile_now},
    PT_ROUTES_END
};
/* clang-format on */
