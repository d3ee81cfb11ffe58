/* SPDX-License-Identifier: Apache-2.0 */
/* plan_rules_test.c - the state table of structured jobs cell by cell, and what
 * roles and work make of a job. */

#include "domain/plan_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

static const char *const states[] = {"draft",       "published", "awarding",
                                     "in_progress", "in_review", "completed",
                                     "cancelled",   "expired",   "removed"};
static const char *const actors[] = {"builder", "tester",  "admin",
                                     "clock",   "gateway", "system"};

/* clang-format off */
static const char *const events[PT_PLAN_EVENTS] = {
    [PT_PLAN_EDIT] = "edit",       [PT_PLAN_DELETE] = "delete",
    [PT_PLAN_PUBLISH] = "publish", [PT_PLAN_BID] = "bid",
    [PT_PLAN_CLOSE] = "close",     [PT_PLAN_CANCEL] = "cancel",
    [PT_PLAN_EXPIRE] = "expire",   [PT_PLAN_SEEK] = "seek",
    [PT_PLAN_AWARD] = "award",     [PT_PLAN_WORK] = "work",
    [PT_PLAN_REVIEW] = "review",   [PT_PLAN_COMPLETE] = "complete",
    [PT_PLAN_REMOVE] = "remove"};

/* All that is possible, as the specification has it (domain, section 2), event
 * by event; from is a list of states. "=" leads to the same state. */
static const struct {
    pt_plan_event_e event;
    const char *actor, *from, *to;
} possible[] = {
    {PT_PLAN_EDIT,     "builder", "draft published awarding", "="},
    {PT_PLAN_DELETE,   "builder", "draft", "="},
    {PT_PLAN_PUBLISH,  "builder", "draft", "published"},
    {PT_PLAN_BID,      "tester",  "published awarding", "="},
    {PT_PLAN_CLOSE,    "builder", "published awarding in_progress",
     "in_progress"},
    {PT_PLAN_CANCEL,   "builder", "published awarding in_progress",
     "cancelled"},
    {PT_PLAN_CANCEL,   "system",  "published awarding in_progress",
     "cancelled"},
    {PT_PLAN_EXPIRE,   "clock",   "published awarding in_progress", "expired"},
    {PT_PLAN_EXPIRE,   "system",  "published awarding in_progress", "expired"},
    {PT_PLAN_SEEK,     "system",  "published awarding in_progress",
     "published"},
    {PT_PLAN_AWARD,    "system",  "published awarding in_progress",
     "awarding"},
    {PT_PLAN_WORK,     "system",  "published awarding in_progress in_review",
     "in_progress"},
    {PT_PLAN_REVIEW,   "system",  "published awarding in_progress in_review",
     "in_review"},
    {PT_PLAN_COMPLETE, "system",  "published awarding in_progress in_review",
     "completed"},
    {PT_PLAN_REMOVE,   "system",  "published awarding in_progress", "removed"},
    {PT_PLAN_REMOVE,   "admin",   "published awarding in_progress in_review",
     "removed"},
};
/* clang-format on */

static int is_in(const char *list, const char *word)
{
    apr_size_t len = strlen(word);

    for (const char *s = strstr(list, word); s; s = strstr(s + 1, word)) {
        if ((s == list || s[-1] == ' ') && (!s[len] || s[len] == ' '))
            return 1;
    }
    return 0;
}

static const char *wanted(const char *from, pt_plan_event_e event,
                          const char *actor)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if (possible[i].event == event && !strcmp(possible[i].actor, actor)
            && is_in(possible[i].from, from))
            return strcmp(possible[i].to, "=") ? possible[i].to : from;
    }
    return NULL;
}

static int is_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static void test_cell(apr_pool_t *p, const char *from, pt_plan_event_e event,
                      const char *actor)
{
    const char *to = wanted(from, event, actor);
    pt_err_t *err = pt_plan_may(p, from, event, actor);

    ok(is_same(pt_plan_next(from, event, actor), to)
           && (to ? !err
                  : err && err->problem == PT_P_WRONG_STATE
                        && is_same(err->state, from)),
       apr_psprintf(p, "%s: %s by %s leads to %s", from, events[event], actor,
                    to ? to : "a refusal"));
}

static void test_table(apr_pool_t *p)
{
    for (size_t s = 0; s < LENGTH(states); s++) {
        for (int e = 0; e < PT_PLAN_EVENTS; e++) {
            for (size_t a = 0; a < LENGTH(actors); a++)
                test_cell(p, states[s], (pt_plan_event_e)e, actors[a]);
        }
    }
}

static void test_going_on(apr_pool_t *p)
{
    static const char *const going[] = {"published", "awarding", "in_progress",
                                        "in_review"};

    for (size_t s = 0; s < LENGTH(states); s++) {
        int wants = 0;
        for (size_t i = 0; i < LENGTH(going); i++)
            wants |= !strcmp(going[i], states[s]);
        ok(pt_plan_is_going_on(states[s]) == wants,
           apr_psprintf(p, "%s %s", states[s],
                        wants ? "goes on" : "does not move by itself"));
    }
}

static void test_facts(void)
{
    /* roles, full, reserved, under_way, unsettled, done, stop_reason */
    static const struct {
        const char *name;
        pt_plan_facts_t facts;
        pt_plan_event_e event;
    } cases[] = {
        {"nobody yet: published", {2, 0, 0, 0, 0, 0, NULL}, PT_PLAN_SEEK},
        {"somebody, no role full: published",
         {1, 0, 0, 3, 1, 0, NULL},
         PT_PLAN_SEEK},
        {"one role full: awarding", {2, 1, 0, 3, 1, 0, NULL}, PT_PLAN_AWARD},
        {"one full and done: awarding",
         {2, 1, 0, 0, 0, 1, NULL},
         PT_PLAN_AWARD},
        {"all full: in progress", {2, 2, 0, 3, 2, 0, NULL}, PT_PLAN_WORK},
        {"all full, one item to come: in progress",
         {1, 1, 0, 1, 1, 0, NULL},
         PT_PLAN_WORK},
        {"all full and handed in: in review",
         {1, 1, 0, 0, 1, 0, NULL},
         PT_PLAN_REVIEW},
        {"all full, one of two done: in review",
         {2, 2, 0, 0, 1, 1, NULL},
         PT_PLAN_REVIEW},
        {"all full and settled: completed",
         {2, 2, 0, 0, 0, 2, NULL},
         PT_PLAN_COMPLETE},
        {"closed, at work: in progress",
         {2, 1, 0, 2, 1, 0, "closed"},
         PT_PLAN_WORK},
        {"closed, handed in: in review",
         {2, 1, 0, 0, 1, 0, "closed"},
         PT_PLAN_REVIEW},
        {"closed, settled: completed",
         {2, 1, 0, 0, 0, 1, "closed"},
         PT_PLAN_COMPLETE},
        {"closed, all given back: completed",
         {2, 0, 0, 0, 0, 0, "closed"},
         PT_PLAN_COMPLETE},
        {"cancelled, nobody: cancelled",
         {2, 0, 0, 0, 0, 0, "cancelled"},
         PT_PLAN_CANCEL},
        {"cancelled, a bid being paid: in progress",
         {2, 0, 1, 0, 0, 0, "cancelled"},
         PT_PLAN_WORK},
        {"cancelled, at work: in progress",
         {2, 1, 0, 1, 1, 0, "cancelled"},
         PT_PLAN_WORK},
        {"cancelled, settled: completed",
         {2, 1, 0, 0, 0, 1, "cancelled"},
         PT_PLAN_COMPLETE},
        {"expired, nobody: expired",
         {2, 0, 0, 0, 0, 0, "expired"},
         PT_PLAN_EXPIRE},
        {"taken down, nobody: removed",
         {2, 0, 0, 0, 0, 0, "removed"},
         PT_PLAN_REMOVE},
        {"taken down, at work: in progress",
         {2, 1, 0, 1, 1, 0, "removed"},
         PT_PLAN_WORK},
        {"expired, handed in: in review",
         {2, 1, 0, 0, 1, 0, "expired"},
         PT_PLAN_REVIEW},
        {"expired, settled: completed",
         {2, 1, 0, 0, 0, 3, "expired"},
         PT_PLAN_COMPLETE},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(pt_plan_by_facts(&cases[i].facts) == cases[i].event, cases[i].name);
}

/* Whatever the facts, a job that bids are taken for finds its way. */
static void test_ways(apr_pool_t *p)
{
    static const char *const reasons[] = {NULL, "cancelled", "expired",
                                          "closed", "removed"};
    int lost = 0;

    for (int n = 0; n < 5 * 3 * 16; n++) {
        const pt_plan_facts_t facts = {.roles = 2,
                                       .full = n / 5 % 3,
                                       .reserved = n / 15 & 1,
                                       .under_way = n / 30 & 1,
                                       .unsettled = n / 60 & 1,
                                       .done = n / 120 & 1,
                                       .stop_reason = reasons[n % 5]};
        pt_plan_event_e event = pt_plan_by_facts(&facts);
        lost += !pt_plan_next("published", event, "system")
                || !pt_plan_next("awarding", event, "system")
                || !pt_plan_next("in_progress", event, "system");
    }
    ok(lost == 0, apr_psprintf(p, "%d combinations lead nowhere", lost));
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_table(p);
    test_going_on(p);
    test_facts();
    test_ways(p);
    return done_testing();
}
