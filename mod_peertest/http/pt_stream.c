/* SPDX-License-Identifier: Apache-2.0 */
/* pt_stream.c - a request's body piece by piece. */

#include "http/pt_stream.h"

#include <apr_atomic.h>
#include <http_protocol.h>
#include <string.h>

#define GATHER_MAX apr_time_from_sec(1) /* then a piece goes on as it is */
#define RETRY_SECONDS 5

struct pt_stream_t {
    pt_req_t *q;
    apr_bucket_brigade *bb;
    char *piece;
    int has_ended;
    int has_broken;
    int takes_place;
    ap_conn_keepalive_e keepalive; /* if all of the body is read */
};

/* Threads belong to the process, not to one of its sites, and so does this. */
static volatile apr_uint32_t streams_open;

static apr_status_t leave_place(void *data)
{
    pt_stream_t *s = data;

    if (s->takes_place)
        apr_atomic_dec32(&streams_open);
    s->takes_place = 0;
    return APR_SUCCESS;
}

pt_err_t *pt_stream_open(pt_stream_t **stream, pt_req_t *q)
{
    conn_rec *c = q->r->connection;
    pt_stream_t *s = apr_pcalloc(q->ctx.pool, sizeof(*s));

    s->q = q;
    s->takes_place = 1;
    if ((apr_int64_t)apr_atomic_inc32(&streams_open)
        >= q->ctx.site->cfg->upload_slots) {
        leave_place(s);
        return pt_err_retry(pt_fail(q->ctx.pool, PT_P_UNAVAILABLE, NULL),
                            RETRY_SECONDS);
    }
    apr_pool_cleanup_register(q->ctx.pool, s, leave_place,
                              apr_pool_cleanup_null);
    s->bb = apr_brigade_create(q->ctx.pool, c->bucket_alloc);
    s->piece = apr_palloc(q->ctx.pool, PT_STREAM_PIECE);
    /* Who answers before the end does not wait for the rest. */
    s->keepalive = c->keepalive;
    c->keepalive = AP_CONN_CLOSE;
    *stream = s;
    return PT_OK;
}

static void end(pt_stream_t *s)
{
    s->has_ended = 1;
    s->q->r->connection->keepalive = s->keepalive;
    leave_place(s);
}

/* Move what has come into the piece, which has room for it. */
static apr_status_t gather(pt_stream_t *s, apr_size_t *len)
{
    apr_bucket *b;

    for (b = APR_BRIGADE_FIRST(s->bb); b != APR_BRIGADE_SENTINEL(s->bb);
         b = APR_BUCKET_NEXT(b)) {
        const char *data;
        apr_size_t n;
        apr_status_t rv;

        if (APR_BUCKET_IS_EOS(b))
            end(s);
        if (APR_BUCKET_IS_METADATA(b))
            continue;
        rv = apr_bucket_read(b, &data, &n, APR_BLOCK_READ);
        if (rv != APR_SUCCESS)
            return rv;
        if (n > PT_STREAM_PIECE - *len)
            return APR_EGENERAL;
        memcpy(s->piece + *len, data, n);
        *len += n;
    }
    return APR_SUCCESS;
}

/* One reading of what has come. @return APR_EAGAIN when that is nothing */
static apr_status_t read_some(pt_stream_t *s, apr_size_t *len, int waits)
{
    apr_status_t rv =
        ap_get_brigade(s->q->r->input_filters, s->bb, AP_MODE_READBYTES,
                       waits ? APR_BLOCK_READ : APR_NONBLOCK_READ,
                       (apr_off_t)(PT_STREAM_PIECE - *len));

    if (rv == APR_SUCCESS && !waits && APR_BRIGADE_EMPTY(s->bb))
        rv = APR_EAGAIN;
    if (rv == APR_SUCCESS)
        rv = gather(s, len);
    apr_brigade_cleanup(s->bb);
    return rv;
}

pt_err_t *pt_stream_read(pt_stream_t *s, const char **data, apr_size_t *len,
                         apr_size_t least)
{
    apr_time_t until = apr_time_now() + GATHER_MAX;
    apr_status_t rv = APR_SUCCESS;

    *data = s->piece;
    *len = 0;
    while (!s->has_ended && !s->has_broken && *len < PT_STREAM_PIECE
           && !APR_STATUS_IS_EAGAIN(rv)) {
        rv = read_some(s, len,
                       !*len || (*len < least && apr_time_now() < until));
        s->has_broken = rv != APR_SUCCESS && !APR_STATUS_IS_EAGAIN(rv);
    }
    if (s->has_broken && !*len)
        return pt_fail(s->q->ctx.pool, PT_P_MALFORMED, "The body broke off");
    return PT_OK;
}
