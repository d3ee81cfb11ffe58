/* SPDX-License-Identifier: Apache-2.0 */
/* money_ops.h - ledger postings and money intents: what routes, jobs and clocks
 * do to money. All run inside the caller's transaction. */
#ifndef PT_MONEY_OPS_H
#define PT_MONEY_OPS_H

#include "store/pt_ctx.h"

/** One line of a posting. Accounts: see sql/migrations/0004_money.up.sql. */
typedef struct {
    const char *account;
    apr_int64_t amount_minor; /* 0: the line is left out */
} pt_line_t;

/** What a posting is about; ids left out are NULL. */
typedef struct {
    const char *kind; /* of ledger_transaction.kind */
    const char *job_id, *assignment_id, *submission_id;
    const char *payment_id, *refund_id, *payout_id;
    const char *chargeback_id, *payout_reversal_id;
    const char *currency;
} pt_posting_t;

/**
 * Post a transaction that sums to zero.
 * @param lines ends with {NULL, 0}
 * @return PT_P_INTERNAL when it does not sum to zero or a balance would go
 * below zero: both are our bugs, and the caller's transaction is lost
 */
pt_err_t *pt_ledger_post(pt_ctx_t *c, const pt_posting_t *posting,
                         const pt_line_t *lines);

/**
 * Work begins: the price of all its submissions moves from clearing to the
 * assignment.
 * @param price_minor set to that price
 */
pt_err_t *pt_money_hold(pt_ctx_t *c, apr_int64_t *price_minor,
                        const char *assignment_id);

/** A seat of a simple job is given back (returned, lapsed, rejected and
 * reopened): all that the assignment holds goes back to clearing. */
pt_err_t *pt_money_unhold(pt_ctx_t *c, const char *assignment_id);

/*
 * The money of a submission moves in steps; each has a number of its own,
 * submission.decision, by which its payout and its refund are known. Amounts
 * are parts of all that can be paid, reward and bonus, before the tester's fee;
 * each takes its share of the builder's fee with it. However many steps there
 * are, they add up to one split of what was paid in the end.
 */

/**
 * Some of it is granted to the tester; the rest stays held.
 * @param paid_minor in all, with what was granted before; what was returned
 *        cannot be granted
 */
pt_err_t *pt_money_release(pt_ctx_t *c, const char *submission_id,
                           apr_int64_t paid_minor);

/**
 * The last step: what is not paid goes back to the builder.
 * @param paid_minor as above; 0: all goes back
 * @param reason of the refund, if there is one
 */
pt_err_t *pt_money_settle(pt_ctx_t *c, const char *submission_id,
                          apr_int64_t paid_minor, const char *reason);

/**
 * Some of what nobody has decided about yet goes back to the builder.
 * @return PT_P_TOO_MUCH for more than that
 */
pt_err_t *pt_money_return(pt_ctx_t *c, const char *submission_id,
                          apr_int64_t amount_minor, const char *reason);

/** What an assignment holds beyond the price of its open submissions goes back
 * to the builder: a refund is queued. */
pt_err_t *pt_money_refund_rest(pt_ctx_t *c, const char *assignment_id,
                               const char *reason);

/** Seats that nobody will take any more: their money goes back from clearing.
 * @param seats how many */
pt_err_t *pt_money_refund_seats(pt_ctx_t *c, const char *job_id, int seats,
                                const char *reason);
#endif
