/* SPDX-License-Identifier: Apache-2.0 */
/* payout_account_ops.h - where testers are paid to: their account at the
 * provider, and how its onboarding stands. */
#ifndef PT_PAYOUT_ACCOUNT_OPS_H
#define PT_PAYOUT_ACCOUNT_OPS_H

#include "features/provider_ops.h"

/** Job: make the account if there is none, bring its state up to date, and make
 * a link to its onboarding.
 * @param url set to the link; NULL when the provider refuses one */
pt_err_t *pt_payout_account_link(pt_ctx_t *c, const char **url,
                                 const char *account_id, int attempt);

/** Job: take in an account as the provider shows it. */
pt_err_t *pt_payout_account_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
#endif
