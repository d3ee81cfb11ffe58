/* SPDX-License-Identifier: Apache-2.0 */
/* reconcile_ops.h - compares the payment provider's book with ours. It lists
 * what differs and repairs nothing. */
#ifndef PT_RECONCILE_OPS_H
#define PT_RECONCILE_OPS_H

#include "store/pt_ctx.h"

/**
 * Job: go on with a comparison where the last turn stopped. A long one asks
 * for another turn in good time; one that has ended is left alone. The pages
 * it reads take the same memory however long the book is.
 * @return PT_P_UNAVAILABLE when the provider cannot be asked
 */
pt_err_t *pt_reconcile(pt_ctx_t *c, const char *reconciliation_id);

/** Job: give a comparison up. */
pt_err_t *pt_reconcile_give_up(pt_ctx_t *c, const char *reconciliation_id);
#endif
