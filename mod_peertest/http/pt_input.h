/* SPDX-License-Identifier: Apache-2.0 */
/* pt_input.h - from bytes of a client to a route's checked input struct. */
#ifndef PT_INPUT_H
#define PT_INPUT_H

#include "core/pt_check.h"
#include "http/pt_route.h"

/** A path parameter as the router found it. */
typedef struct {
    const char *name;
    const char *value; /* as sent, not yet decoded */
} pt_path_param_t;

/**
 * Make q->input from path, query and body.
 * @param params of the path, ends with a NULL name
 * @param body the request's JSON object, or NULL for a route without one
 * @return PT_P_INVALID_INPUT with every refused field; PT_P_NOT_FOUND for a
 * path parameter that cannot name anything; PT_P_MALFORMED for a query string
 *         that cannot be decoded
 */
pt_err_t *pt_input_bind(pt_req_t *q, const pt_path_param_t *params,
                        const json_t *body);

/** Does the route read a JSON body? */
int pt_input_has_body(const pt_route_t *route);
#endif
