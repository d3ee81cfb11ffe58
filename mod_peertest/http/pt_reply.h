/* SPDX-License-Identifier: Apache-2.0 */
/* pt_reply.h - the only place that writes status, headers and bytes. */
#ifndef PT_REPLY_H
#define PT_REPLY_H

#include "http/pt_route.h"

#define PT_PROBLEM_TYPE "application/problem+json" /* RFC 9457 */

/** Send q->body with q->status; conditional requests are answered with 304.
 * @return what the handler hook returns */
int pt_reply_send(pt_req_t *q);

/**
 * Send a failure as application/problem+json (RFC 9457) and log 5xx.
 * @param allow for 405; may be NULL
 */
int pt_reply_problem(pt_req_t *q, const pt_err_t *err, const char *allow);

/** The problem as JSON text, as it is sent and stored. */
const char *pt_reply_problem_text(pt_req_t *q, const pt_err_t *err);

/** The request's id: mod_unique_id's, which the error log carries too. */
const char *pt_reply_request_id(request_rec *r);

/** A strong entity tag of a body, with quotes. */
const char *pt_reply_etag(apr_pool_t *p, const char *body);
#endif
