/* SPDX-License-Identifier: Apache-2.0 */
/* cleanup_jobs.c - remove what has outlived its use, and renew what is kept
 * of old days. */

#include "worker/pt_worker.h"

#define BATCH_ROWS 5000 /* of a transaction, so that none takes long */
#define FORMS_OF_STEP 200

static const pt_query_e steps[] = {
    PT_QUERY_purge_idempotency_keys, PT_QUERY_purge_email_tokens,
    PT_QUERY_purge_sessions,         PT_QUERY_purge_jobs,
    PT_QUERY_renew_builder_stats,
};

static pt_err_t *run_step(pt_ctx_t *c, pt_query_e query, int batch)
{
    /* All of them have this one parameter. */
    const char *args[] = {pt_i64(c->pool, batch)};
    int touched;

    do
        PT_TRY(pt_db_exec(c->db, &touched, query, args));
    while (touched == batch);
    return PT_OK;
}

/* After a fee has changed, or on the day that was planned for one. */
pt_err_t *pt_job_forms_job(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    (void)job;
    (void)result;
    return run_step(c, PT_QUERY_job_forms_due, FORMS_OF_STEP);
}

pt_err_t *pt_cleanup_daily(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    apr_size_t i;

    (void)job;
    (void)result;
    for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
        PT_TRY(run_step(c, steps[i], BATCH_ROWS));
    return PT_OK;
}
