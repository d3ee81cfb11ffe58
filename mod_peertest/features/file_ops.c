/* SPDX-License-Identifier: Apache-2.0 */
/* file_ops.c - the life of a file. */

#include "features/file_ops.h"
#include "core/pt_crypto.h"
#include "features/queue_ops.h"

#define KEY_RANDOM_BYTES 20

const char *pt_file_key(apr_pool_t *p)
{
    unsigned char bytes[KEY_RANDOM_BYTES];

    pt_random(bytes, sizeof(bytes));
    return pt_hex(p, bytes, sizeof(bytes));
}

pt_err_t *pt_file_lock(pt_ctx_t *c, pt_row_t *row, const char *file_id,
                       const char *owner_id)
{
    /* What waited for the lock has looked at what the file belongs to before:
     * it is read afterwards. */
    PT_TRY(pt_db_one(c->db, row, PT_Q(file_hold, .file_id = file_id)));
    return pt_db_one(c->db, row,
                     PT_Q(file_lock, .file_id = file_id, .owner_id = owner_id));
}

/* @param more an array of keys; takes the reference */
static pt_err_t *remove_later(pt_ctx_t *c, const char *key, json_t *more)
{
    if (!key && !json_array_size(more)) {
        json_decref(more);
        return PT_OK;
    }
    return pt_queue_add(c, NULL, "file.remove",
                        json_pack("{ss* so}", "key", key, "more", more), NULL,
                        NULL);
}

/* Nobody waits for what was made any more. */
static pt_err_t *remove_made(pt_ctx_t *c, const pt_file_facts_t *facts)
{
    json_t *more = json_array();
    int i;

    for (i = 0; i < facts->rendition_count; i++)
        json_array_append_new(more,
                              json_string(facts->renditions[i].store_key));
    return remove_later(c, facts->store_key, more);
}

static pt_err_t *add_rendition(pt_ctx_t *c, const char *file_id,
                               const pt_rendition_t *made)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(file_rendition_add, .file_id = file_id,
                           .name = made->name, .store_key = made->store_key,
                           .media_type = made->media_type,
                           .size_bytes = pt_i64(c->pool, made->size_bytes),
                           .width = pt_i64(c->pool, made->width),
                           .height = pt_i64(c->pool, made->height)));
}

static pt_err_t *set_ready(pt_ctx_t *c, pt_row_t *row, int *found,
                           const char *file_id, const pt_file_facts_t *facts)
{
    apr_pool_t *p = c->pool;

    return pt_db_maybe(
        c->db, row, found,
        PT_Q(file_ready, .file_id = file_id, .kind = facts->kind,
             .media_type = facts->media_type, .store_key = facts->store_key,
             .name = facts->name, .sha256 = facts->sha256,
             .size_bytes = pt_i64(p, facts->size_bytes),
             .width = facts->width > 0 ? pt_i64(p, facts->width) : NULL,
             .height = facts->height > 0 ? pt_i64(p, facts->height) : NULL,
             .duration_ms = facts->duration_ms >= 0
                                ? pt_i64(p, facts->duration_ms)
                                : NULL));
}

pt_err_t *pt_file_ready(pt_ctx_t *c, const char *file_id,
                        const pt_file_facts_t *facts)
{
    pt_row_t row, old;
    int found, i;

    PT_TRY(set_ready(c, &row, &found, file_id, facts));
    if (!found)
        return remove_made(c, facts);
    PT_TRY(
        pt_db_one(c->db, &old, PT_Q(file_renditions_take, .file_id = file_id)));
    for (i = 0; i < facts->rendition_count; i++)
        PT_TRY(add_rendition(c, file_id, &facts->renditions[i]));
    return remove_later(c, pt_row_str(&row, "old_key"),
                        json_loads(pt_row_str(&old, "keys"), 0, NULL));
}

static pt_err_t *end_file(pt_ctx_t *c, const char *file_id, const char *state,
                          const char *code)
{
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(file_end, .file_id = file_id, .state = state,
                            .refused_code = code)));
    if (!found)
        return PT_OK;
    return pt_queue_add(c, NULL, "file.remove",
                        json_loads(pt_row_str(&row, "payload"), 0, NULL), NULL,
                        NULL);
}

pt_err_t *pt_file_refuse(pt_ctx_t *c, const char *file_id, const char *code)
{
    return end_file(c, file_id, "refused", code);
}

pt_err_t *pt_file_drop(pt_ctx_t *c, const char *file_id)
{
    return end_file(c, file_id, "deleted", NULL);
}

pt_err_t *pt_file_progress(pt_ctx_t *c, const char *file_id, int percent)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(file_progress, .file_id = file_id,
                           .percent = pt_i64(c->pool, percent)));
}
