/* SPDX-License-Identifier: Apache-2.0 */
/* s3_answer.c - what an S3-compatible store says, in XML. */

#include "providers/s3_answer.h"

#include <apr_strings.h>
#include <string.h>

static const struct {
    const char *name;
    char value;
} entities[] = {{"&amp;", '&'},  {"&lt;", '<'},  {"&gt;", '>'},
                {"&quot;", '"'}, {"&#34;", '"'}, {"&apos;", '\''}};

static const char *decoded(apr_pool_t *p, const char *text, apr_size_t len)
{
    char *out = apr_pstrmemdup(p, text, len), *to = out;
    const char *s = out;
    size_t i;

    while (*s) {
        for (i = 0; i < sizeof(entities) / sizeof(*entities); i++) {
            if (!strncmp(s, entities[i].name, strlen(entities[i].name)))
                break;
        }
        if (i < sizeof(entities) / sizeof(*entities)) {
            *to++ = entities[i].value;
            s += strlen(entities[i].name);
        }
        else {
            *to++ = *s++;
        }
    }
    *to = '\0';
    return out;
}

const char *pt_s3_member(apr_pool_t *p, const char **xml, const char *name)
{
    const char *open = apr_pstrcat(p, "<", name, ">", NULL);
    const char *close = apr_pstrcat(p, "</", name, ">", NULL);
    const char *from = strstr(*xml, open), *to;

    if (!from)
        return NULL;
    from += strlen(open);
    to = strstr(from, close);
    if (!to)
        return NULL;
    *xml = to + strlen(close);
    return decoded(p, from, (apr_size_t)(to - from));
}
