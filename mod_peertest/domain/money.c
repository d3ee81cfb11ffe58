/* SPDX-License-Identifier: Apache-2.0 */
/* money.c - fees, charges and splits in minor units. */

#include "domain/money.h"

static pt_err_t *out_of_range(apr_pool_t *p)
{
    return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                        "an amount is out of range");
}

/* round_half_up(amount * part / whole), in a width that cannot overflow. */
static apr_int64_t proportion(apr_int64_t amount, apr_int64_t part,
                              apr_int64_t whole)
{
    return (apr_int64_t)(((__int128)amount * part * 2 + whole)
                         / ((__int128)whole * 2));
}

pt_err_t *pt_money_fee(apr_pool_t *p, apr_int64_t *fee_minor,
                       apr_int64_t amount_minor, apr_int64_t bps)
{
    if (amount_minor < 0 || bps < 0 || bps > PT_BPS)
        return out_of_range(p);
    *fee_minor = proportion(amount_minor, bps, PT_BPS);
    return PT_OK;
}

pt_err_t *pt_money_percent(apr_pool_t *p, apr_int64_t *part_minor,
                           apr_int64_t amount_minor, apr_int64_t percent)
{
    if (amount_minor < 0 || percent < 0 || percent > 100)
        return out_of_range(p);
    *part_minor = proportion(amount_minor, percent, 100);
    return PT_OK;
}

pt_err_t *pt_money_charge(apr_pool_t *p, apr_int64_t *charge_minor,
                          apr_int64_t reward_minor, apr_int64_t fee_minor,
                          apr_int64_t seats)
{
    apr_int64_t seat, all;

    if (reward_minor < 0 || fee_minor < 0 || seats < 0
        || __builtin_add_overflow(reward_minor, fee_minor, &seat)
        || __builtin_mul_overflow(seat, seats, &all))
        return out_of_range(p);
    *charge_minor = all;
    return PT_OK;
}

pt_err_t *pt_money_share(apr_pool_t *p, apr_int64_t *share_minor,
                         apr_int64_t fee_minor, apr_int64_t whole_minor,
                         apr_int64_t before_minor, apr_int64_t part_minor)
{
    if (fee_minor < 0 || whole_minor <= 0 || before_minor < 0 || part_minor < 0
        || before_minor > whole_minor
        || part_minor > whole_minor - before_minor)
        return out_of_range(p);
    *share_minor = proportion(fee_minor, before_minor + part_minor, whole_minor)
                   - proportion(fee_minor, before_minor, whole_minor);
    return PT_OK;
}

pt_err_t *pt_money_split(apr_pool_t *p, pt_split_t *split,
                         apr_int64_t reward_minor, apr_int64_t fee_minor,
                         apr_int64_t paid_minor, apr_int64_t tester_bps)
{
    apr_int64_t price, tester_fee, unpaid = reward_minor - paid_minor;

    if (reward_minor <= 0 || paid_minor < 0 || paid_minor > reward_minor)
        return out_of_range(p);
    PT_TRY(pt_money_charge(p, &price, reward_minor, fee_minor, 1));
    PT_TRY(pt_money_fee(p, &tester_fee, paid_minor, tester_bps));
    split->tester_minor = paid_minor - tester_fee;
    split->builder_minor = unpaid + proportion(fee_minor, unpaid, reward_minor);
    split->platform_minor = price - split->tester_minor - split->builder_minor;
    return PT_OK;
}

/* All that has left a price by now. Before the end only what was returned has
 * gone back, with its share of the fee: rounded down, so that the end can only
 * add to it. */
static pt_err_t *given_away(apr_pool_t *p, pt_split_t *all,
                            const pt_price_t *price, const pt_standing_t *is)
{
    apr_int64_t reward = price->reward_minor, returned = is->returned_minor;

    if (is->paid_minor < 0 || returned < 0 || returned > reward
        || is->paid_minor > reward - returned)
        return out_of_range(p);
    *all = (pt_split_t){0, 0, 0};
    if (reward == 0)
        return price->fee_minor == 0 ? PT_OK : out_of_range(p);
    PT_TRY(pt_money_split(p, all, reward, price->fee_minor, is->paid_minor,
                          price->tester_bps));
    if (!is->is_settled)
        all->builder_minor =
            returned
            + (apr_int64_t)((__int128)price->fee_minor * returned / reward);
    return PT_OK;
}

pt_err_t *pt_money_step(apr_pool_t *p, pt_split_t *step,
                        const pt_price_t *price, const pt_standing_t *from,
                        const pt_standing_t *to)
{
    pt_split_t before, after;

    if (from->is_settled || to->paid_minor < from->paid_minor
        || to->returned_minor < from->returned_minor)
        return out_of_range(p);
    PT_TRY(given_away(p, &before, price, from));
    PT_TRY(given_away(p, &after, price, to));
    step->tester_minor = after.tester_minor - before.tester_minor;
    step->platform_minor = after.platform_minor - before.platform_minor;
    step->builder_minor = after.builder_minor - before.builder_minor;
    return PT_OK;
}
