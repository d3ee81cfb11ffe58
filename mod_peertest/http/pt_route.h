/* SPDX-License-Identifier: Apache-2.0 */
/* pt_route.h - one table entry per endpoint, and what a handler works with. */
#ifndef PT_ROUTE_H
#define PT_ROUTE_H

#include "core/pt_json.h"
#include "core/pt_schema.h"
#include "domain/roles.h"
#include "store/pt_ctx.h"

#include <apr_file_io.h>

typedef enum {
    PT_AUTH_NONE,     /* anybody */
    PT_AUTH_OPTIONAL, /* anybody; q->actor is set when there is a good token */
    PT_AUTH_USER,     /* anybody who is signed in */
    PT_AUTH_BUILDER,
    PT_AUTH_TESTER,
    PT_AUTH_ADMIN,
    PT_AUTH_COOKIE, /* the refresh cookie, own Origin and X-PeerTest: 1 */
    PT_AUTH_READER  /* M_GET for pages' pictures and videos: a token, or the
                     * refresh cookie from our own pages, or anybody; q->actor
                     * is set when somebody is signed in, by the database */
} pt_auth_e;

typedef enum {
    PT_RATE_READ,
    PT_RATE_WRITE,
    PT_RATE_AUTH,
    PT_RATE_UPLOAD,
    PT_RATE_PIECE, /* of an upload */
    PT_RATE_WEBHOOK,
    PT_RATE_NONE, /* health */
    PT_RATE_COUNT
} pt_rate_e;

typedef enum {
    PT_IDEM_OPTIONAL, /* every POST, unless it says otherwise */
    PT_IDEM_REQUIRED, /* it moves money */
    PT_IDEM_OFF /* its answer is a secret, or it is idempotent by itself */
} pt_idem_e;

/** Who asks. Everything in it lives in the request's pool. */
typedef struct {
    const char *id; /* account id */
    const char *session_id;
    unsigned roles;  /* pt_role_e bits; from the database on writes */
    unsigned scopes; /* pt_scope_e bits, from the database: on writes, and on
                      * all routes of administrators */
} pt_actor_t;

/** A file that the answer is made of; see pt_reply_stored(). */
typedef struct {
    apr_file_t *file;     /* open for reading, or NULL: ... */
    const char *redirect; /* ... where the client gets it */
    apr_off_t size;
    const char *media_type;
    const char *disposition; /* Content-Disposition */
    const char *etag;        /* strong, with quotes */
    apr_time_t modified;
    int public_seconds; /* > 0: may be cached by anybody; else by nobody */
} pt_stored_t;

/** An answer that is too long for memory; see pt_spool.h. */
typedef struct pt_spool_t pt_spool_t;

typedef struct pt_route_t pt_route_t;

/** One API request. Everything in it lives in ctx.pool. */
typedef struct pt_req_t {
    pt_ctx_t ctx;
    request_rec *r;
    const pt_route_t *route;
    const pt_actor_t *actor; /* never NULL where the route asks for one */
    const void *input;       /* the route's input struct, already checked */
    const char *raw_body;    /* where the route says raw_body */
    apr_size_t raw_len;
    const char *resource_id; /* set by a handler for its finish step */
    const void *found;       /* the same, what is more than an id */
    const char *body;        /* set by pt_reply_*() */
    apr_size_t body_len;     /* of a body that is a file; else 0 */
    const char *body_type;   /* NULL: the route's */
    const char *body_etag;   /* of a body made before; NULL: made of the body */
    const pt_stored_t *stored; /* instead of a body, or ... */
    const pt_spool_t *spool;   /* ... this */
    int status;                /* set by the dispatcher from the route */
} pt_req_t;

typedef pt_err_t *(*pt_handler_fn)(pt_req_t *q);

/** A second form of what a GET answers, for clients whose Accept header prefers
 * it. Rights and input are the route's. */
typedef struct {
    const char *type; /* its media type */
    pt_rate_e rate;
    pt_handler_fn handler; /* both as the route's */
    pt_handler_fn finish;
} pt_other_form_t;

/** A header of the protocol that a route speaks, beside those of all. */
typedef struct {
    const char *name; /* NULL ends a list */
    const char *only; /* its one value; NULL: the client says */
    int required;
    const char *doc;
} pt_header_t;

struct pt_route_t {
    int method;       /* M_GET, M_POST, ... */
    const char *path; /* "/jobs/{job_id}/bids", below /api/v1 */
    const char *id;   /* operationId, and the name in the SPA client */
    const char *tag;  /* heading in the document */
    const char *summary;
    pt_auth_e auth;
    unsigned scopes; /* PT_AUTH_ADMIN: one of these is needed, or "super";
                      * 0: every administrator may */
    pt_rate_e rate;
    pt_idem_e idempotency; /* POST only */
    size_t input_size;
    const pt_field_t *input;
    int status;                /* of success */
    int other_status;          /* a second status of the same form, or 0 */
    const pt_schema_t *output; /* NULL: no body */
    const char *output_type;   /* NULL: application/json */
    const pt_other_form_t *other_form; /* M_GET of JSON: e.g. a PDF; or NULL */
    const pt_problem_e *problems; /* beyond the ones every route can give */
    int etag;          /* 1: the answer carries one, If-None-Match works */
    int if_match;      /* 1: the handler calls pt_if_match() */
    int cache_seconds; /* > 0: public; else private, no-store */
    int stored;        /* 1: M_GET that ends in pt_reply_stored() */
    int raw_body;      /* 1: bytes as they came, no JSON */
    int streams;       /* 1: the handler reads the body (pt_stream.h), in no
                        * transaction; it borrows, calls pt_auth_rights() in its
                        * own, and gives back what it borrowed */
    const pt_header_t *headers;     /* of requests, for the document; or NULL */
    const pt_header_t *said_always; /* in all answers; or NULL */
    int no_db;                      /* 1: no connection is borrowed */
    int batched; /* 1: M_GET of short queries that stand by themselves:
                  * they travel with those of other requests */
    /* Runs with a borrowed connection; in a transaction unless method is GET.
     */
    pt_handler_fn handler;
    /* Optional: after the commit, no transaction, no connection; makes the
     * answer from q->resource_id. Also runs when an idempotency key is
     * replayed. */
    pt_handler_fn finish;
};

#define PT_INPUT(struct_, fields_) \
    .input_size = sizeof(struct_), .input = fields_
#define PT_PROBLEMS(...) \
    .problems = (const pt_problem_e[]) \
    { \
        __VA_ARGS__, PT_P_COUNT \
    }
#define PT_ROUTES_END \
    { \
        .path = NULL \
    }

/** The row's "body" column, as it is, with the route's status. */
pt_err_t *pt_reply_row(pt_req_t *q, const pt_row_t *row);

/** A value made in C; takes the reference. */
pt_err_t *pt_reply_json(pt_req_t *q, json_t *json);

/** A file to keep, of the route's type. @param name of it: our own letters,
 * digits, dots and hyphens */
pt_err_t *pt_reply_file(pt_req_t *q, const char *name, const char *bytes,
                        apr_size_t len);

/** The same, of a file that was gathered on the disk. */
pt_err_t *pt_reply_spool(pt_req_t *q, const char *name,
                         const pt_spool_t *spool);

/** A file, as it is, in whole or in the ranges that the client wants; or a
 * redirect to it. For the finish step. Lives as long as the request. */
pt_err_t *pt_reply_stored(pt_req_t *q, const pt_stored_t *stored);

/** No body: for routes of status 202 and 204. */
pt_err_t *pt_reply_none(pt_req_t *q);

/** Set a cookie: HttpOnly, SameSite=Strict, Path=/, and with https Secure and
 * the
 * __Host- prefix. max_age 0 removes it. */
void pt_reply_cookie(pt_req_t *q, const char *name, const char *value,
                     int max_age);

/** A cookie of ours, with the prefix that pt_reply_cookie() uses, or NULL when
 * it is missing or there are two. */
const char *pt_req_cookie(const pt_req_t *q, const char *name);

/** Compare If-Match with the object as it is now, locked.
 * @param row its "body" column is the object's JSON form
 * @return PT_P_PRECONDITION when the client saw another one */
pt_err_t *pt_if_match(pt_req_t *q, const pt_row_t *row);

/** A header of the request, or NULL. One that was sent twice has both values,
 * with a comma between them. */
const char *pt_req_header(const pt_req_t *q, const char *name);

/** Is this HEAD, which is answered as GET, without the body? */
int pt_req_is_head(const pt_req_t *q);

/** Set a header of the answer, be it a failure or not. A value that would end
 * the line is left out. */
void pt_reply_header(pt_req_t *q, const char *name, const char *value);

/** The address the request came from, as mod_remoteip has it. */
const char *pt_req_address(const pt_req_t *q);

/** Borrow the request's connection: webhooks have a share of their own.
 * Released by the dispatcher or by pt_db_release(). */
pt_err_t *pt_req_borrow(pt_req_t *q);

/** A cursor that is none of ours. @return PT_P_INVALID_CURSOR */
pt_err_t *pt_cursor_refused(pt_req_t *q);

/** Opaque list cursors: base64url of "a|b". Either part may be NULL on decode
 * when the client sent none. @return PT_P_INVALID_CURSOR */
pt_err_t *pt_cursor_read(pt_req_t *q, const char **a, const char **b,
                         const char *cursor);

extern const pt_route_t *const pt_features[]; /* ends in NULL */

/** Forms of what a PT_T_JSON member may hold: named in the document, and held
 * against themselves at start. Ends in NULL. */
extern const pt_schema_t *const *const pt_open_forms;
#endif
