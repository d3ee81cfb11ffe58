/* SPDX-License-Identifier: Apache-2.0 */
/* plan_rules.h - the life of a structured job: who may do what, when. */
#ifndef PT_PLAN_RULES_H
#define PT_PLAN_RULES_H

#include "core/pt_err.h"

typedef enum {
    PT_PLAN_EDIT,     /* change what is wanted */
    PT_PLAN_DELETE,   /* throw a draft away */
    PT_PLAN_PUBLISH,  /* take bids from now on */
    PT_PLAN_BID,      /* a tester makes an offer, or changes it */
    PT_PLAN_CLOSE,    /* its builder has all the testers that are wanted */
    PT_PLAN_CANCEL,   /* its builder wants no more of it */
    PT_PLAN_EXPIRE,   /* the bidding deadline has passed */
    PT_PLAN_SEEK,     /* every role has free seats */
    PT_PLAN_AWARD,    /* some roles are full, others are not */
    PT_PLAN_WORK,     /* no seat is to be had, somebody is at work */
    PT_PLAN_REVIEW,   /* all that is to come has been handed in */
    PT_PLAN_COMPLETE, /* everything is decided and its money has moved */
    PT_PLAN_REMOVE,   /* moderation takes it down */
    PT_PLAN_EVENTS
} pt_plan_event_e;

/**
 * Where an event takes a structured job.
 * @param state a job.state as stored
 * @param actor an event.actor_kind: builder, tester, admin, clock, gateway or
 *        system
 * @return the new state (it may be the same), or NULL when that is not possible
 */
const char *pt_plan_next(const char *state, pt_plan_event_e event,
                         const char *actor);

/** Is the event possible now?
 * @return PT_P_WRONG_STATE with the present state */
pt_err_t *pt_plan_may(apr_pool_t *p, const char *state, pt_plan_event_e event,
                      const char *actor);

/** Can it still change by itself: is it published and not over? */
int pt_plan_is_going_on(const char *state);

/** What has become of a structured job that was published. */
typedef struct {
    int roles;               /* that are wanted */
    int full;                /* of them without a free seat */
    int reserved;            /* seats whose bid is being paid */
    int under_way;           /* submissions that were never handed in */
    int unsettled;           /* assignments that are active or delivered */
    int done;                /* assignments that are completed */
    const char *stop_reason; /* why no bids are taken any more; may be NULL */
} pt_plan_facts_t;

/** What roles and work say has happened to their job. */
pt_plan_event_e pt_plan_by_facts(const pt_plan_facts_t *facts);

#endif
