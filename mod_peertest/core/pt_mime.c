/* SPDX-License-Identifier: Apache-2.0 */
/* pt_mime.c - a mail as the bytes that travel by SMTP. */

#include "core/pt_mime.h"
#include "core/pt_crypto.h"

#include <apr_strings.h>
#include <string.h>

#define LINE_MAX_CHARS 76 /* of quoted-printable (RFC 2045, section 6.7) */
#define WORD_MAX_BYTES \
    42 /* as base64 and with its frame below 75 (RFC 2047) \
        */
#define CRLF "\r\n"

static int is_header_safe(const char *s)
{
    for (; *s; s++) {
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            return 0;
    }
    return 1;
}

static int is_ascii(const char *s)
{
    for (; *s; s++) {
        if ((unsigned char)*s > 0x7e)
            return 0;
    }
    return 1;
}

const char *pt_mime_address(apr_pool_t *p, const char *mailbox)
{
    const char *open = strrchr(mailbox, '<'), *close;

    if (!open)
        return strchr(mailbox, '@') ? mailbox : NULL;
    close = strchr(open, '>');
    if (!close || close[1] || !memchr(open, '@', (apr_size_t)(close - open)))
        return NULL;
    return apr_pstrmemdup(p, open + 1, (apr_size_t)(close - open - 1));
}

/* Bytes of s, at most max, that end between characters. */
static apr_size_t whole_characters(const char *s, apr_size_t max)
{
    apr_size_t len = strlen(s);

    if (len <= max)
        return len;
    for (len = max; len > 0 && ((unsigned char)s[len] & 0xc0) == 0x80; len--)
        ;
    return len;
}

const char *pt_mime_words(apr_pool_t *p, const char *text)
{
    const char *words = NULL;

    if (is_ascii(text))
        return text;
    while (*text) {
        apr_size_t len = whole_characters(text, WORD_MAX_BYTES);
        const char *word = apr_pstrcat(
            p, "=?UTF-8?B?", pt_b64(p, (const unsigned char *)text, len),
            "?=", NULL);
        words = words ? apr_pstrcat(p, words, CRLF " ", word, NULL) : word;
        text += len;
    }
    return words;
}

/* A display name as RFC 5322 wants it: quoted, or encoded. */
static const char *mailbox_header(apr_pool_t *p, const char *mailbox)
{
    const char *address = pt_mime_address(p, mailbox);
    const char *open = strrchr(mailbox, '<'), *s;
    char *name, *quoted, *to;

    if (!open || open == mailbox)
        return apr_pstrcat(p, "<", address, ">", NULL);
    name = apr_pstrmemdup(p, mailbox, (apr_size_t)(open - mailbox));
    while (*name && name[strlen(name) - 1] == ' ')
        name[strlen(name) - 1] = '\0';
    if (!is_ascii(name))
        return apr_pstrcat(p, pt_mime_words(p, name), " <", address, ">", NULL);
    to = quoted = apr_palloc(p, 2 * strlen(name) + 1);
    for (s = name; *s; s++) {
        if (*s == '"' || *s == '\\')
            *to++ = '\\';
        *to++ = *s;
    }
    *to = '\0';
    return apr_pstrcat(p, "\"", quoted, "\" <", address, ">", NULL);
}

/* Must this byte be written as =XX? at_start: of a line of the output. */
static int is_quoted(const char *s, int at_start)
{
    unsigned char c = (unsigned char)*s;

    if (c == ' ' || c == '\t')
        return s[1] == '\0' || s[1] == '\n' || s[1] == '\r';
    return c < 0x21 || c > 0x7e || c == '=' || (at_start && c == '.');
}

const char *pt_mime_quoted_printable(apr_pool_t *p, const char *text)
{
    static const char hex[] = "0123456789ABCDEF";
    /* A byte takes three characters, and a soft line break three in a line. */
    char *out = apr_palloc(p, strlen(text) * 4 + 4), *to = out;
    int column = 0;

    for (; *text; text++) {
        int quoted;

        if (*text == '\r' && text[1] == '\n')
            continue;
        if (*text == '\n') {
            memcpy(to, CRLF, 2);
            to += 2;
            column = 0;
            continue;
        }
        quoted = is_quoted(text, column == 0);
        if (column + (quoted ? 3 : 1) > LINE_MAX_CHARS - 1) {
            memcpy(to, "=" CRLF, 3);
            to += 3;
            column = 0;
            quoted = is_quoted(text, 1);
        }
        if (quoted) {
            *to++ = '=';
            *to++ = hex[(unsigned char)*text >> 4];
            *to++ = hex[(unsigned char)*text & 15];
        }
        else {
            *to++ = *text;
        }
        column += quoted ? 3 : 1;
    }
    *to = '\0';
    return out;
}

/* RFC 5322, section 3.3, in UTC. */
static const char *date_header(apr_pool_t *p, apr_time_t date)
{
    apr_time_exp_t t;

    apr_time_exp_gmt(&t, date);
    return apr_psprintf(p, "%s, %d %s %d %02d:%02d:%02d +0000",
                        apr_day_snames[t.tm_wday], t.tm_mday,
                        apr_month_snames[t.tm_mon], t.tm_year + 1900, t.tm_hour,
                        t.tm_min, t.tm_sec);
}

static const char *body_part(apr_pool_t *p, const char *boundary,
                             const char *type, const char *content)
{
    return apr_pstrcat(p, "--", boundary, CRLF "Content-Type: ", type,
                       "; charset=utf-8" CRLF
                       "Content-Transfer-Encoding: quoted-printable" CRLF CRLF,
                       pt_mime_quoted_printable(p, content), CRLF, NULL);
}

pt_err_t *pt_mime_message(apr_pool_t *p, const char **message,
                          const pt_mime_t *mail)
{
    /* "=_" occurs in no quoted-printable text. */
    const char *boundary = apr_pstrcat(p, "=_", mail->id, NULL);
    const char *from = pt_mime_address(p, mail->from);

    if (!from || !is_header_safe(mail->from) || !is_header_safe(mail->to)
        || !is_header_safe(mail->subject) || !is_header_safe(mail->id)
        || strpbrk(mail->to, "<>, "))
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "a mail header holds what it must not");
    *message = apr_pstrcat(
        p, "Date: ", date_header(p, mail->date),
        CRLF "From: ", mailbox_header(p, mail->from), CRLF "To: <", mail->to,
        ">" CRLF "Subject: ", pt_mime_words(p, mail->subject),
        CRLF "Message-ID: <", mail->id, strchr(from, '@'),
        ">" CRLF "Auto-Submitted: auto-generated" CRLF "MIME-Version: 1.0" CRLF
        "Content-Type: multipart/alternative; boundary=\"",
        boundary, "\"" CRLF CRLF,
        body_part(p, boundary, "text/plain", mail->text),
        body_part(p, boundary, "text/html", mail->html), "--", boundary,
        "--" CRLF, NULL);
    return PT_OK;
}
