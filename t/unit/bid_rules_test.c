/* SPDX-License-Identifier: Apache-2.0 */
/* bid_rules_test.c - the state table cell by cell, and what an offer may say.
 */

#include "core/pt_json.h"
#include "domain/bid_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

static const char *const states[] = {"draft",
                                     "submitted",
                                     "countered_by_builder",
                                     "countered_by_tester",
                                     "agreed",
                                     "stale",
                                     "awaiting_payment",
                                     "accepted",
                                     "rejected",
                                     "withdrawn",
                                     "expired",
                                     "superseded"};
static const char *const actors[] = {"builder", "tester",  "admin",
                                     "clock",   "gateway", "system"};

/* clang-format off */
static const char *const events[PT_BID_EVENTS] = {
    [PT_BID_SUBMIT] = "submit",     [PT_BID_OFFER] = "offer",
    [PT_BID_REVISE] = "revise",     [PT_BID_COUNTER] = "counter",
    [PT_BID_ACCEPT] = "accept",     [PT_BID_DECLINE] = "decline",
    [PT_BID_PAY] = "pay",           [PT_BID_CONFIRM] = "confirm",
    [PT_BID_WITHDRAW] = "withdraw", [PT_BID_REJECT] = "reject",
    [PT_BID_PAID] = "paid",         [PT_BID_UNPAID] = "unpaid",
    [PT_BID_EXPIRE] = "expire",     [PT_BID_SUPERSEDE] = "supersede",
    [PT_BID_CHANGE] = "change"};

/* All that is possible, as the specification has it: domain, section 3. */
static const struct {
    const char *from; /* states with a blank between */
    pt_bid_event_e event;
    const char *actor, *to;
} possible[] = {
    {"draft", PT_BID_SUBMIT, "tester", "submitted"},
    {"draft", PT_BID_OFFER, "builder", "countered_by_builder"},
    {"draft", PT_BID_REVISE, "tester", "draft"},
    {"submitted stale", PT_BID_REVISE, "tester", "submitted"},
    {"submitted countered_by_tester", PT_BID_COUNTER, "builder", "countered_by_builder"},
    {"countered_by_builder", PT_BID_COUNTER, "tester", "countered_by_tester"},
    {"submitted countered_by_tester", PT_BID_ACCEPT, "builder", "awaiting_payment"},
    {"countered_by_builder", PT_BID_ACCEPT, "tester", "agreed"},
    {"agreed", PT_BID_PAY, "builder", "awaiting_payment"},
    {"countered_by_builder", PT_BID_DECLINE, "tester", "submitted"},
    {"awaiting_payment", PT_BID_PAID, "gateway", "accepted"},
    {"awaiting_payment", PT_BID_UNPAID, "gateway", "before"},
    {"stale", PT_BID_CONFIRM, "tester", "before"},
    {"draft submitted countered_by_builder countered_by_tester agreed stale",
     PT_BID_WITHDRAW, "tester", "withdrawn"},
    {"submitted countered_by_builder countered_by_tester agreed stale",
     PT_BID_REJECT, "builder", "rejected"},
    {"draft submitted countered_by_builder countered_by_tester agreed stale",
     PT_BID_EXPIRE, "clock", "expired"},
    {"draft submitted countered_by_builder countered_by_tester agreed stale",
     PT_BID_SUPERSEDE, "system", "superseded"},
    {"submitted countered_by_builder countered_by_tester agreed stale",
     PT_BID_CHANGE, "system", "stale"},
};
/* clang-format on */

static int has_word(const char *words, const char *word)
{
    size_t len = strlen(word);

    for (const char *at = words; (at = strstr(at, word)); at += len) {
        if ((at == words || at[-1] == ' ')
            && (at[len] == ' ' || at[len] == '\0'))
            return 1;
    }
    return 0;
}

/* @param actor NULL: anybody's */
static const char *wanted(const char *from, pt_bid_event_e event,
                          const char *actor)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if (possible[i].event == event && has_word(possible[i].from, from)
            && (!actor || !strcmp(possible[i].actor, actor)))
            return possible[i].to;
    }
    return NULL;
}

static int is_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

/* A side is told that the other one could; nobody else is. */
static pt_problem_e refusal(const char *from, pt_bid_event_e event,
                            const char *actor)
{
    const char *other = !strcmp(actor, "builder")  ? "tester"
                        : !strcmp(actor, "tester") ? "builder"
                                                   : NULL;

    return other && wanted(from, event, other) ? PT_P_NOT_YOUR_TURN
                                               : PT_P_WRONG_STATE;
}

static void test_cell(apr_pool_t *p, const char *from, pt_bid_event_e event,
                      const char *actor)
{
    const char *to = wanted(from, event, actor);
    pt_err_t *err = pt_bid_may(p, from, event, actor);

    ok(is_same(pt_bid_next(from, "before", event, actor), to)
           && (to ? !err
                  : err && err->problem == refusal(from, event, actor)
                        && is_same(err->state, from)),
       apr_psprintf(p, "%s: %s by %s leads to %s", from, events[event], actor,
                    to ? to : "a refusal"));
}

static void test_table(apr_pool_t *p)
{
    for (size_t s = 0; s < LENGTH(states); s++) {
        for (int e = 0; e < PT_BID_EVENTS; e++) {
            for (size_t a = 0; a < LENGTH(actors); a++)
                test_cell(p, states[s], (pt_bid_event_e)e, actors[a]);
        }
    }
}

static void test_states_of_an_event(apr_pool_t *p)
{
    is(pt_bid_states(p, PT_BID_CHANGE, "system"),
       "{submitted,countered_by_builder,countered_by_tester,agreed,stale}",
       "a change of the job makes these stale");
    is(pt_bid_states(p, PT_BID_PAY, "builder"), "{agreed}",
       "what was agreed can be paid");
    is(pt_bid_states(p, PT_BID_PAY, "tester"), "{}", "not by a tester");
}

static void test_names(apr_pool_t *p)
{
    for (int e = 0; e < PT_BID_EVENTS; e++)
        ok(pt_bid_event_name((pt_bid_event_e)e) != NULL,
           apr_psprintf(p, "the timeline has a word for %s", events[e]));
}

static void test_turns(apr_pool_t *p)
{
    static const char *const turns[] = {"tester",  "builder", "tester",
                                        "builder", "builder", "tester",
                                        "builder"};

    for (size_t s = 0; s < LENGTH(states); s++) {
        const char *turn = s < LENGTH(turns) ? turns[s] : NULL;

        ok(is_same(pt_bid_turn(states[s]), turn)
               && pt_bid_is_open(states[s]) == (turn != NULL),
           apr_psprintf(p, "%s: the turn is %s", states[s],
                        turn ? turn : "nobody's"));
    }
}

static void test_counters(apr_pool_t *p)
{
    pt_err_t *err = pt_bid_may_counter(p, "submitted", 6, 6);

    ok(!pt_bid_may_counter(p, "submitted", 5, 6), "a sixth counter is allowed");
    ok(err && err->problem == PT_P_COUNTER_LIMIT
           && is_same(err->state, "submitted"),
       "a seventh is not");
    ok(pt_bid_may_counter(p, "submitted", 0, 0) != PT_OK,
       "a site may want no haggling");
}

static void test_revisions(apr_pool_t *p)
{
    pt_err_t *err = pt_bid_may_revise(p, "submitted", PT_BID_REVISIONS_MAX);

    ok(!pt_bid_may_revise(p, "submitted", PT_BID_REVISIONS_MAX - 1),
       "the last revision is allowed");
    ok(err && err->problem == PT_P_COUNTER_LIMIT
           && is_same(err->state, "submitted"),
       "one more is not");
    ok(!pt_bid_may_revise(p, "draft", PT_BID_REVISIONS_MAX),
       "a draft keeps only its latest");
}

/* --- Figures --- */

#define A "00000000-0000-7000-8000-00000000000a"
#define B "00000000-0000-7000-8000-00000000000b"
#define C "00000000-0000-7000-8000-00000000000c"

/* "A=100 B=50" as [{item_id, amount_minor}]; "-" is no list at all. */
static json_t *figures(apr_pool_t *p, const char *text)
{
    json_t *items;
    char *state, *word;

    if (!strcmp(text, "-"))
        return NULL;
    items = pt_json_own(p, json_array());
    for (word = apr_strtok(apr_pstrdup(p, text), " ", &state); word;
         word = apr_strtok(NULL, " ", &state)) {
        char *id = apr_pstrdup(p, A);

        id[sizeof(A) - 2] = *word;
        json_array_append_new(
            items, json_pack("{s:s, s:I}", "item_id", id, "amount_minor",
                             (json_int_t)apr_atoi64(word + 2)));
    }
    return items;
}

static const char *text_of(apr_pool_t *p, const json_t *items)
{
    const char *text = "";
    json_t *item;
    size_t i;

    json_array_foreach ((json_t *)items, i, item) {
        const char *id = pt_json_str(item, "item_id");

        text = apr_psprintf(p, "%s%s%c=%" APR_INT64_T_FMT, text, i ? " " : "",
                            id[strlen(id) - 1],
                            pt_json_int(item, "amount_minor", -1));
    }
    return text;
}

/* "/items/0/item_id not-found" of the first refused field; NULL for none. */
static const char *first_field(apr_pool_t *p, const pt_err_t *err)
{
    const pt_field_err_t *field;

    if (!err || !err->fields)
        return NULL;
    field = &APR_ARRAY_IDX(err->fields, 0, pt_field_err_t);
    return apr_pstrcat(p, field->pointer, " ", pt_code(field->code)->slug,
                       NULL);
}

/* The role of these tests: a and c are required, b is not. */
static json_t *role(apr_pool_t *p)
{
    return pt_json_own(p,
                       json_pack("[{s:s,s:b},{s:s,s:b},{s:s,s:b}]", "item_id",
                                 A, "required", 1, "item_id", B, "required", 0,
                                 "item_id", C, "required", 1));
}

static void test_whole_offers(apr_pool_t *p)
{
    static const struct {
        const char *name, *offered, *items, *refusal;
    } cases[] = {
        {"all items", "a=1 b=2 c=3", "a=1 b=2 c=3", NULL},
        {"in the role's order", "c=3 a=1", "a=1 c=3", NULL},
        {"an optional one is left out", "a=1 c=3", "a=1 c=3", NULL},
        {"a required one is missing", "a=1 b=2", NULL, "/items too-few"},
        {"another role's", "a=1 c=3 x=9", NULL, "/items/2/item_id not-found"},
        {"one twice", "a=1 c=3 a=2", NULL, "/items/2/item_id repeated"},
        {"nothing", "", NULL, "/items too-few"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        json_t *items = NULL;
        pt_err_t *err =
            pt_bid_items_for(p, &items, figures(p, cases[i].offered), role(p));

        ok(is_same(first_field(p, err), cases[i].refusal)
               && is_same(items ? text_of(p, items) : NULL, cases[i].items),
           apr_pstrcat(p, "an offer: ", cases[i].name, NULL));
    }
}

static void test_ids_in_capitals(apr_pool_t *p)
{
    json_t *offered = pt_json_own(
        p, json_pack("[{s:s,s:i},{s:s,s:i}]", "item_id",
                     "00000000-0000-7000-8000-00000000000A", "amount_minor", 1,
                     "item_id", C, "amount_minor", 2));
    json_t *items = NULL;

    ok(!pt_bid_items_for(p, &items, offered, role(p))
           && is_same(text_of(p, items), "a=1 c=2"),
       "an id in capitals is the same id");
}

static void test_answers(apr_pool_t *p)
{
    static const struct {
        const char *name, *changed, *items, *refusal;
    } cases[] = {
        {"one item changes", "b=9", "a=5 b=9", NULL},
        {"none does", "-", "a=5 b=6", NULL},
        {"an item that is not there", "c=9", NULL,
         "/items/0/item_id not-allowed"},
        {"one twice", "a=4 a=3", NULL, "/items/1/item_id repeated"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        json_t *items = NULL;
        pt_err_t *err = pt_bid_items_after(
            p, &items, figures(p, cases[i].changed), figures(p, "a=5 b=6"));

        ok(is_same(first_field(p, err), cases[i].refusal)
               && is_same(items ? text_of(p, items) : NULL, cases[i].items),
           apr_pstrcat(p, "an answer: ", cases[i].name, NULL));
    }
}

static void test_convergence(apr_pool_t *p)
{
    static const struct {
        const char *name, *changed, *side, *own, *other, *refusal;
    } cases[] = {
        {"a builder's first figure may be anything up to the tester's", "a=1",
         "builder", "-", "a=100", NULL},
        {"but not above it", "a=101", "builder", "-", "a=100",
         "/items/0/amount_minor too-large"},
        {"a builder may stay", "a=50", "builder", "a=50", "a=100", NULL},
        {"may go up", "a=51", "builder", "a=50", "a=100", NULL},
        {"may meet the tester", "a=100", "builder", "a=50", "a=100", NULL},
        {"may not go down", "a=49", "builder", "a=50", "a=100",
         "/items/0/amount_minor too-small"},
        {"a tester may stay", "a=100", "tester", "a=100", "a=50", NULL},
        {"may go down", "a=99", "tester", "a=100", "a=50", NULL},
        {"may meet the builder", "a=50", "tester", "a=100", "a=50", NULL},
        {"may not go up", "a=101", "tester", "a=100", "a=50",
         "/items/0/amount_minor too-large"},
        {"may not undercut the builder", "a=49", "tester", "a=100", "a=50",
         "/items/0/amount_minor too-small"},
        {"answering an offer, a tester may ask for more", "a=900", "tester",
         "-", "a=50", NULL},
        {"each item is held against its own", "a=60 b=4", "builder", "a=50 b=5",
         "a=100 b=9", "/items/1/amount_minor too-small"},
        {"nothing changed is no step back", "-", "builder", "a=50", "a=100",
         NULL},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        pt_err_t *err = pt_bid_converges(
            p, figures(p, cases[i].changed), cases[i].side,
            figures(p, cases[i].own), figures(p, cases[i].other));

        ok(is_same(first_field(p, err), cases[i].refusal), cases[i].name);
    }
}

static void test_totals(apr_pool_t *p)
{
    apr_int64_t total = 0;

    ok(!pt_bid_total(p, &total, figures(p, "a=40 b=60"), 100, 200)
           && total == 100,
       "a sum at the lower end");
    ok(!pt_bid_total(p, &total, figures(p, "a=40 b=160"), 100, 200)
           && total == 200,
       "a sum at the upper end");
    is(first_field(p, pt_bid_total(p, &total, figures(p, "a=99"), 100, 200)),
       "/items too-small", "a sum below");
    is(first_field(p, pt_bid_total(p, &total, figures(p, "a=201"), 100, 200)),
       "/items too-large", "a sum above");
    is(first_field(p, pt_bid_total(p, &total,
                                   figures(p, "a=9223372036854775807 b=1"), 1,
                                   200)),
       "/items too-large", "a sum out of all range");
    ok(total == 200, "a refusal leaves the sum alone");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_table(p);
    test_states_of_an_event(p);
    test_names(p);
    test_turns(p);
    test_counters(p);
    test_revisions(p);
    test_whole_offers(p);
    test_ids_in_capitals(p);
    test_answers(p);
    test_convergence(p);
    test_totals(p);
    apr_pool_destroy(p);
    return done_testing();
}
