/* SPDX-License-Identifier: Apache-2.0 */
/* mail_render.c - from a mail of mails.def and its data to subject, text and
 * HTML. */

#include "domain/mail_render.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

typedef struct {
    const char *kind, *subject, *text, *button, *path;
    int is_notice; /* shown in the application as well */
} mail_t;

static const mail_t mails[] = {
#define PT_MAIL(kind, subject, text, button, path) \
    {kind, subject, text, button, path, 1},
#define PT_MAIL_ONLY(kind, subject, text, button, path) \
    {kind, subject, text, button, path, 0},
#include "domain/mails.def"
#undef PT_MAIL
#undef PT_MAIL_ONLY
};

const char *const pt_mail_kinds[] = {
#define PT_MAIL(kind, subject, text, button, path) kind,
#define PT_MAIL_ONLY PT_MAIL
#include "domain/mails.def"
#undef PT_MAIL
#undef PT_MAIL_ONLY
    NULL};

static const char reason[] =
    "You get this mail because you have an account at {site_name}.";

static pt_err_t *missing_value(apr_pool_t *p, const char *kind)
{
    return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                        "a %s mail lacks what it has to say", kind);
}

/* Makes a value fit for where it goes. */
typedef const char *(*escape_fn)(apr_pool_t *p, const char *value);

static const char *as_line(apr_pool_t *p, const char *value)
{
    char *line = apr_pstrdup(p, value), *s;

    for (s = line; *s; s++) {
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            *s = ' ';
    }
    return line;
}

static const char *as_html(apr_pool_t *p, const char *value)
{
    return pt_text_html(p, as_line(p, value));
}

/* Put the values into a text; NULL when one is missing. The fixed words between
 * them hold nothing that HTML would need escaped but quotes, which it allows.
 */
static const char *fill(apr_pool_t *p, const char *text,
                        const apr_table_t *values, escape_fn escape)
{
    const char *out = "", *open, *close, *value;

    while ((open = strchr(text, '{'))) {
        close = strchr(open, '}');
        value = apr_table_get(
            values,
            apr_pstrmemdup(p, open + 1, (apr_size_t)(close - open - 1)));
        if (!value)
            return NULL;
        out = apr_pstrcat(p, out,
                          apr_pstrmemdup(p, text, (apr_size_t)(open - text)),
                          escape(p, value), NULL);
        text = close + 1;
    }
    return apr_pstrcat(p, out, text, NULL);
}

/* The paragraphs that can be filled. */
static apr_array_header_t *paragraphs(apr_pool_t *p, const char *text,
                                      const apr_table_t *values,
                                      escape_fn escape)
{
    apr_array_header_t *list = apr_array_make(p, 4, sizeof(const char *));
    const char *end, *filled;

    while (*text) {
        end = strstr(text, "\n\n");
        if (!end)
            end = text + strlen(text);
        filled = fill(p, apr_pstrmemdup(p, text, (apr_size_t)(end - text)),
                      values, escape);
        if (filled)
            APR_ARRAY_PUSH(list, const char *) = filled;
        text = end + strspn(end, "\n");
    }
    return list;
}

/* Each string between two others, and all of them one after the other. */
static const char *frame_all(apr_pool_t *p, const apr_array_header_t *list,
                             const char *before, const char *after)
{
    const char *out = "";
    int i;

    for (i = 0; i < list->nelts; i++)
        out = apr_pstrcat(p, out, before, APR_ARRAY_IDX(list, i, const char *),
                          after, NULL);
    return out;
}

static const char text_frame[] = "{paragraphs}"
                                 "{button}:\n{link}\n\n"
                                 "-- \n{reason}\n";

/* Tables and styles in place, because that is what mail readers know. */
static const char html_frame[] =
    "<!doctype html>\n"
    "<html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width\">"
    "<meta name=\"color-scheme\" content=\"light dark\">"
    "<title>{subject}</title></head>\n"
    "<body style=\"margin:0;background:#f9f7f2;color:#221e1a\">\n"
    "<div style=\"display:none;max-height:0;overflow:hidden\">{preheader}"
    "</div>\n"
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" "
    "cellspacing=\"0\"><tr><td align=\"center\" style=\"padding:32px 16px\">\n"
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" "
    "cellspacing=\"0\" style=\"max-width:544px;font:16px/1.55 Georgia,serif;"
    "color:#221e1a;text-align:start\">\n"
    "<tr><td style=\"padding-bottom:16px;border-bottom:1px solid #dad5ca;"
    "font-weight:bold\">{site_name}</td></tr>\n"
    "<tr><td style=\"padding:24px 0 8px\">\n{paragraphs}</td></tr>\n"
    "<tr><td style=\"padding-bottom:32px\"><a href=\"{link}\" "
    "style=\"display:inline-block;padding:12px 20px;border-radius:4px;"
    "background:#0d5563;color:#fdfcf9;font-weight:bold;text-decoration:none\">"
    "{button}</a></td></tr>\n"
    "<tr><td style=\"padding-top:16px;border-top:1px solid #dad5ca;"
    "font-size:14px;color:#57514a\">{reason}</td></tr>\n"
    "</table>\n</td></tr></table>\n</body></html>\n";

static const char *as_it_is(apr_pool_t *p, const char *value)
{
    (void)p;
    return value;
}

/* Fill the mail's words by one way of escaping, then put them into a frame. */
static const char *render(apr_pool_t *p, const mail_t *mail, const char *link,
                          const apr_table_t *values, escape_fn escape,
                          const char *frame)
{
    int is_html = frame == html_frame;
    apr_array_header_t *list = paragraphs(p, mail->text, values, escape);
    apr_table_t *parts = apr_table_make(p, 8);

    if (list->nelts == 0)
        return NULL;
    apr_table_setn(parts, "subject", fill(p, mail->subject, values, escape));
    apr_table_setn(parts, "preheader", APR_ARRAY_IDX(list, 0, const char *));
    apr_table_setn(parts, "site_name",
                   escape(p, apr_table_get(values, "site_name")));
    apr_table_setn(
        parts, "paragraphs",
        is_html ? frame_all(p, list, "<p style=\"margin:0 0 16px\">", "</p>\n")
                : frame_all(p, list, "", "\n\n"));
    apr_table_setn(parts, "button", mail->button);
    apr_table_setn(parts, "link", escape(p, link));
    apr_table_setn(parts, "reason", fill(p, reason, values, escape));
    return fill(p, frame, parts, as_it_is);
}

static const mail_t *find_mail(const char *kind)
{
    size_t i;

    for (i = 0; kind && i < sizeof(mails) / sizeof(mails[0]); i++) {
        if (strcmp(mails[i].kind, kind) == 0)
            return &mails[i];
    }
    return NULL;
}

int pt_mail_is_notice(const char *kind)
{
    const mail_t *mail = find_mail(kind);

    return mail && mail->is_notice;
}

int pt_mail_notice(apr_pool_t *p, const char **text, const char **path,
                   const char *kind, const apr_table_t *values)
{
    const mail_t *mail = find_mail(kind);

    if (!mail)
        return 0;
    *text = fill(p, mail->subject, values, as_line);
    *path = fill(p, mail->path, values, pt_text_urlencode);
    return *text && *path;
}

/* "insufficient_funds" is a word to us, not to the reader. */
static const char *in_words(apr_pool_t *p, const char *code)
{
    char *words = apr_pstrdup(p, code), *s;

    for (s = words; (s = strchr(s, '_'));)
        *s = ' ';
    return words;
}

static void set_amount(apr_pool_t *p, apr_table_t *values, const char *name,
                       const json_t *data, const char *member)
{
    const char *currency = pt_json_str(data, "currency");
    apr_int64_t minor = pt_json_int(data, member, -1);

    if (currency && minor >= 0)
        apr_table_setn(values, name, pt_text_money(p, minor, currency));
}

apr_table_t *pt_mail_values(apr_pool_t *p, const json_t *data,
                            const json_t *times)
{
    apr_table_t *values = apr_table_make(p, 16);
    const char *name, *code;
    json_t *value;

    json_object_foreach ((json_t *)data, name, value) {
        if (json_is_string(value))
            apr_table_setn(values, name, json_string_value(value));
        else if (json_is_integer(value))
            apr_table_setn(values, name, pt_json_text(p, value));
    }
    json_object_foreach ((json_t *)times, name, value)
        apr_table_setn(values, name, json_string_value(value));
    if ((code = apr_table_get(values, "failure_code")))
        apr_table_setn(values, "failure_code", in_words(p, code));
    set_amount(p, values, "amount", data, "amount_minor");
    set_amount(p, values, "fee", data, "fee_minor");
    return values;
}

pt_err_t *pt_mail_render(apr_pool_t *p, pt_mail_words_t *words,
                         const char *kind, const char *public_url,
                         const apr_table_t *values)
{
    const mail_t *mail = find_mail(kind);
    const char *path;
    pt_mail_words_t out;

    if (!mail)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL), "no mail is a %s",
                            kind ? kind : "-");
    out.subject = fill(p, mail->subject, values, as_line);
    path = fill(p, mail->path, values, pt_text_urlencode);
    if (!out.subject || !path || !apr_table_get(values, "site_name"))
        return missing_value(p, kind);
    path = apr_pstrcat(p, public_url, path, NULL);
    out.text = render(p, mail, path, values, as_line, text_frame);
    out.html = render(p, mail, path, values, as_html, html_frame);
    if (!out.text || !out.html)
        return missing_value(p, kind);
    *words = out;
    return PT_OK;
}
