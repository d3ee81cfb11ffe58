/* SPDX-License-Identifier: Apache-2.0 */
/* file_remove.c - objects of files that are no more leave the store. */

#include "providers/file_store.h"
#include "worker/pt_worker.h"

/* What was still being written is given up; what is whole is removed. */
static pt_err_t *remove_main(pt_ctx_t *c, const json_t *payload)
{
    const char *key = pt_json_str(payload, "key");

    if (!key)
        return PT_OK;
    if (json_is_true(json_object_get(payload, "is_part")))
        return pt_file_abort(c->pool, c->site, key,
                             pt_json_str(payload, "state"));
    return pt_file_remove(c->pool, c->site, key);
}

pt_err_t *pt_file_remove_job(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    const json_t *more = json_object_get(job->payload, "more");
    size_t i;

    (void)result;
    PT_TRY(remove_main(c, job->payload));
    for (i = 0; i < json_array_size(more); i++)
        PT_TRY(pt_file_remove(c->pool, c->site,
                              json_string_value(json_array_get(more, i))));
    return PT_OK;
}
