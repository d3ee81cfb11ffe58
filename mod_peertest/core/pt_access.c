/* SPDX-License-Identifier: Apache-2.0 */
/* pt_access.c - access tokens: JWT of one form, signed with HMAC-SHA256. */

#include "core/pt_access.h"

#include "core/pt_crypto.h"
#include "core/pt_json.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

#define LEEWAY 30      /* seconds that clocks of our hosts may differ */
#define TOKEN_MAX 2048 /* ours have about 400 bytes */
#define SEEN_MAX 8

/* A token that this thread found good. A page asks several things with one
 * token, and of that nothing changes but the time. */
typedef struct {
    unsigned char key[PT_SHA256_BYTES];
    char issuer[256], token[640];
    apr_size_t len; /* of token; 0: none yet */
    char account_id[PT_UUID_LEN + 1], session_id[PT_UUID_LEN + 1];
    pt_access_t claims; /* its strings are the two above */
} seen_t;

/* The one header that we write and accept, {"alg":"HS256","typ":"at+jwt"}:
 * nothing in a token chooses how it is verified (RFC 8725, section 3.1). */
static const char token_header[] = "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9";

/* Who the tokens are for: the API of the site that issues them. */
static const char *audience_of(apr_pool_t *p, const char *issuer)
{
    return apr_pstrcat(p, issuer, "/api/v1", NULL);
}

static const char *mac_of(apr_pool_t *p, const unsigned char *key,
                          const char *text, apr_size_t len)
{
    unsigned char mac[PT_SHA256_BYTES];

    pt_hmac_sha256(mac, key, PT_SHA256_BYTES, text, len);
    return pt_b64url(p, mac, sizeof(mac));
}

const char *pt_access_sign(apr_pool_t *p, const unsigned char *key,
                           const char *issuer, const pt_access_t *claims)
{
    json_t *payload = pt_json_own(
        p, json_pack("{ss ss ss ss si sI sI}", "iss", issuer, "aud",
                     audience_of(p, issuer), "sub", claims->account_id, "sid",
                     claims->session_id, "roles", (int)claims->roles, "iat",
                     (json_int_t)claims->issued_at, "exp",
                     (json_int_t)claims->expires_at));
    const char *json = pt_json_text(p, payload), *text;

    text = apr_pstrcat(p, token_header, ".",
                       pt_b64url(p, (const unsigned char *)json, strlen(json)),
                       NULL);
    return apr_pstrcat(p, text, ".", mac_of(p, key, text, strlen(text)), NULL);
}

static pt_err_t *refuse(apr_pool_t *p, const char *why)
{
    return pt_err_cause(pt_fail(p, PT_P_UNAUTHORIZED, NULL), "access token: %s",
                        why);
}

static int is_text(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

/* Judge claims whose signature is good. */
static pt_err_t *read_claims(apr_pool_t *p, pt_access_t *claims,
                             const json_t *payload, const char *issuer)
{
    pt_access_t c;

    c.account_id = pt_json_str(payload, "sub");
    c.session_id = pt_json_str(payload, "sid");
    c.roles = (unsigned)pt_json_int(payload, "roles", 0);
    c.issued_at = pt_json_int(payload, "iat", 0);
    c.expires_at = pt_json_int(payload, "exp", 0);
    if (!is_text(pt_json_str(payload, "iss"), issuer)
        || !is_text(pt_json_str(payload, "aud"), audience_of(p, issuer)))
        return refuse(p, "from or for somebody else");
    if (!c.account_id || !pt_text_is_uuid(c.account_id) || !c.session_id
        || !pt_text_is_uuid(c.session_id) || c.issued_at <= 0
        || c.expires_at <= 0
        || !json_is_integer(json_object_get(payload, "roles")))
        return refuse(p, "a claim is missing");
    *claims = c;
    return PT_OK;
}

static pt_err_t *check_times(apr_pool_t *p, const pt_access_t *claims,
                             apr_int64_t now)
{
    if (now >= claims->expires_at + LEEWAY)
        return refuse(p, "expired");
    if (now < claims->issued_at - LEEWAY)
        return refuse(p, "issued in the future");
    return PT_OK;
}

/* --- Tokens that were good a moment ago --- */

static int is_same(const seen_t *seen, const unsigned char *key,
                   const char *issuer, const char *token, apr_size_t len)
{
    return pt_equal(seen->token, seen->len, token, len)
           && pt_equal(seen->key, PT_SHA256_BYTES, key, PT_SHA256_BYTES)
           && !strcmp(seen->issuer, issuer);
}

/* Where a token is remembered: the end of its signature is as good as random.
 */
static seen_t *place_of(const char *token, apr_size_t len)
{
    static __thread seen_t seen[SEEN_MAX];

    return &seen[len ? (unsigned char)token[len - 1] % SEEN_MAX : 0];
}

static void remember(seen_t *seen, const unsigned char *key, const char *issuer,
                     const char *token, apr_size_t len,
                     const pt_access_t *claims)
{
    if (len > sizeof(seen->token) || strlen(issuer) >= sizeof(seen->issuer))
        return;
    memcpy(seen->key, key, PT_SHA256_BYTES);
    apr_cpystrn(seen->issuer, issuer, sizeof(seen->issuer));
    memcpy(seen->token, token, len);
    seen->len = len;
    apr_cpystrn(seen->account_id, claims->account_id, sizeof(seen->account_id));
    apr_cpystrn(seen->session_id, claims->session_id, sizeof(seen->session_id));
    seen->claims = *claims;
    seen->claims.account_id = seen->account_id;
    seen->claims.session_id = seen->session_id;
}

/* Signature and claims, but not yet the times. */
static pt_err_t *read_token(apr_pool_t *p, pt_access_t *claims,
                            const unsigned char *key, const char *issuer,
                            const char *token)
{
    const apr_size_t header_len = sizeof(token_header) - 1;
    const char *dot, *mac;
    json_t *payload;
    unsigned char *bytes;
    apr_size_t len;

    if (strncmp(token, token_header, header_len) || token[header_len] != '.'
        || !(dot = strchr(token + header_len + 1, '.')))
        return refuse(p, "not of our form");
    mac = mac_of(p, key, token, (apr_size_t)(dot - token));
    if (!pt_equal(mac, strlen(mac), dot + 1, strlen(dot + 1)))
        return refuse(p, "wrong signature");
    bytes = pt_b64url_decode(
        p, &len,
        apr_pstrmemdup(p, token + header_len + 1,
                       (apr_size_t)(dot - token) - header_len - 1));
    if (!bytes || pt_json_parse(p, &payload, (const char *)bytes, len))
        return refuse(p, "no readable claims");
    return read_claims(p, claims, payload, issuer);
}

pt_err_t *pt_access_verify(apr_pool_t *p, pt_access_t *claims,
                           const unsigned char *key, const char *issuer,
                           const char *token, apr_int64_t now)
{
    apr_size_t len = strlen(token);
    seen_t *seen = place_of(token, len);
    pt_access_t c;

    if (len > TOKEN_MAX)
        return refuse(p, "too long");
    if (is_same(seen, key, issuer, token, len)) {
        c = seen->claims;
    }
    else {
        PT_TRY(read_token(p, &c, key, issuer, token));
        remember(seen, key, issuer, token, len, &c);
    }
    PT_TRY(check_times(p, &c, now));
    c.account_id = apr_pstrdup(p, c.account_id);
    c.session_id = apr_pstrdup(p, c.session_id);
    *claims = c;
    return PT_OK;
}
