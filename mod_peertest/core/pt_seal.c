/* SPDX-License-Identifier: Apache-2.0 */
/* pt_seal.c - personal fields at rest: AES-256-GCM, bound to their place. */

#include "core/pt_seal.h"
#include "core/pt_crypto.h"

#include <apr_strings.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#define NONCE_BYTES 12
#define TAG_BYTES 16

void pt_seal_name(pt_seal_key_t *key)
{
    unsigned char digest[PT_SHA256_BYTES];
    static const char digits[] = "0123456789abcdef";
    int i;

    pt_sha256(digest, key->bytes, sizeof(key->bytes));
    for (i = 0; i < PT_SEAL_ID_LEN / 2; i++) {
        key->id[2 * i] = digits[digest[i] >> 4];
        key->id[2 * i + 1] = digits[digest[i] & 15];
    }
    key->id[PT_SEAL_ID_LEN] = '\0';
}

int pt_seal_is_of(const char *sealed, const pt_seal_key_t *key)
{
    return !strncmp(sealed, key->id, PT_SEAL_ID_LEN)
           && sealed[PT_SEAL_ID_LEN] == '.';
}

/* A cipher that has been told key, nonce and place. @param encrypt 1 or 0
 * @return NULL where the library fails */
static EVP_CIPHER_CTX *cipher_begin(const pt_seal_key_t *key,
                                    const unsigned char *nonce,
                                    const char *place, int encrypt)
{
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
    int len;

    if (cipher
        && EVP_CipherInit_ex(cipher, EVP_aes_256_gcm(), NULL, key->bytes, nonce,
                             encrypt)
        && EVP_CipherUpdate(cipher, NULL, &len, (const unsigned char *)place,
                            (int)strlen(place)))
        return cipher;
    EVP_CIPHER_CTX_free(cipher);
    return NULL;
}

const char *pt_seal(apr_pool_t *p, const pt_seal_key_t *key, const char *place,
                    const char *text)
{
    const int text_len = (int)strlen(text);
    unsigned char *out =
        apr_palloc(p, NONCE_BYTES + (apr_size_t)text_len + TAG_BYTES);
    EVP_CIPHER_CTX *cipher;
    int len, end_len;

    pt_random(out, NONCE_BYTES);
    cipher = cipher_begin(key, out, place, 1);
    /* Nothing may be stored unencrypted because the library is broken. */
    if (!cipher
        || !EVP_EncryptUpdate(cipher, out + NONCE_BYTES, &len,
                              (const unsigned char *)text, text_len)
        || !EVP_EncryptFinal_ex(cipher, out + NONCE_BYTES + len, &end_len)
        || !EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, TAG_BYTES,
                                out + NONCE_BYTES + text_len))
        abort();
    EVP_CIPHER_CTX_free(cipher);
    return apr_pstrcat(
        p, key->id, ".",
        pt_b64url(p, out, NONCE_BYTES + (apr_size_t)text_len + TAG_BYTES),
        NULL);
}

/* @return the text, or NULL when the tag says that it is not what it was */
static const char *unseal_with(apr_pool_t *p, const pt_seal_key_t *key,
                               const char *place, unsigned char *bytes,
                               int text_len)
{
    unsigned char *text = apr_pcalloc(p, (apr_size_t)text_len + 1);
    EVP_CIPHER_CTX *cipher = cipher_begin(key, bytes, place, 0);
    int len, end_len, fine;

    fine =
        cipher
        && EVP_DecryptUpdate(cipher, text, &len, bytes + NONCE_BYTES, text_len)
        && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, TAG_BYTES,
                               bytes + NONCE_BYTES + text_len)
        && EVP_DecryptFinal_ex(cipher, text + len, &end_len) > 0;
    EVP_CIPHER_CTX_free(cipher);
    if (fine)
        return (const char *)text;
    OPENSSL_cleanse(text, (size_t)text_len);
    return NULL;
}

const char *pt_unseal(apr_pool_t *p, const pt_seal_key_t *keys,
                      const char *place, const char *sealed)
{
    unsigned char *bytes;
    apr_size_t len;

    while (*keys->id && !pt_seal_is_of(sealed, keys))
        keys++;
    if (!*keys->id)
        return NULL;
    bytes = pt_b64url_decode(p, &len, sealed + PT_SEAL_ID_LEN + 1);
    if (!bytes || len < NONCE_BYTES + TAG_BYTES)
        return NULL;
    return unseal_with(p, keys, place, bytes,
                       (int)len - NONCE_BYTES - TAG_BYTES);
}
