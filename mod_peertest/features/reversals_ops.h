/* SPDX-License-Identifier: Apache-2.0 */
/* reversals_ops.h - an administrator takes back what was transferred to a
 * tester, for the builder or for us. */
#ifndef PT_REVERSALS_OPS_H
#define PT_REVERSALS_OPS_H

#include "features/provider_ops.h"

/** What is to be taken back. */
typedef struct {
    const char *payout_id;
    apr_int64_t amount_minor; /* 0: all that there is */
    const char *beneficiary;  /* "builder" or "platform" */
    const char *reason;
    const char *admin_id;
} pt_reversal_t;

/**
 * Take an amount back, in the caller's transaction. What has come back by the
 * provider's own doing is given on at once; else the provider is asked, and the
 * money moves when it shows the reversal.
 * @param reversal_id set to the new reversal
 * @param what its amount_minor is set to what it came to
 * @return PT_P_NOT_FOUND, PT_P_WRONG_STATE when nothing was transferred,
 * PT_P_TOO_MUCH
 */
pt_err_t *pt_reversal_start(pt_ctx_t *c, const char **reversal_id,
                            pt_reversal_t *what);

/** A transfer as the provider shows it: those of its reversals that we asked
 * for are given on. In the caller's transaction, under the payout's lock, after
 * what came back was booked. */
pt_err_t *pt_reversals_give_on(pt_ctx_t *c, const char *payout_id,
                               const json_t *transfer);

/* --- What intents do for their kind "reversal", in the caller's transaction.
 */

/** The provider has accepted it. */
pt_err_t *pt_reversal_sent(pt_ctx_t *c, const char *intent_id,
                           const char *subject_id, const json_t *object);
/** It will not happen. */
pt_err_t *pt_reversal_refused(pt_ctx_t *c, const char *intent_id,
                              const char *subject_id, const char *code);
/** Another generation takes its place. */
pt_err_t *pt_reversal_renewed(pt_ctx_t *c, const char *intent_id,
                              const char *next_intent_id);

/** Job: take in a reversal as the provider shows it: its transfer tells. */
pt_err_t *pt_reversal_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
#endif
