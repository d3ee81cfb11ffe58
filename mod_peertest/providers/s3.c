/* SPDX-License-Identifier: Apache-2.0 */
/* s3.c - calls to an S3-compatible store: signed, and made again where that
 * may help; and what takes no more than one or a few of them. */

#include "providers/s3.h"
#include "core/pt_crypto.h"
#include "core/pt_text.h"
#include "providers/s3_answer.h"
#include "providers/s3_sign.h"

#include <apr_strings.h>
#include <apr_uri.h>
#include <string.h>

#define TRIES 5
#define FIRST_DELAY_MS 100 /* then twice as long each time */
#define RETRY_AFTER 5      /* seconds, for who waits for us */
#define LIST_TURNS 100     /* pages of a thousand */
#define HTTP_FULL 507      /* Insufficient Storage, RFC 4918, 11.5 */

static const pt_s3_key_t *key_of(apr_pool_t *p, const pt_site_t *site)
{
    pt_s3_key_t *key = apr_palloc(p, sizeof(*key));

    key->region = site->cfg->s3_region;
    key->access_key = site->s3_access_key;
    key->secret_key = site->s3_secret_key;
    return key;
}

/* The address of a site is good: it was checked at start.
 * @param root scheme and host */
static void address_of(pt_s3_request_t *request, const char **root,
                       apr_pool_t *p, const pt_site_t *site, const char *key)
{
    apr_uri_t uri;

    apr_uri_parse(p, site->cfg->s3_url, &uri);
    request->host = uri.hostinfo;
    request->path = apr_pstrcat(p, uri.path, key ? "/" : "", key, NULL);
    *root = apr_pstrcat(p, uri.scheme, "://", uri.hostinfo, NULL);
}

const char *pt_s3_link(apr_pool_t *p, const pt_site_t *site, const char *key,
                       const char *query)
{
    pt_s3_request_t request = {.method = "GET", .query = query};
    char date[PT_S3_DATE_BYTES];
    const char *root;

    address_of(&request, &root, p, site, key);
    pt_s3_date(date, apr_time_now());
    return apr_pstrcat(p, root, request.path, "?",
                       pt_s3_presigned_query(p, key_of(p, site), &request, date,
                                             site->cfg->s3_link_ttl),
                       NULL);
}

/* One try, with a signature of its own: it counts for a few minutes. */
static void try_once(pt_http_answer_t *answer, apr_pool_t *p,
                     const pt_site_t *site, const pt_s3_call_t *call)
{
    pt_s3_request_t request = {.method = call->method,
                               .query = call->query ? call->query : ""};
    unsigned char digest[PT_SHA256_BYTES];
    const char *root, *hash, *headers[5] = {NULL};
    pt_http_request_t http = {.method = call->method,
                              .body = call->body,
                              .body_len = call->len,
                              .take = call->take,
                              .baton = call->baton,
                              .headers = headers,
                              .is_bulk = call->len > 0 || call->take};
    char date[PT_S3_DATE_BYTES];

    address_of(&request, &root, p, site, call->key);
    pt_s3_date(date, apr_time_now());
    pt_sha256(digest, call->body ? call->body : "", call->len);
    hash = pt_hex(p, digest, sizeof(digest));
    headers[0] = apr_pstrcat(p, "x-amz-date: ", date, NULL);
    headers[1] = apr_pstrcat(p, "x-amz-content-sha256: ", hash, NULL);
    headers[2] = apr_pstrcat(
        p, "Authorization: ",
        pt_s3_authorization(p, key_of(p, site), &request, hash, date), NULL);
    headers[3] = "Content-Type:"; /* none, rather than curl's */
    http.url = apr_pstrcat(p, root, request.path, *request.query ? "?" : "",
                           request.query, NULL);
    if (call->take)
        call->take(call->baton, NULL, 0);
    pt_http_call(answer, p, site->cfg, &http);
}

static int may_get_better(const pt_http_answer_t *answer)
{
    return answer->fate != PT_HTTP_ANSWERED
           || (answer->status >= 500 && answer->status != HTTP_FULL)
           || answer->status == 429 || answer->status == 408;
}

static int is_usable(const pt_http_answer_t *answer)
{
    return answer->fate == PT_HTTP_ANSWERED
           && ((answer->status >= 200 && answer->status <= 299)
               || answer->status == 404);
}

static pt_err_t *failed(apr_pool_t *p, const pt_s3_call_t *call,
                        const pt_http_answer_t *answer)
{
    int is_full =
        answer->fate == PT_HTTP_ANSWERED && answer->status == HTTP_FULL;
    pt_err_t *err =
        pt_err_retry(pt_fail(p, is_full ? PT_P_STORAGE_FULL : PT_P_UNAVAILABLE,
                             is_full ? NULL
                                     : "Files cannot be reached at the moment. "
                                       "What was uploaded is kept."),
                     RETRY_AFTER);

    pt_err_away(err, PT_AWAY_STORAGE);
    if (answer->fate != PT_HTTP_ANSWERED)
        return pt_err_cause(err, "S3: %s: %s", call->method, answer->trouble);
    return pt_err_cause(err, "S3: %s: status %d: %.300s", call->method,
                        answer->status, answer->body);
}

pt_err_t *pt_s3_call(pt_http_answer_t *answer, apr_pool_t *p,
                     const pt_site_t *site, const pt_s3_call_t *call)
{
    apr_time_t end =
        apr_time_now() + apr_time_from_sec(site->cfg->provider_timeout);
    int delay_ms = FIRST_DELAY_MS, tries = call->is_once ? 1 : TRIES;

    for (;;) {
        try_once(answer, p, site, call);
        if (is_usable(answer))
            return PT_OK;
        if (--tries <= 0 || !may_get_better(answer)
            || apr_time_now() + apr_time_from_msec(delay_ms) > end)
            return failed(p, call, answer);
        apr_sleep(apr_time_from_msec(delay_ms));
        delay_ms *= 2;
    }
}

pt_err_t *pt_s3_has(int *is_there, apr_pool_t *p, const pt_site_t *site,
                    const char *key, apr_int64_t size)
{
    const pt_s3_call_t call = {.method = "HEAD", .key = key};
    pt_http_answer_t answer;
    const char *length;

    PT_TRY(pt_s3_call(&answer, p, site, &call));
    length = apr_table_get(answer.headers, "Content-Length");
    *is_there = answer.status != 404 && length && apr_atoi64(length) == size;
    return PT_OK;
}

pt_err_t *pt_s3_put(apr_pool_t *p, const pt_site_t *site, const char *key,
                    const char *data, apr_size_t len)
{
    const pt_s3_call_t call = {
        .method = "PUT", .key = key, .body = data, .len = len};
    pt_http_answer_t answer;

    PT_TRY(pt_s3_call(&answer, p, site, &call));
    if (answer.status != 404)
        return PT_OK;
    return pt_err_cause(
        pt_err_away(pt_fail(p, PT_P_UNAVAILABLE, NULL), PT_AWAY_STORAGE),
        "S3: there is no such bucket");
}

pt_err_t *pt_s3_remove_listed(apr_pool_t *p, const pt_site_t *site,
                              const char *query, const char *member,
                              const char *upload_of)
{
    const pt_s3_call_t list = {.method = "GET", .query = query};
    pt_http_answer_t answer;
    const char *xml, *name;
    int turns, found;

    for (turns = 0; turns < LIST_TURNS; turns++) {
        PT_TRY(pt_s3_call(&answer, p, site, &list));
        found = 0;
        for (xml = answer.body; (name = pt_s3_member(p, &xml, member));) {
            pt_s3_call_t call = {.method = "DELETE",
                                 .key = upload_of ? upload_of : name};
            pt_http_answer_t done;

            if (upload_of)
                call.query = apr_pstrcat(
                    p, "uploadId=", pt_text_urlencode(p, name), NULL);
            PT_TRY(pt_s3_call(&done, p, site, &call));
            found = 1;
        }
        if (!found || !strstr(answer.body, "<IsTruncated>true"))
            return PT_OK;
    }
    return PT_OK;
}

static int is_loopback(const char *host)
{
    return !strcmp(host, "localhost") || !strncmp(host, "127.", 4)
           || !strcmp(host, "::1");
}

const char *pt_s3_check(apr_pool_t *p, const pt_site_t *site)
{
    const char *url = site->cfg->s3_url;
    apr_size_t len;
    apr_uri_t uri;

    if (!url)
        return "PeerTestS3Url is missing";
    if (apr_uri_parse(p, url, &uri) != APR_SUCCESS || !uri.scheme
        || !uri.hostname || !*uri.hostname || uri.user || uri.query
        || uri.fragment || !uri.path || !uri.path[1])
        return "PeerTestS3Url must be https://host/bucket and no more";
    len = strlen(uri.path);
    if (uri.path[len - 1] == '/' || strstr(uri.path, "//")
        || strspn(uri.path, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                            "abcdefghijklmnopqrstuvwxyz0123456789-._/")
               != len)
        return "PeerTestS3Url: a bucket is letters, digits, dots and hyphens";
    if (strcmp(uri.scheme, "https")
        && (strcmp(uri.scheme, "http") || !is_loopback(uri.hostname)))
        return "PeerTestS3Url must be https; plain http only on a loopback "
               "host";
    return NULL;
}
