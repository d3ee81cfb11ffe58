/* SPDX-License-Identifier: Apache-2.0 */
/* file_trim.c - the ends of a recording are cut off. */

#include "domain/file_rules.h"
#include "features/file_forms.h"
#include "features/file_ops.h"
#include "features/queue_ops.h"
#include "http/pt_route.h"

#include <string.h>

#define PART_MIN_MS 100

/* clang-format off */
typedef struct {
    const char *file_id;
    apr_int64_t start_ms, end_ms;
} file_trim_t;

static const pt_field_t file_trim_fields[] = {
    PT_F(file_trim_t, file_id,  PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The recording"),
    PT_F(file_trim_t, start_ms, PT_T_INT,  PT_IN_BODY, PT_REQUIRED,
         .min = 0, .max = PT_RECORDING_MAX_MS, .doc = "Where the part that stays begins"),
    PT_F(file_trim_t, end_ms,   PT_T_INT,  PT_IN_BODY, PT_REQUIRED,
         .min = PART_MIN_MS, .max = PT_RECORDING_MAX_MS, .doc = "Where it ends"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *check_part(pt_req_t *q, const file_trim_t *in,
                            apr_int64_t duration_ms)
{
    if (in->end_ms > duration_ms)
        return pt_err_field(PT_OK, q->ctx.pool, "/end_ms", PT_C_TOO_LARGE);
    if (in->start_ms > in->end_ms - PART_MIN_MS)
        return pt_err_field(PT_OK, q->ctx.pool, "/start_ms", PT_C_TOO_LARGE);
    return PT_OK;
}

static int is_recording(const pt_row_t *file)
{
    const char *kind = pt_row_str(file, "kind");

    return kind
           && (!strcmp(kind, PT_FILE_VIDEO) || !strcmp(kind, PT_FILE_AUDIO));
}

static pt_err_t *file_trim(pt_req_t *q)
{
    const file_trim_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_row_t file;

    PT_TRY(pt_file_lock(&q->ctx, &file, in->file_id, q->actor->id));
    if (pt_row_bool(&file, "is_in_use"))
        return pt_fail(p, PT_P_FILE_IN_USE, NULL);
    if (strcmp(pt_row_str(&file, "state"), "ready"))
        return pt_err_state(pt_fail(p, PT_P_FILE_NOT_READY, NULL),
                            pt_row_str(&file, "state"));
    if (!is_recording(&file))
        return pt_err_field(PT_OK, p, "/end_ms", PT_C_NOT_ALLOWED);
    PT_TRY(check_part(q, in, pt_row_int(&file, "duration_ms")));
    PT_TRY(pt_db_one(q->ctx.db, &file,
                     PT_Q(file_trim_begin, .file_id = in->file_id)));
    PT_TRY(pt_queue_add(&q->ctx, NULL, "file.trim",
                        json_pack("{ss ss sI sI}", "file_id", in->file_id,
                                  "sha256", pt_row_str(&file, "sha256"),
                                  "start_ms", (json_int_t)in->start_ms,
                                  "end_ms", (json_int_t)in->end_ms),
                        NULL, NULL));
    return pt_reply_row(q, &file);
}

/* clang-format off */
const pt_route_t pt_file_trim_routes[] = {
    {.method = M_POST, .path = "/files/{file_id}/trim", .id = "trimFile", .tag = "Files",
     .summary = "Cut off the ends of a recording of yours, for good",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(file_trim_t, file_trim_fields),
     .status = HTTP_ACCEPTED, .output = &pt_file_schema,
     PT_PROBLEMS(PT_P_FILE_IN_USE, PT_P_FILE_NOT_READY),
     .handler = file_trim},
    PT_ROUTES_END
};
/* clang-format on */
