/* SPDX-License-Identifier: Apache-2.0 */
/* pt_rate.c - request rates per class, counted in memory that all children
 * share. PT0150
 *
 * A fixed number of slots, found by hash. A slot counts one key in one window;
 * both are one 64-bit word, so that a compare-and-swap is all the locking there
 * is. When all slots that a key may have are busy, the oldest is taken over:
 * under a flood of addresses the limits get lenient, never wrong for those who
 * are counted. */

#include "http/pt_rate.h"
#include "core/pt_crypto.h"
#include "core/pt_time.h"

#include <apr_shm.h>
#include <apr_strings.h>
#include <http_config.h>
#include <string.h>

#define SLOTS 65536 /* a power of two; 1 MiB */
#define PROBES 8
/* A recorder sends a piece each second, for many minutes; a client that cuts a
 * large file into pieces sends several a second. */
#define PIECES_PER_UPLOAD 20
#define RETAINED_KEY "peertest-rate-1"

typedef struct {
    apr_uint64_t key;   /* 0: free */
    apr_uint64_t count; /* window number << 32 | requests in it */
} slot_t;

/* The same memory in every child; the pointer is set before the fork. */
static slot_t *slots;

apr_status_t pt_rate_make(server_rec *s)
{
    apr_shm_t **shm = ap_retained_data_get(RETAINED_KEY);
    apr_status_t rv;

    if (!shm) {
        shm = ap_retained_data_create(RETAINED_KEY, sizeof(*shm));
        rv =
            apr_shm_create(shm, SLOTS * sizeof(slot_t), NULL, s->process->pool);
        if (rv != APR_SUCCESS)
            return rv;
        memset(apr_shm_baseaddr_get(*shm), 0, SLOTS * sizeof(slot_t));
    }
    slots = apr_shm_baseaddr_get(*shm);
    return APR_SUCCESS;
}

static slot_t *slot_of(apr_uint64_t key, apr_uint64_t window)
{
    slot_t *oldest = NULL;
    apr_uint64_t oldest_count = 0;
    int i;

    for (i = 0; i < PROBES; i++) {
        slot_t *slot = &slots[(key + (apr_uint64_t)i) & (SLOTS - 1)];
        apr_uint64_t seen = __atomic_load_n(&slot->key, __ATOMIC_ACQUIRE);
        apr_uint64_t count = __atomic_load_n(&slot->count, __ATOMIC_RELAXED);

        if (seen == key)
            return slot;
        /* Its count is of another window, which begins the new one by itself:
         * to set it here could take back what others have counted. */
        if ((!seen || count >> 32 < window)
            && (__atomic_compare_exchange_n(&slot->key, &seen, key, 0,
                                            __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)
                || seen == key))
            return slot;
        if (!oldest || count < oldest_count) {
            oldest = slot;
            oldest_count = count;
        }
    }
    __atomic_store_n(&oldest->key, key, __ATOMIC_RELEASE);
    __atomic_store_n(&oldest->count, window << 32, __ATOMIC_RELEASE);
    return oldest;
}

/* Counts one more request of the key in the window and returns how many. */
static apr_uint64_t count_one(apr_uint64_t key, apr_uint64_t window)
{
    slot_t *slot = slot_of(key, window);
    apr_uint64_t was = __atomic_load_n(&slot->count, __ATOMIC_ACQUIRE), now;

    do {
        now = was >> 32 == window ? was + 1 : (window << 32) + 1;
    } while (!__atomic_compare_exchange_n(&slot->count, &was, now, 0,
                                          __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE));
    return now & 0xffffffff;
}

const char *pt_rate_name(pt_rate_e rate)
{
    static const char *const names[] = {
        [PT_RATE_READ] = "read",   [PT_RATE_WRITE] = "write",
        [PT_RATE_AUTH] = "auth",   [PT_RATE_UPLOAD] = "upload",
        [PT_RATE_PIECE] = "piece", [PT_RATE_WEBHOOK] = "webhook",
        [PT_RATE_NONE] = "none"};

    return names[rate];
}

static apr_int64_t limit_of(const pt_config_t *cfg, pt_rate_e rate)
{
    switch (rate) {
    case PT_RATE_WRITE:
        return cfg->rate_write;
    case PT_RATE_AUTH:
        return cfg->rate_auth;
    case PT_RATE_UPLOAD:
        return cfg->rate_upload;
    case PT_RATE_PIECE:
        return cfg->rate_upload * PIECES_PER_UPLOAD;
    case PT_RATE_WEBHOOK:
        return cfg->rate_webhook;
    default:
        return cfg->rate_read;
    }
}

pt_err_t *pt_rate_count(pt_req_t *q)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_rate_e rate = q->route->rate;
    const char *who = q->actor ? q->actor->id : pt_req_address(q);
    apr_int64_t now = pt_time_now(), limit = limit_of(cfg, rate), left;
    unsigned char digest[PT_SHA256_BYTES];
    apr_uint64_t key, window = (apr_uint64_t)(now / cfg->rate_window), n;
    int reset = (int)(cfg->rate_window - now % cfg->rate_window);
    const char *name = pt_rate_name(rate), *text;

    if (rate == PT_RATE_NONE)
        return PT_OK;
    text = apr_pstrcat(q->ctx.pool, cfg->site_id, "|", name, "|", who, NULL);
    pt_sha256(digest, text, strlen(text));
    memcpy(&key, digest, sizeof(key));
    n = count_one(key | 1, window);
    left = (apr_int64_t)n > limit ? 0 : limit - (apr_int64_t)n;
    apr_table_setn(q->r->headers_out, "RateLimit-Policy",
                   apr_psprintf(q->ctx.pool,
                                "\"%s\";q=%" APR_INT64_T_FMT
                                ";w=%" APR_INT64_T_FMT,
                                name, limit, cfg->rate_window));
    apr_table_setn(q->r->headers_out, "RateLimit",
                   apr_psprintf(q->ctx.pool,
                                "\"%s\";r=%" APR_INT64_T_FMT ";t=%d", name,
                                left, reset));
    if ((apr_int64_t)n > limit)
        return pt_err_retry(pt_fail(q->ctx.pool, PT_P_RATE_LIMITED, NULL),
                            reset);
    return PT_OK;
}
