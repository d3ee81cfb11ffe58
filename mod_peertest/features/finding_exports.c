/* SPDX-License-Identifier: Apache-2.0 */
/* finding_exports.c - a project's findings as files for other tools, and as a
 * report on paper. */

#include "domain/severity_scales.h"
#include "features/finding_forms.h"
#include "features/finding_report.h"

#include <string.h>

#define FINDINGS_MAX 10000
#define BYTES_MAX (16 * 1024 * 1024)
#define REPORT_MAX 500 /* more is no report any more, but a book */

/* clang-format off */
typedef struct {
    const char *project_id;
    const char *state, *severity, *kind;
} export_t;

static const pt_field_t export_fields[] = {
    PT_F(export_t, project_id, PT_T_UUID, PT_IN_PATH,  PT_REQUIRED, .doc = "The project"),
    PT_F(export_t, state,      PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_finding_states,
         .doc = "Those alone of this state"),
    PT_F(export_t, severity,   PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_severities,
         .doc = "Those alone that are so bad"),
    PT_F(export_t, kind,       PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, .values = pt_finding_kinds,
         .doc = "Those alone of this kind"),
    PT_FIELDS_END
};
/* clang-format on */

/* Is the project the caller's, and would it fit into a file? */
static pt_err_t *check_size(pt_req_t *q, apr_int64_t most)
{
    const export_t *in = q->input;
    pt_row_t size;

    PT_TRY(pt_db_one(q->ctx.db, &size,
                     PT_Q(finding_export_size, .project_id = in->project_id,
                          .owner_id = q->actor->id, .state = in->state,
                          .severity = in->severity, .kind = in->kind)));
    if (pt_row_int(&size, "findings") <= most
        && pt_row_int(&size, "bytes") <= BYTES_MAX)
        return PT_OK;
    return pt_fail(q->ctx.pool, PT_P_CONFLICT,
                   "That is too much for one file. Ask for one state, severity "
                   "or kind at a time.");
}

static pt_err_t *reply_export(pt_req_t *q, const pt_row_t *row,
                              const char *name)
{
    const char *text = pt_row_str(row, "body");

    return pt_reply_file(q, name, text, strlen(text));
}

static pt_err_t *export_csv(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_row_t row;

    PT_TRY(check_size(q, FINDINGS_MAX));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_export_csv, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind)));
    return reply_export(q, &row, "findings.csv");
}

static pt_err_t *export_json(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_row_t row;

    PT_TRY(check_size(q, FINDINGS_MAX));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_export_json, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind)));
    return reply_export(q, &row, "findings.json");
}

static pt_err_t *export_junit(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_row_t row;

    PT_TRY(check_size(q, FINDINGS_MAX));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_export_junit, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind)));
    return reply_export(q, &row, "findings.junit.xml");
}

static pt_err_t *export_sarif(pt_req_t *q)
{
    const export_t *in = q->input;
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_row_t row;

    PT_TRY(check_size(q, FINDINGS_MAX));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_export_sarif, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind, .tool = cfg->site_name,
                          .tool_url = cfg->public_url)));
    return reply_export(q, &row, "findings.sarif");
}

static pt_err_t *export_report(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_row_t row;

    PT_TRY(check_size(q, REPORT_MAX));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_export_json, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind)));
    return pt_reply_row(q, &row);
}

/* clang-format off */
#define EXPORT(path_, id_, summary_, type_, handler_)                          \
    .method = M_GET, .path = "/projects/{project_id}/findings." path_,         \
    .id = id_, .tag = "Findings", .summary = summary_,                         \
    .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,                            \
    PT_INPUT(export_t, export_fields),                                         \
    .status = HTTP_OK, .output_type = type_,                                   \
    PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_CONFLICT),                                \
    .handler = handler_

const pt_route_t pt_finding_exports_routes[] = {
    {EXPORT("csv", "exportFindingsCsv", "The findings of a project of yours, for a spreadsheet",
            "text/csv; charset=utf-8", export_csv)},
    {EXPORT("json", "exportFindingsJson", "The same with all members",
            "application/json", export_json)},
    {EXPORT("junit.xml", "exportFindingsJunit", "The same as test cases, for tools of continuous integration",
            "application/xml", export_junit)},
    {EXPORT("sarif", "exportFindingsSarif", "The same as SARIF 2.1.0, for code scanning",
            "application/sarif+json", export_sarif)},
    {EXPORT("pdf", "exportFindingsPdf", "The same as a report on paper",
            "application/pdf", export_report), .finish = pt_finding_report_finish},
    PT_ROUTES_END
};
/* clang-format on */
