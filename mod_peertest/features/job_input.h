/* SPDX-License-Identifier: Apache-2.0 */
/* job_input.h - what builders send to write or change a job of either kind. */
#ifndef PT_JOB_INPUT_H
#define PT_JOB_INPUT_H

#include "http/pt_route.h"

typedef struct {
    const char *job_id;
    const char *kind;
    const char *project_id;
    const char *title;
    const char *brief;
    const char *currency;
    apr_int64_t review_days;
    /* Of simple jobs; a number that is left out is 0, which no limit allows. */
    const char *service_type;
    apr_int64_t reward_minor;
    apr_int64_t seats;
    json_t *requirements;
    json_t *steps;
    apr_int64_t claim_hours;
    const char *deadline_at;
    const char *on_rejection;
    /* Of structured jobs. */
    const char *bidding_deadline_at;
    json_t *roles;
} pt_job_input_t;

extern const pt_field_t pt_job_create_fields[], pt_job_update_fields[];

/**
 * What the tables cannot say: which members belong to which kind of job, and
 * the limits of this marketplace.
 * @param kind of the job
 * @param is_new the members that its kind needs have to be there
 * @return PT_P_INVALID_INPUT with every refused member
 */
pt_err_t *pt_job_check_input(pt_req_t *q, const pt_job_input_t *in,
                             const char *kind, int is_new);

#endif
