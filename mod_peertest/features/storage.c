/* SPDX-License-Identifier: Apache-2.0 */
/* storage.c - how much room somebody's files take, and how much there is. */

#include "http/pt_route.h"

/* clang-format off */
static const pt_field_t storage_fields[] = {
    PT_OUT(used_bytes,         PT_T_INT, "Bytes that your files take, and unfinished uploads will"),
    PT_OUT(quota_bytes,        PT_T_INT, "Bytes that they may take"),
    PT_OUT(open_uploads,       PT_T_INT, "Uploads that are not finished"),
    PT_OUT(picture_max_bytes,  PT_T_INT, "Bytes in a picture, at most"),
    PT_OUT(video_max_bytes,    PT_T_INT, "Bytes in a video or a sound recording, at most"),
    PT_OUT(document_max_bytes, PT_T_INT, "Bytes in a document, log or trace, at most"),
    PT_FIELDS_END
};
static const pt_schema_t storage_schema = {"Storage", storage_fields, 0};
/* clang-format on */

static pt_err_t *storage_get(pt_req_t *q)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(upload_usage, .owner_id = q->actor->id)));
    return pt_reply_json(
        q, json_pack("{sI sI sI sI sI sI}", "used_bytes",
                     (json_int_t)pt_row_int(&row, "used_bytes"), "quota_bytes",
                     (json_int_t)cfg->quota, "open_uploads",
                     (json_int_t)pt_row_int(&row, "open_uploads"),
                     "picture_max_bytes", (json_int_t)cfg->picture_max,
                     "video_max_bytes", (json_int_t)cfg->video_max,
                     "document_max_bytes", (json_int_t)cfg->document_max));
}

/* clang-format off */
const pt_route_t pt_storage_routes[] = {
    {.method = M_GET, .path = "/me/storage", .id = "getStorage", .tag = "Files",
     .summary = "How much room your files take",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &storage_schema,
     .handler = storage_get},
    PT_ROUTES_END
};
/* clang-format on */
