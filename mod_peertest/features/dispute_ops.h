/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_ops.h - what happens to a dispute, from its opening until its money
 * moves. All run inside the caller's transaction. */
#ifndef PT_DISPUTE_OPS_H
#define PT_DISPUTE_OPS_H

#include "domain/dispute_rules.h"
#include "features/assignments_ops.h"

/** A dispute, locked together with the work that it is about. */
typedef struct {
    const char *id, *state, *opened_by;
    const char *tester_id, *builder_id;
    const char *decided_by;  /* NULL: by time, or not yet */
    const char *reason;      /* of the decision; may be NULL */
    apr_int64_t stake_minor; /* what a split can still give */
    apr_int64_t paid_before_minor;
    apr_int64_t percent; /* the tester's: as proposed, decided or agreed */
    apr_int64_t hard_stop_seconds;
    int tester_accepted, builder_accepted;
    int answer_is_late, appeal_is_late;
    /* As the API writes them. */
    const char *settlement_due_at, *answer_due_at, *decision_due_at,
        *appeal_due_at;
    pt_by_e side; /* the viewer's, where there was one */
    pt_work_t work;
} pt_dispute_t;

/** What somebody wants to dispute, and why. */
typedef struct {
    const char *submission_id, *account_id;
    const char *kind, *statement;
} pt_dispute_new_t;

/**
 * Open a dispute: the case file is assembled, the submission locked, the other
 * side told.
 * @param dispute_id set to its id
 * @return PT_P_NOT_FOUND, and what pt_dispute_may_open() says
 */
pt_err_t *pt_dispute_open(pt_ctx_t *c, const char **dispute_id,
                          const pt_dispute_new_t *wish);

/**
 * Lock a dispute until commit, after job, assignment and submission.
 * @param viewer_id must be one of its sides; NULL: a clock or an administrator
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_dispute_lock(pt_ctx_t *c, pt_dispute_t *d, const char *dispute_id,
                          const char *viewer_id);

/** @return PT_P_WRONG_STATE with the dispute's state when an event is not
 * possible now */
pt_err_t *pt_dispute_may(pt_ctx_t *c, const pt_dispute_t *d,
                         pt_dispute_event_e event, pt_by_e by);

/** The other side says its part. @return PT_P_DISPUTE_TOO_LATE, or as above */
pt_err_t *pt_dispute_answer(pt_ctx_t *c, pt_dispute_t *d, const char *answer);

/**
 * A side names a split. When it is the one that the other side has named last,
 * both agree and the dispute is closed.
 * @return PT_P_PROPOSAL_LIMIT when the side has named too many
 */
pt_err_t *pt_dispute_propose(pt_ctx_t *c, pt_dispute_t *d, apr_int64_t percent);

/** What decides or ends a dispute. */
typedef struct {
    pt_dispute_event_e event; /* AGREE, SILENCE, DECIDE, HARD_STOP or CLOSE */
    pt_by_e by;
    const char *admin_id;         /* NULL unless an administrator does */
    const char *reason, *summary; /* may be NULL */
    apr_int64_t percent;          /* the tester's */
} pt_ruling_t;

/**
 * A ruling about a dispute that is not decided can be appealed; one about an
 * appeal, and an agreement, end it. The one of an administrator comes with a
 * reason.
 */
pt_err_t *pt_dispute_rule(pt_ctx_t *c, pt_dispute_t *d,
                          const pt_ruling_t *ruling);

/** A side takes the decision; when both have, the dispute is closed. */
pt_err_t *pt_dispute_accept(pt_ctx_t *c, pt_dispute_t *d);

/** A side asks for another administrator.
 * @return PT_P_DISPUTE_TOO_LATE, PT_P_WRONG_STATE when the side has accepted */
pt_err_t *pt_dispute_appeal(pt_ctx_t *c, pt_dispute_t *d,
                            const char *statement);

/** The decision stands, because both sides have accepted it or the time to
 * appeal is over: its money moves.
 * @param by the side that accepted last, or the clock */
pt_err_t *pt_dispute_close(pt_ctx_t *c, pt_dispute_t *d, pt_by_e by);

/** Write a line of the assignment's timeline. @param text may be NULL */
pt_err_t *pt_dispute_note(pt_ctx_t *c, const pt_dispute_t *d,
                          pt_dispute_event_e event, pt_by_e by,
                          const char *admin_id, const char *text);
#endif
