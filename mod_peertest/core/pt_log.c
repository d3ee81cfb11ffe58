/* SPDX-License-Identifier: Apache-2.0 */
/* pt_log.c - one logging call for requests, background jobs and start-up. */

#include "core/pt_log.h"
#include "core/pt_config.h"

#include <apr_strings.h>
#include <stdarg.h>
#include <stdio.h>

APLOG_USE_MODULE(peertest);

#define LINE_MAX_BYTES 2048

static void write_line(const pt_log_t *to, int level, const char *line)
{
    if (to->request)
        ap_log_rerror(APLOG_MARK, level, 0, to->request, "%s", line);
    else if (to->id)
        ap_log_error(APLOG_MARK, level, 0, to->server, "%s [%s]", line, to->id);
    else
        ap_log_error(APLOG_MARK, level, 0, to->server, "%s", line);
}

void pt_log(const pt_log_t *to, int level, const char *fmt, ...)
{
    char line[LINE_MAX_BYTES];
    va_list ap;

    va_start(ap, fmt);
    apr_vsnprintf(line, sizeof(line), fmt, ap);
    va_end(ap);
    write_line(to, level, line);
}

void pt_log_err(const pt_log_t *to, int level, const char *id,
                const pt_err_t *err)
{
    char line[LINE_MAX_BYTES];

    apr_snprintf(line, sizeof(line), "%s: %s at %s:%d: %s", id,
                 pt_problem(err->problem)->slug, err->file, err->line,
                 err->cause ? err->cause : "-");
    write_line(to, level, line);
}
