/* SPDX-License-Identifier: Apache-2.0 */
/* pt_accept.h - which form of an answer a client wants. */
#ifndef PT_ACCEPT_H
#define PT_ACCEPT_H

#include "http/pt_route.h"

/**
 * The route as this request means it: with its other form in place of the first
 * when the Accept header prefers that one. Whoever accepts neither gets the
 * first: an answer is more use than a 406.
 * @return the route itself, or a copy in the request's pool
 */
const pt_route_t *pt_accept_route(request_rec *r, const pt_route_t *route);
#endif
