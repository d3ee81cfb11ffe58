/* SPDX-License-Identifier: Apache-2.0 */
/* pt_input.h - from bytes of a client to a route's checked input struct. */
#ifndef PT_INPUT_H
#define PT_INPUT_H

#include "http/pt_route.h"

/** A path parameter as the router found it. */
typedef struct {
    const char *name;
    const char *value; /* as sent, not yet decoded */
} pt_path_param_t;

/**
 * Check the members of a JSON object against fields: types, limits, required
 * and unknown members, nested objects and arrays.
 * @param err an earlier result, or PT_OK; refused members are added to it
 * @param fields only those of place PT_IN_BODY count
 * @param pointer of the object itself, "" at the top
 */
pt_err_t *pt_check_object(pt_err_t *err, apr_pool_t *p,
                          const pt_field_t *fields, const json_t *object,
                          const char *pointer);

/**
 * Check one value that is present.
 * @param pointer of the value
 */
pt_err_t *pt_check_value(pt_err_t *err, apr_pool_t *p, const pt_field_t *field,
                         const json_t *value, const char *pointer);

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
