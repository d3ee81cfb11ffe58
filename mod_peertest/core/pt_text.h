/* SPDX-License-Identifier: Apache-2.0 */
/* pt_text.h - text from people: lengths, shapes, escaping for its place. */
#ifndef PT_TEXT_H
#define PT_TEXT_H

#include <apr_pools.h>

/** Characters (code points) of valid UTF-8. */
apr_size_t pt_text_len(const char *s);

/** Read one character.
 * @return the bytes that it takes, or 0 when it is no UTF-8 */
int pt_text_decode(unsigned *code, const char *s);

/** Is this valid UTF-8 without control characters but tab and line ends? */
int pt_text_is_clean(const char *s);

/** A copy without white space at both ends. */
const char *pt_text_trim(apr_pool_t *p, const char *s);

int pt_text_is_uuid(const char *s);

/** One @, a dot in the domain, no white space; 254 bytes (RFC 5321, 4.5.3.1).
 */
int pt_text_is_email(const char *s);

/** Absolute http or https address with a host, no control character. */
int pt_text_is_url(const char *s);

/** Escape for HTML text and attribute values. */
const char *pt_text_html(apr_pool_t *p, const char *s);

/** Percent-encode a form value or query parameter (RFC 3986 unreserved kept).
 */
const char *pt_text_urlencode(apr_pool_t *p, const char *s);

/** A Content-Disposition header that names a file, whatever its name: in ASCII
 * and, where that says less, in UTF-8 (RFC 6266, 4.3 and appendix D).
 * @param type "inline" or "attachment" */
const char *pt_text_disposition(apr_pool_t *p, const char *type,
                                const char *name);

/** "1,234.50 USD" from minor units; ISO 4217 exponents 0, 2 and 3. */
const char *pt_text_money(apr_pool_t *p, apr_int64_t minor,
                          const char *currency);
#endif
