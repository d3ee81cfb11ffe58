/* SPDX-License-Identifier: Apache-2.0 */
/* papers.c - what receipts and statements have in common. */

#include "features/papers.h"

#include "core/pt_slots.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

/* A paper to be drawn. */
typedef struct {
    pt_req_t *q;
    const json_t *json;
    pt_paper_fn draw;
} paper_t;

static void paper_draw(pt_pdf_t *pdf, void *paper_)
{
    const paper_t *paper = paper_;

    paper->draw(paper->q, pdf, paper->json);
}

pt_err_t *pt_paper_draw(pt_req_t *q, const char *title, const char *filename,
                        pt_paper_fn draw)
{
    apr_pool_t *p = q->ctx.pool;
    const char *number, *bytes;
    apr_size_t len;
    json_t *json;
    pt_err_t *err;

    PT_TRY(pt_json_parse(p, &json, q->body, strlen(q->body)));
    number = pt_json_str(json, "number");
    if (number)
        title = apr_pstrcat(p, title, " ", number, NULL);
    PT_TRY(pt_slot_take(p, q->ctx.site->cfg->hash_slots));
    err = pt_pdf_make(p, &bytes, &len, title, paper_draw,
                      &(paper_t){q, json, draw});
    pt_slot_give();
    PT_TRY(err);
    return pt_reply_file(q, filename, bytes, len);
}

void pt_paper_seller(pt_req_t *q, pt_pdf_t *pdf)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    char *address, *line, *state;

    pt_pdf_text(pdf, PT_PDF_STRONG,
                cfg->seller_name ? cfg->seller_name : cfg->site_name);
    address = apr_pstrdup(q->ctx.pool,
                          cfg->seller_address ? cfg->seller_address : "");
    for (line = apr_strtok(address, "|", &state); line;
         line = apr_strtok(NULL, "|", &state))
        pt_pdf_text(pdf, PT_PDF_SMALL, line);
    if (cfg->seller_tax_id)
        pt_pdf_text(
            pdf, PT_PDF_SMALL,
            apr_pstrcat(q->ctx.pool, "Tax number ", cfg->seller_tax_id, NULL));
    pt_pdf_text(pdf, PT_PDF_SMALL, cfg->public_url);
    pt_pdf_gap(pdf, 18);
}

const char *pt_paper_amount(pt_req_t *q, const json_t *object,
                            const char *member, const char *currency)
{
    apr_int64_t minor = pt_json_int(object, member, 0);

    return minor < 0
               ? apr_pstrcat(q->ctx.pool, "-",
                             pt_text_money(q->ctx.pool, -minor, currency), NULL)
               : pt_text_money(q->ctx.pool, minor, currency);
}

void pt_paper_line(pt_pdf_t *pdf, pt_pdf_style_e style, const char *label,
                   const char *value)
{
    if (value)
        pt_pdf_row(
            pdf, style,
            (pt_pdf_cell_t[]){{.text = label, .width = 75},
                              {.text = value, .width = 25, .is_number = 1},
                              PT_PDF_CELLS_END});
}
