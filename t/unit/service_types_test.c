/* SPDX-License-Identifier: Apache-2.0 */
/* service_types_test.c - what each service type needs at least, and where it
 * says that something is missing. */

#include "core/pt_json.h"
#include "domain/service_types.h"
#include "tap.h"

#include <apr_strings.h>

#define TWENTY "12345678901234567890"
#define FIFTY TWENTY TWENTY "1234567890"
#define NOTES_299 FIFTY FIFTY FIFTY FIFTY FIFTY TWENTY TWENTY "123456789"
#define NOTES_300 NOTES_299 "0"
#define PHONE "{\"os\":\"Android\",\"device\":\"Pixel 8\"}"
#define MARKS(third) \
    "\"marks\":[{\"minute\":0,\"note\":\"a\"},{\"minute\":1,\"note\":" \
    "\"b\"}" third "]"
#define THIRD ",{\"minute\":2,\"note\":\"c\"}"
#define AREAS "\"areas_covered\":[\"cart\"]"
#define SESSION(notes, marks, areas, more) \
    "{\"notes\":\"" notes "\"," MARKS(marks) "," areas more "}"
#define RESULTS(one, two, more) \
    "{\"steps\":[" one "," two more "],\"verdict\":\"pass\"}"
#define SEEN(kind, about) "[{\"kind\":\"" kind "\",\"about\":\"" about "\"}]"
#define PASS(n) "{\"number\":" #n ",\"verdict\":\"pass\"}"
#define FAIL(n) \
    "{\"number\":" #n ",\"verdict\":\"fail\",\"actual\":\"a blank page\"}"

/* clang-format off */
static const struct {
    const char *name, *type, *summary, *environment, *report;
    int findings;
    const char *missing; /* "pointer code" each, a comma between; "": complete */
    const char *evidence; /* NULL: none */
} cases[] = {
    {"a summary of 19 characters",       "exploratory", "1234567890123456789", PHONE, SESSION(NOTES_300, THIRD, AREAS, ""), 0, "/summary too-short", NULL},
    {"of 20",                            "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, AREAS, ""), 0, "", NULL},
    {"of 20 with white space",           "exploratory", "  123456789012345678  ", PHONE, SESSION(NOTES_300, THIRD, AREAS, ""), 0, "/summary too-short", NULL},
    {"letters count, not bytes",         "exploratory", "äöüäöüäöüäöüäöüäöüäö", PHONE, SESSION(NOTES_300, THIRD, AREAS, ""), 0, "", NULL},
    {"no environment",                   "exploratory", TWENTY, "{}", SESSION(NOTES_300, THIRD, AREAS, ""), 0, "/environment/os required,/environment/browser required", NULL},
    {"an empty operating system",        "exploratory", TWENTY, "{\"os\":\" \",\"browser\":\"Firefox\"}", SESSION(NOTES_300, THIRD, AREAS, ""), 0, "/environment/os required", NULL},
    {"a browser instead of a device",    "exploratory", TWENTY, "{\"os\":\"macOS\",\"browser\":\"Safari\"}", SESSION(NOTES_300, THIRD, AREAS, ""), 0, "", NULL},

    {"notes of 299 characters",          "exploratory", TWENTY, PHONE, SESSION(NOTES_299, THIRD, AREAS, ""), 0, "/report/notes too-short", NULL},
    {"two marks",                        "exploratory", TWENTY, PHONE, SESSION(NOTES_300, "", AREAS, ""), 0, "/report/marks too-few", NULL},
    {"two marks and a recording",        "exploratory", TWENTY, PHONE, SESSION(NOTES_300, "", AREAS, ""), 0, "", SEEN("recording", "")},
    {"no area covered",                  "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, "\"areas_covered\":[]", ""), 0, "/report/areas_covered too-few", NULL},
    {"an empty report",                  "exploratory", TWENTY, PHONE, "{}", 0, "/report/areas_covered too-few,/report/notes too-short,/report/marks too-few", NULL},
    {"shares that make 100",             "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, AREAS, ",\"share_testing\":70,\"share_bugs\":30,\"share_setup\":0"), 0, "", NULL},
    {"that make 99",                     "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, AREAS, ",\"share_testing\":70,\"share_bugs\":29,\"share_setup\":0"), 0, "/report/share_testing too-small", NULL},
    {"that make 101",                    "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, AREAS, ",\"share_testing\":70,\"share_bugs\":30,\"share_setup\":1"), 0, "/report/share_testing too-large", NULL},
    {"one share alone, even a full one", "exploratory", TWENTY, PHONE, SESSION(NOTES_300, THIRD, AREAS, ",\"share_testing\":100"), 0, "/report/share_bugs required,/report/share_setup required", NULL},

    {"all steps passed",                 "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), PASS(2), ""), 0, "", NULL},
    {"in another order",                 "functional_scripted", TWENTY, PHONE, RESULTS(PASS(2), PASS(1), ""), 0, "", NULL},
    {"a skipped step needs no words",    "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), "{\"number\":2,\"verdict\":\"skipped\"}", ""), 0, "", NULL},
    {"a blocked step does",              "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), "{\"number\":2,\"verdict\":\"blocked\"}", ""), 0, "/report/steps/1/actual too-short", NULL},
    {"a failed step without words",      "functional_scripted", TWENTY, PHONE, RESULTS("{\"number\":1,\"verdict\":\"fail\",\"actual\":\" \"}", PASS(2), ""), 1, "/report/steps/0/actual too-short", SEEN("screenshot", "1")},
    {"a failed step without a finding",  "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), FAIL(2), ""), 0, "/findings too-few", SEEN("screenshot", "2")},
    {"a failed step with a finding",     "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), FAIL(2), ""), 1, "", SEEN("screenshot", "Step 2")},
    {"without a picture",                "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), FAIL(2), ""), 1, "/evidence too-few", NULL},
    {"with a picture of another step",   "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), FAIL(2), ""), 1, "/evidence too-few", SEEN("screenshot", "1")},
    {"with a log instead of a picture",  "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), FAIL(2), ""), 1, "/evidence too-few", SEEN("log", "2")},
    {"a step without a verdict",         "functional_scripted", TWENTY, PHONE, "{\"steps\":[" PASS(2) "],\"verdict\":\"pass\"}", 0, "/report/steps/0/verdict required", NULL},
    {"no case verdict",                  "functional_scripted", TWENTY, PHONE, "{\"steps\":[" PASS(1) "," PASS(2) "]}", 0, "/report/verdict required", NULL},
    {"a step that the terms do not have", "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), PASS(2), "," PASS(3)), 0, "/report/steps/2/number too-large", NULL},
    {"a step twice",                     "functional_scripted", TWENTY, PHONE, RESULTS(PASS(1), PASS(2), "," FAIL(1)), 1, "/report/steps/0/number repeated", SEEN("screenshot", "1")},
    {"nothing at all",                   "functional_scripted", "", "{}", "{}", 0, "/summary too-short,/environment/os required,/environment/browser required,/report/steps/0/verdict required,/report/steps/1/verdict required,/report/verdict required", NULL},
};
/* clang-format on */

static const json_t *parse(apr_pool_t *p, const char *text)
{
    return pt_json_own(p, json_loads(text, 0, NULL));
}

static const char *list_of(apr_pool_t *p, const pt_err_t *err)
{
    const char *list = "";

    for (int i = 0; err && i < err->fields->nelts; i++) {
        pt_field_err_t f = APR_ARRAY_IDX(err->fields, i, pt_field_err_t);
        list = apr_pstrcat(p, list, i ? "," : "", f.pointer, " ",
                           pt_code(f.code)->slug, NULL);
    }
    return list;
}

static void check_case(apr_pool_t *p, size_t i)
{
    const pt_handed_in_t work = {
        .summary = cases[i].summary,
        .environment = parse(p, cases[i].environment),
        .report = parse(p, cases[i].report),
        .details = parse(p, "{\"steps\":[{\"text\":\"Open\"},"
                            "{\"text\":\"Pay\"}]}"),
        .evidence = parse(p, cases[i].evidence ? cases[i].evidence : "[]"),
        .findings = cases[i].findings};
    pt_err_t *err = pt_service_lacks(p, pt_service_type(cases[i].type), &work);

    is(list_of(p, err), cases[i].missing, cases[i].name);
    ok(!err || err->problem == PT_P_INCOMPLETE, "the problem is: incomplete");
}

/* What a file can be evidence of. */
static void check_files(void)
{
    static const struct {
        const char *file_kind, *plain, *others;
    } files[] = {
        {"picture", "screenshot", "receipt"},
        {"video", "recording", "output"},
        {"audio", "recording", "log"},
        {"document", "log", "trace"},
    };

    for (size_t i = 0; i < LENGTH(files); i++) {
        const char *kind = files[i].file_kind;
        int is_shot = strcmp(kind, "picture") == 0;
        int is_log = strcmp(kind, "document") == 0;

        is(pt_evidence_kind_of(kind), files[i].plain, kind);
        ok(pt_evidence_fits(files[i].plain, kind), "is that");
        ok(pt_evidence_fits(files[i].others, kind), "and may be more");
        ok(pt_evidence_fits("screenshot", kind) == is_shot, "a screenshot?");
        ok(pt_evidence_fits("recording", kind) == (!is_shot && !is_log),
           "a recording?");
    }
    ok(pt_evidence_kind_of(NULL) == NULL, "nobody knows yet what it is");
    ok(pt_evidence_fits("recording", NULL), "so it may be anything");
}

int main(void)
{
    apr_pool_t *p;
    int count = 0;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    for (size_t i = 0; i < LENGTH(cases); i++)
        check_case(p, i);
    check_files();
    ok(pt_service_type("juggling") == NULL, "an unknown type is none");
    for (; pt_service_type_keys[count]; count++)
        is(pt_service_type(pt_service_type_keys[count])->key,
           pt_service_type_keys[count], "each key finds its type");
    ok(count == 18 && !pt_service_types[count].key, "and there are eighteen");
    apr_pool_destroy(p);
    return done_testing();
}
