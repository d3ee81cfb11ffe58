/* SPDX-License-Identifier: Apache-2.0 */
/* clock_ops.h - the transitions of work that time alone causes; each is a
 * pt_clock_fn and does nothing when its reason has gone. */
#ifndef PT_CLOCK_OPS_H
#define PT_CLOCK_OPS_H

#include "worker/pt_worker.h"

/** The last day to deliver begins: a reminder. */
pt_err_t *pt_clock_claim_reminder(pt_ctx_t *c, const char *assignment_id);

/** The time to deliver is over: what was not handed in lapses. */
pt_err_t *pt_clock_claim_expires(pt_ctx_t *c, const char *assignment_id);

/** The time to make changes is over: it counts as handed in as it stands. */
pt_err_t *pt_clock_changes_expire(pt_ctx_t *c, const char *submission_id);

/** The time to answer a question is over: the review goes on without. */
pt_err_t *pt_clock_info_expires(pt_ctx_t *c, const char *submission_id);

/** Half of the review time is over, or its last day begins: a reminder. */
pt_err_t *pt_clock_review_reminder(pt_ctx_t *c, const char *submission_id);

/** The review time is over: silence is approval. */
pt_err_t *pt_clock_review_expires(pt_ctx_t *c, const char *submission_id);

/** The time to dispute a verdict is over: what is still held goes back, or
 * where the builder chose. */
pt_err_t *pt_clock_dispute_expires(pt_ctx_t *c, const char *submission_id);
#endif
