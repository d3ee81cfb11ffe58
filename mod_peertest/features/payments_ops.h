/* SPDX-License-Identifier: Apache-2.0 */
/* payments_ops.h - what a builder pays for a job, from the payment page to the
 * money in the ledger. Operations marked "job" make outside calls and run their
 * own transactions; all others run inside the caller's. */
#ifndef PT_PAYMENTS_OPS_H
#define PT_PAYMENTS_OPS_H

#include "features/provider_ops.h"

/**
 * Open a payment window for a job; the caller has moved the job to
 * pending_payment and holds its lock.
 * @param payment_id set to the new payment
 * @param queue_job_id set to the background job that makes the payment page
 * @param amount_minor all that the builder pays, seats and fees
 * @param fee_minor the fees in amount_minor, all seats together
 * @param title what is bought, as the payment page shows it
 * @param seats how many; amount_minor and fee_minor are multiples of it
 * @return PT_P_PAYMENT_PENDING when the job has an open window already
 */
pt_err_t *pt_payment_open(pt_ctx_t *c, const char **payment_id,
                          const char **queue_job_id, const char *job_id,
                          const char *builder_id, apr_int64_t amount_minor,
                          apr_int64_t fee_minor, const char *currency,
                          const char *title, apr_int64_t seats);

/**
 * Ask for a payment window to be closed. It is closed at the provider first: a
 * builder who has paid in the meantime has paid, and the job opens.
 * @param queue_job_id set to the background job that does it; may be NULL
 */
pt_err_t *pt_payment_close(pt_ctx_t *c, const char **queue_job_id,
                           const char *payment_id);

/** Clock payment/window_ends. */
pt_err_t *pt_payment_window_ends(pt_ctx_t *c, const char *payment_id);

/** Job: make the payment page.
 * @param title, seats as given to pt_payment_open() */
pt_err_t *pt_payment_make_page(pt_ctx_t *c, const char *payment_id,
                               const char *title, apr_int64_t seats,
                               int attempt);

/** Job: close the payment page at the provider, then end the payment. */
pt_err_t *pt_payment_close_page(pt_ctx_t *c, const char *payment_id);

/* --- What intents do for their kind "checkout", in the caller's transaction.
 */

/** The payment page is there. */
pt_err_t *pt_payment_page_made(pt_ctx_t *c, const char *intent_id,
                               const char *payment_id, const json_t *session);
/** There will be none. */
pt_err_t *pt_payment_refused(pt_ctx_t *c, const char *intent_id,
                             const char *payment_id, const char *code);

/** Job: the page has ended unpaid. */
pt_err_t *pt_payment_expired(pt_ctx_t *c, const char *payment_id);

/* --- Jobs: take in what the provider shows. --- */

pt_err_t *pt_payment_see_session(pt_ctx_t *c, json_t *session, pt_seen_e *seen);
pt_err_t *pt_payment_see_intent(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
pt_err_t *pt_payment_see_charge(pt_ctx_t *c, json_t *charge, pt_seen_e *seen);
#endif
