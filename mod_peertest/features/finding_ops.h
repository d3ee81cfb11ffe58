/* SPDX-License-Identifier: Apache-2.0 */
/* finding_ops.h - findings that were handed in: their rows and their moves. All
 * run inside the caller's transaction. */
#ifndef PT_FINDING_OPS_H
#define PT_FINDING_OPS_H

#include "domain/finding_rules.h"
#include "features/assignments_ops.h"

/** A finding that was handed in, locked together with its work. */
typedef struct {
    const char *id, *title, *state, *severity;
    pt_work_t work; /* work.item is its submission */
} pt_finding_t;

/**
 * Lock a finding's job, assignment, submission and itself, in this order, until
 * commit.
 * @param owner_id of its job, unless NULL
 * @param tester_id who found it, unless NULL
 * @return PT_P_NOT_FOUND, also when it was never handed in and its owner asks
 */
pt_err_t *pt_finding_lock(pt_ctx_t *c, pt_finding_t *finding,
                          const char *finding_id, const char *owner_id,
                          const char *tester_id);

/** What happens to a finding, and what is written down about it. */
typedef struct {
    pt_finding_event_e event;
    const char *by;    /* "builder", "tester" or "system" */
    const char *note;  /* may be NULL */
    const char *build; /* PT_FINDING_FIX: where the fix is; may be NULL */
} pt_finding_step_t;

/**
 * Move a finding along the transition table and write the event.
 * @param finding as locked; finding->state is the new one afterwards
 * @return PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_finding_move(pt_ctx_t *c, pt_finding_t *finding,
                          const pt_finding_step_t *step);

/** Write down what happened to a finding. */
pt_err_t *pt_finding_note(pt_ctx_t *c, const pt_finding_t *finding,
                          const pt_finding_step_t *step, const char *from,
                          const char *to);

/** Was it handed in, and is its submission not decided about yet?
 * @return PT_P_WRONG_STATE with the submission's state */
pt_err_t *pt_finding_check_open(pt_ctx_t *c, const pt_finding_t *finding);

/** Does no other finding repeat it? None can until commit.
 * @return PT_P_WRONG_STATE */
pt_err_t *pt_finding_not_repeated(pt_ctx_t *c, const char *finding_id);

/** A submission was approved: what nobody has judged of it is valid. */
pt_err_t *pt_findings_accept(pt_ctx_t *c, const pt_work_t *work);

/** A submission was approved: when it looked at the fix of a finding, that one
 * moves on, and its builder is told. */
pt_err_t *pt_finding_retested(pt_ctx_t *c, const pt_work_t *work);
#endif
