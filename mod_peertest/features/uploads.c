/* SPDX-License-Identifier: Apache-2.0 */
/* uploads.c - files come in by tus 1.0.0: creation, creation-with-upload,
 * creation-defer-length, checksum, expiration, termination. docs/UPLOADS.md */

#include "features/file_ops.h"
#include "features/lists.h"
#include "features/upload_write.h"
#include "http/pt_auth.h"

#include <apr_strings.h>

#define EXTENSIONS \
    "creation,creation-with-upload,creation-defer-length,termination," \
    "checksum,expiration"
#define UPLOADS_PATH "/api/v1/uploads/"

/* clang-format off */
static const pt_field_t upload_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The upload, and the file that it becomes"),
    PT_OUT(name,         PT_T_TEXT, "What the file is called"),
    PT_OUT(offset_bytes, PT_T_INT,  "Bytes that are safely here"),
    PT_OUT(length_bytes, PT_T_INT,  "Bytes that it will have; null while nobody knows", .nullable = 1),
    PT_OUT(expires_at,   PT_T_TIME, "When it is removed, unless more comes before"),
    PT_OUT(created_at,   PT_T_TIME, "When it was begun"),
    PT_FIELDS_END
};
static const pt_schema_t upload_schema = {"Upload", upload_fields, 0};
static const pt_schema_t upload_page_schema = {"Upload", upload_fields, 1};

typedef struct {
    const char *upload_id;
} upload_id_t;

static const pt_field_t upload_id_fields[] = {
    PT_F(upload_id_t, upload_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The upload"),
    PT_FIELDS_END
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} upload_list_t;

static const pt_field_t upload_list_fields[] = {
    PT_LIST_FIELDS(upload_list_t),
    PT_FIELDS_END
};

#define VERSION(required_)                                                     \
    {"Tus-Resumable", PT_TUS_VERSION, required_, "Version of the protocol"}
#define LENGTH(doc_)   {"Upload-Length", NULL, 0, doc_}
#define CHECKSUM                                                               \
    {"Upload-Checksum", NULL, 0, "Algorithm, a blank, and base64: of this body"}

static const pt_header_t said_always[] = {VERSION(1), {NULL, NULL, 0, NULL}};
static const pt_header_t version_headers[] = {VERSION(1), {NULL, NULL, 0, NULL}};
static const pt_header_t get_headers[] = {
    {"Tus-Resumable", PT_TUS_VERSION, 0, "Version of the protocol; HEAD needs it"},
    {NULL, NULL, 0, NULL}
};
static const pt_header_t create_headers[] = {
    VERSION(1),
    LENGTH("Bytes in the file"),
    {"Upload-Defer-Length", NULL, 0, "1: the length is said later"},
    {"Upload-Metadata", NULL, 0, "\"filename\", a blank, and the name in base64"},
    CHECKSUM,
    {NULL, NULL, 0, NULL}
};
static const pt_header_t append_headers[] = {
    VERSION(1),
    {"Upload-Offset", NULL, 0, "Bytes that are here already; never left out"},
    LENGTH("Bytes in the file, when that was not said before"),
    CHECKSUM,
    {NULL, NULL, 0, NULL}
};
/* clang-format on */

/* --- What is said about an upload --- */

static void say_offset(pt_req_t *q, apr_int64_t offset)
{
    pt_reply_header(q, "Upload-Offset", pt_i64(q->ctx.pool, offset));
}

static pt_err_t *load(pt_req_t *q, pt_row_t *row, const char *id)
{
    int found;

    PT_TRY(
        pt_db_maybe(q->ctx.db, row, &found,
                    PT_Q(upload_get, .file_id = id, .owner_id = q->actor->id)));
    if (!found)
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    if (!pt_row_str(row, "body"))
        return pt_fail(q->ctx.pool, PT_P_UPLOAD_GONE, NULL);
    return PT_OK;
}

static pt_err_t *upload_options(pt_req_t *q)
{
    pt_reply_header(q, "Tus-Version", PT_TUS_VERSION);
    pt_reply_header(q, "Tus-Extension", EXTENSIONS);
    pt_reply_header(q, "Tus-Checksum-Algorithm", PT_CHECKSUMS);
    pt_reply_header(q, "Tus-Max-Size",
                    pt_i64(q->ctx.pool, pt_upload_max(&q->ctx, NULL)));
    return pt_reply_none(q);
}

static pt_err_t *upload_list(pt_req_t *q)
{
    const upload_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(upload_list, .owner_id = q->actor->id,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *upload_get(pt_req_t *q)
{
    const upload_id_t *in = q->input;
    pt_row_t row;

    if (pt_req_is_head(q))
        PT_TRY(pt_tus_check_version(q));
    PT_TRY(load(q, &row, in->upload_id));
    say_offset(q, pt_row_int(&row, "offset_bytes"));
    pt_reply_header(q, "Upload-Length", pt_row_str(&row, "length_bytes"));
    if (!pt_row_str(&row, "length_bytes"))
        pt_reply_header(q, "Upload-Defer-Length", "1");
    pt_reply_header(q, "Upload-Metadata", pt_row_str(&row, "metadata"));
    pt_reply_header(q, "Upload-Expires", pt_row_str(&row, "expires"));
    return pt_reply_row(q, &row);
}

static pt_err_t *upload_delete(pt_req_t *q)
{
    const upload_id_t *in = q->input;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &found,
        PT_Q(upload_lock, .file_id = in->upload_id, .owner_id = q->actor->id)));
    if (!found)
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    PT_TRY(pt_tus_check_version(q));
    if (pt_row_bool(&row, "has_ended") || !pt_row_bool(&row, "is_open"))
        return pt_fail(q->ctx.pool, PT_P_UPLOAD_GONE, NULL);
    PT_TRY(pt_file_drop(&q->ctx, in->upload_id));
    return pt_reply_none(q);
}

/* --- Bytes come in: what decides is one transaction, before the first of them
 * --- */

static pt_err_t *begin(pt_req_t *q)
{
    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_begin(q->ctx.db));
    return pt_auth_rights(q);
}

static pt_err_t *commit(pt_req_t *q)
{
    PT_TRY(pt_db_commit(q->ctx.db));
    pt_db_release(q->ctx.db);
    q->ctx.db = NULL;
    return PT_OK;
}

/* Its form as it is now, and where it is. */
static pt_err_t *reply_created(pt_req_t *q, const char *id)
{
    pt_row_t row;

    PT_TRY(pt_req_borrow(q));
    PT_TRY(load(q, &row, id));
    pt_reply_header(q, "Location",
                    apr_pstrcat(q->ctx.pool, UPLOADS_PATH, id, NULL));
    pt_reply_header(q, "Upload-Expires", pt_row_str(&row, "expires"));
    return pt_reply_row(q, &row);
}

static pt_err_t *upload_create(pt_req_t *q)
{
    pt_stream_t *stream = NULL;
    pt_tus_checksum_t check;
    pt_upload_new_t wanted;
    pt_upload_t u;
    const char *id;
    int has_bytes;

    PT_TRY(pt_tus_check_version(q));
    PT_TRY(pt_tus_check_type(q, &has_bytes));
    PT_TRY(pt_tus_creation(q, &wanted));
    PT_TRY(pt_tus_checksum(q, &check));
    if (has_bytes)
        PT_TRY(pt_stream_open(&stream, q));
    PT_TRY(begin(q));
    PT_TRY(pt_upload_create(&q->ctx, &id, q->actor->id, &wanted));
    if (has_bytes)
        PT_TRY(pt_upload_claim(&q->ctx, &u, id, q->actor->id, 0, -1));
    PT_TRY(commit(q));
    if (has_bytes) {
        PT_TRY(pt_upload_write(q, &u, stream, &check));
        say_offset(q, u.offset);
    }
    return reply_created(q, id);
}

static pt_err_t *upload_append(pt_req_t *q)
{
    const upload_id_t *in = q->input;
    apr_int64_t offset, length;
    pt_tus_checksum_t check;
    pt_stream_t *stream;
    pt_upload_t u;
    int has_bytes;

    PT_TRY(pt_tus_check_version(q));
    PT_TRY(pt_tus_check_type(q, &has_bytes));
    PT_TRY(pt_tus_number(q, &offset, "Upload-Offset"));
    PT_TRY(pt_tus_number(q, &length, "Upload-Length"));
    PT_TRY(pt_tus_checksum(q, &check));
    if (!has_bytes || offset < 0)
        return pt_fail(q->ctx.pool, PT_P_MALFORMED,
                       "Send Upload-Offset, and " PT_TUS_BYTES);
    PT_TRY(pt_stream_open(&stream, q));
    PT_TRY(begin(q));
    PT_TRY(pt_upload_claim(&q->ctx, &u, in->upload_id, q->actor->id, offset,
                           length));
    PT_TRY(commit(q));
    PT_TRY(u.is_complete ? pt_upload_nothing_more(q, stream)
                         : pt_upload_write(q, &u, stream, &check));
    say_offset(q, u.offset);
    if (u.offset != u.length)
        pt_reply_header(q, "Upload-Expires", u.expires);
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_uploads_routes[] = {
    {.method = M_OPTIONS, .path = "/uploads", .id = "uploadOptions",
     .tag = "Uploads", .summary = "What of tus 1.0.0 there is here",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ, .said_always = said_always,
     .status = HTTP_NO_CONTENT,
     .no_db = 1, .handler = upload_options},
    {.method = M_POST, .path = "/uploads", .id = "createUpload",
     .tag = "Uploads", .summary = "Begin to upload a file, with or without its first bytes",
     .auth = PT_AUTH_USER, .rate = PT_RATE_UPLOAD, .idempotency = PT_IDEM_OFF,
     .streams = 1, .headers = create_headers, .said_always = said_always,
     .status = HTTP_CREATED, .output = &upload_schema,
     PT_PROBLEMS(PT_P_TUS_VERSION, PT_P_MEDIA_TYPE, PT_P_QUOTA_EXCEEDED, PT_P_FILE_REFUSED,
                 PT_P_CHECKSUM_MISMATCH, PT_P_STORAGE_FULL),
     .handler = upload_create},
    {.method = M_GET, .path = "/uploads", .id = "listUploads",
     .tag = "Uploads", .summary = "Your unfinished uploads, newest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ, .said_always = said_always,
     PT_INPUT(upload_list_t, upload_list_fields),
     .status = HTTP_OK, .output = &upload_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = upload_list},
    {.method = M_GET, .path = "/uploads/{upload_id}", .id = "getUpload",
     .tag = "Uploads", .summary = "How far an upload of yours is",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     .headers = get_headers, .said_always = said_always,
     PT_INPUT(upload_id_t, upload_id_fields),
     .status = HTTP_OK, .output = &upload_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_UPLOAD_GONE),
     .handler = upload_get},
    {.method = M_PATCH, .path = "/uploads/{upload_id}", .id = "appendUpload",
     .tag = "Uploads", .summary = "Go on with an upload",
     .auth = PT_AUTH_USER, .rate = PT_RATE_PIECE,
     .streams = 1, .headers = append_headers, .said_always = said_always,
     PT_INPUT(upload_id_t, upload_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_TUS_VERSION, PT_P_MEDIA_TYPE, PT_P_OFFSET_MISMATCH,
                 PT_P_UPLOAD_GONE, PT_P_QUOTA_EXCEEDED, PT_P_FILE_REFUSED, PT_P_UPLOAD_LOCKED,
                 PT_P_CHECKSUM_MISMATCH, PT_P_STORAGE_FULL),
     .handler = upload_append},
    {.method = M_DELETE, .path = "/uploads/{upload_id}", .id = "deleteUpload",
     .tag = "Uploads", .summary = "Give up an unfinished upload",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     .headers = version_headers, .said_always = said_always,
     PT_INPUT(upload_id_t, upload_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_TUS_VERSION, PT_P_UPLOAD_GONE),
     .handler = upload_delete},
    PT_ROUTES_END
};
/* clang-format on */
