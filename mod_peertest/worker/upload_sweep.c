/* SPDX-License-Identifier: Apache-2.0 */
/* upload_sweep.c - uploads that nothing came for any more are removed. */

#include "features/file_ops.h"
#include "worker/pt_worker.h"

#define BATCH_ROWS 100 /* of a transaction, so that none takes long */

static pt_err_t *drop_some(pt_ctx_t *c, int *count)
{
    pt_rows_t rows;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_many(
        c->db, &rows,
        PT_Q(upload_expired_lock, .most = pt_i64(c->pool, BATCH_ROWS))));
    for (*count = 0; *count < rows.count; ++*count) {
        pt_row_t row = pt_rows_at(&rows, *count);

        PT_TRY(pt_file_drop(c, pt_row_str(&row, "id")));
    }
    return pt_db_commit(c->db);
}

pt_err_t *pt_uploads_sweep_job(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result)
{
    int count, all = 0;

    (void)job;
    do {
        PT_TRY(drop_some(c, &count));
        all += count;
    } while (count == BATCH_ROWS);
    PT_TRY(pt_db_exec(c->db, NULL, PT_Q(upload_forget, .none = NULL)));
    *result = json_pack("{si}", "uploads", all);
    return PT_OK;
}
