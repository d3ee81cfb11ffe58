/* SPDX-License-Identifier: Apache-2.0 */
/* money_fields.h - what forms and lists of payments, refunds and payouts have
 * in common. */
#ifndef PT_MONEY_FIELDS_H
#define PT_MONEY_FIELDS_H

#include "features/lists.h"

#define PT_AMOUNT_MAX 1000000000 /* minor units; of one movement */

extern const char *const pt_payment_states[];

/** States of what is sent through the provider: payouts and refunds. */
extern const char *const pt_sending_states[];

/* The input of the administrators' lists of money. */
typedef struct {
    const char *state;
    const char *q;
    apr_int64_t limit;
    const char *cursor;
} pt_money_list_t;

#define PT_MONEY_LIST_FIELDS(states_) \
    PT_F(pt_money_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL, \
         .values = states_, .doc = "Only those in this state"), \
        PT_F(pt_money_list_t, q, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, \
             .min = 1, .max = 100, \
             .doc = "Only those about this: an id of ours, or the " \
                    "provider's"), \
        PT_LIST_FIELDS(pt_money_list_t)

/** That input, as parameters of a statement. */
typedef struct {
    const char *before_id, *page_size;
    const char *about, *reference; /* of "q": an id of ours or the provider's */
} pt_money_page_t;

/** @return PT_P_INVALID_CURSOR */
pt_err_t *pt_money_page_read(pt_req_t *q, pt_money_page_t *page);
#endif
