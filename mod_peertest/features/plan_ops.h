/* SPDX-License-Identifier: Apache-2.0 */
/* plan_ops.h - structured jobs as they are written: roles, items, revisions.
 * All run inside the caller's transaction. */
#ifndef PT_PLAN_OPS_H
#define PT_PLAN_OPS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/** What a structured job is made of, or what of it changes; then what is left
 * out is NULL or 0. */
typedef struct {
    const char *owner_id; /* of a new one */
    const char *project_id, *title, *brief, *currency;
    const char *bidding_deadline_at; /* "" removes it */
    apr_int64_t review_seconds;      /* 0: as it is, or the default */
    json_t *roles;                   /* an array of pt_role_input */
} pt_plan_t;

/**
 * Write a structured job; it is a draft. Roles are checked deep.
 * @param job_id set to the new job
 * @return PT_P_INVALID_INPUT with pointers as "/roles/0/items/1/details/steps"
 */
pt_err_t *pt_plan_create(pt_ctx_t *c, const char **job_id,
                         const pt_plan_t *plan);

/**
 * Change a structured job. Roles, if there are any, replace the old ones as a
 * whole; entries with an id stay what they are. Once a bid was made, a change
 * makes a new revision of the job, and open bids have to be confirmed.
 * @param job as job_lock() has it, locked; its owner's
 * @return PT_P_WRONG_STATE, PT_P_INVALID_INPUT, PT_P_BID_BEING_PAID
 */
pt_err_t *pt_plan_change(pt_ctx_t *c, const pt_row_t *job,
                         const pt_plan_t *plan);

/**
 * A draft with the same content, from a job of any kind and state.
 * @param job as job_lock() has it
 * @param project_id NULL: of the same project
 * @param job_id set to the new job
 * @return PT_P_INVALID_INPUT when the owner has no such project
 */
pt_err_t *pt_plan_copy(pt_ctx_t *c, const char **job_id, const pt_row_t *job,
                       const char *project_id);

#endif
