/* SPDX-License-Identifier: Apache-2.0 */
/* files.c - files are read, named, marked and deleted. What comes in is
 * uploads.c's, what is made of it worker/file_jobs.c's. */

#include "core/pt_text.h"
#include "domain/file_rules.h"
#include "features/attachment_ops.h"
#include "features/file_forms.h"
#include "features/file_ops.h"
#include "features/lists.h"
#include "providers/file_store.h"

#include <apr_strings.h>
#include <apr_time.h>
#include <string.h>

#define PUBLIC_SECONDS 86400

/* clang-format off */
#define FILE_ID(struct_)                                                       \
    PT_F(struct_, file_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,                 \
         .doc = "The file")

typedef struct {
    const char *file_id;
    const char *rendition;
    apr_int64_t download;
} file_read_t;

static const pt_field_t file_read_fields[] = {
    FILE_ID(file_read_t),
    PT_F(file_read_t, rendition, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = PT_VALUES("thumbnail", "poster"),
         .doc = "What was made of it, instead of the file itself"),
    PT_F(file_read_t, download, PT_T_INT, PT_IN_QUERY, PT_OPTIONAL, .max = 1,
         .doc = "1: to be saved, and not shown"),
    PT_FIELDS_END
};

typedef struct {
    const char *file_id;
} file_id_t;

static const pt_field_t file_id_fields[] = {
    FILE_ID(file_id_t),
    PT_FIELDS_END
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
    const char *state;
} file_list_t;

static const pt_field_t file_list_fields[] = {
    PT_LIST_FIELDS(file_list_t),
    PT_F(file_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = PT_VALUES("uploading", "checking", "ready", "refused"),
         .doc = "Those in this state alone"),
    PT_FIELDS_END
};

typedef struct {
    const char *file_id;
    const char *name;
    json_t *marks;
} file_update_t;

static const pt_field_t file_update_fields[] = {
    FILE_ID(file_update_t),
    PT_F(file_update_t, name, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = PT_FILE_NAME_MAX, .doc = "What it is called"),
    PT_F(file_update_t, marks, PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,
         .max = PT_FILE_MARKS_MAX, .item = PT_T_OBJECT, .of = &pt_file_mark_schema,
         .doc = "All moments of a recording; they are kept in order"),
    PT_FIELDS_END
};
/* clang-format on */

/* --- Reading --- */

static const char *reader_id(const pt_req_t *q)
{
    return q->actor ? q->actor->id : NULL;
}

static const char *reader_is_admin(const pt_req_t *q)
{
    return pt_bool(q->actor && (q->actor->roles & PT_ROLE_ADMIN));
}

/* What the finish step needs, when the connection has gone back. */
typedef struct {
    const char *store_key;
    pt_stored_t stored;
} file_found_t;

/* A page may show what shows itself; all else is saved. */
static const char *disposition(pt_req_t *q, const pt_row_t *row)
{
    const file_read_t *in = q->input;
    int is_saved =
        in->download || !strcmp(pt_row_str(row, "kind"), PT_FILE_DOCUMENT);

    return pt_text_disposition(q->ctx.pool, is_saved ? "attachment" : "inline",
                               pt_row_str(row, "name"));
}

static const char *etag_of(pt_req_t *q, const pt_row_t *row)
{
    const file_read_t *in = q->input;

    return apr_pstrcat(q->ctx.pool, "\"", pt_row_str(row, "sha256"),
                       in->rendition ? "-" : "",
                       in->rendition ? in->rendition : "", "\"", NULL);
}

static pt_err_t *file_read(pt_req_t *q)
{
    const file_read_t *in = q->input;
    file_found_t *found = apr_pcalloc(q->ctx.pool, sizeof(*found));
    pt_stored_t *s = &found->stored;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(file_source, .file_id = in->file_id,
                          .rendition = in->rendition, .viewer_id = reader_id(q),
                          .is_admin = reader_is_admin(q))));
    found->store_key = pt_row_str(&row, "store_key");
    s->media_type = pt_row_str(&row, "media_type");
    s->disposition = disposition(q, &row);
    s->etag = etag_of(q, &row);
    s->modified = apr_time_from_sec(pt_row_int(&row, "ready_at"));
    s->public_seconds = pt_row_bool(&row, "is_public") ? PUBLIC_SECONDS : 0;
    q->found = found;
    return PT_OK;
}

/* The store may be slow: it is asked without a database connection. */
static pt_err_t *file_send(pt_req_t *q)
{
    const file_found_t *found = q->found;
    pt_stored_t *s = apr_pmemdup(q->ctx.pool, &found->stored, sizeof(*s));
    pt_file_source_t source;

    PT_TRY(pt_file_open(&source, q->ctx.pool, q->ctx.site, found->store_key,
                        s->media_type, s->disposition));
    s->file = source.file;
    s->size = source.size;
    s->redirect = source.redirect;
    return pt_reply_stored(q, s);
}

static pt_err_t *file_info(pt_req_t *q)
{
    const file_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(file_get, .file_id = in->file_id,
                          .viewer_id = reader_id(q),
                          .is_admin = reader_is_admin(q))));
    return pt_reply_row(q, &row);
}

static pt_err_t *file_list(pt_req_t *q)
{
    const file_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(file_list, .owner_id = q->actor->id,
                          .state = in->state, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* --- Changing --- */

/* @return PT_P_FILE_IN_USE once it belongs to something that was handed in */
static pt_err_t *lock_own(pt_req_t *q, pt_row_t *row, const char *file_id)
{
    PT_TRY(pt_file_lock(&q->ctx, row, file_id, q->actor->id));
    if (pt_row_bool(row, "is_in_use"))
        return pt_fail(q->ctx.pool, PT_P_FILE_IN_USE, NULL);
    return PT_OK;
}

static apr_int64_t mark_at(const json_t *marks, size_t i)
{
    return json_integer_value(
        json_object_get(json_array_get(marks, i), "at_ms"));
}

/* The marks in order of time, each with a note. */
static const char *marks_text(pt_req_t *q, const json_t *marks)
{
    json_t *sorted = pt_json_own(q->ctx.pool, json_array());
    const json_t *mark;
    size_t i, at;

    json_array_foreach (marks, i, mark) {
        const char *note = pt_json_str(mark, "note");

        for (at = json_array_size(sorted);
             at > 0 && mark_at(sorted, at - 1) > mark_at(marks, i);)
            at--;
        json_array_insert_new(sorted, at,
                              json_pack("{sI ss}", "at_ms", mark_at(marks, i),
                                        "note", note ? note : ""));
    }
    return pt_json_text(q->ctx.pool, sorted);
}

static pt_err_t *file_update(pt_req_t *q)
{
    const file_update_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    const char *name = in->name ? pt_file_name(p, in->name) : NULL;
    pt_row_t row;

    PT_TRY(lock_own(q, &row, in->file_id));
    PT_TRY(pt_if_match(q, &row));
    if (name && pt_row_str(&row, "media_type"))
        name = pt_file_name_for(p, name, pt_row_str(&row, "media_type"));
    PT_TRY(
        pt_db_one(q->ctx.db, &row,
                  PT_Q(file_update, .file_id = in->file_id, .name = name,
                       .marks = in->marks ? marks_text(q, in->marks) : NULL)));
    return pt_reply_row(q, &row);
}

static pt_err_t *file_delete(pt_req_t *q)
{
    const file_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(lock_own(q, &row, in->file_id));
    PT_TRY(pt_file_detach(&q->ctx, in->file_id));
    PT_TRY(pt_file_drop(&q->ctx, in->file_id));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_files_routes[] = {
    {.method = M_GET, .path = "/files/{file_id}", .id = "getFile", .tag = "Files",
     .summary = "The bytes of a file, in whole or in ranges",
     .auth = PT_AUTH_READER, .rate = PT_RATE_READ,
     PT_INPUT(file_read_t, file_read_fields),
     .status = HTTP_OK, .output_type = "*/*", .stored = 1,
     .handler = file_read, .finish = file_send},
    {.method = M_GET, .path = "/files/{file_id}/info", .id = "getFileInfo", .tag = "Files",
     .summary = "What is known of a file",
     .auth = PT_AUTH_READER, .rate = PT_RATE_READ,
     PT_INPUT(file_id_t, file_id_fields),
     .status = HTTP_OK, .output = &pt_file_schema, .etag = 1,
     .handler = file_info},
    {.method = M_GET, .path = "/me/files", .id = "listFiles", .tag = "Files",
     .summary = "Your files, newest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(file_list_t, file_list_fields),
     .status = HTTP_OK, .output = &pt_file_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = file_list},
    {.method = M_PATCH, .path = "/files/{file_id}", .id = "updateFile", .tag = "Files",
     .summary = "Rename a file of yours, or mark moments of a recording",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(file_update_t, file_update_fields),
     .status = HTTP_OK, .output = &pt_file_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_FILE_IN_USE),
     .handler = file_update},
    {.method = M_DELETE, .path = "/files/{file_id}", .id = "deleteFile", .tag = "Files",
     .summary = "Delete a file of yours that was not handed in",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(file_id_t, file_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_FILE_IN_USE),
     .handler = file_delete},
    PT_ROUTES_END
};
/* clang-format on */
