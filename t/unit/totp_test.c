/* SPDX-License-Identifier: Apache-2.0 */
/* totp_test.c - the vectors of RFC 6238, and what opens a sealed field: its key
 * and its place, and nothing else. */

#include "core/pt_seal.h"
#include "core/pt_totp.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>
#include <string.h>

/* RFC 6238, appendix B: "12345678901234567890". */
#define SECRET "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
#define PLACE "account.totp_sealed:1"

static apr_pool_t *p;

static void check_codes(void)
{
    /* The last six of the RFC's eight digits. */
    static const struct {
        apr_int64_t now;
        const char *code;
    } cases[] = {{59, "287082"},         {1111111109, "081804"},
                 {1111111111, "050471"}, {1234567890, "005924"},
                 {2000000000, "279037"}, {20000000000, "353130"}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        apr_int64_t now = cases[i].now, step = now / 30;
        const char *code = cases[i].code;

        ok(pt_totp_step(SECRET, now, code) == step, code);
        ok(pt_totp_step(SECRET, now + 30, code) == step, "one step later");
        ok(!pt_totp_step(SECRET, now + 60, code), "not two");
        ok(!pt_totp_step(SECRET, now - 30, code), "nor before its time");
    }
    ok(!pt_totp_step(SECRET, 59, "287083"), "another code");
    ok(!pt_totp_step(SECRET, 59, "87082"), "too short");
    ok(!pt_totp_step(SECRET, 59, "0287082"), "too long");
    ok(!pt_totp_step(SECRET, 59, " 87082"), "no digits alone");
    ok(!pt_totp_step("not base32!", 59, "287082"), "a secret that is none");
}

static void check_secrets(void)
{
    const char *secret = pt_totp_secret(p);

    ok(strlen(secret) == 32
           && strspn(secret, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == 32,
       "a secret of 160 bits in base32");
    ok(strcmp(secret, pt_totp_secret(p)) != 0, "never the same");
    is(pt_totp_uri(p, SECRET, "A & B", "a@b.example"),
       "otpauth://totp/A%20%26%20B:a%40b.example?secret=" SECRET
       "&issuer=A%20%26%20B&algorithm=SHA1&digits=6&period=30",
       "an address for authenticators");
}

static void check_recovery(void)
{
    const char *code = pt_recovery_code(p);

    ok(strlen(code) == 11 && code[5] == '-', "five and five");
    ok(strcmp(code, pt_recovery_code(p)) != 0, "never the same");
    ok(!pt_totp_is_code(code), "not to be taken for the other kind");
    is(pt_recovery_normal(p, "K3F7Q m2x9a"), "k3f7qm2x9a", "as typed");
    is(pt_recovery_normal(p, "olOIi-00000"), "0101100000", "what looks alike");
    is(pt_recovery_normal(p, ""), "", "nothing");
}

static pt_seal_key_t key_of(unsigned char fill)
{
    pt_seal_key_t key;

    memset(key.bytes, fill, sizeof(key.bytes));
    pt_seal_name(&key);
    return key;
}

/* Sealed text with one character changed. */
static const char *changed(const char *sealed, size_t at)
{
    char *copy = apr_pstrdup(p, sealed);

    copy[at] = copy[at] == 'A' ? 'B' : 'A';
    return copy;
}

static void check_seal(void)
{
    const pt_seal_key_t none = {{0}, ""};
    pt_seal_key_t keys[] = {key_of(1), key_of(2), none};
    pt_seal_key_t others[] = {key_of(3), none};
    const char *sealed = pt_seal(p, &keys[0], PLACE, "a secret");
    const char *old = pt_seal(p, &keys[1], PLACE, "a secret");
    const char *opened = pt_unseal(p, keys, PLACE, sealed);
    int refused = 0;

    is(opened, "a secret", "opened again");
    ok(!strstr(sealed, "secret") && !strncmp(sealed, keys[0].id, 8),
       "sealed, with the name of its key in front");
    ok(strcmp(sealed, pt_seal(p, &keys[0], PLACE, "a secret")) != 0,
       "never the same twice");
    is(pt_unseal(p, keys, PLACE, old), "a secret", "by an older key");
    ok(pt_seal_is_of(sealed, &keys[0]) && !pt_seal_is_of(old, &keys[0]),
       "and one can tell");
    is(pt_unseal(p, keys, PLACE, pt_seal(p, &keys[0], PLACE, "")), "",
       "nothing can be sealed");
    ok(!pt_unseal(p, keys, "account.totp_sealed:2", sealed), "another row");
    ok(!pt_unseal(p, others, PLACE, sealed), "another key");
    ok(!pt_unseal(p, keys, PLACE, ""), "nothing");
    ok(!pt_unseal(p, keys, PLACE, apr_pstrcat(p, keys[0].id, ".AAAA", NULL)),
       "too short");
    for (size_t i = 0; i < strlen(sealed); i++)
        refused += !pt_unseal(p, keys, PLACE, changed(sealed, i));
    ok(refused == (int)strlen(sealed), "any character that is changed");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&p, NULL);
    check_codes();
    check_secrets();
    check_recovery();
    check_seal();
    return done_testing();
}
