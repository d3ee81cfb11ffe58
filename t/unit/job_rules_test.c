/* SPDX-License-Identifier: Apache-2.0 */
/* job_rules_test.c - the state table cell by cell, and the rules around it. */

#include "domain/job_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

#define OWNER "00000000-0000-7000-8000-000000000001"
#define TESTER "00000000-0000-7000-8000-000000000002"

static const char *const states[] = {"draft",   "pending_payment", "open",
                                     "filled",  "closed",          "cancelled",
                                     "expired", "removed"};
static const char *const actors[] = {"builder", "tester",  "admin",
                                     "clock",   "gateway", "system"};

/* clang-format off */
static const char *const events[PT_JOB_EVENTS] = {
    [PT_JOB_EDIT] = "edit",     [PT_JOB_PUBLISH] = "publish",
    [PT_JOB_FUND] = "fund",     [PT_JOB_UNFUND] = "unfund",
    [PT_JOB_CLAIM] = "claim",   [PT_JOB_FREE] = "free",
    [PT_JOB_FILL] = "fill",     [PT_JOB_CLOSE] = "close",
    [PT_JOB_CANCEL] = "cancel", [PT_JOB_EXPIRE] = "expire",
    [PT_JOB_REMOVE] = "remove"};

/* All that is possible, as the specification has it: domain, section 2. */
static const struct {
    const char *from;
    pt_job_event_e event;
    const char *actor, *to;
} possible[] = {
    {"draft",           PT_JOB_EDIT,    "builder", "draft"},
    {"draft",           PT_JOB_PUBLISH, "builder", "pending_payment"},
    {"pending_payment", PT_JOB_PUBLISH, "builder", "pending_payment"},
    {"pending_payment", PT_JOB_CANCEL,  "builder", "pending_payment"},
    {"pending_payment", PT_JOB_FUND,    "gateway", "open"},
    {"pending_payment", PT_JOB_UNFUND,  "gateway", "draft"},
    {"open",            PT_JOB_CLAIM,   "tester",  "open"},
    {"open",            PT_JOB_FREE,    "system",  "open"},
    {"open",            PT_JOB_FILL,    "system",  "filled"},
    {"open",            PT_JOB_CLOSE,   "system",  "closed"},
    {"open",            PT_JOB_CANCEL,  "builder", "cancelled"},
    {"open",            PT_JOB_CANCEL,  "system",  "cancelled"},
    {"open",            PT_JOB_EXPIRE,  "clock",   "expired"},
    {"open",            PT_JOB_EXPIRE,  "system",  "expired"},
    {"open",            PT_JOB_REMOVE,  "admin",   "removed"},
    {"open",            PT_JOB_REMOVE,  "system",  "removed"},
    {"filled",          PT_JOB_FREE,    "system",  "open"},
    {"filled",          PT_JOB_FILL,    "system",  "filled"},
    {"filled",          PT_JOB_CLOSE,   "system",  "closed"},
    {"filled",          PT_JOB_CANCEL,  "builder", "cancelled"},
    {"filled",          PT_JOB_CANCEL,  "system",  "cancelled"},
    {"filled",          PT_JOB_EXPIRE,  "clock",   "expired"},
    {"filled",          PT_JOB_EXPIRE,  "system",  "expired"},
    {"filled",          PT_JOB_REMOVE,  "admin",   "removed"},
    {"filled",          PT_JOB_REMOVE,  "system",  "removed"},
};
/* clang-format on */

static const char *wanted(const char *from, pt_job_event_e event,
                          const char *actor)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if (possible[i].event == event && !strcmp(possible[i].from, from)
            && !strcmp(possible[i].actor, actor))
            return possible[i].to;
    }
    return NULL;
}

static int is_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static void test_cell(apr_pool_t *p, const char *from, pt_job_event_e event,
                      const char *actor)
{
    const char *to = wanted(from, event, actor);
    pt_err_t *err = pt_job_may(p, from, event, actor);

    ok(is_same(pt_job_next(from, event, actor), to)
           && (to ? !err
                  : err && err->problem == PT_P_WRONG_STATE
                        && is_same(err->state, from)),
       apr_psprintf(p, "%s: %s by %s leads to %s", from, events[event], actor,
                    to ? to : "a refusal"));
}

static void test_table(apr_pool_t *p)
{
    for (size_t s = 0; s < LENGTH(states); s++) {
        for (int e = 0; e < PT_JOB_EVENTS; e++) {
            for (size_t a = 0; a < LENGTH(actors); a++)
                test_cell(p, states[s], (pt_job_event_e)e, actors[a]);
        }
    }
}

static void test_claims(apr_pool_t *p)
{
    static const struct {
        const char *name, *state, *tester;
        int free_seats, deadline_passed;
        int problem; /* -1: allowed */
        const char *told;
    } cases[] = {
        {"an open job", "open", TESTER, 1, 0, -1, NULL},
        {"one's own", "open", OWNER, 1, 0, PT_P_OWN_JOB, NULL},
        {"one's own draft", "draft", OWNER, 1, 0, PT_P_OWN_JOB, NULL},
        {"a draft", "draft", TESTER, 1, 0, PT_P_NOT_FOUND, NULL},
        {"an unpaid one", "pending_payment", TESTER, 1, 0, PT_P_NOT_FOUND,
         NULL},
        {"no seat left", "open", TESTER, 0, 0, PT_P_NO_SEAT_LEFT, "open"},
        {"a filled one", "filled", TESTER, 0, 0, PT_P_NO_SEAT_LEFT, "filled"},
        {"past its deadline", "open", TESTER, 1, 1, PT_P_WRONG_STATE, "open"},
        {"a closed one", "closed", TESTER, 0, 0, PT_P_WRONG_STATE, "closed"},
        {"a cancelled one", "cancelled", TESTER, 0, 0, PT_P_WRONG_STATE,
         "cancelled"},
        {"an expired one", "expired", TESTER, 0, 1, PT_P_WRONG_STATE,
         "expired"},
        {"a removed one", "removed", TESTER, 1, 0, PT_P_WRONG_STATE, "removed"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        const pt_job_claim_t job = {cases[i].state, OWNER, cases[i].free_seats,
                                    cases[i].deadline_passed};
        pt_err_t *err = pt_job_may_claim(p, &job, cases[i].tester);
        ok((err ? (int)err->problem : -1) == cases[i].problem
               && is_same(err ? err->state : NULL, cases[i].told),
           apr_pstrcat(p, "claim of ", cases[i].name, NULL));
    }
}

static void test_seats(void)
{
    static const struct {
        const char *name;
        pt_job_seats_t seats;
        pt_job_event_e event;
    } cases[] = {
        {"a free seat: open", {1, 0, 0, NULL}, PT_JOB_FREE},
        {"free seats beside work: open", {2, 3, 1, NULL}, PT_JOB_FREE},
        {"all at work: filled", {0, 2, 0, NULL}, PT_JOB_FILL},
        {"some at work: filled", {0, 1, 4, NULL}, PT_JOB_FILL},
        {"all done: closed", {0, 0, 2, NULL}, PT_JOB_CLOSE},
        {"all closed: closed", {0, 0, 0, NULL}, PT_JOB_CLOSE},
        {"cancelled, at work: filled", {0, 1, 0, "cancelled"}, PT_JOB_FILL},
        {"cancelled, done: closed", {0, 0, 1, "cancelled"}, PT_JOB_CLOSE},
        {"cancelled, unused: cancelled", {0, 0, 0, "cancelled"}, PT_JOB_CANCEL},
        {"expired, at work: filled", {0, 1, 0, "expired"}, PT_JOB_FILL},
        {"expired, done: closed", {0, 0, 1, "expired"}, PT_JOB_CLOSE},
        {"expired, unused: expired", {0, 0, 0, "expired"}, PT_JOB_EXPIRE},
        {"taken down, unused: removed", {0, 0, 0, "removed"}, PT_JOB_REMOVE},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(pt_job_by_seats(&cases[i].seats) == cases[i].event, cases[i].name);
}

static void test_plan(apr_pool_t *p)
{
    const apr_int64_t day = 86400;
    static const pt_job_plan_t edge = {.open = 50 * 86400,
                                       .claim = 8 * 86400,
                                       .review = 14 * 86400,
                                       .dispute = 3 * 86400};
    pt_job_plan_t longer = edge;
    pt_err_t *err;

    ok(!pt_job_plan_check(p, &edge, 75), "75 days may be held");
    longer.claim += 1;
    err = pt_job_plan_check(p, &longer, 75);
    ok(err && err->problem == PT_P_PLAN_TOO_LONG, "a second more may not");
    longer.open = 0;
    ok(!pt_job_plan_check(p, &longer, 75), "without a deadline it fits");
    longer.review = 80 * day;
    ok(pt_job_plan_check(p, &longer, 75) != PT_OK, "the review counts too");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_table(p);
    test_claims(p);
    test_seats();
    test_plan(p);
    return done_testing();
}
