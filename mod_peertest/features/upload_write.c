/* SPDX-License-Identifier: Apache-2.0 */
/* upload_write.c - the bytes of a request's body, on their way to the store.
 * PT1750 */

#include "features/upload_write.h"

#include "domain/file_rules.h"
#include "providers/file_store.h"
#include "providers/magic.h"

#include <string.h>

#define PIECE_LEAST 65536 /* small ones cost more than they are worth */

/* What a killed child loses at most. */
#define SAVE_BYTES (8 * 1024 * 1024)
#define SAVE_AFTER apr_time_from_sec(5)

typedef struct {
    pt_req_t *q;
    pt_upload_t *u;
    pt_ctx_t ctx; /* its pool is cleared at each save */
    const pt_tus_checksum_t *check;
    apr_pool_t *file_pool;
    pt_file_writer_t *file; /* NULL: not open */
    pt_digest_t *digest;
    unsigned char head[PT_UPLOAD_HEAD]; /* while the kind is not known */
    apr_size_t head_len;
    int has_written;
    int has_ended; /* nobody holds it any more */
    apr_int64_t saved_offset;
    apr_time_t saved_at;
} writing_t;

/* --- Progress, in a transaction of its own --- */

static pt_err_t *borrow(writing_t *w)
{
    return pt_db_borrow(&w->ctx.db, w->ctx.pool, w->ctx.site->dbpool);
}

static void give_back(writing_t *w)
{
    pt_db_release(w->ctx.db);
    w->ctx.db = NULL;
}

/* Make what was written safe, and say so in u. */
static pt_err_t *secure(writing_t *w)
{
    pt_upload_t *u = w->u;
    apr_int64_t safe = u->offset;

    if (w->file)
        PT_TRY(pt_file_pause(w->file, w->ctx.pool, &u->store_state, &safe));
    if (safe != u->offset)
        return pt_err_cause(pt_fail(w->ctx.pool, PT_P_UNAVAILABLE, NULL),
                            "the store has lost bytes of an upload");
    u->digest_state = pt_digest_state(w->digest, w->ctx.pool);
    if (!u->kind)
        u->head = pt_hex(w->ctx.pool, w->head, w->head_len);
    return PT_OK;
}

/* Leave the store to whoever comes next, before they are told to: the writer
 * holds a lock. */
static void close_file(writing_t *w)
{
    w->file = NULL;
    apr_pool_clear(w->file_pool);
}

static pt_err_t *keep(writing_t *w, int goes_on)
{
    pt_err_t *err;

    apr_pool_clear(w->ctx.pool);
    /* A piece with a checksum is kept as a whole, or not at all. */
    if (!w->check->checksum)
        PT_TRY(secure(w));
    if (!goes_on)
        close_file(w);
    PT_TRY(borrow(w));
    err = w->check->checksum ? pt_upload_renew(&w->ctx, w->u, goes_on)
                             : pt_upload_save(&w->ctx, w->u, goes_on);
    give_back(w);
    PT_TRY(err);
    w->saved_offset = w->u->offset;
    w->saved_at = apr_time_now();
    return PT_OK;
}

/* Nobody writes any more, and nothing came that is worth keeping. */
static void let_go(writing_t *w)
{
    pt_err_t *err;

    if (!(err = borrow(w)))
        err = pt_upload_renew(&w->ctx, w->u, 0);
    give_back(w);
    if (err)
        pt_log_err(&w->ctx.log, APLOG_INFO, "PT1750", err);
}

/* A piece that waits for its checksum is not in u: what u says was kept. */
static pt_err_t *refuse(writing_t *w, const char *code)
{
    pt_err_t *err;

    PT_TRY(borrow(w));
    w->has_ended = 1;
    err = pt_upload_refuse(&w->ctx, w->u, code);
    give_back(w);
    return err;
}

/* --- What it is --- */

/* Decide by its first bytes, once there are enough of them. */
static pt_err_t *judge(writing_t *w, const void *bytes, apr_size_t len)
{
    const char *found, *code;
    pt_file_type_t type;

    PT_TRY(pt_magic_of(&found, w->q->ctx.pool, bytes, len));
    if ((code = pt_file_judge(&type, found)))
        return refuse(w, code);
    w->u->kind = type.kind;
    w->u->media_type = type.media_type;
    return PT_OK;
}

static int is_last(const writing_t *w, apr_size_t len)
{
    return w->u->length >= 0 && w->u->offset + (apr_int64_t)len >= w->u->length;
}

static pt_err_t *look_at(writing_t *w, const char *data, apr_size_t len)
{
    apr_size_t n = PT_UPLOAD_HEAD - w->head_len;

    if (w->u->kind)
        return PT_OK;
    memcpy(w->head + w->head_len, data, n < len ? n : len);
    w->head_len += n < len ? n : len;
    /* What may be damaged is not judged before it was compared. */
    if (w->check->checksum
        || (w->head_len < PT_UPLOAD_HEAD && !is_last(w, len)))
        return PT_OK;
    return w->u->offset ? judge(w, w->head, w->head_len) : judge(w, data, len);
}

static pt_err_t *too_many(pt_req_t *q)
{
    return pt_fail(q->ctx.pool, PT_P_TOO_LARGE,
                   "More bytes came than were announced");
}

/* Is there room for so many bytes more? */
static pt_err_t *check_size(writing_t *w, apr_size_t len)
{
    const pt_upload_t *u = w->u;
    apr_int64_t end = u->offset + (apr_int64_t)len;

    if (u->length >= 0 && end > u->length)
        return too_many(w->q);
    if ((u->length > end ? u->length : end) > pt_upload_max(&w->ctx, u->kind))
        return refuse(w, PT_REFUSED_TOO_LARGE);
    if (u->length < 0 && end > u->room)
        return pt_fail(w->q->ctx.pool, PT_P_QUOTA_EXCEEDED, NULL);
    return PT_OK;
}

/* --- Bytes --- */

static pt_err_t *store(writing_t *w, const char *data, apr_size_t len)
{
    pt_upload_t *u = w->u;

    if (!w->file)
        PT_TRY(pt_file_write_open(&w->file, w->file_pool, w->ctx.site,
                                  u->store_key, u->store_state, u->offset));
    w->has_written = 1;
    PT_TRY(pt_file_write(w->file, data, len));
    pt_digest_add(w->digest, data, len);
    if (w->check->checksum)
        pt_checksum_add(w->check->checksum, data, len);
    u->offset += (apr_int64_t)len;
    return PT_OK;
}

static int is_due(const writing_t *w)
{
    return w->u->offset - w->saved_offset >= SAVE_BYTES
           || apr_time_now() - w->saved_at >= SAVE_AFTER;
}

/* A piece is looked at and written only under a lease that was just renewed. */
static pt_err_t *take_piece(writing_t *w, const char *data, apr_size_t len)
{
    if (is_due(w))
        PT_TRY(keep(w, 1));
    PT_TRY(look_at(w, data, len));
    PT_TRY(check_size(w, len));
    return store(w, data, len);
}

/* @param broken set when the client broke off: what came counts */
static pt_err_t *take_all(writing_t *w, pt_stream_t *stream, pt_err_t **broken)
{
    const char *data;
    apr_size_t len;

    do {
        *broken = pt_stream_read(stream, &data, &len,
                                 w->u->kind ? PIECE_LEAST : PT_UPLOAD_HEAD);
        if (*broken)
            return PT_OK;
        if (len)
            PT_TRY(take_piece(w, data, len));
    } while (len);
    return PT_OK;
}

/* --- The end --- */

static pt_err_t *compare(writing_t *w)
{
    static const pt_tus_checksum_t none;

    if (!w->check->checksum)
        return PT_OK;
    if (!pt_checksum_is(w->check->checksum, w->check->wanted))
        return pt_fail(w->q->ctx.pool, PT_P_CHECKSUM_MISMATCH, NULL);
    w->check = &none;
    if (!w->u->kind && (w->head_len == PT_UPLOAD_HEAD || is_last(w, 0)))
        PT_TRY(judge(w, w->head, w->head_len));
    return check_size(w, 0);
}

static pt_err_t *complete(writing_t *w)
{
    unsigned char sha256[PT_SHA256_BYTES];
    pt_err_t *err;

    if (!w->u->length)
        return refuse(w, PT_REFUSED_EMPTY);
    if (!w->u->kind)
        PT_TRY(judge(w, w->head, w->head_len));
    apr_pool_clear(w->ctx.pool);
    PT_TRY(secure(w));
    close_file(w);
    pt_digest_value(sha256, w->digest);
    PT_TRY(borrow(w));
    err = pt_upload_complete(&w->ctx, w->u, sha256);
    give_back(w);
    return err;
}

/* The upload was ended by somebody else while bytes came: they have no owner,
 * and the job that removed it may have been too early. */
static void clean_up(writing_t *w)
{
    pt_err_t *err = w->has_written
                        ? pt_file_abort(w->q->ctx.pool, w->ctx.site,
                                        w->u->store_key, w->u->store_state)
                        : PT_OK;

    if (err)
        pt_log_err(&w->ctx.log, APLOG_WARNING, "PT1751", err);
}

static pt_err_t *run(writing_t *w, pt_stream_t *stream)
{
    pt_err_t *broken = PT_OK;

    PT_TRY(take_all(w, stream, &broken));
    if (broken && w->check->checksum)
        return broken;
    PT_TRY(compare(w));
    if (w->u->offset == w->u->length)
        return complete(w);
    PT_TRY(keep(w, 0));
    w->has_ended = 1;
    return broken;
}

/* What was seen of a piece that did not get in says nothing about the file:
 * other bytes may come in its place. */
static void unsee(writing_t *w)
{
    if (w->u->offset >= (apr_int64_t)w->head_len)
        return;
    w->head_len = (apr_size_t)w->u->offset;
    w->u->kind = w->u->media_type = NULL;
}

/* After a failure. Whoever's it was, it takes nothing back that came before. */
static void settle(writing_t *w, pt_problem_e problem)
{
    if (w->has_ended || problem == PT_P_UPLOAD_LOCKED)
        return;
    if (problem == PT_P_UPLOAD_GONE) {
        clean_up(w);
        return;
    }
    unsee(w);
    /* The failure, which is still to be told, lives in the pool of the last
     * save. */
    apr_pool_create(&w->ctx.pool, w->q->ctx.pool);
    if (w->check->checksum || keep(w, 0))
        let_go(w);
}

pt_err_t *pt_upload_write(pt_req_t *q, pt_upload_t *u, pt_stream_t *stream,
                          const pt_tus_checksum_t *check)
{
    writing_t w = {.q = q, .u = u, .ctx = q->ctx, .check = check};
    pt_err_t *err;
    int head_len;

    w.saved_offset = u->offset;
    w.saved_at = apr_time_now();
    w.ctx.db = NULL;
    apr_pool_create(&w.ctx.pool, q->ctx.pool);
    apr_pool_create(&w.file_pool, q->ctx.pool);
    PT_TRY(pt_digest_open(&w.digest, q->ctx.pool, u->digest_state, u->offset));
    head_len = pt_unhex(w.head, sizeof(w.head), u->head);
    w.head_len = head_len > 0 ? (apr_size_t)head_len : 0;
    err = run(&w, stream);
    if (err)
        settle(&w, err->problem);
    return err;
}

pt_err_t *pt_upload_nothing_more(pt_req_t *q, pt_stream_t *stream)
{
    const char *data;
    apr_size_t len;

    PT_TRY(pt_stream_read(stream, &data, &len, 1));
    return len ? too_many(q) : PT_OK;
}
