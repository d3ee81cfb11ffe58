/* SPDX-License-Identifier: Apache-2.0 */
/* pt_linger.c - the event MPM hands a kept-alive connection back to its
 * listener thread after each answer, which costs two thread switches per
 * request. While a client is busy, its next request comes within milliseconds:
 * the worker that answered waits for it. */

#include "http/pt_linger.h"
#include "core/pt_site.h"

#include <ap_mpm.h>
#include <apr_atomic.h>
#include <apr_portable.h>
#include <http_connection.h>
#include <http_core.h>
#include <http_protocol.h>
#include <poll.h>
#include <string.h>

/* Workers that wait are workers that serve nobody else: a quarter of them must
 * remain idle. */
#define IDLE_SHARE 4

static volatile apr_uint32_t busy; /* workers of this child with a connection */
static apr_uint32_t busy_max;      /* beyond it nobody waits */
static __thread int is_nested;     /* the other hooks run, called by ours */

void pt_linger_start(void)
{
    int threads = 0;

    ap_mpm_query(AP_MPMQ_MAX_THREADS, &threads);
    busy_max = (apr_uint32_t)(threads - threads / IDLE_SHARE);
}

/* Answered, and the client may ask again: nothing else is going on with it. An
 * HTTP/2 connection is its own kind of busy. */
static int is_kept_alive(conn_rec *c)
{
    return c->cs->state == CONN_STATE_WRITE_COMPLETION
           && c->keepalive == AP_CONN_KEEPALIVE && !c->aborted
           && strcmp(ap_get_protocol(c), "http/1.1") == 0;
}

/* Send what was set aside, without blocking. @return 1 when all is sent */
static int has_flushed(conn_rec *c)
{
    ap_filter_t *core = c->output_filters;

    if (!c->data_in_output_filters)
        return 1;
    while (core->next)
        core = core->next;
    return core->frec->filter_func.out_func(core, NULL) == APR_SUCCESS
           && !c->data_in_output_filters;
}

/* @return 1 when the next request has begun to arrive */
static int has_asked_again(conn_rec *c, int wait_ms)
{
    struct pollfd fd = {.events = POLLIN};

    if (c->data_in_input_filters)
        return 1;
    return apr_os_sock_get(&fd.fd, ap_get_conn_socket(c)) == APR_SUCCESS
           && poll(&fd, 1, wait_ms) == 1 && (fd.revents & POLLIN);
}

static int process(conn_rec *c)
{
    int rv;

    is_nested = 1;
    rv = ap_run_process_connection(c);
    is_nested = 0;
    return rv;
}

int pt_linger(conn_rec *c)
{
    const pt_site_t *site = pt_site_of(c->base_server);
    int rv;

    if (is_nested || !site || site->cfg->linger_ms == 0 || !c->cs)
        return DECLINED;
    apr_atomic_inc32(&busy);
    while ((rv = process(c)) == OK && is_kept_alive(c) && has_flushed(c)
           && apr_atomic_read32(&busy) <= busy_max
           && has_asked_again(c, (int)site->cfg->linger_ms))
        c->cs->state = CONN_STATE_READ_REQUEST_LINE;
    apr_atomic_dec32(&busy);
    return rv;
}
