/* SPDX-License-Identifier: Apache-2.0 */
/* access_fuzz.c - access tokens: as they come, and with claims that are signed.
 */

#include "core/pt_access.h"
#include "core/pt_crypto.h"
#include "core/pt_text.h"
#include "fuzz.h"

#include <apr_strings.h>

#define ISSUER "https://fuzz.example"
#define NOW 1800000000

static const unsigned char key[PT_SHA256_BYTES] = {1, 2, 3, 4};

static void verify(apr_pool_t *p, const char *token)
{
    pt_access_t claims = {NULL};

    if (pt_access_verify(p, &claims, key, ISSUER, token, NOW))
        return;
    PROMISE(pt_text_is_uuid(claims.account_id));
    PROMISE(pt_text_is_uuid(claims.session_id));
    PROMISE(claims.expires_at >= NOW - 30);
}

/* The input behind our own header, signed: so that claims are reached. */
static const char *signed_token(apr_pool_t *p, const char *text)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *payload =
        pt_b64url(p, (const unsigned char *)text, strlen(text));
    const char *head = apr_pstrcat(
        p, "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.", payload, NULL);

    pt_hmac_sha256(mac, key, sizeof(key), head, strlen(head));
    return apr_pstrcat(p, head, ".", pt_b64url(p, mac, sizeof(mac)), NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);

    verify(p, text);
    verify(p, signed_token(p, text));
    free(text);
    apr_pool_destroy(p);
    return 0;
}
