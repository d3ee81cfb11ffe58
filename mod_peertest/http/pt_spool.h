/* SPDX-License-Identifier: Apache-2.0 */
/* pt_spool.h - an answer that is too long for memory: gathered in a file
 * without a name while a connection to the database is held, and sent when that
 * has gone back, however slow the client is. */
#ifndef PT_SPOOL_H
#define PT_SPOOL_H

#include "http/pt_route.h"

/** Begin one. Its file is where the site's files are, or else in the folder for
 * temporary ones; it goes with the request, or with the process.
 * @return PT_P_STORAGE_FULL */
pt_err_t *pt_spool_open(pt_spool_t **spool, pt_req_t *q);

/** Add a text; NULL is none. @return PT_P_STORAGE_FULL */
pt_err_t *pt_spool_add(pt_spool_t *spool, const char *text);

/** Send q->spool. @return what the handler hook returns */
int pt_spool_send(pt_req_t *q, const char *type);
#endif
