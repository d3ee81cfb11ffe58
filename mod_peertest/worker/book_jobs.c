/* SPDX-License-Identifier: Apache-2.0 */
/* book_jobs.c - keeps the books verifiable: seals them, and compares them with
 * the payment provider's. */

#include "features/reconcile_ops.h"
#include "worker/pt_worker.h"

#define SEAL_LINKS 2000         /* of a transaction, so that none takes long */
#define SEAL_LOOK_BACK_S "3600" /* longer than any transaction takes */

/* Seal all rows that have no link yet. @param look_back_seconds NULL: however
 * old they are */
static pt_err_t *seal(pt_ctx_t *c, const char *look_back_seconds)
{
    pt_row_t row;

    do
        PT_TRY(
            pt_db_one(c->db, &row,
                      PT_Q(chain_seal, .look_back_seconds = look_back_seconds,
                           .at_most = pt_i64(c->pool, SEAL_LINKS))));
    while (pt_row_int(&row, "sealed") == SEAL_LINKS);
    return PT_OK;
}

pt_err_t *pt_books_seal_job(pt_ctx_t *c,
                            const pt_job_t *job __attribute__((unused)),
                            json_t **result __attribute__((unused)))
{
    return seal(c, SEAL_LOOK_BACK_S);
}

/* Once a day all rows are gone through, so that none stays without a seal; and
 * a comparison is asked for, unless one is under way. */
pt_err_t *pt_books_reconcile_job(pt_ctx_t *c,
                                 const pt_job_t *job __attribute__((unused)),
                                 json_t **result __attribute__((unused)))
{
    pt_row_t row;
    pt_err_t *err;

    PT_TRY(seal(c, NULL));
    err =
        pt_db_one(c->db, &row,
                  PT_Q(reconciliation_request_daily,
                       .days = pt_i64(c->pool, c->site->cfg->reconcile_days)));
    return err && err->problem == PT_P_CONFLICT ? PT_OK : err;
}

/* payload: {reconciliation_id} */
pt_err_t *pt_books_compare_job(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result __attribute__((unused)))
{
    const char *id = pt_json_str(job->payload, "reconciliation_id");
    pt_err_t *err = pt_reconcile(c, id);

    if (!pt_job_gives_up(job, err))
        return err;
    pt_db_rollback(c->db);
    PT_TRY(pt_reconcile_give_up(c, id));
    return err;
}
