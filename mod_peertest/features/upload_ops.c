/* SPDX-License-Identifier: Apache-2.0 */
/* upload_ops.c - a file on its way in: who writes, how far it is, how it ends.
 */

#include "features/upload_ops.h"

#include "core/pt_crypto.h"
#include "domain/file_rules.h"
#include "features/file_ops.h"
#include "features/queue_ops.h"

#include <string.h>

apr_int64_t pt_upload_max(const pt_ctx_t *c, const char *kind)
{
    const pt_config_t *cfg = c->site->cfg;
    const pt_file_limits_t limits = {.picture = cfg->picture_max,
                                     .video = cfg->video_max,
                                     .document = cfg->document_max};

    return pt_file_max(kind, &limits);
}

/* What an account has left, beside an upload that takes some of it already.
 * Held until commit. */
static pt_err_t *measure_room(pt_ctx_t *c, apr_int64_t *room,
                              apr_int64_t *open_uploads, const char *owner_id,
                              const char *except_id)
{
    pt_row_t row;

    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(upload_owner_lock, .owner_id = owner_id)));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(upload_usage, .owner_id = owner_id, .except_id = except_id)));
    *room = c->site->cfg->quota - pt_row_int(&row, "used_bytes");
    *open_uploads = pt_row_int(&row, "open_uploads");
    return PT_OK;
}

static pt_err_t *check_length(pt_ctx_t *c, apr_int64_t length, apr_int64_t room)
{
    if (length > pt_upload_max(c, NULL))
        return pt_fail(c->pool, PT_P_TOO_LARGE,
                       pt_file_refused_words(PT_REFUSED_TOO_LARGE));
    if (length > room || room <= 0)
        return pt_fail(c->pool, PT_P_QUOTA_EXCEEDED, NULL);
    return PT_OK;
}

/* A length as a parameter: NULL when there is none. */
static const char *length_text(pt_ctx_t *c, apr_int64_t length)
{
    return length < 0 ? NULL : pt_i64(c->pool, length);
}

pt_err_t *pt_upload_create(pt_ctx_t *c, const char **id, const char *owner_id,
                           const pt_upload_new_t *wanted)
{
    const pt_config_t *cfg = c->site->cfg;
    apr_int64_t room, open_uploads;
    pt_row_t row;

    if (!wanted->length)
        return pt_fail(c->pool, PT_P_FILE_REFUSED,
                       pt_file_refused_words(PT_REFUSED_EMPTY));
    PT_TRY(measure_room(c, &room, &open_uploads, owner_id, NULL));
    PT_TRY(check_length(c, wanted->length, room));
    if (open_uploads >= cfg->uploads_open)
        return pt_fail(c->pool, PT_P_QUOTA_EXCEEDED,
                       "You have as many unfinished uploads as you may: finish "
                       "or remove one");
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(upload_create, .owner_id = owner_id,
                       .name = wanted->name, .store_key = pt_file_key(c->pool),
                       .length_bytes = length_text(c, wanted->length),
                       .metadata = wanted->metadata,
                       .ttl = pt_i64(c->pool, cfg->upload_ttl))));
    *id = pt_row_str(&row, "file_id");
    return PT_OK;
}

static void take_row(pt_upload_t *u, const pt_row_t *row)
{
    u->store_key = pt_row_str(row, "store_key");
    u->offset = pt_row_int(row, "offset_bytes");
    u->length =
        pt_row_str(row, "length_bytes") ? pt_row_int(row, "length_bytes") : -1;
    u->is_complete = !pt_row_bool(row, "is_open");
    u->kind = pt_row_str(row, "kind");
    u->store_state = pt_row_str(row, "store_state");
    u->digest_state = pt_row_str(row, "digest_state");
    u->head = pt_row_str(row, "head");
}

/* A length may be said again, but not another one. */
static pt_err_t *declare_length(pt_ctx_t *c, pt_upload_t *u, apr_int64_t length)
{
    if (length < 0)
        return PT_OK;
    if (u->length >= 0 ? length != u->length : length < u->offset)
        return pt_fail(c->pool, PT_P_MALFORMED,
                       "The length of this upload was another one before");
    if (u->length < 0)
        PT_TRY(check_length(c, length, u->room));
    u->length = length;
    return PT_OK;
}

pt_err_t *pt_upload_claim(pt_ctx_t *c, pt_upload_t *u, const char *id,
                          const char *owner_id, apr_int64_t offset,
                          apr_int64_t length)
{
    apr_int64_t open_uploads;
    pt_row_t row;
    int found;

    *u = (pt_upload_t){.id = id, .owner_id = owner_id};
    PT_TRY(measure_room(c, &u->room, &open_uploads, owner_id, id));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(upload_hold, .file_id = id, .owner_id = owner_id)));
    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(upload_lock, .file_id = id, .owner_id = owner_id)));
    if (!found)
        return pt_fail(c->pool, PT_P_NOT_FOUND, NULL);
    if (pt_row_bool(&row, "has_ended"))
        return pt_fail(c->pool, PT_P_UPLOAD_GONE, NULL);
    if (pt_row_bool(&row, "is_leased"))
        return pt_err_retry(pt_fail(c->pool, PT_P_UPLOAD_LOCKED, NULL), 1);
    take_row(u, &row);
    if (offset != u->offset)
        return pt_fail(c->pool, PT_P_OFFSET_MISMATCH, NULL);
    PT_TRY(declare_length(c, u, length));
    if (u->is_complete)
        return PT_OK;
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(upload_lease, .file_id = id,
                       .length_bytes = length_text(c, length),
                       .lease = pt_i64(c->pool, c->site->cfg->upload_lease))));
    u->fence = pt_row_str(&row, "fence");
    return PT_OK;
}

static const char *lease_text(pt_ctx_t *c, int goes_on)
{
    return goes_on ? pt_i64(c->pool, c->site->cfg->upload_lease) : "0";
}

static pt_err_t *check_saved(pt_ctx_t *c, const pt_row_t *row)
{
    if (pt_row_bool(row, "is_saved"))
        return PT_OK;
    return pt_fail(c->pool,
                   pt_row_bool(row, "is_open") ? PT_P_UPLOAD_LOCKED
                                               : PT_P_UPLOAD_GONE,
                   NULL);
}

/* Of unknown length, it took nothing beforehand. */
static pt_err_t *measure_again(pt_ctx_t *c, pt_upload_t *u)
{
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(upload_usage, .owner_id = u->owner_id, .except_id = u->id)));
    u->room = c->site->cfg->quota - pt_row_int(&row, "used_bytes");
    return PT_OK;
}

pt_err_t *pt_upload_save(pt_ctx_t *c, pt_upload_t *u, int goes_on)
{
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(upload_save, .file_id = u->id, .fence = u->fence, .kind = u->kind,
             .media_type = u->media_type,
             .offset_bytes = pt_i64(c->pool, u->offset),
             .store_state = u->store_state, .digest_state = u->digest_state,
             .head = u->kind ? NULL : u->head, .lease = lease_text(c, goes_on),
             .ttl = pt_i64(c->pool, c->site->cfg->upload_ttl))));
    PT_TRY(check_saved(c, &row));
    u->expires = pt_row_str(&row, "expires");
    return goes_on && u->length < 0 ? measure_again(c, u) : PT_OK;
}

pt_err_t *pt_upload_renew(pt_ctx_t *c, const pt_upload_t *u, int goes_on)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(upload_renew, .file_id = u->id, .fence = u->fence,
                          .lease = lease_text(c, goes_on))));
    return check_saved(c, &row);
}

pt_err_t *pt_upload_complete(pt_ctx_t *c, pt_upload_t *u,
                             const unsigned char *sha256)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_upload_save(c, u, 0));
    PT_TRY(
        pt_db_exec(c->db, NULL,
                   PT_Q(upload_complete, .file_id = u->id,
                        .size_bytes = pt_i64(c->pool, u->offset),
                        .sha256 = pt_hex(c->pool, sha256, PT_SHA256_BYTES))));
    PT_TRY(pt_queue_add(c, NULL, "upload.finish",
                        json_pack("{ss}", "file_id", u->id), NULL, NULL));
    return pt_db_commit(c->db);
}

pt_err_t *pt_upload_refuse(pt_ctx_t *c, const pt_upload_t *u, const char *code)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_file_refuse(c, u->id, code));
    PT_TRY(pt_db_commit(c->db));
    return pt_fail(c->pool,
                   strcmp(code, PT_REFUSED_TOO_LARGE) ? PT_P_FILE_REFUSED
                                                      : PT_P_TOO_LARGE,
                   pt_file_refused_words(code));
}
