/* SPDX-License-Identifier: Apache-2.0 */
/* match_rules.h - what follows from who fits what. Who fits, and how well, is
 * decided where thousands are looked at together:
 * sql/functions/01_matching.sql.
 */
#ifndef PT_MATCH_RULES_H
#define PT_MATCH_RULES_H

#include "core/pt_json.h"

/**
 * What a tester is told who does not fit.
 * @param lacks members of the requirements, a JSON array; empty: nothing
 * @return PT_P_NOT_ELIGIBLE with one field each: /requirements/os not-allowed
 */
pt_err_t *pt_match_verdict(apr_pool_t *p, const json_t *lacks);

/**
 * How many are invited in the next wave: a third of what was planned, as long
 * as that many are left.
 * @param planned all that are to be invited
 * @param invited so far, by wave or by hand
 */
apr_int64_t pt_match_wave_size(apr_int64_t planned, apr_int64_t invited);

/** Can testers bid on a job in this state? */
int pt_match_takes_bids(const char *job_state);

#endif
