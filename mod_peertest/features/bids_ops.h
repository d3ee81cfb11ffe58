/* SPDX-License-Identifier: Apache-2.0 */
/* bids_ops.h - what testers, builders, payments, clocks and jobs do to bids.
 * All run inside the caller's transaction; each locks the job, the role and the
 * bid, in this order. */
#ifndef PT_BIDS_OPS_H
#define PT_BIDS_OPS_H

#include "domain/bid_rules.h"
#include "store/pt_ctx.h"

/** A bid with its job and its role, locked. Times are as the API writes them.
 */
typedef struct {
    const char *id, *state, *previous_state;
    const char *tester_id, *tester_name;
    const char *assignment_id; /* the id that its assignment will have */
    const char *turn_expires_at;
    apr_int64_t revision, counters;
    apr_int64_t round_from;      /* the first revision whose figures bind */
    apr_int64_t total_minor;     /* of the latest revision */
    apr_int64_t bonus_cap_minor; /* of its items */
    apr_int64_t turn_seconds;    /* until turn_expires_at; not negative */
    const char *job_id, *job_title, *job_state, *owner_id, *builder_name;
    const char *currency;
    apr_int64_t review_seconds, dispute_seconds;
    int is_current;  /* its author knows the job as it is now */
    int job_goes_on; /* neither ended nor moderated away */
    int job_has_expired;
    int takes_bids; /* bidding on the job has not ended, the role is there */
    const char *role_id, *role_name, *requirements;
    apr_int64_t seats_left;    /* of the role: neither taken nor reserved */
    apr_int64_t seats_untaken; /* not taken for good */
} pt_bid_t;

/**
 * Lock a bid.
 * @param viewer_id its tester, or its builder once it was submitted; NULL:
 *        anybody
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_bid_lock(pt_ctx_t *c, pt_bid_t *bid, const char *bid_id,
                      const char *viewer_id);

/** What happens to a bid. */
typedef struct {
    pt_bid_event_e event;
    const char *actor;         /* event.actor_kind */
    const char *actor_id;      /* account, or NULL */
    apr_int64_t revision;      /* the latest from now on; 0: as before */
    int is_new_round;          /* figures of earlier revisions bind nobody */
    const char *reason, *note; /* of a rejection, else NULL */
} pt_bid_step_t;

/**
 * Move a bid along its table, write the event and set the clocks of the turn.
 * @param bid as locked; state and turn are the new ones afterwards
 * @return PT_P_NOT_YOUR_TURN or PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_bid_move(pt_ctx_t *c, pt_bid_t *bid, const pt_bid_step_t *step);

/** Send a mail about a bid to "builder" or "tester". */
pt_err_t *pt_bid_mail(pt_ctx_t *c, const pt_bid_t *bid, const char *mail,
                      const char *to);

/**
 * Reserve a seat, seal the fees and open the payment page.
 * @param event PT_BID_ACCEPT or PT_BID_PAY
 * @param queue_job_id set to the background job that makes the page
 * @return PT_P_ROLE_FULL with the state, or what pt_bid_move() says
 */
pt_err_t *pt_bid_open_payment(pt_ctx_t *c, pt_bid_t *bid, pt_bid_event_e event,
                              const char **queue_job_id);

/** The money has arrived: the bid is accepted, its seat taken, the work begins.
 * @param bid locked, awaiting_payment
 * @param payment its payment, with what the receipt says */
pt_err_t *pt_bid_paid(pt_ctx_t *c, pt_bid_t *bid, const pt_row_t *payment,
                      const char *receipt_url);

/** The payment page has ended without the money: the seat is free, the bid is
 * what it was, or over when bidding is. One that waits for no payment stays as
 * it is. */
pt_err_t *pt_bid_unpaid(pt_ctx_t *c, const char *bid_id);

/**
 * End all open bids of a job or of a role and tell their testers. Payment pages
 * are closed; their bids end when they have.
 * @param role_id NULL: all roles
 * @param event PT_BID_SUPERSEDE or PT_BID_EXPIRE
 */
pt_err_t *pt_bids_end(pt_ctx_t *c, const char *job_id, const char *role_id,
                      pt_bid_event_e event);

/**
 * The job has changed (its revision is counted up): all open bids wait for
 * their testers to confirm them.
 * @return PT_P_BID_BEING_PAID with the job's state when one is awaiting payment
 */
pt_err_t *pt_bids_stale(pt_ctx_t *c, const char *job_id);

/** Clock bid/turn_expires: nobody answered in time. */
pt_err_t *pt_bid_turn_expires(pt_ctx_t *c, const char *bid_id);

/** Clock bid/turn_reminder: a day is left. */
pt_err_t *pt_bid_turn_reminder(pt_ctx_t *c, const char *bid_id);
#endif
