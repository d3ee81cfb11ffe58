/* SPDX-License-Identifier: Apache-2.0 */
/* pt_reply.c - the only place that writes status, headers and bytes. PT0200 */

#include "http/pt_reply.h"
#include "core/pt_crypto.h"
#include "http/pt_spool.h"
#include "http/pt_stored.h"

#include <apr_base64.h>
#include <apr_strings.h>
#include <http_protocol.h>
#include <stdlib.h>
#include <string.h>

/* --- What handlers call --- */

pt_err_t *pt_reply_row(pt_req_t *q, const pt_row_t *row)
{
    q->body = pt_row_str(row, "body");
    return PT_OK;
}

pt_err_t *pt_reply_json(pt_req_t *q, json_t *json)
{
    q->body = pt_json_text(q->ctx.pool, pt_json_own(q->ctx.pool, json));
    return PT_OK;
}

static void save_as(pt_req_t *q, const char *name)
{
    apr_table_setn(
        q->r->headers_out, "Content-Disposition",
        apr_pstrcat(q->ctx.pool, "attachment; filename=\"", name, "\"", NULL));
}

pt_err_t *pt_reply_file(pt_req_t *q, const char *name, const char *bytes,
                        apr_size_t len)
{
    q->body = bytes;
    q->body_len = len;
    save_as(q, name);
    return PT_OK;
}

pt_err_t *pt_reply_spool(pt_req_t *q, const char *name, const pt_spool_t *spool)
{
    q->spool = spool;
    save_as(q, name);
    return PT_OK;
}

pt_err_t *pt_reply_stored(pt_req_t *q, const pt_stored_t *stored)
{
    q->stored = stored;
    return PT_OK;
}

pt_err_t *pt_reply_none(pt_req_t *q)
{
    q->body = NULL;
    return PT_OK;
}

static const char *cookie_name(const pt_req_t *q, const char *name)
{
    return q->ctx.site->secure_cookies
               ? apr_pstrcat(q->ctx.pool, "__Host-", name, NULL)
               : name;
}

void pt_reply_cookie(pt_req_t *q, const char *name, const char *value,
                     int max_age)
{
    apr_table_addn(q->r->err_headers_out, "Set-Cookie",
                   apr_psprintf(q->ctx.pool,
                                "%s=%s; Path=/; Max-Age=%d; HttpOnly; "
                                "SameSite=Strict%s",
                                cookie_name(q, name), value, max_age,
                                q->ctx.site->secure_cookies ? "; Secure" : ""));
}

const char *pt_req_cookie(const pt_req_t *q, const char *name)
{
    const char *header = apr_table_get(q->r->headers_in, "Cookie");
    const char *wanted = cookie_name(q, name), *value = NULL;
    char *state, *copy, *pair;
    apr_size_t len = strlen(wanted);

    if (!header)
        return NULL;
    copy = apr_pstrdup(q->ctx.pool, header);
    for (pair = apr_strtok(copy, "; ", &state); pair;
         pair = apr_strtok(NULL, "; ", &state)) {
        if (strncmp(pair, wanted, len) || pair[len] != '=')
            continue;
        if (value)
            return NULL;
        value = pair + len + 1;
    }
    return value;
}

const char *pt_req_header(const pt_req_t *q, const char *name)
{
    return apr_table_get(q->r->headers_in, name);
}

int pt_req_is_head(const pt_req_t *q)
{
    return q->r->header_only;
}

void pt_reply_header(pt_req_t *q, const char *name, const char *value)
{
    if (value && !strpbrk(value, "\r\n"))
        apr_table_setn(q->r->headers_out, name, value);
}

const char *pt_req_address(const pt_req_t *q)
{
    return q->r->useragent_ip;
}

pt_err_t *pt_req_borrow(pt_req_t *q)
{
    const pt_site_t *site = q->ctx.site;

    return pt_db_borrow(&q->ctx.db, q->ctx.pool,
                        q->route->rate == PT_RATE_WEBHOOK ? site->webhook_dbpool
                                                          : site->dbpool);
}

const char *pt_reply_etag(apr_pool_t *p, const char *body)
{
    unsigned char digest[PT_SHA256_BYTES];

    pt_sha256(digest, body, strlen(body));
    return apr_pstrcat(p, "\"", pt_b64url(p, digest, 12), "\"", NULL);
}

/* An entity tag as we gave it, without what compression filters appended. */
static const char *plain_etag(apr_pool_t *p, const char *etag)
{
    static const char *const suffixes[] = {"-gzip\"", "-br\""};
    apr_size_t len, i;

    if (!strncmp(etag, "W/", 2))
        etag += 2;
    len = strlen(etag);
    for (i = 0; i < 2; i++) {
        apr_size_t n = strlen(suffixes[i]);
        if (len > n && !strcmp(etag + len - n, suffixes[i]))
            return apr_pstrcat(p, apr_pstrmemdup(p, etag, len - n), "\"", NULL);
    }
    return etag;
}

pt_err_t *pt_if_match(pt_req_t *q, const pt_row_t *row)
{
    const char *header = apr_table_get(q->r->headers_in, "If-Match");
    const char *now;
    char *state, *tag;

    if (!header || !strcmp(header, "*"))
        return PT_OK;
    now = pt_reply_etag(q->ctx.pool, pt_row_str(row, "body"));
    for (tag = apr_strtok(apr_pstrdup(q->ctx.pool, header), ", ", &state); tag;
         tag = apr_strtok(NULL, ", ", &state)) {
        if (!strcmp(plain_etag(q->ctx.pool, tag), now))
            return PT_OK;
    }
    return pt_fail(q->ctx.pool, PT_P_PRECONDITION, NULL);
}

pt_err_t *pt_cursor_refused(pt_req_t *q)
{
    return pt_err_field(pt_fail(q->ctx.pool, PT_P_INVALID_CURSOR, NULL),
                        q->ctx.pool, "/cursor", PT_C_BAD_FORMAT);
}

pt_err_t *pt_cursor_read(pt_req_t *q, const char **a, const char **b,
                         const char *cursor)
{
    unsigned char *bytes;
    apr_size_t len;
    char *bar;

    *a = *b = NULL;
    if (!cursor)
        return PT_OK;
    bytes = pt_b64url_decode(q->ctx.pool, &len, cursor);
    if (!bytes || memchr(bytes, '\0', len))
        return pt_cursor_refused(q);
    *a = apr_pstrmemdup(q->ctx.pool, (char *)bytes, len);
    bar = strrchr(*a, '|');
    if (!bar)
        return pt_cursor_refused(q);
    *bar = '\0';
    *b = bar + 1;
    return PT_OK;
}

/* --- What the dispatcher calls --- */

const char *pt_reply_request_id(request_rec *r)
{
    const char *id = apr_table_get(r->subprocess_env, "UNIQUE_ID");
    unsigned char bytes[15];

    if (!id) {
        pt_random(bytes, sizeof(bytes));
        id = pt_b64url(r->pool, bytes, sizeof(bytes));
        apr_table_setn(r->subprocess_env, "UNIQUE_ID", id);
    }
    return id;
}

static void common_headers(pt_req_t *q)
{
    apr_table_setn(q->r->err_headers_out, "X-Request-Id",
                   pt_reply_request_id(q->r));
    if (q->route && q->route->cache_seconds)
        apr_table_setn(q->r->headers_out, "Cache-Control",
                       apr_psprintf(q->ctx.pool, "public, max-age=%d",
                                    q->route->cache_seconds));
    else
        apr_table_setn(q->r->headers_out, "Cache-Control", "private, no-store");
}

int pt_reply_send(pt_req_t *q)
{
    request_rec *r = q->r;
    const char *type = q->body_type ? q->body_type : q->route->output_type;
    apr_size_t len;

    common_headers(q);
    if (q->stored)
        return pt_stored_send(q);
    r->status = q->status;
    if (q->spool)
        return pt_spool_send(q, type);
    if (!q->body)
        return OK;
    if (q->route->etag && q->status < 400) {
        apr_table_setn(r->headers_out, "ETag",
                       q->body_etag ? q->body_etag
                                    : pt_reply_etag(q->ctx.pool, q->body));
        if (q->route->method == M_GET
            && ap_meets_conditions(r) == HTTP_NOT_MODIFIED)
            return HTTP_NOT_MODIFIED;
    }
    ap_set_content_type(r, type ? type : "application/json");
    len = q->body_len ? q->body_len : strlen(q->body);
    ap_set_content_length(r, (apr_off_t)len);
    ap_rwrite(q->body, (int)len, r);
    return OK;
}

static json_t *fields_json(const apr_array_header_t *fields)
{
    json_t *list = json_array();
    int i;

    for (i = 0; i < fields->nelts; i++) {
        const pt_field_err_t *f = &APR_ARRAY_IDX(fields, i, pt_field_err_t);
        json_array_append_new(list, json_pack("{ss ss}", "pointer", f->pointer,
                                              "code", pt_code(f->code)->slug));
    }
    return list;
}

/* A client may count on "detail", and on "errors" with 422, be it empty. */
const char *pt_reply_problem_text(pt_req_t *q, const pt_err_t *err)
{
    const pt_problem_t *problem = pt_problem(err->problem);
    json_t *json =
        json_pack("{so ss si ss ss ss*}", "type",
                  json_sprintf("/problems/%s", problem->slug), "title",
                  problem->title, "status", problem->status, "detail",
                  err->detail ? err->detail : problem->title, "request_id",
                  pt_reply_request_id(q->r), "state", err->state);

    if (err->fields)
        json_object_set_new(json, "errors", fields_json(err->fields));
    else if (problem->status == HTTP_UNPROCESSABLE_ENTITY)
        json_object_set_new(json, "errors", json_array());
    return pt_json_text(q->ctx.pool, pt_json_own(q->ctx.pool, json));
}

/* For a status that httpd does not know, and would send as 500: 460 of tus.
 * @return NULL for one that it knows */
static const char *status_line(apr_pool_t *p, const pt_problem_t *problem)
{
    return atoi(ap_get_status_line(problem->status)) == problem->status
               ? NULL
               : apr_psprintf(p, "%d %s", problem->status, problem->title);
}

int pt_reply_problem(pt_req_t *q, const pt_err_t *err, const char *allow)
{
    const pt_problem_t *problem = pt_problem(err->problem);
    request_rec *r = q->r;
    const char *text = pt_reply_problem_text(q, err);

    if (problem->status >= 500)
        pt_log_err(&q->ctx.log,
                   err->problem == PT_P_INTERNAL ? APLOG_ERR : APLOG_WARNING,
                   "PT0201", err);
    else if (err->cause)
        pt_log_err(&q->ctx.log, APLOG_INFO, "PT0202", err);
    common_headers(q);
    apr_table_setn(r->headers_out, "Cache-Control", "private, no-store");
    apr_table_setn(r->notes, "pt_problem", problem->slug);
    if (allow)
        apr_table_setn(r->headers_out, "Allow", allow);
    if (problem->status == HTTP_UNAUTHORIZED)
        apr_table_setn(r->headers_out, "WWW-Authenticate", "Bearer");
    if (err->retry_after || problem->status == HTTP_SERVICE_UNAVAILABLE)
        apr_table_setn(
            r->headers_out, "Retry-After",
            apr_itoa(q->ctx.pool, err->retry_after ? err->retry_after : 2));
    r->status = problem->status;
    r->status_line = status_line(q->ctx.pool, problem);
    ap_set_content_type(r, PT_PROBLEM_TYPE);
    ap_set_content_length(r, (apr_off_t)strlen(text));
    ap_rputs(text, r);
    return OK;
}
