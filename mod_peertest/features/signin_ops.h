/* SPDX-License-Identifier: Apache-2.0 */
/* signin_ops.h - what the routes of registration, passwords and sessions share.
 */
#ifndef PT_SIGNIN_OPS_H
#define PT_SIGNIN_OPS_H

#include "http/pt_route.h"

#define PT_PASSWORD_MAX 128 /* characters */

/* Hashing takes longer than any statement, so these routes borrow no connection
 * before it (no_db), and open and close their transaction themselves. */

/** Borrow a connection and begin. On failure the dispatcher rolls back. */
pt_err_t *pt_signin_begin(pt_req_t *q);

/** Commit, and give the connection back. */
pt_err_t *pt_signin_commit(pt_req_t *q);

/** Give the connection back where nothing is to be committed. */
void pt_signin_release(pt_req_t *q);

/**
 * May this be somebody's password on this site?
 * @return PT_P_INVALID_INPUT for "/password"
 */
pt_err_t *pt_signin_check_password(pt_req_t *q, const char *password);

/** Hash a password at the site's cost, in a slot. @return PT_P_RATE_LIMITED */
pt_err_t *pt_signin_hash(pt_req_t *q, const char **hash, const char *password);

/**
 * Compare a password in a slot; takes as long when there is no account.
 * @param hash the account's, or NULL
 * @return PT_P_RATE_LIMITED
 */
pt_err_t *pt_signin_matches(pt_req_t *q, int *matches, const char *password,
                            const char *hash);

/* Guessing. Each try is counted under a subject before it is made. After the
 * free ones it must keep a distance from the one before that doubles up to a
 * minute; one that comes earlier is refused at once and costs no hash. There is
 * no lock: an hour without a try clears the count, the right password clears it
 * too, and whoever signed in from a device before is counted for himself there
 * (see sessions.c), so that nobody else's guesses stand in his way. What is
 * counted does not depend on whether the account exists. */

/** The subject of a mail address in some respect ("account", "mail"). */
const char *pt_signin_subject(pt_req_t *q, const char *respect,
                              const char *email);

/** The subject of the client's address: one IPv4, or the network of one IPv6.
 */
const char *pt_signin_address(pt_req_t *q);

/** Count a try; needs a connection. @return PT_P_RATE_LIMITED with Retry-After
 */
pt_err_t *pt_signin_try(pt_req_t *q, const char *subject, int free_tries);

/**
 * Send an account a link with a token of 256 random bits, of which only the
 * hash is stored; older links of the kind become void.
 * @param kind verify or reset
 * @param mail of domain/mails.def; its data is {token}
 */
pt_err_t *pt_signin_send_link(pt_req_t *q, const char *kind, const char *mail,
                              const char *account_id, apr_int64_t ttl);

/** The hash of a token as a parameter. */
const char *pt_signin_token_hash(apr_pool_t *p, const char *token);
#endif
