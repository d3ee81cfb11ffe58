/* SPDX-License-Identifier: Apache-2.0 */
/* pt_auth.h - who asks, and whether they may use the route. */
#ifndef PT_AUTH_H
#define PT_AUTH_H

#include "http/pt_route.h"

/**
 * Set q->actor from the access token. Reads the token only; no database.
 * @return PT_P_UNAUTHORIZED where the route needs a token and there is no good
 *         one, PT_P_FORBIDDEN for another role, PT_P_CROSS_SITE on cookie
 * routes
 */
pt_err_t *pt_auth_token(pt_req_t *q);

/**
 * On writes, and on all routes of administrators: what the database says of
 * session, roles and scopes, in the transaction that acts on it.
 * @return PT_P_UNAUTHORIZED for an ended session or a suspended account,
 *         PT_P_FORBIDDEN when the role has gone or the scope is missing,
 *         PT_P_SECOND_FACTOR_NEEDED for administrators who signed in without
 */
pt_err_t *pt_auth_rights(pt_req_t *q);

/**
 * On routes of PT_AUTH_READER: set q->actor from the token, or from the
 * session's cookie, which is looked at and stays as it is. Nobody is no
 * failure. Administrators who signed in without second factor read as anybody.
 * @return PT_P_UNAUTHORIZED for a token of an ended session
 */
pt_err_t *pt_auth_reader(pt_req_t *q);
#endif
