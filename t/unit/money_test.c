/* SPDX-License-Identifier: Apache-2.0 */
/* money_test.c - fees, charges and splits: exact to the last cent, and never
 * out of range. */

#include "domain/money.h"
#include "tap.h"

#include <apr_general.h>
#include <stdlib.h>

#define MAX INT64_MAX

/* One pool for all cases: they allocate next to nothing. */
static apr_pool_t *pool;

static void test_fees(void)
{
    static const struct {
        const char *name;
        apr_int64_t amount, bps, fee;
    } cases[] = {
        {"nothing of nothing", 0, 1000, 0},
        {"no rate, no fee", 2500, 0, 0},
        {"ten per cent", 2500, 1000, 250},
        {"the whole", 2500, 10000, 2500},
        {"half a cent rounds up", 5, 1000, 1},
        {"less than half rounds down", 4, 1000, 0},
        {"a half at a larger amount", 1050, 10, 1},
        {"just below a half", 1049, 10, 1},
        {"far below a half", 449, 10, 0},
        {"one basis point of a cent", 1, 1, 0},
        {"an odd rate", 9999, 1234, 1234},
        {"the largest amount, the whole", MAX, 10000, MAX},
        {"the largest amount, half", MAX, 5000, MAX / 2 + 1},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        apr_int64_t fee = -1;

        ok(!pt_money_fee(pool, &fee, cases[i].amount, cases[i].bps)
               && fee == cases[i].fee,
           cases[i].name);
    }
}

static void test_charges(void)
{
    static const struct {
        const char *name;
        apr_int64_t reward, fee, seats, charge; /* -1: refused */
    } cases[] = {
        {"one seat", 2500, 250, 1, 2750},
        {"two seats", 2500, 250, 2, 5500},
        {"no fee", 2500, 0, 3, 7500},
        {"no seat", 2500, 250, 0, 0},
        {"the largest sum that fits", MAX - 1, 1, 1, MAX},
        {"a seat beyond the range", MAX, 1, 1, -1},
        {"seats beyond the range", MAX / 2, 1, 2, -1},
        {"a negative reward", -1, 0, 1, -1},
        {"a negative fee", 1, -1, 1, -1},
        {"negative seats", 1, 1, -1, -1},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        apr_int64_t charge = -1;
        pt_err_t *err = pt_money_charge(pool, &charge, cases[i].reward,
                                        cases[i].fee, cases[i].seats);

        ok(charge == cases[i].charge && (err != PT_OK) == (charge == -1),
           cases[i].name);
    }
}

static void test_splits(void)
{
    static const struct {
        const char *name;
        apr_int64_t reward, fee, paid, bps;
        apr_int64_t tester, platform, builder; /* -1: refused */
    } cases[] = {
        {"paid in full", 2500, 250, 2500, 0, 2500, 250, 0},
        {"paid in full, tester's fee", 2500, 250, 2500, 500, 2375, 375, 0},
        {"nothing paid", 2500, 250, 0, 500, 0, 0, 2750},
        {"half", 2500, 250, 1250, 0, 1250, 125, 1375},
        {"a third: the rest is the platform's", 100, 10, 33, 0, 33, 3, 74},
        {"an odd cent of fee rounds to the builder", 3, 1, 1, 0, 1, 0, 3},
        {"all of it is the tester's fee", 2500, 250, 2500, 10000, 0, 2750, 0},
        {"the largest reward", MAX, 0, MAX, 0, MAX, 0, 0},
        {"one cent", 1, 0, 1, 0, 1, 0, 0},
        {"more than the reward", 100, 10, 101, 0, -1, -1, -1},
        {"less than nothing", 100, 10, -1, 0, -1, -1, -1},
        {"no reward", 0, 0, 0, 0, -1, -1, -1},
        {"a price out of range", MAX, 1, 1, 0, -1, -1, -1},
        {"a rate out of range", 100, 10, 50, 10001, -1, -1, -1},
        {"a negative rate", 100, 10, 50, -1, -1, -1, -1},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++) {
        pt_split_t split = {-1, -1, -1};
        pt_err_t *err =
            pt_money_split(pool, &split, cases[i].reward, cases[i].fee,
                           cases[i].paid, cases[i].bps);

        ok(split.tester_minor == cases[i].tester
               && split.platform_minor == cases[i].platform
               && split.builder_minor == cases[i].builder
               && (err != PT_OK) == (cases[i].tester == -1),
           cases[i].name);
    }
}

/* Whatever is paid of a price, nothing is lost and nobody is charged. */
static void test_splits_add_up(void)
{
    static const struct {
        apr_int64_t reward, fee;
    } prices[] = {{1, 0}, {1, 1}, {7, 1}, {99, 10}, {100, 33}, {333, 333}};
    int exact = 1, monotone = 1;
    size_t i;

    for (i = 0; i < LENGTH(prices); i++) {
        apr_int64_t paid, bps, reward = prices[i].reward, fee = prices[i].fee;

        for (paid = 0; paid <= reward; paid++)
            for (bps = 0; bps <= 10000; bps += 625) {
                pt_split_t s;

                if (pt_money_split(pool, &s, reward, fee, paid, bps)
                    || s.tester_minor < 0 || s.platform_minor < 0
                    || s.builder_minor < 0
                    || s.tester_minor + s.platform_minor + s.builder_minor
                           != reward + fee)
                    exact = 0;
                if (s.tester_minor > paid || s.builder_minor < reward - paid)
                    monotone = 0;
            }
    }
    ok(exact, "every split adds up to the price, no part negative");
    ok(monotone, "nobody gets more than what was granted, or less back");
}

static void test_percents(void)
{
    static const struct {
        const char *name;
        apr_int64_t amount, percent, part; /* -1: refused */
    } cases[] = {
        {"half", 2500, 50, 1250},
        {"all", 2500, 100, 2500},
        {"nothing", 2500, 0, 0},
        {"half a cent rounds up", 50, 1, 1},
        {"less rounds down", 49, 1, 0},
        {"the largest amount", MAX, 100, MAX},
        {"more than all", 100, 101, -1},
        {"a negative share", 100, -1, -1},
        {"a negative amount", -1, 50, -1},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        apr_int64_t part = -1;
        pt_err_t *err =
            pt_money_percent(pool, &part, cases[i].amount, cases[i].percent);

        ok(part == cases[i].part && (err != PT_OK) == (part == -1),
           cases[i].name);
    }
}

static void test_steps(void)
{
    static const pt_price_t price = {2500, 250, 500}; /* 25.00, 10 %, 5 % */
    static const pt_price_t odd = {3, 1, 0}, free_item = {0, 0, 0};
    static const struct {
        const char *name;
        const pt_price_t *price;
        pt_standing_t from, to;
        apr_int64_t tester, platform, builder; /* -1: refused */
    } cases[] = {
        {"all at once", &price, {0, 0, 0}, {2500, 0, 1}, 2375, 375, 0},
        {"nothing at all", &price, {0, 0, 0}, {0, 0, 1}, 0, 0, 2750},
        {"a part, and the rest stays",
         &price,
         {0, 0, 0},
         {1000, 0, 0},
         950,
         150,
         0},
        {"then the rest goes back",
         &price,
         {1000, 0, 0},
         {1000, 0, 1},
         0,
         0,
         1650},
        {"or some more is paid",
         &price,
         {1000, 0, 0},
         {1500, 0, 1},
         475,
         75,
         1100},
        {"some goes back before", &price, {0, 0, 0}, {0, 500, 0}, 0, 0, 550},
        {"and the rest is paid",
         &price,
         {0, 500, 0},
         {2000, 500, 1},
         1900,
         300,
         0},
        {"a cent's share of the fee waits for the end",
         &odd,
         {0, 0, 0},
         {0, 2, 0},
         0,
         0,
         2},
        {"and comes then", &odd, {0, 2, 0}, {1, 2, 1}, 1, 0, 1},
        {"no step", &price, {1000, 0, 0}, {1000, 0, 0}, 0, 0, 0},
        {"what costs nothing", &free_item, {0, 0, 0}, {0, 0, 1}, 0, 0, 0},
        {"less than was paid", &price, {1000, 0, 0}, {999, 0, 1}, -1, -1, -1},
        {"less than was returned",
         &price,
         {0, 500, 0},
         {0, 499, 1},
         -1,
         -1,
         -1},
        {"more than the price",
         &price,
         {0, 500, 0},
         {2001, 500, 1},
         -1,
         -1,
         -1},
        {"after the end", &price, {1000, 0, 1}, {1000, 0, 1}, -1, -1, -1},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        pt_split_t step = {-1, -1, -1};
        pt_err_t *err = pt_money_step(pool, &step, cases[i].price,
                                      &cases[i].from, &cases[i].to);

        ok(step.tester_minor == cases[i].tester
               && step.platform_minor == cases[i].platform
               && step.builder_minor == cases[i].builder
               && (err != PT_OK) == (cases[i].tester == -1),
           cases[i].name);
    }
}

/* A step of at most a rest, often none of it and often all. */
static apr_int64_t some_of(apr_int64_t rest)
{
    int kind = rand() % 4;

    return kind == 0 ? 0 : kind == 1 ? rest : rand() % (rest + 1);
}

/* However a price is given away, step by step, it is the same in the end as at
 * once, and no step takes anything back. */
static void test_steps_add_up(void)
{
    int forward = 1, exact = 1;

    srand(20261122);
    for (int round = 0; round < 20000; round++) {
        pt_price_t price = {1 + rand() % (round % 2 ? 20 : 100000), 0,
                            rand() % 3 ? rand() % 10001 : 0};
        pt_standing_t is = {0, 0, 0};
        pt_split_t all = {0, 0, 0}, whole;

        price.fee_minor = rand() % (price.reward_minor + 1);
        while (!is.is_settled) {
            pt_standing_t to = is;
            pt_split_t step = {0, 0, 0};
            apr_int64_t rest =
                price.reward_minor - is.paid_minor - is.returned_minor;

            if (rand() % 2)
                to.paid_minor += some_of(rest);
            else
                to.returned_minor += some_of(rest);
            to.is_settled = rand() % 4 == 0;
            if (pt_money_step(pool, &step, &price, &is, &to)
                || step.tester_minor < 0 || step.platform_minor < 0
                || step.builder_minor < 0)
                forward = 0;
            all.tester_minor += step.tester_minor;
            all.platform_minor += step.platform_minor;
            all.builder_minor += step.builder_minor;
            is = to;
        }
        if (pt_money_split(pool, &whole, price.reward_minor, price.fee_minor,
                           is.paid_minor, price.tester_bps)
            || all.tester_minor != whole.tester_minor
            || all.platform_minor != whole.platform_minor
            || all.builder_minor != whole.builder_minor)
            exact = 0;
    }
    ok(forward, "no step of a random sequence takes anything back");
    ok(exact, "random sequences end as one split, to the cent");
}

static void test_shares(void)
{
    static const struct {
        const char *name;
        apr_int64_t fee, whole, before, part, share; /* -1: refused */
    } cases[] = {
        {"the whole", 250, 2500, 0, 2500, 250},
        {"the first of three", 600, 6001, 0, 3333, 333},
        {"the second", 600, 6001, 3333, 1667, 167},
        {"the last", 600, 6001, 5000, 1001, 100},
        {"a part that is nothing", 600, 6001, 3333, 0, 0},
        {"a cent among many", 1, 3, 1, 1, 1},
        {"no fee", 0, 100, 0, 50, 0},
        {"the largest amounts", MAX, MAX, 1, MAX - 1, MAX - 1},
        {"more than the whole", 10, 100, 60, 41, -1},
        {"no whole", 10, 0, 0, 0, -1},
        {"a negative part", 10, 100, 0, -1, -1},
        {"a negative start", 10, 100, -1, 1, -1},
        {"a negative fee", -1, 100, 0, 1, -1},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        apr_int64_t share = -1;
        pt_err_t *err =
            pt_money_share(pool, &share, cases[i].fee, cases[i].whole,
                           cases[i].before, cases[i].part);

        ok(share == cases[i].share && (err != PT_OK) == (share == -1),
           cases[i].name);
    }
}

/* However a sum is cut, the shares are those of the whole fee, none is
 * negative, and none is more than a cent away from its proportion. */
static void test_shares_add_up(void)
{
    int exact = 1, fair = 1;

    srand(20261121);
    for (int round = 0; round < 20000; round++) {
        apr_int64_t parts[30], whole = 0, before = 0, sum = 0, fee;
        int count = 1 + rand() % 30;

        for (int i = 0; i < count; i++)
            whole += parts[i] = rand() % 4 ? rand() % 100000 : rand() % 3;
        if (whole == 0)
            continue;
        fee = rand() % (whole + 1);
        for (int i = 0; i < count; i++) {
            apr_int64_t share = -1;

            if (pt_money_share(pool, &share, fee, whole, before, parts[i])
                || share < 0)
                exact = 0;
            if (llabs(share * whole - fee * parts[i]) > whole)
                fair = 0;
            before += parts[i];
            sum += share;
        }
        if (sum != fee)
            exact = 0;
    }
    ok(exact, "shares of random parts add up to the fee, none is negative");
    ok(fair, "each is within a cent of its proportion");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&pool, NULL);
    test_fees();
    test_charges();
    test_splits();
    test_splits_add_up();
    test_percents();
    test_steps();
    test_steps_add_up();
    test_shares();
    test_shares_add_up();
    apr_pool_destroy(pool);
    apr_terminate();
    return done_testing();
}
