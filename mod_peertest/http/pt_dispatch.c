/* SPDX-License-Identifier: Apache-2.0 */
/* pt_dispatch.c - the request pipeline. PT0300 */

#include "http/pt_dispatch.h"
#include "http/pt_accept.h"
#include "http/pt_auth.h"
#include "http/pt_body.h"
#include "http/pt_idem.h"
#include "http/pt_input.h"
#include "http/pt_rate.h"
#include "http/pt_reply.h"
#include "http/pt_router.h"
#include "http/pt_stored.h"

#include <apr_strings.h>
#include <http_core.h>
#include <string.h>

#define ERROR_PATH "/-/error" /* where ErrorDocument points */

/* Also served at the server's root, for probes that know no API. */
static const char *const root_paths[] = {"/health", "/ready", "/metrics", NULL};

static int is_root_path(const char *uri)
{
    int i;

    for (i = 0; root_paths[i]; i++) {
        if (!strcmp(uri, root_paths[i]))
            return 1;
    }
    return 0;
}

int pt_dispatch_is_ours(const request_rec *r)
{
    if (!pt_site_of(r->server) || !r->uri)
        return 0;
    return (!strncmp(r->uri, "/api", 4) && (!r->uri[4] || r->uri[4] == '/'))
           || is_root_path(r->uri);
}

/* The path below the base, or NULL. */
static const char *api_path(const char *uri)
{
    const apr_size_t len = sizeof(PT_API_BASE) - 1;

    if (is_root_path(uri))
        return uri;
    return !strncmp(uri, PT_API_BASE, len) && uri[len] == '/' ? uri + len
                                                              : NULL;
}

static pt_req_t *request_make(request_rec *r)
{
    pt_req_t *q = apr_pcalloc(r->pool, sizeof(*q));

    q->r = r;
    q->ctx.pool = r->pool;
    q->ctx.site = pt_site_of(r->server);
    q->ctx.log.server = r->server;
    q->ctx.log.request = r;
    q->ctx.log.id = pt_reply_request_id(r);
    return q;
}

/* How long the file is that has no such part (RFC 9110, 15.5.17). */
static void say_length(pt_req_t *q)
{
    const char *size =
        q->r->prev ? apr_table_get(q->r->prev->notes, PT_STORED_SIZE) : NULL;

    if (size)
        apr_table_setn(q->r->headers_out, "Content-Range",
                       apr_pstrcat(q->ctx.pool, "bytes */", size, NULL));
}

/* httpd refused the request by itself: say it in our form. */
static int internal_error(pt_req_t *q)
{
    int status = q->r->prev ? q->r->prev->status : HTTP_NOT_FOUND;
    pt_problem_e problem = PT_P_MALFORMED;

    switch (status) {
    case HTTP_FORBIDDEN:
        problem = PT_P_FORBIDDEN;
        break;
    case HTTP_NOT_FOUND:
        problem = PT_P_NOT_FOUND;
        break;
    case HTTP_NOT_IMPLEMENTED:
    case HTTP_METHOD_NOT_ALLOWED:
        problem = PT_P_METHOD;
        break;
    case HTTP_REQUEST_ENTITY_TOO_LARGE:
        problem = PT_P_TOO_LARGE;
        break;
    case HTTP_RANGE_NOT_SATISFIABLE:
        problem = PT_P_RANGE;
        say_length(q);
        break;
    case HTTP_REQUEST_URI_TOO_LARGE:
        problem = PT_P_URI_TOO_LONG;
        break;
    case HTTP_SERVICE_UNAVAILABLE:
        problem = PT_P_UNAVAILABLE;
        break;
    default:
        if (status >= 500)
            problem = PT_P_INTERNAL;
    }
    return pt_reply_problem(q, pt_fail(q->ctx.pool, problem, NULL), NULL);
}

/* A route without members takes an empty object as well, and nothing else:
 * whoever sends more means something that would not happen. */
static pt_err_t *read_no_members(pt_req_t *q, json_t **body)
{
    if (pt_body_is_json(q))
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "This request takes no body but an empty JSON object");
    PT_TRY(pt_body_read(q));
    return pt_json_parse(q->ctx.pool, body, q->raw_body, q->raw_len);
}

static pt_err_t *read_input(pt_req_t *q, const pt_match_t *match)
{
    json_t *body = NULL;

    if (q->route->streams)
        return pt_input_bind(q, match->params, NULL);
    if (q->route->raw_body) {
        PT_TRY(pt_body_read(q));
    }
    else if (!pt_input_has_body(q->route)) {
        if (q->route->method != M_GET && pt_body_is_sent(q->r))
            PT_TRY(read_no_members(q, &body));
    }
    else if (!pt_body_is_sent(q->r)
             && !apr_table_get(q->r->headers_in, "Content-Type")) {
        /* No body, and none announced: as little as an empty object says. */
        body = pt_json_own(q->ctx.pool, json_object());
    }
    else {
        PT_TRY(pt_body_is_json(q));
        PT_TRY(pt_body_read(q));
        PT_TRY(pt_json_parse(q->ctx.pool, &body, q->raw_body, q->raw_len));
    }
    return pt_input_bind(q, match->params, body);
}

static pt_err_t *run_read(pt_req_t *q)
{
    if (q->route->batched && q->ctx.site->batch)
        q->ctx.db = pt_db_batched(q->ctx.pool, q->ctx.site->batch, q->ctx.site);
    else if (!q->route->no_db)
        PT_TRY(pt_req_borrow(q));
    /* What administrators see is other people's. */
    if (q->route->auth == PT_AUTH_ADMIN)
        PT_TRY(pt_auth_rights(q));
    if (q->route->auth == PT_AUTH_READER)
        PT_TRY(pt_auth_reader(q));
    return q->route->handler(q);
}

/* Rights and the handler's effects are one transaction, and so is the stored
 * answer that reports them. */
static pt_err_t *run_write(pt_req_t *q, pt_idem_t *idem)
{
    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_begin(q->ctx.db));
    PT_TRY(pt_auth_rights(q));
    PT_TRY(pt_idem_begin(idem, q));
    if (!idem->replayed) {
        PT_TRY(q->route->handler(q));
        PT_TRY(pt_idem_store(idem, q));
    }
    return pt_db_commit(q->ctx.db);
}

/* A refusal is an answer too: the same key gets it again. What may be otherwise
 * a moment later is not kept. */
static void store_refusal(pt_req_t *q, const pt_idem_t *idem,
                          const pt_err_t *refusal)
{
    int status = pt_problem(refusal->problem)->status;
    pt_err_t *err;

    if (!idem->key || idem->replayed || status >= 500
        || status == HTTP_UNAUTHORIZED || status == HTTP_TOO_MANY_REQUESTS
        || refusal->problem == PT_P_IDEMPOTENCY_MISMATCH
        || refusal->problem == PT_P_IDEMPOTENCY_RUNNING || !q->ctx.db)
        return;
    q->status = status;
    q->body = pt_reply_problem_text(q, refusal);
    q->resource_id = NULL;
    if ((err = pt_idem_store(idem, q)))
        pt_log_err(&q->ctx.log, APLOG_WARNING, "PT0301", err);
}

static pt_err_t *serve(pt_req_t *q, const pt_match_t *match)
{
    pt_err_t *denied = pt_auth_token(q), *err;
    pt_idem_t idem;

    PT_TRY(pt_rate_count(q));
    if (denied)
        return denied;
    PT_TRY(read_input(q, match));
    if (q->route->streams)
        return q->route->handler(q);
    if (q->route->method == M_GET || q->route->no_db)
        return run_read(q);
    PT_TRY(pt_idem_read(&idem, q));
    err = run_write(q, &idem);
    if (err && q->ctx.db) {
        pt_db_rollback(q->ctx.db);
        store_refusal(q, &idem, err);
    }
    return err;
}

/* What the protocol of a route has in all answers. */
static void say_always(pt_req_t *q)
{
    const pt_header_t *header;

    for (header = q->route->said_always; header && header->name; header++)
        pt_reply_header(q, header->name, header->only);
}

static int respond(pt_req_t *q, pt_err_t *err, const char *allow)
{
    /* Nothing is held while the answer is made from afar or sent. */
    pt_db_release(q->ctx.db);
    q->ctx.db = NULL;
    if (!err && q->route->finish && q->status < 400) {
        err = q->route->finish(q);
        pt_db_release(q->ctx.db);
        q->ctx.db = NULL;
    }
    if (err) {
        if (!q->raw_body)
            pt_body_leave_unread(q->r);
        return pt_reply_problem(q, err, allow);
    }
    return pt_reply_send(q);
}

int pt_dispatch(request_rec *r)
{
    const char *path;
    pt_match_t match;
    pt_req_t *q;

    if (!pt_dispatch_is_ours(r))
        return DECLINED;
    q = request_make(r);
    path = api_path(r->uri);
    if (path && !strcmp(path, ERROR_PATH))
        return internal_error(q);
    memset(&match, 0, sizeof(match));
    if (path)
        pt_router_match(&match, q->ctx.pool, r->method_number, path);
    if (match.route)
        q->route = pt_accept_route(r, match.route);
    if (!q->route)
        return respond(q,
                       pt_fail(q->ctx.pool,
                               match.allow ? PT_P_METHOD : PT_P_NOT_FOUND,
                               NULL),
                       match.allow);
    apr_table_setn(r->notes, "pt_route", q->route->id);
    q->status = q->route->status;
    say_always(q);
    return respond(q, serve(q, &match), NULL);
}
