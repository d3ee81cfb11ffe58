/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms_qa.c - forms of tests that ask: does it work? */

#include "domain/service_forms.h"

/* clang-format off */

/* --- functional_scripted --- */

static const pt_field_t functional_scripted_details[] = {
    PT_LIST(steps, PT_STEPS_MAX, &pt_part_step, "What to do, in order"),
    PT_PROSE(preconditions, "What has to be so before the first step"),
    PT_PROSE(data, "Data to use"),
    PT_PROSE(account, "Which account to use, and how to get it"),
    PT_FIELDS_END
};
static const pt_rule_t functional_scripted_asks[] = {
    PT_MIN_ENTRIES("/steps", 1),
    PT_RULES_END
};
static const pt_field_t functional_scripted_report[] = {
    PT_LIST(steps, PT_STEPS_MAX, &pt_part_step_result, "One entry for each step of the terms"),
    PT_PICK(verdict, "The case as a whole", "pass", "fail", "blocked"),
    PT_FIELDS_END
};
static const pt_rule_t functional_scripted_needs[] = {
    PT_EACH_OF("/steps", "/steps", verdict),
    PT_MIN_TEXT("/steps/*/actual", 1, PT_WHEN(verdict, "fail", "blocked")),
    PT_NEEDS("/verdict"),
    PT_FINDING("/steps/*", PT_WHEN(verdict, "fail")),
    PT_EVIDENCE("/steps/*", PT_KINDS("screenshot", "recording"), PT_WHEN(verdict, "fail")),
    PT_RULES_END
};
PT_SERVICE_FORM(functional_scripted);

/* --- exploratory: session-based test management; the debrief is PROOF ---
 * https://www.satisfice.com/download/session-based-test-management */

static const pt_field_t exploratory_details[] = {
    PT_PROSE(charter, "Explore what, with what, to learn what"),
    PT_COUNT(minutes, 15, 240, "Length of the session"),
    PT_LINES(areas, 50, "Where to look"),
    PT_LINES(oracles, 20, "What tells right from wrong: a document, a rival, a rule"),
    PT_FIELDS_END
};
static const pt_rule_t exploratory_asks[] = {
    PT_MIN_TEXT("/charter", 20),
    PT_NEEDS("/minutes"),
    PT_RULES_END
};
static const pt_field_t debrief_fields[] = {
    PT_PROSE(past,      "What happened in the session"),
    PT_PROSE(results,   "What was achieved"),
    PT_PROSE(outlook,   "What still needs to be done"),
    PT_PROSE(obstacles, "What got in the way"),
    PT_PROSE(feelings,  "How the tester feels about it"),
    PT_FIELDS_END
};
static const pt_schema_t debrief = {"SessionDebrief", debrief_fields, 0};
static const pt_field_t exploratory_report[] = {
    PT_LINES(areas_covered, 50, "What was looked at"),
    PT_LINES(areas_not_covered, 50, "What was left out"),
    PT_N(notes, PT_T_TEXT, PT_OPTIONAL, .max = 20000, .doc = "The session's notes"),
    PT_COUNT(share_testing, 0, 100, "Per cent of the time spent on testing"),
    PT_COUNT(share_bugs, 0, 100, "Per cent of the time spent on bugs"),
    PT_COUNT(share_setup, 0, 100, "Per cent of the time spent on setting up"),
    PT_COUNT(share_charter, 0, 100, "Per cent of the testing that followed the charter, not an opportunity"),
    PT_LIST(marks, 200, &pt_part_mark, "Moments of the session"),
    PT_PART(debrief, &debrief, "Looking back"),
    PT_FIELDS_END
};
static const pt_rule_t exploratory_needs[] = {
    PT_MIN_ENTRIES("/areas_covered", 1),
    PT_MIN_TEXT("/notes", 300),
    PT_EITHER(PT_MIN_ENTRIES("/marks", 3), PT_EVIDENCE("", PT_KINDS("recording"))),
    PT_SUM100("share_testing", "share_bugs", "share_setup"),
    PT_RULES_END
};
PT_SERVICE_FORM(exploratory);

/* --- regression --- */

static const pt_field_t case_fields[] = {
    PT_N(title, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = PT_LINE_MAX, .doc = "The case in one line"),
    PT_PROSE(steps, "How to run it"),
    PT_PROSE(expected, "What should happen"),
    PT_PICK(baseline, "How it went in the baseline run", "pass", "fail", "blocked", "not_run"),
    PT_FIELDS_END
};
static const pt_schema_t regression_case = {NULL, case_fields, 0};
static const pt_field_t regression_details[] = {
    PT_PROSE(baseline, "The run to compare with: build, date, where its results are"),
    PT_LINES(changed_areas, 30, "What was changed since"),
    PT_LIST(cases, 100, &regression_case, "The cases of the suite"),
    PT_FIELDS_END
};
static const pt_rule_t regression_asks[] = {
    PT_NEEDS("/baseline"),
    PT_MIN_ENTRIES("/cases", 1),
    PT_RULES_END
};
static const pt_field_t case_result_fields[] = {
    PT_NUMBER(100, "The case, counted from 1"),
    PT_PICK(verdict, "How it went", "pass", "fail", "blocked", "skipped"),
    PT_PICK(change, "Against the baseline", "same", "newly_broken", "newly_working", "unknown"),
    PT_PROSE(actual, "What happened; needed when it is not as it was, or was blocked"),
    PT_FIELDS_END
};
static const pt_schema_t case_result = {NULL, case_result_fields, 0};
static const pt_field_t regression_report[] = {
    PT_LIST(cases, 100, &case_result, "One entry for each case"),
    PT_PICK(verdict, "The build as a whole", "better", "same", "worse"),
    PT_PROSE(side_effects, "What else looked different around the changes"),
    PT_FIELDS_END
};
static const pt_rule_t regression_needs[] = {
    PT_EACH_OF("/cases", "/cases", verdict),
    PT_NEEDS("/cases/*/change"),
    PT_MIN_TEXT("/cases/*/actual", 1, PT_WHEN(change, "newly_broken", "newly_working")),
    PT_MIN_TEXT("/cases/*/actual", 1, PT_WHEN(verdict, "blocked")),
    PT_NEEDS("/verdict"),
    PT_FINDING("/cases/*", PT_WHEN(change, "newly_broken")),
    PT_EVIDENCE("/cases/*", PT_KINDS("screenshot", "recording"),
                PT_WHEN(change, "newly_broken", "newly_working")),
    PT_RULES_END
};
PT_SERVICE_FORM(regression);

/* --- fix_verification --- */

static const pt_field_t fix_verification_details[] = {
    PT_LINE(finding, "The problem that was fixed, in one line"),
    PT_ADDRESS(finding_url, "Where it is described"),
    PT_LIST(steps, PT_STEPS_MAX, &pt_part_step, "The steps that showed it"),
    PT_LINE(environment, "Where it was seen: device, system, browser"),
    PT_LINE(new_build, "The build that has the fix"),
    PT_FIELDS_END
};
static const pt_rule_t fix_verification_asks[] = {
    PT_NEEDS("/finding"),
    PT_MIN_ENTRIES("/steps", 1),
    PT_NEEDS("/new_build"),
    PT_RULES_END
};
static const pt_field_t fix_verification_report[] = {
    PT_PICK(outcome, "What became of it", "fixed", "not_fixed", "partly", "cannot_verify"),
    PT_LINE(build_tested, "The build that was tested"),
    PT_COUNT(tries, 1, 100, "How often the steps were repeated"),
    PT_COUNT(tries_failed, 0, 100, "How often the problem showed"),
    PT_PROSE(actual, "What happens now; needed unless it is fixed"),
    PT_PROSE(side_effects, "What the fix seems to have changed besides"),
    PT_COUNT(clip_seconds, 15, 60, "Length of the clip of the original steps"),
    PT_FIELDS_END
};
static const pt_rule_t fix_verification_needs[] = {
    PT_NEEDS("/outcome"),
    PT_NEEDS("/build_tested"),
    PT_NEEDS("/tries", PT_WHEN(outcome, "fixed", "not_fixed", "partly")),
    PT_MIN_TEXT("/actual", 20, PT_WHEN(outcome, "not_fixed", "partly", "cannot_verify")),
    PT_NEEDS("/clip_seconds", PT_WHEN(outcome, "fixed", "not_fixed", "partly")),
    PT_EVIDENCE("", PT_KINDS("recording"), PT_WHEN(outcome, "fixed", "not_fixed", "partly")),
    PT_RULES_END
};
PT_SERVICE_FORM(fix_verification);

/* --- smoke_release --- */

#define CHECKS_MAX 10

static const pt_field_t smoke_release_details[] = {
    PT_LIST(checks, CHECKS_MAX, &pt_part_step, "What must work before the release"),
    PT_LINE(build, "The build to be released"),
    PT_FIELDS_END
};
static const pt_rule_t smoke_release_asks[] = {
    PT_MIN_ENTRIES("/checks", 1),
    PT_RULES_END
};
static const pt_field_t check_result_fields[] = {
    PT_NUMBER(CHECKS_MAX, "The check, counted from 1"),
    PT_PICK(verdict, "How it went", "pass", "fail"),
    PT_PROSE(actual, "What happened; needed when it failed"),
    PT_FIELDS_END
};
static const pt_schema_t check_result = {NULL, check_result_fields, 0};
static const pt_field_t smoke_release_report[] = {
    PT_LIST(checks, CHECKS_MAX, &check_result, "One entry for each check"),
    PT_PICK(opinion, "Would you release it?", "go", "no_go"),
    PT_PROSE(reason, "Why; needed for a no"),
    PT_FIELDS_END
};
static const pt_rule_t smoke_release_needs[] = {
    PT_EACH_OF("/checks", "/checks", verdict),
    PT_MIN_TEXT("/checks/*/actual", 1, PT_WHEN(verdict, "fail")),
    PT_NEEDS("/opinion"),
    PT_MIN_TEXT("/reason", 20, PT_WHEN(opinion, "no_go")),
    PT_EVIDENCE("/checks/*", PT_KINDS("screenshot", "recording"), PT_WHEN(verdict, "fail")),
    PT_RULES_END
};
PT_SERVICE_FORM(smoke_release);
/* clang-format on */
