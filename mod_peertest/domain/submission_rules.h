/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules.h - how submissions move, what that makes of their
 * assignment, and who may claim a seat. */
#ifndef PT_SUBMISSION_RULES_H
#define PT_SUBMISSION_RULES_H

#include "domain/job_rules.h"

/** Who moves something; the names are those of event.actor_kind. */
typedef enum {
    PT_BY_BUILDER,
    PT_BY_TESTER,
    PT_BY_CLOCK,
    PT_BY_ADMIN,
    PT_BY_COUNT
} pt_by_e;

/** What can happen to a submission. */
typedef enum {
    PT_WORK_SAVE,            /* its draft is changed */
    PT_WORK_SUBMIT,          /* it is handed in */
    PT_WORK_EXTEND,          /* the tester takes more time, once */
    PT_WORK_RETURN,          /* the tester gives the seat back */
    PT_WORK_LAPSE,           /* the time to deliver is over */
    PT_WORK_WAIVE,           /* the builder drops it and pays */
    PT_WORK_CANCEL,          /* the builder ends the assignment */
    PT_WORK_REQUEST_INFO,    /* the builder asks; the review waits */
    PT_WORK_REPLY,           /* the tester answers; the review goes on */
    PT_WORK_RESUME_INFO,     /* the time to answer is over */
    PT_WORK_REQUEST_CHANGES, /* it goes back to the tester */
    PT_WORK_RESUME,          /* the time to make the changes is over */
    PT_WORK_APPROVE, /* by the builder, or because the review time is over */
    PT_WORK_APPROVE_PARTIAL,
    PT_WORK_REJECT,
    PT_WORK_DISPUTE, /* somebody decides in the builder's place */
    PT_WORK_DECIDE,  /* the dispute has ended */
    PT_WORK_SETTLE,  /* the time to dispute is over */
    PT_WORK_REFUND,  /* an administrator gives some of its money back */
    PT_WORK_COUNT
} pt_work_event_e;

/** A submission, as far as its moves go. */
typedef struct {
    const char *state; /* as stored */
    int was_handed_in; /* at least once */
    int is_settled;    /* its money has moved: nothing can happen any more */
} pt_submission_t;

/** "builder", "tester", "clock" or "admin". */
const char *pt_by_name(pt_by_e by);

/** How the timeline calls it: "submitted", "approved", ... */
const char *pt_work_event_name(pt_work_event_e event);

/**
 * Where does an event lead?
 * @param to set on success; a constant string
 * @return PT_P_WRONG_STATE with the present state when the event is not
 *         possible in it, or not for this actor
 */
pt_err_t *pt_submission_next(apr_pool_t *p, const char **to,
                             const pt_submission_t *from, pt_work_event_e event,
                             pt_by_e by);

/**
 * May the builder send a submission back once more?
 * @return PT_P_CHANGES_USED_UP with the present state
 */
pt_err_t *pt_changes_check(apr_pool_t *p, const pt_submission_t *from,
                           apr_int64_t changes_left);

/**
 * May the builder ask the tester once more?
 * @return PT_P_INFO_ROUNDS_USED_UP with the present state
 */
pt_err_t *pt_info_check(apr_pool_t *p, const pt_submission_t *from,
                        apr_int64_t rounds_left);

/** What has become of the submissions of an assignment: how many ... */
typedef struct {
    apr_int64_t awaited;   /* ... are required and were never handed in */
    apr_int64_t delivered; /* ... were, at least once, or were waived */
    apr_int64_t unsettled; /* ... have money that has not moved yet */
} pt_submission_counts_t;

/**
 * The state of an assignment, which follows from its submissions: delivered
 * once nothing required is awaited any more, completed once all are settled.
 * @param event what has just happened; it names the end when nothing was ever
 *        delivered, and when the builder has cancelled
 */
const char *pt_assignment_state(const pt_submission_counts_t *n,
                                pt_work_event_e event);

/** What decides whether a tester may claim a seat, read under lock. */
typedef struct {
    pt_job_claim_t job;
    const char *tester_id;
    const char *payout_state;
    int holds_seat; /* of this job, under way or done */
    apr_int64_t open_claims, approvals;
    apr_int64_t trials; /* seats taken at this builder's, under way or done */
} pt_claim_t;

/** The operator's limits for testers who are new. */
typedef struct {
    apr_int64_t claims;    /* open claims at a time ... */
    apr_int64_t trials;    /* ... and seats at one builder's ... */
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
