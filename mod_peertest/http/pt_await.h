/* SPDX-License-Identifier: Apache-2.0 */
/* pt_await.h - a request waits for the background job that it caused. */
#ifndef PT_AWAIT_H
#define PT_AWAIT_H

#include "http/pt_route.h"

/**
 * Wait, without holding a connection, until a job is done or dead, at most
 * PeerTestAwait seconds. For finish steps.
 * @param result the job's result, owned by the request; NULL when it is not
 * done
 */
pt_err_t *pt_await_job(pt_req_t *q, json_t **result, const char *job_id);
#endif
