/* SPDX-License-Identifier: Apache-2.0 */
/* refunds_ops.h - money on its way back to a builder. */
#ifndef PT_REFUNDS_OPS_H
#define PT_REFUNDS_OPS_H

#include "features/provider_ops.h"

/** What goes back, and where it is now. */
typedef struct {
    const char *job_id;
    const char *assignment_id; /* may be NULL */
    const char *submission_id; /* may be NULL */
    apr_int64_t decision;      /* of the submission; 0: of none */
    const char *payment_id;
    const char *account; /* of the ledger: held:..., clearing, payable:... */
    apr_int64_t amount_minor; /* > 0 */
    const char *currency;
    const char *reason; /* of refund.reason */
} pt_refund_t;

/** Owe an amount to the builder and queue its refund, in the caller's
 * transaction. It waits while the builder is frozen; what a lost chargeback has
 * given back already covers our loss instead. */
pt_err_t *pt_refund_start(pt_ctx_t *c, const pt_refund_t *refund);

/** An administrator has a refund tried again that was refused or given up, in
 * the caller's transaction; the caller has locked job and payment.
 * @return PT_P_WRONG_STATE when it has not failed, or has left us before */
pt_err_t *pt_refund_retry(pt_ctx_t *c, const char *refund_id);

/** Job: what waited while its builder was frozen goes on. What a lost
 * chargeback has given back already covers our loss instead. */
pt_err_t *pt_refunds_resume(pt_ctx_t *c, const char *builder_id);

/* --- What intents do for their kind "refund", in the caller's transaction. ---
 */

/** The provider has accepted it. */
pt_err_t *pt_refund_sent(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id, const json_t *object);
/** It will not happen. */
pt_err_t *pt_refund_refused(pt_ctx_t *c, const char *intent_id,
                            const char *subject_id, const char *code);
/** Another generation takes its place. */
pt_err_t *pt_refund_renewed(pt_ctx_t *c, const char *intent_id,
                            const char *next_intent_id);

/** Job: take in a refund as the provider shows it. */
pt_err_t *pt_refund_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
#endif
