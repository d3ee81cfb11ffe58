/* SPDX-License-Identifier: Apache-2.0 */
/* pt_db.h - the only door to PostgreSQL: borrow, run, transact, map errors. */
#ifndef PT_DB_H
#define PT_DB_H

#include "core/pt_err.h"
#include "core/pt_site.h"
#include "queries.h"

/** A connection that one thread has for itself: borrowed from the site's pool
 * for a request, or a background thread's own. */
typedef struct pt_db_t pt_db_t;

/** One row of a result; valid as long as the pool the query ran in. */
typedef struct {
    const void *res;
    int n;
} pt_row_t;

/** All rows of a result. */
typedef struct {
    const void *res;
    int count;
} pt_rows_t;

/* Names a query and its parameters: PT_Q(bid_list, .job_id = id). A parameter
 * left out is SQL NULL. All values travel as text. */
#define PT_Q(name, ...) \
    PT_QUERY_##name, (const char *const *)&(pt_q_##name##_t) \
    { \
        __VA_ARGS__ \
    }

/** Make a pool of a site in this child: a bounded, first-come-first-served
 * queue in front of mod_dbd, for max connections. Call in child_init. */
pt_err_t *pt_dbpool_make(pt_dbpool_t **pool, apr_pool_t *p,
                         const pt_site_t *site, apr_int64_t max);

/** Figures for /metrics and /ready. */
typedef struct {
    int max, busy, waiting;
    apr_uint64_t borrowed, refused, resets;
} pt_dbpool_stats_t;
void pt_dbpool_stats(pt_dbpool_stats_t *out, pt_dbpool_t *pool);

/**
 * Borrow a connection. It goes back with pt_db_release(), or when pool is
 * cleared; what is open is rolled back first. Never borrow a second one.
 * @param pool results live here
 * @param from a site's dbpool, or webhook_dbpool
 * @return PT_P_UNAVAILABLE (with Retry-After) when none comes free in time, the
 *         queue is full, or the server is away
 */
pt_err_t *pt_db_borrow(pt_db_t **db, apr_pool_t *pool, pt_dbpool_t *from);

/** Make a site's batches of short reads in this child. Call in child_init. */
pt_err_t *pt_batch_make(pt_batch_t **batch, apr_pool_t *p,
                        const pt_site_t *site);

/**
 * For a request that only reads, and shortly: each of its queries joins those
 * of other requests under way and travels with them. There is no connection to
 * give back and no transaction: each query sees the newest state by itself.
 */
pt_db_t *pt_db_batched(apr_pool_t *p, pt_batch_t *batch, const pt_site_t *site);

/** Give the connection back early; safe to call twice and with NULL. */
void pt_db_release(pt_db_t *db);

/**
 * Make a connection of one's own, for a background thread. It connects on its
 * first use, and again on the next use after a loss. Closed when pool is
 * cleared.
 */
void pt_db_open(pt_db_t **db, apr_pool_t *pool, const pt_site_t *site);

/** From now on results live in this pool (a job's, cleared after it; or that of
 * a part of the work). */
void pt_db_use_pool(pt_db_t *db, apr_pool_t *pool);

/** LISTEN on a channel; repeated by itself after a reconnect. */
pt_err_t *pt_db_listen(pt_db_t *db, const char *channel);

/**
 * Wait until a notification, the time-out, or wake_fd becomes readable.
 * @param wake_fd -1 for none
 * @return PT_P_UNAVAILABLE when the connection is lost
 */
pt_err_t *pt_db_wait(pt_db_t *db, int wake_fd, int timeout_ms);

pt_err_t *pt_db_begin(pt_db_t *db);
/** For several reads that have to agree: each sees what the first one saw. */
pt_err_t *pt_db_begin_snapshot(pt_db_t *db);
/** @return PT_P_UNAVAILABLE also when the outcome is not known */
pt_err_t *pt_db_commit(pt_db_t *db);
/** Rolls back if a transaction is open; never fails. */
void pt_db_rollback(pt_db_t *db);

/**
 * Run a query that yields exactly one row.
 * @param row set on success; strings in it live in the db's pool
 * @return PT_P_NOT_FOUND for no row; the problem a "-- raises:" line names for
 * a violated constraint; PT_P_UNAVAILABLE for a lost connection, a deadlock or
 * a timeout; else PT_P_INTERNAL
 */
pt_err_t *pt_db_one(pt_db_t *db, pt_row_t *row, pt_query_e query,
                    const char *const *args);

/** As pt_db_one, but no row is no failure. @param found 1 or 0 */
pt_err_t *pt_db_maybe(pt_db_t *db, pt_row_t *row, int *found, pt_query_e query,
                      const char *const *args);

/** Run a query of any number of rows. */
pt_err_t *pt_db_many(pt_db_t *db, pt_rows_t *rows, pt_query_e query,
                     const char *const *args);

/** Run a statement for its effect. @param affected rows touched; may be NULL */
pt_err_t *pt_db_exec(pt_db_t *db, int *affected, pt_query_e query,
                     const char *const *args);

/** Row i of a result, 0-based. */
pt_row_t pt_rows_at(const pt_rows_t *rows, int i);

/** A column by name; NULL for SQL NULL. An unknown name aborts: it is a bug. */
const char *pt_row_str(const pt_row_t *row, const char *column);
/** An integer column; 0 for SQL NULL. */
apr_int64_t pt_row_int(const pt_row_t *row, const char *column);
/** A boolean column; 0 for SQL NULL. */
int pt_row_bool(const pt_row_t *row, const char *column);

/** A number as a parameter. */
const char *pt_i64(apr_pool_t *p, apr_int64_t n);
/** A boolean as a parameter: "t" or "f". */
const char *pt_bool(int b);
/** Bytes as a bytea parameter: "\\x..." */
const char *pt_bytea(apr_pool_t *p, const unsigned char *data, apr_size_t len);
#endif
