/* SPDX-License-Identifier: Apache-2.0 */
/* upload_headers.c - what clients say in the headers of tus 1.0.0. */

#include "features/upload_headers.h"

#include "domain/file_rules.h"

#include <apr_base64.h>
#include <apr_strings.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"
#define NUMBER_MAX 18 /* digits, so that it fits into 64 bits */
#define BASE64 \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" DIGITS "+/"

static pt_err_t *malformed(pt_req_t *q, const char *what)
{
    return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                   apr_pstrcat(q->ctx.pool, what, " cannot be read", NULL));
}

pt_err_t *pt_tus_check_version(pt_req_t *q)
{
    const char *version = pt_req_header(q, "Tus-Resumable");

    if (version && !strcmp(version, PT_TUS_VERSION))
        return PT_OK;
    pt_reply_header(q, "Tus-Version", PT_TUS_VERSION);
    return pt_fail(q->ctx.pool, PT_P_TUS_VERSION, NULL);
}

pt_err_t *pt_tus_check_type(pt_req_t *q, int *has_bytes)
{
    const char *type = pt_req_header(q, "Content-Type");

    *has_bytes = type != NULL;
    if (!type || !strcasecmp(type, PT_TUS_BYTES))
        return PT_OK;
    return pt_fail(q->ctx.pool, PT_P_MEDIA_TYPE, "Send " PT_TUS_BYTES);
}

pt_err_t *pt_tus_number(pt_req_t *q, apr_int64_t *n, const char *name)
{
    const char *text = pt_req_header(q, name);
    apr_size_t len = text ? strlen(text) : 0;

    *n = -1;
    if (!text)
        return PT_OK;
    if (!len || strspn(text, DIGITS) != len)
        return malformed(q, name);
    /* More than can be is more than may be. */
    *n = len > NUMBER_MAX ? APR_INT64_MAX : apr_atoi64(text);
    return PT_OK;
}

/* Standard base64 with its padding (RFC 4648, section 4).
 * @return NULL when it is none */
static unsigned char *base64_bytes(apr_pool_t *p, apr_size_t *len,
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

/* One "key value" of the metadata; the value may be missing. */
static pt_err_t *take_pair(pt_req_t *q, apr_table_t *seen, char *pair)
{
    static const char what[] = "Upload-Metadata";
    char *state, *key = apr_strtok(pair, " ", &state);
    char *value = key ? apr_strtok(NULL, " ", &state) : NULL;
    unsigned char *bytes = (unsigned char *)"";
    apr_size_t len = 0;
    const char *c;

    if (!key || (value && apr_strtok(NULL, " ", &state)))
        return malformed(q, what);
    for (c = key; *c; c++) {
        if (*c <= ' ' || *c > '~')
            return malformed(q, what);
    }
    if (value && !(bytes = base64_bytes(q->ctx.pool, &len, value)))
        return malformed(q, what);
    if (memchr(bytes, '\0', len) || apr_table_get(seen, key))
        return malformed(q, what);
    apr_table_setn(seen, key, (char *)bytes);
    return PT_OK;
}

static pt_err_t *read_metadata(pt_req_t *q, pt_upload_new_t *wanted)
{
    const char *header = pt_req_header(q, "Upload-Metadata"), *name;
    apr_table_t *seen = apr_table_make(q->ctx.pool, 4);
    char *pair, *rest;

    wanted->metadata = header;
    if (header && !*header)
        wanted->metadata = NULL;
    for (rest = apr_pstrdup(q->ctx.pool, header ? header : "");
         rest && *rest;) {
        pair = rest;
        if ((rest = strchr(rest, ',')))
            *rest++ = '\0';
        PT_TRY(take_pair(q, seen, pair));
    }
    name = apr_table_get(seen, "filename");
    wanted->name = pt_file_name(q->ctx.pool, name ? name : "");
    return PT_OK;
}

pt_err_t *pt_tus_creation(pt_req_t *q, pt_upload_new_t *wanted)
{
    const char *deferred = pt_req_header(q, "Upload-Defer-Length");

    PT_TRY(pt_tus_number(q, &wanted->length, "Upload-Length"));
    if (deferred && strcmp(deferred, "1"))
        return malformed(q, "Upload-Defer-Length");
    if (!deferred == (wanted->length < 0))
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "Send Upload-Length, or Upload-Defer-Length: 1");
    if (pt_req_header(q, "Upload-Concat"))
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "Uploads are not put together from others here");
    return read_metadata(q, wanted);
}

pt_err_t *pt_tus_checksum(pt_req_t *q, pt_tus_checksum_t *out)
{
    static const char what[] = "Upload-Checksum";
    const char *header = pt_req_header(q, what);
    apr_size_t len;
    char *name, *value;

    memset(out, 0, sizeof(*out));
    if (!header)
        return PT_OK;
    name = apr_pstrdup(q->ctx.pool, header);
    if (!(value = strchr(name, ' ')))
        return malformed(q, what);
    *value++ = '\0';
    if (!(out->checksum = pt_checksum_open(q->ctx.pool, name)))
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "Checksums are one of " PT_CHECKSUMS);
    out->wanted = base64_bytes(q->ctx.pool, &len, value);
    if (!out->wanted || len != pt_checksum_size(out->checksum))
        return malformed(q, what);
    return PT_OK;
}
