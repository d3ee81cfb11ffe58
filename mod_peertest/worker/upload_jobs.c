/* SPDX-License-Identifier: Apache-2.0 */
/* upload_jobs.c - the last step of an upload: its part becomes an object, which
 * is then checked. Beside the request, so that a store that is away or slow
 * does not keep a client waiting, and no killed child leaves it half done. */

#include "features/queue_ops.h"
#include "providers/file_store.h"
#include "worker/pt_worker.h"

#include <apr_strings.h>
#include <string.h>

static pt_err_t *part_lock(pt_ctx_t *c, pt_row_t *row, const char *file_id)
{
    PT_TRY(pt_db_begin(c->db));
    return pt_db_one(c->db, row, PT_Q(upload_part_lock, .file_id = file_id));
}

static int is_checking(const pt_row_t *row)
{
    return !strcmp(pt_row_str(row, "state"), "checking");
}

static int is_gone(const pt_row_t *row)
{
    const char *state = pt_row_str(row, "state");

    return !strcmp(state, "deleted") || !strcmp(state, "refused");
}

/* Once, however often the part is finished. */
static pt_err_t *check_later(pt_ctx_t *c, const char *file_id)
{
    return pt_queue_add(c, NULL, "file.check",
                        json_pack("{ss}", "file_id", file_id), NULL,
                        apr_pstrcat(c->pool, "file.check:", file_id, NULL));
}

static pt_err_t *finish_part(pt_ctx_t *c, const pt_row_t *row)
{
    pt_file_writer_t *file;

    PT_TRY(pt_file_write_open(
        &file, c->pool, c->site, pt_row_str(row, "store_key"),
        pt_row_str(row, "store_state"), pt_row_int(row, "size_bytes")));
    return pt_file_finish(file);
}

/* It may be done again: an object that is whole stays as it is, and so does a
 * file that was checked in the meantime. */
pt_err_t *pt_upload_finish_job(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result)
{
    const char *file_id = pt_json_str(job->payload, "file_id");
    pt_row_t part, now;

    (void)result;
    PT_TRY(part_lock(c, &part, file_id));
    pt_db_rollback(c->db);
    if (!is_checking(&part))
        return PT_OK;
    PT_TRY(pt_file_doubt(c->pool, c->site, finish_part(c, &part)));
    PT_TRY(part_lock(c, &now, file_id));
    if (is_checking(&now))
        PT_TRY(check_later(c, file_id));
    PT_TRY(pt_db_commit(c->db));
    /* Deleted meanwhile, by a job that may have been too early. */
    return is_gone(&now) ? pt_file_remove(c->pool, c->site,
                                          pt_row_str(&part, "store_key"))
                         : PT_OK;
}
