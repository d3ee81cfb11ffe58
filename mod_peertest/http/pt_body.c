/* SPDX-License-Identifier: Apache-2.0 */
/* pt_body.c - read a request's body, bounded, before any connection is held. */

#include "http/pt_body.h"
#include "http/pt_pace.h"

#include <apr_strings.h>
#include <http_protocol.h>
#include <string.h>

/* httpd reads and throws away up to this much rather than close. */
#define DISCARD_MAX 65536

static apr_off_t declared_length(const request_rec *r)
{
    const char *s = apr_table_get(r->headers_in, "Content-Length");
    apr_off_t n;
    char *end;

    if (!s || apr_strtoff(&n, s, &end, 10) != APR_SUCCESS || *end)
        return -1;
    return n;
}

int pt_body_is_sent(const request_rec *r)
{
    return declared_length(r) > 0
           || apr_table_get(r->headers_in, "Transfer-Encoding");
}

void pt_body_leave_unread(request_rec *r)
{
    apr_off_t n = declared_length(r);

    if (n > DISCARD_MAX || apr_table_get(r->headers_in, "Transfer-Encoding"))
        r->connection->keepalive = AP_CONN_CLOSE;
}

static pt_err_t *append(pt_req_t *q, char **buf, apr_size_t *len,
                        apr_size_t *room, apr_bucket_brigade *bb)
{
    apr_bucket *b;

    for (b = APR_BRIGADE_FIRST(bb); b != APR_BRIGADE_SENTINEL(bb);
         b = APR_BUCKET_NEXT(b)) {
        const char *data;
        apr_size_t n;

        if (APR_BUCKET_IS_METADATA(b))
            continue;
        if (apr_bucket_read(b, &data, &n, APR_BLOCK_READ) != APR_SUCCESS)
            return pt_fail(q->ctx.pool, PT_P_MALFORMED, "The body broke off");
        if (*len + n > (apr_size_t)q->ctx.site->cfg->body_max)
            return pt_fail(q->ctx.pool, PT_P_TOO_LARGE, NULL);
        if (*len + n > *room) {
            char *bigger = apr_palloc(q->ctx.pool, 2 * (*len + n) + 1);
            memcpy(bigger, *buf, *len);
            *buf = bigger;
            *room = 2 * (*len + n);
        }
        memcpy(*buf + *len, data, n);
        *len += n;
    }
    return PT_OK;
}

pt_err_t *pt_body_read(pt_req_t *q)
{
    request_rec *r = q->r;
    apr_off_t declared = declared_length(r);
    apr_size_t len = 0, room = declared > 0 ? (apr_size_t)declared : 4096;
    apr_bucket_brigade *bb;
    pt_err_t *err = PT_OK;
    pt_pace_t pace;
    int seen_eos = 0;
    char *buf;

    if (declared > q->ctx.site->cfg->body_max) {
        r->connection->keepalive = AP_CONN_CLOSE;
        return pt_fail(q->ctx.pool, PT_P_TOO_LARGE, NULL);
    }
    buf = apr_palloc(q->ctx.pool, room + 1);
    bb = apr_brigade_create(r->pool, r->connection->bucket_alloc);
    pt_pace_begin(&pace, q);
    while (!seen_eos && !err) {
        apr_size_t before = len;
        apr_status_t rv =
            ap_get_brigade(r->input_filters, bb, AP_MODE_READBYTES,
                           APR_BLOCK_READ, HUGE_STRING_LEN);
        if (rv != APR_SUCCESS)
            err = pt_fail(q->ctx.pool, PT_P_MALFORMED, "The body broke off");
        else
            err = append(q, &buf, &len, &room, bb);
        seen_eos =
            !APR_BRIGADE_EMPTY(bb) && APR_BUCKET_IS_EOS(APR_BRIGADE_LAST(bb));
        if (!err && !seen_eos && !pt_pace_is_kept(&pace, len - before))
            err = pt_fail(q->ctx.pool, PT_P_MALFORMED, "The body broke off");
        apr_brigade_cleanup(bb);
    }
    if (err) {
        r->connection->keepalive = AP_CONN_CLOSE;
        return err;
    }
    buf[len] = '\0';
    q->raw_body = buf;
    q->raw_len = len;
    return PT_OK;
}

pt_err_t *pt_body_is_json(pt_req_t *q)
{
    const char *type = apr_table_get(q->r->headers_in, "Content-Type");
    const char *charset;
    static const char json[] = "application/json";

    if (!type || strncasecmp(type, json, sizeof(json) - 1)
        || (type[sizeof(json) - 1] && !strchr("; \t", type[sizeof(json) - 1])))
        return pt_fail(q->ctx.pool, PT_P_MEDIA_TYPE, NULL);
    charset = ap_strcasestr(type, "charset=");
    if (charset && !ap_strcasestr(charset, "utf-8"))
        return pt_fail(q->ctx.pool, PT_P_MEDIA_TYPE, "Use UTF-8");
    return PT_OK;
}
