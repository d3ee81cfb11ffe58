/* SPDX-License-Identifier: Apache-2.0 */
/* text_fuzz.c - text from people: its shapes, and its escaping for HTML and for
 * addresses. */

#include "core/pt_text.h"
#include "fuzz.h"

#include <strings.h>

/* The shapes are for text that was found to be clean. */
static void try_shapes(apr_pool_t *p, const char *text)
{
    const char *trimmed = pt_text_trim(p, text);

    PROMISE(pt_text_len(text) <= strlen(text));
    PROMISE(strlen(trimmed) <= strlen(text));
    PROMISE(!pt_text_is_uuid(text) || strlen(text) == 36);
    PROMISE(!pt_text_is_email(text) || strlen(text) <= 254);
    PROMISE(!pt_text_is_url(text) || !strncasecmp(text, "http", 4));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);
    const char *html = pt_text_html(p, text);
    const char *encoded = pt_text_urlencode(p, text);

    PROMISE(!strpbrk(html, "<>\"'"));
    PROMISE(!strpbrk(encoded, " &=?#\"<>\r\n"));
    if (pt_text_is_clean(text))
        try_shapes(p, text);
    free(text);
    apr_pool_destroy(p);
    return 0;
}
