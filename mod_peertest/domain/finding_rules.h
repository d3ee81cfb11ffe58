/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules.h - what a verdict about a finding has to say. */
#ifndef PT_FINDING_RULES_H
#define PT_FINDING_RULES_H

#include "core/pt_err.h"

/** A builder's verdict, and the severity that it is about. */
typedef struct {
    const char *verdict;        /* a finding.state */
    const char *severity;       /* the tester's */
    const char *severity_final; /* NULL: the same */
    const char *reason;         /* may be NULL */
    const char *duplicate_of;   /* may be NULL */
} pt_judgement_t;

/**
 * Is the verdict complete? Another severity needs a reason; a duplicate names
 * the finding that it repeats, nothing else does.
 * @return PT_P_INVALID_INPUT with the members
 */
pt_err_t *pt_judgement_check(apr_pool_t *p, const pt_judgement_t *judgement);

/** May its tester still change a finding? @return PT_P_WRONG_STATE with the
 * verdict once there is one */
pt_err_t *pt_finding_may_change(apr_pool_t *p, const char *state);
#endif
