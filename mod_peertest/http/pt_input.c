/* SPDX-License-Identifier: Apache-2.0 */
/* pt_input.c - from path, query and body to a route's checked input struct. */

#include "http/pt_input.h"
#include "core/pt_text.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <string.h>

#define QUERY_PARAMS_MAX 64

/* Put a checked value, or what stands for an absent one, into the struct. */
static void store_value(apr_pool_t *p, void *input, const pt_field_t *f,
                        json_t *value)
{
    void *slot = (char *)input + f->offset;

    if (json_is_null(value))
        value = NULL;
    switch (f->type) {
    case PT_T_INT:
        *(apr_int64_t *)slot = value ? json_integer_value(value) : f->dflt;
        return;
    case PT_T_BOOL:
        *(int *)slot = value ? json_is_true(value) : (int)f->dflt;
        return;
    case PT_T_OBJECT:
    case PT_T_ARRAY:
    case PT_T_JSON:
        *(json_t **)slot = value;
        return;
    case PT_T_EMAIL:
        *(const char **)slot =
            value ? pt_text_trim(p, json_string_value(value)) : NULL;
        return;
    case PT_T_UUID: {
        char *lower = value ? apr_pstrdup(p, json_string_value(value)) : NULL;
        if (lower)
            ap_str_tolower(lower);
        *(const char **)slot = lower;
        return;
    }
    default:
        *(const char **)slot = value ? json_string_value(value) : NULL;
    }
}

/* Percent-decoding of one query part; + is a space. NULL when malformed. */
static char *decode(apr_pool_t *p, const char *s, apr_size_t len)
{
    char *out = apr_pstrmemdup(p, s, len), *plus;

    for (plus = out; (plus = strchr(plus, '+'));)
        *plus = ' ';
    if (ap_unescape_url_keep2f(out, 1) != OK || !pt_text_is_clean(out))
        return NULL;
    return out;
}

/* The query's parameters as name, value pairs. */
static pt_err_t *read_query(pt_req_t *q, apr_table_t **out)
{
    apr_pool_t *p = q->ctx.pool;
    const char *s = q->r->args;
    apr_table_t *table = apr_table_make(p, 8);
    pt_err_t *err = PT_OK;
    int n = 0;

    while (s && *s) {
        apr_size_t len = strcspn(s, "&");
        const char *eq = memchr(s, '=', len);
        apr_size_t name_len = eq ? (apr_size_t)(eq - s) : len;
        char *name, *value;

        if (len) {
            name = decode(p, s, name_len);
            value =
                eq ? decode(p, eq + 1, len - name_len - 1) : apr_pstrdup(p, "");
            if (!name || !value || ++n > QUERY_PARAMS_MAX)
                return pt_fail(p, PT_P_MALFORMED,
                               "The query string cannot be read");
            if (apr_table_get(table, name))
                err = pt_err_field(err, p, apr_pstrcat(p, "/", name, NULL),
                                   PT_C_REPEATED);
            apr_table_setn(table, name, value);
        }
        s += len + (s[len] == '&');
    }
    *out = table;
    return err;
}

/* A text from path or query as the JSON value that the field wants. */
static json_t *value_of(apr_pool_t *p, const pt_field_t *f, const char *s)
{
    if (f->type == PT_T_INT) {
        char *end;
        apr_int64_t n = apr_strtoi64(s, &end, 10);
        if (*s && !apr_isspace(*s) && !*end)
            return pt_json_own(p, json_integer(n));
    }
    if (f->type == PT_T_BOOL && (!strcmp(s, "true") || !strcmp(s, "false")))
        return pt_json_own(p, json_boolean(*s == 't'));
    return pt_json_own(p, json_string(s));
}

static pt_err_t *unknown_parameter(pt_req_t *q, pt_err_t *err,
                                   const apr_table_t *query)
{
    const apr_array_header_t *entries = apr_table_elts(query);
    int i;

    for (i = 0; i < entries->nelts; i++) {
        const char *name = APR_ARRAY_IDX(entries, i, apr_table_entry_t).key;
        const pt_field_t *f = q->route->input;

        while (f && f->name && (f->in != PT_IN_QUERY || strcmp(f->name, name)))
            f++;
        if (!f || !f->name)
            err = pt_err_field(err, q->ctx.pool,
                               apr_pstrcat(q->ctx.pool, "/", name, NULL),
                               PT_C_UNKNOWN);
    }
    return err;
}

static const char *param_value(const pt_path_param_t *params, const char *name)
{
    for (; params->name; params++) {
        if (!strcmp(params->name, name))
            return params->value;
    }
    return NULL;
}

static pt_err_t *bind_path(pt_req_t *q, void *input, const pt_field_t *f,
                           const pt_path_param_t *params)
{
    const char *s = param_value(params, f->name);
    json_t *value = s ? value_of(q->ctx.pool, f, s) : NULL;

    /* An id that cannot be one names nothing. */
    if (!value || pt_check_value(PT_OK, q->ctx.pool, f, value, "/"))
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    store_value(q->ctx.pool, input, f, value);
    return PT_OK;
}

static pt_err_t *bind_query(pt_req_t *q, pt_err_t *err, void *input,
                            const pt_field_t *f, const apr_table_t *query)
{
    apr_pool_t *p = q->ctx.pool;
    const char *s = apr_table_get(query, f->name);
    const char *pointer = apr_pstrcat(p, "/", f->name, NULL);
    json_t *value = s ? value_of(p, f, s) : NULL;
    pt_err_t *checked = err;

    if (value)
        checked = pt_check_value(err, p, f, value, pointer);
    else if (f->need == PT_REQUIRED)
        checked = pt_err_field(err, p, pointer, PT_C_REQUIRED);
    if (!checked)
        store_value(p, input, f, value);
    return checked;
}

int pt_input_has_body(const pt_route_t *route)
{
    const pt_field_t *f;

    for (f = route->input; f && f->name; f++) {
        if (f->in == PT_IN_BODY)
            return 1;
    }
    return 0;
}

pt_err_t *pt_input_bind(pt_req_t *q, const pt_path_param_t *params,
                        const json_t *body)
{
    apr_pool_t *p = q->ctx.pool;
    void *input = apr_pcalloc(p, q->route->input_size + 1);
    const pt_field_t *f;
    apr_table_t *query = NULL;
    pt_err_t *err = read_query(q, &query);

    if (!query)
        return err;
    err = unknown_parameter(q, err, query);
    if (body)
        err = pt_check_object(err, p, q->route->input, body, "");
    for (f = q->route->input; f && f->name; f++) {
        if (f->in == PT_IN_PATH)
            PT_TRY(bind_path(q, input, f, params));
        else if (f->in == PT_IN_QUERY)
            err = bind_query(q, err, input, f, query);
        else if (!err)
            store_value(p, input, f, json_object_get(body, f->name));
    }
    q->input = input;
    return err;
}
