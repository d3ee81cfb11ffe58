/* SPDX-License-Identifier: Apache-2.0 */
/* pt_signature.c - signatures of webhooks. */

#include "core/pt_signature.h"
#include "core/pt_crypto.h"

#include <apr_strings.h>
#include <string.h>

#define SIGNATURES_MAX 8
#define HEX_LEN (2 * PT_SHA256_BYTES)
#define TIME_DIGITS_MAX 12

typedef struct {
    const char *time; /* its digits, as they were signed */
    const char *v1[SIGNATURES_MAX];
    int count;
} signature_t;

static int is_number(const char *s)
{
    apr_size_t len = strlen(s);

    return len > 0 && len <= TIME_DIGITS_MAX && strspn(s, "0123456789") == len;
}

/* Schemes that we do not know are passed over.
 * @return 0 for anything but one time and some signatures */
static int signature_parse(signature_t *sig, apr_pool_t *p, const char *header)
{
    char *state, *part;

    memset(sig, 0, sizeof(*sig));
    for (part = apr_strtok(apr_pstrdup(p, header), ", ", &state); part;
         part = apr_strtok(NULL, ", ", &state)) {
        if (!strncmp(part, "t=", 2)) {
            if (sig->time || !is_number(part + 2))
                return 0;
            sig->time = part + 2;
        }
        else if (!strncmp(part, "v1=", 3)) {
            if (sig->count == SIGNATURES_MAX || strlen(part + 3) != HEX_LEN)
                return 0;
            sig->v1[sig->count++] = part + 3;
        }
    }
    return sig->time && sig->count;
}

static const char *expected_hex(apr_pool_t *p, const char *secret,
                                const char *signed_bytes, apr_size_t len)
{
    unsigned char mac[PT_SHA256_BYTES];

    pt_hmac_sha256(mac, (const unsigned char *)secret, strlen(secret),
                   signed_bytes, len);
    return pt_hex(p, mac, sizeof(mac));
}

/* Every secret and every signature is compared, whatever matched before. */
static int signature_matches(const signature_t *sig, apr_pool_t *p,
                             const char *body, apr_size_t body_len,
                             const char *const *secret)
{
    apr_size_t time_len = strlen(sig->time), len = time_len + 1 + body_len;
    char *signed_bytes = apr_palloc(p, len);
    int i, matches = 0;

    memcpy(signed_bytes, sig->time, time_len);
    signed_bytes[time_len] = '.';
    if (body_len)
        memcpy(signed_bytes + time_len + 1, body, body_len);
    for (; *secret; secret++) {
        const char *expected = expected_hex(p, *secret, signed_bytes, len);

        for (i = 0; i < sig->count; i++)
            matches |= pt_equal(expected, HEX_LEN, sig->v1[i], HEX_LEN);
    }
    return matches;
}

const char *pt_signature_result(apr_pool_t *p, const char *header,
                                const char *body, apr_size_t len,
                                const char *const *secrets, apr_int64_t now,
                                apr_int64_t tolerance)
{
    signature_t sig;
    apr_int64_t age;

    if (!header)
        return "missing";
    if (!signature_parse(&sig, p, header))
        return "malformed";
    if (!signature_matches(&sig, p, body, len, secrets))
        return "bad";
    age = now - apr_atoi64(sig.time);
    return age > tolerance || age < -tolerance ? "stale" : "good";
}
