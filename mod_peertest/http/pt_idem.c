/* SPDX-License-Identifier: Apache-2.0 */
/* pt_idem.c - Idempotency-Key: the first answer, again. PT0250 */

#include "http/pt_idem.h"
#include "core/pt_crypto.h"
#include "http/pt_reply.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <string.h>

#define KEY_MAX 255

static int is_key(const char *s)
{
    apr_size_t len = strlen(s);

    if (!len || len > KEY_MAX)
        return 0;
    for (; *s; s++) {
        if (!apr_isascii(*s) || !apr_isprint(*s))
            return 0;
    }
    return 1;
}

/* Method, path and body: what "the same request" means. */
static const char *hash_of(pt_req_t *q)
{
    unsigned char digest[PT_SHA256_BYTES];
    apr_pool_t *p = q->ctx.pool;
    const char *head = apr_pstrcat(p, q->r->method, " ", q->r->uri, "\n", NULL);
    apr_size_t head_len = strlen(head);
    char *all = apr_palloc(p, head_len + q->raw_len + 1);

    memcpy(all, head, head_len);
    if (q->raw_len)
        memcpy(all + head_len, q->raw_body, q->raw_len);
    pt_sha256(digest, all, head_len + q->raw_len);
    return pt_bytea(p, digest, sizeof(digest));
}

pt_err_t *pt_idem_read(pt_idem_t *idem, pt_req_t *q)
{
    const char *key = apr_table_get(q->r->headers_in, "Idempotency-Key");

    memset(idem, 0, sizeof(*idem));
    if (q->route->method != M_POST || q->route->idempotency == PT_IDEM_OFF)
        return PT_OK;
    if (!key && q->route->idempotency == PT_IDEM_REQUIRED)
        return pt_fail(q->ctx.pool, PT_P_IDEMPOTENCY_REQUIRED, NULL);
    if (!key)
        return PT_OK;
    if (!is_key(key))
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "Idempotency-Key is 1 to 255 printable characters");
    idem->key = key;
    idem->caller = q->actor ? q->actor->id
                            : apr_pstrcat(q->ctx.pool,
                                          "address:", pt_req_address(q), NULL);
    idem->body_hash = hash_of(q);
    return PT_OK;
}

pt_err_t *pt_idem_begin(pt_idem_t *idem, pt_req_t *q)
{
    pt_row_t row;

    if (!idem->key)
        return PT_OK;
    PT_TRY(
        pt_db_one(q->ctx.db, &row,
                  PT_Q(idem_begin, .caller = idem->caller, .key = idem->key)));
    if (pt_row_bool(&row, "found")) {
        /* The column is hex without the \x that a parameter carries. */
        if (strcmp(pt_row_str(&row, "operation"), q->route->id)
            || strcmp(pt_row_str(&row, "body_hash"), idem->body_hash + 2))
            return pt_fail(q->ctx.pool, PT_P_IDEMPOTENCY_MISMATCH, NULL);
        idem->replayed = 1;
        q->status = (int)pt_row_int(&row, "status");
        q->body = pt_row_str(&row, "body");
        q->resource_id = pt_row_str(&row, "resource_id");
        if (q->status >= 400)
            q->body_type = PT_PROBLEM_TYPE;
        apr_table_setn(q->r->headers_out, "Idempotency-Replayed", "true");
        return PT_OK;
    }
    if (!pt_row_bool(&row, "free"))
        return pt_err_state(
            pt_fail(q->ctx.pool, PT_P_IDEMPOTENCY_RUNNING, NULL), "running");
    return PT_OK;
}

pt_err_t *pt_idem_store(const pt_idem_t *idem, pt_req_t *q)
{
    if (!idem->key || idem->replayed)
        return PT_OK;
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(idem_store, .caller = idem->caller, .key = idem->key,
                           .operation = q->route->id,
                           .body_hash = idem->body_hash,
                           .status = pt_i64(q->ctx.pool, q->status),
                           .body = q->body, .resource_id = q->resource_id));
}
