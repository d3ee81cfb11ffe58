/* SPDX-License-Identifier: Apache-2.0 */
/* severity_scales.h - how bad a problem is in the words of its trade, and what
 * that is on the house scale. */
#ifndef PT_SEVERITY_SCALES_H
#define PT_SEVERITY_SCALES_H

#include "core/pt_err.h"

/** The house scale, worst first; ends in NULL. */
extern const char *const pt_severities[];

/** A value of a scale and the house step that it proposes. */
typedef struct {
    const char *value; /* of scores: the lowest one of the step */
    const char *severity;
} pt_scale_step_t;

/** A native scale; the list ends in a NULL name, its steps in a NULL value. */
typedef struct {
    const char *name;
    int takes_vector; /* the value is the score of a CVSS vector */
    const pt_scale_step_t *steps;
} pt_scale_t;
extern const pt_scale_t pt_scales[];
extern const char *const pt_scale_names[]; /* the same; ends in NULL */

/** What Nielsen's value is a combination of: how often a problem comes up, how
 * hard it is to overcome, whether it bothers again once it is known. Each list
 * has the lighter word first, and ends in NULL. */
extern const char *const pt_nielsen_frequencies[];
extern const char *const pt_nielsen_impacts[];
extern const char *const pt_nielsen_persistences[];

/** A severity on a native scale, as it is sent; members may be NULL. */
typedef struct {
    const char *name, *value, *vector;
    const char *frequency, *impact, *persistence; /* Nielsen's; all or none */
} pt_scale_value_t;

/** The value that Nielsen's three factors propose: 1, and one more for each
 * that is the heavier word. @return NULL when they are not said */
const char *pt_nielsen_value(const pt_scale_value_t *in);

/**
 * Read a native severity.
 * @param severity set to the house step that it proposes
 * @param value set to its value as it is kept: the score of a vector, or what
 *        Nielsen's factors propose where no other is said
 * @return PT_P_INVALID_INPUT with members below "/scale"
 */
pt_err_t *pt_scale_read(apr_pool_t *p, const char **severity,
                        const char **value, const pt_scale_value_t *in);

/**
 * The base score of a CVSS 3.1 vector of the eight base metrics, in any order.
 * @param tenths set to ten times the score
 * @return 0 when it is no such vector
 */
int pt_cvss_score(int *tenths, const char *vector);
#endif
