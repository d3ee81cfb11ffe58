/* SPDX-License-Identifier: Apache-2.0 */
/* work_forms.h - the JSON forms of work under way, as several features answer
 * with them; their other half is sql/functions/work.sql. */
#ifndef PT_WORK_FORMS_H
#define PT_WORK_FORMS_H

#include "http/pt_route.h"

extern const pt_schema_t pt_assignment_schema;
extern const pt_schema_t pt_assignment_page_schema;
extern const pt_schema_t pt_submission_schema;
extern const pt_schema_t pt_event_page_schema;

/** Where something was tested, as it is sent and as it is answered. */
extern const pt_schema_t pt_environment_input, pt_environment_schema;

/* Enumerations that inputs and outputs share; each ends in NULL. */
extern const char *const pt_assignment_states[];
extern const char *const pt_reject_reasons[];
extern const char *const pt_outcomes[];
extern const char *const pt_assistances[];

/**
 * Answer with a submission as the actor may see it.
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_reply_submission(pt_req_t *q, const char *submission_id);
#endif
