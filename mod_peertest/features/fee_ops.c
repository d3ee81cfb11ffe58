/* SPDX-License-Identifier: Apache-2.0 */
/* fee_ops.c - which fees apply, and how they are sealed. */

#include "features/fee_ops.h"

static pt_fees_t fees_of(const pt_row_t *row)
{
    return (pt_fees_t){.builder_bps = pt_row_int(row, "builder_fee_bps"),
                       .tester_bps = pt_row_int(row, "tester_fee_bps"),
                       .builder_rule_id = pt_row_str(row, "builder_rule_id"),
                       .tester_rule_id = pt_row_str(row, "tester_rule_id")};
}

pt_err_t *pt_fees_find(pt_ctx_t *c, pt_fees_t *fees, const pt_fee_case_t *what)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(fees_find, .payer_id = what->payer_id,
                          .market = what->market,
                          .service_type = what->service_type, .at = what->at,
                          PT_SITE_FEES(c))));
    *fees = fees_of(&row);
    return PT_OK;
}

pt_err_t *pt_fees_of_roles(pt_ctx_t *c, pt_fees_t *fees,
                           const pt_fee_case_t *what, const json_t *roles)
{
    pt_rows_t rows;

    PT_TRY(pt_db_many(
        c->db, &rows,
        PT_Q(fees_of_roles, .payer_id = what->payer_id, .market = what->market,
             .roles = pt_json_text(c->pool, roles), PT_SITE_FEES(c))));
    for (int i = 0; i < rows.count; i++) {
        const pt_row_t row = pt_rows_at(&rows, i);

        fees[i] = fees_of(&row);
    }
    return PT_OK;
}

pt_err_t *pt_fees_of_bid(pt_ctx_t *c, pt_fees_t *fees, const char *bid_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(fees_of_bid, .bid_id = bid_id, PT_SITE_FEES(c))));
    *fees = fees_of(&row);
    return PT_OK;
}

pt_err_t *pt_fees_of_claim(pt_ctx_t *c, pt_fees_t *fees, const char *job_id,
                           const char *tester_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(fees_of_claim, .job_id = job_id, .tester_id = tester_id)));
    *fees = fees_of(&row);
    return PT_OK;
}

pt_err_t *pt_fees_seal(pt_ctx_t *c, const char **schedule_id,
                       const pt_fees_t *fees)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(fee_schedule_find,
                          .builder_fee_bps = pt_i64(c->pool, fees->builder_bps),
                          .tester_fee_bps = pt_i64(c->pool, fees->tester_bps),
                          .builder_rule_id = fees->builder_rule_id,
                          .tester_rule_id = fees->tester_rule_id)));
    *schedule_id = pt_row_str(&row, "id");
    return PT_OK;
}
