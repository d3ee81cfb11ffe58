/* SPDX-License-Identifier: Apache-2.0 */
/* finding_exports.c - a project's findings as files for other tools, and as a
 * report on paper. */

#include "domain/severity_scales.h"
#include "features/finding_forms.h"
#include "features/finding_report.h"
#include "http/pt_spool.h"

#include <apr_strings.h>
#include <apr_uuid.h>

#define PAGE 100 /* findings that are in memory at once */
#define RETRY_SECONDS 5
#define REPORT_MAX 500 /* more is no report any more, but a book */
#define REPORT_BYTES_MAX (16 * 1024 * 1024)

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

/* One page of findings, which is in memory for a moment. @param after the last
 * one of the page before; "" at first */
static pt_err_t *add_page(pt_req_t *q, pt_spool_t *spool, const char *form,
                          const char *separator, char *after, int *count)
{
    const export_t *in = q->input;
    int is_first = !*after;
    pt_row_t page;

    PT_TRY(
        pt_db_one(q->ctx.db, &page,
                  PT_Q(finding_export_page, .project_id = in->project_id,
                       .state = in->state, .severity = in->severity,
                       .kind = in->kind, .form = form, .separator = separator,
                       .after_id = is_first ? NULL : after,
                       .most = pt_i64(q->ctx.pool, PAGE))));
    *count = (int)pt_row_int(&page, "findings");
    if (!*count)
        return PT_OK;
    apr_cpystrn(after, pt_row_str(&page, "last_id"),
                APR_UUID_FORMATTED_LENGTH + 1);
    PT_TRY(pt_spool_add(spool, is_first ? NULL : separator));
    return pt_spool_add(spool, pt_row_str(&page, "body"));
}

static pt_err_t *add_pages(pt_req_t *q, pt_spool_t *spool, const char *form,
                           const char *separator)
{
    char after[APR_UUID_FORMATTED_LENGTH + 1] = "";
    apr_pool_t *rows;
    int count;

    apr_pool_create(&rows, q->ctx.pool);
    pt_db_use_pool(q->ctx.db, rows);
    do {
        apr_pool_clear(rows);
        PT_TRY(add_page(q, spool, form, separator, after, &count));
    } while (count == PAGE);
    pt_db_use_pool(q->ctx.db, q->ctx.pool);
    apr_pool_destroy(rows);
    return PT_OK;
}

/* All pages are read in one snapshot, so that the figures at the head of a file
 * are those of its findings. */
static pt_err_t *export_as(pt_req_t *q, const char *form, const char *name)
{
    const export_t *in = q->input;
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_spool_t *spool;
    pt_row_t frame;

    PT_TRY(pt_db_begin_snapshot(q->ctx.db));
    PT_TRY(pt_db_one(q->ctx.db, &frame,
                     PT_Q(finding_export_frame, .project_id = in->project_id,
                          .owner_id = q->actor->id, .form = form,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind, .tool = cfg->site_name,
                          .tool_url = cfg->public_url)));
    if (!pt_row_bool(&frame, "is_alone"))
        return pt_err_retry(pt_fail(q->ctx.pool, PT_P_RATE_LIMITED,
                                    "Another export of yours is being made"),
                            RETRY_SECONDS);
    PT_TRY(pt_spool_open(&spool, q));
    PT_TRY(pt_spool_add(spool, pt_row_str(&frame, "head")));
    PT_TRY(add_pages(q, spool, form, pt_row_str(&frame, "separator")));
    PT_TRY(pt_spool_add(spool, pt_row_str(&frame, "tail")));
    PT_TRY(pt_db_commit(q->ctx.db));
    return pt_reply_spool(q, name, spool);
}

static pt_err_t *export_csv(pt_req_t *q)
{
    return export_as(q, "csv", "findings.csv");
}

static pt_err_t *export_json(pt_req_t *q)
{
    return export_as(q, "json", "findings.json");
}

static pt_err_t *export_junit(pt_req_t *q)
{
    return export_as(q, "junit", "findings.junit.xml");
}

static pt_err_t *export_sarif(pt_req_t *q)
{
    return export_as(q, "sarif", "findings.sarif");
}

/* A report is drawn in memory. */
static pt_err_t *check_report(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_row_t size;

    PT_TRY(pt_db_one(q->ctx.db, &size,
                     PT_Q(finding_report_size, .project_id = in->project_id,
                          .owner_id = q->actor->id, .state = in->state,
                          .severity = in->severity, .kind = in->kind)));
    if (pt_row_int(&size, "findings") <= REPORT_MAX
        && pt_row_int(&size, "bytes") <= REPORT_BYTES_MAX)
        return PT_OK;
    return pt_fail(q->ctx.pool, PT_P_CONFLICT,
                   "That is too much for a report. Ask for one state, severity "
                   "or kind at a time.");
}

static pt_err_t *export_report(pt_req_t *q)
{
    const export_t *in = q->input;
    pt_rows_t *pictures = apr_palloc(q->ctx.pool, sizeof(*pictures));
    pt_row_t report;

    PT_TRY(check_report(q));
    PT_TRY(pt_db_one(q->ctx.db, &report,
                     PT_Q(finding_report, .project_id = in->project_id,
                          .state = in->state, .severity = in->severity,
                          .kind = in->kind)));
    PT_TRY(pt_db_many(
        q->ctx.db, pictures,
        PT_Q(finding_report_pictures, .project_id = in->project_id,
             .state = in->state, .severity = in->severity, .kind = in->kind,
             .most_each = pt_i64(q->ctx.pool, PT_REPORT_PICTURES_EACH),
             .most_bytes = pt_i64(q->ctx.pool, PT_REPORT_PICTURE_BYTES),
             .most = pt_i64(q->ctx.pool, PT_REPORT_PICTURES))));
    q->found = pictures;
    return pt_reply_row(q, &report);
}

/* clang-format off */
#define EXPORT(path_, id_, summary_, type_, handler_, ...)                     \
    .method = M_GET, .path = "/projects/{project_id}/findings." path_,         \
    .id = id_, .tag = "Findings", .summary = summary_,                         \
    .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,                            \
    PT_INPUT(export_t, export_fields),                                         \
    .status = HTTP_OK, .output_type = type_,                                   \
    PT_PROBLEMS(PT_P_NOT_FOUND, __VA_ARGS__),                                  \
    .handler = handler_

const pt_route_t pt_finding_exports_routes[] = {
    {EXPORT("csv", "exportFindingsCsv", "The findings of a project of yours, for a spreadsheet",
            "text/csv; charset=utf-8", export_csv, PT_P_STORAGE_FULL)},
    {EXPORT("json", "exportFindingsJson", "The same with all members",
            "application/json", export_json, PT_P_STORAGE_FULL)},
    {EXPORT("junit.xml", "exportFindingsJunit", "The same as test cases, for tools of continuous integration",
            "application/xml", export_junit, PT_P_STORAGE_FULL)},
    {EXPORT("sarif", "exportFindingsSarif", "The same as SARIF 2.1.0, for code scanning",
            "application/sarif+json", export_sarif, PT_P_STORAGE_FULL)},
    {EXPORT("pdf", "exportFindingsPdf", "The same as a report on paper",
            "application/pdf", export_report, PT_P_CONFLICT), .finish = pt_finding_report_finish},
    PT_ROUTES_END
};
/* clang-format on */
