/* SPDX-License-Identifier: Apache-2.0 */
/* finding_report.h - a project's findings on paper. */
#ifndef PT_FINDING_REPORT_H
#define PT_FINDING_REPORT_H

#include "http/pt_route.h"
#include "providers/pdf.h"

/* Pictures of each finding, in all, and bytes in each, at most: 500 findings
 * with as many as may be take 16 MB. */
#define PT_REPORT_PICTURES_EACH PT_PDF_PICTURES_MAX
#define PT_REPORT_PICTURES 300
#define PT_REPORT_PICTURE_BYTES 57344

/** A route's finish: what its handler replied with becomes a report, with the
 * pictures of q->found, which are rows of finding_id, store_key, width and
 * height. @return PT_P_RATE_LIMITED when too many wait */
pt_err_t *pt_finding_report_finish(pt_req_t *q);
#endif
