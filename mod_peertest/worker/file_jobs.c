/* SPDX-License-Identifier: Apache-2.0 */
/* file_jobs.c - files that were uploaded are looked at and made safe to serve;
 * recordings are cut. docs/MEDIA.md. PT1800-PT1829 */

#include "core/pt_crypto.h"
#include "features/file_ops.h"
#include "features/upload_ops.h"
#include "providers/file_store.h"
#include "providers/media.h"
#include "worker/file_work.h"
#include "worker/pt_worker.h"

#include <apr_strings.h>
#include <string.h>
#include <sys/stat.h>

#define KEEPS_IN_LEASE 4 /* how often a lease is renewed */
#define SHOW_EVERY apr_time_from_sec(2)
#define SIDE_MAX 1000000 /* pixels */

/* One file in hand. */
typedef struct {
    pt_ctx_t *c;
    const pt_job_t *job;
    const char *file_id, *name, *store_key;
    const char *folder, *path;    /* of the file, in the folder */
    apr_int64_t start_ms, end_ms; /* of a cut; end 0: a check */
    apr_time_t next_keep, next_show;
} file_task_t;

/* --- The job --- */

/* What was made is kept under names of this claim alone: a worker that comes
 * back late writes over nothing. */
static const char *made_key(const file_task_t *t, const char *fence,
                            const char *part)
{
    apr_pool_t *p = t->c->pool;
    unsigned char mac[PT_SHA256_BYTES];
    const char *what =
        apr_pstrcat(p, "file ", t->job->id, " ", fence, " ", part, NULL);

    pt_hmac_sha256(mac, t->c->site->pepper, PT_KEY_BYTES, what, strlen(what));
    return pt_hex(p, mac, sizeof(mac));
}

/* While there is work on a file. */
static pt_err_t *tick(void *task, int percent)
{
    file_task_t *t = task;
    apr_time_t now = apr_time_now();

    if (pt_job_must_stop(t->job))
        return pt_err_cause(pt_fail(t->c->pool, PT_P_UNAVAILABLE, NULL),
                            "httpd ends");
    if (now >= t->next_keep) {
        PT_TRY(pt_job_keep(t->c, t->job));
        t->next_keep =
            now
            + apr_time_from_sec(t->c->site->cfg->job_lease) / KEEPS_IN_LEASE;
    }
    if (percent < 1 || now < t->next_show)
        return PT_OK;
    t->next_show = now + SHOW_EVERY;
    return pt_file_progress(t->c, t->file_id, percent);
}

/* What workers that died had stored already: they cannot end the job any more.
 * Each outage was a claim as well, so there may be many. */
static pt_err_t *remove_leftovers(file_task_t *t)
{
    static const char *const parts[] = {"served", "small"};
    apr_int64_t fence = apr_atoi64(t->job->fence);

    while (--fence > 0) {
        PT_TRY(tick(t, 0));
        for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
            PT_TRY(pt_file_remove(
                t->c->pool, t->c->site,
                made_key(t, pt_i64(t->c->pool, fence), parts[i])));
    }
    return PT_OK;
}

/* The file, in a folder for it and for what is made of it. */
static pt_err_t *fetch(file_task_t *t, pt_ctx_t *c, const pt_job_t *job,
                       const pt_row_t *row)
{
    t->c = c;
    t->job = job;
    t->file_id = pt_json_str(job->payload, "file_id");
    t->name = pt_row_str(row, "name");
    t->store_key = pt_row_str(row, "store_key");
    PT_TRY(remove_leftovers(t));
    PT_TRY(pt_work_folder(&t->folder, c->pool, c->site, job->id));
    return pt_file_get(c->pool, c->site, t->store_key, t->folder, &t->path);
}

/* --- How it ends: each in one transaction, if the job is still ours --- */

static pt_err_t *begin_end(const file_task_t *t)
{
    PT_TRY(pt_db_begin(t->c->db));
    return pt_job_keep(t->c, t->job);
}

/* A recording that cannot be cut stays what it was. */
static pt_err_t *refuse(const file_task_t *t, const char *code)
{
    pt_log(&t->c->log, APLOG_INFO, "file %s: %s", t->file_id, code);
    PT_TRY(begin_end(t));
    if (t->end_ms)
        PT_TRY(pt_db_exec(t->c->db, NULL,
                          PT_Q(file_trim_undo, .file_id = t->file_id)));
    else
        PT_TRY(pt_file_refuse(t->c, t->file_id, code));
    return pt_db_commit(t->c->db);
}

static pt_err_t *end_ready(const file_task_t *t, pt_file_facts_t *facts)
{
    facts->name = pt_file_name_for(t->c->pool, t->name, facts->media_type);
    PT_TRY(begin_end(t));
    PT_TRY(pt_file_ready(t->c, t->file_id, facts));
    if (t->end_ms)
        PT_TRY(pt_db_exec(t->c->db, NULL,
                          PT_Q(file_marks_cut, .file_id = t->file_id,
                               .start_ms = pt_i64(t->c->pool, t->start_ms),
                               .end_ms = pt_i64(t->c->pool, t->end_ms))));
    return pt_db_commit(t->c->db);
}

/* --- What the program made --- */

static pt_err_t *not_believed(const file_task_t *t, const char *what)
{
    return pt_err_cause(pt_fail(t->c->pool, PT_P_INTERNAL, NULL),
                        "peertest-media says nonsense: %s", what);
}

/* A file that was made, in the folder. */
typedef struct {
    const char *path;
    pt_file_type_t type;
    int width, height; /* 0: none */
} made_t;

static int is_plain_name(const char *name)
{
    return name && *name != '.'
           && !name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789.")];
}

static pt_err_t *read_made(const file_task_t *t, made_t *made,
                           const json_t *said)
{
    const char *name = pt_json_str(said, "file");
    const char *media_type = pt_json_str(said, "media_type");
    apr_int64_t width = pt_json_int(said, "width", 0);
    apr_int64_t height = pt_json_int(said, "height", 0);

    if (!is_plain_name(name))
        return not_believed(t, "no file");
    if (!media_type || pt_file_judge(&made->type, media_type)
        || !strcmp(made->type.kind, PT_FILE_DOCUMENT))
        return not_believed(t, "no type of media");
    if (width < 0 || width > SIDE_MAX || height < 0 || height > SIDE_MAX)
        return not_believed(t, "no size");
    made->path = apr_pstrcat(t->c->pool, t->folder, "/", name, NULL);
    made->width = (int)width;
    made->height = (int)height;
    return PT_OK;
}

/* The thumbnail of a picture, or the poster of a video. @param said NULL:
 * there is none */
static pt_err_t *store_small(const file_task_t *t, pt_rendition_t *small,
                             const json_t *said)
{
    apr_pool_t *p = t->c->pool;
    const char *name = pt_json_str(said, "name"), *sha256;
    made_t made;

    if (!said)
        return PT_OK;
    PT_TRY(read_made(t, &made, said));
    if (!name || (strcmp(name, "thumbnail") && strcmp(name, "poster"))
        || strcmp(made.type.kind, PT_FILE_PICTURE) || made.width < 1
        || made.height < 1)
        return not_believed(t, "no rendition");
    small->name = name;
    small->store_key = made_key(t, t->job->fence, "small");
    small->media_type = made.type.media_type;
    small->width = made.width;
    small->height = made.height;
    PT_TRY(pt_work_measure(&sha256, &small->size_bytes, p, made.path));
    return pt_file_put(p, t->c->site, small->store_key, made.path);
}

static pt_err_t *store_served(const file_task_t *t, pt_file_facts_t *facts,
                              const json_t *said)
{
    apr_pool_t *p = t->c->pool;
    made_t made;

    PT_TRY(read_made(t, &made, said));
    facts->kind = made.type.kind;
    facts->media_type = made.type.media_type;
    facts->width = made.width;
    facts->height = made.height;
    facts->duration_ms = pt_json_int(said, "duration_ms", -1);
    facts->store_key = made_key(t, t->job->fence, "served");
    PT_TRY(pt_work_measure(&facts->sha256, &facts->size_bytes, p, made.path));
    PT_TRY(pt_job_keep(t->c, t->job));
    return pt_file_put(p, t->c->site, facts->store_key, made.path);
}

static pt_err_t *take_answer(const file_task_t *t, const json_t *answer)
{
    const json_t *rendition = json_object_get(answer, "rendition");
    const char *refused = pt_json_str(answer, "refused");
    pt_file_facts_t facts = {0};
    pt_rendition_t small = {0};

    if (refused)
        return pt_file_refused_words(refused) ? refuse(t, refused)
                                              : not_believed(t, "no code");
    PT_TRY(store_served(t, &facts, answer));
    PT_TRY(store_small(t, &small, rendition));
    facts.renditions = &small;
    facts.rendition_count = rendition != NULL;
    return end_ready(t, &facts);
}

static pt_err_t *make_anew(file_task_t *t, const pt_file_type_t *type)
{
    pt_media_work_t work = {.is_recording =
                                strcmp(type->kind, PT_FILE_PICTURE) != 0,
                            .media_type = type->media_type,
                            .path = t->path,
                            .folder = t->folder,
                            .start_ms = t->start_ms,
                            .end_ms = t->end_ms};
    pt_media_verdict_t verdict;

    PT_TRY(pt_media_run(&verdict, t->c->pool, t->c->site, &work, tick, t));
    switch (verdict.end) {
    case PT_MEDIA_CRASHED:
        return refuse(t, PT_REFUSED_BROKEN);
    case PT_MEDIA_TOO_LONG:
        return refuse(t, PT_REFUSED_TIME);
    case PT_MEDIA_TOO_LARGE:
        return refuse(t, PT_REFUSED_TOO_LARGE);
    default:
        return take_answer(t, verdict.answer);
    }
}

/* --- The jobs --- */

/* A document is served as it came. */
static pt_err_t *keep_document(const file_task_t *t, const pt_file_type_t *type,
                               const char *sha256, apr_int64_t size)
{
    pt_file_facts_t facts = {.kind = type->kind,
                             .media_type = type->media_type,
                             .store_key = t->store_key,
                             .sha256 = sha256,
                             .size_bytes = size,
                             .duration_ms = -1};

    return end_ready(t, &facts);
}

/* It was done already: by a worker that died before it could say so. */
static pt_err_t *is_done(const pt_ctx_t *c, const pt_job_t *job)
{
    pt_work_forget(c->pool, c->site, job->id);
    return PT_OK;
}

static pt_err_t *check(pt_ctx_t *c, const pt_job_t *job)
{
    file_task_t t = {0};
    pt_file_type_t type;
    const char *refused;
    struct stat info;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(file_unchecked, .file_id = pt_json_str(job->payload, "file_id"))));
    if (!found)
        return is_done(c, job);
    PT_TRY(fetch(&t, c, job, &row));
    PT_TRY(pt_work_judge(&type, &refused, c->pool, t.path));
    if (refused)
        return refuse(&t, refused);
    if (stat(t.path, &info) != 0 || info.st_size > pt_upload_max(c, type.kind))
        return refuse(&t, PT_REFUSED_TOO_LARGE);
    if (!strcmp(type.kind, PT_FILE_DOCUMENT))
        return keep_document(&t, &type, pt_row_str(&row, "uploaded_sha256"),
                             info.st_size);
    return make_anew(&t, &type);
}

/* payload: {file_id} */
pt_err_t *pt_file_check_job(pt_ctx_t *c, const pt_job_t *job,
                            json_t **result __attribute__((unused)))
{
    return pt_file_doubt(c->pool, c->site, check(c, job));
}

/* payload: {file_id, sha256, start_ms, end_ms}; sha256 of the recording that
 * is cut */
pt_err_t *pt_file_trim_job(pt_ctx_t *c, const pt_job_t *job,
                           json_t **result __attribute__((unused)))
{
    file_task_t t = {.start_ms = pt_json_int(job->payload, "start_ms", 0),
                     .end_ms = pt_json_int(job->payload, "end_ms", 0)};
    const char *file_id = pt_json_str(job->payload, "file_id");
    pt_file_type_t type;
    pt_err_t *err;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(file_untrimmed, .file_id = file_id,
                            .sha256 = pt_json_str(job->payload, "sha256"))));
    if (!found)
        return is_done(c, job);
    PT_TRY(pt_file_doubt(c->pool, c->site, fetch(&t, c, job, &row)));
    if (pt_file_judge(&type, pt_row_str(&row, "media_type")))
        return pt_err_cause(pt_fail(c->pool, PT_P_INTERNAL, NULL),
                            "a recording of no type");
    err = pt_file_doubt(c->pool, c->site, make_anew(&t, &type));
    if (!pt_job_gives_up(job, err))
        return err;
    pt_db_rollback(c->db);
    pt_log_err(&c->log, APLOG_ERR, "PT1800", err);
    return refuse(&t, PT_REFUSED_BROKEN);
}
