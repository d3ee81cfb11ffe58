/* SPDX-License-Identifier: Apache-2.0 */
/* job_simple.h - simple jobs as they are written, and put up for payment; their
 * structured siblings are in plan_ops.h. "job" is the row of job_lock(). */
#ifndef PT_JOB_SIMPLE_H
#define PT_JOB_SIMPLE_H

#include "features/job_input.h"

/**
 * Write a simple job; it is a draft.
 * @param job_id set to the new job
 * @return PT_P_INVALID_INPUT, PT_P_PLAN_TOO_LONG
 */
pt_err_t *pt_simple_create(pt_req_t *q, const char **job_id,
                           const pt_job_input_t *in);

/** Change a draft. @return PT_P_INVALID_INPUT, PT_P_PLAN_TOO_LONG */
pt_err_t *pt_simple_update(pt_req_t *q, const pt_row_t *job,
                           const pt_job_input_t *in);

/**
 * Seal a draft and open its payment. q->resource_id is then the background job
 * that makes the payment page.
 * @return PT_P_WRONG_STATE, PT_P_INCOMPLETE, PT_P_PLAN_TOO_LONG
 */
pt_err_t *pt_simple_publish(pt_req_t *q, const pt_row_t *job);

#endif
