/* SPDX-License-Identifier: Apache-2.0 */
/* pt_stored.c - a stored file as an answer. */

#include "http/pt_stored.h"
#include "http/pt_reply.h"

#include <apr_buckets.h>
#include <apr_strings.h>
#include <http_protocol.h>
#include <http_request.h>

/* What people uploaded never runs: the site's own policy, which lets our pages
 * run, gives way to this one. */
#define CONTENT_POLICY "default-src 'none'; frame-ancestors 'none'; sandbox"

/* What holds for every outcome, 304 and 416 too, is set among those headers
 * that httpd keeps when it answers by itself. */
static void safe_headers(request_rec *r)
{
    apr_table_t *out = r->err_headers_out;

    apr_table_setn(out, "Content-Security-Policy", CONTENT_POLICY);
    apr_table_setn(out, "X-Content-Type-Options", "nosniff");
    apr_table_setn(out, "Cross-Origin-Resource-Policy", "same-origin");
}

static void cache_headers(pt_req_t *q)
{
    const pt_stored_t *s = q->stored;
    /* A link of the store ends long before its picture does. */
    int is_kept = s->public_seconds && !s->redirect;

    apr_table_setn(q->r->headers_out, "Cache-Control",
                   is_kept ? apr_psprintf(q->ctx.pool, "public, max-age=%d",
                                          s->public_seconds)
                           : "private, no-store");
    /* An answer may depend on who asks. */
    apr_table_mergen(q->r->headers_out, "Vary", "Authorization, Cookie");
}

static int send_redirect(pt_req_t *q)
{
    q->r->status = HTTP_MOVED_TEMPORARILY;
    apr_table_setn(q->r->headers_out, "Location", q->stored->redirect);
    ap_set_content_length(q->r, 0);
    return OK;
}

/* Compression would take the ranges away, and gains nothing on what is
 * compressed already. */
static void leave_as_is(request_rec *r)
{
    apr_table_setn(r->subprocess_env, "no-gzip", "1");
    apr_table_setn(r->subprocess_env, "no-brotli", "1");
}

static int send_bytes(request_rec *r, const pt_stored_t *s)
{
    apr_bucket_alloc_t *alloc = r->connection->bucket_alloc;
    apr_bucket_brigade *bb = apr_brigade_create(r->pool, alloc);

    apr_brigade_insert_file(bb, s->file, 0, s->size, r->pool);
    APR_BRIGADE_INSERT_TAIL(bb, apr_bucket_eos_create(alloc));
    /* When this fails the client has gone; it has been told as much as can be.
     */
    return ap_pass_brigade(r->output_filters, bb) == APR_SUCCESS
               ? OK
               : AP_FILTER_ERROR;
}

int pt_stored_send(pt_req_t *q)
{
    const pt_stored_t *s = q->stored;
    request_rec *r = q->r;
    int outcome;

    safe_headers(r);
    cache_headers(q);
    if (s->redirect)
        return send_redirect(q);
    leave_as_is(r);
    r->status = q->status;
    ap_update_mtime(r, s->modified);
    ap_set_last_modified(r);
    apr_table_setn(r->headers_out, "ETag", s->etag);
    apr_table_setn(r->headers_out, "Accept-Ranges", "bytes");
    outcome = ap_meets_conditions(r);
    if (outcome == HTTP_PRECONDITION_FAILED)
        return pt_reply_problem(
            q, pt_fail(q->ctx.pool, PT_P_PRECONDITION, NULL), NULL);
    if (outcome != OK)
        return outcome;
    apr_table_setn(r->headers_out, "Content-Disposition", s->disposition);
    ap_set_content_type(r, s->media_type);
    ap_set_content_length(r, s->size);
    apr_table_setn(r->notes, PT_STORED_SIZE, apr_off_t_toa(r->pool, s->size));
    return send_bytes(r, s);
}
