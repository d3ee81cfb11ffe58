/* SPDX-License-Identifier: Apache-2.0 */
/* pt_rate.h - request rates per class, counted in memory that all children
 * share. */
#ifndef PT_RATE_H
#define PT_RATE_H

#include "http/pt_route.h"

/** Find or make the shared counters; call in post_config. They live as long as
 * the parent, over graceful restarts. */
apr_status_t pt_rate_make(server_rec *s);

/**
 * Count this request against its class, by account or else by address, and set
 * the RateLimit headers (draft-ietf-httpapi-ratelimit-headers-10).
 * @return PT_P_RATE_LIMITED with Retry-After when the window is full
 */
pt_err_t *pt_rate_count(pt_req_t *q);

/** The name of a class, as it is in headers and in the document. */
const char *pt_rate_name(pt_rate_e rate);
#endif
