/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_rules_test.c - the state table cell by cell, who may open a dispute,
 * and how many. */

#include "domain/dispute_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

static const char *const states[] = {"open", "answered", "decided", "appealed",
                                     "closed"};
static const char *const sides[] = {"tester", "builder"};

/* All that is possible, as the specification has it: domain, section 6. By the
 * side that opened it, by the other one, by an administrator, by the clock. */
/* clang-format off */
static const struct {
    pt_dispute_event_e event;
    const char *from, *opener, *other, *admin, *clock;
} possible[] = {
    {PT_DISPUTE_ANSWER,    "open",     NULL,       "answered", NULL,      NULL},
    {PT_DISPUTE_PROPOSE,   "open",     "open",     "open",     NULL,      NULL},
    {PT_DISPUTE_PROPOSE,   "answered", "answered", "answered", NULL,      NULL},
    {PT_DISPUTE_AGREE,     "open",     "closed",   "closed",   NULL,      NULL},
    {PT_DISPUTE_AGREE,     "answered", "closed",   "closed",   NULL,      NULL},
    {PT_DISPUTE_SILENCE,   "open",     NULL,       NULL,       NULL,      "decided"},
    {PT_DISPUTE_DECIDE,    "open",     NULL,       NULL,       "decided", NULL},
    {PT_DISPUTE_DECIDE,    "answered", NULL,       NULL,       "decided", NULL},
    {PT_DISPUTE_HARD_STOP, "answered", NULL,       NULL,       NULL,      "decided"},
    {PT_DISPUTE_ACCEPT,    "decided",  "decided",  "decided",  NULL,      NULL},
    {PT_DISPUTE_APPEAL,    "decided",  "appealed", "appealed", NULL,      NULL},
    {PT_DISPUTE_CLOSE,     "decided",  "closed",   "closed",   NULL,      "closed"},
    {PT_DISPUTE_DECIDE,    "appealed", NULL,       NULL,       "closed",  NULL},
    {PT_DISPUTE_HARD_STOP, "appealed", NULL,       NULL,       NULL,      "closed"},
};
/* clang-format on */

static const char *wanted(const char *from, pt_dispute_event_e event,
                          const char *opened_by, pt_by_e by)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if (possible[i].event != event || strcmp(possible[i].from, from) != 0)
            continue;
        if (by == PT_BY_ADMIN)
            return possible[i].admin;
        if (by == PT_BY_CLOCK)
            return possible[i].clock;
        return strcmp(opened_by, pt_by_name(by)) == 0 ? possible[i].opener
                                                      : possible[i].other;
    }
    return NULL;
}

static void check_cell(apr_pool_t *p, const char *from, const char *opened_by,
                       pt_dispute_event_e event, pt_by_e by)
{
    const char *expected = wanted(from, event, opened_by, by), *to = NULL;
    pt_err_t *err = pt_dispute_next(p, &to, from, opened_by, event, by);
    int fits = expected ? !err && strcmp(to, expected) == 0
                        : err && err->problem == PT_P_WRONG_STATE
                              && strcmp(err->state, from) == 0 && !to;

    ok(fits, apr_psprintf(p, "%s, opened by the %s: %s by %s leads to %s", from,
                          opened_by, pt_dispute_event_name(event),
                          pt_by_name(by), expected ? expected : "a refusal"));
}

static void check_table(apr_pool_t *p)
{
    for (size_t s = 0; s < LENGTH(states); s++)
        for (size_t o = 0; o < LENGTH(sides); o++)
            for (int e = 0; e < PT_DISPUTE_EVENTS; e++)
                for (int by = 0; by < PT_BY_COUNT; by++)
                    check_cell(p, states[s], sides[o], (pt_dispute_event_e)e,
                               (pt_by_e)by);
}

static void check_opening(apr_pool_t *p)
{
    static const struct {
        const char *name;
        pt_dispute_wish_t wish; /* state, by, kind, late, opened, may open */
        int problem;            /* -1: allowed */
    } cases[] = {
#define IS(state_) {state_, 1, 0}
        {"a rejection",
         {IS("rejected"), PT_BY_TESTER, "evidence", 0, 0, 3},
         -1},
        {"a part that was approved",
         {IS("approved_partial"), PT_BY_TESTER, "payment", 0, 0, 3},
         -1},
        {"findings that were judged down",
         {IS("approved"), PT_BY_TESTER, "severity", 0, 0, 3},
         -1},
        {"an approval that has paid all",
         {{"approved", 1, 1}, PT_BY_TESTER, "severity", 0, 0, 3},
         PT_P_WRONG_STATE},
        {"a rejection, too late",
         {IS("rejected"), PT_BY_TESTER, "scope", 1, 0, 3},
         PT_P_DISPUTE_TOO_LATE},
        {"late, and settled",
         {{"rejected", 1, 1}, PT_BY_TESTER, "scope", 1, 0, 3},
         PT_P_DISPUTE_TOO_LATE},
        {"work that waits for its review, by the tester",
         {IS("submitted"), PT_BY_TESTER, "payment", 0, 0, 3},
         PT_P_WRONG_STATE},
        {"work that waits for its review, by the builder",
         {IS("submitted"), PT_BY_BUILDER, "conduct", 0, 0, 3},
         -1},
        {"the same about something else",
         {IS("submitted"), PT_BY_BUILDER, "scope", 0, 0, 3},
         PT_P_INVALID_INPUT},
        {"one's own rejection",
         {IS("rejected"), PT_BY_BUILDER, "conduct", 0, 0, 3},
         PT_P_WRONG_STATE},
        {"what is disputed",
         {IS("disputed"), PT_BY_TESTER, "scope", 0, 0, 3},
         PT_P_WRONG_STATE},
        {"what was decided",
         {{"decided", 1, 1}, PT_BY_TESTER, "scope", 0, 0, 3},
         PT_P_WRONG_STATE},
        {"the last one of the month",
         {IS("rejected"), PT_BY_TESTER, "scope", 0, 2, 3},
         -1},
        {"one more",
         {IS("rejected"), PT_BY_TESTER, "scope", 0, 3, 3},
         PT_P_DISPUTE_LIMIT},
        {"one more, by a builder",
         {IS("submitted"), PT_BY_BUILDER, "conduct", 0, 3, 3},
         PT_P_DISPUTE_LIMIT},
#undef IS
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        pt_err_t *err = pt_dispute_may_open(p, &cases[i].wish);
        ok((err ? (int)err->problem : -1) == cases[i].problem, cases[i].name);
    }
}

static void check_cap(void)
{
    ok(pt_dispute_cap(3, 0, 0) == 3, "somebody new has the base");
    ok(pt_dispute_cap(3, 4, 0) == 3, "who wins nothing has the base");
    ok(pt_dispute_cap(3, 4, 4) == 6, "who wins all has twice as many");
    ok(pt_dispute_cap(3, 2, 1) == 4, "in between it is rounded down");
    ok(pt_dispute_cap(3, 3, 1) == 4, "a third of three is one");
    ok(pt_dispute_cap(0, 9, 9) == 0, "none is none");
}

int main(void)
{
    apr_pool_t *p;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    check_table(p);
    check_opening(p);
    check_cap();
    ok(pt_dispute_by_silence("tester") == 100, "a silent builder has lost");
    ok(pt_dispute_by_silence("builder") == 0, "a silent tester has lost");
    return done_testing();
}
