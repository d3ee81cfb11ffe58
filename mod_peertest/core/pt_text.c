/* SPDX-License-Identifier: Apache-2.0 */
/* pt_text.c - text from people: lengths, shapes, escaping for its place. */

#include "core/pt_text.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <string.h>
#include <strings.h>

#define EMAIL_BYTES_MAX 254 /* RFC 5321, 4.5.3.1.3 less the angle brackets */
#define EMAIL_LOCAL_BYTES_MAX 64 /* RFC 5321, 4.5.3.1.1 */
#define LABEL_BYTES_MAX 63       /* RFC 1035, 2.3.4 */

apr_size_t pt_text_len(const char *s)
{
    apr_size_t n = 0;

    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
int pt_text_decode(unsigned *code, const char *text)
{
    static const unsigned smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *s = (const unsigned char *)text;
    int len = *s < 0x80 ? 1 : *s < 0xC0 ? 0 : *s < 0xE0 ? 2 : *s < 0xF0 ? 3 : 4;
    int i;

    if (!len || *s > 0xF4)
        return 0;
    *code = len == 1 ? *s : *s & (0x7Fu >> len);
    for (i = 1; i < len; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (s[i] & 0x3F);
    }
    if (*code < smallest[len] || *code > 0x10FFFF
        || (*code >= 0xD800 && *code <= 0xDFFF))
        return 0;
    return len;
}

static int is_control(unsigned code)
{
    if (code == '\t' || code == '\n' || code == '\r')
        return 0;
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

int pt_text_is_clean(const char *s)
{
    while (*s) {
        unsigned code;
        int len = pt_text_decode(&code, s);

        if (!len || is_control(code))
            return 0;
        s += len;
    }
    return 1;
}

const char *pt_text_trim(apr_pool_t *p, const char *s)
{
    apr_size_t len;

    while (apr_isspace(*s))
        s++;
    for (len = strlen(s); len && apr_isspace(s[len - 1]); len--)
        ;
    return apr_pstrmemdup(p, s, len);
}

int pt_text_is_uuid(const char *s)
{
    int i;

    for (i = 0; i < 36; i++) {
        int is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;

        if (is_hyphen ? s[i] != '-' : !apr_isxdigit(s[i]))
            return 0;
    }
    return !s[36];
}

/* A host name of at least two labels. */
static int is_domain(const char *s)
{
    int labels = 0;

    for (;;) {
        apr_size_t len = strcspn(s, "."), i;

        if (!len || len > LABEL_BYTES_MAX || s[0] == '-' || s[len - 1] == '-')
            return 0;
        for (i = 0; i < len; i++) {
            if (!apr_isalnum(s[i]) && s[i] != '-')
                return 0;
        }
        labels++;
        if (!s[len])
            return labels > 1;
        s += len + 1;
    }
}

/* The unquoted form (RFC 5322, dot-atom): the quoted one is not in use, and
 * would need care at every place that writes a mail header. */
static int is_mailbox_name(const char *s, apr_size_t len)
{
    apr_size_t i;

    if (!len || len > EMAIL_LOCAL_BYTES_MAX || s[0] == '.' || s[len - 1] == '.')
        return 0;
    for (i = 0; i < len; i++) {
        if (!apr_isalnum(s[i]) && !strchr("!#$%&'*+-/=?^_`{|}~.", s[i]))
            return 0;
        if (s[i] == '.' && s[i + 1] == '.')
            return 0;
    }
    return 1;
}

int pt_text_is_email(const char *s)
{
    const char *at = strchr(s, '@');

    return at && strlen(s) <= EMAIL_BYTES_MAX
           && is_mailbox_name(s, (apr_size_t)(at - s)) && is_domain(at + 1);
}

/* Is there a host, perhaps with a port, and nobody's name and password? */
static int is_authority(const char *s, apr_size_t len)
{
    const char *port = memchr(s, ':', len);

    if (s[0] == '[') { /* an IPv6 address */
        const char *end = memchr(s, ']', len);

        if (!end
            || strspn(s + 1, "0123456789abcdefABCDEF:.")
                   != (apr_size_t)(end - s - 1))
            return 0;
        port = end + 1 == s + len ? NULL : end + 1;
        if (port && *port != ':')
            return 0;
    }
    if (!len || s[0] == ':' || memchr(s, '@', len))
        return 0;
    return !port
           || strspn(port + 1, "0123456789")
                  == (apr_size_t)(s + len - port - 1);
}

int pt_text_is_url(const char *s)
{
    const char *c, *host;

    if (!strncasecmp(s, "https://", 8))
        host = s + 8;
    else if (!strncasecmp(s, "http://", 7))
        host = s + 7;
    else
        return 0;
    /* RFC 3986 has none of these; browsers read a backslash as a slash. */
    for (c = s; *c; c++) {
        if (apr_isspace(*c) || strchr("<>\"\\^`{|}", *c))
            return 0;
    }
    return pt_text_is_clean(s) && is_authority(host, strcspn(host, "/?#"));
}

const char *pt_text_html(apr_pool_t *p, const char *s)
{
    char *out = apr_palloc(p, strlen(s) * 6 + 1), *to = out;

    for (; *s; s++) {
        const char *entity = *s == '&'    ? "&amp;"
                             : *s == '<'  ? "&lt;"
                             : *s == '>'  ? "&gt;"
                             : *s == '"'  ? "&quot;"
                             : *s == '\'' ? "&#39;"
                                          : NULL;

        if (entity)
            to = apr_cpystrn(to, entity, 7);
        else
            *to++ = *s;
    }
    *to = '\0';
    return out;
}

const char *pt_text_urlencode(apr_pool_t *p, const char *s)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out = apr_palloc(p, strlen(s) * 3 + 1), *to = out;

    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;

        if (apr_isalnum(c) || strchr("-._~", c)) {
            *to++ = *s;
        }
        else {
            *to++ = '%';
            *to++ = hex[c >> 4];
            *to++ = hex[c & 15];
        }
    }
    *to = '\0';
    return out;
}

/* What every program reads as a plain character of a quoted name. */
static int is_plain(char c)
{
    return apr_isalnum(c) || (c && strchr(" !#$&()+,-.;=@[]^_`{}~", c));
}

const char *pt_text_disposition(apr_pool_t *p, const char *type,
                                const char *name)
{
    char *plain = apr_palloc(p, strlen(name) + 1), *to = plain;
    const char *s = name;
    int is_same = 1, n;
    unsigned code;

    for (; *s; s += n > 0 ? n : 1) {
        n = pt_text_decode(&code, s);
        *to++ = is_plain(*s) ? *s : '_';
        is_same = is_same && is_plain(*s);
    }
    *to = '\0';
    return apr_pstrcat(p, type, "; filename=\"", plain, "\"",
                       is_same ? "" : "; filename*=UTF-8''",
                       is_same ? "" : pt_text_urlencode(p, name), NULL);
}

/* Digits after the decimal point (ISO 4217). */
static int currency_digits(const char *currency)
{
    static const char none[] =
        "bif clp djf gnf isk jpy kmf krw pyg rwf ugx vnd vuv xaf xof xpf";
    static const char three[] = "bhd iqd jod kwd lyd omr tnd";

    return strstr(none, currency) ? 0 : strstr(three, currency) ? 3 : 2;
}

/* The digits of a number in groups of three. */
static const char *grouped(apr_pool_t *p, apr_uint64_t n)
{
    const char *digits = apr_psprintf(p, "%" APR_UINT64_T_FMT, n);
    apr_size_t len = strlen(digits), i;
    char *out = apr_palloc(p, len + len / 3 + 1), *to = out;

    for (i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            *to++ = ',';
        *to++ = digits[i];
    }
    *to = '\0';
    return out;
}

const char *pt_text_money(apr_pool_t *p, apr_int64_t minor,
                          const char *currency)
{
    apr_uint64_t amount =
        minor < 0 ? -(apr_uint64_t)minor : (apr_uint64_t)minor;
    apr_uint64_t unit = 1;
    char *code = apr_pstrdup(p, currency), *c;
    int digits, i;

    for (c = code; *c; c++)
        *c = apr_tolower(*c);
    digits = currency_digits(code);
    for (c = code; *c; c++)
        *c = apr_toupper(*c);
    for (i = 0; i < digits; i++)
        unit *= 10;
    if (!digits)
        return apr_pstrcat(p, minor < 0 ? "-" : "", grouped(p, amount), " ",
                           code, NULL);
    return apr_psprintf(p, "%s%s.%0*" APR_UINT64_T_FMT " %s",
                        minor < 0 ? "-" : "", grouped(p, amount / unit), digits,
                        amount % unit, code);
}
