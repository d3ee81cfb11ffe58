/* SPDX-License-Identifier: Apache-2.0 */
/* pt_router.h - from method and path to a route, by segment. */
#ifndef PT_ROUTER_H
#define PT_ROUTER_H

#include "http/pt_input.h"

#define PT_API_BASE "/api/v1"
#define PT_PATH_PARAMS_MAX 4

/** What the path is. */
typedef struct {
    const pt_route_t *route; /* NULL: none for this method */
    const char *allow;       /* methods of the path, for Allow; NULL: no such
                              * path */
    pt_path_param_t params[PT_PATH_PARAMS_MAX + 1];
} pt_match_t;

/** Build the tree from the feature tables; call once in post_config. */
void pt_router_make(apr_pool_t *p);

/**
 * Find the route of a request.
 * @param path below PT_API_BASE, beginning with a slash
 */
void pt_router_match(pt_match_t *match, apr_pool_t *p, int method,
                     const char *path);
#endif
