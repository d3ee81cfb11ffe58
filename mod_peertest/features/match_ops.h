/* SPDX-License-Identifier: Apache-2.0 */
/* match_ops.h - who fits a piece of work, and who is asked whether they want
 * it. */
#ifndef PT_MATCH_OPS_H
#define PT_MATCH_OPS_H

#include "store/pt_ctx.h"

/**
 * May this tester do work with these requirements?
 * @param requirements JSON text, as stored with a job or a role
 * @return PT_P_NOT_ELIGIBLE whose fields name what does not fit:
 *         /requirements/locales not-allowed
 */
pt_err_t *pt_match_check(pt_ctx_t *c, const char *tester_id,
                         const char *requirements);

/** What a builder's own hand invites to. */
typedef struct {
    const char *job_id, *role_id, *owner_id;
    const char *testers; /* JSON array of account ids */
    const char *message;
} pt_invite_t;

/**
 * Invite testers to bid for a role, each with a mail and a notice. Who was
 * invited before is passed over.
 * @param invited how many were not
 * @return PT_P_NOT_FOUND for somebody else's job, PT_P_WRONG_STATE when it
 *         takes no bids, PT_P_INVALID_INPUT that names the role or the testers
 *         that cannot be invited
 */
pt_err_t *pt_match_invite(pt_ctx_t *c, int *invited, const pt_invite_t *invite);

/** Clock role/invite_wave: asks for the next wave of invitations. */
pt_err_t *pt_role_invite_wave(pt_ctx_t *c, const char *role_id);

/** The next wave: invites the best who were not invited yet, and sets the clock
 * of the wave after it. Nothing happens while that clock runs already, or when
 * the role needs nobody any more. Needs a transaction. */
pt_err_t *pt_match_wave(pt_ctx_t *c, const char *role_id);

/** Clock job/deadline_soon: reminds the builder of a job without an accepted
 * bid that its bidding is about to end. */
pt_err_t *pt_job_deadline_soon(pt_ctx_t *c, const char *job_id);

#endif
