/* SPDX-License-Identifier: Apache-2.0 */
/* cleanup_jobs.c - once a day, remove what has outlived its use. */

#include "worker/pt_worker.h"

#define BATCH_ROWS 5000 /* of a transaction, so that none takes long */

static const pt_query_e purges[] = {
    PT_QUERY_purge_idempotency_keys,
    PT_QUERY_purge_email_tokens,
    PT_QUERY_purge_sessions,
    PT_QUERY_purge_jobs,
};

static pt_err_t *purge(pt_ctx_t *c, pt_query_e query)
{
    /* All of them have this one parameter. */
    const char *args[] = {pt_i64(c->pool, BATCH_ROWS)};
    int removed;

    do
        PT_TRY(pt_db_exec(c->db, &removed, query, args));
    while (removed == BATCH_ROWS);
    return PT_OK;
}

pt_err_t *pt_cleanup_daily(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    apr_size_t i;

    (void)job;
    (void)result;
    for (i = 0; i < sizeof(purges) / sizeof(purges[0]); i++)
        PT_TRY(purge(c, purges[i]));
    return PT_OK;
}
