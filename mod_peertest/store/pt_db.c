/* SPDX-License-Identifier: Apache-2.0 */
/* pt_db.c - run named statements, transactions, rows. PT0550 */

#include "store/pt_db_priv.h"

#include <apr_strings.h>
#include <stdlib.h>
#include <string.h>

static apr_status_t clear_result(void *res)
{
    PQclear(res);
    return APR_SUCCESS;
}

static int succeeded(const PGresult *res)
{
    ExecStatusType status = PQresultStatus(res);

    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

pt_err_t *pt_db_prepare(pt_db_t *db, pt_query_e query)
{
    const pt_query_def_t *def = &pt_queries[query];
    pt_err_t *err = PT_OK;
    PGresult *res;

    if (db->state->prepared[query])
        return PT_OK;
    res = PQprepare(db->conn, def->name, def->sql, 0, NULL);
    if (succeeded(res))
        db->state->prepared[query] = 1;
    else
        err = pt_db_failure(db, def->name, res, NULL);
    PQclear(res);
    return err;
}

static pt_err_t *run_on_own(PGresult **res, pt_db_t *db, pt_query_e query,
                            const char *const *args)
{
    const pt_query_def_t *def = &pt_queries[query];

    if (!db->in_tx)
        PT_TRY(pt_conn_ensure(db));
    PT_TRY(pt_db_prepare(db, query));
    *res =
        PQexecPrepared(db->conn, def->name, def->nparams, args, NULL, NULL, 0);
    pt_conn_warned(db);
    return PT_OK;
}

static pt_err_t *run(pt_db_t *db, PGresult **out, pt_query_e query,
                     const char *const *args)
{
    const pt_query_def_t *def = &pt_queries[query];
    PGresult *res;

    PT_TRY(db->batch ? pt_batch_run(&res, db, query, args)
                     : run_on_own(&res, db, query, args));
    apr_pool_cleanup_register(db->pool, res, clear_result,
                              apr_pool_cleanup_null);
    if (!succeeded(res))
        return pt_db_failure(db, def->name, res, def->raises);
    *out = res;
    return PT_OK;
}

pt_err_t *pt_db_maybe(pt_db_t *db, pt_row_t *row, int *found, pt_query_e query,
                      const char *const *args)
{
    PGresult *res;

    PT_TRY(run(db, &res, query, args));
    *found = PQntuples(res) > 0;
    row->res = res;
    row->n = 0;
    return PT_OK;
}

pt_err_t *pt_db_one(pt_db_t *db, pt_row_t *row, pt_query_e query,
                    const char *const *args)
{
    int found;

    PT_TRY(pt_db_maybe(db, row, &found, query, args));
    if (!found)
        return pt_err_cause(pt_fail(db->pool, PT_P_NOT_FOUND, NULL),
                            "%s: no row", pt_queries[query].name);
    return PT_OK;
}

pt_err_t *pt_db_many(pt_db_t *db, pt_rows_t *rows, pt_query_e query,
                     const char *const *args)
{
    PGresult *res;

    PT_TRY(run(db, &res, query, args));
    rows->res = res;
    rows->count = PQntuples(res);
    return PT_OK;
}

pt_err_t *pt_db_exec(pt_db_t *db, int *affected, pt_query_e query,
                     const char *const *args)
{
    PGresult *res;

    PT_TRY(run(db, &res, query, args));
    if (affected)
        *affected = atoi(PQcmdTuples(res));
    return PT_OK;
}

static pt_err_t *begin(pt_db_t *db, const char *command)
{
    PGresult *res;
    pt_err_t *err = PT_OK;

    ap_assert(!db->in_tx);
    PT_TRY(pt_conn_ensure(db));
    res = PQexec(db->conn, command);
    if (succeeded(res))
        db->in_tx = 1;
    else
        err = pt_db_failure(db, "BEGIN", res, NULL);
    PQclear(res);
    return err;
}

pt_err_t *pt_db_begin(pt_db_t *db)
{
    return begin(db, "BEGIN");
}

pt_err_t *pt_db_begin_snapshot(pt_db_t *db)
{
    return begin(db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

/* The server answers ROLLBACK where a statement had failed before; and it warns
 * when it gave up waiting for the standby, so that the outcome is not known. */
static pt_err_t *commit_outcome(pt_db_t *db, PGresult *res)
{
    pt_err_t *err;

    if (!succeeded(res)) {
        err = pt_db_failure(db, "COMMIT", res, NULL);
        /* A deferred constraint says that we posted nonsense; no client's
         * fault. */
        if (err->problem == PT_P_INVALID_INPUT || err->problem == PT_P_CONFLICT)
            err->problem = PT_P_INTERNAL;
        return err;
    }
    if (strcmp(PQcmdStatus(res), "COMMIT"))
        return pt_err_cause(pt_fail(db->pool, PT_P_INTERNAL, NULL),
                            "COMMIT of a failed transaction");
    if (pt_conn_warned(db))
        return pt_err_cause(pt_fail(db->pool, PT_P_UNAVAILABLE, NULL),
                            "COMMIT with a warning: outcome unknown");
    return PT_OK;
}

pt_err_t *pt_db_commit(pt_db_t *db)
{
    PGresult *res;
    pt_err_t *err;

    ap_assert(db->in_tx);
    res = PQexec(db->conn, "COMMIT");
    db->in_tx = 0;
    err = commit_outcome(db, res);
    PQclear(res);
    return err;
}

void pt_db_rollback(pt_db_t *db)
{
    PGresult *res;

    if (!db->in_tx)
        return;
    db->in_tx = 0;
    if (PQstatus(db->conn) == CONNECTION_OK) {
        res = PQexec(db->conn, "ROLLBACK");
        PQclear(res);
    }
    if (PQtransactionStatus(db->conn) != PQTRANS_IDLE)
        db->in_doubt = 1;
}

pt_row_t pt_rows_at(const pt_rows_t *rows, int i)
{
    pt_row_t row = {rows->res, i};

    ap_assert(i >= 0 && i < rows->count);
    return row;
}

const char *pt_row_str(const pt_row_t *row, const char *column)
{
    int col = PQfnumber(row->res, column);

    ap_assert(col >= 0);
    return PQgetisnull(row->res, row->n, col)
               ? NULL
               : PQgetvalue(row->res, row->n, col);
}

apr_int64_t pt_row_int(const pt_row_t *row, const char *column)
{
    const char *value = pt_row_str(row, column);

    return value ? apr_atoi64(value) : 0;
}

int pt_row_bool(const pt_row_t *row, const char *column)
{
    const char *value = pt_row_str(row, column);

    return value && value[0] == 't';
}

const char *pt_i64(apr_pool_t *p, apr_int64_t n)
{
    return apr_psprintf(p, "%" APR_INT64_T_FMT, n);
}

const char *pt_bool(int b)
{
    return b ? "t" : "f";
}

const char *pt_bytea(apr_pool_t *p, const unsigned char *data, apr_size_t len)
{
    static const char digits[] = "0123456789abcdef";
    char *text = apr_palloc(p, 2 * len + 3);
    char *at = text;
    apr_size_t i;

    *at++ = '\\';
    *at++ = 'x';
    for (i = 0; i < len; i++) {
        *at++ = digits[data[i] >> 4];
        *at++ = digits[data[i] & 15];
    }
    *at = '\0';
    return text;
}
