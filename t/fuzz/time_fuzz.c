/* SPDX-License-Identifier: Apache-2.0 */
/* time_fuzz.c - RFC 3339 instants: what is accepted lies in four-digit years,
 * give or take an offset. */

#include "core/pt_time.h"
#include "fuzz.h"

#define YEAR_1 (-62135596800 - 86400)
#define YEAR_10000 (253402300800 + 86400)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    apr_time_t t = 0;

    if (pt_time_parse(&t, text))
        PROMISE(t >= YEAR_1 * APR_USEC_PER_SEC
                && t <= YEAR_10000 * APR_USEC_PER_SEC);
    free(text);
    return 0;
}
