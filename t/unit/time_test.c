/* SPDX-License-Identifier: Apache-2.0 */
/* time_test.c - RFC 3339 instants. */

#include "core/pt_time.h"
#include "tap.h"

#define NONE APR_INT64_MIN
#define SECONDS(n) ((apr_int64_t)(n)*APR_USEC_PER_SEC)

int main(void)
{
    static const struct {
        const char *text;
        apr_int64_t wanted;
    } cases[] = {
        {"1970-01-01T00:00:00Z", 0},
        {"1970-01-01T00:00:01.000Z", SECONDS(1)},
        {"1970-01-01t00:00:01z", SECONDS(1)},
        /* The four examples of RFC 3339, section 5.8. */
        {"1985-04-12T23:20:50.52Z", SECONDS(482196050) + 520000},
        {"1996-12-19T16:39:57-08:00", SECONDS(851042397)},
        {"1990-12-31T23:59:60Z", SECONDS(662688000)},
        {"1937-01-01T12:00:27.87+00:20", SECONDS(-1041337173) + 870000},
        {"2000-02-29T00:00:00Z", SECONDS(951782400)},
        {"2024-02-29T12:30:00+05:30", SECONDS(1709190000)},
        {"1969-12-31T23:59:59Z", SECONDS(-1)},
        {"2026-01-31T12:00:00.123456789Z", SECONDS(1769860800) + 123456},
        {"9999-12-31T23:59:59Z", SECONDS(253402300799)},
        {"1900-02-29T00:00:00Z", NONE},
        {"2023-02-29T00:00:00Z", NONE},
        {"2026-04-31T00:00:00Z", NONE},
        {"2026-13-01T00:00:00Z", NONE},
        {"2026-00-01T00:00:00Z", NONE},
        {"2026-01-00T00:00:00Z", NONE},
        {"0000-01-01T00:00:00Z", NONE},
        {"2026-01-01T24:00:00Z", NONE},
        {"2026-01-01T00:60:00Z", NONE},
        {"2026-01-01T00:00:61Z", NONE},
        {"2026-01-01T00:00:00", NONE},
        {"2026-01-01T00:00:00.Z", NONE},
        {"2026-01-01T00:00:00+0100", NONE},
        {"2026-01-01T00:00:00+16:00", NONE},
        {"2026-01-01T00:00:00+01:60", NONE},
        {"2026-01-01T00:00:00Z ", NONE},
        {" 2026-01-01T00:00:00Z", NONE},
        {"2026-01-01 00:00:00Z", NONE},
        {"2026-1-1T00:00:00Z", NONE},
        {"2026-01-01", NONE},
        {"+2026-01-01T00:00:00Z", NONE},
        {"now", NONE},
        {"infinity", NONE},
        {"", NONE},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        apr_time_t t = 12345;
        int valid = pt_time_parse(&t, cases[i].text);

        ok(cases[i].wanted == NONE ? !valid && t == 12345
                                   : valid && t == cases[i].wanted,
           cases[i].text);
    }
    ok(pt_time_now() > 1700000000, "now is in seconds");
    return done_testing();
}
