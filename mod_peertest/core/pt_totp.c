/* SPDX-License-Identifier: Apache-2.0 */
/* pt_totp.c - codes of an authenticator (RFC 6238) and recovery codes. */

#include "core/pt_totp.h"
#include "core/pt_crypto.h"
#include "core/pt_text.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

#define SECRET_BYTES 20   /* as RFC 4226, section 4, recommends */
#define RECOVERY_CHARS 10 /* of five bits each */

const char *pt_totp_secret(apr_pool_t *p)
{
    unsigned char bytes[SECRET_BYTES];
    char *text = NULL;
    const char *copy;

    pt_random(bytes, sizeof(bytes));
    if (oath_base32_encode((const char *)bytes, sizeof(bytes), &text, NULL)
        != OATH_OK)
        abort(); /* out of memory */
    copy = apr_pstrdup(p, text);
    free(text);
    return copy;
}

const char *pt_totp_uri(apr_pool_t *p, const char *secret, const char *issuer,
                        const char *account)
{
    const char *who = pt_text_urlencode(p, issuer);

    return apr_psprintf(p,
                        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        "&algorithm=SHA1&digits=%d&period=%d",
                        who, pt_text_urlencode(p, account), secret, who,
                        PT_TOTP_DIGITS, PT_TOTP_STEP);
}

int pt_totp_is_code(const char *code)
{
    return strlen(code) == PT_TOTP_DIGITS
           && strspn(code, "0123456789") == PT_TOTP_DIGITS;
}

apr_int64_t pt_totp_step(const char *secret, apr_int64_t now, const char *code)
{
    const apr_int64_t present = now / PT_TOTP_STEP;
    char expected[PT_TOTP_DIGITS + 1];
    apr_int64_t step, found = 0;
    char *bytes = NULL;
    size_t len;

    if (!pt_totp_is_code(code)
        || oath_base32_decode(secret, strlen(secret), &bytes, &len) != OATH_OK)
        return 0;
    /* Both are made and compared, so that time tells nothing. */
    for (step = present - 1; step <= present; step++) {
        if (oath_hotp_generate(bytes, len, (uint64_t)step, PT_TOTP_DIGITS,
                               false, OATH_HOTP_DYNAMIC_TRUNCATION, expected)
                == OATH_OK
            && pt_equal(expected, PT_TOTP_DIGITS, code, PT_TOTP_DIGITS))
            found = step;
    }
    free(bytes);
    return found;
}

/* 32 letters and digits without those that look alike: i, l, o, u. */
static const char recovery_alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

const char *pt_recovery_code(apr_pool_t *p)
{
    unsigned char bytes[RECOVERY_CHARS];
    char chars[RECOVERY_CHARS];
    int i;

    pt_random(bytes, sizeof(bytes));
    for (i = 0; i < RECOVERY_CHARS; i++)
        chars[i] = recovery_alphabet[bytes[i] & 31];
    return apr_psprintf(p, "%.5s-%.5s", chars, chars + 5);
}

const char *pt_recovery_normal(apr_pool_t *p, const char *typed)
{
    char *out = apr_palloc(p, strlen(typed) + 1), *end = out;

    for (; *typed; typed++) {
        char c = (char)apr_tolower(*typed);

        if (c == '-' || c == ' ')
            continue;
        /* What looks alike is meant alike. */
        *end++ = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
    }
    *end = '\0';
    return out;
}
