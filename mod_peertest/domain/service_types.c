/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.c - the forms of the service types and what each needs at
 * least. */

#include "domain/service_types.h"
#include "core/pt_json.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

#define SUMMARY_MIN 20
#define NOTES_MIN 300
#define MARKS_MIN 3
#define STEPS_MAX 50

/* clang-format off */
static const pt_field_t step_result_fields[] = {
    PT_N(number,  PT_T_INT,  PT_REQUIRED, .min = 1, .max = STEPS_MAX,
         .doc = "The step, counted from 1"),
    PT_N(verdict, PT_T_ENUM, PT_REQUIRED,
         .values = PT_VALUES("pass", "fail", "blocked", "skipped"),
         .doc = "How it went"),
    PT_N(actual,  PT_T_TEXT, PT_OPTIONAL, .max = 2000,
         .doc = "What happened; needed when it failed or was blocked"),
    PT_FIELDS_END
};
static const pt_schema_t step_result_schema = {"StepResult", step_result_fields, 0};

static const pt_field_t functional_scripted_fields[] = {
    PT_N(steps,   PT_T_ARRAY, PT_OPTIONAL, .item = PT_T_OBJECT, .of = &step_result_schema,
         .max = STEPS_MAX, .doc = "One entry for each step of the terms"),
    PT_N(verdict, PT_T_ENUM,  PT_OPTIONAL, .values = PT_VALUES("pass", "fail", "blocked"),
         .doc = "The case as a whole"),
    PT_FIELDS_END
};

static const pt_field_t mark_fields[] = {
    PT_N(minute, PT_T_INT,  PT_REQUIRED, .min = 0, .max = 600,
         .doc = "Minutes after the start"),
    PT_N(note,   PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500,
         .doc = "What was seen then"),
    PT_FIELDS_END
};
static const pt_schema_t mark_schema = {"SessionMark", mark_fields, 0};

static const pt_field_t debrief_fields[] = {
    PT_N(past,      PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "What happened in the session"),
    PT_N(results,   PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "What was achieved"),
    PT_N(outlook,   PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "What still needs to be done"),
    PT_N(obstacles, PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "What got in the way"),
    PT_N(feelings,  PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "How the tester feels about it"),
    PT_FIELDS_END
};
static const pt_schema_t debrief_schema = {"SessionDebrief", debrief_fields, 0};

static const pt_field_t exploratory_fields[] = {
    PT_N(areas_covered,     PT_T_ARRAY,  PT_OPTIONAL, .item = PT_T_TEXT, .item_max = 120,
         .max = 50, .doc = "What was looked at"),
    PT_N(areas_not_covered, PT_T_ARRAY,  PT_OPTIONAL, .item = PT_T_TEXT, .item_max = 120,
         .max = 50, .doc = "What was left out"),
    PT_N(notes,             PT_T_TEXT,   PT_OPTIONAL, .max = 20000,
         .doc = "The session's notes"),
    PT_N(share_testing,     PT_T_INT,    PT_OPTIONAL, .min = 0, .max = 100,
         .doc = "Per cent of the time spent on testing"),
    PT_N(share_bugs,        PT_T_INT,    PT_OPTIONAL, .min = 0, .max = 100,
         .doc = "Per cent of the time spent on bugs"),
    PT_N(share_setup,       PT_T_INT,    PT_OPTIONAL, .min = 0, .max = 100,
         .doc = "Per cent of the time spent on setting up"),
    PT_N(marks,             PT_T_ARRAY,  PT_OPTIONAL, .item = PT_T_OBJECT, .of = &mark_schema,
         .max = 200, .doc = "Moments of the session"),
    PT_N(debrief,           PT_T_OBJECT, PT_OPTIONAL, .of = &debrief_schema,
         .doc = "Looking back"),
    PT_FIELDS_END
};
/* clang-format on */

static int is_short(apr_pool_t *p, const json_t *object, const char *member,
                    apr_size_t min)
{
    const char *text = pt_json_str(object, member);
    return !text || pt_text_len(pt_text_trim(p, text)) < min;
}

/* The result of a step, or NULL. */
static const json_t *step_result(const json_t *report, apr_int64_t number)
{
    size_t i;
    json_t *entry;

    json_array_foreach (json_object_get(report, "steps"), i, entry) {
        if (pt_json_int(entry, "number", 0) == number)
            return entry;
    }
    return NULL;
}

static int has_verdict(const json_t *result, const char *verdict)
{
    const char *given = pt_json_str(result, "verdict");
    return given && strcmp(given, verdict) == 0;
}

static const char *step_pointer(apr_pool_t *p, apr_int64_t number,
                                const char *member)
{
    return apr_psprintf(p, "/report/steps/%" APR_INT64_T_FMT "/%s", number - 1,
                        member);
}

/* Entries that name no step of the terms, or one that has its result already.
 */
static pt_err_t *stray_results(pt_err_t *err, apr_pool_t *p,
                               const pt_handed_in_t *work)
{
    apr_int64_t last = (apr_int64_t)json_array_size(work->steps);
    size_t i;
    json_t *entry;

    json_array_foreach (json_object_get(work->report, "steps"), i, entry) {
        apr_int64_t number = pt_json_int(entry, "number", 0);
        const char *pointer = step_pointer(p, number, "number");
        if (number > last)
            err = pt_err_field(err, p, pointer, PT_C_TOO_LARGE);
        else if (step_result(work->report, number) != entry)
            err = pt_err_field(err, p, pointer, PT_C_REPEATED);
    }
    return err;
}

static pt_err_t *functional_scripted_lacks(pt_err_t *err, apr_pool_t *p,
                                           const pt_handed_in_t *work)
{
    apr_int64_t last = (apr_int64_t)json_array_size(work->steps);
    int failed = 0;

    for (apr_int64_t number = 1; number <= last; number++) {
        const json_t *result = step_result(work->report, number);
        if (!result) {
            err = pt_err_field(err, p, step_pointer(p, number, "verdict"),
                               PT_C_REQUIRED);
            continue;
        }
        int is_failed = has_verdict(result, "fail");
        failed |= is_failed;
        if ((is_failed || has_verdict(result, "blocked"))
            && is_short(p, result, "actual", 1))
            err = pt_err_field(err, p, step_pointer(p, number, "actual"),
                               PT_C_TOO_SHORT);
    }
    err = stray_results(err, p, work);
    if (!pt_json_str(work->report, "verdict"))
        err = pt_err_field(err, p, "/report/verdict", PT_C_REQUIRED);
    if (failed && work->findings < 1)
        err = pt_err_field(err, p, "/findings", PT_C_TOO_FEW);
    return err;
}

/* The three shares of the time: none of them, or all and 100 in sum. */
static pt_err_t *shares_lack(pt_err_t *err, apr_pool_t *p, const json_t *report)
{
    static const char *const shares[] = {"share_testing", "share_bugs",
                                         "share_setup"};
    const size_t count = sizeof(shares) / sizeof(*shares);
    apr_int64_t sum = 0;
    size_t given = 0;

    for (size_t i = 0; i < count; i++) {
        given += json_is_integer(json_object_get(report, shares[i]));
        sum += pt_json_int(report, shares[i], 0);
    }
    if (given == 0 || (given == count && sum == 100))
        return err;
    if (given == count)
        return pt_err_field(err, p, "/report/share_testing",
                            sum < 100 ? PT_C_TOO_SMALL : PT_C_TOO_LARGE);
    for (size_t i = 0; i < count; i++) {
        if (!json_is_integer(json_object_get(report, shares[i])))
            err = pt_err_field(err, p,
                               apr_pstrcat(p, "/report/", shares[i], NULL),
                               PT_C_REQUIRED);
    }
    return err;
}

static pt_err_t *exploratory_lacks(pt_err_t *err, apr_pool_t *p,
                                   const pt_handed_in_t *work)
{
    const json_t *report = work->report;

    if (json_array_size(json_object_get(report, "areas_covered")) < 1)
        err = pt_err_field(err, p, "/report/areas_covered", PT_C_TOO_FEW);
    if (is_short(p, report, "notes", NOTES_MIN))
        err = pt_err_field(err, p, "/report/notes", PT_C_TOO_SHORT);
    if (json_array_size(json_object_get(report, "marks")) < MARKS_MIN)
        err = pt_err_field(err, p, "/report/marks", PT_C_TOO_FEW);
    return shares_lack(err, p, report);
}

/* What every kind asks for. */
static pt_err_t *envelope_lacks(apr_pool_t *p, const pt_handed_in_t *work)
{
    pt_err_t *err = PT_OK;

    if (pt_text_len(pt_text_trim(p, work->summary)) < SUMMARY_MIN)
        err = pt_err_field(err, p, "/summary", PT_C_TOO_SHORT);
    if (is_short(p, work->environment, "os", 1))
        err = pt_err_field(err, p, "/environment/os", PT_C_REQUIRED);
    if (is_short(p, work->environment, "browser", 1)
        && is_short(p, work->environment, "device", 1))
        err = pt_err_field(err, p, "/environment/browser", PT_C_REQUIRED);
    return err;
}

/* clang-format off */
#define PT_SERVICE_TYPE(key_, title_) \
    static const pt_schema_t key_##_schema = {"Report_" #key_, key_##_fields, 0};
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE

const pt_service_type_t pt_service_types[] = {
#define PT_SERVICE_TYPE(key_, title_) {#key_, title_, &key_##_schema, key_##_lacks},
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE
    {NULL, NULL, NULL, NULL}
};

const char *const pt_service_type_keys[] = {
#define PT_SERVICE_TYPE(key_, title_) #key_,
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE
    NULL
};
/* clang-format on */

const pt_service_type_t *pt_service_type(const char *key)
{
    for (const pt_service_type_t *type = pt_service_types; type->key; type++) {
        if (strcmp(type->key, key) == 0)
            return type;
    }
    return NULL;
}

pt_err_t *pt_service_lacks(apr_pool_t *p, const pt_service_type_t *type,
                           const pt_handed_in_t *work)
{
    pt_err_t *err = type->lacks(envelope_lacks(p, work), p, work);

    if (err)
        err->problem = PT_P_INCOMPLETE;
    return err;
}
