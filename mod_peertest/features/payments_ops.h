/* SPDX-License-Identifier: Apache-2.0 */
/* payments_ops.h - what a builder pays for a job, from the payment page to the
 * money in the ledger. Operations marked "job" make outside calls and run their
 * own transactions; all others run inside the caller's. */
#ifndef PT_PAYMENTS_OPS_H
#define PT_PAYMENTS_OPS_H

#include "features/provider_ops.h"

/** What a builder buys. */
typedef struct {
    const char *job_id;
    const char *bid_id; /* NULL: all seats of a simple job */
    const char *builder_id;
    const char *title;        /* as the payment page shows it */
    apr_int64_t seats;        /* amounts are multiples of it */
    apr_int64_t amount_minor; /* all that is paid */
    apr_int64_t bonus_minor;  /* of it, what is reserved for findings */
    apr_int64_t fee_minor;    /* of it, the fees */
    const char *currency;
} pt_purchase_t;

/**
 * Open a payment window; the caller has moved the job to pending_payment, or
 * the bid to awaiting_payment, and holds its lock.
 * @param payment_id set to the new payment
 * @param queue_job_id set to the background job that makes the payment page
 * @return PT_P_PAYMENT_PENDING when there is an open window already,
 *         PT_P_ACCOUNT_FROZEN or PT_P_MARKET_CLOSED when the builder may not
 */
pt_err_t *pt_payment_open(pt_ctx_t *c, const char **payment_id,
                          const char **queue_job_id,
                          const pt_purchase_t *purchase);

/**
 * Ask for a payment window to be closed. It is closed at the provider first: a
 * builder who has paid in the meantime has paid.
 * @param queue_job_id set to the background job that does it; may be NULL
 */
pt_err_t *pt_payment_close(pt_ctx_t *c, const char **queue_job_id,
                           const char *payment_id);

/** Clock payment/window_ends. */
pt_err_t *pt_payment_window_ends(pt_ctx_t *c, const char *payment_id);

/** Job: make the payment page.
 * @param payload of the background job: what pt_payment_open() wrote */
pt_err_t *pt_payment_make_page(pt_ctx_t *c, const json_t *payload, int attempt);

/** Job: close the payment page at the provider, then end the payment. */
pt_err_t *pt_payment_close_page(pt_ctx_t *c, const char *payment_id);

/** Job: make a link to the provider's page on which a builder keeps cards and
 * sees receipts; it works once and for minutes.
 * @param url set to the link; NULL when the provider refuses one */
pt_err_t *pt_payment_portal(pt_ctx_t *c, const char **url,
                            const char *builder_id, int attempt);

/** Job: what the provider itself keeps of a payment is booked, once. */
pt_err_t *pt_payment_book_fee(pt_ctx_t *c, const char *payment_id);

/* --- What intents do for their kind "checkout", in the caller's transaction.
 */

/** The payment page is there. */
pt_err_t *pt_payment_page_made(pt_ctx_t *c, const char *intent_id,
                               const char *payment_id, const json_t *session);
/** There will be none. */
pt_err_t *pt_payment_refused(pt_ctx_t *c, const char *intent_id,
                             const char *payment_id, const char *code);

/** There is none, and will be none, though nobody ever answered. */
pt_err_t *pt_payment_page_lapsed(pt_ctx_t *c, const char *payment_id);

/** Job: the page has ended unpaid. */
pt_err_t *pt_payment_expired(pt_ctx_t *c, const char *payment_id);

/* --- Jobs: take in what the provider shows. --- */

pt_err_t *pt_payment_see_session(pt_ctx_t *c, json_t *session, pt_seen_e *seen);
pt_err_t *pt_payment_see_intent(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
pt_err_t *pt_payment_see_charge(pt_ctx_t *c, json_t *charge, pt_seen_e *seen);
#endif
