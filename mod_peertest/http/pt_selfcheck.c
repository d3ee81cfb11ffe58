/* SPDX-License-Identifier: Apache-2.0 */
/* pt_selfcheck.c - the route tables, held against themselves at start. */

#include "http/pt_selfcheck.h"
#include "http/pt_router.h"

#include <apr_hash.h>
#include <apr_strings.h>
#include <regex.h>
#include <string.h>

static const char *wrong(apr_pool_t *p, const char *where, const char *name,
                         const char *what)
{
    return apr_psprintf(p, "%s: %s: %s", where, name, what);
}

static const char *check_fields(apr_pool_t *p, const char *where,
                                const pt_field_t *fields, int depth)
{
    const pt_field_t *f;
    const char *bad;
    regex_t re;

    if (depth > PT_JSON_DEPTH_MAX)
        return wrong(p, where, "-", "schemas nest without end");
    for (f = fields; f && f->name; f++) {
        int takes_values = f->type == PT_T_ENUM
                           || (f->type == PT_T_ARRAY && f->item == PT_T_ENUM);
        if (f->max && f->min > f->max)
            return wrong(p, where, f->name, "limits cross");
        if (takes_values && !f->values)
            return wrong(p, where, f->name, "an enumeration without values");
        if (f->type == PT_T_OBJECT && !f->of)
            return wrong(p, where, f->name, "an object without a schema");
        if (!f->doc)
            return wrong(p, where, f->name, "not documented");
        if (f->pattern) {
            if (regcomp(&re, f->pattern, REG_EXTENDED | REG_NOSUB))
                return wrong(p, where, f->name, "the pattern is none");
            regfree(&re);
        }
        /* A schema may hold itself. */
        if (f->of && f->of->fields != fields
            && (bad = check_fields(p, f->of->name ? f->of->name : where,
                                   f->of->fields, depth + 1)))
            return bad;
    }
    return NULL;
}

static const pt_field_t *path_field(const pt_route_t *route, const char *name,
                                    apr_size_t len)
{
    const pt_field_t *f;

    for (f = route->input; f && f->name; f++) {
        if (f->in == PT_IN_PATH && strlen(f->name) == len
            && !strncmp(f->name, name, len))
            return f;
    }
    return NULL;
}

/* Every {parameter} has a field and every path field a parameter. */
static const char *check_path(apr_pool_t *p, const pt_route_t *route)
{
    const char *s = route->path;
    const pt_field_t *f;

    while ((s = strchr(s, '{'))) {
        apr_size_t len = strcspn(++s, "}");
        if (!path_field(route, s, len))
            return wrong(p, route->id, apr_pstrmemdup(p, s, len),
                         "a path parameter without a field");
    }
    for (f = route->input; f && f->name; f++) {
        if (f->in == PT_IN_PATH
            && !strstr(route->path, apr_pstrcat(p, "{", f->name, "}", NULL)))
            return wrong(p, route->id, f->name, "not in the path");
    }
    return NULL;
}

static const char *check_route(apr_pool_t *p, const pt_route_t *route)
{
    const char *bad;

    if (!route->id || !route->summary || !route->tag || !route->handler)
        return wrong(p, route->path, "-",
                     "id, tag, summary or handler missing");
    if (route->status < 200 || route->status > 299)
        return wrong(p, route->id, "-", "no success status");
    if (!route->output != (route->status == 204 || route->status == 202)
        && !(route->output && route->status == 202) && !route->output_type)
        return wrong(p, route->id, "-", "status and output do not agree");
    if (route->method == M_GET
        && (pt_input_has_body(route) || route->raw_body
            || route->idempotency != PT_IDEM_OPTIONAL))
        return wrong(p, route->id, "-", "a GET with a body or a key");
    if (route->streams
        && (route->method == M_GET || pt_input_has_body(route)
            || route->raw_body || route->no_db || route->auth == PT_AUTH_COOKIE
            || (route->method == M_POST && route->idempotency != PT_IDEM_OFF)))
        return wrong(p, route->id, "-", "a stream with something else");
    if (route->stored
        && (route->method != M_GET || !route->finish || route->output
            || route->etag || route->cache_seconds))
        return wrong(p, route->id, "-", "a stored file with something else");
    if (route->auth == PT_AUTH_READER
        && (route->method != M_GET || route->no_db || route->batched))
        return wrong(p, route->id, "-", "readers come by GET, to the database");
    if (route->auth == PT_AUTH_ADMIN ? route->no_db : route->scopes != 0)
        return wrong(p, route->id, "-",
                     "scopes are for administrators, who need the database");
    if (route->other_form
        && (route->method != M_GET || !route->output || route->etag
            || route->batched))
        return wrong(p, route->id, "-",
                     "another form of something else than plain JSON");
    if (route->cache_seconds
        && (route->auth != PT_AUTH_NONE || route->method != M_GET))
        return wrong(p, route->id, "-", "only public reads may be cached");
    if ((bad = check_path(p, route))
        || (bad = check_fields(p, route->id, route->input, 0)))
        return bad;
    return route->output
               ? check_fields(p, route->output->name, route->output->fields, 0)
               : NULL;
}

const char *pt_selfcheck(apr_pool_t *p)
{
    apr_hash_t *ids = apr_hash_make(p);
    const pt_route_t *const *feature, *route;
    const pt_schema_t *const *form;
    const char *bad;

    for (form = pt_open_forms; *form; form++) {
        if ((bad = check_fields(p, (*form)->name, (*form)->fields, 0)))
            return bad;
    }
    for (feature = pt_features; *feature; feature++) {
        for (route = *feature; route->path; route++) {
            if ((bad = check_route(p, route)))
                return bad;
            if (apr_hash_get(ids, route->id, APR_HASH_KEY_STRING))
                return wrong(p, route->id, "-", "operation id used twice");
            apr_hash_set(ids, route->id, APR_HASH_KEY_STRING, route);
        }
    }
    return NULL;
}
