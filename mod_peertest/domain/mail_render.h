/* SPDX-License-Identifier: Apache-2.0 */
/* mail_render.h - from a mail of mails.def and its data to subject, text and
 * HTML. */
#ifndef PT_MAIL_RENDER_H
#define PT_MAIL_RENDER_H

#include "core/pt_json.h"
#include <apr_tables.h>

/** All three are UTF-8; the subject is one line. */
typedef struct {
    const char *subject, *text, *html;
} pt_mail_words_t;

/**
 * Render a mail. Every value is escaped for its place: line ends in the subject
 * become spaces, text in HTML and in links is encoded.
 * @param kind of domain/mails.def
 * @param public_url what links begin with; no slash at the end
 * @param values name → plain text, ready to be read; site_name among them
 * @return PT_P_INTERNAL for an unknown kind, or when a value is missing that
 * the subject, the link or all paragraphs need
 */
pt_err_t *pt_mail_render(apr_pool_t *p, pt_mail_words_t *words,
                         const char *kind, const char *public_url,
                         const apr_table_t *values);

/**
 * What a text can name, made readable: {amount} of amount_minor and its
 * currency, instants as the reader's clock shows them.
 * @param data the mail's
 * @param times its instants, already in words
 * @return name → text, which borrows from data and times
 */
apr_table_t *pt_mail_values(apr_pool_t *p, const json_t *data,
                            const json_t *times);

/** Is a mail of this kind a notice in the application as well? */
int pt_mail_is_notice(const char *kind);

/**
 * A notice's line of text and the page that it leads to: the mail's subject and
 * path.
 * @return 0 for an unknown kind, or when a value is missing
 */
int pt_mail_notice(apr_pool_t *p, const char **text, const char **path,
                   const char *kind, const apr_table_t *values);

/** The kinds of domain/mails.def; ends in NULL. */
extern const char *const pt_mail_kinds[];

#endif
