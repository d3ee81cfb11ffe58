/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms_test.c - every service type against t/lib/service_samples.json:
 * a complete sample passes, and each row of each minimum, once its place is
 * emptied, is missed at that place. */

#include "core/pt_json.h"
#include "domain/service_types.h"
#include "tap.h"

#include <apr_strings.h>

#define SAMPLES "t/lib/service_samples.json"

typedef struct {
    const pt_service_type_t *type;
    json_t *details, *report, *evidence;
    apr_int64_t findings;
} sample_t;

/* "pointer code" of each lack, a comma after each. */
static const char *list_of(apr_pool_t *p, const pt_err_t *err)
{
    const char *list = "";

    for (int i = 0; err && i < err->fields->nelts; i++) {
        pt_field_err_t f = APR_ARRAY_IDX(err->fields, i, pt_field_err_t);
        list = apr_pstrcat(p, list, f.pointer, " ", pt_code(f.code)->slug, ",",
                           NULL);
    }
    return list;
}

static const char *report_lacks(apr_pool_t *p, const sample_t *s)
{
    json_t *environment = pt_json_own(
        p, json_pack("{ss ss}", "os", "Android", "device", "Pixel 8"));
    const pt_handed_in_t work = {.summary =
                                     "All of it was tried on two devices",
                                 .environment = environment,
                                 .report = s->report,
                                 .details = s->details,
                                 .evidence = s->evidence,
                                 .findings = s->findings};

    return list_of(p, pt_service_lacks(p, s->type, &work));
}

static const char *details_lack(apr_pool_t *p, const sample_t *s)
{
    return list_of(
        p, pt_service_details_lack(PT_OK, p, s->type, s->details, "/details"));
}

static int counts(const pt_rule_t *rule, const json_t *object)
{
    const json_t *value = json_object_get(object, rule->when ? rule->when : "");
    const char *text = json_is_boolean(value)
                           ? (json_is_true(value) ? "true" : "false")
                           : json_string_value(value);

    for (int i = 0; rule->when && text && rule->values[i]; i++) {
        if (strcmp(rule->values[i], text) == 0)
            return 1;
    }
    return !rule->when;
}

/* Remove the first value at a path that the rule counts for.
 * @return its pointer, or NULL when the sample has none */
static const char *empty_place(apr_pool_t *p, json_t *from, const char *pointer,
                               const char *path, const pt_rule_t *rule)
{
    apr_size_t len = strcspn(++path, "/");
    const char *token = apr_pstrmemdup(p, path, len), *rest = path + len;
    size_t i;
    json_t *entry;

    if (strcmp(token, "*") != 0) {
        pointer = apr_pstrcat(p, pointer, "/", token, NULL);
        if (*rest)
            return empty_place(p, json_object_get(from, token), pointer, rest,
                               rule);
        return counts(rule, from) && json_object_del(from, token) == 0 ? pointer
                                                                       : NULL;
    }
    json_array_foreach (from, i, entry) {
        const char *found = empty_place(
            p, entry, apr_psprintf(p, "%s/%u", pointer, (unsigned)i), rest,
            rule);
        if (found)
            return found;
    }
    return NULL;
}

/* What is missed when the place that a rule is about is emptied, as "pointer
 * code,"; NULL: the sample has no such place. */
static const char *break_rule(apr_pool_t *p, sample_t *s, json_t *form,
                              const char *root, const pt_rule_t *rule)
{
    const char *path = rule->at, *pointer;
    pt_rule_t answer;

    switch (rule->kind) {
    case PT_RULE_FINDINGS:
        s->findings = 0;
        return "/findings too-few,";
    case PT_RULE_EVIDENCE:
        json_array_clear(s->evidence);
        return "/evidence too-few,";
    case PT_RULE_SUM:
        if (!json_object_get(form, rule->members[0]))
            return NULL;
        json_object_set_new(form, rule->members[0], json_integer(101));
        return apr_pstrcat(p, root, "/", rule->members[0], " too-large,", NULL);
    case PT_RULE_EITHER:
        break_rule(p, s, form, root, &rule->either[0]);
        break_rule(p, s, form, root, &rule->either[1]);
        return apr_pstrcat(p, root, rule->either[0].at,
                           rule->either[0].kind == PT_RULE_TEXT ? " too-short,"
                                                                : " too-few,",
                           NULL);
    case PT_RULE_ANSWERS:
        path = apr_pstrcat(p, rule->at, "/*/", rule->member, NULL);
        answer = *rule;
        answer.when = NULL; /* it is about the list, not the entry */
        rule = &answer;
        break;
    default:
        break;
    }
    pointer = empty_place(p, form, root, path, rule);
    if (!pointer)
        return NULL;
    return apr_pstrcat(p, pointer, " ",
                       rule->kind == PT_RULE_TEXT      ? "too-short"
                       : rule->kind == PT_RULE_ENTRIES ? "too-few"
                                                       : "required",
                       ",", NULL);
}

/* A sample of its own that may be broken. */
static sample_t copy_of(apr_pool_t *p, const sample_t *s)
{
    sample_t copy = *s;

    copy.details = pt_json_own(p, json_deep_copy(s->details));
    copy.report = pt_json_own(p, json_deep_copy(s->report));
    copy.evidence = pt_json_own(p, json_deep_copy(s->evidence));
    return copy;
}

static sample_t sample_of(const pt_service_type_t *type, json_t *entry,
                          size_t index)
{
    json_t *sample = json_array_get(json_object_get(entry, "samples"), index);

    return (sample_t){
        .type = type,
        .details = json_object_get(entry, "details"),
        .report = json_object_get(sample, "report"),
        .evidence = json_object_get(sample, "evidence"),
        .findings = pt_json_int(sample, "findings", 0),
    };
}

/* Is the row missed in at least one sample? */
static int is_missed(apr_pool_t *p, const pt_service_type_t *type,
                     json_t *entry, const pt_rule_t *rule, int in_report)
{
    size_t count = json_array_size(json_object_get(entry, "samples"));

    for (size_t i = 0; i < count; i++) {
        const sample_t whole = sample_of(type, entry, i);
        sample_t s = copy_of(p, &whole);
        const char *wanted =
            in_report ? break_rule(p, &s, s.report, "/report", rule)
                      : break_rule(p, &s, s.details, "/details", rule);
        const char *list =
            in_report ? report_lacks(p, &s) : details_lack(p, &s);
        if (wanted && strstr(list, wanted))
            return 1;
    }
    return 0;
}

static void check_rules(apr_pool_t *p, const pt_service_type_t *type,
                        json_t *entry, const pt_rule_t *rules, int in_report)
{
    for (int i = 0; rules[i].at; i++)
        ok(is_missed(p, type, entry, &rules[i], in_report),
           apr_psprintf(p,
                        "%s: rule %d of the %s (%s %s) is missed at its "
                        "place",
                        type->key, i + 1, in_report ? "report" : "details",
                        pt_rule_name(rules[i].kind), rules[i].at));
}

static void check_type(apr_pool_t *p, const pt_service_type_t *type,
                       json_t *entry)
{
    size_t count = json_array_size(json_object_get(entry, "samples"));
    json_t *nothing = pt_json_own(p, json_object());
    sample_t s;

    ok(count > 0, apr_pstrcat(p, type->key, " has a sample", NULL));
    for (size_t i = 0; i < count; i++) {
        s = sample_of(type, entry, i);
        is(list_of(p, pt_service_check_details(p, type, s.details, "/details")),
           "", "the details have their form");
        is(list_of(p, pt_service_check_report(p, type, s.report)), "",
           "and the report its own");
        is(details_lack(p, &s), "", "enough to be published");
        is(report_lacks(p, &s), "", "enough to be handed in");
    }
    check_rules(p, type, entry, type->form->asks, 0);
    check_rules(p, type, entry, type->form->needs, 1);
    s.report = nothing;
    ok(*report_lacks(p, &s), "an empty report is not enough");
    s.details = nothing;
    ok(*details_lack(p, &s), "nor are empty details");
    s = sample_of(type, entry, 0);
    s.details = nothing;
    is(report_lacks(p, &s), "", "a report may stand without details");
}

/* Rules that count, and entries that answer by number. */
static void check_numbers(apr_pool_t *p, json_t *samples)
{
    json_t *entry, *list, *one;
    sample_t s;

    entry = json_object_get(samples, "performance_perceived");
    s = sample_of(pt_service_type("performance_perceived"), entry, 0);
    list = json_object_get(s.report, "scenarios");
    json_array_remove(json_object_get(json_array_get(list, 0), "runs"), 2);
    is(report_lacks(p, &s), "/report/scenarios/0/runs too-few,",
       "two runs where the details ask for three");

    entry = json_object_get(samples, "competitive_review");
    s = sample_of(pt_service_type("competitive_review"), entry, 0);
    list = json_object_get(s.report, "criteria");
    one = json_object_get(json_array_get(list, 0), "scores");
    json_object_set_new(json_array_get(one, 0), "number", json_integer(2));
    is(report_lacks(p, &s),
       "/report/criteria/0/scores/0/score required,"
       "/report/criteria/0/scores/1/number repeated,",
       "one product scored twice, the other one never");

    entry = json_object_get(samples, "compatibility");
    s = sample_of(pt_service_type("compatibility"), entry, 0);
    json_array_remove(s.evidence, 0);
    is(report_lacks(p, &s), "/evidence too-few,", "a cell without a picture");
    list = json_object_get(s.report, "cells");
    one = json_array_get(list, 1);
    json_object_set_new(one, "difference", json_string(" "));
    json_array_insert(list, 0, one);
    json_array_remove(list, 2);
    is(report_lacks(p, &s),
       "/report/cells/1/difference too-short,/evidence "
       "too-few,",
       "an entry is named by its number, not by its place");
}

int main(void)
{
    apr_pool_t *p;
    json_t *samples;
    json_error_t error;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    samples = pt_json_own(p, json_load_file(SAMPLES, 0, &error));
    ok(samples != NULL, "the samples can be read");
    for (const pt_service_type_t *type = pt_service_types; type->key; type++)
        check_type(p, type, json_object_get(samples, type->key));
    check_numbers(p, samples);
    apr_pool_destroy(p);
    return done_testing();
}
