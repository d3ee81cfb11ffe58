/* SPDX-License-Identifier: Apache-2.0 */
/* freeze_ops.h - builders whose money stands still, and who may begin something
 * that costs money. */
#ifndef PT_FREEZE_OPS_H
#define PT_FREEZE_OPS_H

#include "store/pt_ctx.h"

/**
 * May this builder publish, accept and pay? In the caller's transaction, until
 * whose end nobody freezes the account; after the locks of job and bid.
 * @return PT_P_ACCOUNT_FROZEN, or PT_P_MARKET_CLOSED when the country of the
 * account is closed to builders
 */
pt_err_t *pt_builder_may_spend(pt_ctx_t *c, const char *builder_id);

/** May testers take seats of this builder's jobs?
 * @return PT_P_ACCOUNT_FROZEN */
pt_err_t *pt_builder_may_take(pt_ctx_t *c, const char *builder_id);

/** Freeze a builder, in the caller's transaction: payouts from the builder's
 * jobs and refunds wait, nothing new begins, and jobs close the payment pages
 * that are open.
 * @param affected 0 when the account was frozen already, and stays so for the
 * first reason; may be NULL */
pt_err_t *pt_builder_freeze(pt_ctx_t *c, int *affected, const char *builder_id,
                            const char *reason);

/** The opposite, in the caller's transaction; a job starts what waited.
 * @return PT_P_WRONG_STATE when the account is not frozen */
pt_err_t *pt_builder_unfreeze(pt_ctx_t *c, const char *builder_id);

/** Queue pt_builder_resume(), in the caller's transaction. */
pt_err_t *pt_builder_resume_later(pt_ctx_t *c, const char *builder_id);

/** Job: start the refunds and payouts of a builder that nothing keeps back any
 * more. */
pt_err_t *pt_builder_resume(pt_ctx_t *c, const char *builder_id);
#endif
