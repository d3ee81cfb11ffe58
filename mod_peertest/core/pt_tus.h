/* SPDX-License-Identifier: Apache-2.0 */
/* pt_tus.h - the values of the headers of tus 1.0.0, as clients send them.
 * https://tus.io/protocols/resumable-upload */
#ifndef PT_TUS_H
#define PT_TUS_H

#include <apr_pools.h>

/**
 * A number of bytes: digits and nothing else.
 * @param n APR_INT64_MAX for more than can be counted
 * @return 0 when it is none
 */
int pt_tus_read_number(apr_int64_t *n, const char *text);

/**
 * Standard base64 with its padding (RFC 4648, section 4).
 * @return the bytes, ended by a NUL that is not in len, or NULL when it is none
 */
unsigned char *pt_tus_read_base64(apr_pool_t *p, apr_size_t *len,
                                  const char *text);

/**
 * Upload-Metadata: "key value" pairs, with values in base64 or left out, and
 * commas between them.
 * @param filename the value of that key, as bytes of the client; NULL: none
 * @return 0 when it cannot be read
 */
int pt_tus_read_metadata(apr_pool_t *p, const char **filename,
                         const char *header);
#endif
