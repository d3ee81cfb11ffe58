/* SPDX-License-Identifier: Apache-2.0 */
/* pt_http.c - calls to outside services over HTTP. */

#include "providers/pt_http.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define ANSWER_MAX (1024 * 1024)
#define BULK_BYTES_MIN 1024 /* a second */

/* Set once in child_init. A plain POSIX key, because APR's thread-local values
 * are not destroyed with the thread when it is not APR's own. */
static pthread_key_t handle_key;

static void handle_close(void *handle)
{
    curl_easy_cleanup(handle);
}

static apr_status_t http_child_exit(void *unused __attribute__((unused)))
{
    pthread_key_delete(handle_key);
    curl_global_cleanup();
    return APR_SUCCESS;
}

void pt_http_child_init(apr_pool_t *p)
{
    if (curl_global_init(CURL_GLOBAL_ALL) != CURLE_OK
        || pthread_key_create(&handle_key, handle_close) != 0)
        abort();
    apr_pool_cleanup_register(p, NULL, http_child_exit, apr_pool_cleanup_null);
}

CURL *pt_http_handle(const pt_config_t *cfg)
{
    CURL *curl = pthread_getspecific(handle_key);

    if (curl) {
        curl_easy_reset(curl); /* keeps the open connections */
    }
    else {
        curl = curl_easy_init();
        if (!curl)
            return NULL;
        if (pthread_setspecific(handle_key, curl) != 0) {
            curl_easy_cleanup(curl);
            return NULL;
        }
    }
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT,
                     (long)cfg->provider_connect_timeout);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)cfg->provider_timeout);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    return curl;
}

/* What comes in while a call is under way. */
typedef struct {
    const pt_http_request_t *request;
    CURL *curl;
    apr_pool_t *pool;
    apr_table_t *headers;
    char *bytes; /* from realloc(): an answer grows in many steps */
    apr_size_t len;
} answer_in_t;

static int is_good(CURL *curl)
{
    long status = 0;

    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return status >= 200 && status <= 299;
}

/* Returns less than it got, which ends the call, when the answer is too large.
 */
static size_t take_body(char *data, size_t size, size_t count, void *baton)
{
    answer_in_t *in = baton;
    size_t more = size * count;
    char *grown;

    if (in->request->take && is_good(in->curl))
        return in->request->take(in->request->baton, data, more) < 0 ? 0 : more;
    if (more > ANSWER_MAX - in->len
        || !(grown = realloc(in->bytes, in->len + more + 1)))
        return 0;
    in->bytes = grown;
    memcpy(in->bytes + in->len, data, more);
    in->len += more;
    in->bytes[in->len] = '\0';
    return more;
}

/* An interim answer's headers do not count: each status line begins anew. */
static size_t take_header(char *data, size_t size, size_t count, void *baton)
{
    answer_in_t *in = baton;
    size_t len = size * count;
    const char *colon = memchr(data, ':', len);
    const char *value, *end = data + len;

    if (len > 5 && !memcmp(data, "HTTP/", 5))
        apr_table_clear(in->headers);
    else if (colon) {
        for (value = colon + 1; value < end && apr_isspace(*value); value++)
            ;
        while (end > value && apr_isspace(end[-1]))
            end--;
        apr_table_setn(in->headers,
                       apr_pstrmemdup(in->pool, data, colon - data),
                       apr_pstrmemdup(in->pool, value, end - value));
    }
    return len;
}

static struct curl_slist *header_list(const char *const *headers)
{
    /* An empty value takes away what curl would add: waiting for "100 Continue"
     * only costs time. */
    struct curl_slist *grown, *list = curl_slist_append(NULL, "Expect:");

    for (; headers && *headers; headers++) {
        grown = curl_slist_append(list, *headers);
        if (grown)
            list = grown;
    }
    return list;
}

static void describe(CURL *curl, const pt_http_request_t *request,
                     struct curl_slist *headers, answer_in_t *in)
{
    curl_easy_setopt(curl, CURLOPT_URL, request->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "PeerTestHub");
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, in);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, in);
    if (request->body) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                         request->body_len ? (curl_off_t)request->body_len
                                           : (curl_off_t)strlen(request->body));
    }
    if (request->method)
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
    if (request->method && !strcmp(request->method, "HEAD"))
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
}

/* It may take as long as it takes, but not stand still. */
static void allow_time(CURL *curl, const pt_config_t *cfg)
{
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 0L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, (long)BULK_BYTES_MIN);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)cfg->provider_timeout);
}

/* Seconds of a Retry-After header; its date form counts as not said. */
static int retry_after(const apr_table_t *headers)
{
    const char *value = apr_table_get(headers, "Retry-After");
    apr_int64_t seconds = value ? apr_atoi64(value) : 0;

    if (seconds < 0)
        return 0;
    return seconds > 86400 ? 86400 : (int)seconds;
}

static void take_answer(pt_http_answer_t *answer, CURL *curl, CURLcode rc,
                        const answer_in_t *in)
{
    long status = 0, sent = 0;

    if (rc != CURLE_OK) {
        curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
        answer->fate = sent == 0 ? PT_HTTP_NOT_SENT : PT_HTTP_UNKNOWN;
        answer->trouble = curl_easy_strerror(rc);
        return;
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer->fate = PT_HTTP_ANSWERED;
    answer->status = (int)status;
    answer->body_len = in->len;
    answer->body = in->len ? apr_pstrmemdup(in->pool, in->bytes, in->len) : "";
    answer->headers = in->headers;
    answer->retry_after = retry_after(in->headers);
}

void pt_http_call(pt_http_answer_t *answer, apr_pool_t *p,
                  const pt_config_t *cfg, const pt_http_request_t *request)
{
    CURL *curl = pt_http_handle(cfg);
    struct curl_slist *headers;
    answer_in_t in = {.request = request,
                      .curl = curl,
                      .pool = p,
                      .headers = apr_table_make(p, 16)};

    memset(answer, 0, sizeof(*answer));
    if (!curl) {
        answer->fate = PT_HTTP_NOT_SENT;
        answer->trouble = "no memory";
        return;
    }
    headers = header_list(request->headers);
    describe(curl, request, headers, &in);
    if (request->is_bulk)
        allow_time(curl, cfg);
    take_answer(answer, curl, curl_easy_perform(curl), &in);
    curl_easy_reset(curl); /* forgets what points into this call */
    curl_slist_free_all(headers);
    free(in.bytes);
}
