/* SPDX-License-Identifier: Apache-2.0 */
/* pt_body.h - read a request's body, bounded, before any connection is held. */
#ifndef PT_BODY_H
#define PT_BODY_H

#include "http/pt_route.h"

/**
 * Read the whole body into q->raw_body, with a NUL behind it, and q->raw_len.
 * @return PT_P_TOO_LARGE beyond PeerTestBodyMax (before reading when the length
 *         is declared), PT_P_MALFORMED when the client breaks off
 */
pt_err_t *pt_body_read(pt_req_t *q);

/** Is the Content-Type application/json, in UTF-8 when it says a charset?
 * @return PT_P_MEDIA_TYPE when not */
pt_err_t *pt_body_is_json(pt_req_t *q);

/** Does the request come with a body, or may it? */
int pt_body_is_sent(const request_rec *r);

/** A body that stays unread must not keep the connection busy: close it after
 * the answer when it is large or of unknown length. */
void pt_body_leave_unread(request_rec *r);
#endif
