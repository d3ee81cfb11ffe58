/* SPDX-License-Identifier: Apache-2.0 */
/* finding_report.c - a project's findings on paper: how many of which
 * severity, then each with its steps and its first pictures. PT2100-PT2149 */

#include "features/finding_report.h"
#include "domain/severity_scales.h"
#include "features/papers.h"
#include "providers/file_store.h"

#include <apr_hash.h>
#include <apr_strings.h>
#include <apr_time.h>
#include <string.h>

#define DAY_CHARACTERS 10
#define READ_FOR apr_time_from_sec(10) /* pictures, from a store far away */
#define BEGINNING 110 /* points: title, what it is, and some steps */
#define SIDE_MAX 2000 /* pixels of a picture */

/* The pictures of a finding. */
typedef struct {
    pt_pdf_picture_t pictures[PT_REPORT_PICTURES_EACH];
    int count;
    int missing; /* those that could not be read */
} shown_t;

static const char *severity_of(const json_t *finding)
{
    const char *final = pt_json_str(finding, "severity_final");

    return final ? final : pt_json_str(finding, "severity");
}

static void draw_figures(pt_req_t *q, pt_pdf_t *pdf, const json_t *findings)
{
    const json_t *finding;
    size_t i;

    for (const char *const *severity = pt_severities; *severity; severity++) {
        int n = 0;
        json_array_foreach (findings, i, finding) {
            n += strcmp(severity_of(finding), *severity) == 0;
        }
        pt_paper_line(pdf, PT_PDF_BODY, *severity,
                      apr_psprintf(q->ctx.pool, "%d", n));
    }
    pt_paper_line(
        pdf, PT_PDF_STRONG, "All",
        apr_psprintf(q->ctx.pool, "%d", (int)json_array_size(findings)));
    pt_pdf_gap(pdf, 14);
}

/* A labelled paragraph; nothing where there is nothing to say. */
static void draw_part(pt_req_t *q, pt_pdf_t *pdf, const char *label,
                      const char *text)
{
    if (text)
        pt_pdf_text(pdf, PT_PDF_BODY,
                    apr_pstrcat(q->ctx.pool, label, ": ",
                                pt_pdf_isolate(q->ctx.pool, text), NULL));
}

static void draw_steps(pt_req_t *q, pt_pdf_t *pdf, const json_t *finding)
{
    const json_t *step, *steps = json_object_get(finding, "steps");
    size_t i;

    json_array_foreach (steps, i, step) {
        pt_pdf_text(
            pdf, PT_PDF_BODY,
            apr_psprintf(q->ctx.pool, "%d. %s", (int)i + 1,
                         pt_pdf_isolate(q->ctx.pool, json_string_value(step))));
    }
}

/* A severity on the scale of its trade, with what it is a combination of. */
static void draw_scale(pt_req_t *q, pt_pdf_t *pdf, const json_t *scale)
{
    static const char *const members[] = {"value", "vector", "frequency",
                                          "impact", "persistence"};
    const char *text = pt_json_str(scale, "name"), *more;

    for (size_t i = 0; text && i < sizeof(members) / sizeof(members[0]); i++) {
        more = pt_json_str(scale, members[i]);
        if (more)
            text = apr_pstrcat(q->ctx.pool, text, " · ", more, NULL);
    }
    draw_part(q, pdf, "Rated", text);
}

static void draw_pictures(pt_req_t *q, pt_pdf_t *pdf, const json_t *finding)
{
    apr_hash_t *all = (apr_hash_t *)q->found;
    const shown_t *shown =
        apr_hash_get(all, pt_json_str(finding, "id"), APR_HASH_KEY_STRING);
    size_t files = json_array_size(json_object_get(finding, "attachment_ids"));

    if (shown && shown->count) {
        pt_pdf_gap(pdf, 4);
        pt_pdf_pictures(pdf, shown->pictures, shown->count);
    }
    if (shown && shown->missing)
        pt_pdf_text(pdf, PT_PDF_SMALL,
                    "Some pictures could not be read for this report.");
    if (files > (size_t)(shown ? shown->count : 0))
        pt_pdf_text(pdf, PT_PDF_SMALL,
                    apr_psprintf(q->ctx.pool, "Files: %d", (int)files));
}

static void draw_finding(pt_req_t *q, pt_pdf_t *pdf, const json_t *finding)
{
    apr_pool_t *p = q->ctx.pool;
    const char *day =
        apr_pstrndup(p, pt_json_str(finding, "created_at"), DAY_CHARACTERS);

    pt_pdf_keep(pdf, BEGINNING);
    pt_pdf_rule(pdf);
    pt_pdf_gap(pdf, 6);
    pt_pdf_text(pdf, PT_PDF_HEADING, pt_json_str(finding, "title"));
    pt_pdf_text(pdf, PT_PDF_SMALL,
                apr_pstrcat(p, severity_of(finding), " · ",
                            pt_json_str(finding, "kind"), " · ",
                            pt_json_str(finding, "state"), " · ", day, " · ",
                            pt_json_str(finding, "id"), NULL));
    draw_part(q, pdf, "Where", pt_json_str(finding, "url"));
    draw_part(q, pdf, "Before", pt_json_str(finding, "preconditions"));
    draw_steps(q, pdf, finding);
    draw_part(q, pdf, "Expected", pt_json_str(finding, "expected"));
    draw_part(q, pdf, "Actual", pt_json_str(finding, "actual"));
    draw_scale(q, pdf, json_object_get(finding, "scale"));
    draw_part(q, pdf, "Way around", pt_json_str(finding, "workaround"));
    draw_part(q, pdf, "Verdict", pt_json_str(finding, "verdict_reason"));
    draw_part(q, pdf, "Fixed in", pt_json_str(finding, "fixed_build"));
    draw_pictures(q, pdf, finding);
    pt_pdf_gap(pdf, 10);
}

static void report_draw(pt_req_t *q, pt_pdf_t *pdf, const json_t *report)
{
    const json_t *finding, *findings = json_object_get(report, "findings");
    const char *day = apr_pstrndup(
        q->ctx.pool, pt_json_str(report, "exported_at"), DAY_CHARACTERS);
    size_t i;

    pt_pdf_text(pdf, PT_PDF_TITLE, "Findings");
    pt_pdf_text(pdf, PT_PDF_HEADING, pt_json_str(report, "project_name"));
    pt_pdf_text(pdf, PT_PDF_SMALL, day);
    pt_pdf_gap(pdf, 14);
    draw_figures(q, pdf, findings);
    json_array_foreach (findings, i, finding) {
        draw_finding(q, pdf, finding);
    }
}

/* --- Pictures --- */

/* Of a finding; made on first sight. */
static shown_t *shown_of(apr_pool_t *p, apr_hash_t *all, const char *finding_id)
{
    shown_t *shown = apr_hash_get(all, finding_id, APR_HASH_KEY_STRING);

    if (!shown) {
        shown = apr_pcalloc(p, sizeof(*shown));
        apr_hash_set(all, finding_id, APR_HASH_KEY_STRING, shown);
    }
    return shown;
}

static pt_err_t *read_picture(pt_req_t *q, pt_pdf_picture_t *picture,
                              const pt_row_t *row)
{
    picture->width = (int)pt_row_int(row, "width");
    picture->height = (int)pt_row_int(row, "height");
    if (picture->width > SIDE_MAX || picture->height > SIDE_MAX)
        return pt_fail(q->ctx.pool, PT_P_TOO_LARGE, NULL);
    return pt_file_bytes(&picture->bytes, &picture->len, q->ctx.pool,
                         q->ctx.site, pt_row_str(row, "store_key"),
                         PT_REPORT_PICTURE_BYTES);
}

/* A report without a picture is better than none; where the store is away it
 * is not asked again and again. */
static apr_hash_t *read_pictures(pt_req_t *q, const pt_rows_t *rows)
{
    apr_hash_t *all = apr_hash_make(q->ctx.pool);
    apr_time_t until = apr_time_now() + READ_FOR;
    pt_err_t *err = PT_OK;

    for (int i = 0; i < rows->count; i++) {
        pt_row_t row = pt_rows_at(rows, i);
        shown_t *shown =
            shown_of(q->ctx.pool, all, pt_row_str(&row, "finding_id"));

        if (!(err && err->problem == PT_P_UNAVAILABLE)
            && apr_time_now() < until) {
            err = read_picture(q, &shown->pictures[shown->count], &row);
            if (err)
                pt_log_err(&q->ctx.log, APLOG_WARNING, "PT2100", err);
            else
                shown->count++;
            shown->missing += err != PT_OK;
        }
        else
            shown->missing++;
    }
    return all;
}

pt_err_t *pt_finding_report_finish(pt_req_t *q)
{
    q->found = read_pictures(q, q->found);
    return pt_paper_draw(q, "Findings", "findings.pdf", report_draw);
}
