/* SPDX-License-Identifier: Apache-2.0 */
/* pt_dispatch.h - the request pipeline. */
#ifndef PT_DISPATCH_H
#define PT_DISPATCH_H

#include "http/pt_route.h"

/** Is this address ours? /api and what is below it, /health, /ready, /metrics.
 */
int pt_dispatch_is_ours(const request_rec *r);

/** The handler hook: match, authenticate, rate, read, bind, borrow, BEGIN,
 * handle, COMMIT, give the connection back, finish, send - in this order. */
int pt_dispatch(request_rec *r);
#endif
