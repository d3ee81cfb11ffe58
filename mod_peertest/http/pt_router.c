/* SPDX-License-Identifier: Apache-2.0 */
/* pt_router.c - from method and path to a route, by segment. */

#include "http/pt_router.h"

#include <apr_hash.h>
#include <apr_strings.h>
#include <http_protocol.h>
#include <string.h>

/* clang-format off */
#define PT_FEATURE(name) extern const pt_route_t pt_##name##_routes[];
#include "features/features.def"
#undef PT_FEATURE

const pt_route_t *const pt_features[] = {
#define PT_FEATURE(name) pt_##name##_routes,
#include "features/features.def"
#undef PT_FEATURE
    NULL
};
/* clang-format on */

/* A place in the tree of path segments. */
typedef struct node_t node_t;
struct node_t {
    apr_hash_t *literals;                           /* segment -> node_t */
    node_t *param;                                  /* any other segment */
    const pt_route_t *routes[METHODS];              /* by method number */
    const char *names[METHODS][PT_PATH_PARAMS_MAX]; /* of the parameters */
    const char *allow;
};

/* Built in post_config, read-only afterwards. */
static node_t *root;

static node_t *node_make(apr_pool_t *p)
{
    node_t *node = apr_pcalloc(p, sizeof(*node));

    node->literals = apr_hash_make(p);
    return node;
}

static node_t *child_of(apr_pool_t *p, node_t *node, const char *segment,
                        apr_size_t len)
{
    node_t *child;

    if (*segment == '{') {
        if (!node->param)
            node->param = node_make(p);
        return node->param;
    }
    child = apr_hash_get(node->literals, segment, (apr_ssize_t)len);
    if (!child) {
        child = node_make(p);
        apr_hash_set(node->literals, apr_pstrmemdup(p, segment, len),
                     (apr_ssize_t)len, child);
    }
    return child;
}

static void add_route(apr_pool_t *p, const pt_route_t *route)
{
    const char *names[PT_PATH_PARAMS_MAX] = {NULL}, *s = route->path;
    const char *method = ap_method_name_of(p, route->method);
    node_t *node = root;
    int n = 0;

    while (*s == '/') {
        apr_size_t len = strcspn(++s, "/");
        if (*s == '{') {
            ap_assert(n < PT_PATH_PARAMS_MAX);
            names[n++] = apr_pstrmemdup(p, s + 1, len - 2);
        }
        node = child_of(p, node, s, len);
        s += len;
    }
    ap_assert(!node->routes[route->method]);
    node->routes[route->method] = route;
    memcpy(node->names[route->method], names, sizeof(names));
    if (route->method == M_GET)
        method = "GET, HEAD";
    node->allow =
        node->allow ? apr_pstrcat(p, node->allow, ", ", method, NULL) : method;
}

void pt_router_make(apr_pool_t *p)
{
    const pt_route_t *const *feature, *route;

    root = node_make(p);
    for (feature = pt_features; *feature; feature++) {
        for (route = *feature; route->path; route++)
            add_route(p, route);
    }
}

void pt_router_match(pt_match_t *match, apr_pool_t *p, int method,
                     const char *path)
{
    const node_t *node = root;
    const char *values[PT_PATH_PARAMS_MAX];
    int i, n = 0;

    memset(match, 0, sizeof(*match));
    while (node && *path == '/') {
        apr_size_t len = strcspn(++path, "/");
        const node_t *next =
            apr_hash_get(node->literals, path, (apr_ssize_t)len);
        if (!next && len && node->param && n < PT_PATH_PARAMS_MAX) {
            values[n++] = apr_pstrmemdup(p, path, len);
            next = node->param;
        }
        node = next;
        path += len;
    }
    if (!node || *path || !node->allow)
        return;
    match->allow = node->allow;
    if (method < 0 || method >= METHODS
        || !(match->route = node->routes[method]))
        return;
    for (i = 0; i < n; i++) {
        match->params[i].name = node->names[method][i];
        match->params[i].value = values[i];
    }
}
