/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules_test.c - the state table cell by cell, and what a verdict about
 * a finding has to say. */

#include "domain/finding_rules.h"
#include "tap.h"

#include <apr_strings.h>
#include <string.h>

#define ROOT "00000000-0000-0000-0000-000000000001"

static const char *const states[] = {"new",
                                     "triaged",
                                     "valid",
                                     "duplicate",
                                     "known",
                                     "informative",
                                     "fixed",
                                     "works_as_designed",
                                     "not_reproducible",
                                     "out_of_scope",
                                     "spam",
                                     "retest_ordered",
                                     "verified",
                                     "reopened",
                                     "withdrawn"};
static const char *const actors[] = {"builder", "tester", "system"};

/* All that is possible beside verdicts, as the specification has it: domain,
 * section 4. */
/* clang-format off */
static const struct {
    const char *from;
    pt_finding_event_e event;
    const char *by, *to;
} possible[] = {
    {"new",               PT_FINDING_TRIAGE,       "builder", "triaged"},
    {"new",               PT_FINDING_WITHDRAW,     "tester",  "withdrawn"},
    {"new",               PT_FINDING_ACCEPT,       "system",  "valid"},
    {"triaged",           PT_FINDING_ACCEPT,       "system",  "valid"},
    {"valid",             PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"duplicate",         PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"known",             PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"informative",       PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"works_as_designed", PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"not_reproducible",  PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"out_of_scope",      PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"spam",              PT_FINDING_RECONSIDER,   "builder", "triaged"},
    {"valid",             PT_FINDING_FIX,          "builder", "fixed"},
    {"reopened",          PT_FINDING_FIX,          "builder", "fixed"},
    {"fixed",             PT_FINDING_ORDER_RETEST, "builder", "retest_ordered"},
    {"retest_ordered",    PT_FINDING_ORDER_RETEST, "builder", "retest_ordered"},
    {"fixed",             PT_FINDING_VERIFY,       "builder", "verified"},
    {"retest_ordered",    PT_FINDING_VERIFY,       "builder", "verified"},
    {"retest_ordered",    PT_FINDING_VERIFY,       "system",  "verified"},
    {"fixed",             PT_FINDING_REOPEN,       "builder", "reopened"},
    {"retest_ordered",    PT_FINDING_REOPEN,       "builder", "reopened"},
    {"retest_ordered",    PT_FINDING_REOPEN,       "system",  "reopened"},
    {"verified",          PT_FINDING_REOPEN,       "builder", "reopened"},
};
/* clang-format on */

static const char *wanted(const char *from, int event, const char *by)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if ((int)possible[i].event == event
            && strcmp(possible[i].from, from) == 0
            && strcmp(possible[i].by, by) == 0)
            return possible[i].to;
    }
    return NULL;
}

static void check_cell(apr_pool_t *p, const char *from, int event,
                       const char *by)
{
    const char *expected = wanted(from, event, by), *to = NULL;
    pt_err_t *err =
        pt_finding_next(p, &to, from, (pt_finding_event_e)event, by);
    int fits = expected ? !err && strcmp(to, expected) == 0
                        : err && err->problem == PT_P_WRONG_STATE
                              && strcmp(err->state, from) == 0 && !to;

    ok(fits, apr_psprintf(p, "%s: %s by %s leads to %s", from,
                          pt_finding_event_name((pt_finding_event_e)event), by,
                          expected ? expected : "a refusal"));
}

static void check_table(apr_pool_t *p)
{
    for (size_t s = 0; s < LENGTH(states); s++)
        for (int e = 0; e < PT_FINDING_EVENTS; e++)
            for (size_t by = 0; by < LENGTH(actors); by++)
                check_cell(p, states[s], e, actors[by]);
}

/* What is new, looked at or judged can be judged in every way; what followed
 * from a verdict cannot. */
static void check_judging(apr_pool_t *p)
{
    static const char *const final[] = {"fixed", "retest_ordered", "verified",
                                        "reopened", "withdrawn"};

    for (size_t s = 0; s < LENGTH(states); s++) {
        for (const char *const *verdict = pt_finding_verdicts; *verdict;
             verdict++) {
            int may = 1;
            pt_err_t *err = pt_finding_judge_check(p, states[s], *verdict);
            for (size_t i = 0; i < LENGTH(final); i++)
                may &= strcmp(states[s], final[i]) != 0;
            ok(may ? !err
                   : err && err->problem == PT_P_WRONG_STATE
                         && strcmp(err->state, states[s]) == 0,
               apr_psprintf(p, "%s: %s %s", states[s], *verdict,
                            may ? "can be said" : "is refused"));
        }
        ok(pt_finding_judge_check(p, states[s], "fixed") != PT_OK,
           apr_pstrcat(p, states[s], ": fixed is no verdict", NULL));
    }
}

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
        {"valid needs no words", {.verdict = "valid", .severity = "major"}, ""},
        {"nor does the same severity",
         {.verdict = "valid", .severity = "major", .severity_final = "major"},
         ""},
        {"another severity has a reason",
         {.verdict = "valid", .severity = "major", .severity_final = "minor"},
         "/reason required"},
        {"which is there",
         {.verdict = "valid",
          .severity = "major",
          .severity_final = "minor",
          .reason = "A way around"},
         ""},
        {"blanks are none",
         {.verdict = "valid",
          .severity = "major",
          .severity_final = "minor",
          .reason = " \n "},
         "/reason required"},
        {"what is not valid may have one",
         {.verdict = "spam", .severity = "major", .reason = "No"},
         ""},
        {"or none", {.verdict = "informative", .severity = "major"}, ""},
        {"what is known lacks its issue",
         {.verdict = "known", .severity = "major"},
         "/known_issue_id required"},
        {"a duplicate names its root",
         {.verdict = "duplicate", .severity = "major", .reason = "Same"},
         "/duplicate_of required"},
        {"and may say why",
         {.verdict = "duplicate",
          .severity = "major",
          .reason = "Same",
          .duplicate_of = ROOT},
         ""},
        {"or not",
         {.verdict = "duplicate", .severity = "major", .duplicate_of = ROOT},
         ""},
        {"both are missing",
         {.verdict = "duplicate",
          .severity = "major",
          .severity_final = "minor"},
         "/reason required /duplicate_of required"},
        {"nothing else names one",
         {.verdict = "valid", .severity = "major", .duplicate_of = ROOT},
         "/duplicate_of not-allowed"},
        {"what is known names the issue",
         {.verdict = "known", .severity = "major", .known_issue_id = ROOT},
         ""},
        {"which nothing else does",
         {.verdict = "spam", .severity = "major", .known_issue_id = ROOT},
         "/known_issue_id not-allowed"},
        {"a duplicate can be a confirmation",
         {.verdict = "duplicate",
          .severity = "major",
          .duplicate_of = ROOT,
          .confirmation = 1},
         ""},
        {"nothing else can",
         {.verdict = "valid", .severity = "major", .confirmation = 1},
         "/confirmation not-allowed"},
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

static void check_confirmations(apr_pool_t *p)
{
    static const struct {
        const char *name;
        pt_confirmation_t confirmation; /* valid, other, elsewhere, before */
        const char *refused;
    } cases[] = {
        {"the first confirmation", {1, 1, 1, 0}, ""},
        {"the second one", {1, 1, 1, 1}, ""},
        {"a third one", {1, 1, 1, 2}, "/confirmation too-many"},
        {"of what is no problem", {0, 1, 1, 0}, "/confirmation not-allowed"},
        {"of one's own", {1, 0, 1, 0}, "/confirmation not-allowed"},
        {"in the same place", {1, 1, 0, 0}, "/confirmation not-allowed"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        is(refusals(p, pt_confirmation_check(p, &cases[i].confirmation)),
           cases[i].refused, cases[i].name);
}

static void check_severities(apr_pool_t *p)
{
    static const struct {
        const char *name;
        pt_severity_choice_t choice;
        const char *refused;
    } cases[] = {
        {"no native scale", {.severity = "minor"}, ""},
        {"what it proposes", {.severity = "minor", .proposed = "minor"}, ""},
        {"something else",
         {.severity = "minor", .proposed = "major"},
         "/severity_reason required"},
        {"with blanks",
         {.severity = "minor", .proposed = "major", .reason = "  "},
         "/severity_reason required"},
        {"with a reason",
         {.severity = "minor", .proposed = "major", .reason = "One page alone"},
         ""},
        {"the value that its factors propose",
         {.severity = "major",
          .proposed = "major",
          .value = "3",
          .value_proposed = "3"},
         ""},
        {"another value",
         {.severity = "major",
          .proposed = "major",
          .value = "3",
          .value_proposed = "1"},
         "/severity_reason required"},
        {"another value with a reason",
         {.severity = "major",
          .proposed = "major",
          .value = "3",
          .value_proposed = "1",
          .reason = "It is the basket"},
         ""},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        is(refusals(p, pt_severity_check(p, &cases[i].choice)),
           cases[i].refused, cases[i].name);
}

static void check_retests(void)
{
    pt_finding_event_e event;

    ok(pt_retest_event(&event, "fixed") && event == PT_FINDING_VERIFY,
       "a fix that holds");
    ok(pt_retest_event(&event, "not_fixed") && event == PT_FINDING_REOPEN,
       "one that does not");
    ok(pt_retest_event(&event, "partly") && event == PT_FINDING_REOPEN,
       "one that half does");
    ok(!pt_retest_event(&event, "cannot_verify"), "nobody can say");
    ok(!pt_retest_event(&event, NULL), "nothing was said");
}

int main(void)
{
    apr_pool_t *p;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    check_table(p);
    check_judging(p);
    check_judgements(p);
    check_confirmations(p);
    check_severities(p);
    check_retests();
    check_changes(p);
    return done_testing();
}
