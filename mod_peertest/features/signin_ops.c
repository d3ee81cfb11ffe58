/* SPDX-License-Identifier: Apache-2.0 */
/* signin_ops.c - what the routes of registration, passwords and sessions share.
 */

#include "features/signin_ops.h"
#include "core/pt_crypto.h"
#include "core/pt_slots.h"
#include "core/pt_text.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <arpa/inet.h>
#include <string.h>

#define TOKEN_BYTES 32
#define IPV6_NETWORK_BYTES \
    8 /* what one customer is given at least: RFC 6177 \
       */

pt_err_t *pt_signin_begin(pt_req_t *q)
{
    PT_TRY(pt_req_borrow(q));
    return pt_db_begin(q->ctx.db);
}

pt_err_t *pt_signin_commit(pt_req_t *q)
{
    PT_TRY(pt_db_commit(q->ctx.db));
    pt_signin_release(q);
    return PT_OK;
}

void pt_signin_release(pt_req_t *q)
{
    pt_db_release(q->ctx.db);
    q->ctx.db = NULL;
}

pt_err_t *pt_signin_check_password(pt_req_t *q, const char *password)
{
    apr_size_t min = (apr_size_t)q->ctx.site->cfg->password_min;

    if (pt_text_len(password) < min)
        return pt_err_field(PT_OK, q->ctx.pool, "/password", PT_C_TOO_SHORT);
    if (pt_password_is_common(password))
        return pt_err_field(PT_OK, q->ctx.pool, "/password", PT_C_TOO_COMMON);
    return PT_OK;
}

pt_err_t *pt_signin_hash(pt_req_t *q, const char **hash, const char *password)
{
    const pt_site_t *site = q->ctx.site;
    pt_err_t *err;

    PT_TRY(pt_slot_take(q->ctx.pool, site->cfg->hash_slots));
    err = pt_password_hash(q->ctx.pool, hash, site->pepper, password,
                           (int)site->cfg->bcrypt_cost);
    pt_slot_give();
    return err;
}

/* A hash of the site's cost that no password has. */
static const char *nobodys_hash(pt_req_t *q)
{
    return apr_psprintf(
        q->ctx.pool, "$2b$%02d$%s", (int)q->ctx.site->cfg->bcrypt_cost,
        "NobodyNobodyNobodyNobe...............................");
}

pt_err_t *pt_signin_matches(pt_req_t *q, int *matches, const char *password,
                            const char *hash)
{
    const pt_site_t *site = q->ctx.site;

    PT_TRY(pt_slot_take(q->ctx.pool, site->cfg->hash_slots));
    *matches = pt_password_matches(q->ctx.pool, site->pepper, password,
                                   hash ? hash : nobodys_hash(q));
    pt_slot_give();
    return PT_OK;
}

const char *pt_signin_subject(pt_req_t *q, const char *respect,
                              const char *email)
{
    unsigned char digest[PT_SHA256_BYTES];
    char *lower = apr_pstrdup(q->ctx.pool, email);

    ap_str_tolower(lower);
    pt_sha256(digest, lower, strlen(lower));
    return apr_pstrcat(q->ctx.pool, respect, ":",
                       pt_hex(q->ctx.pool, digest, sizeof(digest)), NULL);
}

const char *pt_signin_address(pt_req_t *q)
{
    const char *address = pt_req_address(q);
    unsigned char bytes[sizeof(struct in6_addr)];

    if (inet_pton(AF_INET6, address, bytes) == 1)
        address = pt_hex(q->ctx.pool, bytes, IPV6_NETWORK_BYTES);
    return apr_pstrcat(q->ctx.pool, "address:", address, NULL);
}

pt_err_t *pt_signin_try(pt_req_t *q, const char *subject, int free_tries)
{
    const char *allowed = pt_i64(q->ctx.pool, free_tries);
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(try_count, .subject = subject, .free = allowed)));
    if (found)
        return PT_OK;
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(try_wait, .subject = subject, .free = allowed)));
    return pt_err_retry(pt_fail(q->ctx.pool, PT_P_RATE_LIMITED, NULL),
                        (int)pt_row_int(&row, "seconds"));
}

const char *pt_signin_token_hash(apr_pool_t *p, const char *token)
{
    unsigned char digest[PT_SHA256_BYTES];

    pt_sha256(digest, token, strlen(token));
    return pt_bytea(p, digest, sizeof(digest));
}

pt_err_t *pt_signin_send_link(pt_req_t *q, const char *kind, const char *mail,
                              const char *account_id, apr_int64_t ttl)
{
    apr_pool_t *p = q->ctx.pool;
    unsigned char bytes[TOKEN_BYTES];
    const char *token;

    pt_random(bytes, sizeof(bytes));
    token = pt_b64url(p, bytes, sizeof(bytes));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(email_token_replace, .account_id = account_id,
                           .kind = kind,
                           .token_hash = pt_signin_token_hash(p, token),
                           .ttl = pt_i64(p, ttl))));
    return pt_mail_add(&q->ctx, mail, account_id,
                       json_pack("{ss}", "token", token));
}
