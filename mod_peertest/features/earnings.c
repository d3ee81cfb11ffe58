/* SPDX-License-Identifier: Apache-2.0 */
/* earnings.c - what a tester has earned in a time: the sums, and the statement
 * line by line, as JSON and on paper. */

#include "features/money_fields.h"
#include "features/papers.h"

#include <apr_strings.h>

/* clang-format off */
static const pt_field_t figure_fields[] = {
    PT_OUT(currency,         PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(held_minor,       PT_T_INT,  "Held for work you have in hand, minor units"),
    PT_OUT(pending_minor,    PT_T_INT,  "Granted, not sent yet"),
    PT_OUT(processing_minor, PT_T_INT,  "On its way"),
    PT_OUT(completed_minor,  PT_T_INT,  "Paid"),
    PT_OUT(failed_minor,     PT_T_INT,  "Could not be sent; still yours"),
    PT_FIELDS_END
};
static const pt_schema_t figure_schema = {"EarningsFigure", figure_fields, 0};

static const pt_field_t earnings_fields[] = {
    PT_OUT(from,  PT_T_TIME,  "Payouts granted since", .nullable = 1),
    PT_OUT(to,    PT_T_TIME,  "Payouts granted before", .nullable = 1),
    PT_OUT(items, PT_T_ARRAY, "One entry for each currency",
           .item = PT_T_OBJECT, .of = &figure_schema),
    PT_FIELDS_END
};
static const pt_schema_t earnings_schema = {"Earnings", earnings_fields, 0};

static const pt_field_t total_fields[] = {
    PT_OUT(currency,       PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(gross_minor,    PT_T_INT,  "Granted, before the tester's fee"),
    PT_OUT(fee_minor,      PT_T_INT,  "The tester's fee"),
    PT_OUT(amount_minor,   PT_T_INT,  "What is left of it"),
    PT_OUT(paid_minor,     PT_T_INT,  "Of that, what has been transferred"),
    PT_OUT(reversed_minor, PT_T_INT,  "What was taken back again"),
    PT_FIELDS_END
};
static const pt_schema_t total_schema = {"StatementTotal", total_fields, 0};

static const pt_field_t line_fields[] = {
    PT_OUT(payout_id,      PT_T_UUID, "The payout"),
    PT_OUT(job_title,      PT_T_TEXT, "The job's title"),
    PT_OUT(item_title,     PT_T_TEXT, "The title of its item; null in a simple job", .nullable = 1),
    PT_OUT(state,          PT_T_ENUM, "How far the payout is",
           .values = pt_sending_states),
    PT_OUT(granted_at,     PT_T_TIME, "When it was granted"),
    PT_OUT(paid_at,        PT_T_TIME, "When the money had left", .nullable = 1),
    PT_OUT(currency,       PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(gross_minor,    PT_T_INT,  "Granted, before the tester's fee"),
    PT_OUT(fee_minor,      PT_T_INT,  "The tester's fee"),
    PT_OUT(amount_minor,   PT_T_INT,  "What is left of it"),
    PT_OUT(reversed_minor, PT_T_INT,  "What was taken back again"),
    PT_FIELDS_END
};
static const pt_schema_t line_schema = {"StatementLine", line_fields, 0};

static const pt_field_t statement_fields[] = {
    PT_OUT(from,           PT_T_TIME,  "Payouts granted since"),
    PT_OUT(to,             PT_T_TIME,  "Payouts granted before"),
    PT_OUT(name,           PT_T_TEXT,  "Your name"),
    PT_OUT(email,          PT_T_EMAIL, "Your address"),
    PT_OUT(country,        PT_T_TEXT,  "Your country", .nullable = 1),
    PT_OUT(totals,         PT_T_ARRAY, "One entry for each currency",
           .item = PT_T_OBJECT, .of = &total_schema),
    PT_OUT(lines,          PT_T_ARRAY, "One entry for each payout, newest first",
           .item = PT_T_OBJECT, .of = &line_schema),
    PT_OUT(lines_left_out, PT_T_INT,   "How many there are beyond the 2000 newest; the totals have them all"),
    PT_FIELDS_END
};
static const pt_schema_t statement_schema = {"EarningsStatement", statement_fields, 0};

typedef struct {
    const char *from;
    const char *to;
} period_t;

static const pt_field_t period_fields[] = {
    PT_F(period_t, from, PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Payouts granted at this instant or later; without it the sums are of all time, and a statement begins with the first of January"),
    PT_F(period_t, to,   PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Payouts granted before this instant; without it, until now"),
    PT_FIELDS_END
};
/* clang-format on */

#define DAY_CHARACTERS 10 /* of an instant */

static pt_err_t *earnings_get(pt_req_t *q)
{
    const period_t *in = q->input;
    pt_row_t earnings;

    PT_TRY(pt_db_one(q->ctx.db, &earnings,
                     PT_Q(earnings_get, .tester_id = q->actor->id,
                          .from_at = in->from, .to_at = in->to)));
    return pt_reply_row(q, &earnings);
}

static pt_err_t *statement_get(pt_req_t *q)
{
    const period_t *in = q->input;
    pt_row_t statement;

    PT_TRY(pt_db_one(q->ctx.db, &statement,
                     PT_Q(statement_get, .tester_id = q->actor->id,
                          .from_at = in->from, .to_at = in->to)));
    return pt_reply_row(q, &statement);
}

static const char *day_of(pt_req_t *q, const json_t *object, const char *member)
{
    const char *instant = pt_json_str(object, member);

    return instant ? apr_pstrndup(q->ctx.pool, instant, DAY_CHARACTERS) : "";
}

/* One currency's sums. */
static void draw_total(pt_req_t *q, pt_pdf_t *pdf, const json_t *total)
{
    const char *currency = pt_json_str(total, "currency");

    pt_paper_line(pdf, PT_PDF_BODY, "Granted for your work",
                  pt_paper_amount(q, total, "gross_minor", currency));
    pt_paper_line(pdf, PT_PDF_BODY, "Our fee",
                  pt_paper_amount(q, total, "fee_minor", currency));
    if (pt_json_int(total, "reversed_minor", 0))
        pt_paper_line(pdf, PT_PDF_BODY, "Taken back",
                      pt_paper_amount(q, total, "reversed_minor", currency));
    pt_paper_line(pdf, PT_PDF_STRONG, "Earned",
                  pt_paper_amount(q, total, "amount_minor", currency));
    pt_paper_line(pdf, PT_PDF_BODY, "Of that, transferred so far",
                  pt_paper_amount(q, total, "paid_minor", currency));
    pt_pdf_gap(pdf, 10);
}

static void draw_line(pt_req_t *q, pt_pdf_t *pdf, const json_t *line)
{
    apr_pool_t *p = q->ctx.pool;
    const char *currency = pt_json_str(line, "currency");
    const char *job = pt_json_str(line, "job_title");
    const char *item = pt_json_str(line, "item_title");
    const char *work = item ? apr_pstrcat(p, pt_pdf_isolate(p, job), ": ",
                                          pt_pdf_isolate(p, item), NULL)
                            : job;

    pt_pdf_row(pdf, PT_PDF_BODY,
               (pt_pdf_cell_t[]){
                   {.text = day_of(q, line, "granted_at"), .width = 15},
                   {.text = work, .width = 34},
                   {.text = day_of(q, line, "paid_at"), .width = 15},
                   {.text = pt_paper_amount(q, line, "fee_minor", currency),
                    .width = 16,
                    .is_number = 1},
                   {.text = pt_paper_amount(q, line, "amount_minor", currency),
                    .width = 20,
                    .is_number = 1},
                   PT_PDF_CELLS_END});
}

static const pt_pdf_cell_t line_head[] = {
    {.text = "Granted", .width = 15},
    {.text = "Work", .width = 34},
    {.text = "Paid", .width = 15},
    {.text = "Fee", .width = 16, .is_number = 1},
    {.text = "Earned", .width = 20, .is_number = 1},
    PT_PDF_CELLS_END};

static void draw_lines(pt_req_t *q, pt_pdf_t *pdf, const json_t *statement)
{
    json_t *line, *lines = json_object_get(statement, "lines");
    apr_int64_t left_out = pt_json_int(statement, "lines_left_out", 0);
    size_t i;

    pt_pdf_table(pdf, line_head);
    json_array_foreach (lines, i, line) {
        draw_line(q, pdf, line);
    }
    pt_pdf_table(pdf, NULL);
    if (left_out)
        pt_pdf_text(pdf, PT_PDF_BODY,
                    apr_psprintf(q->ctx.pool,
                                 "%" APR_INT64_T_FMT
                                 " older lines are left out; the sums above "
                                 "have them all.",
                                 left_out));
}

static void statement_draw(pt_req_t *q, pt_pdf_t *pdf, const json_t *statement)
{
    json_t *total, *totals = json_object_get(statement, "totals");
    size_t i;

    pt_pdf_text(pdf, PT_PDF_TITLE, "Earnings statement");
    pt_paper_seller(q, pdf);
    pt_pdf_text(pdf, PT_PDF_HEADING, "For");
    pt_pdf_text(pdf, PT_PDF_BODY, pt_json_str(statement, "name"));
    pt_pdf_text(pdf, PT_PDF_BODY, pt_json_str(statement, "email"));
    pt_pdf_gap(pdf, 10);
    pt_pdf_text(pdf, PT_PDF_BODY,
                apr_pstrcat(q->ctx.pool, "Payouts granted from ",
                            day_of(q, statement, "from"), " to ",
                            day_of(q, statement, "to"), ". Days are in UTC.",
                            NULL));
    pt_pdf_gap(pdf, 10);
    json_array_foreach (totals, i, total) {
        draw_total(q, pdf, total);
    }
    if (json_array_size(totals))
        draw_lines(q, pdf, statement);
    else
        pt_pdf_text(pdf, PT_PDF_BODY, "Nothing was granted in this time.");
}

static pt_err_t *statement_finish(pt_req_t *q)
{
    return pt_paper_draw(q, "Earnings statement", "earnings.pdf",
                         statement_draw);
}

static const pt_other_form_t statement_paper = {.type = "application/pdf",
                                                .rate = PT_RATE_WRITE,
                                                .handler = statement_get,
                                                .finish = statement_finish};

/* clang-format off */
const pt_route_t pt_earnings_routes[] = {
    {.method = M_GET, .path = "/me/earnings", .id = "getEarnings",
     .tag = "Payouts", .summary = "What you have earned, by currency; with Accept: application/pdf, the statement on paper",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(period_t, period_fields),
     .status = HTTP_OK, .output = &earnings_schema, .other_form = &statement_paper,
     .handler = earnings_get},
    {.method = M_GET, .path = "/me/earnings/statement", .id = "getEarningsStatement",
     .tag = "Payouts", .summary = "What you were granted in a time, line by line",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(period_t, period_fields),
     .status = HTTP_OK, .output = &statement_schema,
     .handler = statement_get},
    PT_ROUTES_END
};
/* clang-format on */
