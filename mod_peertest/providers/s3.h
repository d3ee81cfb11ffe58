/* SPDX-License-Identifier: Apache-2.0 */
/* s3.h - calls to an S3-compatible store. */
#ifndef PT_S3_H
#define PT_S3_H

#include "core/pt_err.h"
#include "core/pt_site.h"
#include "providers/pt_http.h"

typedef struct {
    const char *method;
    const char *key;   /* of an object; NULL: the bucket itself */
    const char *query; /* as pt_s3_request_t has it; NULL: none */
    const char *body;  /* NULL: none */
    apr_size_t len;
    /* Gets the object's bytes; with NULL data it begins anew. */
    int (*take)(void *baton, const char *data, apr_size_t len);
    void *baton;
    int is_once; /* 1: no second try */
} pt_s3_call_t;

/**
 * Make a call that may be made twice; while the store is busy, broken or
 * silent, again and again for about PeerTestProviderTimeout.
 * @param answer of status 2xx or 404
 * @return PT_P_UNAVAILABLE with Retry-After, PT_P_STORAGE_FULL
 */
pt_err_t *pt_s3_call(pt_http_answer_t *answer, apr_pool_t *p,
                     const pt_site_t *site, const pt_s3_call_t *call);

/** Is an object there, in this size? */
pt_err_t *pt_s3_has(int *is_there, apr_pool_t *p, const pt_site_t *site,
                    const char *key, apr_int64_t size);

/** Make an object, in place of one that may be there. */
pt_err_t *pt_s3_put(apr_pool_t *p, const pt_site_t *site, const char *key,
                    const char *data, apr_size_t len);

/**
 * Remove all that a list names.
 * @param query of the list
 * @param member the element that names one
 * @param upload_of the object whose uploads they are; NULL: they are objects
 */
pt_err_t *pt_s3_remove_listed(apr_pool_t *p, const pt_site_t *site,
                              const char *query, const char *member,
                              const char *upload_of);

/** A link to an object that anybody can read by for PeerTestS3LinkTtl.
 * @param query what the store is to say of it; sorted; names that sort behind
 *        "X-Amz-..." alone */
const char *pt_s3_link(apr_pool_t *p, const pt_site_t *site, const char *key,
                       const char *query);

/** What is wrong with the settings, or NULL. */
const char *pt_s3_check(apr_pool_t *p, const pt_site_t *site);
#endif
