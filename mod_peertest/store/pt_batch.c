/* SPDX-License-Identifier: Apache-2.0 */
/* pt_batch.c - short reads of several requests travel as one libpq pipeline.
 *
 * Whoever finds a connection free leads: sends the reads that have queued up,
 * hands each its result as it arrives, and makes the next in the queue the
 * leader. A lone read therefore waits for nobody, and the more there are, the
 * fewer turns they cost. One sync ends them all, because each would cost the
 * server a transaction; those behind one that failed are run again, alone. A
 * slow statement delays the ones behind it, so this is for short ones. */

#include "store/pt_db_priv.h"

#include <apr_ring.h>
#include <apr_thread_mutex.h>
#include <errno.h>
#include <semaphore.h>

#define RETRY_SECONDS 1
#define READS_MAX \
    16 /* in one pipeline; small enough for the socket's buffers */

typedef enum { READ_QUEUED, READ_LEADS, READ_SENT } read_state_e;

/* A read of one thread; lives on its stack. Who waits is woken by a semaphore
 * of their own and not under the lock, so that nobody wakes only to wait for
 * it. */
typedef struct read_t {
    APR_RING_ENTRY(read_t) link;
    sem_t woken; /* posted once, when it is to lead or is done */
    read_state_e state;
    pt_query_e query;
    const char *const *args;
    int is_prepared;
    PGresult *res; /* NULL: the connection was lost, or none could be had */
} read_t;
APR_RING_HEAD(reads_t, read_t);

struct pt_batch_t {
    apr_thread_mutex_t *lock; /* of everything below */
    struct reads_t queued;
    int leaders, leaders_max;
    pt_dbpool_t *connections; /* as many as there may be leaders */
    apr_interval_time_t wait;
};

/* The first in the queue leads, if one more may. The lock is held.
 * @return who has to be woken once it no longer is, or NULL */
static read_t *appoint(pt_batch_t *batch)
{
    read_t *first;

    if (batch->leaders >= batch->leaders_max
        || APR_RING_EMPTY(&batch->queued, read_t, link))
        return NULL;
    first = APR_RING_FIRST(&batch->queued);
    APR_RING_REMOVE(first, link);
    first->state = READ_LEADS;
    batch->leaders++;
    return first;
}

static int is_woken_by(read_t *read, apr_time_t deadline)
{
    const struct timespec until = {apr_time_sec(deadline),
                                   apr_time_usec(deadline) * 1000};
    int rv;

    while ((rv = sem_timedwait(&read->woken, &until)) != 0 && errno == EINTR)
        continue;
    return rv == 0;
}

/* Out of time. @return 0 when somebody has just taken the read up */
static int has_left(pt_batch_t *batch, read_t *read)
{
    int is_queued;

    apr_thread_mutex_lock(batch->lock);
    is_queued = read->state == READ_QUEUED;
    if (is_queued)
        APR_RING_REMOVE(read, link);
    apr_thread_mutex_unlock(batch->lock);
    return is_queued;
}

/* Stand in the queue until somebody has the result, or this thread is to lead.
 */
static pt_err_t *stand_in_queue(pt_batch_t *batch, read_t *read, apr_pool_t *p)
{
    apr_time_t deadline = apr_time_now() + batch->wait;
    read_t *leader;

    APR_RING_ELEM_INIT(read, link);
    apr_thread_mutex_lock(batch->lock);
    APR_RING_INSERT_TAIL(&batch->queued, read, read_t, link);
    leader = appoint(batch);
    apr_thread_mutex_unlock(batch->lock);
    if (leader == read)
        return PT_OK;
    if (leader)
        sem_post(&leader->woken);
    if (is_woken_by(read, deadline))
        return PT_OK;
    if (has_left(batch, read))
        return pt_err_cause(
            pt_err_retry(pt_fail(p, PT_P_UNAVAILABLE, NULL), RETRY_SECONDS),
            "no connection came free in time");
    while (sem_wait(&read->woken) != 0)
        continue;
    return PT_OK;
}

/* What the leader sends: its own read and those that wait behind it. */
static int gather(pt_batch_t *batch, read_t **reads, read_t *own)
{
    int n = 0;

    reads[n++] = own;
    apr_thread_mutex_lock(batch->lock);
    while (n < READS_MAX && !APR_RING_EMPTY(&batch->queued, read_t, link)) {
        read_t *first = APR_RING_FIRST(&batch->queued);

        APR_RING_REMOVE(first, link);
        first->state = READ_SENT;
        reads[n++] = first;
    }
    apr_thread_mutex_unlock(batch->lock);
    return n;
}

/* Whoever waits for the read may be gone as soon as they are woken. */
static void deliver(read_t *read, PGresult *res)
{
    read->res = res;
    if (read->state == READ_SENT)
        sem_post(&read->woken);
}

static void run_alone(pt_db_t *db, read_t *read)
{
    const pt_query_def_t *def = &pt_queries[read->query];
    PGresult *res = NULL;

    if (pt_db_prepare(db, read->query) == PT_OK)
        res = PQexecPrepared(db->conn, def->name, def->nparams, read->args,
                             NULL, NULL, 0);
    if (PQstatus(db->conn) != CONNECTION_OK)
        db->in_doubt = 1;
    deliver(read, res);
}

/* The result of the next read of a pipeline; NULL when the two are out of step,
 * which only the loss of the connection causes. */
static PGresult *next_result(pt_db_t *db)
{
    PGresult *res = db->in_doubt ? NULL : PQgetResult(db->conn), *rest;

    while (res && (rest = PQgetResult(db->conn)))
        PQclear(rest);
    if (!res)
        db->in_doubt = 1;
    return res;
}

static void send_all(pt_db_t *db, read_t **reads, int n)
{
    for (int i = 0; i < n && !db->in_doubt; i++) {
        const pt_query_def_t *def = &pt_queries[reads[i]->query];

        if (reads[i]->is_prepared
            && !PQsendQueryPrepared(db->conn, def->name, def->nparams,
                                    reads[i]->args, NULL, NULL, 0))
            db->in_doubt = 1;
    }
    if (!db->in_doubt && !PQpipelineSync(db->conn))
        db->in_doubt = 1;
}

/* Hand out the results as they come.
 * @return how many reads, now the first, wait behind one that failed */
static int hand_out(pt_db_t *db, read_t **reads, int n)
{
    int left = 0;

    for (int i = 0; i < n; i++) {
        PGresult *res = reads[i]->is_prepared ? next_result(db) : NULL;

        if (PQresultStatus(res) == PGRES_PIPELINE_ABORTED) {
            PQclear(res);
            reads[left++] = reads[i];
        }
        else {
            deliver(reads[i], res);
        }
    }
    return left;
}

static void end_pipeline(pt_db_t *db)
{
    PGresult *sync = db->in_doubt ? NULL : PQgetResult(db->conn);

    if (PQresultStatus(sync) != PGRES_PIPELINE_SYNC)
        db->in_doubt = 1;
    PQclear(sync);
    if (!PQexitPipelineMode(db->conn))
        db->in_doubt = 1;
}

static void run_all(pt_db_t *db, read_t **reads, int n)
{
    int left;

    for (int i = 0; i < n; i++)
        reads[i]->is_prepared = pt_db_prepare(db, reads[i]->query) == PT_OK;
    if (!PQenterPipelineMode(db->conn))
        db->in_doubt = 1;
    send_all(db, reads, n);
    left = hand_out(db, reads, n);
    end_pipeline(db);
    for (int i = 0; i < left; i++)
        run_alone(db, reads[i]);
}

/* @return why there is no connection; the reads then have no result */
static pt_err_t *lead(pt_batch_t *batch, read_t *own, apr_pool_t *p)
{
    read_t *reads[READS_MAX];
    pt_db_t *db;
    pt_err_t *err = pt_db_borrow(&db, p, batch->connections);
    int n = gather(batch, reads, own);
    read_t *next;

    if (err)
        for (int i = 0; i < n; i++)
            deliver(reads[i], NULL);
    else if (n == 1)
        run_alone(db, own);
    else
        run_all(db, reads, n);
    if (!err)
        pt_db_release(db);
    apr_thread_mutex_lock(batch->lock);
    batch->leaders--;
    next = appoint(batch);
    apr_thread_mutex_unlock(batch->lock);
    if (next)
        sem_post(&next->woken);
    return err;
}

pt_err_t *pt_batch_run(PGresult **res, pt_db_t *db, pt_query_e query,
                       const char *const *args)
{
    read_t read = {.query = query, .args = args};
    pt_err_t *err;

    sem_init(&read.woken, 0, 0);
    err = stand_in_queue(db->batch, &read, db->pool);
    if (!err && read.state == READ_LEADS)
        err = lead(db->batch, &read, db->pool);
    sem_destroy(&read.woken);
    PT_TRY(err);
    *res = read.res;
    return PT_OK;
}

pt_db_t *pt_db_batched(apr_pool_t *p, pt_batch_t *batch, const pt_site_t *site)
{
    pt_db_t *db = apr_pcalloc(p, sizeof(*db));

    db->pool = p;
    db->site = site;
    db->batch = batch;
    return db;
}

pt_err_t *pt_batch_make(pt_batch_t **out, apr_pool_t *p, const pt_site_t *site)
{
    pt_batch_t *batch = apr_pcalloc(p, sizeof(*batch));

    PT_TRY(
        pt_dbpool_make(&batch->connections, p, site, site->cfg->db_read_max));
    if (apr_thread_mutex_create(&batch->lock, APR_THREAD_MUTEX_DEFAULT, p)
        != APR_SUCCESS)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL), "no mutex");
    APR_RING_INIT(&batch->queued, read_t, link);
    batch->leaders_max = (int)site->cfg->db_read_max;
    batch->wait = apr_time_from_msec(site->cfg->db_wait_ms);
    *out = batch;
    return PT_OK;
}
