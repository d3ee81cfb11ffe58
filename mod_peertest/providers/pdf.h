/* SPDX-License-Identifier: Apache-2.0 */
/* pdf.h - short documents as PDF, in any script that the fonts of the machine
 * have. */
#ifndef PT_PDF_H
#define PT_PDF_H

#include "core/pt_err.h"

/** A document under construction: A4, from top to bottom, as many pages as it
 * takes. */
typedef struct pt_pdf_t pt_pdf_t;

typedef enum {
    PT_PDF_BODY,
    PT_PDF_TITLE,
    PT_PDF_HEADING,
    PT_PDF_STRONG,
    PT_PDF_SMALL
} pt_pdf_style_e;

/** A cell of a row: its text, and its width in hundredths of the line. */
typedef struct {
    const char *text;
    int width;
    int is_number; /* aligned at the right edge */
} pt_pdf_cell_t;

#define PT_PDF_CELLS_END \
    { \
        .text = NULL \
    }

/** Puts something into a document. */
typedef void (*pt_pdf_fn)(pt_pdf_t *pdf, void *what);

/**
 * Make a document. One at a time in a process: the fonts are shared.
 * @param title for the reader's window; stands at the foot of each page, too
 * @param draw is called once, with what
 * @param bytes the file, in p
 * @return PT_P_INTERNAL when it could not be made
 */
pt_err_t *pt_pdf_make(apr_pool_t *p, const char **bytes, apr_size_t *len,
                      const char *title, pt_pdf_fn draw, void *what);

/** A paragraph; text in a script that runs from right to left does so. */
void pt_pdf_text(pt_pdf_t *pdf, pt_pdf_style_e style, const char *text);

/** Empty space, in points. */
void pt_pdf_gap(pt_pdf_t *pdf, int points);

/** Go on to a new page unless this one has room for so many points: for what
 * should not stand apart from its heading. */
void pt_pdf_keep(pt_pdf_t *pdf, int points);

/** A thin line from edge to edge. */
void pt_pdf_rule(pt_pdf_t *pdf);

/** A row of cells side by side, on one page.
 * @param cells ends in PT_PDF_CELLS_END */
void pt_pdf_row(pt_pdf_t *pdf, pt_pdf_style_e style,
                const pt_pdf_cell_t *cells);

/** The row that begins a table, here and on each page that it goes on to.
 * @param cells stays valid until the table ends; NULL ends it */
void pt_pdf_table(pt_pdf_t *pdf, const pt_pdf_cell_t *cells);

/** A picture: a JPEG file, and its size in pixels. Its bytes are put into the
 * document as they are; nothing here decodes them. */
typedef struct {
    const char *bytes;
    apr_size_t len;
    int width, height;
} pt_pdf_picture_t;

#define PT_PDF_PICTURES_MAX 3 /* side by side */

/** Pictures side by side, on one page; each at most as large as a third of the
 * line. @param count at most PT_PDF_PICTURES_MAX */
void pt_pdf_pictures(pt_pdf_t *pdf, const pt_pdf_picture_t *pictures,
                     int count);

/** Text of somebody's that becomes part of a sentence of ours: whatever way it
 * runs, it leaves the rest of the sentence alone (UAX 9, section 2.6). */
const char *pt_pdf_isolate(apr_pool_t *p, const char *text);
#endif
