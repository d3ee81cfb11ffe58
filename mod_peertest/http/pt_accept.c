/* SPDX-License-Identifier: Apache-2.0 */
/* pt_accept.c - which form of an answer a client wants: RFC 9110, 12.5.1. */

#include "http/pt_accept.h"

#include <apr_strings.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WEIGHT_MAX 1000 /* q=1 */

/* How exactly a media range means a type; 0: not at all. */
static int exactness_of(const char *range, const char *type)
{
    apr_size_t major = strcspn(type, "/") + 1;

    if (!strcasecmp(range, type))
        return 3;
    if (!strncasecmp(range, type, major) && !strcmp(range + major, "*"))
        return 2;
    return !strcmp(range, "*/*");
}

/* The weight among a range's parameters. */
static int weight_of(char *state)
{
    const char *param;

    while ((param = apr_strtok(NULL, "; \t", &state))) {
        if (!strncasecmp(param, "q=", 2)) {
            double q = strtod(param + 2, NULL);
            return q >= 1 ? WEIGHT_MAX : q > 0 ? (int)(q * WEIGHT_MAX) : 0;
        }
    }
    return WEIGHT_MAX;
}

/* How much a type is wanted: the range that means it most exactly decides. */
static int wanted(apr_pool_t *p, const char *accept, const char *type)
{
    char *ranges, *range, *entry, *state, *params;
    int exactness = 0, weight = 0;

    ranges = apr_pstrdup(p, accept);
    for (entry = apr_strtok(ranges, ",", &state); entry;
         entry = apr_strtok(NULL, ",", &state)) {
        int exact;

        range = apr_strtok(entry, "; \t", &params);
        exact = range ? exactness_of(range, type) : 0;
        if (exact > exactness) {
            exactness = exact;
            weight = weight_of(params);
        }
    }
    return weight;
}

const pt_route_t *pt_accept_route(request_rec *r, const pt_route_t *route)
{
    const char *accept = apr_table_get(r->headers_in, "Accept");
    const pt_other_form_t *form = route->other_form;
    pt_route_t *other;

    if (!form)
        return route;
    apr_table_mergen(r->headers_out, "Vary", "Accept");
    if (!accept
        || wanted(r->pool, accept, form->type)
               <= wanted(r->pool, accept, "application/json"))
        return route;
    other = apr_pmemdup(r->pool, route, sizeof(*other));
    other->rate = form->rate;
    other->output_type = form->type;
    other->handler = form->handler;
    other->finish = form->finish;
    return other;
}
