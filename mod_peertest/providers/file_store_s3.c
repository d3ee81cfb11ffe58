/* SPDX-License-Identifier: Apache-2.0 */
/* file_store_s3.c - files in an S3-compatible bucket.
 *
 * What comes in is gathered into parts of one size and sent as a multipart
 * upload; what is no whole part at a pause is kept as an object of its own,
 * <key>.tail/<offset>, and read back when the upload goes on. The offset is in
 * the tail's name, so that a tail that was never noted, of a writer that died
 * or was late, does not take the place of the one that was. */

#include "core/pt_text.h"
#include "providers/file_store_priv.h"
#include "providers/s3.h"
#include "providers/s3_answer.h"

#include <apr_escape.h>
#include <apr_strings.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

/* A part is at least 5 MiB, all but the last are equally long (some stores want
 * it), and there are 10,000 at most.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
#define PART_BYTES (8 * 1024 * 1024)
#define PARTS_MAX 10000

typedef struct {
    apr_pool_t *pool;
    const pt_site_t *site;
    const char *key;
    const char *upload_id;     /* NULL: no part was sent yet */
    apr_array_header_t *etags; /* of the parts, as const char * */
    char *buffer;              /* PART_BYTES, given back to the system */
    apr_size_t fill;
    apr_int64_t size;  /* all that was written */
    apr_int64_t noted; /* offset of the last state */
    apr_int64_t older; /* and of the one before it */
    int is_whole;      /* the object is there already */
} s3_writer_t;

static apr_status_t unmap_buffer(void *data)
{
    munmap(data, PART_BYTES);
    return APR_SUCCESS;
}

static apr_int64_t sent_bytes(const s3_writer_t *w)
{
    return (apr_int64_t)w->etags->nelts * PART_BYTES;
}

/* Calls of a long upload need a pool each. A failure is told from it, so that
 * it goes with the writer then. */
static apr_pool_t *call_pool(const s3_writer_t *w)
{
    apr_pool_t *p;

    apr_pool_create(&p, w->pool);
    return p;
}

static const char *tail_key(apr_pool_t *p, const s3_writer_t *w,
                            apr_int64_t offset)
{
    return apr_psprintf(p, "%s.tail/%" APR_INT64_T_FMT, w->key, offset);
}

static pt_err_t *broken_answer(apr_pool_t *p, const char *what)
{
    return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL), "S3: %s", what);
}

/* --- The state that an upload goes on with --- */

/* "<bytes of the tail> <offset of the state before> <upload id or ->
 * <etag>,<etag>..." */
static const char *state_text(const s3_writer_t *w, apr_pool_t *p)
{
    return apr_psprintf(p, "%" APR_SIZE_T_FMT " %" APR_INT64_T_FMT " %s %s",
                        w->fill, w->older,
                        w->upload_id ? pt_text_urlencode(p, w->upload_id) : "-",
                        apr_array_pstrcat(p, w->etags, ','));
}

/* @param tail bytes of it
 * @return 1 when it is a state of ours */
static int read_state(s3_writer_t *w, apr_size_t *tail, const char *state)
{
    char *rest, *word, *text = apr_pstrdup(w->pool, state);
    const char *bytes = apr_strtok(text, " ", &rest);
    const char *older = apr_strtok(NULL, " ", &rest);
    const char *id = apr_strtok(NULL, " ", &rest);

    if (!bytes || !older || !id)
        return 0;
    *tail = (apr_size_t)apr_atoi64(bytes);
    w->older = apr_atoi64(older);
    w->upload_id =
        strcmp(id, "-") ? apr_punescape_url(w->pool, id, NULL, NULL, 0) : NULL;
    for (word = apr_strtok(NULL, ",", &rest); word;
         word = apr_strtok(NULL, ",", &rest))
        APR_ARRAY_PUSH(w->etags, const char *) = word;
    return *tail <= PART_BYTES && w->etags->nelts <= PARTS_MAX
           && !w->upload_id == !w->etags->nelts;
}

/* --- Writing --- */

static int take_tail(void *baton, const char *data, apr_size_t len)
{
    s3_writer_t *w = baton;

    if (!data) {
        w->fill = 0;
        return 0;
    }
    if (len > PART_BYTES - w->fill)
        return -1;
    memcpy(w->buffer + w->fill, data, len);
    w->fill += len;
    return 0;
}

/* Read the tail back. When it is gone, the upload may have been finished. */
static pt_err_t *resume_at(s3_writer_t *w, apr_size_t tail, apr_int64_t offset)
{
    pt_s3_call_t call = {.method = "GET",
                         .key = tail_key(w->pool, w, offset),
                         .take = take_tail,
                         .baton = w};
    pt_http_answer_t answer;

    if (!tail)
        return PT_OK;
    PT_TRY(pt_s3_call(&answer, w->pool, w->site, &call));
    if (answer.status != 404 && w->fill == tail)
        return PT_OK;
    PT_TRY(pt_s3_has(&w->is_whole, w->pool, w->site, w->key, offset));
    w->fill = tail;
    if (w->is_whole)
        return PT_OK;
    return pt_err_cause(pt_fail(w->pool, PT_P_UPLOAD_GONE, NULL),
                        "S3: the tail of an upload is not there");
}

static pt_err_t *s3_write_open(void **writer, apr_pool_t *p,
                               const pt_site_t *site, const char *key,
                               const char *state, apr_int64_t offset)
{
    s3_writer_t *w = apr_pcalloc(p, sizeof(*w));
    apr_size_t tail = 0;

    w->pool = p;
    w->site = site;
    w->key = apr_pstrdup(p, key);
    w->etags = apr_array_make(p, 16, sizeof(const char *));
    w->buffer = mmap(NULL, PART_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (w->buffer == MAP_FAILED)
        return pt_file_failed(p, "no memory for a part", errno);
    apr_pool_cleanup_register(p, w->buffer, unmap_buffer,
                              apr_pool_cleanup_null);
    if (state && *state && !read_state(w, &tail, state))
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "S3: the state of an upload is none");
    if (sent_bytes(w) + (apr_int64_t)tail != offset)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "S3: state and offset of an upload differ");
    w->size = w->noted = offset;
    PT_TRY(resume_at(w, tail, offset));
    *writer = w;
    return PT_OK;
}

static pt_err_t *upload_gone(apr_pool_t *p)
{
    return pt_err_cause(pt_fail(p, PT_P_UPLOAD_GONE, NULL),
                        "S3: the upload is not there");
}

static pt_err_t *begin_upload(s3_writer_t *w, apr_pool_t *p)
{
    const pt_s3_call_t call = {
        .method = "POST", .key = w->key, .query = "uploads=", .body = ""};
    pt_http_answer_t answer;
    const char *xml, *id;

    PT_TRY(pt_s3_call(&answer, p, w->site, &call));
    xml = answer.body;
    id = pt_s3_member(p, &xml, "UploadId");
    if (!id || !*id || answer.status == 404)
        return broken_answer(p, "an upload without an id");
    w->upload_id = apr_pstrdup(w->pool, id);
    return PT_OK;
}

static pt_err_t *send_part_in(s3_writer_t *w, apr_pool_t *p)
{
    pt_s3_call_t call = {
        .method = "PUT", .key = w->key, .body = w->buffer, .len = w->fill};
    pt_http_answer_t answer;
    const char *etag;

    if (!w->upload_id)
        PT_TRY(begin_upload(w, p));
    if (w->etags->nelts >= PARTS_MAX)
        return pt_fail(p, PT_P_TOO_LARGE, NULL);
    call.query =
        apr_psprintf(p, "partNumber=%d&uploadId=%s", w->etags->nelts + 1,
                     pt_text_urlencode(p, w->upload_id));
    PT_TRY(pt_s3_call(&answer, p, w->site, &call));
    if (answer.status == 404)
        return upload_gone(p);
    etag = apr_table_get(answer.headers, "ETag");
    if (!etag || strpbrk(etag, " ,<>&"))
        return broken_answer(p, "a part without an entity tag");
    APR_ARRAY_PUSH(w->etags, const char *) = apr_pstrdup(w->pool, etag);
    w->fill = 0;
    return PT_OK;
}

static pt_err_t *send_part(s3_writer_t *w)
{
    apr_pool_t *p = call_pool(w);

    PT_TRY(send_part_in(w, p));
    apr_pool_destroy(p);
    return PT_OK;
}

/* A full buffer is sent when more comes, so that a last part is never empty.
 * What cannot be taken in whole does not count. */
static pt_err_t *s3_write(void *writer, const char *data, apr_size_t len)
{
    s3_writer_t *w = writer;
    apr_size_t done = 0;
    pt_err_t *err;

    while (done < len) {
        apr_size_t n;

        if (w->fill == PART_BYTES && (err = send_part(w))) {
            w->fill -= done;
            return err;
        }
        n = len - done < PART_BYTES - w->fill ? len - done
                                              : PART_BYTES - w->fill;
        memcpy(w->buffer + w->fill, data + done, n);
        w->fill += n;
        done += n;
    }
    w->size += (apr_int64_t)len;
    return PT_OK;
}

static pt_err_t *put_tail(s3_writer_t *w)
{
    apr_pool_t *p = call_pool(w);

    PT_TRY(pt_s3_put(p, w->site, tail_key(p, w, w->size), w->buffer, w->fill));
    apr_pool_destroy(p);
    return PT_OK;
}

/* Nobody goes on from there any more. One that stays goes with the others when
 * the upload is done. */
static void drop_tail(s3_writer_t *w, apr_int64_t offset)
{
    apr_pool_t *p = call_pool(w);
    const pt_s3_call_t call = {
        .method = "DELETE", .key = tail_key(p, w, offset), .is_once = 1};
    pt_http_answer_t answer;

    if (offset % PART_BYTES)
        (void)pt_s3_call(&answer, p, w->site, &call);
    apr_pool_destroy(p);
}

/* Whoever writes on after a state has kept it, so that only the last one and
 * the one before it may still be needed. */
static pt_err_t *s3_pause(void *writer, apr_pool_t *p, const char **state,
                          apr_int64_t *offset)
{
    s3_writer_t *w = writer;

    if (w->fill == PART_BYTES)
        PT_TRY(send_part(w));
    if (w->size != w->noted) {
        if (w->fill)
            PT_TRY(put_tail(w));
        drop_tail(w, w->older);
        w->older = w->noted;
        w->noted = w->size;
    }
    *state = state_text(w, p);
    *offset = w->size;
    return PT_OK;
}

/* --- Finishing and removing --- */

static const char *parts_xml(const s3_writer_t *w)
{
    apr_array_header_t *list =
        apr_array_make(w->pool, w->etags->nelts, sizeof(const char *));
    int i;

    for (i = 0; i < w->etags->nelts; i++)
        APR_ARRAY_PUSH(list, const char *) =
            apr_psprintf(w->pool,
                         "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag>"
                         "</Part>",
                         i + 1, APR_ARRAY_IDX(w->etags, i, const char *));
    return apr_pstrcat(w->pool,
                       "<CompleteMultipartUpload "
                       "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">",
                       apr_array_pstrcat(w->pool, list, 0),
                       "</CompleteMultipartUpload>", NULL);
}

/* An upload is not there any more once it was completed, too.
 * @return PT_OK when it was, or gone */
static pt_err_t *check_whole(const s3_writer_t *w, pt_err_t *gone)
{
    int is_whole;

    PT_TRY(pt_s3_has(&is_whole, w->pool, w->site, w->key, w->size));
    return is_whole ? PT_OK : gone;
}

/* The answer may begin with 200 and tell of a failure later on; and when it was
 * lost, the upload is not there any more the next time.
 * docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
static pt_err_t *complete(s3_writer_t *w)
{
    pt_s3_call_t call = {.method = "POST", .key = w->key};
    pt_http_answer_t answer;

    call.query = apr_pstrcat(
        w->pool, "uploadId=", pt_text_urlencode(w->pool, w->upload_id), NULL);
    call.body = parts_xml(w);
    call.len = strlen(call.body);
    PT_TRY(pt_s3_call(&answer, w->pool, w->site, &call));
    if (answer.status == 404)
        return check_whole(w, upload_gone(w->pool));
    if (strstr(answer.body, "<Error>"))
        return broken_answer(w->pool, "an upload could not be completed");
    return PT_OK;
}

/* More than one, where an answer or a writer was lost: nobody noted its id. */
static pt_err_t *remove_uploads(apr_pool_t *p, const pt_site_t *site,
                                const char *key)
{
    const char *query =
        apr_pstrcat(p, "prefix=", pt_text_urlencode(p, key), "&uploads=", NULL);

    return pt_s3_remove_listed(p, site, query, "UploadId", key);
}

static pt_err_t *remove_tails(apr_pool_t *p, const pt_site_t *site,
                              const char *key)
{
    const char *prefix =
        pt_text_urlencode(p, apr_pstrcat(p, key, ".tail/", NULL));

    return pt_s3_remove_listed(
        p, site, apr_pstrcat(p, "list-type=2&prefix=", prefix, NULL), "Key",
        NULL);
}

/* The last part stays in the buffer until all is done, so that the upload can
 * still go on from here when it is not. */
static pt_err_t *finish_parts(s3_writer_t *w)
{
    apr_size_t fill = w->fill;
    pt_err_t *err;

    if (!fill)
        return complete(w);
    if ((err = send_part(w)))
        return err->problem == PT_P_UPLOAD_GONE ? check_whole(w, err) : err;
    if ((err = complete(w))) {
        apr_array_pop(w->etags);
        w->fill = fill;
    }
    return err;
}

static pt_err_t *s3_finish(void *writer)
{
    s3_writer_t *w = writer;

    if (!w->is_whole)
        PT_TRY(w->upload_id
                   ? finish_parts(w)
                   : pt_s3_put(w->pool, w->site, w->key, w->buffer, w->fill));
    w->is_whole = 1;
    if (w->size > PART_BYTES)
        PT_TRY(remove_uploads(w->pool, w->site, w->key));
    return remove_tails(w->pool, w->site, w->key);
}

static pt_err_t *s3_remove(apr_pool_t *p, const pt_site_t *site,
                           const char *key)
{
    const pt_s3_call_t call = {.method = "DELETE", .key = key};
    pt_http_answer_t answer;

    PT_TRY(pt_s3_call(&answer, p, site, &call));
    return remove_tails(p, site, key);
}

static pt_err_t *s3_abort(apr_pool_t *p, const pt_site_t *site, const char *key,
                          const char *state)
{
    (void)state;
    PT_TRY(remove_uploads(p, site, key));
    return s3_remove(p, site, key);
}

/* --- Reading --- */

static int take_file(void *baton, const char *data, apr_size_t len)
{
    apr_off_t start = 0;

    if (!data)
        return apr_file_trunc(baton, 0) == APR_SUCCESS
                       && apr_file_seek(baton, APR_SET, &start) == APR_SUCCESS
                   ? 0
                   : -1;
    return apr_file_write_full(baton, data, len, NULL) == APR_SUCCESS ? 0 : -1;
}

static pt_err_t *s3_get(apr_pool_t *p, const pt_site_t *site, const char *key,
                        const char *path)
{
    pt_s3_call_t call = {.method = "GET", .key = key, .take = take_file};
    pt_http_answer_t answer;
    apr_file_t *file;
    apr_status_t rv = apr_file_open(
        &file, path, APR_FOPEN_WRITE | APR_FOPEN_CREATE | APR_FOPEN_TRUNCATE,
        APR_FPROT_UREAD | APR_FPROT_UWRITE, p);
    pt_err_t *err;

    if (rv != APR_SUCCESS)
        return pt_file_failed(p, "making a copy", rv);
    call.baton = file;
    err = pt_s3_call(&answer, p, site, &call);
    rv = apr_file_close(file);
    PT_TRY(err);
    if (answer.status == 404)
        return pt_err_cause(pt_fail(p, PT_P_NOT_FOUND, NULL),
                            "S3: a file is missing");
    return rv == APR_SUCCESS ? PT_OK : pt_file_failed(p, "copying", rv);
}

/* An object that is read into memory. */
typedef struct {
    char *buffer;
    apr_size_t len, most;
} s3_bytes_t;

/* What is too long is cut: its length tells. */
static int take_bytes(void *baton, const char *data, apr_size_t len)
{
    s3_bytes_t *to = baton;

    if (!data) {
        to->len = 0;
        return 0;
    }
    if (len > to->most - to->len)
        len = to->most - to->len;
    memcpy(to->buffer + to->len, data, len);
    to->len += len;
    return 0;
}

static pt_err_t *s3_read(char *buffer, apr_size_t *len, apr_size_t most,
                         apr_pool_t *p, const pt_site_t *site, const char *key)
{
    s3_bytes_t to = {.buffer = buffer, .most = most};
    const pt_s3_call_t call = {
        .method = "GET", .key = key, .take = take_bytes, .baton = &to};
    pt_http_answer_t answer;

    PT_TRY(pt_s3_call(&answer, p, site, &call));
    if (answer.status == 404)
        return pt_err_cause(pt_fail(p, PT_P_NOT_FOUND, NULL),
                            "S3: a file is missing");
    *len = to.len;
    return PT_OK;
}

/* The store answers by itself: it is told how. */
static pt_err_t *s3_open(pt_file_source_t *source, apr_pool_t *p,
                         const pt_site_t *site, const char *key,
                         const char *media_type, const char *disposition)
{
    memset(source, 0, sizeof(*source));
    source->redirect = pt_s3_link(
        p, site, key,
        apr_pstrcat(
            p,
            "response-content-disposition=", pt_text_urlencode(p, disposition),
            "&response-content-type=", pt_text_urlencode(p, media_type), NULL));
    return PT_OK;
}

static const char *s3_trouble(apr_pool_t *p, const pt_site_t *site)
{
    const pt_s3_call_t call = {.method = "HEAD", .is_once = 1};
    pt_http_answer_t answer;
    pt_err_t *err = pt_s3_call(&answer, p, site, &call);

    if (err)
        return err->cause;
    return answer.status == 404 ? "there is no such bucket" : NULL;
}

static const char *s3_check(apr_pool_t *p, const pt_site_t *site)
{
    const char *wrong = pt_s3_check(p, site);

    if (wrong)
        return wrong;
    if (site->cfg->video_max > (apr_int64_t)PARTS_MAX * PART_BYTES)
        return "PeerTestVideoMax: an object in S3 has 83886080000 bytes at "
               "most";
    return NULL;
}

const pt_file_backend_t pt_file_s3 = {
    .name = "s3",
    .write_open = s3_write_open,
    .write = s3_write,
    .pause = s3_pause,
    .finish = s3_finish,
    .abort = s3_abort,
    .remove = s3_remove,
    .get = s3_get,
    .read = s3_read,
    .open = s3_open,
    .trouble = s3_trouble,
    .check = s3_check,
};
