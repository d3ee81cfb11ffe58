/* SPDX-License-Identifier: Apache-2.0 */
/* pt_totp.h - codes of an authenticator (RFC 6238) and recovery codes. */
#ifndef PT_TOTP_H
#define PT_TOTP_H

#include <apr_pools.h>

#define PT_TOTP_DIGITS 6
#define PT_TOTP_STEP 30 /* seconds */
#define PT_RECOVERY_CODES 10

/** A new secret: 160 random bits as base32, which is what people type. */
const char *pt_totp_secret(apr_pool_t *p);

/** The address that authenticators take in as a QR code. */
const char *pt_totp_uri(apr_pool_t *p, const char *secret, const char *issuer,
                        const char *account);

/**
 * Hold a code against the present step and the one before it.
 * @param secret as pt_totp_secret() made it
 * @param now Unix seconds
 * @return the step that it belongs to, or 0
 */
apr_int64_t pt_totp_step(const char *secret, apr_int64_t now, const char *code);

/** Does this look like a code of an authenticator? */
int pt_totp_is_code(const char *code);

/** A new recovery code, 50 random bits: "k3f7q-m2x9a". */
const char *pt_recovery_code(apr_pool_t *p);

/** A recovery code as somebody typed it, in the one form that is hashed. */
const char *pt_recovery_normal(apr_pool_t *p, const char *typed);
#endif
