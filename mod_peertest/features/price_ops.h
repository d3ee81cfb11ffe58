/* SPDX-License-Identifier: Apache-2.0 */
/* price_ops.h - the price book of this marketplace, and what a plan costs by
 * it. */
#ifndef PT_PRICE_OPS_H
#define PT_PRICE_OPS_H

#include "core/pt_json.h"
#include "domain/price_rules.h"
#include "store/pt_ctx.h"

/** Which prices are asked for. */
typedef struct {
    const char *currency;
    const char *market; /* NULL: everywhere */
    const char *at;     /* an instant; NULL: now */
    /* Service types, separated by blanks, whose past findings are wanted;
     * NULL: none. */
    const char *expected_of;
} pt_price_query_t;

/**
 * Read the book.
 * @return PT_P_INVALID_INPUT for a currency that is not used here
 */
pt_err_t *pt_price_book(pt_ctx_t *c, pt_price_book_t *book,
                        const pt_price_query_t *query);

/** A plan that is to be priced. */
typedef struct {
    const char *payer_id; /* who would pay for it; NULL: not known */
    const char *currency;
    const char *market;  /* NULL: everywhere */
    const json_t *roles; /* of form pt_priced_role_input, checked */
} pt_basket_t;

/**
 * What a plan costs today.
 * @return PT_P_INVALID_INPUT that names what cannot be bought here or has no
 *         price
 */
pt_err_t *pt_basket_price(pt_ctx_t *c, pt_estimate_t *estimate,
                          const pt_basket_t *basket);

/** The same, as the API shows it.
 * @param json set on success; owned by the pool */
pt_err_t *pt_basket_estimate(pt_ctx_t *c, json_t **json,
                             const pt_basket_t *basket);
#endif
