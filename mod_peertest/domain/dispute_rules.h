/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_rules.h - how a dispute goes from its opening to its end, who may
 * open one, and what a split gives. docs/DISPUTES.md has the table. */
#ifndef PT_DISPUTE_RULES_H
#define PT_DISPUTE_RULES_H

#include "domain/submission_rules.h"

/** What can happen to a dispute. */
typedef enum {
    PT_DISPUTE_ANSWER,    /* the other side says its part */
    PT_DISPUTE_PROPOSE,   /* a side names a split that it would agree to */
    PT_DISPUTE_AGREE,     /* ... and it is what the other side named */
    PT_DISPUTE_SILENCE,   /* the other side has not answered in time */
    PT_DISPUTE_DECIDE,    /* an administrator names the split */
    PT_DISPUTE_HARD_STOP, /* nobody has, for too long */
    PT_DISPUTE_ACCEPT,    /* a side will not appeal */
    PT_DISPUTE_APPEAL,    /* a side asks for another administrator */
    PT_DISPUTE_CLOSE,     /* the decision stands */
    PT_DISPUTE_EVENTS
} pt_dispute_event_e;

/** How the timeline calls it: "dispute_answered", "dispute_decided", ... */
const char *pt_dispute_event_name(pt_dispute_event_e event);

/**
 * Where does an event lead?
 * @param to set on success; a constant string
 * @param state a dispute.state as stored
 * @param opened_by the side that opened it: "tester" or "builder"
 * @return PT_P_WRONG_STATE with the present state when the event is not
 *         possible in it, or not for this actor
 */
pt_err_t *pt_dispute_next(apr_pool_t *p, const char **to, const char *state,
                          const char *opened_by, pt_dispute_event_e event,
                          pt_by_e by);

/** Who wants to dispute what, read under lock. */
typedef struct {
    pt_submission_t is;
    pt_by_e by;
    const char *kind;
    int is_late;          /* there was a time to dispute it, and it is over */
    apr_int64_t opened;   /* disputes that the same person opened of late ... */
    apr_int64_t may_open; /* ... and how many that may be: pt_dispute_cap() */
} pt_dispute_wish_t;

/**
 * May this side open a dispute about this submission now? A builder can about
 * conduct alone, while the review time runs.
 * @return PT_P_INVALID_INPUT, PT_P_DISPUTE_TOO_LATE, PT_P_WRONG_STATE or
 *         PT_P_DISPUTE_LIMIT, the last three with the submission's state
 */
pt_err_t *pt_dispute_may_open(apr_pool_t *p, const pt_dispute_wish_t *wish);

/**
 * How many disputes somebody may open in a month: the base, and as much again
 * for who has won all.
 * @param closed those that the person opened and that were closed within a
 *        year
 * @param won the part of them that gave the person half or more
 */
apr_int64_t pt_dispute_cap(apr_int64_t base, apr_int64_t closed,
                           apr_int64_t won);

/** The tester's per cent when the other side has said nothing: the opener has
 * won. */
apr_int64_t pt_dispute_by_silence(const char *opened_by);

/** ... and when nobody has decided: the tester has. */
#define PT_DISPUTE_BY_HARD_STOP 100

/** So many proposals a side can make; each is shown with it for ever. */
#define PT_DISPUTE_PROPOSALS_MAX 15
#endif
