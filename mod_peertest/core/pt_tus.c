/* SPDX-License-Identifier: Apache-2.0 */
/* pt_tus.c - the values of the headers of tus 1.0.0. */

#include "core/pt_tus.h"

#include <apr_base64.h>
#include <apr_strings.h>
#include <apr_tables.h>
#include <string.h>

#define DIGITS "0123456789"
#define NUMBER_MAX 18 /* digits, so that it fits into 64 bits */
#define BASE64 \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" DIGITS "+/"

int pt_tus_read_number(apr_int64_t *n, const char *text)
{
    apr_size_t len = strlen(text);

    if (!len || strspn(text, DIGITS) != len)
        return 0;
    /* More than can be is more than may be. */
    *n = len > NUMBER_MAX ? APR_INT64_MAX : apr_atoi64(text);
    return 1;
}

unsigned char *pt_tus_read_base64(apr_pool_t *p, apr_size_t *len,
                                  const char *text)
{
    apr_size_t all = strlen(text), digits = strspn(text, BASE64);
    unsigned char *bytes;

    if (all % 4 || all - digits > 2
        || strspn(text + digits, "=") != all - digits)
        return NULL;
    bytes = apr_palloc(p, all + 1);
    *len = (apr_size_t)apr_base64_decode_binary(bytes, text);
    bytes[*len] = '\0';
    return bytes;
}

static int is_key(const char *key)
{
    for (; *key; key++) {
        if (*key <= ' ' || *key > '~')
            return 0;
    }
    return 1;
}

/* One "key value"; the value may be missing. */
static int take_pair(apr_pool_t *p, apr_table_t *seen, char *pair)
{
    char *state, *key = apr_strtok(pair, " ", &state);
    char *value = key ? apr_strtok(NULL, " ", &state) : NULL;
    unsigned char *bytes = (unsigned char *)"";
    apr_size_t len = 0;

    if (!key || (value && apr_strtok(NULL, " ", &state)) || !is_key(key))
        return 0;
    if (value && !(bytes = pt_tus_read_base64(p, &len, value)))
        return 0;
    if (memchr(bytes, '\0', len) || apr_table_get(seen, key))
        return 0;
    apr_table_setn(seen, key, (char *)bytes);
    return 1;
}

int pt_tus_read_metadata(apr_pool_t *p, const char **filename,
                         const char *header)
{
    apr_table_t *seen = apr_table_make(p, 4);
    char *pair, *rest = apr_pstrdup(p, header);

    while (rest && *rest) {
        pair = rest;
        if ((rest = strchr(rest, ',')))
            *rest++ = '\0';
        if (!take_pair(p, seen, pair))
            return 0;
    }
    *filename = apr_table_get(seen, "filename");
    return 1;
}
