/* SPDX-License-Identifier: Apache-2.0 */
/* pt_linger.h - a worker waits a moment for the next request of the connection
 * that it has just answered. */
#ifndef PT_LINGER_H
#define PT_LINGER_H

#include <httpd.h>

/** Learn how many threads there are; call in child_init. */
void pt_linger_start(void);

/** The process_connection hook; runs before all others. */
int pt_linger(conn_rec *c);
#endif
