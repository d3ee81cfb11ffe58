/* SPDX-License-Identifier: Apache-2.0 */
/* pt_mime.h - a mail as the bytes that travel by SMTP. */
#ifndef PT_MIME_H
#define PT_MIME_H

#include "core/pt_err.h"
#include <apr_time.h>

/** One mail; UTF-8 throughout. */
typedef struct {
    const char *from;    /* "Name <address>" or an address */
    const char *to;      /* an address */
    const char *subject; /* one line */
    const char *text;
    const char *html;
    const char *id; /* unique; the same for every attempt to send it */
    apr_time_t date;
} pt_mime_t;

/** The address in "Name <address>". @return NULL when there is none */
const char *pt_mime_address(apr_pool_t *p, const char *mailbox);

/**
 * The message (RFC 5322) with a text and an HTML part (RFC 2046), lines ended
 * by CR LF.
 * @return PT_P_INTERNAL for a header that holds a control character: nothing is
 *         ever added to the headers by what stands in a name or a title
 */
pt_err_t *pt_mime_message(apr_pool_t *p, const char **message,
                          const pt_mime_t *mail);

/** Text as quoted-printable (RFC 2045, section 6.7); no line begins with a dot.
 */
const char *pt_mime_quoted_printable(apr_pool_t *p, const char *text);

/** A header's words, encoded where they are not ASCII (RFC 2047). */
const char *pt_mime_words(apr_pool_t *p, const char *text);

#endif
