/* SPDX-License-Identifier: Apache-2.0 */
/* pt_crypto.c - hashes, HMAC, random and passwords. */

#include "core/pt_crypto.h"

#include "core/pt_json.h"
#include "core/pt_text.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <crypt.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>

#define SALT_BYTES 16 /* of bcrypt */
#define SUFFIX_MAX 4  /* "password2026", "letmein!!" */

/* A failure here is no input's fault: the library or its memory is broken. */
static void must(int fine)
{
    if (!fine)
        abort();
}

/* One of each thread: looking an algorithm up anew costs more than a short hash
 * itself (OpenSSL 3, crypto(7), "Performance"). */
static EVP_MD_CTX *sha256_context(void)
{
    static __thread EVP_MD_CTX *context;
    EVP_MD *sha256;

    if (context)
        return context;
    must((sha256 = EVP_MD_fetch(NULL, "SHA256", NULL)) != NULL);
    must((context = EVP_MD_CTX_new()) != NULL);
    must(EVP_DigestInit_ex2(context, sha256, NULL));
    EVP_MD_free(sha256);
    return context;
}

void pt_sha256(unsigned char out[PT_SHA256_BYTES], const void *data,
               apr_size_t len)
{
    EVP_MD_CTX *context = sha256_context();

    /* Without a digest: the one that it has. */
    must(EVP_DigestInit_ex2(context, NULL, NULL));
    must(EVP_DigestUpdate(context, data, len));
    must(EVP_DigestFinal_ex(context, out, NULL));
}

static const char hex_digits[] = "0123456789abcdef";

const char *pt_hex(apr_pool_t *p, const unsigned char *data, apr_size_t len)
{
    char *out = apr_palloc(p, len * 2 + 1);
    apr_size_t i;

    for (i = 0; i < len; i++) {
        out[i * 2] = hex_digits[data[i] >> 4];
        out[i * 2 + 1] = hex_digits[data[i] & 15];
    }
    out[len * 2] = '\0';
    return out;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int pt_unhex(unsigned char *out, apr_size_t room, const char *hex)
{
    int n;

    for (n = 0; hex && *hex; n++, hex += 2) {
        int high = hex_digit(hex[0]);
        int low = high < 0 ? -1 : hex_digit(hex[1]);

        if (low < 0 || (apr_size_t)n == room)
            return -1;
        out[n] = (unsigned char)(high << 4 | low);
    }
    return n;
}

/* Fetching the algorithm costs ten times what the MAC of a token does, so each
 * thread does it once; the context lives as long as its thread, which is as
 * long as the child. */
static EVP_MAC_CTX *hmac_context(void)
{
    static __thread EVP_MAC_CTX *context;
    char digest[] = "SHA256";
    OSSL_PARAM params[] = {
        OSSL_PARAM_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 6),
        OSSL_PARAM_END};
    EVP_MAC *mac;

    if (context)
        return context;
    must((mac = EVP_MAC_fetch(NULL, "HMAC", NULL)) != NULL);
    must((context = EVP_MAC_CTX_new(mac)) != NULL);
    must(EVP_MAC_CTX_set_params(context, params));
    EVP_MAC_free(mac);
    return context;
}

void pt_hmac_sha256(unsigned char out[PT_SHA256_BYTES],
                    const unsigned char *key, apr_size_t key_len,
                    const void *data, apr_size_t len)
{
    EVP_MAC_CTX *context = hmac_context();
    size_t out_len = 0;

    must(EVP_MAC_init(context, key, key_len, NULL));
    must(EVP_MAC_update(context, data, len));
    must(EVP_MAC_final(context, out, &out_len, PT_SHA256_BYTES));
}

int pt_equal(const void *a, apr_size_t a_len, const void *b, apr_size_t b_len)
{
    return a_len == b_len && CRYPTO_memcmp(a, b, a_len) == 0;
}

void pt_random(unsigned char *out, apr_size_t len)
{
    must(RAND_bytes(out, (int)len) == 1);
}

/* --- Base64 --- */

const char *pt_b64(apr_pool_t *p, const unsigned char *data, apr_size_t len)
{
    char *out = apr_palloc(p, (len + 2) / 3 * 4 + 1);

    EVP_EncodeBlock((unsigned char *)out, data, (int)len);
    return out;
}

const char *pt_b64url(apr_pool_t *p, const unsigned char *data, apr_size_t len)
{
    char *out = apr_palloc(p, (len + 2) / 3 * 4 + 1), *c;

    EVP_EncodeBlock((unsigned char *)out, data, (int)len);
    for (c = out; *c && *c != '='; c++)
        *c = *c == '+' ? '-' : *c == '/' ? '_' : *c;
    *c = '\0';
    return out;
}

/* The six bits of a base64url character, or -1. */
static int b64url_bits(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

unsigned char *pt_b64url_decode(apr_pool_t *p, apr_size_t *len, const char *s)
{
    unsigned char *out = apr_palloc(p, strlen(s) / 4 * 3 + 3);
    unsigned bits = 0;
    int have = 0;
    apr_size_t n = 0;

    for (; *s; s++) {
        int value = b64url_bits(*s);

        if (value < 0)
            return NULL;
        bits = (bits << 6 | (unsigned)value) & 0xFFFF;
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[n++] = (unsigned char)(bits >> have);
        }
    }
    /* One character left over is no byte, and spare bits must be zero: each
     * value has one spelling. */
    if (have == 6 || (bits & ((1u << have) - 1)))
        return NULL;
    out[n] = '\0';
    *len = n;
    return out;
}

/* --- Passwords --- */

/* What bcrypt is given: 44 characters, so that its limit of 72 bytes cuts
 * nothing off, and of no use without the pepper. */
static char *password_digest(apr_pool_t *p, const unsigned char *pepper,
                             const char *password)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text;

    pt_hmac_sha256(mac, pepper, PT_SHA256_BYTES, password, strlen(password));
    text = pt_b64(p, mac, sizeof(mac));
    OPENSSL_cleanse(mac, sizeof(mac));
    return (char *)text;
}

/* Run bcrypt. @return the hash in p, or NULL for a setting that is none */
static const char *password_crypt(apr_pool_t *p, const unsigned char *pepper,
                                  const char *password, const char *setting)
{
    struct crypt_data *data = apr_pcalloc(p, sizeof(*data)); /* 32 kB */
    char *digest = password_digest(p, pepper, password);
    const char *hash = crypt_r(digest, setting, data);

    hash = hash && hash[0] == '$' ? apr_pstrdup(p, hash) : NULL;
    OPENSSL_cleanse(digest, strlen(digest));
    OPENSSL_cleanse(data, sizeof(*data));
    return hash;
}

pt_err_t *pt_password_hash(apr_pool_t *p, const char **hash,
                           const unsigned char *pepper, const char *password,
                           int cost)
{
    unsigned char salt[SALT_BYTES];
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    const char *made;

    pt_random(salt, sizeof(salt));
    if (!crypt_gensalt_rn("$2b$", (unsigned long)cost, (const char *)salt,
                          sizeof(salt), setting, sizeof(setting))
        || !(made = password_crypt(p, pepper, password, setting)))
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "bcrypt of cost %d is not available", cost);
    *hash = made;
    return PT_OK;
}

int pt_password_matches(apr_pool_t *p, const unsigned char *pepper,
                        const char *password, const char *hash)
{
    const char *made = password_crypt(p, pepper, password, hash);

    return made && pt_equal(made, strlen(made), hash, strlen(hash));
}

int pt_password_cost(const char *hash)
{
    if (strncmp(hash, "$2b$", 4) || !apr_isdigit(hash[4])
        || !apr_isdigit(hash[5]) || hash[6] != '$')
        return 0;
    return (hash[4] - '0') * 10 + (hash[5] - '0');
}

static const char *const common_passwords[] = {
#define PT_COMMON(password) password,
#include "core/common_passwords.def"
#undef PT_COMMON
};

static int is_listed(const char *s, apr_size_t len)
{
    size_t i;

    for (i = 0; i < sizeof(common_passwords) / sizeof(common_passwords[0]);
         i++) {
        if (strlen(common_passwords[i]) == len
            && !memcmp(common_passwords[i], s, len))
            return 1;
    }
    return 0;
}

/* "aaaaaaaa", "12345678", "hgfedcba": each character follows the one before by
 * the same step of at most one. */
static int is_run(const char *s)
{
    int step = s[0] && s[1] ? s[1] - s[0] : 0;

    if (step < -1 || step > 1)
        return 0;
    for (; s[0] && s[1]; s++) {
        if (s[1] - s[0] != step)
            return 0;
    }
    return 1;
}

int pt_password_is_common(const char *password)
{
    char lower[64];
    apr_size_t len = strlen(password), i;

    if (is_run(password))
        return 1;
    if (len >= sizeof(lower))
        return 0;
    for (i = 0; i <= len; i++)
        lower[i] = apr_tolower(password[i]);
    if (is_listed(lower, len))
        return 1;
    for (i = 0; i < SUFFIX_MAX && len && !apr_isalpha(lower[len - 1]); i++) {
        if (is_listed(lower, --len))
            return 1;
    }
    return 0;
}
