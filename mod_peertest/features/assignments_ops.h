/* SPDX-License-Identifier: Apache-2.0 */
/* assignments_ops.h - what testers, builders and clocks do to work under way.
 * All run inside the caller's transaction. */
#ifndef PT_ASSIGNMENTS_OPS_H
#define PT_ASSIGNMENTS_OPS_H

#include "domain/submission_rules.h"
#include "store/pt_ctx.h"

/** An assignment with its submission and its job, locked. Times are as the API
 * writes them. */
typedef struct {
    const char *job_id, *job_title, *owner_id, *builder_name;
    const char *assignment_id, *tester_id, *tester_name;
    const char *submission_id;
    pt_work_states_t states;
    apr_int64_t reward_minor, fee_minor;
    apr_int64_t net_minor; /* the reward without the tester's fee */
    const char *currency;
    apr_int64_t claim_seconds, review_seconds, dispute_seconds;
    const char *claim_expires_at, *review_due_at;
    int may_reopen; /* a rejected seat can be claimed again */
} pt_work_t;

/** Whose work, by one of the two ids; an owner or tester that is given must be
 * the one of the work. */
typedef struct {
    const char *assignment_id, *submission_id;
    const char *owner_id, *tester_id;
} pt_work_key_t;

/**
 * Lock job, assignment and submission, in this order, until commit.
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_work_lock(pt_ctx_t *c, pt_work_t *work, const pt_work_key_t *key);

/** What happens to work, and what the timeline says beyond that. */
typedef struct {
    pt_work_event_e event;
    pt_by_e by;
    apr_int64_t amount_minor; /* 0: none */
    const char *note;         /* may be NULL */
} pt_work_step_t;

/**
 * Move assignment and submission along the transition table and write the
 * event.
 * @param work as locked; its states are the new ones afterwards
 * @return PT_P_WRONG_STATE with the submission's present state
 */
pt_err_t *pt_work_move(pt_ctx_t *c, pt_work_t *work,
                       const pt_work_step_t *step);

/** A draft of a tester's, locked together with its assignment. */
typedef struct {
    const char *submission_id;
    const char *service_type;
    pt_row_t row; /* its column "body" is api.submission() */
} pt_draft_t;

/**
 * Lock a draft that its tester is about to change; work has begun. Named by the
 * submission or by one of its findings.
 * @return PT_P_NOT_FOUND, or PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_draft_lock(pt_ctx_t *c, pt_draft_t *draft, const char *tester_id,
                        const char *submission_id, const char *finding_id);

/** Send a mail about this work, to its tester or to the job's owner. */
pt_err_t *pt_work_mail(pt_ctx_t *c, const pt_work_t *work, const char *mail,
                       pt_by_e to);

/**
 * A seat is given back before anything was handed in: it can be claimed again,
 * its money is free.
 * @param step PT_WORK_RETURN or PT_WORK_LAPSE
 */
pt_err_t *pt_work_give_back(pt_ctx_t *c, pt_work_t *work,
                            const pt_work_step_t *step);

/** What a builder says to a submission. */
typedef struct {
    const char *comment;       /* may be NULL */
    const char *reject_reason; /* NULL: approved */
    apr_int64_t rating;        /* 0: none */
} pt_verdict_t;

/** A submission is approved: the tester's money is released. */
pt_err_t *pt_work_approve(pt_ctx_t *c, pt_work_t *work, pt_by_e by,
                          const pt_verdict_t *verdict);

/** A submission is rejected: its money stays held until the time to dispute it
 * is over. */
pt_err_t *pt_work_reject(pt_ctx_t *c, pt_work_t *work,
                         const pt_verdict_t *verdict);

/** The time to dispute a rejection is over: the seat can be claimed again, or
 * is refunded, as the builder chose. */
pt_err_t *pt_work_settle(pt_ctx_t *c, pt_work_t *work);
#endif
