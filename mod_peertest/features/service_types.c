/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.c - the kinds of test, with their forms and minimums, as
 * clients build their pages from them. */

#include "features/service_types.h"
#include "http/pt_route.h"

#include <string.h>

#define MULTILINE_FROM 400 /* characters */

const pt_schema_t *const *const pt_open_forms = pt_service_schemas;

/* clang-format off */
static const char *const type_names[] = {
    [PT_T_TEXT] = "text", [PT_T_URL] = "url",   [PT_T_TIME] = "time",     [PT_T_ENUM] = "enum",
    [PT_T_INT] = "int",   [PT_T_BOOL] = "bool", [PT_T_OBJECT] = "object", [PT_T_ARRAY] = "array",
};

#define FIELD_TYPES PT_VALUES("text", "url", "time", "enum", "int", "bool", "object", "array")

/* Members that are left out where they say nothing. */
#define MAYBE(member, type_, doc_, ...) \
    PT_N(member, type_, PT_OPTIONAL, .doc = doc_, __VA_ARGS__)

static const pt_schema_t form_field_schema;
static const pt_field_t form_field_fields[] = {
    PT_OUT(name,     PT_T_TEXT,  "The member"),
    PT_OUT(type,     PT_T_ENUM,  "What its value is", .values = FIELD_TYPES),
    PT_OUT(doc,      PT_T_TEXT,  "What it is for, in English"),
    PT_OUT(required, PT_T_BOOL,  "Also a draft cannot leave it out"),
    MAYBE(min,       PT_T_INT,   "Least number, characters or entries"),
    MAYBE(max,       PT_T_INT,   "Most of the same"),
    MAYBE(pattern,   PT_T_TEXT,  "Regular expression that it matches"),
    MAYBE(multiline, PT_T_BOOL,  "The text is long"),
    MAYBE(values,    PT_T_ARRAY, "The possible values", .item = PT_T_TEXT),
    MAYBE(item,      PT_T_ENUM,  "What the entries of an array are", .values = FIELD_TYPES),
    MAYBE(item_max,  PT_T_INT,   "Most characters of an entry"),
    MAYBE(fields,    PT_T_ARRAY, "Members of the object, or of each entry",
          .item = PT_T_OBJECT, .of = &form_field_schema),
    PT_FIELDS_END
};
static const pt_schema_t form_field_schema = {"FormField", form_field_fields, 0};

static const pt_field_t condition_fields[] = {
    PT_OUT(member, PT_T_TEXT,  "A member of the same object"),
    PT_OUT(values, PT_T_ARRAY, "It counts where the member has one of them", .item = PT_T_TEXT),
    PT_FIELDS_END
};
static const pt_schema_t condition_schema = {NULL, condition_fields, 0};

static const pt_schema_t form_rule_schema;
static const pt_field_t form_rule_fields[] = {
    PT_OUT(kind,    PT_T_ENUM,   "What is asked for",
           .values = PT_VALUES("needs", "text", "entries", "answers", "confirmed", "sum",
                               "findings", "evidence", "either")),
    PT_OUT(field,   PT_T_TEXT,   "Of what; * stands for each entry of a list"),
    MAYBE(min,      PT_T_INT,    "Least characters or entries"),
    MAYBE(when,     PT_T_OBJECT, "Only then", .of = &condition_schema),
    MAYBE(of,       PT_T_TEXT,   "What of the details it answers, or what says how many"),
    MAYBE(member,   PT_T_TEXT,   "What an answer needs"),
    MAYBE(members,  PT_T_ARRAY,  "What makes 100 in sum", .item = PT_T_TEXT),
    MAYBE(evidence, PT_T_ARRAY,  "Kinds of evidence, any of which will do", .item = PT_T_TEXT),
    MAYBE(either,   PT_T_ARRAY,  "One of these is enough", .item = PT_T_OBJECT, .of = &form_rule_schema),
    PT_FIELDS_END
};
static const pt_schema_t form_rule_schema = {"FormRule", form_rule_fields, 0};

static const pt_field_t service_type_fields[] = {
    PT_OUT(key,             PT_T_ENUM,  "As in service_type", .values = pt_service_type_keys),
    PT_OUT(title,           PT_T_TEXT,  "In English; translate by key"),
    PT_OUT(unit,            PT_T_TEXT,  "What a quantity counts"),
    PT_OUT(enabled,         PT_T_BOOL,  "It can be bought here"),
    MAYBE(terms,            PT_T_TEXT,  "Legal text that goes with it"),
    PT_OUT(details,         PT_T_ARRAY, "What the builder says about an item",
           .item = PT_T_OBJECT, .of = &form_field_schema),
    PT_OUT(details_minimum, PT_T_ARRAY, "What is needed to publish it",
           .item = PT_T_OBJECT, .of = &form_rule_schema),
    PT_OUT(report,          PT_T_ARRAY, "What the tester hands in",
           .item = PT_T_OBJECT, .of = &form_field_schema),
    PT_OUT(minimum,         PT_T_ARRAY, "What is needed to hand it in",
           .item = PT_T_OBJECT, .of = &form_rule_schema),
    PT_FIELDS_END
};
static const pt_schema_t service_type_schema = {"ServiceType", service_type_fields, 1};
/* clang-format on */

int pt_service_is_on(const pt_site_t *site, const pt_service_type_t *type)
{
    return !type->form->needs_terms || site->security_terms;
}

static json_t *strings_json(const char *const *strings)
{
    json_t *list = json_array();

    for (; *strings; strings++)
        json_array_append_new(list, json_string(*strings));
    return list;
}

static void set_text(json_t *object, const char *member, const char *text)
{
    if (text)
        json_object_set_new(object, member, json_string(text));
}

static void set_strings(json_t *object, const char *member,
                        const char *const *strings)
{
    if (strings)
        json_object_set_new(object, member, strings_json(strings));
}

static void set_int(json_t *object, const char *member, apr_int64_t n)
{
    json_object_set_new(object, member, json_integer(n));
}

static json_t *fields_json(const pt_field_t *fields);

static json_t *field_json(const pt_field_t *f)
{
    json_t *json =
        json_pack("{ss ss ss sb}", "name", f->name, "type", type_names[f->type],
                  "doc", f->doc, "required", f->need == PT_REQUIRED);

    if (f->min || f->type == PT_T_INT)
        set_int(json, "min", f->min);
    if (f->max)
        set_int(json, "max", f->max);
    set_text(json, "pattern", f->pattern);
    if (f->type == PT_T_TEXT && f->max >= MULTILINE_FROM)
        json_object_set_new(json, "multiline", json_true());
    set_strings(json, "values", f->values);
    if (f->type == PT_T_ARRAY)
        set_text(json, "item", type_names[f->item]);
    if (f->item_max)
        set_int(json, "item_max", f->item_max);
    if (f->of)
        json_object_set_new(json, "fields", fields_json(f->of->fields));
    return json;
}

static json_t *fields_json(const pt_field_t *fields)
{
    json_t *list = json_array();

    for (; fields->name; fields++)
        json_array_append_new(list, field_json(fields));
    return list;
}

static json_t *rule_json(const pt_rule_t *rule, const char *form)
{
    json_t *json = json_pack("{ss so}", "kind", pt_rule_name(rule->kind),
                             "field", json_sprintf("%s%s", form, rule->at));

    if (rule->min)
        set_int(json, "min", rule->min);
    if (rule->when)
        json_object_set_new(json, "when",
                            json_pack("{ss so}", "member", rule->when, "values",
                                      strings_json(rule->values)));
    if (rule->of)
        json_object_set_new(json, "of", json_sprintf("/details%s", rule->of));
    set_text(json, "member", rule->member);
    set_strings(json, "members", rule->members);
    set_strings(json, "evidence", rule->evidence);
    if (rule->kind == PT_RULE_EITHER)
        json_object_set_new(json, "either",
                            json_pack("[oo]", rule_json(&rule->either[0], form),
                                      rule_json(&rule->either[1], form)));
    return json;
}

static json_t *rules_json(const pt_rule_t *rules, const char *form)
{
    json_t *list = json_array();

    for (; rules->at; rules++)
        json_array_append_new(list, rule_json(rules, form));
    return list;
}

static json_t *type_json(const pt_site_t *site, const pt_service_type_t *type)
{
    const pt_service_form_t *form = type->form;
    json_t *json = json_pack(
        "{ss ss ss sb so so so so}", "key", type->key, "title", type->title,
        "unit", type->unit, "enabled", pt_service_is_on(site, type), "details",
        fields_json(form->details.fields), "details_minimum",
        rules_json(form->asks, "/details"), "report",
        fields_json(form->report.fields), "minimum",
        rules_json(form->needs, "/report"));

    if (form->needs_terms)
        set_text(json, "terms", site->security_terms);
    return json;
}

static json_t *types_json(const pt_site_t *site)
{
    json_t *items = json_array();

    for (const pt_service_type_t *type = pt_service_types; type->key; type++)
        json_array_append_new(items, type_json(site, type));
    return json_pack("{so sn}", "items", items, "next");
}

const char *pt_service_types_text(apr_pool_t *p)
{
    return pt_json_text(p, pt_json_own(p, types_json(&(pt_site_t){0})));
}

static pt_err_t *service_types_list(pt_req_t *q)
{
    return pt_reply_json(q, types_json(q->ctx.site));
}

/* clang-format off */
const pt_route_t pt_service_types_routes[] = {
    {.method = M_GET, .path = "/service-types", .id = "listServiceTypes", .tag = "About",
     .summary = "Every kind of test, with its forms and what they need at least",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &service_type_schema,
     .cache_seconds = 60, .etag = 1, .no_db = 1, .handler = service_types_list},
    PT_ROUTES_END
};
/* clang-format on */
