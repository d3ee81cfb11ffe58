/* SPDX-License-Identifier: Apache-2.0 */
/* pt_ctx.h - what an operation works with, in a request and in a job alike. */
#ifndef PT_CTX_H
#define PT_CTX_H

#include "core/pt_log.h"
#include "core/pt_site.h"
#include "store/pt_db.h"

typedef struct pt_ctx_t {
    apr_pool_t *pool; /* of the request or the job */
    const pt_site_t *site;
    pt_db_t *db; /* NULL where none is borrowed */
    pt_log_t log;
} pt_ctx_t;
#endif
