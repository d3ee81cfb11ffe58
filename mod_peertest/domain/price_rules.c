/* SPDX-License-Identifier: Apache-2.0 */
/* price_rules.c - what a plan of tests costs by the price book. */

#include "domain/price_rules.h"
#include "domain/money.h"

#include <apr_strings.h>
#include <string.h>

#define MINUTES_PER_HOUR 60
#define BUDGET_SPREAD_BPS 2000

/* clang-format off */
const char *const pt_price_levels[] = {"any", "experienced", "expert", NULL};
const char *const pt_price_device_rarities[] = {"common", "uncommon", "rare", NULL};
const char *const pt_price_locale_rarities[] = {"common", "uncommon", "rare", NULL};
const char *const pt_price_turnarounds[] = {"standard", "fast", "urgent", NULL};
const char *const pt_price_confidentialities[] = {"none", "nda", NULL};
const char *const pt_price_complexities[] = {"standard", "simple", "complex", NULL};

const char *const pt_factor_names[] = {
    [PT_FACTOR_LEVEL]           = "level",
    [PT_FACTOR_DEVICE_RARITY]   = "device_rarity",
    [PT_FACTOR_LOCALE_RARITY]   = "locale_rarity",
    [PT_FACTOR_TURNAROUND]      = "turnaround",
    [PT_FACTOR_CONFIDENTIALITY] = "confidentiality",
    [PT_FACTOR_COMPLEXITY]      = "complexity",
    [PT_FACTOR_COUNT]           = NULL
};

static const char *const *const factor_options[] = {
    [PT_FACTOR_LEVEL]           = pt_price_levels,
    [PT_FACTOR_DEVICE_RARITY]   = pt_price_device_rarities,
    [PT_FACTOR_LOCALE_RARITY]   = pt_price_locale_rarities,
    [PT_FACTOR_TURNAROUND]      = pt_price_turnarounds,
    [PT_FACTOR_CONFIDENTIALITY] = pt_price_confidentialities,
    [PT_FACTOR_COMPLEXITY]      = pt_price_complexities,
};
/* clang-format on */

const char *const *pt_factor_options(pt_factor_e factor)
{
    return factor_options[factor];
}

pt_factor_e pt_factor_of(const char *name)
{
    int i;

    for (i = 0; i < PT_FACTOR_COUNT; i++) {
        if (!strcmp(pt_factor_names[i], name))
            break;
    }
    return (pt_factor_e)i;
}

/* --- Exact arithmetic --- */

/* A positive fraction in lowest terms. */
typedef struct {
    unsigned __int128 num, den;
} fraction_t;

static unsigned __int128 common_divisor(unsigned __int128 a,
                                        unsigned __int128 b)
{
    while (b) {
        unsigned __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* @return 0 when the product does not fit */
static int multiply(fraction_t *f, apr_int64_t num, apr_int64_t den)
{
    unsigned __int128 across = common_divisor(f->num, (apr_uint64_t)den);
    unsigned __int128 down = common_divisor((apr_uint64_t)num, f->den);

    return !__builtin_mul_overflow(f->num / across, (apr_uint64_t)num / down,
                                   &f->num)
           && !__builtin_mul_overflow(f->den / down, (apr_uint64_t)den / across,
                                      &f->den);
}

/* Half up. @return 0 when it is beyond PT_PRICE_MAX */
static int round_fraction(apr_int64_t *out, const fraction_t *f)
{
    unsigned __int128 whole = f->num / f->den, rest = f->num % f->den;

    whole += rest >= f->den - rest;
    if (whole > PT_PRICE_MAX)
        return 0;
    *out = (apr_int64_t)whole;
    return 1;
}

/* sum += each * times. @return 0 when it is beyond PT_PRICE_MAX */
static int add_times(apr_int64_t *sum, apr_int64_t each, apr_int64_t times)
{
    apr_int64_t product, result;

    if (__builtin_mul_overflow(each, times, &product)
        || __builtin_add_overflow(*sum, product, &result)
        || result > PT_PRICE_MAX)
        return 0;
    *sum = result;
    return 1;
}

/* --- The book --- */

static const pt_price_base_t *base_of(const pt_price_book_t *book,
                                      const char *service_type)
{
    int i;

    for (i = 0; i < book->base_count; i++) {
        if (!strcmp(book->bases[i].service_type, service_type))
            return &book->bases[i];
    }
    return NULL;
}

/* What an option does to a price. What goes without saying costs nothing when
 * the book does not say so either. @return 0 when the book has no such row */
static apr_int64_t multiplier_of(const pt_price_book_t *book,
                                 pt_factor_e factor, const char *option)
{
    const char *usual = factor_options[factor][0];
    int i;

    if (!option)
        option = usual;
    for (i = 0; i < book->option_count; i++) {
        if (book->options[i].factor == factor
            && !strcmp(book->options[i].option, option))
            return book->options[i].multiplier_bps;
    }
    return strcmp(option, usual) ? 0 : PT_BPS;
}

/* --- A plan --- */

/* What the functions below work on. */
typedef struct {
    apr_pool_t *pool;
    const pt_price_book_t *book;
    const pt_price_plan_t *plan;
} sheet_t;

static pt_err_t *refused(const sheet_t *s, const char *pointer, pt_code_e code,
                         const char *detail)
{
    pt_err_t *err = pt_err_field(PT_OK, s->pool, pointer, code);

    err->detail = detail;
    return err;
}

static pt_err_t *out_of_range(const sheet_t *s, const char *pointer)
{
    return refused(s, pointer, PT_C_TOO_LARGE,
                   "That is more than an amount can be");
}

/* Where the option of a factor stands in the plan. */
static const char *option_pointer(const sheet_t *s, int role, int item,
                                  pt_factor_e factor)
{
    if (factor != PT_FACTOR_COMPLEXITY)
        return apr_psprintf(s->pool, "/roles/%d/%s", role,
                            pt_factor_names[factor]);
    return apr_psprintf(s->pool, "/roles/%d/items/%d/%s", role, item,
                        pt_factor_names[factor]);
}

static pt_err_t *find_multipliers(const sheet_t *s,
                                  apr_int64_t bps[PT_FACTOR_COUNT],
                                  const pt_price_line_t *line)
{
    const pt_price_role_t *role = &s->plan->roles[line->role];
    int i;

    for (i = 0; i < PT_FACTOR_COUNT; i++) {
        bps[i] = multiplier_of(s->book, (pt_factor_e)i,
                               i == PT_FACTOR_COMPLEXITY
                                   ? role->items[line->item].complexity
                                   : role->options[i]);
        if (!bps[i])
            return refused(
                s, option_pointer(s, line->role, line->item, (pt_factor_e)i),
                PT_C_NOT_FOUND, "There is no price for this choice yet");
    }
    return PT_OK;
}

/* units x base x all multipliers, rounded once. */
static int price_units(apr_int64_t *out, apr_int64_t base_minor,
                       apr_int64_t units,
                       const apr_int64_t bps[PT_FACTOR_COUNT])
{
    fraction_t price = {(apr_uint64_t)base_minor, 1};
    int i, fits = multiply(&price, units, 1);

    for (i = 0; i < PT_FACTOR_COUNT; i++)
        fits = fits && multiply(&price, bps[i], PT_BPS);
    return fits && round_fraction(out, &price);
}

/* What is more complex also takes longer; no other factor does that. */
static int time_units(apr_int64_t *out, apr_int64_t minutes, apr_int64_t units,
                      apr_int64_t complexity_bps)
{
    fraction_t time = {(apr_uint64_t)minutes, 1};

    return multiply(&time, units, 1) && multiply(&time, complexity_bps, PT_BPS)
           && round_fraction(out, &time);
}

/* line: its places are set. seat_minutes: what it takes one tester. */
static pt_err_t *price_line(const sheet_t *s, pt_price_line_t *line,
                            apr_int64_t *seat_minutes)
{
    const pt_price_role_t *role = &s->plan->roles[line->role];
    const pt_price_item_t *item = &role->items[line->item];
    const pt_price_base_t *base = base_of(s->book, item->service_type);
    const char *pointer =
        apr_psprintf(s->pool, "/roles/%d/items/%d/", line->role, line->item);
    apr_int64_t bps[PT_FACTOR_COUNT];

    if (!base)
        return refused(s, apr_pstrcat(s->pool, pointer, "service_type", NULL),
                       PT_C_NOT_FOUND,
                       "There is no price for this kind of test in this "
                       "currency yet");
    PT_TRY(find_multipliers(s, bps, line));
    if (!price_units(&line->unit_minor, base->base_minor, 1, bps)
        || !price_units(&line->seat_minor, base->base_minor, item->quantity,
                        bps)
        || !time_units(seat_minutes, base->minutes, item->quantity,
                       bps[PT_FACTOR_COMPLEXITY])
        || !add_times(&line->amount_minor, line->seat_minor, role->seats)
        || !add_times(&line->minutes, *seat_minutes, role->seats))
        return out_of_range(s, apr_pstrcat(s->pool, pointer, "quantity", NULL));
    return PT_OK;
}

/* Fees as they will be: of each seat, on what it can cost at most. */
static pt_err_t *add_seats(const sheet_t *s, pt_estimate_t *e, int at,
                           const pt_price_seat_t *seat, apr_int64_t bonus_minor)
{
    const pt_price_role_t *role = &s->plan->roles[at];
    apr_int64_t whole = seat->seat_minor, fee, tester_fee, of_reward;
    int fits = add_times(&whole, bonus_minor, 1);

    if (!fits)
        return out_of_range(s, apr_psprintf(s->pool, "/roles/%d/seats", at));
    PT_TRY(pt_money_fee(s->pool, &fee, whole, role->builder_fee_bps));
    PT_TRY(pt_money_fee(s->pool, &tester_fee, whole, role->tester_fee_bps));
    PT_TRY(pt_money_fee(s->pool, &of_reward, seat->seat_minor,
                        role->tester_fee_bps));
    fits = add_times(&e->reward_minor, seat->seat_minor, role->seats)
           && add_times(&e->bonus_cap_minor, bonus_minor, role->seats)
           && add_times(&e->fee_minor, fee, role->seats)
           && add_times(&e->tester_fee_minor, tester_fee, role->seats)
           && add_times(&e->total_minor, whole, role->seats)
           && add_times(&e->total_minor, fee, role->seats)
           && add_times(&e->tester_minor, seat->seat_minor - of_reward,
                        role->seats)
           && add_times(&e->bonus_minor, bonus_minor - (tester_fee - of_reward),
                        role->seats)
           && add_times(&e->minutes, seat->seat_minutes, role->seats);
    return fits ? PT_OK
                : out_of_range(s, apr_psprintf(s->pool, "/roles/%d/seats", at));
}

static apr_int64_t hourly_rate(apr_int64_t minor, apr_int64_t minutes)
{
    if (!minutes)
        return 0;
    return (apr_int64_t)(((__int128)minor * MINUTES_PER_HOUR * 2 + minutes)
                         / ((__int128)minutes * 2));
}

static pt_err_t *price_role(const sheet_t *s, pt_estimate_t *e,
                            pt_price_line_t *lines, pt_price_seat_t *seat,
                            int at)
{
    const pt_price_role_t *role = &s->plan->roles[at];
    apr_int64_t bonus_minor = 0;
    int i;

    for (i = 0; i < role->item_count; i++) {
        pt_price_line_t *line = &lines[e->line_count++];
        apr_int64_t minutes = 0;

        line->role = at;
        line->item = i;
        PT_TRY(price_line(s, line, &minutes));
        if (!add_times(&seat->seat_minor, line->seat_minor, 1)
            || !add_times(&seat->seat_minutes, minutes, 1)
            || !add_times(&bonus_minor, role->items[i].bonus_cap_minor, 1))
            return out_of_range(
                s, apr_psprintf(s->pool, "/roles/%d/items/%d/quantity", at, i));
    }
    seat->hourly_rate_minor = hourly_rate(seat->seat_minor, seat->seat_minutes);
    if (seat->seat_minutes && seat->hourly_rate_minor < e->hourly_rate_minor)
        e->hourly_rate_minor = seat->hourly_rate_minor;
    return add_seats(s, e, at, seat, bonus_minor);
}

/* What past work lets one expect, all testers together. */
static void expect_findings(const sheet_t *s, pt_estimate_t *e)
{
    __int128 low = 0, high = 0;
    int i;

    e->has_findings = e->line_count > 0;
    for (i = 0; i < e->line_count; i++) {
        const pt_price_role_t *role = &s->plan->roles[e->lines[i].role];
        const pt_price_item_t *item = &role->items[e->lines[i].item];
        const pt_price_base_t *base = base_of(s->book, item->service_type);
        __int128 units = (__int128)item->quantity * role->seats;

        e->has_findings = e->has_findings && base->has_past;
        low += units * base->findings_low_milli;
        high += units * base->findings_high_milli;
    }
    e->findings_low = (apr_int64_t)(low / 1000);
    e->findings_high = (apr_int64_t)((high + 999) / 1000);
}

pt_err_t *pt_price_plan(apr_pool_t *p, pt_estimate_t *estimate,
                        const pt_price_book_t *book,
                        const pt_price_plan_t *plan)
{
    const sheet_t s = {p, book, plan};
    pt_estimate_t e = {.hourly_rate_minor = PT_PRICE_MAX};
    pt_price_line_t *lines;
    pt_price_seat_t *seats =
        apr_pcalloc(p, sizeof(*seats) * (apr_size_t)(plan->role_count + 1));
    int i, count = 0;

    for (i = 0; i < plan->role_count; i++)
        count += plan->roles[i].item_count;
    lines = apr_pcalloc(p, sizeof(*lines) * (apr_size_t)(count + 1));
    for (i = 0; i < plan->role_count; i++)
        PT_TRY(price_role(&s, &e, lines, &seats[i], i));
    e.lines = lines;
    e.seats = seats;
    e.platform_minor = e.total_minor - e.tester_minor - e.bonus_minor;
    if (!e.minutes)
        e.hourly_rate_minor = 0;
    e.is_below_floor =
        e.minutes && e.hourly_rate_minor < book->hourly_floor_minor;
    expect_findings(&s, &e);
    *estimate = e;
    return PT_OK;
}

void pt_price_budget(apr_int64_t *low_minor, apr_int64_t *high_minor,
                     apr_int64_t price_minor)
{
    const __int128 price = price_minor > 0 ? price_minor : 1;
    apr_int64_t low =
        (apr_int64_t)((price * (PT_BPS - BUDGET_SPREAD_BPS) + PT_BPS / 2)
                      / PT_BPS);

    *low_minor = low > 0 ? low : 1;
    *high_minor =
        (apr_int64_t)((price * (PT_BPS + BUDGET_SPREAD_BPS) + PT_BPS / 2)
                      / PT_BPS);
}
