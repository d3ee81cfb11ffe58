/* SPDX-License-Identifier: Apache-2.0 */
/* match_rules.c - what follows from who fits what. */

#include "domain/match_rules.h"

#include <apr_strings.h>
#include <string.h>

#define WAVES 3

pt_err_t *pt_match_verdict(apr_pool_t *p, const json_t *lacks)
{
    pt_err_t *err;
    json_t *member;
    size_t i;

    if (json_array_size(lacks) == 0)
        return PT_OK;
    err = pt_fail(p, PT_P_NOT_ELIGIBLE, NULL);
    json_array_foreach ((json_t *)lacks, i, member)
        err = pt_err_field(
            err, p,
            apr_pstrcat(p, "/requirements/", json_string_value(member), NULL),
            PT_C_NOT_ALLOWED);
    return err;
}

apr_int64_t pt_match_wave_size(apr_int64_t planned, apr_int64_t invited)
{
    apr_int64_t third = (planned + WAVES - 1) / WAVES;
    apr_int64_t left = planned - invited;

    if (left <= 0)
        return 0;
    return left < third ? left : third;
}

int pt_match_takes_bids(const char *job_state)
{
    return strcmp(job_state, "published") == 0
           || strcmp(job_state, "awarding") == 0;
}
