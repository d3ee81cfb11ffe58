/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.h - what each kind of test asks its testers to hand in. */
#ifndef PT_SERVICE_TYPES_H
#define PT_SERVICE_TYPES_H

#include "core/pt_err.h"
#include "core/pt_schema.h"
#include <jansson.h>

/** What a tester has written so far, as stored; borrowed. */
typedef struct {
    const char *summary;
    const json_t *environment;
    const json_t *report;
    const json_t *steps;  /* of the terms: an array of {text, expected} */
    apr_int64_t findings; /* how many */
} pt_handed_in_t;

/** A kind of test. */
typedef struct {
    const char *key; /* as in job.service_type */
    const char *title;
    const pt_schema_t *report; /* the form; a draft may leave out any member */
    /* Adds what a report needs to be handed in, and lacks. */
    pt_err_t *(*lacks)(pt_err_t *err, apr_pool_t *p,
                       const pt_handed_in_t *work);
} pt_service_type_t;

/** All of them; ends in a key of NULL. */
extern const pt_service_type_t pt_service_types[];

/** Their keys, for enumerated fields; ends in NULL. */
extern const char *const pt_service_type_keys[];

/** The kind of this key, or NULL. */
const pt_service_type_t *pt_service_type(const char *key);

/**
 * Is this enough to be handed in?
 * @return PT_P_INCOMPLETE that lists what is missing, or PT_OK. Pointers are
 *         those of a submission; the entry of step n is /report/steps/<n - 1>,
 *         wherever it stands in the report.
 */
pt_err_t *pt_service_lacks(apr_pool_t *p, const pt_service_type_t *type,
                           const pt_handed_in_t *work);
#endif
