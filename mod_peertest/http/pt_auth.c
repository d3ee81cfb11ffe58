/* SPDX-License-Identifier: Apache-2.0 */
/* pt_auth.c - who asks, and whether they may use the route. PT0100 */

#include "http/pt_auth.h"
#include "core/pt_access.h"
#include "core/pt_crypto.h"
#include "core/pt_time.h"

#include <apr_strings.h>
#include <string.h>

static unsigned role_needed(pt_auth_e auth)
{
    switch (auth) {
    case PT_AUTH_BUILDER:
        return PT_ROLE_BUILDER;
    case PT_AUTH_TESTER:
        return PT_ROLE_TESTER;
    case PT_AUTH_ADMIN:
        return PT_ROLE_ADMIN;
    default:
        return 0;
    }
}

static pt_err_t *check_role(pt_req_t *q)
{
    unsigned needed = role_needed(q->route->auth);

    if (needed && !(q->actor->roles & needed))
        return pt_fail(q->ctx.pool, PT_P_FORBIDDEN, NULL);
    return PT_OK;
}

/* Administrators have signed in with their second factor. Reading is every
 * one's; what intervenes asks for a scope. */
static pt_err_t *check_admin(pt_req_t *q, int second_factor)
{
    unsigned needed = q->route->scopes;

    if (q->route->auth != PT_AUTH_ADMIN)
        return PT_OK;
    if (!second_factor)
        return pt_fail(q->ctx.pool, PT_P_SECOND_FACTOR_NEEDED, NULL);
    if (needed && !(q->actor->scopes & (needed | PT_SCOPE_SUPER)))
        return pt_fail(q->ctx.pool, PT_P_FORBIDDEN, NULL);
    return PT_OK;
}

/* Cookie routes: our own page, by Origin or by fetch metadata, and the header
 * that no form and no foreign page can send. */
static pt_err_t *check_own_page(pt_req_t *q)
{
    const char *origin = apr_table_get(q->r->headers_in, "Origin");
    const char *site = apr_table_get(q->r->headers_in, "Sec-Fetch-Site");
    const char *ours = apr_table_get(q->r->headers_in, "X-PeerTest");

    if (!ours || strcmp(ours, "1"))
        return pt_fail(q->ctx.pool, PT_P_CROSS_SITE, NULL);
    if (origin ? strcmp(origin, q->ctx.site->origin)
               : !site || strcmp(site, "same-origin"))
        return pt_fail(q->ctx.pool, PT_P_CROSS_SITE, NULL);
    return PT_OK;
}

/* A file's address may stand in any page, so that the cookie counts only where
 * the browser says that one of ours asks, or the person who typed it. Where it
 * says nothing, SameSite=Strict has kept the cookie back already. */
static pt_err_t *check_reading_page(pt_req_t *q)
{
    const char *site = apr_table_get(q->r->headers_in, "Sec-Fetch-Site");

    if (!site || !strcmp(site, "same-origin") || !strcmp(site, "none")
        || !pt_req_cookie(q, "refresh"))
        return PT_OK;
    return pt_fail(q->ctx.pool, PT_P_CROSS_SITE, NULL);
}

static const char *bearer_of(const pt_req_t *q)
{
    const char *header = apr_table_get(q->r->headers_in, "Authorization");

    if (!header || strncasecmp(header, "Bearer ", 7))
        return NULL;
    for (header += 7; *header == ' ';)
        header++;
    return header;
}

pt_err_t *pt_auth_token(pt_req_t *q)
{
    const pt_site_t *site = q->ctx.site;
    apr_pool_t *p = q->ctx.pool;
    const char *token;
    pt_access_t claims;
    pt_actor_t *actor;

    if (q->route->auth == PT_AUTH_NONE)
        return PT_OK;
    if (q->route->auth == PT_AUTH_COOKIE)
        return check_own_page(q);
    token = bearer_of(q);
    if (!token && q->route->auth == PT_AUTH_READER)
        return check_reading_page(q);
    if (!token)
        return q->route->auth == PT_AUTH_OPTIONAL
                   ? PT_OK
                   : pt_fail(p, PT_P_UNAUTHORIZED, NULL);
    PT_TRY(pt_access_verify(p, &claims, site->access_key, site->origin, token,
                            pt_time_now()));
    actor = apr_pcalloc(p, sizeof(*actor));
    actor->id = claims.account_id;
    actor->session_id = claims.session_id;
    actor->roles = claims.roles;
    q->actor = actor;
    apr_table_setn(q->r->notes, "pt_user", actor->id);
    return check_role(q);
}

pt_err_t *pt_auth_rights(pt_req_t *q)
{
    pt_actor_t *actor;
    pt_row_t row;
    int found;

    if (!q->actor)
        return PT_OK;
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(actor_load, .session_id = q->actor->session_id,
                            .account_id = q->actor->id)));
    if (!found || pt_row_bool(&row, "ended")
        || strcmp(pt_row_str(&row, "account_state"), "active"))
        return pt_fail(q->ctx.pool, PT_P_UNAUTHORIZED, NULL);
    actor = apr_pmemdup(q->ctx.pool, q->actor, sizeof(*actor));
    actor->roles = pt_roles_parse(pt_row_str(&row, "roles"));
    actor->scopes = pt_scopes_parse(pt_row_str(&row, "scopes"));
    q->actor = actor;
    if (q->route->auth == PT_AUTH_READER && !pt_row_bool(&row, "second_factor"))
        actor->roles &= ~(unsigned)PT_ROLE_ADMIN;
    PT_TRY(check_role(q));
    return check_admin(q, pt_row_bool(&row, "second_factor"));
}

/* The actor of a session that is known by its cookie. */
static pt_err_t *load_by_cookie(pt_req_t *q, pt_row_t *row, int *found)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    const char *token = pt_req_cookie(q, "refresh");
    unsigned char digest[PT_SHA256_BYTES];
    apr_pool_t *p = q->ctx.pool;

    *found = 0;
    if (!token)
        return PT_OK;
    pt_sha256(digest, token, strlen(token));
    return pt_db_maybe(q->ctx.db, row, found,
                       PT_Q(reader_load,
                            .token_hash = pt_bytea(p, digest, sizeof(digest)),
                            .idle_ttl = pt_i64(p, cfg->session_idle_ttl),
                            .grace = pt_i64(p, cfg->refresh_grace)));
}

static void set_reader(pt_req_t *q, const pt_row_t *row)
{
    pt_actor_t *actor = apr_pcalloc(q->ctx.pool, sizeof(*actor));

    actor->id = pt_row_str(row, "account_id");
    actor->session_id = pt_row_str(row, "session_id");
    actor->roles = pt_roles_parse(pt_row_str(row, "roles"));
    if (!pt_row_bool(row, "second_factor"))
        actor->roles &= ~(unsigned)PT_ROLE_ADMIN;
    q->actor = actor;
}

pt_err_t *pt_auth_reader(pt_req_t *q)
{
    pt_row_t row;
    int found;

    if (q->actor)
        return pt_auth_rights(q);
    PT_TRY(load_by_cookie(q, &row, &found));
    if (found)
        set_reader(q, &row);
    return PT_OK;
}
