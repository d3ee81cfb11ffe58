/* SPDX-License-Identifier: Apache-2.0 */
/* money.h - fees, charges and splits in minor units: exact, and checked for
 * overflow. */
#ifndef PT_MONEY_H
#define PT_MONEY_H

#include "core/pt_err.h"

/** Hundredths of a per cent in a whole. */
#define PT_BPS 10000

/**
 * A fee: round_half_up(amount_minor * bps / 10000).
 * @param amount_minor not negative
 * @param bps 0..10000
 * @return PT_P_INTERNAL for an amount out of range
 */
pt_err_t *pt_money_fee(apr_pool_t *p, apr_int64_t *fee_minor,
                       apr_int64_t amount_minor, apr_int64_t bps);

/**
 * A part of an amount: round_half_up(amount_minor * percent / 100).
 * @return PT_P_INTERNAL for an amount or a share out of range
 */
pt_err_t *pt_money_percent(apr_pool_t *p, apr_int64_t *part_minor,
                           apr_int64_t amount_minor, apr_int64_t percent);

/**
 * What a number of seats costs: seats x (reward + fee).
 * @return PT_P_INTERNAL when that does not fit
 */
pt_err_t *pt_money_charge(apr_pool_t *p, apr_int64_t *charge_minor,
                          apr_int64_t reward_minor, apr_int64_t fee_minor,
                          apr_int64_t seats);

/**
 * A part's share of a fee. The shares of all parts, asked for one after the
 * other, add up to the fee: what rounding takes from one it gives to the next.
 * @param fee_minor the fee on the whole
 * @param whole_minor the sum of all parts, > 0
 * @param before_minor the sum of the parts before this one
 * @return PT_P_INTERNAL for amounts out of range
 */
pt_err_t *pt_money_share(apr_pool_t *p, apr_int64_t *share_minor,
                         apr_int64_t fee_minor, apr_int64_t whole_minor,
                         apr_int64_t before_minor, apr_int64_t part_minor);

/** Who gets what of a seat's price; the three add up to reward + fee. */
typedef struct {
    apr_int64_t tester_minor;   /* what is transferred */
    apr_int64_t platform_minor; /* what we keep: both sides' fees */
    apr_int64_t builder_minor;  /* what is refunded */
} pt_split_t;

/**
 * Split the price of a seat by a decision. The tester gets what is paid less
 * the tester's fee, the builder gets back the rest of the reward and the same
 * proportion of the fee, the platform gets what remains: nothing is lost to
 * rounding.
 * @param paid_minor what the decision grants, 0..reward_minor
 * @return PT_P_INTERNAL for amounts out of range
 */
pt_err_t *pt_money_split(apr_pool_t *p, pt_split_t *split,
                         apr_int64_t reward_minor, apr_int64_t fee_minor,
                         apr_int64_t paid_minor, apr_int64_t tester_bps);

/** What a seat was bought for. */
typedef struct {
    apr_int64_t reward_minor; /* all that can be paid: reward and bonus */
    apr_int64_t fee_minor;    /* the builder's, on top */
    apr_int64_t tester_bps;   /* the tester's, taken off what is paid */
} pt_price_t;

/** How far a price has been given away; no part of it ever comes back. */
typedef struct {
    apr_int64_t paid_minor;     /* of the reward, granted to the tester */
    apr_int64_t returned_minor; /* of the reward, given back to the builder */
    int is_settled; /* nothing is left: what is not paid went back */
} pt_standing_t;

/**
 * What moves when a price is given away a bit further. However many steps it
 * takes, they add up to one pt_money_split() of what was paid in the end.
 * @param to at least as far as from
 * @return PT_P_INTERNAL when it is not, or beyond the price
 */
pt_err_t *pt_money_step(apr_pool_t *p, pt_split_t *step,
                        const pt_price_t *price, const pt_standing_t *from,
                        const pt_standing_t *to);
#endif
