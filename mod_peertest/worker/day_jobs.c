/* SPDX-License-Identifier: Apache-2.0 */
/* day_jobs.c - the figures of days that are over are kept, so that nobody adds
 * them up again. docs/ADMIN.md */

#include "worker/pt_worker.h"

#define MOST_DAYS 500 /* of a run; the rest is the next one's */

/* Close the oldest day that is not, in a transaction of its own: whoever wants
 * to change a past day waits for no more than one. @param goes_on 0 when there
 * is none, or somebody is changing one */
static pt_err_t *close_one(pt_ctx_t *c, int *goes_on)
{
    pt_row_t lock, next;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &lock, PT_Q(day_lock)));
    *goes_on = pt_row_bool(&lock, "taken");
    if (*goes_on)
        PT_TRY(pt_db_maybe(c->db, &next, goes_on, PT_Q(day_next)));
    if (*goes_on)
        PT_TRY(pt_db_exec(c->db, NULL,
                          PT_Q(day_close, .day = pt_row_str(&next, "day"))));
    return pt_db_commit(c->db);
}

pt_err_t *pt_days_close_job(pt_ctx_t *c,
                            const pt_job_t *job __attribute__((unused)),
                            json_t **result)
{
    int count = 0, goes_on = 1;

    while (goes_on && count < MOST_DAYS) {
        PT_TRY(close_one(c, &goes_on));
        count += goes_on;
    }
    *result = json_pack("{si}", "days", count);
    return PT_OK;
}
