/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules.h - how an assignment and its submission move, and who may
 * claim a seat. */
#ifndef PT_SUBMISSION_RULES_H
#define PT_SUBMISSION_RULES_H

#include "domain/job_rules.h"

/** Who moves something; the names are those of event.actor_kind. */
typedef enum { PT_BY_BUILDER, PT_BY_TESTER, PT_BY_CLOCK, PT_BY_COUNT } pt_by_e;

/** What can happen to work under way. */
typedef enum {
    PT_WORK_SAVE,    /* a draft is changed */
    PT_WORK_SUBMIT,  /* it is handed in */
    PT_WORK_RETURN,  /* the tester gives the seat back */
    PT_WORK_LAPSE,   /* the time to deliver is over */
    PT_WORK_APPROVE, /* by the builder, or because the review time is over */
    PT_WORK_REJECT,
    PT_WORK_SETTLE, /* the time to dispute a rejection is over */
    PT_WORK_COUNT
} pt_work_event_e;

/** Where an event leads. */
typedef struct {
    const char *assignment; /* states as stored */
    const char *submission;
} pt_work_states_t;

/** "builder", "tester" or "clock". */
const char *pt_by_name(pt_by_e by);

/** How the timeline calls it: "submitted", "approved", ... */
const char *pt_work_event_name(pt_work_event_e event);

/**
 * Where does an event lead?
 * @param to set on success; constant strings
 * @param from the states as stored
 * @return PT_P_WRONG_STATE with the submission's present state when the event
 * is not possible in it, or not for this actor
 */
pt_err_t *pt_work_next(apr_pool_t *p, pt_work_states_t *to,
                       pt_work_states_t from, pt_work_event_e event,
                       pt_by_e by);

/** What decides whether a tester may claim a seat, read under lock. */
typedef struct {
    pt_job_claim_t job;
    const char *tester_id;
    const char *payout_state;
    int holds_seat; /* of this job, under way or done */
    apr_int64_t open_claims, approvals;
} pt_claim_t;

/** The operator's limits for testers who are new. */
typedef struct {
    apr_int64_t claims;    /* open claims at a time ... */
    apr_int64_t approvals; /* ... before that many approved submissions */
} pt_newcomer_t;

/**
 * May this tester claim a seat of this job?
 * @return PT_P_ALREADY_CLAIMED, what pt_job_may_claim() says,
 *         PT_P_NOT_PAYABLE, PT_P_CLAIM_LIMIT, or PT_OK
 */
pt_err_t *pt_claim_check(apr_pool_t *p, const pt_claim_t *claim,
                         const pt_newcomer_t *limits);
#endif
