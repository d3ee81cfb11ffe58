/* SPDX-License-Identifier: Apache-2.0 */
/* totp_ops.h - the second factor of an account: its secret at rest, and codes
 * that are used up. */
#ifndef PT_TOTP_OPS_H
#define PT_TOTP_OPS_H

#include "http/pt_route.h"

/** Tries of a code that are free, under pt_totp_subject(). */
#define PT_CODES_FREE 5

/** Encrypt the secret of an account. */
const char *pt_totp_seal(pt_req_t *q, const char *account_id,
                         const char *secret);

/** Decrypt it. @return NULL when no key of ours opens it, which is logged */
const char *pt_totp_unseal(pt_req_t *q, const char *account_id,
                           const char *sealed);

/**
 * Use up a code of the authenticator, or a recovery code, which the owner is
 * told by mail. Runs in the caller's transaction.
 * @param sealed the account's secret
 * @param fine 1, or 0 when the code is wrong or was used before
 */
pt_err_t *pt_totp_use(pt_req_t *q, int *fine, const char *account_id,
                      const char *sealed, const char *code);

/** Make ten new recovery codes; the ones before are void. @return their JSON
 * array, a new reference */
pt_err_t *pt_recovery_make(pt_req_t *q, json_t **codes, const char *account_id);
#endif
