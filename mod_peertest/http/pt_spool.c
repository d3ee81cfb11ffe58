/* SPDX-License-Identifier: Apache-2.0 */
/* pt_spool.c - an answer that is too long for memory. */

#include "http/pt_spool.h"

#include <apr_buckets.h>
#include <apr_strings.h>
#include <http_protocol.h>
#include <string.h>

struct pt_spool_t {
    apr_pool_t *pool;
    apr_file_t *file;
    apr_off_t size;
};

static pt_err_t *failed(apr_pool_t *p, const char *what, apr_status_t rv)
{
    char text[120];
    int is_full = APR_STATUS_IS_ENOSPC(rv) || rv == EDQUOT || rv == EFBIG;

    apr_strerror(rv, text, sizeof(text));
    return pt_err_cause(
        pt_fail(p, is_full ? PT_P_STORAGE_FULL : PT_P_INTERNAL, NULL),
        "%s a long answer: %s", what, text);
}

pt_err_t *pt_spool_open(pt_spool_t **spool, pt_req_t *q)
{
    apr_pool_t *p = q->ctx.pool;
    pt_spool_t *s = apr_pcalloc(p, sizeof(*s));
    const char *folder = q->ctx.site->cfg->storage_folder;
    const char *temp = "/tmp";
    apr_status_t rv;
    char *path;

    apr_temp_dir_get(&temp, p);
    path = apr_pstrcat(p, folder ? folder : temp, "/answer-XXXXXX", NULL);
    s->pool = p;
    rv = apr_file_mktemp(&s->file, path,
                         APR_FOPEN_CREATE | APR_FOPEN_READ | APR_FOPEN_WRITE
                             | APR_FOPEN_EXCL | APR_FOPEN_SENDFILE_ENABLED,
                         p);
    if (rv != APR_SUCCESS)
        return failed(p, "making a file for", rv);
    apr_file_remove(path, p);
    *spool = s;
    return PT_OK;
}

pt_err_t *pt_spool_add(pt_spool_t *spool, const char *text)
{
    apr_size_t len = text ? strlen(text) : 0;
    apr_status_t rv = apr_file_write_full(spool->file, text, len, NULL);

    if (rv != APR_SUCCESS)
        return failed(spool->pool, "writing", rv);
    spool->size += (apr_off_t)len;
    return PT_OK;
}

int pt_spool_send(pt_req_t *q, const char *type)
{
    const pt_spool_t *spool = q->spool;
    request_rec *r = q->r;
    apr_bucket_alloc_t *alloc = r->connection->bucket_alloc;
    apr_bucket_brigade *bb = apr_brigade_create(r->pool, alloc);

    ap_set_content_type(r, type);
    ap_set_content_length(r, spool->size);
    apr_brigade_insert_file(bb, spool->file, 0, spool->size, r->pool);
    APR_BRIGADE_INSERT_TAIL(bb, apr_bucket_eos_create(alloc));
    /* When this fails the client has gone. */
    return ap_pass_brigade(r->output_filters, bb) == APR_SUCCESS
               ? OK
               : AP_FILTER_ERROR;
}
