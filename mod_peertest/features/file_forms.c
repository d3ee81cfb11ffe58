/* SPDX-License-Identifier: Apache-2.0 */
/* file_forms.c - the JSON form of a file. */

#include "features/file_forms.h"
#include "domain/file_rules.h"

const char *const pt_file_states[] = {"uploading", "checking", "ready",
                                      "refused",   "deleted",  NULL};

/* clang-format off */
static const pt_field_t mark_fields[] = {
    PT_N(at_ms, PT_T_INT,  PT_REQUIRED, .min = 0, .max = PT_RECORDING_MAX_MS,
         .doc = "Milliseconds from the beginning"),
    PT_N(note,  PT_T_TEXT, PT_OPTIONAL, .max = 500,
         .doc = "What is to be seen there"),
    PT_FIELDS_END
};
const pt_schema_t pt_file_mark_schema = {"FileMark", mark_fields, 0};

static const pt_field_t file_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The file"),
    PT_OUT(name,          PT_T_TEXT, "What it is called; never a path"),
    PT_OUT(state,         PT_T_ENUM, "uploading: bytes are still to come; checking: they are looked at; "
                                     "ready: it can be read; refused, deleted: it cannot",
           .values = pt_file_states),
    PT_OUT(kind,          PT_T_ENUM, "What it is by its content",
           .values = PT_VALUES(PT_FILE_PICTURE, PT_FILE_VIDEO, PT_FILE_AUDIO, PT_FILE_DOCUMENT), .nullable = 1),
    PT_OUT(media_type,    PT_T_TEXT, "Its media type, by its content", .nullable = 1),
    PT_OUT(size_bytes,    PT_T_INT,  "Bytes of what can be read"),
    PT_OUT(sha256,        PT_T_TEXT, "SHA-256 of what can be read, in hexadecimal", .nullable = 1),
    PT_OUT(width,         PT_T_INT,  "Pixels, of a picture or video", .nullable = 1),
    PT_OUT(height,        PT_T_INT,  "Pixels, of a picture or video", .nullable = 1),
    PT_OUT(duration_ms,   PT_T_INT,  "Milliseconds, of a recording", .nullable = 1),
    PT_OUT(progress,      PT_T_INT,  "Per cent, while it is checked", .nullable = 1),
    PT_OUT(refused_code,  PT_T_ENUM, "Why it was refused",
           .values = PT_VALUES(PT_REFUSED_TYPE, PT_REFUSED_ARCHIVE, PT_REFUSED_OTHER_CONTENT,
                               PT_REFUSED_TOO_LARGE, PT_REFUSED_PIXELS, PT_REFUSED_TOO_LONG,
                               PT_REFUSED_BROKEN, PT_REFUSED_TIME, PT_REFUSED_EMPTY), .nullable = 1),
    PT_OUT(marks,         PT_T_ARRAY, "Moments of a recording, in order", .max = PT_FILE_MARKS_MAX,
           .item = PT_T_OBJECT, .of = &pt_file_mark_schema),
    PT_OUT(url,           PT_T_TEXT, "Where its bytes are, once it is ready", .nullable = 1),
    PT_OUT(thumbnail_url, PT_T_TEXT, "A small picture of it", .nullable = 1),
    PT_OUT(poster_url,    PT_T_TEXT, "A still of a video", .nullable = 1),
    PT_OUT(created_at,    PT_T_TIME, "When its upload began"),
    PT_OUT(uploaded_at,   PT_T_TIME, "When its last byte was here", .nullable = 1),
    PT_FIELDS_END
};
/* clang-format on */

const pt_schema_t pt_file_schema = {"File", file_fields, 0};
const pt_schema_t pt_file_page_schema = {"File", file_fields, 1};
