/* SPDX-License-Identifier: Apache-2.0 */
/* pt_stream.h - a request's body piece by piece, for routes that say streams.
 * Memory in use does not grow with it. */
#ifndef PT_STREAM_H
#define PT_STREAM_H

#include "http/pt_route.h"

/* Most of a piece. */
#define PT_STREAM_PIECE 262144

typedef struct pt_stream_t pt_stream_t;

/**
 * Begin to read the body; nothing is read yet, and a client that waits for
 * "100 Continue" still does. A body keeps a thread busy, so there is room for
 * few: PeerTestUploadSlots in each child, half of them for one account. The
 * place is given back at the end of the body, or with the request.
 * @return with Retry-After: PT_P_UNAVAILABLE when all places are taken,
 *         PT_P_RATE_LIMITED when the account has its share
 */
pt_err_t *pt_stream_open(pt_stream_t **stream, pt_req_t *q);

/**
 * The next piece: up to PT_STREAM_PIECE bytes of what has come, fewer when more
 * is slow to come. Hold no database connection.
 * @param data valid until the next call
 * @param len 0 at the end of the body
 * @param least bytes that are waited for, but not for long
 * @return PT_P_MALFORMED when the client breaks off, after all that had come
 */
pt_err_t *pt_stream_read(pt_stream_t *stream, const char **data,
                         apr_size_t *len, apr_size_t least);
#endif
