/* SPDX-License-Identifier: Apache-2.0 */
/* finding_report.c - a project's findings on paper: how many of which
 * severity, then each with its steps. */

#include "features/finding_report.h"
#include "domain/severity_scales.h"
#include "features/papers.h"

#include <apr_strings.h>
#include <string.h>

#define DAY_CHARACTERS 10

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

static void draw_finding(pt_req_t *q, pt_pdf_t *pdf, const json_t *finding)
{
    apr_pool_t *p = q->ctx.pool;
    const char *day =
        apr_pstrndup(p, pt_json_str(finding, "created_at"), DAY_CHARACTERS);

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
    draw_part(q, pdf, "Way around", pt_json_str(finding, "workaround"));
    draw_part(q, pdf, "Verdict", pt_json_str(finding, "verdict_reason"));
    draw_part(q, pdf, "Fixed in", pt_json_str(finding, "fixed_build"));
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

pt_err_t *pt_finding_report_finish(pt_req_t *q)
{
    return pt_paper_draw(q, "Findings", "findings.pdf", report_draw);
}
