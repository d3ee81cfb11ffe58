/* SPDX-License-Identifier: Apache-2.0 */
/* findings.c - testers describe the problems that they found. */

#include "features/assignments_ops.h"
#include "features/work_forms.h"
#include "http/pt_route.h"

/* Beyond what one tester writes in one session. */
#define FINDINGS_MAX 200

/* clang-format off */
typedef struct {
    const char *submission_id; /* of a new one ... */
    const char *finding_id;    /* ... or which one is changed */
    const char *title, *kind, *severity, *url;
    json_t *steps;
    const char *expected, *actual, *reproducibility;
    json_t *attachment_ids;
} finding_input_t;

#define FINDING_FIELDS(need_)                                                  \
    PT_F(finding_input_t, title,           PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 30, .max = 120, .doc = "One problem in one sentence"),         \
    PT_F(finding_input_t, kind,            PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_finding_kinds, .doc = "What kind of problem"),           \
    PT_F(finding_input_t, severity,        PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_severities, .doc = "How bad it is"),                     \
    PT_F(finding_input_t, url,             PT_T_URL,   PT_IN_BODY, PT_OPTIONAL,\
         .max = 2000, .doc = "Where it is"),                                   \
    PT_F(finding_input_t, steps,           PT_T_ARRAY, PT_IN_BODY, need_,      \
         .item = PT_T_TEXT, .item_max = 500, .min = 1, .max = 30,              \
         .doc = "How to see it, step by step"),                                \
    PT_F(finding_input_t, expected,        PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What should happen"),                  \
    PT_F(finding_input_t, actual,          PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What happens"),                        \
    PT_F(finding_input_t, reproducibility, PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_reproducibilities, .doc = "How often it happens"),       \
    PT_F(finding_input_t, attachment_ids,  PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,\
         .item = PT_T_UUID, .max = 0, .doc = "No files can be attached yet")

static const pt_field_t finding_add_fields[] = {
    PT_F(finding_input_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission that it is part of"),
    FINDING_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

static const pt_field_t finding_update_fields[] = {
    PT_F(finding_input_t, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The finding"),
    FINDING_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

typedef struct {
    const char *finding_id;
} finding_id_t;

static const pt_field_t finding_id_fields[] = {
    PT_F(finding_id_t, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The finding"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *finding_add(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_draft_t draft;
    pt_row_t row;
    int has_room;

    PT_TRY(
        pt_draft_lock(&q->ctx, &draft, q->actor->id, in->submission_id, NULL));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &has_room,
        PT_Q(finding_create, .submission_id = draft.submission_id,
             .title = in->title, .kind = in->kind, .severity = in->severity,
             .url = in->url, .steps = pt_json_text(p, in->steps),
             .expected = in->expected, .actual = in->actual,
             .reproducibility = in->reproducibility,
             .most = pt_i64(p, FINDINGS_MAX))));
    if (!has_room)
        return pt_err_field(PT_OK, p, "", PT_C_TOO_MANY);
    return pt_reply_row(q, &row);
}

static pt_err_t *finding_update(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    pt_draft_t draft;
    pt_row_t row;

    PT_TRY(pt_draft_lock(&q->ctx, &draft, q->actor->id, NULL, in->finding_id));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_get, .finding_id = in->finding_id)));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_update, .finding_id = in->finding_id,
                          .title = in->title, .kind = in->kind,
                          .severity = in->severity, .url = in->url,
                          .steps = pt_json_text(q->ctx.pool, in->steps),
                          .expected = in->expected, .actual = in->actual,
                          .reproducibility = in->reproducibility)));
    return pt_reply_row(q, &row);
}

static pt_err_t *finding_delete(pt_req_t *q)
{
    const finding_id_t *in = q->input;
    pt_draft_t draft;

    PT_TRY(pt_draft_lock(&q->ctx, &draft, q->actor->id, NULL, in->finding_id));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(finding_delete, .finding_id = in->finding_id)));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_findings_routes[] = {
    {.method = M_POST, .path = "/submissions/{submission_id}/findings", .id = "addFinding", .tag = "Work",
     .summary = "Add a finding to a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_add_fields),
     .status = HTTP_CREATED, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_add},
    {.method = M_PATCH, .path = "/findings/{finding_id}", .id = "updateFinding", .tag = "Work",
     .summary = "Change a finding of a draft; what is left out stays as it is",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_update_fields),
     .status = HTTP_OK, .output = &pt_finding_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_update},
    {.method = M_DELETE, .path = "/findings/{finding_id}", .id = "deleteFinding", .tag = "Work",
     .summary = "Take a finding out of a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_id_t, finding_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_delete},
    PT_ROUTES_END
};
/* clang-format on */
