/* SPDX-License-Identifier: Apache-2.0 */
/* pt_stream.c - a request's body piece by piece. */

#include "http/pt_stream.h"
#include "http/pt_pace.h"

#include <apr_atomic.h>
#include <http_protocol.h>
#include <stdlib.h>
#include <string.h>

#define GATHER_MAX apr_time_from_sec(1) /* then a piece goes on as it is */
#define RETRY_SECONDS 5
#define PLACES 1024 /* most of PeerTestUploadSlots */
#define SHARE_LEAST \
    4 /* what one browser of ours opens: three files and a recording */

struct pt_stream_t {
    pt_req_t *q;
    apr_bucket_brigade *bb;
    char *piece;
    pt_pace_t pace;
    int has_begun;
    int has_ended;
    int has_broken;
    int place;                     /* -1: none */
    ap_conn_keepalive_e keepalive; /* if all of the body is read */
};

/* Whose body each place takes in; 0: it is free. Threads belong to the process,
 * not to one of its sites, and so does this. */
static volatile apr_uint64_t places[PLACES];

static apr_status_t leave_place(void *data)
{
    pt_stream_t *s = data;

    if (s->place >= 0)
        apr_atomic_set64(&places[s->place], 0);
    s->place = -1;
    return APR_SUCCESS;
}

/* An account as a number: the half of its id that is all chance (RFC
 * 9562, 5.7), and never 0. */
static apr_uint64_t number_of(const char *account_id)
{
    static const char half[] = "00000000-0000-0000-";
    const char *at = account_id + sizeof(half) - 1;

    return (strtoull(at, NULL, 16) << 48) | strtoull(at + 5, NULL, 16);
}

/* @return 0 when all are taken */
static int take_place(pt_stream_t *s, int slots, apr_uint64_t who)
{
    int i;

    for (i = 0; i < slots; i++)
        if (apr_atomic_cas64(&places[i], who, 0) == 0) {
            s->place = i;
            return 1;
        }
    return 0;
}

static int places_of(int slots, apr_uint64_t who)
{
    int i, count = 0;

    for (i = 0; i < slots; i++)
        count += apr_atomic_read64(&places[i]) == who;
    return count;
}

/* Half of all, so that one account's slow bodies leave room for others. */
static int share_of(int slots)
{
    return slots / 2 < SHARE_LEAST ? SHARE_LEAST : slots / 2;
}

/* Who takes the place and then counts cannot be overtaken by another one: two
 * that come for the last of a share may both be refused, never both be let in.
 */
static pt_err_t *find_place(pt_stream_t *s)
{
    pt_req_t *q = s->q;
    int slots = (int)q->ctx.site->cfg->upload_slots;
    apr_uint64_t who = number_of(q->actor->id);

    if (!take_place(s, slots, who))
        return pt_err_retry(pt_fail(q->ctx.pool, PT_P_UNAVAILABLE, NULL),
                            RETRY_SECONDS);
    if (places_of(slots, who) <= share_of(slots))
        return PT_OK;
    leave_place(s);
    return pt_err_retry(
        pt_fail(q->ctx.pool, PT_P_RATE_LIMITED,
                "You send many files at the same time. The others go on when "
                "one of them is done."),
        RETRY_SECONDS);
}

pt_err_t *pt_stream_open(pt_stream_t **stream, pt_req_t *q)
{
    conn_rec *c = q->r->connection;
    pt_stream_t *s = apr_pcalloc(q->ctx.pool, sizeof(*s));

    s->q = q;
    s->place = -1;
    PT_TRY(find_place(s));
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
    apr_size_t before;

    if (!s->has_begun++)
        pt_pace_begin(&s->pace, s->q);
    *data = s->piece;
    *len = 0;
    while (!s->has_ended && !s->has_broken && *len < PT_STREAM_PIECE
           && !APR_STATUS_IS_EAGAIN(rv)) {
        before = *len;
        rv = read_some(s, len,
                       !*len || (*len < least && apr_time_now() < until));
        s->has_broken =
            (rv != APR_SUCCESS && !APR_STATUS_IS_EAGAIN(rv))
            || !(pt_pace_is_kept(&s->pace, *len - before) || s->has_ended);
    }
    if (s->has_broken && !*len)
        return pt_fail(s->q->ctx.pool, PT_P_MALFORMED, "The body broke off");
    return PT_OK;
}
