/* SPDX-License-Identifier: Apache-2.0 */
/* pdf.c - documents as PDF, by cairo and pango.
 *
 * One font map for the process, under a lock: pango's own would be one for each
 * thread for ever, and one for each document takes three times as long. */

#include "providers/pdf.h"

#include <apr_strings.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pthread.h>
#include <string.h>

/* A4 and its margins, in points. */
#define PAGE_WIDTH 595
#define PAGE_HEIGHT 842
#define MARGIN 56
#define LINE_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define FOOT (PAGE_HEIGHT - MARGIN + 20)
#define CELL_GAP 8
#define CELLS_MAX 8
#define PICTURE_GAP 6
#define PICTURE_SCALE_MAX 0.75 /* points for a pixel: 96 of them to an inch */
#define BUFFER_BYTES 16384     /* a receipt has about 20 kB */

struct pt_pdf_t {
    apr_pool_t *pool;
    const char *title;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    const pt_pdf_cell_t *head; /* of the table under way; NULL: none */
    double y;                  /* how far down the page is filled */
    int page;
    char *bytes;
    apr_size_t len, size;
};

static const struct {
    const char *font;
    double grey; /* 0: black */
    int after;   /* points below it */
} styles[] = {
    [PT_PDF_BODY] = {"Noto Sans 9.5", 0.1, 3},
    [PT_PDF_TITLE] = {"Noto Sans Bold 18", 0.1, 10},
    [PT_PDF_HEADING] = {"Noto Sans Bold 11", 0.1, 5},
    [PT_PDF_STRONG] = {"Noto Sans Bold 9.5", 0.1, 3},
    [PT_PDF_SMALL] = {"Noto Sans 8", 0.4, 2},
};

/* Made when the first document is. */
static struct {
    pthread_mutex_t lock;
    PangoFontMap *map;
} fonts = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* cairo gives the file away piece by piece. */
static cairo_status_t keep(void *pdf_, const unsigned char *data, unsigned len)
{
    pt_pdf_t *pdf = pdf_;

    if (pdf->len + len > pdf->size) {
        apr_size_t size = 2 * (pdf->len + len) + BUFFER_BYTES;
        char *bytes = apr_palloc(pdf->pool, size);

        if (pdf->len)
            memcpy(bytes, pdf->bytes, pdf->len);
        pdf->bytes = bytes;
        pdf->size = size;
    }
    memcpy(pdf->bytes + pdf->len, data, len);
    pdf->len += len;
    return CAIRO_STATUS_SUCCESS;
}

/* --- Drawing --- */

static PangoLayout *lay_out(pt_pdf_t *pdf, pt_pdf_style_e style,
                            const char *text, double width, int is_number)
{
    PangoFontDescription *font =
        pango_font_description_from_string(styles[style].font);
    PangoLayout *layout = pango_layout_new(pdf->context);

    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, pango_units_from_double(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, is_number ? PANGO_ALIGN_RIGHT
                                                 : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static double height_of(PangoLayout *layout)
{
    int height;

    pango_layout_get_size(layout, NULL, &height);
    return pango_units_to_double(height);
}

static void draw(pt_pdf_t *pdf, PangoLayout *layout, pt_pdf_style_e style,
                 double x, double y)
{
    double grey = styles[style].grey;

    cairo_set_source_rgb(pdf->cairo, grey, grey, grey);
    cairo_move_to(pdf->cairo, x, y);
    pango_cairo_show_layout(pdf->cairo, layout);
}

static void draw_foot(pt_pdf_t *pdf)
{
    const char *text =
        apr_psprintf(pdf->pool, "%s · %d", pdf->title, pdf->page);
    PangoLayout *layout = lay_out(pdf, PT_PDF_SMALL, text, LINE_WIDTH, 0);

    draw(pdf, layout, PT_PDF_SMALL, MARGIN, FOOT);
    g_object_unref(layout);
}

/* Go on to a new page unless there is room for so much. */
static void make_room(pt_pdf_t *pdf, double height)
{
    const pt_pdf_cell_t *head = pdf->head;

    if (pdf->y + height <= PAGE_HEIGHT - MARGIN || pdf->y <= MARGIN)
        return;
    draw_foot(pdf);
    cairo_show_page(pdf->cairo);
    pdf->page++;
    pdf->y = MARGIN;
    if (head)
        pt_pdf_table(pdf, head);
}

void pt_pdf_text(pt_pdf_t *pdf, pt_pdf_style_e style, const char *text)
{
    pt_pdf_row(
        pdf, style,
        (pt_pdf_cell_t[]){{.text = text, .width = 100}, PT_PDF_CELLS_END});
}

void pt_pdf_gap(pt_pdf_t *pdf, int points)
{
    pdf->y += points;
}

void pt_pdf_keep(pt_pdf_t *pdf, int points)
{
    make_room(pdf, points);
}

void pt_pdf_rule(pt_pdf_t *pdf)
{
    cairo_set_source_rgb(pdf->cairo, 0.7, 0.7, 0.7);
    cairo_set_line_width(pdf->cairo, 0.5);
    cairo_move_to(pdf->cairo, MARGIN, pdf->y + 2);
    cairo_line_to(pdf->cairo, PAGE_WIDTH - MARGIN, pdf->y + 2);
    cairo_stroke(pdf->cairo);
    pdf->y += 6;
}

void pt_pdf_row(pt_pdf_t *pdf, pt_pdf_style_e style, const pt_pdf_cell_t *cells)
{
    PangoLayout *layouts[CELLS_MAX];
    double height = 0, x = MARGIN;
    int i, n = 0;

    for (; n < CELLS_MAX && cells[n].text; n++) {
        double width = LINE_WIDTH * cells[n].width / 100.0 - CELL_GAP;

        layouts[n] = lay_out(pdf, style, cells[n].text,
                             cells[n + 1].text ? width : width + CELL_GAP,
                             cells[n].is_number);
        if (height_of(layouts[n]) > height)
            height = height_of(layouts[n]);
    }
    make_room(pdf, height);
    for (i = 0; i < n; i++) {
        draw(pdf, layouts[i], style, x, pdf->y);
        g_object_unref(layouts[i]);
        x += LINE_WIDTH * cells[i].width / 100.0;
    }
    pdf->y += height + styles[style].after;
}

void pt_pdf_table(pt_pdf_t *pdf, const pt_pdf_cell_t *cells)
{
    pdf->head = NULL; /* it is drawn now, not for the page before it */
    if (cells) {
        pt_pdf_row(pdf, PT_PDF_STRONG, cells);
        pt_pdf_rule(pdf);
    }
    pdf->head = cells;
}

/* How large a picture is drawn: as wide as its cell, and no higher. */
static double scale_of(const pt_pdf_picture_t *picture)
{
    double side = (double)LINE_WIDTH / PT_PDF_PICTURES_MAX - CELL_GAP;
    int longer =
        picture->width > picture->height ? picture->width : picture->height;

    return side / longer < PICTURE_SCALE_MAX ? side / longer
                                             : PICTURE_SCALE_MAX;
}

/* Where the bytes are no JPEG, cairo takes the pixels of the surface: none. */
static void draw_picture(pt_pdf_t *pdf, const pt_pdf_picture_t *picture,
                         double x)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, picture->width, picture->height);
    double scale = scale_of(picture);

    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
                                (const unsigned char *)picture->bytes,
                                picture->len, NULL, NULL);
    cairo_save(pdf->cairo);
    cairo_translate(pdf->cairo, x, pdf->y);
    cairo_scale(pdf->cairo, scale, scale);
    cairo_rectangle(pdf->cairo, 0, 0, picture->width, picture->height);
    cairo_set_source_rgb(pdf->cairo, 0.7, 0.7, 0.7);
    cairo_set_line_width(pdf->cairo, 1 / scale);
    cairo_stroke(pdf->cairo);
    cairo_set_source_surface(pdf->cairo, surface, 0, 0);
    cairo_paint(pdf->cairo);
    cairo_restore(pdf->cairo);
    cairo_surface_destroy(surface);
}

void pt_pdf_pictures(pt_pdf_t *pdf, const pt_pdf_picture_t *pictures, int count)
{
    double height = 0;

    for (int i = 0; i < count; i++) {
        double wanted = pictures[i].height * scale_of(&pictures[i]);
        height = wanted > height ? wanted : height;
    }
    make_room(pdf, height);
    for (int i = 0; i < count; i++)
        draw_picture(pdf, &pictures[i],
                     MARGIN + (double)LINE_WIDTH / PT_PDF_PICTURES_MAX * i);
    pdf->y += height + PICTURE_GAP;
}

const char *pt_pdf_isolate(apr_pool_t *p, const char *text)
{
    /* FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE */
    return apr_pstrcat(p, "\u2068", text, "\u2069", NULL);
}

/* --- The document --- */

static void begin(pt_pdf_t *pdf)
{
    pdf->surface =
        cairo_pdf_surface_create_for_stream(keep, pdf, PAGE_WIDTH, PAGE_HEIGHT);
    pdf->cairo = cairo_create(pdf->surface);
    pdf->context = pango_font_map_create_context(fonts.map);
    pango_cairo_update_context(pdf->cairo, pdf->context);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE,
                                   pdf->title);
}

static cairo_status_t end(pt_pdf_t *pdf)
{
    cairo_status_t status;

    draw_foot(pdf);
    cairo_show_page(pdf->cairo);
    status = cairo_status(pdf->cairo);
    cairo_surface_finish(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(pdf->surface);
    g_object_unref(pdf->context);
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
    return status;
}

pt_err_t *pt_pdf_make(apr_pool_t *p, const char **bytes, apr_size_t *len,
                      const char *title, pt_pdf_fn draw_all, void *what)
{
    pt_pdf_t pdf = {.pool = p, .title = title, .y = MARGIN, .page = 1};
    cairo_status_t status;

    pthread_mutex_lock(&fonts.lock);
    if (!fonts.map)
        fonts.map = pango_cairo_font_map_new();
    begin(&pdf);
    draw_all(&pdf, what);
    status = end(&pdf);
    pthread_mutex_unlock(&fonts.lock);
    if (status != CAIRO_STATUS_SUCCESS)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL), "no PDF: %s",
                            cairo_status_to_string(status));
    *bytes = pdf.bytes;
    *len = pdf.len;
    return PT_OK;
}
