/* SPDX-License-Identifier: Apache-2.0 */
/* pt_crypto.h - hashes, HMAC, random bytes and passwords. */
#ifndef PT_CRYPTO_H
#define PT_CRYPTO_H

#include "core/pt_err.h"
#include <apr_time.h>

#define PT_SHA256_BYTES 32
#define PT_UUID_LEN 36

/** SHA-256 of bytes; the context is kept per thread. */
void pt_sha256(unsigned char out[PT_SHA256_BYTES], const void *data,
               apr_size_t len);

/** Lower-case hex of bytes, in p. */
const char *pt_hex(apr_pool_t *p, const unsigned char *data, apr_size_t len);

/** Bytes of lower-case hex; NULL is none of them. @return how many, or -1 when
 * it is no hex, or there is no room */
int pt_unhex(unsigned char *out, apr_size_t room, const char *hex);

/** HMAC-SHA256 (RFC 2104); the MAC context is kept per thread. */
void pt_hmac_sha256(unsigned char out[PT_SHA256_BYTES],
                    const unsigned char *key, apr_size_t key_len,
                    const void *data, apr_size_t len);

/** Are two buffers equal? In constant time for equal lengths. */
int pt_equal(const void *a, apr_size_t a_len, const void *b, apr_size_t b_len);

/** Fill a buffer from the system's generator; aborts when there is none. */
void pt_random(unsigned char *out, apr_size_t len);

/** base64url without padding (RFC 4648, section 5), in p. */
const char *pt_b64url(apr_pool_t *p, const unsigned char *data, apr_size_t len);

/** Decode base64url without padding. @return bytes, or NULL when malformed */
unsigned char *pt_b64url_decode(apr_pool_t *p, apr_size_t *len, const char *s);

/** Standard base64 with padding, in p. */
const char *pt_b64(apr_pool_t *p, const unsigned char *data, apr_size_t len);

/**
 * Hash a password for storage: bcrypt $2b$ of base64(HMAC-SHA256(pepper,
 * password)), so that no character is cut off. Takes 0.25 s and more of CPU at
 * cost 12: callers hold a hash slot.
 * @param password as the client sent it: clients send NFC, see
 *        docs/decisions/0001-unicode-in-passwords.md
 * @param cost 4..15
 */
pt_err_t *pt_password_hash(apr_pool_t *p, const char **hash,
                           const unsigned char *pepper, const char *password,
                           int cost);

/** Does the password match the hash? Equally slow for yes and no. */
int pt_password_matches(apr_pool_t *p, const unsigned char *pepper,
                        const char *password, const char *hash);

/** The cost in a bcrypt hash, or 0 when it is none. */
int pt_password_cost(const char *hash);

/** Is this among the passwords that everybody tries first, or our own name? */
int pt_password_is_common(const char *password);
#endif
