/* SPDX-License-Identifier: Apache-2.0 */
/* pt_check.c - JSON values against field declarations. */

#include "core/pt_check.h"
#include "core/pt_text.h"
#include "core/pt_time.h"

#include <apr_strings.h>
#include <regex.h>
#include <string.h>

/* A pattern that is none matches nothing; the server does not start with one.
 */
static pt_err_t *check_pattern(pt_err_t *err, apr_pool_t *p,
                               const pt_field_t *f, const char *s,
                               const char *pointer)
{
    regex_t re;
    int rc = regcomp(&re, f->pattern, REG_EXTENDED | REG_NOSUB);

    if (rc == 0) {
        rc = regexec(&re, s, 0, NULL, 0);
        regfree(&re);
    }
    return rc ? pt_err_field(err, p, pointer, PT_C_BAD_FORMAT) : err;
}

static int is_value(const char *const *values, const char *s)
{
    for (; *values; values++) {
        if (!strcmp(*values, s))
            return 1;
    }
    return 0;
}

/* Blanks say nothing: they do not count for what must be said, unless they may
 * be part of a secret. */
static pt_err_t *check_length(pt_err_t *err, apr_pool_t *p, const pt_field_t *f,
                              const char *s, const char *pointer)
{
    const char *said = f->secret ? s : pt_text_trim(p, s);

    if ((apr_int64_t)pt_text_len(said) < f->min)
        return pt_err_field(err, p, pointer, PT_C_TOO_SHORT);
    if (f->max && (apr_int64_t)pt_text_len(s) > f->max)
        return pt_err_field(err, p, pointer, PT_C_TOO_LONG);
    if (f->pattern)
        return check_pattern(err, p, f, s, pointer);
    return err;
}

static pt_err_t *check_text(pt_err_t *err, apr_pool_t *p, const pt_field_t *f,
                            const char *s, const char *pointer)
{
    apr_time_t t;

    if (!pt_text_is_clean(s))
        return pt_err_field(err, p, pointer, PT_C_BAD_FORMAT);
    /* "" empties an optional member. */
    if (!*s && f->need == PT_OPTIONAL && !f->min && f->type != PT_T_ENUM)
        return err;
    switch (f->type) {
    case PT_T_UUID:
        return pt_text_is_uuid(s)
                   ? err
                   : pt_err_field(err, p, pointer, PT_C_NOT_A_UUID);
    case PT_T_EMAIL:
        return pt_text_is_email(pt_text_trim(p, s))
                   ? err
                   : pt_err_field(err, p, pointer, PT_C_NOT_AN_EMAIL);
    case PT_T_URL:
        if (!pt_text_is_url(s))
            return pt_err_field(err, p, pointer, PT_C_NOT_A_URL);
        return check_length(err, p, f, s, pointer);
    case PT_T_TIME:
        return pt_time_parse(&t, s)
                   ? err
                   : pt_err_field(err, p, pointer, PT_C_NOT_A_TIME);
    case PT_T_ENUM:
        return is_value(f->values, s)
                   ? err
                   : pt_err_field(err, p, pointer, PT_C_NOT_ALLOWED);
    default:
        return check_length(err, p, f, s, pointer);
    }
}

static pt_err_t *check_integer(pt_err_t *err, apr_pool_t *p,
                               const pt_field_t *f, const json_t *value,
                               const char *pointer)
{
    json_int_t n;

    if (!json_is_integer(value))
        return pt_err_field(err, p, pointer, PT_C_NOT_AN_INTEGER);
    n = json_integer_value(value);
    if (n < f->min)
        return pt_err_field(err, p, pointer, PT_C_TOO_SMALL);
    if (f->max && n > f->max)
        return pt_err_field(err, p, pointer, PT_C_TOO_LARGE);
    return err;
}

static pt_err_t *check_array(pt_err_t *err, apr_pool_t *p, const pt_field_t *f,
                             const json_t *value, const char *pointer)
{
    const pt_field_t entry = {.name = f->name,
                              .type = f->item,
                              .need = PT_REQUIRED,
                              .min = f->item == PT_T_TEXT,
                              .max = f->item_max,
                              .values = f->values,
                              .of = f->of};
    apr_size_t i, n;

    if (!json_is_array(value))
        return pt_err_field(err, p, pointer, PT_C_NOT_AN_ARRAY);
    n = json_array_size(value);
    if ((apr_int64_t)n < f->min)
        return pt_err_field(err, p, pointer, PT_C_TOO_FEW);
    /* An array always has a limit; 0 means that it must be empty. */
    if ((apr_int64_t)n > f->max)
        return pt_err_field(err, p, pointer, PT_C_TOO_MANY);
    for (i = 0; i < n; i++)
        err =
            pt_check_value(err, p, &entry, json_array_get(value, i),
                           apr_psprintf(p, "%s/%" APR_SIZE_T_FMT, pointer, i));
    return err;
}

pt_err_t *pt_check_value(pt_err_t *err, apr_pool_t *p, const pt_field_t *f,
                         const json_t *value, const char *pointer)
{
    switch (f->type) {
    case PT_T_INT:
        return check_integer(err, p, f, value, pointer);
    case PT_T_BOOL:
        return json_is_boolean(value)
                   ? err
                   : pt_err_field(err, p, pointer, PT_C_NOT_A_BOOLEAN);
    case PT_T_OBJECT:
    case PT_T_JSON:
        if (!json_is_object(value))
            return pt_err_field(err, p, pointer, PT_C_NOT_AN_OBJECT);
        return f->of ? pt_check_object(err, p, f->of->fields, value, pointer)
                     : err;
    case PT_T_ARRAY:
        return check_array(err, p, f, value, pointer);
    default:
        if (!json_is_string(value))
            return pt_err_field(err, p, pointer, PT_C_NOT_A_STRING);
        return check_text(err, p, f, json_string_value(value), pointer);
    }
}

static const pt_field_t *field_of(const pt_field_t *fields, const char *name)
{
    for (; fields && fields->name; fields++) {
        if (fields->in == PT_IN_BODY && !strcmp(fields->name, name))
            return fields;
    }
    return NULL;
}

/* A member's name as a reference token (RFC 6901, section 3). */
static const char *token_of(apr_pool_t *p, const char *name)
{
    char *out = apr_palloc(p, 2 * strlen(name) + 1), *o = out;

    for (; *name; name++) {
        if (*name == '~' || *name == '/') {
            *o++ = '~';
            *o++ = *name == '~' ? '0' : '1';
        }
        else {
            *o++ = *name;
        }
    }
    *o = '\0';
    return out;
}

pt_err_t *pt_check_object(pt_err_t *err, apr_pool_t *p,
                          const pt_field_t *fields, const json_t *object,
                          const char *pointer)
{
    const pt_field_t *f;
    const char *name;
    json_t *value;

    json_object_foreach ((json_t *)object, name, value) {
        if (!field_of(fields, name))
            err = pt_err_field(
                err, p, apr_pstrcat(p, pointer, "/", token_of(p, name), NULL),
                PT_C_UNKNOWN);
    }
    for (f = fields; f && f->name; f++) {
        const char *place;

        if (f->in != PT_IN_BODY)
            continue;
        place = apr_pstrcat(p, pointer, "/", f->name, NULL);
        value = json_object_get(object, f->name);
        if (value && !json_is_null(value))
            err = pt_check_value(err, p, f, value, place);
        else if (f->need == PT_REQUIRED)
            err = pt_err_field(err, p, place, PT_C_REQUIRED);
    }
    return err;
}
