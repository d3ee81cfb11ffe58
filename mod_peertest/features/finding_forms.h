/* SPDX-License-Identifier: Apache-2.0 */
/* finding_forms.h - the JSON forms of findings; their other half is
 * api.finding() in sql/functions/work.sql. */
#ifndef PT_FINDING_FORMS_H
#define PT_FINDING_FORMS_H

#include "http/pt_route.h"

extern const pt_schema_t pt_finding_schema;

/** A finding in the list of its project: with its job and its tester. */
extern const pt_schema_t pt_finding_page_schema;

/* Enumerations that inputs and outputs share; each ends in NULL. */
extern const char *const pt_finding_states[];
extern const char *const pt_finding_kinds[];
extern const char *const pt_reproducibilities[];

/* The path parameter that most routes of findings take. */
#define PT_FINDING_ID(struct_) \
    PT_F(struct_, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, \
         .doc = "The finding")
#endif
