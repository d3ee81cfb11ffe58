/* SPDX-License-Identifier: Apache-2.0 */
/* crypto_test.c - published vectors, and every way an access token or a
 * password can be wrong. */

#include "core/pt_access.h"
#include "core/pt_crypto.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

#define ISSUER "https://test.example"
#define ACCOUNT "0190d3a2-7c1e-7abc-8def-0123456789ab"
#define SESSION "0190d3a2-7c1e-7abc-8def-0123456789cd"
#define NOW 1800000000

static apr_pool_t *p;
static unsigned char key[PT_SHA256_BYTES]; /* 0, 1, 2 ... 31 */

static const char *hmac_hex(const void *k, apr_size_t k_len, const char *text)
{
    unsigned char mac[PT_SHA256_BYTES];

    pt_hmac_sha256(mac, k, k_len, text, strlen(text));
    return pt_hex(p, mac, sizeof(mac));
}

static void check_digests(void)
{
    unsigned char digest[PT_SHA256_BYTES];
    unsigned char long_key[131];

    pt_sha256(digest, "abc", 3); /* FIPS 180-4's example */
    is(pt_hex(p, digest, sizeof(digest)),
       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
       "SHA-256 of abc");
    pt_sha256(digest, "", 0);
    is(pt_hex(p, digest, sizeof(digest)),
       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "SHA-256 of nothing");
    /* RFC 4231, test cases 2 and 6. */
    is(hmac_hex("Jefe", 4, "what do ya want for nothing?"),
       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
       "HMAC with a short key");
    memset(long_key, 0xaa, sizeof(long_key));
    is(hmac_hex(long_key, sizeof(long_key),
                "Test Using Larger Than Block-Size Key - Hash Key First"),
       "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
       "HMAC with a long key");
    is(hmac_hex("Jefe", 4, "what do ya want for nothing?"),
       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
       "HMAC with the first key again");
}

static void check_base64(void)
{
    static const struct {
        const char *plain, *b64, *b64url;
    } cases[] = {
        /* RFC 4648, section 10. */
        {"", "", ""},
        {"f", "Zg==", "Zg"},
        {"fo", "Zm8=", "Zm8"},
        {"foo", "Zm9v", "Zm9v"},
        {"foobar", "Zm9vYmFy", "Zm9vYmFy"},
        {"\xfb\xff\xbf", "+/+/", "-_-_"},
    };
    static const char *const broken[] = {"Z",    "Zm9vY", "Zg==", "Zm+v",
                                         "Zm 9", "Zh",    "Zm9"};
    unsigned char *bytes;
    apr_size_t len, i;

    for (i = 0; i < LENGTH(cases); i++) {
        const unsigned char *plain = (const unsigned char *)cases[i].plain;

        is(pt_b64(p, plain, strlen(cases[i].plain)), cases[i].b64, "base64");
        is(pt_b64url(p, plain, strlen(cases[i].plain)), cases[i].b64url,
           "base64url");
        bytes = pt_b64url_decode(p, &len, cases[i].b64url);
        ok(bytes && pt_equal(bytes, len, plain, strlen(cases[i].plain)),
           "and back");
    }
    for (i = 0; i < LENGTH(broken); i++)
        ok(!pt_b64url_decode(p, &len, broken[i]),
           apr_psprintf(p, "no base64url: %s", broken[i]));
}

static void check_small_things(void)
{
    unsigned char a[16], b[16];

    ok(pt_equal("abc", 3, "abc", 3), "equal");
    ok(!pt_equal("abc", 3, "abd", 3), "not equal");
    ok(!pt_equal("abc", 3, "ab", 2), "not of equal length");
    pt_random(a, sizeof(a));
    pt_random(b, sizeof(b));
    ok(memcmp(a, b, sizeof(a)), "random bytes differ");
}

/* A token of any header and claims, well signed. */
static const char *token_of(const char *header, const char *claims)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text = apr_pstrcat(
        p, pt_b64url(p, (const unsigned char *)header, strlen(header)), ".",
        pt_b64url(p, (const unsigned char *)claims, strlen(claims)), NULL);

    pt_hmac_sha256(mac, key, sizeof(key), text, strlen(text));
    return apr_pstrcat(p, text, ".", pt_b64url(p, mac, sizeof(mac)), NULL);
}

static int is_refused(const char *token, apr_int64_t now)
{
    pt_access_t claims = {.account_id = "untouched"};
    pt_err_t *err = pt_access_verify(p, &claims, key, ISSUER, token, now);

    return err && err->problem == PT_P_UNAUTHORIZED
           && !strcmp(claims.account_id, "untouched");
}

#define HEADER "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}"
#define CLAIMS(iss, aud, sub, sid, rest) \
    "{\"iss\":\"" iss "\",\"aud\":\"" aud "\",\"sub\":\"" sub \
    "\",\"sid\":\"" sid "\"," rest "}"
#define REST "\"roles\":3,\"iat\":1800000000,\"exp\":1800000900"
#define GOOD CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION, REST)

static void check_refused_tokens(void)
{
    static const struct {
        const char *name, *header, *claims;
    } cases[] = {
        {"alg none", "{\"alg\":\"none\",\"typ\":\"at+jwt\"}", GOOD},
        {"another algorithm", "{\"alg\":\"HS512\",\"typ\":\"at+jwt\"}", GOOD},
        {"another type", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", GOOD},
        {"no type", "{\"alg\":\"HS256\"}", GOOD},
        {"a key named by the token",
         "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"1\"}", GOOD},
        {"another issuer", HEADER,
         CLAIMS("https://evil.example", ISSUER "/api/v1", ACCOUNT, SESSION,
                REST)},
        {"another audience", HEADER,
         CLAIMS(ISSUER, "https://other.example", ACCOUNT, SESSION, REST)},
        {"a subject that is no id", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", "admin", SESSION, REST)},
        {"a session that is no id", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, "", REST)},
        {"no roles", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                "\"iat\":1800000000,\"exp\":1800000900")},
        {"roles as text", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                "\"roles\":\"3\",\"iat\":1800000000,\"exp\":1800000900")},
        {"no expiry", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                "\"roles\":3,\"iat\":1800000000")},
        {"an expiry that is real", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                "\"roles\":3,\"iat\":1800000000,\"exp\":1800000900.5")},
        {"no time of issue", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                "\"roles\":3,\"exp\":1800000900")},
        {"a claim twice", HEADER,
         CLAIMS(ISSUER, ISSUER "/api/v1", ACCOUNT, SESSION,
                REST ",\"sub\":\"" ACCOUNT "\"")},
        {"no subject", HEADER,
         "{\"iss\":\"" ISSUER "\",\"aud\":\"" ISSUER
         "/api/v1\",\"sid\":\"" SESSION "\"," REST "}"},
        {"no claims", HEADER, "{}"},
        {"claims that are no object", HEADER, "[]"},
        {"claims that are no JSON", HEADER, "roles"},
    };
    const char *good = token_of(HEADER, GOOD), *dot = strrchr(good, '.');
    char *changed = apr_pstrdup(p, good);
    size_t i;

    for (i = 0; i < LENGTH(cases); i++)
        ok(is_refused(token_of(cases[i].header, cases[i].claims), NOW),
           apr_psprintf(p, "refused: %s", cases[i].name));
    changed[dot - good - 2] ^= 1;
    ok(is_refused(changed, NOW), "refused: a changed claim");
    ok(is_refused(apr_pstrmemdup(p, good, (apr_size_t)(dot - good)), NOW),
       "refused: no signature");
    ok(is_refused(apr_pstrmemdup(p, good, (apr_size_t)(dot - good) + 1), NOW),
       "refused: an empty signature");
    ok(is_refused(apr_pstrcat(p, good, "A", NULL), NOW),
       "refused: a longer signature");
    ok(is_refused("", NOW), "refused: nothing");
    ok(is_refused("..", NOW), "refused: two dots");
    ok(is_refused("a.b.c", NOW), "refused: three letters");
    ok(is_refused(good, NOW + 930), "refused: 30 seconds after its end");
    ok(is_refused(good, NOW - 31), "refused: from the future");
    ok(!is_refused(good, NOW + 929), "taken: within the leeway after its end");
    ok(!is_refused(good, NOW - 30),
       "taken: within the leeway before its start");
}

/* What a thread remembers of a token must not be all that counts. */
static void check_remembered_tokens(void)
{
    const char *good = token_of(HEADER, GOOD);
    unsigned char other_key[PT_SHA256_BYTES] = {1};
    char *forged = apr_pstrdup(p, good);
    pt_access_t got;

    ok(!is_refused(good, NOW), "taken: a good token");
    ok(!pt_access_verify(p, &got, key, ISSUER, good, NOW + 60),
       "taken: the same again");
    is(got.account_id, ACCOUNT, "with its account");
    ok(got.roles == 3 && got.expires_at == NOW + 900, "roles and times");
    ok(is_refused(good, NOW + 930), "refused: the same after its end");
    ok(pt_access_verify(p, &got, other_key, ISSUER, good, NOW) != PT_OK,
       "refused: the same where another key signs");
    ok(pt_access_verify(p, &got, key, "https://other.example", good, NOW)
           != PT_OK,
       "refused: the same at another site");
    ok(!is_refused(good, NOW), "taken: the same once more");
    forged[strlen(token_of(HEADER, "{}")) / 2] ^= 1;
    ok(is_refused(forged, NOW), "refused: another with the same end");
}

static void check_tokens(void)
{
    const pt_access_t made = {.account_id = ACCOUNT,
                              .session_id = SESSION,
                              .roles = 3,
                              .issued_at = NOW,
                              .expires_at = NOW + 900};
    const char *token = pt_access_sign(p, key, ISSUER, &made);
    unsigned char other_key[PT_SHA256_BYTES] = {1};
    pt_access_t got;
    pt_err_t *err;

    is(token, token_of(HEADER, GOOD), "made as the RFCs say");
    ok(!pt_access_verify(p, &got, key, ISSUER, token, NOW), "verified");
    is(got.account_id, ACCOUNT, "the account");
    is(got.session_id, SESSION, "the session");
    ok(got.roles == 3 && got.issued_at == NOW && got.expires_at == NOW + 900,
       "roles and times");
    err = pt_access_verify(p, &got, other_key, ISSUER, token, NOW);
    ok(err && err->problem == PT_P_UNAUTHORIZED, "refused: another key");
    check_refused_tokens();
    check_remembered_tokens();
}

static void check_hashes(void)
{
    static const unsigned char other_pepper[PT_SHA256_BYTES] = {7};
    const char *hash, *again, *of_long;
    char text[130];

    ok(!pt_password_hash(p, &hash, key, "correct horse \xc3\xbc", 4),
       "a password is hashed");
    ok(strlen(hash) == 60 && !strncmp(hash, "$2b$04$", 7), "by bcrypt");
    ok(pt_password_cost(hash) == 4, "at the cost asked for");
    ok(pt_password_matches(p, key, "correct horse \xc3\xbc", hash), "matches");
    ok(!pt_password_matches(p, key, "correct horse u", hash),
       "another does not");
    ok(!pt_password_matches(p, key, "", hash), "nor does none");
    ok(!pt_password_matches(p, other_pepper, "correct horse \xc3\xbc", hash),
       "nor with another pepper");
    pt_password_hash(p, &again, key, "correct horse \xc3\xbc", 4);
    ok(strcmp(hash, again), "each hash has its own salt");
    /* Made by another implementation of the same three steps. */
    ok(pt_password_matches(
           p, key, "correct horse \xc3\xbc",
           "$2b$04$abcdefghijklmnopqrstuuZjmAZtPFr6sh.zLDXqMTv2cplh9OxEy"),
       "the stored form is what it says");

    memset(text, 'a', sizeof(text));
    text[128] = '\0';
    pt_password_hash(p, &of_long, key, text, 4);
    text[127] = 'b';
    ok(!pt_password_matches(p, key, text, of_long),
       "the 128th character counts, too");
    ok(!pt_password_matches(p, key, "x", ""), "an empty hash matches nothing");
    ok(!pt_password_matches(p, key, "x", "*0"), "nor does a locked one");
    ok(!pt_password_matches(p, key, "x", "$2b$04$short"), "nor a broken one");
    ok(pt_password_cost("$2b$12$x") == 12, "cost 12");
    ok(pt_password_cost("$1$abc") == 0 && pt_password_cost("") == 0
           && pt_password_cost("$2b$1") == 0,
       "no cost without bcrypt");
    ok(pt_password_hash(p, &hash, key, "x", 3) != NULL,
       "cost 3 does not exist");
}

static void check_common_passwords(void)
{
    static const struct {
        const char *password;
        int common;
    } cases[] = {
        {"password", 1},
        {"PassWord", 1},
        {"password1!", 1},
        {"letmein2026", 1},
        {"12345678", 1},
        {"87654321", 1},
        {"aaaaaaaaaaaa", 1},
        {"abcdefgh", 1},
        {"11111111", 1},
        {"peertest", 1},
        {"PeerTestHub!", 1},
        {"qwertyuiop", 1},
        {"iloveyou", 1},
        {"1q2w3e4r", 1},
        {"correct horse", 0},
        {"peertest-demo-1", 0},
        {"monkey20251231", 0},
        {"kX9#vQ2!mT", 0},
        {"passwordless", 0},
        {"gr\xc3\xbc\xc3\x9f"
         "e aus bern",
         0},
        {"aaaaaaab", 0},
        {"a sentence of a password, longer than any that a list has", 0},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++)
        ok(pt_password_is_common(cases[i].password) == cases[i].common,
           apr_psprintf(p, "%s: %s", cases[i].common ? "common" : "not common",
                        cases[i].password));
}

int main(void)
{
    int i;

    apr_initialize();
    apr_pool_create(&p, NULL);
    for (i = 0; i < PT_SHA256_BYTES; i++)
        key[i] = (unsigned char)i;

    check_digests();
    check_base64();
    check_small_things();
    check_tokens();
    check_hashes();
    check_common_passwords();
    apr_pool_destroy(p);
    return done_testing();
}
