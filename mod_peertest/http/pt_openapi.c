/* SPDX-License-Identifier: Apache-2.0 */
/* pt_openapi.c - the route tables as an OpenAPI 3.1 document.
 * https://spec.openapis.org/oas/v3.1.0 */

#include "http/pt_openapi.h"
#include "http/pt_input.h"
#include "http/pt_rate.h"
#include "http/pt_reply.h"
#include "http/pt_router.h"

#include <apr_strings.h>
#include <string.h>

static json_t *object_schema(json_t *schemas, const pt_field_t *fields,
                             int output);

static json_t *ref_to(const char *kind, const char *name)
{
    return json_pack("{so}", "$ref",
                     json_sprintf("#/components/%s/%s", kind, name));
}

/* A reference to a named schema, which is added to the components; a schema
 * without a name is written out in place. */
static json_t *schema_ref(json_t *schemas, const pt_schema_t *schema,
                          int output)
{
    if (!schema->name)
        return object_schema(schemas, schema->fields, output);
    if (!json_object_get(schemas, schema->name)) {
        json_object_set_new(schemas, schema->name, json_object());
        json_object_set_new(schemas, schema->name,
                            object_schema(schemas, schema->fields, output));
    }
    return ref_to("schemas", schema->name);
}

static json_t *values_json(const char *const *values)
{
    json_t *list = json_array();

    for (; *values; values++)
        json_array_append_new(list, json_string(*values));
    return list;
}

static json_t *text_schema(const pt_field_t *f)
{
    static const char *const formats[] = {[PT_T_UUID] = "uuid",
                                          [PT_T_EMAIL] = "email",
                                          [PT_T_URL] = "uri",
                                          [PT_T_TIME] = "date-time"};
    json_t *json = json_pack("{ss}", "type", "string");

    if (f->type <= PT_T_TIME && formats[f->type])
        json_object_set_new(json, "format", json_string(formats[f->type]));
    if (f->type == PT_T_ENUM)
        json_object_set_new(json, "enum", values_json(f->values));
    if (f->min)
        json_object_set_new(json, "minLength", json_integer(f->min));
    if (f->max)
        json_object_set_new(json, "maxLength", json_integer(f->max));
    if (f->pattern)
        json_object_set_new(json, "pattern", json_string(f->pattern));
    if (f->type == PT_T_TEXT && f->values)
        return json_pack("{s[{ss so} o]}", "anyOf", "type", "string", "enum",
                         values_json(f->values), json);
    return json;
}

static json_t *integer_schema(const pt_field_t *f, int output)
{
    json_t *json = json_pack("{ss}", "type", "integer");

    if (output)
        return json;
    json_object_set_new(json, "minimum", json_integer(f->min));
    if (f->max)
        json_object_set_new(json, "maximum", json_integer(f->max));
    /* One that nobody could send stands for "not said". */
    if (f->need == PT_OPTIONAL && f->dflt && f->dflt >= f->min)
        json_object_set_new(json, "default", json_integer(f->dflt));
    return json;
}

static json_t *value_schema(json_t *schemas, const pt_field_t *f, int output);

static json_t *array_schema(json_t *schemas, const pt_field_t *f, int output)
{
    const pt_field_t entry = {.type = f->item,
                              .min = !output && f->item == PT_T_TEXT,
                              .max = f->item_max,
                              .values = f->values,
                              .of = f->of};
    json_t *json = json_pack("{ss so}", "type", "array", "items",
                             value_schema(schemas, &entry, output));

    if (!output) {
        json_object_set_new(json, "minItems", json_integer(f->min));
        json_object_set_new(json, "maxItems", json_integer(f->max));
    }
    return json;
}

static json_t *value_schema(json_t *schemas, const pt_field_t *f, int output)
{
    switch (f->type) {
    case PT_T_INT:
        return integer_schema(f, output);
    case PT_T_BOOL:
        return json_pack("{ss}", "type", "boolean");
    case PT_T_ARRAY:
        return array_schema(schemas, f, output);
    case PT_T_OBJECT:
        return schema_ref(schemas, f->of, output);
    case PT_T_JSON:
        return json_pack("{ss}", "type", "object");
    default:
        return text_schema(f);
    }
}

/* "may be null", for schemas with a type and for references. */
static json_t *make_nullable(json_t *json)
{
    json_t *type = json_object_get(json, "type"), *values;

    if (!type)
        return json_pack("{s[o{ss}]}", "anyOf", json, "type", "null");
    json_object_set_new(json, "type",
                        json_pack("[ss]", json_string_value(type), "null"));
    if ((values = json_object_get(json, "enum")))
        json_array_append_new(values, json_null());
    return json;
}

static json_t *field_schema(json_t *schemas, const pt_field_t *f, int output)
{
    json_t *json = value_schema(schemas, f, output);

    /* In requests, absent and null mean the same. */
    if (output ? f->nullable : f->need == PT_OPTIONAL && f->in == PT_IN_BODY)
        json = make_nullable(json);
    if (f->doc)
        json_object_set_new(json, "description", json_string(f->doc));
    if (f->secret)
        json_object_set_new(json, "writeOnly", json_true());
    return json;
}

static json_t *object_schema(json_t *schemas, const pt_field_t *fields,
                             int output)
{
    json_t *members = json_object(), *required = json_array();

    for (; fields && fields->name; fields++) {
        if (fields->in != PT_IN_BODY)
            continue;
        json_object_set_new(members, fields->name,
                            field_schema(schemas, fields, output));
        if (fields->need == PT_REQUIRED)
            json_array_append_new(required, json_string(fields->name));
    }
    return json_pack("{ss so so sb}", "type", "object", "properties", members,
                     "required", required, "additionalProperties", 0);
}

static json_t *output_schema(json_t *schemas, const pt_schema_t *schema)
{
    json_t *item = schema_ref(schemas, schema, 1);

    if (!schema->list)
        return item;
    return json_pack("{ss s[ss] s{s{ss so} s{s[ss] ss}} sb}", "type", "object",
                     "required", "items", "next", "properties", "items", "type",
                     "array", "items", item, "next", "type", "string", "null",
                     "description", "Cursor of the next page; null on the last",
                     "additionalProperties", 0);
}

static void add_problem(json_t *responses, pt_problem_e e)
{
    const pt_problem_t *problem = pt_problem(e);
    char status[8];
    json_t *response, *slugs;
    size_t i;

    apr_snprintf(status, sizeof(status), "%d", problem->status);
    response = json_object_get(responses, status);
    if (!response) {
        response = json_pack("{ss s{s{so}} s[]}", "description", problem->title,
                             "content", "application/problem+json", "schema",
                             ref_to("schemas", "Problem"), "x-problems");
        json_object_set_new(responses, status, response);
    }
    slugs = json_object_get(response, "x-problems");
    for (i = 0; i < json_array_size(slugs); i++) {
        if (!strcmp(json_string_value(json_array_get(slugs, i)), problem->slug))
            return;
    }
    json_array_append_new(slugs, json_string(problem->slug));
}

/* What the pipeline can answer before and around a handler. */
static void add_pipeline_problems(json_t *responses, const pt_route_t *route)
{
    const pt_field_t *f;
    int path_params = 0;

    for (f = route->input; f && f->name; f++)
        path_params |= f->in == PT_IN_PATH;
    add_problem(responses, PT_P_MALFORMED);
    if (route->rate != PT_RATE_NONE)
        add_problem(responses, PT_P_RATE_LIMITED);
    if (route->auth == PT_AUTH_COOKIE || route->auth == PT_AUTH_READER)
        add_problem(responses, PT_P_CROSS_SITE);
    if (route->auth != PT_AUTH_NONE && route->auth != PT_AUTH_COOKIE)
        add_problem(responses, PT_P_UNAUTHORIZED);
    if (route->auth == PT_AUTH_BUILDER || route->auth == PT_AUTH_TESTER
        || route->auth == PT_AUTH_ADMIN)
        add_problem(responses, PT_P_FORBIDDEN);
    if (route->auth == PT_AUTH_ADMIN)
        add_problem(responses, PT_P_SECOND_FACTOR_NEEDED);
    if (path_params)
        add_problem(responses, PT_P_NOT_FOUND);
    add_problem(responses, PT_P_INVALID_INPUT);
    if (pt_input_has_body(route))
        add_problem(responses, PT_P_MEDIA_TYPE);
    /* Also without members: an empty object may come, and more is refused. */
    if (route->method != M_GET)
        add_problem(responses, PT_P_TOO_LARGE);
    if (route->if_match)
        add_problem(responses, PT_P_PRECONDITION);
    if (!route->no_db) {
        add_problem(responses, PT_P_UNAVAILABLE);
        add_problem(responses, PT_P_INTERNAL);
    }
    if (route->method == M_POST && route->idempotency != PT_IDEM_OFF) {
        add_problem(responses, PT_P_IDEMPOTENCY_MISMATCH);
        add_problem(responses, PT_P_IDEMPOTENCY_RUNNING);
        if (route->idempotency == PT_IDEM_REQUIRED)
            add_problem(responses, PT_P_IDEMPOTENCY_REQUIRED);
    }
}

static json_t *header_parameter(const char *name, int required, const char *doc,
                                json_t *schema)
{
    return json_pack("{ss ss sb ss so}", "name", name, "in", "header",
                     "required", required, "description", doc, "schema",
                     schema);
}

/* A header's one value, or any text. */
static json_t *header_schema(const pt_header_t *header)
{
    return json_pack("{ss ss*}", "type", "string", "const", header->only);
}

static json_t *parameters_json(json_t *schemas, const pt_route_t *route)
{
    json_t *list = json_array();
    const pt_header_t *header;
    const pt_field_t *f;

    for (header = route->headers; header && header->name; header++)
        json_array_append_new(
            list, header_parameter(header->name, header->required, header->doc,
                                   header_schema(header)));
    for (f = route->input; f && f->name; f++) {
        if (f->in == PT_IN_BODY)
            continue;
        json_array_append_new(list,
                              json_pack("{ss ss sb so}", "name", f->name, "in",
                                        f->in == PT_IN_PATH ? "path" : "query",
                                        "required", f->need == PT_REQUIRED,
                                        "schema", field_schema(schemas, f, 0)));
    }
    if (route->method == M_POST && route->idempotency != PT_IDEM_OFF)
        json_array_append_new(
            list,
            header_parameter(
                "Idempotency-Key", route->idempotency == PT_IDEM_REQUIRED,
                "The first answer under a key is given again for 24 hours",
                json_pack("{ss si si}", "type", "string", "minLength", 1,
                          "maxLength", 255)));
    if (route->if_match)
        json_array_append_new(
            list, header_parameter("If-Match", 0,
                                   "Entity tag of the object as you know it",
                                   json_pack("{ss}", "type", "string")));
    if (route->auth == PT_AUTH_COOKIE)
        json_array_append_new(
            list,
            header_parameter(
                "X-PeerTest", 1, "\"1\": the request comes from our own pages",
                json_pack("{ss ss}", "type", "string", "const", "1")));
    return list;
}

static json_t *security_json(const pt_route_t *route)
{
    switch (route->auth) {
    case PT_AUTH_NONE:
        return json_array();
    case PT_AUTH_OPTIONAL:
        return json_pack("[{} {s[]}]", "accessToken");
    case PT_AUTH_COOKIE:
        return json_pack("[{s[]}]", "refreshCookie");
    case PT_AUTH_READER:
        return json_pack("[{} {s[]} {s[]}]", "accessToken", "refreshCookie");
    default:
        return json_pack("[{s[]}]", "accessToken");
    }
}

/* Who may use the route, beside what its security asks for. */
static void add_rights(json_t *op, const pt_route_t *route)
{
    static const char *const roles[] = {
        [PT_AUTH_NONE] = "anybody",   [PT_AUTH_OPTIONAL] = "anybody",
        [PT_AUTH_USER] = "user",      [PT_AUTH_BUILDER] = "builder",
        [PT_AUTH_TESTER] = "tester",  [PT_AUTH_ADMIN] = "admin",
        [PT_AUTH_COOKIE] = "session", [PT_AUTH_READER] = "reader",
    };
    unsigned left = route->scopes;
    const char *scope;
    json_t *names;

    json_object_set_new(op, "x-role", json_string(roles[route->auth]));
    if (!left)
        return;
    names = json_array();
    while ((scope = pt_scope_take(&left)))
        json_array_append_new(names, json_string(scope));
    json_object_set_new(op, "x-scopes", names);
}

/* {"text/plain": {}}: a media type without its parameters. */
static json_t *media_type(const char *type)
{
    return json_pack("{s%{}}", type, strcspn(type, "; "));
}

/* What httpd makes of a stored file, or the store's own address. */
static void add_stored_responses(json_t *responses, const json_t *ok)
{
    json_object_set_new(responses, "206", json_deep_copy(ok));
    json_object_set_new(responses, "302",
                        json_pack("{ss}", "description", "It is elsewhere"));
    json_object_set_new(responses, "304",
                        json_pack("{ss}", "description", "Not modified"));
    add_problem(responses, PT_P_PRECONDITION);
    add_problem(responses, PT_P_RANGE);
}

static json_t *responses_json(json_t *schemas, const pt_route_t *route)
{
    json_t *responses = json_object(), *ok;
    const pt_problem_e *e;
    char status[8];

    ok = json_pack("{ss}", "description", "Success");
    if (route->output_type)
        json_object_set_new(ok, "content", media_type(route->output_type));
    else if (route->output)
        json_object_set_new(ok, "content",
                            json_pack("{s{so}}", "application/json", "schema",
                                      output_schema(schemas, route->output)));
    if (route->other_form)
        json_object_set_new(json_object_get(ok, "content"),
                            route->other_form->type, json_object());
    apr_snprintf(status, sizeof(status), "%d", route->status);
    json_object_set_new(responses, status, ok);
    if (route->other_status) {
        apr_snprintf(status, sizeof(status), "%d", route->other_status);
        json_object_set(responses, status, ok);
    }
    if (route->etag && route->method == M_GET)
        json_object_set_new(responses, "304",
                            json_pack("{ss}", "description", "Not modified"));
    if (route->stored)
        add_stored_responses(responses, ok);
    add_pipeline_problems(responses, route);
    for (e = route->problems; e && *e != PT_P_COUNT; e++)
        add_problem(responses, *e);
    return responses;
}

static json_t *operation_json(json_t *schemas, const pt_route_t *route)
{
    json_t *op =
        json_pack("{ss ss s[s] so so ss so}", "operationId", route->id,
                  "summary", route->summary, "tags", route->tag, "parameters",
                  parameters_json(schemas, route), "responses",
                  responses_json(schemas, route), "x-rate-class",
                  pt_rate_name(route->rate), "security", security_json(route));

    add_rights(op, route);
    if (pt_input_has_body(route))
        json_object_set_new(op, "requestBody",
                            json_pack("{sb s{s{so}}}", "required", 1, "content",
                                      "application/json", "schema",
                                      object_schema(schemas, route->input, 0)));
    if (route->raw_body)
        json_object_set_new(op, "requestBody",
                            json_pack("{sb s{s{}}}", "required", 1, "content",
                                      "application/json"));
    if (route->streams)
        json_object_set_new(op, "requestBody",
                            json_pack("{sb s{s{}}}", "required", 0, "content",
                                      "application/offset+octet-stream"));
    return op;
}

static json_t *problem_schema(void)
{
    return json_pack(
        "{ss s[sssss] s{s{ss} s{ss} s{ss} s{ss} s{ss} s{ss} s{ss s{ss s[ss] "
        "s{s{ss} s{ss}}}}}}",
        "type", "object", "required", "type", "title", "status", "detail",
        "request_id", "properties", "type", "type", "string", "title", "type",
        "string", "status", "type", "integer", "detail", "type", "string",
        "request_id", "type", "string", "state", "type", "string", "errors",
        "type", "array", "items", "type", "object", "required", "pointer",
        "code", "properties", "pointer", "type", "string", "code", "type",
        "string");
}

static json_t *security_schemes(void)
{
    return json_pack("{s{ss ss ss} s{ss ss ss}}", "accessToken", "type", "http",
                     "scheme", "bearer", "bearerFormat", "JWT", "refreshCookie",
                     "type", "apiKey", "in", "cookie", "name",
                     "__Host-refresh");
}

static const char *text, *etag;

const char *pt_openapi_text(void)
{
    return text;
}

const char *pt_openapi_etag(void)
{
    return etag;
}

static const char *dump(json_t *doc, apr_pool_t *p)
{
    char *json = json_dumps(doc, JSON_INDENT(1) | JSON_SORT_KEYS);
    const char *copy = apr_pstrdup(p, json);

    free(json);
    return copy;
}

void pt_openapi_make(apr_pool_t *p)
{
    static const char *const methods[METHODS] = {
        [M_GET] = "get",       [M_PUT] = "put",     [M_POST] = "post",
        [M_DELETE] = "delete", [M_PATCH] = "patch", [M_OPTIONS] = "options"};
    json_t *paths = json_object(), *schemas = json_object(), *doc;
    const pt_route_t *const *feature, *route;
    const pt_schema_t *const *form;

    json_object_set_new(schemas, "Problem", problem_schema());
    for (form = pt_open_forms; *form; form++)
        json_decref(schema_ref(schemas, *form, 0));
    for (feature = pt_features; *feature; feature++) {
        for (route = *feature; route->path; route++) {
            json_t *item = json_object_get(paths, route->path);
            if (!item) {
                item = json_object();
                json_object_set_new(paths, route->path, item);
            }
            json_object_set_new(item, methods[route->method],
                                operation_json(schemas, route));
        }
    }
    doc = json_pack(
        "{ss s{ss ss ss s{ss ss}} s[{ss}] so s{so so}}", "openapi", "3.1.0",
        "info", "title", "PeerTest Hub", "version", "1", "description",
        "The crowdtesting marketplace. Problems and codes: GET /problems.",
        "license", "name", "Apache-2.0", "identifier", "Apache-2.0", "servers",
        "url", PT_API_BASE, "paths", paths, "components", "schemas", schemas,
        "securitySchemes", security_schemes());
    text = dump(doc, p);
    etag = pt_reply_etag(p, text);
    json_decref(doc);
}
