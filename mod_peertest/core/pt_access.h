/* SPDX-License-Identifier: Apache-2.0 */
/* pt_access.h - access tokens: signed claims, valid for minutes. */
#ifndef PT_ACCESS_H
#define PT_ACCESS_H

#include "core/pt_err.h"

/** What an access token says. All strings live in the pool given. */
typedef struct {
    const char *account_id;
    const char *session_id;
    unsigned roles;                    /* pt_role_e bits, see domain/roles.h */
    apr_int64_t issued_at, expires_at; /* Unix seconds */
} pt_access_t;

/**
 * Make an access token: JWT, HS256 (RFC 7519, RFC 9068 type "at+jwt") with iss,
 * aud, sub, sid, roles, iat, exp.
 */
const char *pt_access_sign(apr_pool_t *p, const unsigned char *key,
                           const char *issuer, const pt_access_t *claims);

/**
 * Verify an access token: algorithm, type, signature, issuer, audience, times
 * (30 s leeway), all claims present. A thread remembers the last few that
 * were good: of those, only the times are looked at again.
 * @return PT_P_UNAUTHORIZED for anything but a good token
 */
pt_err_t *pt_access_verify(apr_pool_t *p, pt_access_t *claims,
                           const unsigned char *key, const char *issuer,
                           const char *token, apr_int64_t now);
#endif
