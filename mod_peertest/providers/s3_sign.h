/* SPDX-License-Identifier: Apache-2.0 */
/* s3_sign.h - requests to an S3-compatible store, signed by AWS Signature
 * Version 4.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
#ifndef PT_S3_SIGN_H
#define PT_S3_SIGN_H

#include <apr_pools.h>
#include <apr_time.h>

#define PT_S3_DATE_BYTES 17 /* "20130524T000000Z" and NUL */

/** Who signs, and for where. */
typedef struct {
    const char *region, *access_key, *secret_key;
} pt_s3_key_t;

/** What is signed. */
typedef struct {
    const char *method;
    const char *host;  /* as the Host header has it */
    const char *path;  /* begins with a slash; percent-encoded */
    const char *query; /* percent-encoded, sorted by name, each name with an
                        * "="; "" for none */
} pt_s3_request_t;

/** The time as the signature has it. */
void pt_s3_date(char out[PT_S3_DATE_BYTES], apr_time_t at);

/**
 * The Authorization header's value. The headers x-amz-content-sha256 and
 * x-amz-date must be sent along.
 * @param payload_hash SHA-256 of the body, hex
 * @param date of pt_s3_date()
 */
const char *pt_s3_authorization(apr_pool_t *p, const pt_s3_key_t *key,
                                const pt_s3_request_t *request,
                                const char *payload_hash, const char *date);

/**
 * The query of a link that anybody can use for a while.
 * @param request its query holds names that sort behind "X-Amz-..." alone, as
 *        "response-content-type"
 * @param ttl seconds
 */
const char *pt_s3_presigned_query(apr_pool_t *p, const pt_s3_key_t *key,
                                  const pt_s3_request_t *request,
                                  const char *date, apr_int64_t ttl);
#endif
