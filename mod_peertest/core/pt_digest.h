/* SPDX-License-Identifier: Apache-2.0 */
/* pt_digest.h - hashes of what comes piece by piece: a SHA-256 that can be put
 * aside and gone on with, and the checksums of single pieces. */
#ifndef PT_DIGEST_H
#define PT_DIGEST_H

#include "core/pt_crypto.h"

/** A SHA-256 under way. */
typedef struct pt_digest_t pt_digest_t;

/**
 * Begin, or go on.
 * @param state what pt_digest_state() gave, or NULL to begin
 * @param count bytes that went into it
 * @return PT_P_INTERNAL when the state is none, or of other bytes
 */
pt_err_t *pt_digest_open(pt_digest_t **digest, apr_pool_t *p, const char *state,
                         apr_int64_t count);

void pt_digest_add(pt_digest_t *digest, const void *data, apr_size_t len);

/** All that is needed to go on, as lower-case hex in p. The form is ours and
 * does not depend on the library: eight words, the count, and the bytes that
 * fill no block yet (FIPS 180-4, section 6.2). */
const char *pt_digest_state(const pt_digest_t *digest, apr_pool_t *p);

/** The hash of what went in so far; more may follow. */
void pt_digest_value(unsigned char out[PT_SHA256_BYTES],
                     const pt_digest_t *digest);

/** A checksum of one piece. */
typedef struct pt_checksum_t pt_checksum_t;

/** The names that pt_checksum_open() knows, as tus writes them. */
#define PT_CHECKSUMS "sha256,sha1,md5"

/** @return NULL for an unknown name */
pt_checksum_t *pt_checksum_open(apr_pool_t *p, const char *name);

/** Bytes that its value has. */
apr_size_t pt_checksum_size(const pt_checksum_t *checksum);

void pt_checksum_add(pt_checksum_t *checksum, const void *data, apr_size_t len);

/** Is this the value? Ends the checksum.
 * @param wanted of pt_checksum_size() bytes */
int pt_checksum_is(pt_checksum_t *checksum, const unsigned char *wanted);
#endif
