/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules_test.c - what a verdict about a finding has to say. */

#include "domain/finding_rules.h"
#include "tap.h"

#include <apr_strings.h>

#define ROOT "00000000-0000-0000-0000-000000000001"

/* "/reason required /duplicate_of required", or "" */
static const char *refusals(apr_pool_t *p, const pt_err_t *err)
{
    const char *all = "";

    for (int i = 0; err && i < err->fields->nelts; i++) {
        pt_field_err_t field = APR_ARRAY_IDX(err->fields, i, pt_field_err_t);
        all = apr_pstrcat(p, all, *all ? " " : "", field.pointer, " ",
                          pt_code(field.code)->slug, NULL);
    }
    return all;
}

static void check_judgements(apr_pool_t *p)
{
    static const struct {
        const char *name;
        pt_judgement_t judgement;
        const char *refused;
    } cases[] = {
        {"valid needs no words", {"valid", "major", NULL, NULL, NULL}, ""},
        {"nor does the same severity",
         {"valid", "major", "major", NULL, NULL},
         ""},
        {"another severity has a reason",
         {"valid", "major", "minor", NULL, NULL},
         "/reason required"},
        {"which is there",
         {"valid", "major", "minor", "A way around", NULL},
         ""},
        {"blanks are none",
         {"valid", "major", "minor", " \n ", NULL},
         "/reason required"},
        {"what is not valid may have one",
         {"spam", "major", NULL, "No", NULL},
         ""},
        {"or none", {"known", "major", NULL, NULL, NULL}, ""},
        {"a duplicate names its root",
         {"duplicate", "major", NULL, "Same", NULL},
         "/duplicate_of required"},
        {"and may say why", {"duplicate", "major", NULL, "Same", ROOT}, ""},
        {"or not", {"duplicate", "major", NULL, NULL, ROOT}, ""},
        {"both are missing",
         {"duplicate", "major", "minor", NULL, NULL},
         "/reason required /duplicate_of required"},
        {"nothing else names one",
         {"valid", "major", NULL, NULL, ROOT},
         "/duplicate_of not-allowed"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        is(refusals(p, pt_judgement_check(p, &cases[i].judgement)),
           cases[i].refused, cases[i].name);
}

static void check_changes(apr_pool_t *p)
{
    static const char *const judged[] = {
        "triaged",      "valid",    "duplicate",         "known",
        "informative",  "fixed",    "works_as_designed", "not_reproducible",
        "out_of_scope", "spam",     "retest_ordered",    "verified",
        "reopened",     "withdrawn"};

    ok(!pt_finding_may_change(p, "new"), "what is new may change");
    for (size_t i = 0; i < LENGTH(judged); i++) {
        pt_err_t *err = pt_finding_may_change(p, judged[i]);
        ok(err && err->problem == PT_P_WRONG_STATE
               && strcmp(err->state, judged[i]) == 0,
           apr_pstrcat(p, judged[i], " may not", NULL));
    }
}

int main(void)
{
    apr_pool_t *p;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    check_judgements(p);
    check_changes(p);
    return done_testing();
}
