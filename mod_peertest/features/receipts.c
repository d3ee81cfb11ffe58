/* SPDX-License-Identifier: Apache-2.0 */
/* receipts.c - a builder's receipt for a payment, as a PDF. */

#include "features/papers.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
typedef struct {
    const char *payment_id;
} receipt_path_t;

static const pt_field_t receipt_path_fields[] = {
    PT_F(receipt_path_t, payment_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The payment"),
    PT_FIELDS_END
};
/* clang-format on */

/* Why money went back, in the words of a receipt. */
static const char *reason_words(const char *reason)
{
    static const struct {
        const char *reason, *words;
    } table[] = {
        {"rejected", "work that was not accepted"},
        {"cancelled", "work that was cancelled"},
        {"expired", "the time was over"},
        {"seat_unused", "seats that nobody took"},
        {"late_payment", "a payment that came too late"},
        {"returned", "work that was given back"},
        {"lapsed", "work that was not handed in"},
        {"bonus_unused", "bonus that was not earned"},
        {"partial", "the part that was not approved"},
        {"disputed", "the outcome of a dispute"},
        {"waived", "bonus of work that was waived"},
    };
    size_t i;

    for (i = 0; i < sizeof(table) / sizeof(*table); i++) {
        if (!strcmp(table[i].reason, reason))
            return table[i].words;
    }
    return "by the marketplace";
}

static void draw_parties(pt_req_t *q, pt_pdf_t *pdf, const json_t *r)
{
    const char *country = pt_json_str(r, "buyer_country");

    pt_paper_seller(q, pdf);
    pt_pdf_text(pdf, PT_PDF_HEADING, "Paid by");
    pt_pdf_text(pdf, PT_PDF_BODY, pt_json_str(r, "buyer_name"));
    pt_pdf_text(pdf, PT_PDF_BODY, pt_json_str(r, "buyer_email"));
    if (country)
        pt_pdf_text(pdf, PT_PDF_BODY, country);
    pt_pdf_gap(pdf, 12);
    pt_pdf_text(pdf, PT_PDF_BODY,
                apr_pstrcat(q->ctx.pool, "Receipt ", pt_json_str(r, "number"),
                            ", paid by card on ", pt_json_str(r, "paid_on"),
                            ". The payment provider's reference is ",
                            pt_json_str(r, "reference"), ".", NULL));
    pt_pdf_gap(pdf, 12);
}

/* What the work is: seats of a simple job, or one tester's role in a plan. */
static const char *work_words(pt_req_t *q, const json_t *r,
                              const char *currency)
{
    apr_pool_t *p = q->ctx.pool;
    const char *role = pt_json_str(r, "role_name");
    const char *tester = pt_json_str(r, "tester_name");

    if (role && tester)
        return apr_pstrcat(p, pt_pdf_isolate(p, role), ": work by ",
                           pt_pdf_isolate(p, tester), NULL);
    return apr_psprintf(p, "Tests, %" APR_INT64_T_FMT " at %s",
                        pt_json_int(r, "seats", 1),
                        pt_paper_amount(q, r, "reward_minor", currency));
}

static void draw_lines(pt_req_t *q, pt_pdf_t *pdf, const json_t *r,
                       const char *currency)
{
    pt_pdf_text(pdf, PT_PDF_HEADING, pt_json_str(r, "job_title"));
    pt_pdf_rule(pdf);
    pt_paper_line(pdf, PT_PDF_BODY, work_words(q, r, currency),
                  pt_paper_amount(q, r, "work_minor", currency));
    if (pt_json_int(r, "bonus_minor", 0))
        pt_paper_line(pdf, PT_PDF_BODY, "Bonus reserve for findings",
                      pt_paper_amount(q, r, "bonus_minor", currency));
    pt_paper_line(pdf, PT_PDF_BODY, "Platform fee",
                  pt_paper_amount(q, r, "fee_minor", currency));
    pt_pdf_rule(pdf);
    pt_paper_line(pdf, PT_PDF_STRONG, "Total paid",
                  pt_paper_amount(q, r, "amount_minor", currency));
}

static void draw_refunds(pt_req_t *q, pt_pdf_t *pdf, const json_t *r,
                         const char *currency)
{
    apr_int64_t left =
        pt_json_int(r, "amount_minor", 0) - pt_json_int(r, "refunded_minor", 0);
    json_t *refund, *refunds = json_object_get(r, "refunds"), *sum;
    size_t i;

    if (!json_array_size(refunds))
        return;
    json_array_foreach (refunds, i, refund) {
        pt_paper_line(pdf, PT_PDF_BODY,
                      apr_pstrcat(q->ctx.pool, "Refunded on ",
                                  pt_json_str(refund, "on"), ": ",
                                  reason_words(pt_json_str(refund, "reason")),
                                  NULL),
                      pt_paper_amount(q, refund, "amount_minor", currency));
    }
    sum = pt_json_own(q->ctx.pool, json_pack("{sI}", "left", (json_int_t)left));
    pt_pdf_rule(pdf);
    pt_paper_line(pdf, PT_PDF_STRONG, "Paid after refunds",
                  pt_paper_amount(q, sum, "left", currency));
}

static void receipt_draw(pt_req_t *q, pt_pdf_t *pdf, const json_t *r)
{
    const char *currency = pt_json_str(r, "currency");

    pt_pdf_text(pdf, PT_PDF_TITLE, "Receipt");
    draw_parties(q, pdf, r);
    draw_lines(q, pdf, r, currency);
    draw_refunds(q, pdf, r, currency);
    pt_pdf_gap(pdf, 16);
    pt_pdf_text(
        pdf, PT_PDF_SMALL,
        "The money for the work is held until you approve it, or until the "
        "time to review it is over; what is not earned goes back to the card. "
        "Days are in UTC. This paper shows how things stand when it is "
        "made; refunds that follow appear on it, too.");
}

static pt_err_t *receipt_get(pt_req_t *q)
{
    const receipt_path_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(receipt_get, .payment_id = in->payment_id,
                          .builder_id = q->actor->id)));
    if (!pt_row_str(&row, "body"))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE,
                                    "There is a receipt once the money has "
                                    "arrived."),
                            pt_row_str(&row, "state"));
    return pt_reply_row(q, &row);
}

static pt_err_t *receipt_finish(pt_req_t *q)
{
    return pt_paper_draw(q, "Receipt", "receipt.pdf", receipt_draw);
}

/* clang-format off */
const pt_route_t pt_receipts_routes[] = {
    {.method = M_GET, .path = "/payments/{payment_id}/receipt", .id = "getReceipt",
     .tag = "Payments", .summary = "Your receipt for a payment, as a PDF",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(receipt_path_t, receipt_path_fields),
     .status = HTTP_OK, .output_type = "application/pdf",
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = receipt_get, .finish = receipt_finish},
    PT_ROUTES_END
};
/* clang-format on */
