/* SPDX-License-Identifier: Apache-2.0 */
/* pt_db_priv.h - what the files of store/ and the generated queries share. */
#ifndef PT_DB_PRIV_H
#define PT_DB_PRIV_H

#include "core/pt_log.h"
#include "store/pt_db.h"

#include <apr_dbd.h>
#include <libpq-fe.h>
#include <mod_dbd.h>

#define PT_WARNING_BYTES 256

typedef enum {
    PT_KIND_ONE,
    PT_KIND_MAYBE,
    PT_KIND_MANY,
    PT_KIND_EXEC
} pt_kind_e;

/** What the violation of a constraint is to the client. */
typedef struct {
    const char *constraint;
    pt_problem_e problem;
} pt_raise_t;

/** One named statement of sql/queries. */
typedef struct {
    const char *name;
    pt_kind_e kind; /* how C calls it; tools/check-queries compares */
    int nparams;
    const pt_raise_t *raises; /* ends in a NULL constraint; may be NULL */
    const char *sql;
} pt_query_def_t;

extern const pt_query_def_t pt_queries[PT_QUERY_COUNT + 1];

/** What we know of a connection beside libpq. Lives as long as it does. */
typedef struct {
    unsigned char prepared[PT_QUERY_COUNT]; /* the server knows the statement */
    char warning[PT_WARNING_BYTES];         /* its last one; "" when read */
} pt_conn_state_t;

struct pt_db_t {
    apr_pool_t *pool; /* of results */
    const pt_site_t *site;
    PGconn *conn; /* NULL: given back, or never connected */
    pt_conn_state_t *state;
    int in_tx;
    int in_doubt; /* the connection must not be used again as it is */

    /* Borrowed: where it goes back to. */
    pt_dbpool_t *lender;
    ap_dbd_t *dbd;
    apr_pool_t *borrower; /* its end is the end of the loan */

    pt_batch_t *batch; /* short reads travel together; there is no conn */

    /* A background thread's own. */
    apr_pool_t *owner;
    const char *channel; /* LISTENs on it; may be NULL */
};

/* --- pt_conn.c: one connection --- */

/** Our knowledge of a connection; made in p on first sight. */
pt_conn_state_t *pt_conn_state(PGconn *conn, apr_pool_t *p);

/** Is an idle connection alive? Asks the socket, not the server. */
int pt_conn_is_alive(PGconn *conn);

/** Make sure that the server sees the end of whatever runs on it. */
void pt_conn_break(PGconn *conn);

/** Connect, or connect again, a background thread's connection where it is
 * down. A borrowed one stays as it is. */
pt_err_t *pt_conn_ensure(pt_db_t *db);

/** The first line of libpq's last message, in the pool of results. */
const char *pt_conn_message(const pt_db_t *db);

/** Log what the server warned of since the last call. @return 1 if it did */
int pt_conn_warned(pt_db_t *db);

/* --- pt_db.c --- */

/** Make the server know a statement, where it does not yet. */
pt_err_t *pt_db_prepare(pt_db_t *db, pt_query_e query);

/* --- pt_batch.c --- */

/**
 * Run a query together with those of other threads.
 * @param res its result, of any status, the caller's to clear; NULL when the
 *        connection was lost
 * @return PT_P_UNAVAILABLE when no connection could be had in time
 */
pt_err_t *pt_batch_run(PGresult **res, pt_db_t *db, pt_query_e query,
                       const char *const *args);

/* --- pt_dberr.c: failures --- */

/**
 * What a result that is no success means, and whether the connection is in
 * doubt.
 * @param what for the log: the query's name or the command
 * @param raises problems of violated constraints; may be NULL
 */
pt_err_t *pt_db_failure(pt_db_t *db, const char *what, const PGresult *res,
                        const pt_raise_t *raises);
#endif
