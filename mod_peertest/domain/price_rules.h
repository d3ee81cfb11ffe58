/* SPDX-License-Identifier: Apache-2.0 */
/* price_rules.h - what a plan of tests costs by the price book: whole minor
 * units, each rounded once, and checked for overflow. */
#ifndef PT_PRICE_RULES_H
#define PT_PRICE_RULES_H

#include "core/pt_err.h"

/** The largest sum: a JSON number that every reader holds exactly. */
#define PT_PRICE_MAX 9007199254740991

/** What makes a test dearer or cheaper. */
typedef enum {
    PT_FACTOR_LEVEL,
    PT_FACTOR_DEVICE_RARITY,
    PT_FACTOR_LOCALE_RARITY,
    PT_FACTOR_TURNAROUND,
    PT_FACTOR_CONFIDENTIALITY,
    PT_FACTOR_COMPLEXITY, /* the only one that an item has, not its role */
    PT_FACTOR_COUNT
} pt_factor_e;

/** Its name, as in the API and in price.factor. */
extern const char *const pt_factor_names[]; /* ends in NULL */

/** The options of each factor, the one that nobody needs to name first. */
extern const char *const pt_price_levels[],
    *const pt_price_device_rarities[],
        *const pt_price_locale_rarities[],
            *const pt_price_turnarounds[], *const pt_price_confidentialities[],
                                               *const pt_price_complexities[];

/** The options of a factor; ends in NULL. */
const char *const *pt_factor_options(pt_factor_e factor);

/** The factor of this name, or PT_FACTOR_COUNT. */
pt_factor_e pt_factor_of(const char *name);

/** What a unit of a kind of test costs and takes. */
typedef struct {
    const char *service_type;
    apr_int64_t base_minor;
    apr_int64_t minutes;
    /* Thousandths of findings in a unit of past work: what most of it lies
     * between. */
    apr_int64_t findings_low_milli, findings_high_milli;
    int has_past; /* is there enough of it? */
} pt_price_base_t;

/** What an option does to a price; PT_BPS changes nothing. */
typedef struct {
    pt_factor_e factor;
    const char *option;
    apr_int64_t multiplier_bps;
} pt_price_option_t;

/** The price book of a currency and market at an instant. */
typedef struct {
    const pt_price_base_t *bases;
    int base_count;
    const pt_price_option_t *options;
    int option_count;
    apr_int64_t hourly_floor_minor; /* 0: none */
} pt_price_book_t;

/** Something to be tested, by each tester of its role. */
typedef struct {
    const char *service_type;
    apr_int64_t quantity;
    apr_int64_t bonus_cap_minor;
    const char *complexity; /* NULL: the first option */
} pt_price_item_t;

/** Testers with the same work. */
typedef struct {
    apr_int64_t seats;
    const char *options[PT_FACTOR_COUNT]; /* NULL: the first option */
    const pt_price_item_t *items;
    int item_count;
    apr_int64_t builder_fee_bps, tester_fee_bps;
} pt_price_role_t;

typedef struct {
    const pt_price_role_t *roles;
    int role_count;
} pt_price_plan_t;

/** What an item costs. */
typedef struct {
    int role, item;           /* their places in the plan */
    apr_int64_t unit_minor;   /* of one unit, rounded, to be shown */
    apr_int64_t seat_minor;   /* of all units, for one tester */
    apr_int64_t amount_minor; /* of all testers */
    apr_int64_t minutes;      /* of all testers */
} pt_price_line_t;

/** What a role costs. */
typedef struct {
    apr_int64_t seat_minor;        /* one tester's reward */
    apr_int64_t seat_minutes;      /* one tester's time */
    apr_int64_t hourly_rate_minor; /* 0 where there is nothing to do */
} pt_price_seat_t;

/** What a plan costs. tester_minor + bonus_minor + platform_minor is the total.
 */
typedef struct {
    const pt_price_line_t *lines; /* in the plan's order */
    int line_count;
    const pt_price_seat_t *seats; /* one for each role */
    apr_int64_t reward_minor;     /* what the work itself earns */
    apr_int64_t bonus_cap_minor;  /* the most that findings can earn */
    apr_int64_t fee_minor;        /* the builder's, on both */
    apr_int64_t total_minor;      /* all that the builder pays */
    apr_int64_t tester_fee_minor; /* the testers', on both */
    apr_int64_t minutes;
    apr_int64_t hourly_rate_minor; /* of the role that pays least */
    int is_below_floor;
    int has_findings; /* is there past work of every kind? */
    apr_int64_t findings_low, findings_high;
    apr_int64_t tester_minor, bonus_minor, platform_minor; /* who gets it */
} pt_estimate_t;

/**
 * What a plan costs. Each item's price is its base times its quantity times the
 * six multipliers, exact, and rounded half up once, for one tester.
 * @param estimate set on success
 * @return PT_P_INVALID_INPUT that names what has no price in the book
 *         (not-found), or an amount that is out of range (too-large), as
 *         "/roles/0/items/1/service_type"
 */
pt_err_t *pt_price_plan(apr_pool_t *p, pt_estimate_t *estimate,
                        const pt_price_book_t *book,
                        const pt_price_plan_t *plan);

/** A budget around a price: a fifth less to a fifth more, at least 1. */
void pt_price_budget(apr_int64_t *low_minor, apr_int64_t *high_minor,
                     apr_int64_t price_minor);
#endif
