/* SPDX-License-Identifier: Apache-2.0 */
/* service_rules.c - holds a form against the rows of its minimum. */

#include "domain/service_rules.h"
#include "core/pt_json.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

#define WHOLE 100 /* per cent */

/* A spot of the form that a rule is about. */
typedef struct {
    const json_t *value;  /* NULL: there is none */
    const json_t *parent; /* whose member it is */
    apr_int64_t number;   /* of the entry that it is or belongs to */
    const char *pointer;
} place_t;

typedef struct {
    apr_pool_t *p;
    const pt_rule_t *rule;
    const pt_ruled_t *ruled;
} check_t;

static int is_one_of(const char *const *values, const char *value)
{
    for (; value && *values; values++) {
        if (strcmp(*values, value) == 0)
            return 1;
    }
    return 0;
}

static int is_given(apr_pool_t *p, const json_t *value)
{
    if (json_is_string(value))
        return *pt_text_trim(p, json_string_value(value)) != '\0';
    if (json_is_array(value))
        return json_array_size(value) > 0;
    return value && !json_is_null(value);
}

/* An entry's own number, or its place in the list. */
static apr_int64_t number_of(const json_t *entry, size_t index)
{
    apr_int64_t number = pt_json_int(entry, "number", 0);

    return number > 0 ? number : (apr_int64_t)index + 1;
}

static const char *entry_pointer(apr_pool_t *p, const char *list,
                                 apr_int64_t number)
{
    return apr_psprintf(p, "%s/%" APR_INT64_T_FMT, list, number - 1);
}

/* All places that a path leads to. */
static void find_places(apr_array_header_t *places, place_t from,
                        const char *path)
{
    apr_pool_t *p = places->pool;
    size_t len, i;
    const char *token;
    json_t *entry;

    if (!*path) {
        APR_ARRAY_PUSH(places, place_t) = from;
        return;
    }
    len = strcspn(++path, "/");
    token = apr_pstrmemdup(p, path, len);
    if (strcmp(token, "*") != 0) {
        find_places(places,
                    (place_t){json_object_get(from.value, token), from.value,
                              from.number,
                              apr_pstrcat(p, from.pointer, "/", token, NULL)},
                    path + len);
        return;
    }
    json_array_foreach (from.value, i, entry) {
        apr_int64_t number = number_of(entry, i);
        find_places(places,
                    (place_t){entry, from.value, number,
                              entry_pointer(p, from.pointer, number)},
                    path + len);
    }
}

static const apr_array_header_t *places_of(apr_pool_t *p, const json_t *form,
                                           const char *pointer,
                                           const char *path)
{
    apr_array_header_t *places = apr_array_make(p, 4, sizeof(place_t));

    find_places(places, (place_t){form, NULL, 0, pointer}, path);
    return places;
}

/* What stands at a path of the details, which has no "*". */
static const json_t *detail_of(const check_t *c)
{
    const apr_array_header_t *places =
        places_of(c->p, c->ruled->details, "", c->rule->of);

    return APR_ARRAY_IDX(places, 0, place_t).value;
}

/* Each lack is listed once. */
static pt_err_t *lack(pt_err_t *err, const check_t *c, const char *pointer,
                      pt_code_e code)
{
    for (int i = 0; err && err->fields && i < err->fields->nelts; i++) {
        const pt_field_err_t *known =
            &APR_ARRAY_IDX(err->fields, i, pt_field_err_t);
        if (known->code == code && strcmp(known->pointer, pointer) == 0)
            return err;
    }
    return pt_err_field(err, c->p, pointer, code);
}

static pt_err_t *check_needs(pt_err_t *err, const check_t *c,
                             const place_t *place)
{
    if (is_given(c->p, place->value))
        return err;
    return lack(err, c, place->pointer, PT_C_REQUIRED);
}

static pt_err_t *check_text(pt_err_t *err, const check_t *c,
                            const place_t *place)
{
    const char *text = json_string_value(place->value);

    if (text
        && (apr_int64_t)pt_text_len(pt_text_trim(c->p, text)) >= c->rule->min)
        return err;
    return lack(err, c, place->pointer, PT_C_TOO_SHORT);
}

static apr_int64_t entries_in(apr_pool_t *p, const json_t *value)
{
    apr_int64_t count = 0;
    const char *name;
    json_t *member;

    if (json_is_array(value))
        return (apr_int64_t)json_array_size(value);
    json_object_foreach ((json_t *)value, name, member)
        count += is_given(p, member);
    return count;
}

static pt_err_t *check_entries(pt_err_t *err, const check_t *c,
                               const place_t *place)
{
    apr_int64_t least = c->rule->min;

    if (c->rule->of) {
        const json_t *wanted = detail_of(c);
        if (json_integer_value(wanted) > least)
            least = json_integer_value(wanted);
    }
    if (entries_in(c->p, place->value) >= least)
        return err;
    return lack(err, c, place->pointer, PT_C_TOO_FEW);
}

static const json_t *entry_numbered(const json_t *list, apr_int64_t number)
{
    size_t i;
    json_t *entry;

    json_array_foreach (list, i, entry) {
        if (number_of(entry, i) == number)
            return entry;
    }
    return NULL;
}

static pt_err_t *check_answer(pt_err_t *err, const check_t *c,
                              const place_t *list, apr_int64_t number)
{
    const json_t *entry = entry_numbered(list->value, number);
    const char *pointer = entry_pointer(c->p, list->pointer, number);

    if (is_given(c->p, json_object_get(entry, c->rule->member)))
        return err;
    return lack(err, c, apr_pstrcat(c->p, pointer, "/", c->rule->member, NULL),
                PT_C_REQUIRED);
}

/* Entries that answer nothing, or what is answered already. */
static pt_err_t *stray_answers(pt_err_t *err, const check_t *c,
                               const place_t *list, apr_int64_t last)
{
    size_t i;
    json_t *entry;

    json_array_foreach (list->value, i, entry) {
        apr_int64_t number = number_of(entry, i);
        const char *pointer = apr_pstrcat(
            c->p, entry_pointer(c->p, list->pointer, number), "/number", NULL);
        if (last && number > last)
            err = lack(err, c, pointer, PT_C_TOO_LARGE);
        else if (entry_numbered(list->value, number) != entry)
            err = lack(err, c, pointer, PT_C_REPEATED);
    }
    return err;
}

static pt_err_t *check_answers(pt_err_t *err, const check_t *c,
                               const place_t *list)
{
    apr_int64_t last = (apr_int64_t)json_array_size(detail_of(c));

    for (apr_int64_t number = 1; number <= last; number++)
        err = check_answer(err, c, list, number);
    if (!last && entries_in(c->p, list->value) < c->rule->min)
        err = lack(err, c, list->pointer, PT_C_TOO_FEW);
    return stray_answers(err, c, list, last);
}

static pt_err_t *check_confirmed(pt_err_t *err, const check_t *c,
                                 const place_t *place)
{
    if (json_is_true(place->value))
        return err;
    return lack(err, c, place->pointer, PT_C_REQUIRED);
}

static pt_err_t *check_sum(pt_err_t *err, const check_t *c,
                           const place_t *place)
{
    const char *const *member;
    apr_int64_t sum = 0;
    int given = 0, count = 0;

    for (member = c->rule->members; *member; member++, count++) {
        given += json_is_integer(json_object_get(place->value, *member));
        sum += pt_json_int(place->value, *member, 0);
    }
    if (given == 0 || (given == count && sum == WHOLE))
        return err;
    for (member = c->rule->members; *member; member++) {
        const char *pointer =
            apr_pstrcat(c->p, place->pointer, "/", *member, NULL);
        if (given == count)
            return lack(err, c, pointer,
                        sum < WHOLE ? PT_C_TOO_SMALL : PT_C_TOO_LARGE);
        if (!json_is_integer(json_object_get(place->value, *member)))
            err = lack(err, c, pointer, PT_C_REQUIRED);
    }
    return err;
}

static pt_err_t *check_findings(pt_err_t *err, const check_t *c,
                                const place_t *place)
{
    (void)place;
    if (c->ruled->findings > 0)
        return err;
    return lack(err, c, "/findings", PT_C_TOO_FEW);
}

/* The first number in it, as in "3" or "Step 3"; 0: none. */
static apr_int64_t number_in(const char *about)
{
    return about ? apr_atoi64(about + strcspn(about, "0123456789")) : 0;
}

static pt_err_t *check_evidence(pt_err_t *err, const check_t *c,
                                const place_t *place)
{
    size_t i;
    json_t *piece;

    json_array_foreach (c->ruled->evidence, i, piece) {
        if (is_one_of(c->rule->evidence, pt_json_str(piece, "kind"))
            && (!place->number
                || number_in(pt_json_str(piece, "about")) == place->number))
            return err;
    }
    return lack(err, c, "/evidence", PT_C_TOO_FEW);
}

static const struct {
    const char *name;
    pt_err_t *(*check)(pt_err_t *err, const check_t *c, const place_t *place);
    int is_about_entry; /* "when" is a member of the place itself */
} kinds[] = {
    [PT_RULE_NEEDS] = {"needs", check_needs, 0},
    [PT_RULE_TEXT] = {"text", check_text, 0},
    [PT_RULE_ENTRIES] = {"entries", check_entries, 0},
    [PT_RULE_ANSWERS] = {"answers", check_answers, 0},
    [PT_RULE_CONFIRMED] = {"confirmed", check_confirmed, 0},
    [PT_RULE_SUM] = {"sum", check_sum, 1},
    [PT_RULE_FINDINGS] = {"findings", check_findings, 1},
    [PT_RULE_EVIDENCE] = {"evidence", check_evidence, 1},
    [PT_RULE_EITHER] = {"either", NULL, 0},
};

/* A member's value as "when" names it; NULL: it has none. */
static const char *value_of(const json_t *object, const char *member)
{
    const json_t *value = json_object_get(object, member);

    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    return json_string_value(value);
}

static pt_err_t *hold_against(pt_err_t *err, const check_t *c)
{
    const pt_rule_t *rule = c->rule;
    const apr_array_header_t *places =
        places_of(c->p, c->ruled->form, c->ruled->pointer, rule->at);

    for (int i = 0; i < places->nelts; i++) {
        const place_t *place = &APR_ARRAY_IDX(places, i, place_t);
        const json_t *object =
            kinds[rule->kind].is_about_entry ? place->value : place->parent;
        if (!rule->when
            || is_one_of(rule->values, value_of(object, rule->when)))
            err = kinds[rule->kind].check(err, c, place);
    }
    return err;
}

static pt_err_t *check_rule(pt_err_t *err, apr_pool_t *p, const pt_rule_t *rule,
                            const pt_ruled_t *ruled)
{
    const pt_rule_t *either = rule->either;

    if (rule->kind != PT_RULE_EITHER)
        return hold_against(err, &(check_t){p, rule, ruled});
    if (!hold_against(PT_OK, &(check_t){p, &either[1], ruled}))
        return err;
    return hold_against(err, &(check_t){p, &either[0], ruled});
}

pt_err_t *pt_rules_lack(pt_err_t *err, apr_pool_t *p, const pt_rule_t *rules,
                        const pt_ruled_t *ruled)
{
    for (; rules->at; rules++)
        err = check_rule(err, p, rules, ruled);
    return err;
}

const char *pt_rule_name(pt_rule_e kind)
{
    return kinds[kind].name;
}
