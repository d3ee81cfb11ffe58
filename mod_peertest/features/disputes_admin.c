/* SPDX-License-Identifier: Apache-2.0 */
/* disputes_admin.c - administrators decide disputes, and appeals of what others
 * have decided. */

#include "features/admin_ops.h"
#include "features/dispute_forms.h"
#include "features/dispute_ops.h"

#include <string.h>

/* clang-format off */
typedef struct {
    const char *dispute_id;
    apr_int64_t tester_percent;
    const char *reason;
    const char *summary;
} decide_t;

static const pt_field_t decide_fields[] = {
    PT_DISPUTE_ID(decide_t),
    PT_F(decide_t, tester_percent, PT_T_INT,  PT_IN_BODY, PT_REQUIRED,
         .min = 0, .max = 100, .doc = "What the tester gets of what is at stake; the rest goes back to the builder"),
    PT_F(decide_t, reason,         PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = PT_REASON_MIN, .max = PT_REASON_MAX,
         .doc = "Why; both sides read it, and it is kept in the audit trail"),
    PT_F(decide_t, summary,        PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 500, .doc = "What everybody may read about it: no names, no titles"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *dispute_list_all(pt_req_t *q)
{
    return pt_reply_disputes(q, NULL);
}

/* Nobody decides about themselves, nor about what they have decided. */
static pt_err_t *check_judge(pt_req_t *q, const pt_dispute_t *d)
{
    if (strcmp(q->actor->id, d->tester_id) == 0
        || strcmp(q->actor->id, d->builder_id) == 0)
        return pt_fail(q->ctx.pool, PT_P_FORBIDDEN,
                       "This is a dispute of your own");
    if (d->decided_by && strcmp(q->actor->id, d->decided_by) == 0)
        return pt_fail(q->ctx.pool, PT_P_SAME_ADMIN, NULL);
    return PT_OK;
}

/* A summary is for everybody: it tells nothing that leads to the two sides. */
static pt_err_t *check_summary(pt_req_t *q, const decide_t *in)
{
    pt_row_t row;

    if (!in->summary)
        return PT_OK;
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(dispute_names, .dispute_id = in->dispute_id,
                          .summary = in->summary)));
    if (pt_row_bool(&row, "tells"))
        return pt_err_field(PT_OK, q->ctx.pool, "/summary", PT_C_NOT_ALLOWED);
    return PT_OK;
}

static json_t *detail_of(const pt_dispute_t *d, const char *from)
{
    return json_pack("{ss ss sI sI}", "from_state", from, "to_state", d->state,
                     "tester_percent", (json_int_t)d->percent, "stake_minor",
                     (json_int_t)d->stake_minor);
}

static pt_err_t *dispute_decide(pt_req_t *q)
{
    const decide_t *in = q->input;
    const char *from;
    pt_dispute_t d;

    PT_TRY(pt_dispute_lock(&q->ctx, &d, in->dispute_id, NULL));
    PT_TRY(pt_dispute_may(&q->ctx, &d, PT_DISPUTE_DECIDE, PT_BY_ADMIN));
    PT_TRY(check_judge(q, &d));
    PT_TRY(check_summary(q, in));
    from = d.state;
    PT_TRY(pt_dispute_rule(&q->ctx, &d,
                           &(pt_ruling_t){.event = PT_DISPUTE_DECIDE,
                                          .by = PT_BY_ADMIN,
                                          .admin_id = q->actor->id,
                                          .reason = in->reason,
                                          .summary = in->summary,
                                          .percent = in->tester_percent}));
    PT_TRY(
        pt_admin_note(q, &(pt_admin_action_t){.entity = "dispute",
                                              .entity_id = in->dispute_id,
                                              .reason = in->reason,
                                              .detail = detail_of(&d, from)}));
    return pt_reply_dispute(q, in->dispute_id);
}

/* clang-format off */
const pt_route_t pt_disputes_admin_routes[] = {
    {.method = M_GET, .path = "/admin/disputes", .id = "adminListDisputes", .tag = "Admin",
     .summary = "All disputes, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(pt_dispute_list_t, pt_dispute_list_fields),
     .status = HTTP_OK, .output = &pt_dispute_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = dispute_list_all},
    {.method = M_POST, .path = "/admin/disputes/{dispute_id}/decide", .id = "decideDispute", .tag = "Admin",
     .summary = "Decide a dispute, or an appeal of what somebody else has decided",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_FINANCE,
     .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(decide_t, decide_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_SAME_ADMIN),
     .handler = dispute_decide},
    PT_ROUTES_END
};
/* clang-format on */
