/* SPDX-License-Identifier: Apache-2.0 */
/* upload_headers.h - what clients say in the headers of tus 1.0.0.
 * https://tus.io/protocols/resumable-upload */
#ifndef PT_UPLOAD_HEADERS_H
#define PT_UPLOAD_HEADERS_H

#include "core/pt_digest.h"
#include "features/upload_ops.h"
#include "http/pt_route.h"

#define PT_TUS_VERSION "1.0.0"
#define PT_TUS_BYTES "application/offset+octet-stream"

/** Does the client speak our version?
 * @return PT_P_TUS_VERSION, with the header that names it */
pt_err_t *pt_tus_check_version(pt_req_t *q);

/** Does a body come, and is it of bytes? PT_P_MEDIA_TYPE for another type.
 * @param has_bytes 0: the request has no Content-Type */
pt_err_t *pt_tus_check_type(pt_req_t *q, int *has_bytes);

/** A header that is a number of bytes; -1: absent.
 * @return PT_P_MALFORMED */
pt_err_t *pt_tus_number(pt_req_t *q, apr_int64_t *n, const char *name);

/** All that a creation says. @return PT_P_MALFORMED */
pt_err_t *pt_tus_creation(pt_req_t *q, pt_upload_new_t *wanted);

/** What a piece is to be like; checksum is NULL where the client does not say.
 */
typedef struct {
    pt_checksum_t *checksum;
    const unsigned char *wanted;
} pt_tus_checksum_t;

/** @return PT_P_MALFORMED, also for an algorithm that we do not have */
pt_err_t *pt_tus_checksum(pt_req_t *q, pt_tus_checksum_t *out);
#endif
