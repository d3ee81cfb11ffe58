/* SPDX-License-Identifier: Apache-2.0 */
/* pt_digest.c - hashes of what comes piece by piece. The only file that uses
 * the low-level functions of libcrypto: the others keep their state to
 * themselves (docs/decisions/0028-hash-put-aside.md). */

#define OPENSSL_SUPPRESS_DEPRECATED

#include "core/pt_digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

#define WORDS 8
#define FIXED (WORDS * 4 + 8) /* bytes of the state before the tail */

struct pt_digest_t {
    SHA256_CTX sha;
    apr_uint64_t count;
    unsigned char tail[SHA256_CBLOCK]; /* bytes that fill no block yet */
};

struct pt_checksum_t {
    EVP_MD_CTX *ctx;
    apr_size_t size;
};

static void put_number(unsigned char *out, apr_uint64_t n, int bytes)
{
    while (bytes--) {
        out[bytes] = (unsigned char)n;
        n >>= 8;
    }
}

static apr_uint64_t number_at(const unsigned char *in, int bytes)
{
    apr_uint64_t n = 0;

    while (bytes--)
        n = n << 8 | *in++;
    return n;
}

/* @return 1 when the state is one, and of so many bytes */
static int restore(pt_digest_t *digest, const char *state, apr_uint64_t count)
{
    unsigned char bytes[FIXED + SHA256_CBLOCK];
    int len = pt_unhex(bytes, sizeof(bytes), state), i;

    if (len != FIXED + (int)(count % SHA256_CBLOCK)
        || number_at(bytes + WORDS * 4, 8) != count)
        return 0;
    for (i = 0; i < WORDS; i++)
        digest->sha.h[i] = (SHA_LONG)number_at(bytes + i * 4, 4);
    /* Bits of the whole blocks, in two words; the tail is added as new. */
    digest->count = count - count % SHA256_CBLOCK;
    digest->sha.Nl = (SHA_LONG)(digest->count << 3);
    digest->sha.Nh = (SHA_LONG)(digest->count >> 29);
    pt_digest_add(digest, bytes + FIXED, (apr_size_t)(len - FIXED));
    return 1;
}

pt_err_t *pt_digest_open(pt_digest_t **digest, apr_pool_t *p, const char *state,
                         apr_int64_t count)
{
    pt_digest_t *made = apr_pcalloc(p, sizeof(*made));

    SHA256_Init(&made->sha);
    if (state ? !restore(made, state, (apr_uint64_t)count) : count != 0)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "the state of a hash does not fit");
    *digest = made;
    return PT_OK;
}

/* Remember the bytes behind the last whole block. */
static void keep_tail(pt_digest_t *digest, const unsigned char *data,
                      apr_size_t len)
{
    apr_size_t had = digest->count % SHA256_CBLOCK;
    apr_size_t left = (had + len) % SHA256_CBLOCK;

    if (had + len < SHA256_CBLOCK)
        memcpy(digest->tail + had, data, len);
    else
        memcpy(digest->tail, data + len - left, left);
}

void pt_digest_add(pt_digest_t *digest, const void *data, apr_size_t len)
{
    keep_tail(digest, data, len);
    SHA256_Update(&digest->sha, data, len);
    digest->count += len;
}

const char *pt_digest_state(const pt_digest_t *digest, apr_pool_t *p)
{
    unsigned char bytes[FIXED + SHA256_CBLOCK];
    apr_size_t left = digest->count % SHA256_CBLOCK;
    int i;

    for (i = 0; i < WORDS; i++)
        put_number(bytes + i * 4, digest->sha.h[i], 4);
    put_number(bytes + WORDS * 4, digest->count, 8);
    memcpy(bytes + FIXED, digest->tail, left);
    return pt_hex(p, bytes, FIXED + left);
}

void pt_digest_value(unsigned char out[PT_SHA256_BYTES],
                     const pt_digest_t *digest)
{
    SHA256_CTX copy = digest->sha;

    SHA256_Final(out, &copy);
}

/* --- Checksums of pieces --- */

static apr_status_t checksum_free(void *ctx)
{
    EVP_MD_CTX_free(ctx);
    return APR_SUCCESS;
}

static const EVP_MD *algorithm_of(const char *name)
{
    if (!strcmp(name, "sha256"))
        return EVP_sha256();
    if (!strcmp(name, "sha1"))
        return EVP_sha1();
    return strcmp(name, "md5") ? NULL : EVP_md5();
}

pt_checksum_t *pt_checksum_open(apr_pool_t *p, const char *name)
{
    const EVP_MD *algorithm = algorithm_of(name);
    pt_checksum_t *made;

    if (!algorithm)
        return NULL;
    made = apr_pcalloc(p, sizeof(*made));
    made->ctx = EVP_MD_CTX_new();
    if (!made->ctx)
        abort();
    apr_pool_cleanup_register(p, made->ctx, checksum_free,
                              apr_pool_cleanup_null);
    if (EVP_DigestInit_ex(made->ctx, algorithm, NULL) != 1)
        return NULL;
    made->size = (apr_size_t)EVP_MD_get_size(algorithm);
    return made;
}

apr_size_t pt_checksum_size(const pt_checksum_t *checksum)
{
    return checksum->size;
}

void pt_checksum_add(pt_checksum_t *checksum, const void *data, apr_size_t len)
{
    EVP_DigestUpdate(checksum->ctx, data, len);
}

int pt_checksum_is(pt_checksum_t *checksum, const unsigned char *wanted)
{
    unsigned char value[EVP_MAX_MD_SIZE];
    unsigned len = 0;

    return EVP_DigestFinal_ex(checksum->ctx, value, &len) == 1
           && pt_equal(value, len, wanted, checksum->size);
}
