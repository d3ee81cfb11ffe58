/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules.c - what a verdict about a finding has to say. */

#include "domain/finding_rules.h"
#include "core/pt_text.h"

#include <string.h>

static int needs_reason(const pt_judgement_t *j)
{
    return j->severity_final && strcmp(j->severity_final, j->severity) != 0;
}

pt_err_t *pt_judgement_check(apr_pool_t *p, const pt_judgement_t *j)
{
    int is_duplicate = strcmp(j->verdict, "duplicate") == 0;
    pt_err_t *err = PT_OK;

    if (needs_reason(j) && (!j->reason || !*pt_text_trim(p, j->reason)))
        err = pt_err_field(err, p, "/reason", PT_C_REQUIRED);
    if (is_duplicate && !j->duplicate_of)
        err = pt_err_field(err, p, "/duplicate_of", PT_C_REQUIRED);
    if (!is_duplicate && j->duplicate_of)
        err = pt_err_field(err, p, "/duplicate_of", PT_C_NOT_ALLOWED);
    return err;
}

pt_err_t *pt_finding_may_change(apr_pool_t *p, const char *state)
{
    if (strcmp(state, "new") == 0)
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), state);
}
