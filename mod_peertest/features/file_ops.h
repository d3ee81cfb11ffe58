/* SPDX-License-Identifier: Apache-2.0 */
/* file_ops.h - the life of a file: uploading -> checking -> ready or refused;
 * deleted. All of it in the caller's transaction; objects in the store are
 * removed by a job after its commit. */
#ifndef PT_FILE_OPS_H
#define PT_FILE_OPS_H

#include "store/pt_ctx.h"

/** A key for a new object in the store; nobody can guess it. */
const char *pt_file_key(apr_pool_t *p);

/**
 * Lock a file that is not deleted.
 * @param row id, owner_id, state, name, kind, media_type, store_key,
 *        size_bytes, duration_ms, uploaded_sha256 (hex), is_in_use (belongs to
 *        something that was handed in), body (its JSON form)
 * @param owner_id whose it must be; NULL: anybody's
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_file_lock(pt_ctx_t *c, pt_row_t *row, const char *file_id,
                       const char *owner_id);

/** Something that was made of a file, and is in the store. */
typedef struct {
    const char *name; /* "thumbnail" or "poster" */
    const char *store_key, *media_type;
    apr_int64_t size_bytes;
    int width, height;
} pt_rendition_t;

/** What is known of a file when it is ready. */
typedef struct {
    const char *kind, *media_type;
    const char *store_key; /* of what is served; another one than before when
                            * it was made anew */
    const char *name;      /* NULL: as it was */
    const char *sha256;    /* hex, of what is served */
    apr_int64_t size_bytes;
    int width, height;       /* 0: has none */
    apr_int64_t duration_ms; /* -1: has none */
    const pt_rendition_t *renditions;
    int rendition_count;
} pt_file_facts_t;

/** A file that was checked is ready; what it was before is removed. Where it
 * was deleted in the meantime, what was made of it is removed. */
pt_err_t *pt_file_ready(pt_ctx_t *c, const char *file_id,
                        const pt_file_facts_t *facts);

/** Refuse a file that is uploading or checking; its bytes are removed.
 * @param code one of domain/file_rules.h */
pt_err_t *pt_file_refuse(pt_ctx_t *c, const char *file_id, const char *code);

/** Delete a file in any state; it is detached from drafts by the caller, its
 * bytes are removed. One that is deleted already is no failure. */
pt_err_t *pt_file_drop(pt_ctx_t *c, const char *file_id);

/** How far its check is. */
pt_err_t *pt_file_progress(pt_ctx_t *c, const char *file_id, int percent);
#endif
