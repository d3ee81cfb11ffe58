/* SPDX-License-Identifier: Apache-2.0 */
/* account_jobs.c - what follows when an account is suspended: each step in a
 * transaction of its own, and none twice when it is tried again. */

#include "features/bids_ops.h"
#include "features/jobs_ops.h"
#include "features/payments_ops.h"
#include "worker/pt_worker.h"

/* A bid of somebody who cannot work any more. One that is being paid ends by
 * itself when its page does. */
static pt_err_t *end_bid(pt_ctx_t *c, const char *bid_id)
{
    const pt_bid_step_t step = {.event = PT_BID_SUPERSEDE, .actor = "system"};
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(c, &bid, bid_id, NULL));
    /* It ended while we waited for the lock. */
    if (!pt_bid_next(bid.state, bid.previous_state, step.event, step.actor))
        return PT_OK;
    return pt_bid_move(c, &bid, &step);
}

static pt_err_t *end_bids(pt_ctx_t *c, const char *account_id)
{
    const char *states = pt_bid_states(c->pool, PT_BID_SUPERSEDE, "system");
    pt_rows_t bids;

    PT_TRY(pt_db_many(
        c->db, &bids,
        PT_Q(suspended_bids, .account_id = account_id, .states = states)));
    for (int i = 0; i < bids.count; i++) {
        pt_row_t row = pt_rows_at(&bids, i);

        PT_TRY(pt_db_begin(c->db));
        PT_TRY(end_bid(c, pt_row_str(&row, "id")));
        PT_TRY(pt_db_commit(c->db));
    }
    return PT_OK;
}

static pt_err_t *close_pages(pt_ctx_t *c, const char *account_id)
{
    pt_rows_t pages;

    PT_TRY(pt_db_many(c->db, &pages,
                      PT_Q(suspended_payments, .account_id = account_id)));
    for (int i = 0; i < pages.count; i++) {
        pt_row_t row = pt_rows_at(&pages, i);

        PT_TRY(pt_db_begin(c->db));
        PT_TRY(pt_payment_close(c, NULL, pt_row_str(&row, "id")));
        PT_TRY(pt_db_commit(c->db));
    }
    return PT_OK;
}

/* Take one job down. @return PT_OK also when it has ended meanwhile */
static pt_err_t *take_down(pt_ctx_t *c, const char *job_id,
                           const pt_doer_t *doer)
{
    pt_err_t *err;

    PT_TRY(pt_db_begin(c->db));
    err = pt_job_stop(c, job_id, PT_JOB_REMOVE, doer);
    if (!err)
        return pt_db_commit(c->db);
    pt_db_rollback(c->db);
    return err->problem == PT_P_WRONG_STATE ? PT_OK : err;
}

static pt_err_t *end_jobs(pt_ctx_t *c, const char *account_id,
                          const pt_doer_t *doer)
{
    pt_rows_t jobs;

    PT_TRY(pt_db_many(c->db, &jobs,
                      PT_Q(suspended_jobs, .account_id = account_id)));
    for (int i = 0; i < jobs.count; i++) {
        pt_row_t row = pt_rows_at(&jobs, i);

        PT_TRY(take_down(c, pt_row_str(&row, "id"), doer));
    }
    return PT_OK;
}

pt_err_t *pt_account_suspended_job(pt_ctx_t *c, const pt_job_t *job,
                                   json_t **result)
{
    const char *account_id = pt_json_str(job->payload, "account_id");
    const pt_doer_t doer = {"admin", pt_json_str(job->payload, "admin_id")};

    (void)result;
    PT_TRY(end_bids(c, account_id));
    PT_TRY(close_pages(c, account_id));
    return end_jobs(c, account_id, &doer);
}
