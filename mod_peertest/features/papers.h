/* SPDX-License-Identifier: Apache-2.0 */
/* papers.h - what receipts and statements have in common. */
#ifndef PT_PAPERS_H
#define PT_PAPERS_H

#include "http/pt_route.h"
#include "providers/pdf.h"

/** Draw a document. @param paper the JSON form of what it says */
typedef void (*pt_paper_fn)(pt_req_t *q, pt_pdf_t *pdf, const json_t *paper);

/**
 * For a route's finish: q->body, a JSON form that its handler has replied with,
 * becomes a PDF. It takes one of the slots of password hashes, so that neither
 * leaves the cores to the other.
 * @param title of the document; its member "number" is added, if it has one
 * @return PT_P_RATE_LIMITED when too many wait
 */
pt_err_t *pt_paper_draw(pt_req_t *q, const char *title, const char *filename,
                        pt_paper_fn draw);

/** Who issues it: name, address and tax number, as the directives have them. */
void pt_paper_seller(pt_req_t *q, pt_pdf_t *pdf);

/** An amount of the paper, e.g. "1,234.50 USD"; less than zero with a sign. */
const char *pt_paper_amount(pt_req_t *q, const json_t *object,
                            const char *member, const char *currency);

/** One line of a table of two columns; NULL for the value leaves it out. */
void pt_paper_line(pt_pdf_t *pdf, pt_pdf_style_e style, const char *label,
                   const char *value);
#endif
