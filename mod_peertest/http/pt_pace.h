/* SPDX-License-Identifier: Apache-2.0 */
/* pt_pace.h - a body must keep coming, over HTTP/2 as well. */
#ifndef PT_PACE_H
#define PT_PACE_H

#include "http/pt_route.h"

/** One body's time. */
typedef struct {
    apr_time_t until; /* 0: somebody else watches */
} pt_pace_t;

/** The server begins to wait for a body: PeerTestBodyGrace from now. */
void pt_pace_begin(pt_pace_t *pace, const pt_req_t *q);

/**
 * So many bytes have come, each of which gives time for more.
 * @return 0 when it took too long: who waits on keeps a thread from others
 */
int pt_pace_is_kept(pt_pace_t *pace, apr_size_t len);
#endif
