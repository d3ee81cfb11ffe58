/* SPDX-License-Identifier: Apache-2.0 */
/* upload_headers.c - what clients say in the headers of tus 1.0.0. */

#include "features/upload_headers.h"

#include "core/pt_tus.h"
#include "domain/file_rules.h"

#include <apr_strings.h>
#include <string.h>
#include <strings.h>

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

    *n = -1;
    return !text || pt_tus_read_number(n, text) ? PT_OK : malformed(q, name);
}

static pt_err_t *read_metadata(pt_req_t *q, pt_upload_new_t *wanted)
{
    const char *header = pt_req_header(q, "Upload-Metadata"), *name = NULL;

    wanted->metadata = header && *header ? header : NULL;
    if (header && !pt_tus_read_metadata(q->ctx.pool, &name, header))
        return malformed(q, "Upload-Metadata");
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
    out->wanted = pt_tus_read_base64(q->ctx.pool, &len, value);
    if (!out->wanted || len != pt_checksum_size(out->checksum))
        return malformed(q, what);
    return PT_OK;
}
