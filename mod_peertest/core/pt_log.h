/* SPDX-License-Identifier: Apache-2.0 */
/* pt_log.h - one logging call for requests, background jobs and start-up.
 * Never pass tokens, bodies, mail addresses or card data. */
#ifndef PT_LOG_H
#define PT_LOG_H

#include "core/pt_err.h"
#include <httpd.h>

#include <http_log.h>

/** Where a message belongs: a request, or a server outside of one. */
typedef struct {
    const server_rec *server;
    request_rec *request; /* may be NULL */
    const char *id;       /* request id or job id; may be NULL */
} pt_log_t;

/**
 * Write one line to the error log.
 * @param level APLOG_ERR, APLOG_WARNING, APLOG_INFO, ...
 * @param fmt at warning and above it begins with an id unique in the tree:
 *        "PT0417: ..."
 */
void pt_log(const pt_log_t *to, int level, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/** Log a failure with its cause and the line that made it. */
void pt_log_err(const pt_log_t *to, int level, const char *id,
                const pt_err_t *err);
#endif
