/* SPDX-License-Identifier: Apache-2.0 */
/* tax_report.c - what testers were paid in a year, for the operator's report to
 * the tax office. Personal data leaves here, so it asks for a reason and is
 * written down. */

#include "features/admin_ops.h"

#include <apr_strings.h>
#include <string.h>

#define LINES_MAX 10000 /* about 2 MB */

/* clang-format off */
typedef struct {
    apr_int64_t year;
    const char *country;
    const char *reason;
} tax_report_t;

static const pt_field_t tax_report_fields[] = {
    PT_F(tax_report_t, year,    PT_T_INT,  PT_IN_BODY, PT_REQUIRED, .min = 2020, .max = 2100,
         .doc = "The calendar year, UTC"),
    PT_F(tax_report_t, country, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL, .min = 2, .max = 2, .pattern = "[A-Z]{2}",
         .doc = "Testers of this country alone, ISO 3166-1"),
    PT_REASON_FIELD(tax_report_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *tax_report_make(pt_req_t *q)
{
    const tax_report_t *in = q->input;
    const char *year = pt_i64(q->ctx.pool, in->year);
    pt_row_t report;

    PT_TRY(pt_db_one(q->ctx.db, &report,
                     PT_Q(tax_report, .year = year, .country = in->country,
                          .lines_max = pt_i64(q->ctx.pool, LINES_MAX))));
    if (pt_row_int(&report, "lines") > LINES_MAX)
        return pt_fail(q->ctx.pool, PT_P_CONFLICT,
                       "That is too much for one file. Ask for one country at "
                       "a time.");
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){
               .entity = "tax_report",
               .entity_id = year,
               .reason = in->reason,
               .detail = json_pack("{sI ss*}", "lines",
                                   (json_int_t)pt_row_int(&report, "lines"),
                                   "country", in->country)}));
    return pt_reply_file(
        q, apr_pstrcat(q->ctx.pool, "tax-report-", year, ".csv", NULL),
        pt_row_str(&report, "body"), strlen(pt_row_str(&report, "body")));
}

/* clang-format off */
const pt_route_t pt_tax_report_routes[] = {
    {.method = M_POST, .path = "/admin/tax-report", .id = "taxReport",
     .tag = "Admin", .summary = "What testers were paid in a year, by quarter, as CSV",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_OFF,
     PT_INPUT(tax_report_t, tax_report_fields),
     .status = HTTP_OK, .output_type = "text/csv; charset=utf-8",
     PT_PROBLEMS(PT_P_CONFLICT),
     .handler = tax_report_make},
    PT_ROUTES_END
};
/* clang-format on */
