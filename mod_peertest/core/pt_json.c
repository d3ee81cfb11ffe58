/* SPDX-License-Identifier: Apache-2.0 */
/* pt_json.c - jansson values owned by a pool. */

#include "core/pt_json.h"

#include <apr_strings.h>
#include <stdlib.h>

static apr_status_t json_release(void *json)
{
    json_decref(json);
    return APR_SUCCESS;
}

json_t *pt_json_own(apr_pool_t *p, json_t *json)
{
    if (json)
        apr_pool_cleanup_register(p, json, json_release, apr_pool_cleanup_null);
    return json;
}

/* Are brackets nested deeper than the limit? Looked at before parsing, so that
 * depth costs no memory. What is no JSON at all is left to the parser. */
static int json_is_too_deep(const char *bytes, apr_size_t len)
{
    int depth = 0, in_string = 0;
    apr_size_t i;

    for (i = 0; i < len; i++) {
        char c = bytes[i];

        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = 0;
        }
        else if (c == '"') {
            in_string = 1;
        }
        else if (c == '{' || c == '[') {
            if (++depth > PT_JSON_DEPTH_MAX)
                return 1;
        }
        else if (c == '}' || c == ']') {
            depth--;
        }
    }
    return 0;
}

pt_err_t *pt_json_parse(apr_pool_t *p, json_t **json, const char *bytes,
                        apr_size_t len)
{
    json_error_t where;
    json_t *parsed;

    if (json_is_too_deep(bytes, len))
        return pt_fail(p, PT_P_MALFORMED,
                       apr_psprintf(p, "JSON may be nested %d levels deep.",
                                    PT_JSON_DEPTH_MAX));
    parsed =
        pt_json_own(p, json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &where));
    /* The parser's own text quotes what was sent, so it is for the log alone.
     */
    if (!parsed)
        return pt_err_cause(
            pt_fail(p, PT_P_MALFORMED,
                    apr_psprintf(p,
                                 "This is no valid JSON: line %d, column %d.",
                                 where.line, where.column)),
            "%s", where.text);
    if (!json_is_object(parsed))
        return pt_fail(p, PT_P_MALFORMED, "Send a JSON object.");
    *json = parsed;
    return PT_OK;
}

const char *pt_json_text(apr_pool_t *p, const json_t *json)
{
    char *text, *copy;

    if (!json)
        return NULL;
    text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
    copy = apr_pstrdup(p, text);
    free(text);
    return copy;
}

const char *pt_json_str(const json_t *object, const char *member)
{
    return json_string_value(json_object_get(object, member));
}

apr_int64_t pt_json_int(const json_t *object, const char *member,
                        apr_int64_t dflt)
{
    const json_t *value = json_object_get(object, member);

    return json_is_integer(value) ? json_integer_value(value) : dflt;
}
