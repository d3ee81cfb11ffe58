/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules.c - the transition table of findings, and what a verdict about
 * one has to say. */

#include "domain/finding_rules.h"
#include "core/pt_text.h"
#include "domain/transitions.h"

#include <string.h>

#define CONFIRMATIONS_MAX 2

/* What is not listed is not possible. A verdict that nothing followed can be
 * taken back; judging again is that and a new one. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"new",               PT_FINDING_TRIAGE,       "builder", "triaged"},
    {"new",               PT_FINDING_WITHDRAW,     "tester",  "withdrawn"},
    {"new",               PT_FINDING_ACCEPT,       "system",  "valid"},
    {"triaged",           PT_FINDING_ACCEPT,       "system",  "valid"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "valid"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "duplicate"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "known"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "informative"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "works_as_designed"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "not_reproducible"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "out_of_scope"},
    {"triaged",           PT_FINDING_JUDGE,        "builder", "spam"},
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
    PT_TRANSITIONS_END
};

const char *const pt_finding_verdicts[] = {
    "valid", "duplicate", "known", "informative", "works_as_designed", "not_reproducible",
    "out_of_scope", "spam", NULL};

static const char *const event_names[PT_FINDING_EVENTS] = {
    [PT_FINDING_TRIAGE]       = "finding_triaged",
    [PT_FINDING_WITHDRAW]     = "finding_withdrawn",
    [PT_FINDING_JUDGE]        = "finding_judged",
    [PT_FINDING_RECONSIDER]   = "finding_judged",
    [PT_FINDING_ACCEPT]       = "finding_accepted",
    [PT_FINDING_FIX]          = "finding_fixed",
    [PT_FINDING_ORDER_RETEST] = "finding_retest_ordered",
    [PT_FINDING_VERIFY]       = "finding_verified",
    [PT_FINDING_REOPEN]       = "finding_reopened",
};
/* clang-format on */

static pt_err_t *wrong_state(apr_pool_t *p, const char *state)
{
    return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), state);
}

const char *pt_finding_event_name(pt_finding_event_e event)
{
    return event_names[event];
}

pt_err_t *pt_finding_next(apr_pool_t *p, const char **to, const char *from,
                          pt_finding_event_e event, const char *by)
{
    const char *next = event == PT_FINDING_JUDGE
                           ? NULL
                           : pt_transition_to(transitions, from, event, by);

    if (!next)
        return wrong_state(p, from);
    *to = next;
    return PT_OK;
}

static int is_listed(const char *from, pt_finding_event_e event, const char *to)
{
    for (const pt_transition_t *t = transitions; t->from; t++) {
        if ((pt_finding_event_e)t->event == event && strcmp(t->from, from) == 0
            && strcmp(t->to, to) == 0)
            return 1;
    }
    return 0;
}

/* Whoever judges has looked: what is new or judged counts as triaged first. */
pt_err_t *pt_finding_judge_check(apr_pool_t *p, const char *from,
                                 const char *verdict)
{
    int is_triaged = strcmp(from, "triaged") == 0
                     || is_listed(from, PT_FINDING_TRIAGE, "triaged")
                     || is_listed(from, PT_FINDING_RECONSIDER, "triaged");

    return is_triaged && is_listed("triaged", PT_FINDING_JUDGE, verdict)
               ? PT_OK
               : wrong_state(p, from);
}

static int needs_reason(const pt_judgement_t *j)
{
    return j->severity_final && strcmp(j->severity_final, j->severity) != 0;
}

static int is_blank(apr_pool_t *p, const char *text)
{
    return !text || !*pt_text_trim(p, text);
}

/* A member that belongs to one verdict alone, and is needed for it. */
static pt_err_t *check_member(pt_err_t *err, apr_pool_t *p, const char *pointer,
                              const char *value, int is_wanted)
{
    if (is_wanted && !value)
        return pt_err_field(err, p, pointer, PT_C_REQUIRED);
    if (!is_wanted && value)
        return pt_err_field(err, p, pointer, PT_C_NOT_ALLOWED);
    return err;
}

pt_err_t *pt_judgement_check(apr_pool_t *p, const pt_judgement_t *j)
{
    int is_duplicate = strcmp(j->verdict, "duplicate") == 0;
    pt_err_t *err = PT_OK;

    if (needs_reason(j) && is_blank(p, j->reason))
        err = pt_err_field(err, p, "/reason", PT_C_REQUIRED);
    err = check_member(err, p, "/duplicate_of", j->duplicate_of, is_duplicate);
    err = check_member(err, p, "/known_issue_id", j->known_issue_id,
                       strcmp(j->verdict, "known") == 0);
    if (j->confirmation && !is_duplicate)
        err = pt_err_field(err, p, "/confirmation", PT_C_NOT_ALLOWED);
    return err;
}

pt_err_t *pt_confirmation_check(apr_pool_t *p, const pt_confirmation_t *c)
{
    if (c->before >= CONFIRMATIONS_MAX)
        return pt_err_field(PT_OK, p, "/confirmation", PT_C_TOO_MANY);
    if (!c->root_is_valid || !c->is_by_other || !c->is_elsewhere)
        return pt_err_field(PT_OK, p, "/confirmation", PT_C_NOT_ALLOWED);
    return PT_OK;
}

pt_err_t *pt_finding_may_change(apr_pool_t *p, const char *state)
{
    return strcmp(state, "new") == 0 ? PT_OK : wrong_state(p, state);
}

static int is_as_proposed(const char *chosen, const char *proposed)
{
    return !proposed || !chosen || strcmp(chosen, proposed) == 0;
}

pt_err_t *pt_severity_check(apr_pool_t *p, const pt_severity_choice_t *c)
{
    if ((is_as_proposed(c->severity, c->proposed)
         && is_as_proposed(c->value, c->value_proposed))
        || !is_blank(p, c->reason))
        return PT_OK;
    return pt_err_field(PT_OK, p, "/severity_reason", PT_C_REQUIRED);
}

int pt_retest_event(pt_finding_event_e *event, const char *outcome)
{
    if (!outcome || strcmp(outcome, "cannot_verify") == 0)
        return 0;
    *event =
        strcmp(outcome, "fixed") == 0 ? PT_FINDING_VERIFY : PT_FINDING_REOPEN;
    return 1;
}
