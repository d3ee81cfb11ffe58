/* SPDX-License-Identifier: Apache-2.0 */
/* pt_dbpool.c - a site's connections in one child: borrowed in the order of
 * asking, within a deadline. PT0600
 *
 * mod_dbd makes the connections (DBDMax must not be below
 * PeerTestDbMax and PeerTestDbWebhookMax together) and
 * ends them with the child; in between they stay here, because mod_dbd's own
 * pool lets threads overtake each other and waits without limit. A connection
 * is idle, broken or busy. One thread at a time connects or mends: when the
 * server is away, it alone waits for the time-out, and what it learnt is
 * believed for a second. */

#include "store/pt_db_priv.h"

#include <apr_optional.h>
#include <apr_ring.h>
#include <apr_thread_cond.h>
#include <apr_thread_mutex.h>

#define RETRY_SECONDS 2
#define AWAY_BELIEVED apr_time_from_sec(1)

typedef enum {
    VERDICT_WAIT,
    VERDICT_TAKE, /* waiter->dbd is yours */
    VERDICT_OPEN, /* make one, or mend waiter->dbd */
    VERDICT_AWAY  /* nobody could give you one */
} verdict_e;

/* A thread that wants a connection; lives on its stack. */
typedef struct waiter_t {
    APR_RING_ENTRY(waiter_t) link;
    apr_thread_cond_t *granted;
    verdict_e verdict;
    ap_dbd_t *dbd;
} waiter_t;
APR_RING_HEAD(waiters_t, waiter_t);

struct pt_dbpool_t {
    apr_thread_mutex_t *lock; /* of everything below */
    const pt_site_t *site;
    APR_OPTIONAL_FN_TYPE(ap_dbd_open) * open;
    APR_OPTIONAL_FN_TYPE(ap_dbd_close) * close;
    int max, waiting_max;
    apr_interval_time_t wait;

    struct waiters_t waiters; /* who has waited longest comes first */
    int waiting, busy, opening;
    ap_dbd_t **idle, **broken; /* stacks */
    int n_idle, n_broken;
    apr_time_t away_since; /* 0: the last attempt went well */
    apr_uint64_t borrowed, refused, resets;
};

static PGconn *conn_of(const ap_dbd_t *dbd)
{
    return apr_dbd_native_handle(dbd->driver, dbd->handle);
}

static int is_away(const pt_dbpool_t *pool)
{
    return pool->away_since
           && apr_time_now() - pool->away_since < AWAY_BELIEVED;
}

/* What can the first in the queue have now? */
static verdict_e verdict_for(pt_dbpool_t *pool, waiter_t *w)
{
    w->dbd = NULL;
    if (pool->n_idle > 0) {
        w->dbd = pool->idle[--pool->n_idle];
        return VERDICT_TAKE;
    }
    if (pool->opening || pool->busy >= pool->max)
        return VERDICT_WAIT;
    if (is_away(pool))
        return pool->busy ? VERDICT_WAIT : VERDICT_AWAY;
    if (pool->n_broken > 0)
        w->dbd = pool->broken[--pool->n_broken];
    return VERDICT_OPEN;
}

/* Serve the queue from its head as far as possible. Called with the lock held
 * after every change. */
static void serve(pt_dbpool_t *pool)
{
    while (!APR_RING_EMPTY(&pool->waiters, waiter_t, link)) {
        waiter_t *first = APR_RING_FIRST(&pool->waiters);

        first->verdict = verdict_for(pool, first);
        if (first->verdict == VERDICT_WAIT)
            return;
        if (first->verdict != VERDICT_AWAY)
            pool->busy++;
        pool->opening |= first->verdict == VERDICT_OPEN;
        APR_RING_REMOVE(first, link);
        pool->waiting--;
        if (first->granted)
            apr_thread_cond_signal(first->granted);
    }
}

static void leave_queue(pt_dbpool_t *pool, waiter_t *w)
{
    APR_RING_REMOVE(w, link);
    pool->waiting--;
}

/* Stand in the queue until served or out of time. The lock is held. */
static pt_err_t *stand_in_queue(pt_dbpool_t *pool, waiter_t *w, apr_pool_t *p,
                                apr_time_t deadline)
{
    APR_RING_ELEM_INIT(w, link);
    APR_RING_INSERT_TAIL(&pool->waiters, w, waiter_t, link);
    pool->waiting++;
    serve(pool);
    if (w->verdict == VERDICT_WAIT && pool->waiting > pool->waiting_max) {
        leave_queue(pool, w);
        return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL),
                            "too many wait for a connection");
    }
    if (w->verdict == VERDICT_WAIT
        && apr_thread_cond_create(&w->granted, p) != APR_SUCCESS) {
        leave_queue(pool, w);
        return pt_fail(p, PT_P_INTERNAL, NULL);
    }
    while (w->verdict == VERDICT_WAIT) {
        apr_interval_time_t left = deadline - apr_time_now();

        if (left <= 0) {
            leave_queue(pool, w);
            return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL),
                                "no connection came free in time");
        }
        apr_thread_cond_timedwait(w->granted, pool->lock, left);
    }
    if (w->verdict == VERDICT_AWAY)
        return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL),
                            "the database was away a moment ago");
    return PT_OK;
}

/* A connection is no longer busy. */
static void give_back(pt_dbpool_t *pool, ap_dbd_t *dbd, int is_good)
{
    if (!is_good)
        pt_conn_break(conn_of(dbd));
    apr_thread_mutex_lock(pool->lock);
    pool->busy--;
    if (is_good)
        pool->idle[pool->n_idle++] = dbd;
    else
        pool->broken[pool->n_broken++] = dbd;
    serve(pool);
    apr_thread_mutex_unlock(pool->lock);
}

/* Connect, or connect again. Only one thread of the child is here at a time.
 * @return NULL when the server is away */
static ap_dbd_t *open_or_mend(pt_dbpool_t *pool, ap_dbd_t *broken,
                              apr_pool_t *p)
{
    ap_dbd_t *dbd = broken;
    int is_good;

    if (broken)
        PQreset(conn_of(broken));
    else
        dbd = pool->open(p, pool->site->server);
    is_good = dbd && PQstatus(conn_of(dbd)) == CONNECTION_OK;

    apr_thread_mutex_lock(pool->lock);
    pool->opening = 0;
    pool->away_since = is_good ? 0 : apr_time_now();
    pool->resets += broken != NULL;
    if (!is_good) {
        pool->busy--;
        pool->refused++;
        if (dbd)
            pool->broken[pool->n_broken++] = dbd;
    }
    serve(pool);
    apr_thread_mutex_unlock(pool->lock);
    return is_good ? dbd : NULL;
}

/* One connection, or a failure; it may turn out to be dead. */
static pt_err_t *take(pt_dbpool_t *pool, ap_dbd_t **dbd, apr_pool_t *p,
                      apr_time_t deadline)
{
    waiter_t waiter = {.verdict = VERDICT_WAIT};
    pt_err_t *err;

    apr_thread_mutex_lock(pool->lock);
    err = stand_in_queue(pool, &waiter, p, deadline);
    if (err)
        pool->refused++;
    else
        pool->borrowed++;
    apr_thread_mutex_unlock(pool->lock);
    PT_TRY(err);

    *dbd = waiter.verdict == VERDICT_OPEN ? open_or_mend(pool, waiter.dbd, p)
                                          : waiter.dbd;
    return *dbd ? PT_OK
                : pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL),
                               "cannot connect to the database");
}

static apr_status_t return_loan(void *db)
{
    pt_db_release(db);
    return APR_SUCCESS;
}

static pt_db_t *lend(pt_dbpool_t *pool, ap_dbd_t *dbd, apr_pool_t *p)
{
    pt_db_t *db = apr_pcalloc(p, sizeof(*db));

    db->pool = db->borrower = p;
    db->site = pool->site;
    db->lender = pool;
    db->dbd = dbd;
    db->conn = conn_of(dbd);
    db->state = pt_conn_state(db->conn, dbd->pool);
    ap_assert(db->state); /* out of memory otherwise */
    apr_pool_cleanup_register(p, db, return_loan, apr_pool_cleanup_null);
    return db;
}

pt_err_t *pt_db_borrow(pt_db_t **db, apr_pool_t *p, pt_dbpool_t *pool)
{
    apr_time_t deadline = apr_time_now() + pool->wait;
    ap_dbd_t *dbd;

    for (;;) {
        pt_err_t *err = take(pool, &dbd, p, deadline);

        if (err)
            return pt_err_retry(err, RETRY_SECONDS);
        if (pt_conn_is_alive(conn_of(dbd)))
            break;
        give_back(pool, dbd, 0);
    }
    *db = lend(pool, dbd, p);
    return PT_OK;
}

void pt_db_release(pt_db_t *db)
{
    if (!db || !db->conn || !db->dbd)
        return;
    apr_pool_cleanup_kill(db->borrower, db, return_loan);
    pt_db_rollback(db);
    give_back(db->lender, db->dbd,
              !db->in_doubt && PQtransactionStatus(db->conn) == PQTRANS_IDLE);
    db->conn = NULL;
}

void pt_dbpool_stats(pt_dbpool_stats_t *out, pt_dbpool_t *pool)
{
    apr_thread_mutex_lock(pool->lock);
    out->max = pool->max;
    out->busy = pool->busy;
    out->waiting = pool->waiting;
    out->borrowed = pool->borrowed;
    out->refused = pool->refused;
    out->resets = pool->resets;
    apr_thread_mutex_unlock(pool->lock);
}

/* Before mod_dbd ends its connections, which it can only where it has them. */
static apr_status_t close_all(void *pool_)
{
    pt_dbpool_t *pool = pool_;

    while (pool->n_idle > 0)
        pool->close(pool->site->server, pool->idle[--pool->n_idle]);
    while (pool->n_broken > 0)
        pool->close(pool->site->server, pool->broken[--pool->n_broken]);
    return APR_SUCCESS;
}

pt_err_t *pt_dbpool_make(pt_dbpool_t **out, apr_pool_t *p,
                         const pt_site_t *site, apr_int64_t max)
{
    pt_dbpool_t *pool = apr_pcalloc(p, sizeof(*pool));

    pool->open = APR_RETRIEVE_OPTIONAL_FN(ap_dbd_open);
    pool->close = APR_RETRIEVE_OPTIONAL_FN(ap_dbd_close);
    if (!pool->open || !pool->close)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "mod_dbd is not loaded");
    if (apr_thread_mutex_create(&pool->lock, APR_THREAD_MUTEX_DEFAULT, p)
        != APR_SUCCESS)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL), "no mutex");
    pool->site = site;
    pool->max = (int)max;
    pool->waiting_max = (int)site->cfg->db_queue;
    pool->wait = apr_time_from_msec(site->cfg->db_wait_ms);
    APR_RING_INIT(&pool->waiters, waiter_t, link);
    pool->idle = apr_pcalloc(p, pool->max * sizeof(*pool->idle));
    pool->broken = apr_pcalloc(p, pool->max * sizeof(*pool->broken));
    apr_pool_pre_cleanup_register(p, pool, close_all);
    *out = pool;
    return PT_OK;
}
