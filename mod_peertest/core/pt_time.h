/* SPDX-License-Identifier: Apache-2.0 */
/* pt_time.h - RFC 3339 instants. */
#ifndef PT_TIME_H
#define PT_TIME_H

#include <apr_time.h>

/** Parse "2026-01-31T12:00:00.000Z" or with an offset. @return 1 when valid */
int pt_time_parse(apr_time_t *out, const char *s);

/** Unix seconds of now. */
apr_int64_t pt_time_now(void);
#endif
