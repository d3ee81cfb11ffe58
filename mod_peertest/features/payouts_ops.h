/* SPDX-License-Identifier: Apache-2.0 */
/* payouts_ops.h - what testers earned, on its way to them. */
#ifndef PT_PAYOUTS_OPS_H
#define PT_PAYOUTS_OPS_H

#include "features/provider_ops.h"

/** What a decision grants a tester. */
typedef struct {
    const char *submission_id;
    apr_int64_t decision;
    const char *assignment_id;
    const char *tester_id;
    apr_int64_t amount_minor; /* net, > 0 */
    apr_int64_t fee_minor;    /* the tester's fee, already taken off */
    const char *currency;
} pt_payout_t;

/** Write a payout, in the caller's transaction; pt_payouts_start() sends it. */
pt_err_t *pt_payout_add(pt_ctx_t *c, const char **payout_id,
                        const pt_payout_t *payout);

/** Queue the transfers of all that a tester is owed, in the caller's
 * transaction: once the payout account is active and the threshold is reached.
 */
pt_err_t *pt_payouts_start(pt_ctx_t *c, const char *tester_id);

/** Job: the threshold of a country has changed; start what has waited for it.
 */
pt_err_t *pt_payouts_start_market(pt_ctx_t *c, const char *country);

/** Job: a builder's money moves again; start what has waited for it. */
pt_err_t *pt_payouts_start_builder(pt_ctx_t *c, const char *builder_id);

/** Queue the refused transfers of a tester again, in the caller's transaction.
 */
pt_err_t *pt_payouts_retry(pt_ctx_t *c, const char *tester_id);

/** An administrator has a transfer tried again that was refused or given up,
 * in the caller's transaction.
 * @return PT_P_WRONG_STATE when it has not failed, PT_P_NOT_PAYABLE when the
 * tester's account cannot be paid, PT_P_ACCOUNT_FROZEN when the builder is
 * frozen */
pt_err_t *pt_payout_retry_one(pt_ctx_t *c, const char *payout_id);

/* --- What intents do for their kind "transfer", in the caller's transaction.
 */

/** The provider has accepted it. */
pt_err_t *pt_payout_sent(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id, const json_t *object);
/** It will not happen. */
pt_err_t *pt_payout_refused(pt_ctx_t *c, const char *intent_id,
                            const char *subject_id, const char *code);
/** It was refused for now. */
pt_err_t *pt_payout_put_off(pt_ctx_t *c, const char *intent_id,
                            const char *code);
/** Another generation takes its place. */
pt_err_t *pt_payout_renewed(pt_ctx_t *c, const char *intent_id,
                            const char *next_intent_id);

/** Job: take in a transfer as the provider shows it, with what was taken back
 * of it. */
pt_err_t *pt_payout_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
#endif
