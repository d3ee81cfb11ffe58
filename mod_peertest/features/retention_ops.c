/* SPDX-License-Identifier: Apache-2.0 */
/* retention_ops.c - how long files are kept, and how they go. */

#include "features/retention_ops.h"
#include "features/attachment_ops.h"
#include "features/file_ops.h"

#include <apr_strings.h>
#include <apr_uuid.h>

#define LOOK_AT 1000 /* files at a time, so that no statement takes long */

pt_err_t *pt_files_erase(pt_ctx_t *c, int *count, const char *account_id)
{
    pt_rows_t files;

    PT_TRY(pt_db_many(c->db, &files,
                      PT_Q(files_of_account_lock, .owner_id = account_id)));
    for (int i = 0; i < files.count; i++) {
        pt_row_t file = pt_rows_at(&files, i);
        const char *id = pt_row_str(&file, "id");

        PT_TRY(pt_file_detach(c, id));
        PT_TRY(pt_file_drop(c, id));
    }
    *count = files.count;
    return PT_OK;
}

/* What seemed to be of no use is looked at again under its lock. */
static pt_err_t *retire(pt_ctx_t *c, int *count, const char *file_id,
                        const char *unused_seconds, const char *evidence_days)
{
    pt_row_t row;
    pt_err_t *err = pt_db_one(c->db, &row, PT_Q(file_hold, .file_id = file_id));

    if (err)
        return err->problem == PT_P_NOT_FOUND ? PT_OK : err;
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(file_outlived, .file_id = file_id,
                          .unused_seconds = unused_seconds,
                          .evidence_days = evidence_days)));
    if (!pt_row_bool(&row, "is_outlived"))
        return PT_OK;
    *count += 1;
    PT_TRY(pt_file_detach(c, file_id));
    return pt_file_drop(c, file_id);
}

/* The next files in their order.
 * @param after the last one that was looked at; "" at first
 * @param looked_at how many there were */
static pt_err_t *retire_some(pt_ctx_t *c, int *count, char *after,
                             int *looked_at)
{
    const pt_config_t *cfg = c->site->cfg;
    const char *unused_seconds = pt_i64(c->pool, cfg->file_unused_ttl);
    const char *evidence_days = pt_i64(c->pool, cfg->evidence_days);
    pt_rows_t files;

    PT_TRY(pt_db_many(c->db, &files,
                      PT_Q(files_outlived, .after_id = *after ? after : NULL,
                           .unused_seconds = unused_seconds,
                           .evidence_days = evidence_days,
                           .most = pt_i64(c->pool, LOOK_AT))));
    for (int i = 0; i < files.count; i++) {
        pt_row_t file = pt_rows_at(&files, i);

        apr_cpystrn(after, pt_row_str(&file, "id"),
                    APR_UUID_FORMATTED_LENGTH + 1);
        if (!pt_row_bool(&file, "is_outlived"))
            continue;
        PT_TRY(pt_db_begin(c->db));
        PT_TRY(retire(c, count, after, unused_seconds, evidence_days));
        PT_TRY(pt_db_commit(c->db));
    }
    *looked_at = files.count;
    return PT_OK;
}

/* Memory in use does not grow with the number of files. */
pt_err_t *pt_files_retire(pt_ctx_t *c, int *count)
{
    char after[APR_UUID_FORMATTED_LENGTH + 1] = "";
    pt_ctx_t some = *c;
    int looked_at;

    *count = 0;
    apr_pool_create(&some.pool, c->pool);
    do {
        apr_pool_clear(some.pool);
        PT_TRY(retire_some(&some, count, after, &looked_at));
    } while (looked_at == LOOK_AT);
    apr_pool_destroy(some.pool);
    return PT_OK;
}
