/* SPDX-License-Identifier: Apache-2.0 */
/* pt_pace.c - mod_reqtimeout watches connections, and knows nothing of the
 * streams of HTTP/2: there, a byte a minute would hold a thread for ever. */

#include "http/pt_pace.h"

/* As RequestReadTimeout has it in conf/site-common.conf. */
#define LEAST_BYTES_PER_SECOND 500

void pt_pace_begin(pt_pace_t *pace, const pt_req_t *q)
{
    pace->until = 0;
    if (q->r->connection->master)
        pace->until =
            apr_time_now() + apr_time_from_sec(q->ctx.site->cfg->body_grace);
}

int pt_pace_is_kept(pt_pace_t *pace, apr_size_t len)
{
    if (!pace->until)
        return 1;
    pace->until += apr_time_from_sec(len) / LEAST_BYTES_PER_SECOND;
    return apr_time_now() <= pace->until;
}
