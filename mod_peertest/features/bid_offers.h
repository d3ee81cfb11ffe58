/* SPDX-License-Identifier: Apache-2.0 */
/* bid_offers.h - what the routes of bids share: offers, and what they are held
 * against. */
#ifndef PT_BID_OFFERS_H
#define PT_BID_OFFERS_H

#include "features/bids_ops.h"
#include "features/fee_ops.h"
#include "http/pt_route.h"

/* What each statement that shows bids takes: rates and limits of the site. */
#define PT_BID_SITE(q) \
    PT_SITE_FEES(&(q)->ctx), .counters_max = pt_bid_counters_max(q)
const char *pt_bid_counters_max(pt_req_t *q);

/** Answer with a bid as the actor may see it. @return PT_P_NOT_FOUND */
pt_err_t *pt_bid_reply(pt_req_t *q, const char *bid_id);

/** The actor's side of a bid that the actor may see: "builder" or "tester". */
const char *pt_bid_side(pt_req_t *q, const pt_bid_t *bid);

/** The refusal of what bidding on has ended for. */
pt_err_t *pt_bid_is_late(pt_req_t *q, const char *state);

/**
 * Has the tester what the role asks for, and a way to be paid?
 * @return PT_P_NOT_ELIGIBLE, or PT_P_NOT_PAYABLE with the bid's state
 */
pt_err_t *pt_bid_check_tester(pt_req_t *q, const pt_bid_t *bid);

/** The items of a role that an offer has to fit: [{item_id, required}]. */
pt_err_t *pt_bid_role_items(pt_req_t *q, json_t **items, const char *role_id);

/** What one side puts on the table. */
typedef struct {
    json_t *items; /* all of it, in order */
    apr_int64_t days;
    const char *message;
} pt_bid_offer_t;

/** The last word of each side in this round. */
typedef struct {
    pt_bid_offer_t builder, tester; /* items NULL: none yet */
    const pt_bid_offer_t *latest;   /* one of the two */
} pt_bid_figures_t;
pt_err_t *pt_bid_figures(pt_req_t *q, pt_bid_figures_t *figures,
                         const pt_bid_t *bid);

/**
 * Write a revision of a locked bid.
 * @return a refusal of the total, PT_P_PLAN_TOO_LONG
 */
pt_err_t *pt_bid_put_revision(pt_req_t *q, const pt_bid_t *bid,
                              apr_int64_t number, const char *by,
                              const pt_bid_offer_t *offer);

/** Write the next revision, the actor's, and move the bid by it.
 * @param is_new_round figures of earlier revisions bind nobody any more */
pt_err_t *pt_bid_make_offer(pt_req_t *q, pt_bid_t *bid, pt_bid_event_e event,
                            const pt_bid_offer_t *offer, int is_new_round);
#endif
