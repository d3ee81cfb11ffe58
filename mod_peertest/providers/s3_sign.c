/* SPDX-License-Identifier: Apache-2.0 */
/* s3_sign.c - AWS Signature Version 4. */

#include "providers/s3_sign.h"
#include "core/pt_crypto.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

#define ALGORITHM "AWS4-HMAC-SHA256"
#define SIGNED_HEADERS "host;x-amz-content-sha256;x-amz-date"
#define DAY_BYTES 8 /* of a date */

void pt_s3_date(char out[PT_S3_DATE_BYTES], apr_time_t at)
{
    apr_time_exp_t t;

    apr_time_exp_gmt(&t, at);
    apr_snprintf(out, PT_S3_DATE_BYTES, "%04d%02d%02dT%02d%02d%02dZ",
                 t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min,
                 t.tm_sec);
}

static const char *scope_of(apr_pool_t *p, const pt_s3_key_t *key,
                            const char *date)
{
    return apr_pstrcat(p, apr_pstrmemdup(p, date, DAY_BYTES), "/", key->region,
                       "/s3/aws4_request", NULL);
}

static const char *hash_of(apr_pool_t *p, const char *text)
{
    unsigned char digest[PT_SHA256_BYTES];

    pt_sha256(digest, text, strlen(text));
    return pt_hex(p, digest, sizeof(digest));
}

/* One link of the chain that makes the day's key. */
static void chain(unsigned char out[PT_SHA256_BYTES], const unsigned char *from,
                  apr_size_t len, const char *text)
{
    unsigned char next[PT_SHA256_BYTES];

    pt_hmac_sha256(next, from, len, text, strlen(text));
    memcpy(out, next, sizeof(next));
}

/* @param canonical the whole canonical request */
static const char *signature_of(apr_pool_t *p, const pt_s3_key_t *key,
                                const char *date, const char *canonical)
{
    const char *secret = apr_pstrcat(p, "AWS4", key->secret_key, NULL);
    const char *text =
        apr_pstrcat(p, ALGORITHM "\n", date, "\n", scope_of(p, key, date), "\n",
                    hash_of(p, canonical), NULL);
    unsigned char k[PT_SHA256_BYTES];

    chain(k, (const unsigned char *)secret, strlen(secret),
          apr_pstrmemdup(p, date, DAY_BYTES));
    chain(k, k, sizeof(k), key->region);
    chain(k, k, sizeof(k), "s3");
    chain(k, k, sizeof(k), "aws4_request");
    chain(k, k, sizeof(k), text);
    return pt_hex(p, k, sizeof(k));
}

const char *pt_s3_authorization(apr_pool_t *p, const pt_s3_key_t *key,
                                const pt_s3_request_t *request,
                                const char *payload_hash, const char *date)
{
    const char *canonical = apr_pstrcat(
        p, request->method, "\n", request->path, "\n", request->query,
        "\nhost:", request->host, "\nx-amz-content-sha256:", payload_hash,
        "\nx-amz-date:", date, "\n\n" SIGNED_HEADERS "\n", payload_hash, NULL);

    return apr_pstrcat(p, ALGORITHM " Credential=", key->access_key, "/",
                       scope_of(p, key, date),
                       ",SignedHeaders=" SIGNED_HEADERS ",Signature=",
                       signature_of(p, key, date, canonical), NULL);
}

const char *pt_s3_presigned_query(apr_pool_t *p, const pt_s3_key_t *key,
                                  const pt_s3_request_t *request,
                                  const char *date, apr_int64_t ttl)
{
    const char *credential =
        apr_pstrcat(p, key->access_key, "/", scope_of(p, key, date), NULL);
    const char *query = apr_pstrcat(
        p, "X-Amz-Algorithm=" ALGORITHM "&X-Amz-Credential=",
        pt_text_urlencode(p, credential), "&X-Amz-Date=", date,
        "&X-Amz-Expires=", apr_psprintf(p, "%" APR_INT64_T_FMT, ttl),
        "&X-Amz-SignedHeaders=host", *request->query ? "&" : "", request->query,
        NULL);
    const char *canonical = apr_pstrcat(p, request->method, "\n", request->path,
                                        "\n", query, "\nhost:", request->host,
                                        "\n\nhost\nUNSIGNED-PAYLOAD", NULL);

    return apr_pstrcat(p, query, "&X-Amz-Signature=",
                       signature_of(p, key, date, canonical), NULL);
}
