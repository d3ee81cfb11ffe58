/* SPDX-License-Identifier: Apache-2.0 */
/* assignments_ops.h - work under way: its rows, its moves, how it begins. All
 * run inside the caller's transaction. */
#ifndef PT_ASSIGNMENTS_OPS_H
#define PT_ASSIGNMENTS_OPS_H

#include "domain/submission_rules.h"
#include "store/pt_ctx.h"

/** One submission of an assignment, locked. */
typedef struct {
    const char *id;
    const char *item_title; /* NULL: of a simple job */
    pt_submission_t is;
    apr_int64_t held_minor;     /* for it now: reward, bonus reserve and fee */
    apr_int64_t reward_minor;   /* its fixed fee */
    apr_int64_t earned_minor;   /* with what findings earn as they are judged */
    apr_int64_t reported_minor; /* the same as they were reported */
    apr_int64_t paid_minor, returned_minor; /* of all that, so far */
    apr_int64_t net_minor; /* what the tester gets now, for events and mails */
    apr_int64_t changes_left, info_rounds_left;
    apr_int64_t review_left; /* seconds, while the review waits for an answer */
    int dispute_is_open;     /* the time to dispute has not passed */
    /* As the API writes them. */
    const char *review_due_at, *changes_due_at, *info_due_at, *dispute_due_at;
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
    int is_extended;                /* the tester took more time */
    apr_int64_t compensation_minor; /* for a cancellation now */
    int is_whole;   /* nothing of its price has been given away */
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

/** Turn to another submission of the same assignment, and lock it. */
pt_err_t *pt_work_turn_to(pt_ctx_t *c, pt_work_t *work,
                          const char *submission_id);

/** What the tester gets of an amount, for the events and mails that follow. */
pt_err_t *pt_work_grant(pt_ctx_t *c, pt_work_t *work, apr_int64_t paid_minor);

/** What happens to work, and what the timeline says beyond that. */
typedef struct {
    pt_work_event_e event;
    pt_by_e by;
    const char *admin_id;     /* for PT_BY_ADMIN: who */
    apr_int64_t amount_minor; /* 0: none */
    const char *note;         /* may be NULL */
} pt_work_step_t;

/**
 * Move the submission along the transition table and write the event. In a new
 * state none of its clocks runs; what the state waits for, the caller sets.
 * @param work as locked; work->item.is is the new state afterwards
 * @return PT_P_WRONG_STATE with the submission's present state
 */
pt_err_t *pt_work_move(pt_ctx_t *c, pt_work_t *work,
                       const pt_work_step_t *step);

/** Write down what happened to the item, or to the assignment as a whole. */
pt_err_t *pt_work_note(pt_ctx_t *c, const pt_work_t *work,
                       const pt_work_step_t *step, const char *from,
                       const char *to);

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

/** The time to deliver ends in work->claim_seconds: its clocks, with a reminder
 * on the last day where there is more than one. */
pt_err_t *pt_work_deadline(pt_ctx_t *c, const pt_work_t *work);

/**
 * A bid was paid: makes its assignment with one submission for each item, sets
 * its money aside, starts its clocks. The caller has posted the payment and
 * counted the seat of the role, and settles the job afterwards.
 */
pt_err_t *pt_work_start(pt_ctx_t *c, const char *bid_id);

#endif
