/* SPDX-License-Identifier: Apache-2.0 */
/* pt_stored.h - a stored file as an answer. */
#ifndef PT_STORED_H
#define PT_STORED_H

#include "http/pt_route.h"

/* Note of a request: bytes of the file that it asked for. */
#define PT_STORED_SIZE "pt_stored_size"

/** Send q->stored: ranges, conditional requests and slow clients are httpd's;
 * the bytes go from the file to the socket.
 * @return what the handler hook returns */
int pt_stored_send(pt_req_t *q);
#endif
