/* SPDX-License-Identifier: Apache-2.0 */
/* signature_test.c - signatures of webhooks. */

#include "core/pt_crypto.h"
#include "core/pt_signature.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

#define NOW 1800000000
#define BODY "{\"id\":\"evt_1\"}"

static const char *const secrets[] = {"whsec_new", "whsec_old", NULL};

/* The hex that a secret makes of a time and the body. */
static const char *hex_of(apr_pool_t *p, const char *secret, const char *time)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text = apr_pstrcat(p, time, ".", BODY, NULL);

    pt_hmac_sha256(mac, (const unsigned char *)secret, strlen(secret), text,
                   strlen(text));
    return pt_hex(p, mac, sizeof(mac));
}

static const char *judge(apr_pool_t *p, const char *header, const char *body)
{
    return pt_signature_result(p, header, body, strlen(body), secrets, NOW,
                               300);
}

static const char *judge_at(apr_pool_t *p, const char *secret, const char *time)
{
    return judge(
        p, apr_pstrcat(p, "t=", time, ",v1=", hex_of(p, secret, time), NULL),
        BODY);
}

static void test_headers(apr_pool_t *p)
{
    const char *good = hex_of(p, "whsec_new", "1800000000");
    const char *other = hex_of(p, "whsec_x", "1800000000");
    const char *t = "t=1800000000";

    is(judge(p, NULL, BODY), "missing", "no header");
    is(judge(p, "", BODY), "malformed", "an empty one");
    is(judge(p, t, BODY), "malformed", "no signature");
    is(judge(p, apr_pstrcat(p, "v1=", good, NULL), BODY), "malformed",
       "no time");
    is(judge(p, apr_pstrcat(p, t, ",", t, ",v1=", good, NULL), BODY),
       "malformed", "two times");
    is(judge(p, apr_pstrcat(p, "t=18e8,v1=", good, NULL), BODY), "malformed",
       "a time in other words");
    is(judge(p, apr_pstrcat(p, t, ",v1=", good, "00", NULL), BODY), "malformed",
       "a signature that is too long");
    is(judge(p, apr_pstrcat(p, t, ",v0=", good, NULL), BODY), "malformed",
       "another scheme alone");
    is(judge(p, apr_pstrcat(p, t, ",v1=", other, NULL), BODY), "bad",
       "a secret that is not ours");
    is(judge(p, apr_pstrcat(p, t, ",v1=", good, NULL), BODY " "), "bad",
       "one more byte");
    is(judge(p, apr_pstrcat(p, t, ", v0=x, v1=", other, ",v1=", good, NULL),
             BODY),
       "good", "the right one among others");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    is(judge_at(p, "whsec_new", "1800000000"), "good", "the new secret");
    is(judge_at(p, "whsec_old", "1800000000"), "good", "the old one");
    is(judge_at(p, "whsec_new", "1799999700"), "good", "300 seconds ago");
    is(judge_at(p, "whsec_new", "1799999699"), "stale", "longer ago");
    is(judge_at(p, "whsec_new", "1800000300"), "good", "300 seconds ahead");
    is(judge_at(p, "whsec_new", "1800000301"), "stale", "further ahead");
    test_headers(p);
    return done_testing();
}
