/* SPDX-License-Identifier: Apache-2.0 */
/* retention_jobs.c - once a day, files that nobody needs any more go. Log ids:
 * PT1850-PT1869. */

#include "features/retention_ops.h"
#include "worker/pt_worker.h"

pt_err_t *pt_files_retire_job(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    int count;

    (void)job;
    PT_TRY(pt_files_retire(c, &count));
    if (count)
        pt_log(&c->log, APLOG_INFO,
               "PT1850: %d files have outlived their use and are removed",
               count);
    *result = json_pack("{si}", "files", count);
    return PT_OK;
}
