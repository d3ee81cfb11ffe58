/* SPDX-License-Identifier: Apache-2.0 */
/* upload_write.h - the bytes of a request's body, on their way to the store. */
#ifndef PT_UPLOAD_WRITE_H
#define PT_UPLOAD_WRITE_H

#include "features/upload_headers.h"
#include "http/pt_stream.h"

/**
 * Take in a body. Progress is kept every few seconds, each time with a
 * connection that is borrowed for a moment; whatever ends the body, what came
 * before is kept, unless the checksum is of something else.
 * @param u claimed; tells how far it is afterwards
 * @param stream the body; without bytes, the length that is known now may still
 * end the upload
 * @return PT_P_CHECKSUM_MISMATCH, PT_P_TOO_LARGE, PT_P_QUOTA_EXCEEDED,
 *         PT_P_FILE_REFUSED, PT_P_UPLOAD_GONE, PT_P_UPLOAD_LOCKED,
 *         PT_P_STORAGE_FULL, PT_P_MALFORMED
 */
pt_err_t *pt_upload_write(pt_req_t *q, pt_upload_t *u, pt_stream_t *stream,
                          const pt_tus_checksum_t *check);
/** The body of a request for a complete upload.
 * @return PT_P_TOO_LARGE when there is one */
pt_err_t *pt_upload_nothing_more(pt_req_t *q, pt_stream_t *stream);
#endif
