/* SPDX-License-Identifier: Apache-2.0 */
/* pt_check.h - JSON values against field declarations. */
#ifndef PT_CHECK_H
#define PT_CHECK_H

#include "core/pt_err.h"
#include "core/pt_schema.h"
#include <jansson.h>

/**
 * Check the members of a JSON object against fields: types, limits, required
 * and unknown members, nested objects and arrays.
 * @param err an earlier result, or PT_OK; refused members are added to it
 * @param fields only those of place PT_IN_BODY count
 * @param pointer of the object itself, "" at the top
 */
pt_err_t *pt_check_object(pt_err_t *err, apr_pool_t *p,
                          const pt_field_t *fields, const json_t *object,
                          const char *pointer);

/**
 * Check one value that is present.
 * @param pointer of the value
 */
pt_err_t *pt_check_value(pt_err_t *err, apr_pool_t *p, const pt_field_t *field,
                         const json_t *value, const char *pointer);
#endif
