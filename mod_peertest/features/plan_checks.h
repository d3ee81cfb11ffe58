/* SPDX-License-Identifier: Apache-2.0 */
/* plan_checks.h - what roles and items may say, and what they must. Both checks
 * name every refused member, as "/roles/0/items/1/details/steps". */
#ifndef PT_PLAN_CHECKS_H
#define PT_PLAN_CHECKS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/**
 * Can this be written down? A draft may be incomplete.
 * @param roles an array of pt_role_input
 * @return PT_P_INVALID_INPUT for what has not the form of roles, of items and
 *         of the details of their service types, for kinds of test that this
 *         marketplace does not offer and for amounts beyond its limits
 */
pt_err_t *pt_plan_check_roles(pt_ctx_t *c, const json_t *roles);

/**
 * Can testers work with the roles of a job as they are stored?
 * @return PT_P_INCOMPLETE with what is missing
 */
pt_err_t *pt_plan_check_complete(pt_ctx_t *c, const char *job_id);

#endif
