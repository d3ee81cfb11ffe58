/* SPDX-License-Identifier: Apache-2.0 */
/* match_jobs.c - asks testers whether they want to bid. */

#include "features/match_ops.h"
#include "worker/pt_worker.h"

/* payload: {role_id} */
pt_err_t *pt_match_invite_job(pt_ctx_t *c, const pt_job_t *job,
                              json_t **result __attribute__((unused)))
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_match_wave(c, pt_json_str(job->payload, "role_id")));
    return pt_db_commit(c->db);
}
