/* SPDX-License-Identifier: Apache-2.0 */
/* freeze_ops.c - builders whose money stands still, and who may begin something
 * that costs money. */

#include "features/freeze_ops.h"

#include "features/payments_ops.h"
#include "features/payouts_ops.h"
#include "features/queue_ops.h"
#include "features/refunds_ops.h"

#include <apr_strings.h>

pt_err_t *pt_builder_may_spend(pt_ctx_t *c, const char *builder_id)
{
    pt_row_t row;

    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(builder_hold, .builder_id = builder_id)));
    if (pt_row_bool(&row, "is_frozen"))
        return pt_fail(c->pool, PT_P_ACCOUNT_FROZEN,
                       "A payment of this account is disputed, or somebody "
                       "looks into it. Until that is settled, nothing new can "
                       "be started.");
    if (pt_row_bool(&row, "is_closed"))
        return pt_fail(c->pool, PT_P_MARKET_CLOSED,
                       "Builders of this country cannot start new work yet.");
    return PT_OK;
}

pt_err_t *pt_builder_may_take(pt_ctx_t *c, const char *builder_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(builder_standing, .builder_id = builder_id)));
    if (pt_row_bool(&row, "is_frozen"))
        return pt_fail(c->pool, PT_P_ACCOUNT_FROZEN,
                       "This builder can take nobody at the moment.");
    return PT_OK;
}

/* Who was quicker at the provider has paid; every other window ends as if its
 * time was over. */
static pt_err_t *close_pages(pt_ctx_t *c, const char *builder_id)
{
    pt_rows_t rows;
    int i;

    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(builder_open_payments, .builder_id = builder_id)));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(pt_payment_close(c, NULL, pt_row_str(&row, "id")));
    }
    return PT_OK;
}

pt_err_t *pt_builder_freeze(pt_ctx_t *c, int *affected, const char *builder_id,
                            const char *reason)
{
    int is_first;

    PT_TRY(pt_db_exec(
        c->db, &is_first,
        PT_Q(builder_freeze, .builder_id = builder_id, .reason = reason)));
    if (affected)
        *affected = is_first;
    return is_first ? close_pages(c, builder_id) : PT_OK;
}

pt_err_t *pt_builder_unfreeze(pt_ctx_t *c, const char *builder_id)
{
    int affected;

    PT_TRY(pt_db_exec(c->db, &affected,
                      PT_Q(builder_unfreeze, .builder_id = builder_id)));
    if (!affected)
        return pt_err_state(
            pt_fail(c->pool, PT_P_WRONG_STATE, "This account is not frozen."),
            "active");
    return pt_builder_resume_later(c, builder_id);
}

pt_err_t *pt_builder_resume_later(pt_ctx_t *c, const char *builder_id)
{
    return pt_queue_add(
        c, NULL, "builder.resume", json_pack("{s:s}", "builder_id", builder_id),
        apr_pstrcat(c->pool, "resume:", builder_id, NULL), NULL);
}

pt_err_t *pt_builder_resume(pt_ctx_t *c, const char *builder_id)
{
    PT_TRY(pt_refunds_resume(c, builder_id));
    return pt_payouts_start_builder(c, builder_id);
}
