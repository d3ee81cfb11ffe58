/* SPDX-License-Identifier: Apache-2.0 */
/* bid_rules.h - how a bid moves between a tester and a builder, whose turn it
 * is, and what an offer may say. docs/BIDS.md has the table. */
#ifndef PT_BID_RULES_H
#define PT_BID_RULES_H

#include "core/pt_err.h"

#include <jansson.h>

typedef enum {
    PT_BID_SUBMIT,    /* the tester shows it to the builder */
    PT_BID_OFFER,     /* the builder begins the thread */
    PT_BID_REVISE,    /* the tester says something else, unasked */
    PT_BID_COUNTER,   /* an answer with other figures */
    PT_BID_ACCEPT,    /* an answer with the same figures */
    PT_BID_DECLINE,   /* the tester's own last figures stand again */
    PT_BID_PAY,       /* the builder opens the payment page */
    PT_BID_CONFIRM,   /* it stands, though the job has changed */
    PT_BID_WITHDRAW,  /* the tester ends it */
    PT_BID_REJECT,    /* the builder ends it */
    PT_BID_PAID,      /* the money has arrived */
    PT_BID_UNPAID,    /* the payment page has ended without it */
    PT_BID_EXPIRE,    /* nobody answered in time, or bidding has ended */
    PT_BID_SUPERSEDE, /* the role is full, or the job takes no bids any more */
    PT_BID_CHANGE,    /* the builder has changed the job */
    PT_BID_EVENTS
} pt_bid_event_e;

/** What the timeline calls an event: "bid_submitted", "bid_countered", ... */
const char *pt_bid_event_name(pt_bid_event_e event);

/**
 * Where an event takes a bid.
 * @param state a bid.state as stored
 * @param previous its previous_state; NULL when it has none
 * @param actor an event.actor_kind: builder, tester, clock, gateway or system
 * @return the new state, or NULL when that is not possible
 */
const char *pt_bid_next(const char *state, const char *previous,
                        pt_bid_event_e event, const char *actor);

/**
 * Is the event possible now?
 * @return PT_P_NOT_YOUR_TURN when it is possible for the other side,
 *         PT_P_WRONG_STATE when it is for nobody; both with the present state
 */
pt_err_t *pt_bid_may(apr_pool_t *p, const char *state, pt_bid_event_e event,
                     const char *actor);

/** The states that an event by this actor can begin in, as a list for a
 * statement: "{submitted,stale}". */
const char *pt_bid_states(apr_pool_t *p, pt_bid_event_e event,
                          const char *actor);

/** Who has to answer, "builder" or "tester"; NULL when nobody has. */
const char *pt_bid_turn(const char *state);

/** Is it neither accepted nor over? */
int pt_bid_is_open(const char *state);

/** So many offers a thread holds; each is shown with it for ever. */
#define PT_BID_REVISIONS_MAX 30

/** @return PT_P_COUNTER_LIMIT with the state when a thread is full; counters
 * have a limit of their own */
pt_err_t *pt_bid_may_revise(apr_pool_t *p, const char *state,
                            apr_int64_t revision);

/** @return PT_P_COUNTER_LIMIT with the state when all counters are used up */
pt_err_t *pt_bid_may_counter(apr_pool_t *p, const char *state,
                             apr_int64_t counters, apr_int64_t max);

/* --- Figures: JSON arrays of {item_id, amount_minor}. What is made from them
 * lives in the pool; pointers of refusals begin with /items. --- */

/**
 * A whole offer for a role.
 * @param items set to the offer in the role's order
 * @param offered as it was sent
 * @param wanted the role's items: [{item_id, required}]
 * @return a refusal for an item of another role, one that is named twice, and a
 *         required one that is missing
 */
pt_err_t *pt_bid_items_for(apr_pool_t *p, json_t **items, const json_t *offered,
                           const json_t *wanted);

/**
 * An answer to an offer: what it does not name stays.
 * @param items set to the latest with the changes
 * @param changed as it was sent; NULL changes nothing
 * @return a refusal for an item that is not in the latest, or named twice
 */
pt_err_t *pt_bid_items_after(apr_pool_t *p, json_t **items,
                             const json_t *changed, const json_t *latest);

/**
 * Both sides move towards each other: a builder's figure is not below the
 * builder's last and not above the tester's, a tester's the other way round.
 * @param changed as it was sent; may be NULL
 * @param own, other the last figures of the side and of the other one; NULL
 *        when there are none
 */
pt_err_t *pt_bid_converges(apr_pool_t *p, const json_t *changed,
                           const char *side, const json_t *own,
                           const json_t *other);

/** Their sum. @return a refusal when it is not within min..max */
pt_err_t *pt_bid_total(apr_pool_t *p, apr_int64_t *total_minor,
                       const json_t *items, apr_int64_t min, apr_int64_t max);
#endif
