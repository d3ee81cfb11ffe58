/* SPDX-License-Identifier: Apache-2.0 */
/* job_fields.h - the parts of a job's form that other forms share. */
#ifndef PT_JOB_FIELDS_H
#define PT_JOB_FIELDS_H

#include "core/pt_schema.h"

/** Where an application can run; ends in NULL. */
extern const char *const pt_platforms[];

/** The states of jobs of both kinds; ends in NULL. */
extern const char *const pt_job_states[];

/** {text, expected}: what a tester is to do and what should happen then. */
extern const pt_schema_t pt_step_input, pt_step_schema;

/** Who and what a job, or a role of one, is for. */
extern const pt_schema_t pt_requirements_input, pt_requirements_schema;

/** The whole job: api.job(). */
extern const pt_schema_t pt_job_schema;

/** A picture of a project. */
extern const pt_schema_t pt_screenshot_schema;

#endif
