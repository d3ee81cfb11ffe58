/* SPDX-License-Identifier: Apache-2.0 */
/* assignments_ops.h - work under way: its rows, its moves, how it begins and
 * how it ends. All run inside the caller's transaction. */
#ifndef PT_ASSIGNMENTS_OPS_H
#define PT_ASSIGNMENTS_OPS_H

#include "domain/submission_rules.h"
#include "store/pt_ctx.h"

/** One submission of an assignment, locked. */
typedef struct {
    const char *id;
    const char *item_title; /* NULL: of a simple job */
    pt_submission_t is;
    apr_int64_t price_minor; /* held for it: reward, bonus reserve and fee */
    apr_int64_t paid_minor;  /* what an approval grants now */
    apr_int64_t net_minor;   /* the same without the tester's fee */
    apr_int64_t changes_left;
    const char *review_due_at, *changes_due_at; /* as the API writes them */
} pt_item_t;

/** An assignment with its job, locked, and the submission that it is about. */
typedef struct {
    const char *job_id, *job_title, *owner_id, *builder_name;
    const char *assignment_id, *assignment_state, *tester_id, *tester_name;
    const char *role_id; /* NULL: a seat of a simple job */
    const char *currency;
    apr_int64_t tester_fee_bps;
    apr_int64_t claim_seconds; /* until it has to be delivered */
    apr_int64_t review_seconds, dispute_seconds;
    const char *claim_expires_at;
    int may_reopen; /* a rejected seat can be claimed again */
    pt_item_t item; /* its id is NULL: the assignment as a whole */
} pt_work_t;

/** Whose work, by one of the two ids; an owner or tester that is given must be
 * the one of the work. */
typedef struct {
    const char *assignment_id, *submission_id;
    const char *owner_id, *tester_id;
} pt_work_key_t;

/**
 * Lock job, assignment and, where it is named, the submission, in this order,
 * until commit.
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
 * Move the submission along the transition table and write the event.
 * @param work as locked; work->item.is is the new state afterwards
 * @return PT_P_WRONG_STATE with the submission's present state
 */
pt_err_t *pt_work_move(pt_ctx_t *c, pt_work_t *work,
                       const pt_work_step_t *step);

/**
 * Bring assignment, job and what is known of both sides in line with the
 * submissions; call it last, after every change of one.
 * @param step what happened
 */
pt_err_t *pt_work_follow(pt_ctx_t *c, const pt_work_t *work,
                         const pt_work_step_t *step);

/** A draft of a tester's, locked together with its assignment. */
typedef struct {
    const char *submission_id;
    const char *service_type;
    pt_row_t row; /* its column "body" is api.submission() */
} pt_draft_t;

/**
 * Lock a draft that its tester is about to change; work has begun. Named by the
 * submission or by one of its findings. What was sent back for changes is a
 * draft again.
 * @return PT_P_NOT_FOUND, or PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_draft_lock(pt_ctx_t *c, pt_draft_t *draft, const char *tester_id,
                        const char *submission_id, const char *finding_id);

/** Send a mail about this work, to its tester or to the job's owner. */
pt_err_t *pt_work_mail(pt_ctx_t *c, const pt_work_t *work, const char *mail,
                       pt_by_e to);

/**
 * A seat of a simple job was claimed, and its rows are there: its money is set
 * aside, its clocks run.
 * @param work as locked by its submission
 */
pt_err_t *pt_work_claimed(pt_ctx_t *c, const pt_work_t *work);

/**
 * A bid was paid: makes its assignment with one submission for each item, sets
 * its money aside, starts its clocks. The caller has posted the payment and
 * counted the seat of the role, and settles the job afterwards.
 */
pt_err_t *pt_work_start(pt_ctx_t *c, const char *bid_id);

/**
 * What was never handed in will not be. When nothing was, the seat is free
 * again; its money is, or goes back to who paid for a bid.
 * @param work as locked by its assignment
 * @param step PT_WORK_RETURN, for all submissions, or PT_WORK_LAPSE, for the
 *        drafts among them
 * @return PT_P_WRONG_STATE with the state that is in the way
 */
pt_err_t *pt_work_give_back(pt_ctx_t *c, pt_work_t *work,
                            const pt_work_step_t *step);
#endif
