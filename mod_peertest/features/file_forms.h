/* SPDX-License-Identifier: Apache-2.0 */
/* file_forms.h - the JSON form of a file. */
#ifndef PT_FILE_FORMS_H
#define PT_FILE_FORMS_H

#include "core/pt_schema.h"

#define PT_FILE_MARKS_MAX 200        /* of a recording */
#define PT_RECORDING_MAX_MS 86400000 /* that one may last */

/** As api.file() makes it. */
extern const pt_schema_t pt_file_schema;
extern const pt_schema_t pt_file_page_schema;

/** What a recording can be marked with: {at_ms, note}. */
extern const pt_schema_t pt_file_mark_schema;

/** The states of a file; ends in NULL. */
extern const char *const pt_file_states[];
#endif
