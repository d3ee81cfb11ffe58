/* SPDX-License-Identifier: Apache-2.0 */
/* pt_await.c - a request waits for the background job that it caused. */

#include "http/pt_await.h"

#include <apr_time.h>
#include <string.h>

#define FIRST_PAUSE apr_time_from_msec(20)
#define LAST_PAUSE apr_time_from_msec(250)

/* One look, with a connection of its own that goes back at once. */
static pt_err_t *look(pt_req_t *q, int *ended, json_t **result,
                      const char *job_id, apr_pool_t *turn)
{
    pt_db_t *db;
    pt_row_t job;

    PT_TRY(pt_db_borrow(&db, turn, q->ctx.site->dbpool));
    PT_TRY(pt_db_one(db, &job, PT_Q(queue_outcome, .id = job_id)));
    pt_db_release(db);
    *ended = pt_row_bool(&job, "ended");
    if (pt_row_str(&job, "result")) {
        const char *text = pt_row_str(&job, "result");

        PT_TRY(pt_json_parse(q->ctx.pool, result, text, strlen(text)));
    }
    return PT_OK;
}

pt_err_t *pt_await_job(pt_req_t *q, json_t **result, const char *job_id)
{
    apr_time_t end =
        apr_time_now() + apr_time_from_sec(q->ctx.site->cfg->await_seconds);
    apr_interval_time_t pause = FIRST_PAUSE;
    apr_pool_t *turn;
    pt_err_t *err;
    int ended = 0;

    ap_assert(!q->ctx.db); /* a second connection could wait for ever */
    *result = NULL;
    apr_pool_create(&turn, q->ctx.pool);
    while ((err = look(q, &ended, result, job_id, turn)) == PT_OK && !ended
           && apr_time_now() + pause < end) {
        apr_pool_clear(turn);
        apr_sleep(pause);
        pause = pause * 2 < LAST_PAUSE ? pause * 2 : LAST_PAUSE;
    }
    return err;
}
