/* SPDX-License-Identifier: Apache-2.0 */
/* price_rules_test.c - what a plan costs: exact, rounded once, never out of
 * range. */

#include "domain/price_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

/* One pool for all cases: they allocate next to nothing. */
static apr_pool_t *pool;

/* clang-format off */
static const pt_price_base_t bases[] = {
    {"exploratory",         1500, 40, 500, 1500, 1},
    {"functional_scripted",  150,  6, 100,  250, 1},
    {"odd",                    7,  7,   0,    0, 0},
    {"huge",    PT_PRICE_MAX, 10000,    0,    0, 1},
};

static const pt_price_option_t options[] = {
    {PT_FACTOR_LEVEL,           "any",         10000},
    {PT_FACTOR_LEVEL,           "experienced", 12500},
    {PT_FACTOR_DEVICE_RARITY,   "rare",        15000},
    {PT_FACTOR_LOCALE_RARITY,   "rare",        15000},
    {PT_FACTOR_TURNAROUND,      "urgent",      12345},
    {PT_FACTOR_CONFIDENTIALITY, "nda",         11000},
    {PT_FACTOR_COMPLEXITY,      "simple",       5000},
    {PT_FACTOR_COMPLEXITY,      "complex",     15000},
};
/* clang-format on */

static const pt_price_book_t book = {.bases = bases,
                                     .base_count = LENGTH(bases),
                                     .options = options,
                                     .option_count = LENGTH(options),
                                     .hourly_floor_minor = 1500};

/* A plan of one role with one item, at 10 % and 0 %. */
static pt_err_t *price_one(pt_estimate_t *e, pt_price_role_t role,
                           pt_price_item_t item)
{
    const pt_price_plan_t plan = {.roles = &role, .role_count = 1};

    role.builder_fee_bps = 1000;
    role.items = &item;
    role.item_count = 1;
    return pt_price_plan(pool, e, &book, &plan);
}

/* clang-format off */
static const struct {
    const char *name;
    pt_price_role_t role;
    pt_price_item_t item;
    apr_int64_t unit, seat, amount, minutes;
} line_cases[] = {
    {"a unit at its base price",
     {.seats = 1}, {"exploratory", 1, 0, NULL}, 1500, 1500, 1500, 40},
    {"quantity and seats multiply",
     {.seats = 3}, {"functional_scripted", 10, 0, NULL}, 150, 1500, 4500, 180},
    {"the usual options cost nothing, named or not",
     {.seats = 1, .options = {[PT_FACTOR_LEVEL] = "any"}}, {"exploratory", 1, 0, "standard"}, 1500, 1500, 1500, 40},
    {"a level is dearer and takes no longer",
     {.seats = 1, .options = {[PT_FACTOR_LEVEL] = "experienced"}}, {"exploratory", 1, 0, NULL}, 1875, 1875, 1875, 40},
    {"what is complex is dearer and takes longer",
     {.seats = 1}, {"exploratory", 1, 0, "complex"}, 2250, 2250, 2250, 60},
    {"a half rounds up", {.seats = 1}, {"odd", 1, 0, "simple"}, 4, 4, 4, 4},
    {"rounded once for all units, not for each",
     {.seats = 1}, {"odd", 3, 0, "simple"}, 4, 11, 11, 11},
    {"seats multiply what one tester gets",
     {.seats = 2}, {"odd", 3, 0, "simple"}, 4, 11, 22, 22},
    {"all six factors, rounded once",
     {.seats = 1,
      .options = {[PT_FACTOR_LEVEL] = "experienced",
                  [PT_FACTOR_DEVICE_RARITY] = "rare",
                  [PT_FACTOR_LOCALE_RARITY] = "rare",
                  [PT_FACTOR_TURNAROUND] = "urgent",
                  [PT_FACTOR_CONFIDENTIALITY] = "nda"}}, {"exploratory", 1000, 0, "complex"}, 8593, 8593277, 8593277, 60000},
};
/* clang-format on */

static void test_lines(void)
{
    size_t i;

    for (i = 0; i < LENGTH(line_cases); i++) {
        pt_estimate_t e;

        ok(!price_one(&e, line_cases[i].role, line_cases[i].item)
               && e.line_count == 1
               && e.lines[0].unit_minor == line_cases[i].unit
               && e.lines[0].seat_minor == line_cases[i].seat
               && e.lines[0].amount_minor == line_cases[i].amount
               && e.lines[0].minutes == line_cases[i].minutes
               && e.reward_minor == line_cases[i].amount
               && e.minutes == line_cases[i].minutes,
           line_cases[i].name);
    }
}

static void test_refusals(void)
{
    static const struct {
        const char *name;
        pt_price_role_t role;
        pt_price_item_t item;
        const char *pointer;
        pt_code_e code;
    } cases[] = {
        {"a kind of test without a price",
         {.seats = 1},
         {"unheard_of", 1, 0, NULL},
         "/roles/0/items/0/service_type",
         PT_C_NOT_FOUND},
        {"an option of a role without a price",
         {.seats = 1, .options = {[PT_FACTOR_LEVEL] = "expert"}},
         {"exploratory", 1, 0, NULL},
         "/roles/0/level",
         PT_C_NOT_FOUND},
        {"an option of an item without a price",
         {.seats = 1},
         {"exploratory", 1, 0, "insane"},
         "/roles/0/items/0/complexity",
         PT_C_NOT_FOUND},
        {"a price beyond the range",
         {.seats = 1},
         {"huge", 2, 0, NULL},
         "/roles/0/items/0/quantity",
         PT_C_TOO_LARGE},
        {"seats beyond the range",
         {.seats = 2},
         {"huge", 1, 0, NULL},
         "/roles/0/items/0/quantity",
         PT_C_TOO_LARGE},
        {"a fee beyond the range",
         {.seats = 1},
         {"huge", 1, 0, NULL},
         "/roles/0/seats",
         PT_C_TOO_LARGE},
        {"a bonus beyond the range",
         {.seats = 1},
         {"exploratory", 1, PT_PRICE_MAX, NULL},
         "/roles/0/seats",
         PT_C_TOO_LARGE},
        {"a number that only a wider type holds",
         {.seats = 1},
         {"huge", INT64_MAX, 0, "complex"},
         "/roles/0/items/0/quantity",
         PT_C_TOO_LARGE},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        pt_estimate_t e = {.total_minor = -1};
        pt_err_t *err = price_one(&e, cases[i].role, cases[i].item);
        const pt_field_err_t *field =
            err && err->fields ? &APR_ARRAY_IDX(err->fields, 0, pt_field_err_t)
                               : NULL;

        ok(field && err->problem == PT_P_INVALID_INPUT && err->detail
               && field->code == cases[i].code && e.total_minor == -1,
           cases[i].name);
        is(field ? field->pointer : NULL, cases[i].pointer, "  and says where");
    }
}

static const pt_price_item_t session[] = {{"exploratory", 1, 333, NULL}};
static const pt_price_item_t cases_and_session[] = {
    {"functional_scripted", 5, 0, NULL}, {"exploratory", 2, 500, "complex"}};
static const pt_price_role_t two_roles[] = {{.seats = 3,
                                             .items = session,
                                             .item_count = 1,
                                             .builder_fee_bps = 1000,
                                             .tester_fee_bps = 333},
                                            {.seats = 2,
                                             .items = cases_and_session,
                                             .item_count = 2,
                                             .builder_fee_bps = 755,
                                             .tester_fee_bps = 0}};

static void test_sums(void)
{
    const pt_price_plan_t plan = {.roles = two_roles, .role_count = 2};
    pt_estimate_t e;

    ok(!pt_price_plan(pool, &e, &book, &plan), "a plan of two roles");
    ok(e.line_count == 3 && e.lines[1].role == 1 && e.lines[1].item == 0
           && e.lines[2].role == 1 && e.lines[2].item == 1,
       "has a line for each item, in order");
    ok(e.seats[0].seat_minor == 1500 && e.seats[1].seat_minor == 5250,
       "a tester's reward is that of all items of the role");
    ok(e.reward_minor == 3 * 1500 + 2 * 5250, "the reward is that of all");
    ok(e.bonus_cap_minor == 3 * 333 + 2 * 500, "so are the bonuses");
    ok(e.fee_minor == 3 * 183 + 2 * 434,
       "the fee is rounded for each seat, at its role's own rate");
    ok(e.total_minor == e.reward_minor + e.bonus_cap_minor + e.fee_minor,
       "the builder pays all of it");
    ok(e.tester_fee_minor == 3 * 61,
       "the testers' fee is taken from what they are paid");
    ok(e.tester_minor == e.reward_minor - 3 * 50,
       "the testers get the rest of the reward");
    ok(e.tester_minor + e.bonus_minor + e.platform_minor == e.total_minor
           && e.platform_minor == e.fee_minor + e.tester_fee_minor,
       "and where each cent goes adds up");
    ok(e.minutes == 3 * 40 + 2 * (30 + 120), "time adds up");
}

static void test_rates(void)
{
    const pt_price_plan_t plan = {.roles = two_roles, .role_count = 2};
    pt_price_book_t other = book;
    pt_estimate_t e;

    ok(!pt_price_plan(pool, &e, &book, &plan)
           && e.seats[0].hourly_rate_minor == 2250
           && e.seats[1].hourly_rate_minor == 2100,
       "an hour's pay, without the bonus");
    ok(e.hourly_rate_minor == 2100 && !e.is_below_floor,
       "the role that pays least counts");
    other.hourly_floor_minor = 2100;
    ok(!pt_price_plan(pool, &e, &other, &plan) && !e.is_below_floor,
       "the floor itself is enough");
    other.hourly_floor_minor = 2101;
    ok(!pt_price_plan(pool, &e, &other, &plan) && e.is_below_floor,
       "a cent less is not");
    other.hourly_floor_minor = 0;
    ok(!pt_price_plan(pool, &e, &other, &plan) && !e.is_below_floor,
       "without a floor nothing is below it");
}

static void test_findings(void)
{
    const pt_price_plan_t plan = {.roles = two_roles, .role_count = 2};
    pt_estimate_t e;

    ok(!pt_price_plan(pool, &e, &book, &plan) && e.has_findings,
       "past work lets one expect findings");
    ok(e.findings_low == 4 && e.findings_high == 13,
       "of all units and testers, rounded away from the middle");
    ok(!price_one(&e, (pt_price_role_t){.seats = 1},
                  (pt_price_item_t){"odd", 1, 0, NULL})
           && !e.has_findings,
       "without past work there is nothing to expect");
}

static void test_nothing(void)
{
    const pt_price_role_t empty = {.seats = 5};
    pt_estimate_t e;

    ok(!pt_price_plan(pool, &e, &book, &(pt_price_plan_t){0})
           && e.total_minor == 0 && e.line_count == 0 && !e.has_findings,
       "a plan of nothing costs nothing");
    ok(!pt_price_plan(pool, &e, &book,
                      &(pt_price_plan_t){.roles = &empty, .role_count = 1})
           && e.total_minor == 0 && e.minutes == 0 && e.hourly_rate_minor == 0
           && !e.is_below_floor,
       "nor does a role without items");
}

static void test_budgets(void)
{
    static const struct {
        const char *name;
        apr_int64_t price, low, high;
    } cases[] = {
        {"a fifth less to a fifth more", 1000, 800, 1200},
        {"rounded half up", 1001, 801, 1201},
        {"at least 1", 1, 1, 1},
        {"also of nothing", 0, 1, 1},
        {"the largest sum", PT_PRICE_MAX, 7205759403792793, 10808639105689189},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        apr_int64_t low, high;

        pt_price_budget(&low, &high, cases[i].price);
        ok(low == cases[i].low && high == cases[i].high, cases[i].name);
    }
}

static void test_names(void)
{
    int i;

    for (i = 0; i < PT_FACTOR_COUNT; i++)
        ok(pt_factor_of(pt_factor_names[i]) == (pt_factor_e)i
               && pt_factor_options((pt_factor_e)i)[0]
               && pt_factor_options((pt_factor_e)i)[1],
           apr_pstrcat(pool, pt_factor_names[i], " is a choice", NULL));
    ok(pt_factor_of("mood") == PT_FACTOR_COUNT, "mood is none");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&pool, NULL);
    test_lines();
    test_refusals();
    test_sums();
    test_rates();
    test_findings();
    test_nothing();
    test_budgets();
    test_names();
    apr_pool_destroy(pool);
    apr_terminate();
    return done_testing();
}
