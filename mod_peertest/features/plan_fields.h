/* SPDX-License-Identifier: Apache-2.0 */
/* plan_fields.h - the JSON form of roles and items, as jobs, their templates
 * and test plans have them. */
#ifndef PT_PLAN_FIELDS_H
#define PT_PLAN_FIELDS_H

#include "core/pt_schema.h"

#define PT_ROLES_MAX 20
#define PT_ITEMS_MAX 30

/** A role with its items as it is sent; the details of an item are those of its
 * service type and checked by pt_plan_check(). */
extern const pt_schema_t pt_role_input;

/** An item as it is sent; a part of pt_role_input. */
extern const pt_schema_t pt_item_input;

/** A role of a job: api.job_role(). */
extern const pt_schema_t pt_role_schema;

/** A role of a template: as it is sent, without ids. */
extern const pt_schema_t pt_role_proposal_schema;

#endif
