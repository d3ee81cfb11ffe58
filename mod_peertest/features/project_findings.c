/* SPDX-License-Identifier: Apache-2.0 */
/* project_findings.c - all findings of a project; what is similar to one that
 * is being written; the scales that severities are told on. */

#include "domain/severity_scales.h"
#include "features/finding_forms.h"
#include "features/lists.h"

#define SIMILAR_MAX 5

/* clang-format off */
typedef struct {
    const char *project_id;
    const char *q, *state, *severity, *kind, *root_id;
    apr_int64_t limit;
    const char *cursor;
} finding_list_t;

static const pt_field_t finding_list_fields[] = {
    PT_F(finding_list_t, project_id, PT_T_UUID, PT_IN_PATH,  PT_REQUIRED, .doc = "The project"),
    PT_F(finding_list_t, q,          PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1, .max = 200,
         .doc = "Words that its title or steps have, as they stand there"),
    PT_F(finding_list_t, state,      PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_finding_states,
         .doc = "Those alone of this state"),
    PT_F(finding_list_t, severity,   PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_severities,
         .doc = "Those alone that are so bad, by the builder's word or else the tester's"),
    PT_F(finding_list_t, kind,       PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_finding_kinds,
         .doc = "Those alone of this kind"),
    PT_F(finding_list_t, root_id,    PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Those alone that repeat this one"),
    PT_LIST_FIELDS(finding_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *text;
} similar_t;

static const pt_field_t similar_in_fields[] = {
    PT_F(similar_t, submission_id, PT_T_UUID, PT_IN_PATH,  PT_REQUIRED, .doc = "The draft"),
    PT_F(similar_t, text,          PT_T_TEXT, PT_IN_QUERY, PT_REQUIRED, .min = 3, .max = 500,
         .doc = "The title that is being written, and perhaps steps"),
    PT_FIELDS_END
};

static const pt_field_t similar_fields[] = {
    PT_OUT(kind,       PT_T_ENUM, "What it is", .values = PT_VALUES("finding", "known_issue")),
    PT_OUT(id,         PT_T_UUID, "The finding or the issue"),
    PT_OUT(title,      PT_T_TEXT, "Its title"),
    PT_OUT(state,      PT_T_ENUM, "What became of a finding", .values = pt_finding_states, .nullable = 1),
    PT_OUT(severity,   PT_T_ENUM, "How bad a finding is", .values = pt_severities, .nullable = 1),
    PT_OUT(created_at, PT_T_TIME, "Since when it is there"),
    PT_OUT(similarity, PT_T_INT,  "How close it is, per cent"),
    PT_FIELDS_END
};
static const pt_schema_t similar_schema = {"SimilarFinding", similar_fields, 1};

static const pt_field_t step_fields[] = {
    PT_OUT(value,    PT_T_TEXT, "A value; of scores the lowest one of the step"),
    PT_OUT(severity, PT_T_ENUM, "The house step that it proposes", .values = pt_severities),
    PT_FIELDS_END
};
static const pt_schema_t step_schema = {"SeverityStep", step_fields, 0};

static const pt_field_t scale_fields[] = {
    PT_OUT(name,         PT_T_ENUM,  "The scale", .values = pt_scale_names),
    PT_OUT(takes_vector, PT_T_BOOL,  "Whether the value is the score of a CVSS 3.1 vector"),
    PT_OUT(steps,        PT_T_ARRAY, "Its values, worst first", .item = PT_T_OBJECT, .of = &step_schema),
    PT_FIELDS_END
};
static const pt_schema_t scales_schema = {"SeverityScale", scale_fields, 1};
/* clang-format on */

static pt_err_t *finding_list(pt_req_t *q)
{
    const finding_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(
        q->ctx.db, &page,
        PT_Q(finding_list, .project_id = in->project_id,
             .owner_id = q->actor->id, .q = in->q, .state = in->state,
             .severity = in->severity, .kind = in->kind, .root_id = in->root_id,
             .before_id = before, .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *finding_similar(pt_req_t *q)
{
    const similar_t *in = q->input;
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(finding_similar, .submission_id = in->submission_id,
                          .tester_id = q->actor->id, .text = in->text,
                          .most = pt_i64(q->ctx.pool, SIMILAR_MAX))));
    return pt_reply_row(q, &page);
}

static json_t *scale_json(const pt_scale_t *scale)
{
    json_t *steps = json_array();

    for (const pt_scale_step_t *step = scale->steps; step->value; step++)
        json_array_append_new(steps, json_pack("{ss ss}", "value", step->value,
                                               "severity", step->severity));
    return json_pack("{ss sb so}", "name", scale->name, "takes_vector",
                     scale->takes_vector, "steps", steps);
}

static pt_err_t *scale_list(pt_req_t *q)
{
    json_t *items = json_array();

    for (const pt_scale_t *scale = pt_scales; scale->name; scale++)
        json_array_append_new(items, scale_json(scale));
    return pt_reply_json(q, json_pack("{so sn}", "items", items, "next"));
}

/* clang-format off */
const pt_route_t pt_project_findings_routes[] = {
    {.method = M_GET, .path = "/projects/{project_id}/findings", .id = "listFindings", .tag = "Findings",
     .summary = "What was handed in for a project of yours, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(finding_list_t, finding_list_fields),
     .status = HTTP_OK, .output = &pt_finding_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = finding_list},
    {.method = M_GET, .path = "/submissions/{submission_id}/similar-findings", .id = "listSimilarFindings",
     .tag = "Findings", .summary = "What may be the same as what you are writing; titles alone, the closest first",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(similar_t, similar_in_fields),
     .status = HTTP_OK, .output = &similar_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = finding_similar},
    {.method = M_GET, .path = "/severity-scales", .id = "getSeverityScales", .tag = "Findings",
     .summary = "The scales of the trades, and what each value is on ours",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ, .status = HTTP_OK, .output = &scales_schema,
     .cache_seconds = 60, .etag = 1, .no_db = 1, .handler = scale_list},
    PT_ROUTES_END
};
/* clang-format on */
