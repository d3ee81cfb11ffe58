/* SPDX-License-Identifier: Apache-2.0 */
/* job_rules.h - the life of a simple job: who may do what, when. */
#ifndef PT_JOB_RULES_H
#define PT_JOB_RULES_H

#include "core/pt_err.h"

typedef enum {
    PT_JOB_EDIT,    /* change or delete it */
    PT_JOB_PUBLISH, /* seal it and ask for the payment */
    PT_JOB_FUND,    /* the payment has arrived */
    PT_JOB_UNFUND,  /* the payment window ended unpaid */
    PT_JOB_CLAIM,   /* a tester takes a seat */
    PT_JOB_FREE,    /* there are free seats */
    PT_JOB_FILL,    /* there are none, work is under way */
    PT_JOB_CLOSE,   /* every seat is completed or closed */
    PT_JOB_CANCEL,  /* its builder wants no more of it */
    PT_JOB_EXPIRE,  /* its deadline has passed */
    PT_JOB_REMOVE,  /* moderation takes it down */
    PT_JOB_EVENTS
} pt_job_event_e;

/**
 * Where an event takes a job.
 * @param state a job.state as stored
 * @param actor an event.actor_kind: builder, tester, admin, clock, gateway or
 *        system
 * @return the new state (it may be the same), or NULL when that is not possible
 */
const char *pt_job_next(const char *state, pt_job_event_e event,
                        const char *actor);

/** Is the event possible now?
 * @return PT_P_WRONG_STATE with the present state */
pt_err_t *pt_job_may(apr_pool_t *p, const char *state, pt_job_event_e event,
                     const char *actor);

/** What a claim depends on. */
typedef struct {
    const char *state, *owner_id;
    int free_seats;
    int deadline_passed;
} pt_job_claim_t;

/**
 * May this tester take a seat now?
 * @return PT_P_OWN_JOB for its builder, PT_P_NOT_FOUND for one that was never
 *         open, PT_P_NO_SEAT_LEFT, or PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_job_may_claim(apr_pool_t *p, const pt_job_claim_t *job,
                           const char *tester_id);

/** What has become of the seats of a job that was opened. */
typedef struct {
    int free_seats;          /* neither taken nor closed */
    int under_way;           /* assignments that are active or delivered */
    int done;                /* assignments that are completed */
    const char *stop_reason; /* why nobody can claim any more; may be NULL */
} pt_job_seats_t;

/** What the seats say has happened to their job. */
pt_job_event_e pt_job_by_seats(const pt_job_seats_t *seats);

/** How long a builder's money may be held: all in seconds. */
typedef struct {
    apr_int64_t open; /* until the deadline, or 0 */
    apr_int64_t claim, review, dispute;
} pt_job_plan_t;

/** @return PT_P_PLAN_TOO_LONG when the plan exceeds max_days */
pt_err_t *pt_job_plan_check(apr_pool_t *p, const pt_job_plan_t *plan,
                            apr_int64_t max_days);

#endif
