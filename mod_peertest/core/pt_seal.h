/* SPDX-License-Identifier: Apache-2.0 */
/* pt_seal.h - personal fields at rest: AES-256-GCM, bound to their place. */
#ifndef PT_SEAL_H
#define PT_SEAL_H

#include <apr_pools.h>

#define PT_SEAL_KEY_BYTES 32
#define PT_SEAL_ID_LEN 8

/** A key and its name, the beginning of its hash. */
typedef struct {
    unsigned char bytes[PT_SEAL_KEY_BYTES];
    char id[PT_SEAL_ID_LEN + 1]; /* "": ends a list of keys */
} pt_seal_key_t;

/** Make the name of a key from its bytes. */
void pt_seal_name(pt_seal_key_t *key);

/**
 * Encrypt text for one place in the database, with a fresh nonce.
 * @param place table, column and row: "account.totp_sealed:<id>"; what is
 *        sealed for one place cannot be opened in another
 * @return "<key id>.<base64url of nonce, cipher text and tag>"
 */
const char *pt_seal(apr_pool_t *p, const pt_seal_key_t *key, const char *place,
                    const char *text);

/**
 * Decrypt what pt_seal() made with any of the keys.
 * @param keys the present one first; ends with an empty id
 * @return the text, or NULL: another place, a lost key, or changed bytes
 */
const char *pt_unseal(apr_pool_t *p, const pt_seal_key_t *keys,
                      const char *place, const char *sealed);

/** Was it sealed with this key? If not, it is time to seal it anew. */
int pt_seal_is_of(const char *sealed, const pt_seal_key_t *key);
#endif
