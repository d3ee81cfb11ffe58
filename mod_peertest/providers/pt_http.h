/* SPDX-License-Identifier: Apache-2.0 */
/* pt_http.h - calls to outside services over HTTP, and what became of them. */
#ifndef PT_HTTP_H
#define PT_HTTP_H

#include "core/pt_config.h"
#include <apr_tables.h>
#include <curl/curl.h>

typedef enum {
    PT_HTTP_ANSWERED, /* status and body are there */
    PT_HTTP_NOT_SENT, /* no byte of the request left: repeating it is safe */
    PT_HTTP_UNKNOWN   /* sent, no complete answer: it may have had its effect */
} pt_http_fate_e;

typedef struct {
    const char *method; /* NULL: a GET, or with a body a POST */
    const char *url;
    const char *const *headers; /* "Name: value", ends in NULL; may be NULL */
    const char *body;           /* may be NULL */
    apr_size_t body_len;        /* 0: body is a text */
    /* Gets the body of a good answer piece by piece instead of the answer's
     * member, however long it is; less than 0 ends the call. */
    int (*take)(void *baton, const char *data, apr_size_t len);
    void *baton;
    int is_bulk; /* 1: it may take long as long as bytes flow; 0: not longer
                  * than PeerTestProviderTimeout */
} pt_http_request_t;

/** Everything in it lives in the pool of the call. */
typedef struct {
    pt_http_fate_e fate;
    int status;       /* when answered */
    const char *body; /* when answered; ends in NUL */
    apr_size_t body_len;
    apr_table_t *headers; /* when answered */
    int retry_after;      /* seconds; 0: not said */
    const char *trouble;  /* when not answered: the reason, for the log */
} pt_http_answer_t;

/** Prepare libcurl in this child; undone when p is destroyed, so register what
 * joins the threads that make calls on p afterwards. */
void pt_http_child_init(apr_pool_t *p);

/**
 * This thread's handle, reset, with the rules of every outside call: time-outs
 * of the configuration, no signals, no redirects, no proxy or netrc of the
 * environment. Connections stay open between calls; the handle is closed when
 * the thread ends. For protocols that pt_http_call() does not speak.
 * @return NULL without memory
 */
CURL *pt_http_handle(const pt_config_t *cfg);

/**
 * Make one call, by http or https. Never fails: look at answer->fate. Answers
 * of more than a megabyte count as unknown.
 */
void pt_http_call(pt_http_answer_t *answer, apr_pool_t *p,
                  const pt_config_t *cfg, const pt_http_request_t *request);
#endif
