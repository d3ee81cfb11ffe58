/* SPDX-License-Identifier: Apache-2.0 */
/* chargeback_ops.h - what cards' holders take back through their banks. The
 * provider calls it a dispute; ours is something else. */
#ifndef PT_CHARGEBACK_OPS_H
#define PT_CHARGEBACK_OPS_H

#include "features/provider_ops.h"

/**
 * Job: take in a chargeback as the provider shows it. A new one freezes its
 * builder, is told to the administrators and gathers its evidence; what the
 * provider took or gave back is booked to the cent. A lost one ends the job's
 * free seats, and what would be refunded covers the loss.
 */
pt_err_t *pt_chargeback_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen);

/** Job: find what no event told of. */
pt_err_t *pt_chargebacks_poll(pt_ctx_t *c);

/**
 * Job: gather what is known of the payment and put it at the provider's, as
 * often as one likes while the chargeback waits for an answer.
 * @param submit 1: it goes to the bank, which can be done once
 */
pt_err_t *pt_chargeback_answer(pt_ctx_t *c, const char *chargeback_id,
                               int submit, int attempt);
#endif
