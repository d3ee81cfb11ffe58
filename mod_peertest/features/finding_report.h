/* SPDX-License-Identifier: Apache-2.0 */
/* finding_report.h - a project's findings on paper. */
#ifndef PT_FINDING_REPORT_H
#define PT_FINDING_REPORT_H

#include "http/pt_route.h"

/** A route's finish: the JSON export that its handler replied with becomes a
 * report. @return PT_P_RATE_LIMITED when too many wait */
pt_err_t *pt_finding_report_finish(pt_req_t *q);
#endif
