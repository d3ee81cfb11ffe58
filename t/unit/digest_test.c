/* SPDX-License-Identifier: Apache-2.0 */
/* digest_test.c - a hash that is put aside at any byte and gone on with is the
 * hash of the whole; a state that does not fit is refused. */

#include "core/pt_digest.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>
#include <string.h>

#define BYTES 300

static apr_pool_t *p;
static unsigned char text[BYTES];

/* The hash of the text's first bytes, put aside once. */
static const char *put_aside(apr_size_t at, apr_size_t len)
{
    unsigned char value[PT_SHA256_BYTES];
    pt_digest_t *first, *second;

    if (pt_digest_open(&first, p, NULL, 0))
        return "not begun";
    pt_digest_add(first, text, at);
    if (pt_digest_open(&second, p, pt_digest_state(first, p), (apr_int64_t)at))
        return "not gone on with";
    pt_digest_add(second, text + at, len - at);
    pt_digest_value(value, second);
    return pt_hex(p, value, sizeof(value));
}

static const char *at_once(apr_size_t len)
{
    unsigned char value[PT_SHA256_BYTES];

    pt_sha256(value, text, len);
    return pt_hex(p, value, sizeof(value));
}

static void check_every_place(void)
{
    int wrong = 0;

    for (apr_size_t at = 0; at <= BYTES; at++)
        wrong += strcmp(put_aside(at, BYTES), at_once(BYTES)) != 0;
    ok(!wrong, "put aside at any byte");
    for (apr_size_t len = 0; len <= BYTES; len++)
        wrong += strcmp(put_aside(len, len), at_once(len)) != 0;
    ok(!wrong, "of any length, and nothing came after");
}

static void check_small_pieces(void)
{
    const char *state = NULL;
    unsigned char value[PT_SHA256_BYTES];
    pt_digest_t *digest = NULL;

    for (apr_size_t at = 0; at < BYTES; at++) {
        if (pt_digest_open(&digest, p, state, (apr_int64_t)at))
            break;
        pt_digest_add(digest, text + at, 1);
        state = pt_digest_state(digest, p);
    }
    pt_digest_value(value, digest);
    is(pt_hex(p, value, sizeof(value)), at_once(BYTES), "put aside after each");
    pt_digest_add(digest, text, 1);
    pt_digest_value(value, digest);
    ok(strcmp(pt_hex(p, value, sizeof(value)), at_once(BYTES)) != 0,
       "asking for the value ends nothing");
}

static void check_long_text(void)
{
    pt_digest_t *digest;
    unsigned char value[PT_SHA256_BYTES], *megabyte = apr_pcalloc(p, 1 << 20);
    const char *state = NULL;
    apr_int64_t count = 0;
    pt_err_t *err = PT_OK;

    /* More bits than 32 of them count. */
    for (int i = 0; i < 640 && !err; i++) {
        if ((err = pt_digest_open(&digest, p, state, count)))
            break;
        pt_digest_add(digest, megabyte, 1 << 20);
        count += 1 << 20;
        state = pt_digest_state(digest, p);
    }
    pt_digest_value(value, digest);
    is(pt_hex(p, value, sizeof(value)),
       "152c359a60cc8f22238a15018e40fef383829dac2472e80da6d35cbd5ff6c4e7",
       "640 MiB of zeros");
}

static void check_refused(void)
{
    pt_digest_t *digest;
    const char *state;

    ok(!pt_digest_open(&digest, p, NULL, 0), "begun");
    pt_digest_add(digest, text, 70);
    state = pt_digest_state(digest, p);
    ok(!pt_digest_open(&digest, p, state, 70), "of so many bytes");
    ok(pt_digest_open(&digest, p, state, 71) != NULL, "not of one more");
    ok(pt_digest_open(&digest, p, state, 134) != NULL, "nor of a block more");
    ok(pt_digest_open(&digest, p, NULL, 70) != NULL, "nor without a state");
    ok(pt_digest_open(&digest, p, "", 70) != NULL, "nor with nothing in it");
    ok(pt_digest_open(&digest, p, state + 1, 70) != NULL, "nor half a byte");
    ok(pt_digest_open(&digest, p, apr_pstrcat(p, state, "00", NULL), 70)
           != NULL,
       "nor with more");
}

static void check_checksums(void)
{
    unsigned char value[PT_SHA256_BYTES];
    pt_checksum_t *checksum = pt_checksum_open(p, "sha256");

    pt_sha256(value, text, BYTES);
    pt_checksum_add(checksum, text, 100);
    pt_checksum_add(checksum, text + 100, BYTES - 100);
    ok(pt_checksum_size(checksum) == sizeof(value), "its size");
    ok(pt_checksum_is(checksum, value), "the checksum of two pieces");
    checksum = pt_checksum_open(p, "sha256");
    pt_checksum_add(checksum, text, BYTES - 1);
    ok(!pt_checksum_is(checksum, value), "and of nothing else");
    ok(pt_checksum_size(pt_checksum_open(p, "sha1")) == 20, "sha1");
    ok(pt_checksum_size(pt_checksum_open(p, "md5")) == 16, "md5");
    ok(!pt_checksum_open(p, "crc32") && !pt_checksum_open(p, ""), "no others");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&p, NULL);
    for (int i = 0; i < BYTES; i++)
        text[i] = (unsigned char)(i * 37);
    check_every_place();
    check_small_pieces();
    check_long_text();
    check_refused();
    check_checksums();
    apr_pool_destroy(p);
    apr_terminate();
    return done_testing();
}
