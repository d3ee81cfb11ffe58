/* SPDX-License-Identifier: Apache-2.0 */
/* pt_dberr.c - SQLSTATEs into problems. Codes: PostgreSQL 15 manual, appendix
 * A. */

#include "store/pt_db_priv.h"

#include <string.h>

#define RETRY_SECONDS 1

/* A row of the table below: a SQLSTATE, or its first characters. */
typedef struct {
    const char *sqlstate;
    pt_problem_e problem;
    int in_doubt; /* nothing of the old session is trusted afterwards */
} meaning_t;

/* The first row that fits counts. */
static const meaning_t meanings[] = {
    {"08", PT_P_UNAVAILABLE, 1},      /* the connection is lost */
    {"57P", PT_P_UNAVAILABLE, 1},     /* the server ends or starts */
    {"57014", PT_P_UNAVAILABLE, 0},   /* cancelled: statement_timeout */
    {"40", PT_P_UNAVAILABLE, 0},      /* deadlock, serialisation */
    {"55P03", PT_P_UNAVAILABLE, 0},   /* lock_timeout */
    {"53", PT_P_UNAVAILABLE, 0},      /* out of memory, disk, connections */
    {"25006", PT_P_UNAVAILABLE, 1},   /* read only: it is the standby now */
    {"25P03", PT_P_UNAVAILABLE, 1},   /* idle_in_transaction_session_timeout */
    {"26000", PT_P_UNAVAILABLE, 1},   /* it has forgotten our statements */
    {"0A000", PT_P_UNAVAILABLE, 1},   /* a migration changed a result's form */
    {"23505", PT_P_CONFLICT, 0},      /* unique */
    {"23P01", PT_P_CONFLICT, 0},      /* exclusion */
    {"23503", PT_P_INVALID_INPUT, 0}, /* foreign key */
    {"23514", PT_P_INVALID_INPUT, 0}, /* check */
    {"22007", PT_P_INVALID_INPUT, 0}, /* no such instant */
    {"22008", PT_P_INVALID_INPUT, 0}, /* beyond what an instant can be */
    {"22P02", PT_P_NOT_FOUND, 0},     /* an id that cannot be one */
};

static const meaning_t other = {NULL, PT_P_INTERNAL, 0};
static const meaning_t lost = {NULL, PT_P_UNAVAILABLE, 1};

static const meaning_t *meaning_of(const char *sqlstate)
{
    apr_size_t i;

    for (i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
        const char *prefix = meanings[i].sqlstate;

        if (!strncmp(sqlstate, prefix, strlen(prefix)))
            return &meanings[i];
    }
    return &other;
}

static pt_problem_e problem_of(const meaning_t *meaning,
                               const pt_raise_t *raises, const char *constraint)
{
    for (; constraint && raises && raises->constraint; raises++) {
        if (!strcmp(raises->constraint, constraint))
            return raises->problem;
    }
    return meaning->problem;
}

pt_err_t *pt_db_failure(pt_db_t *db, const char *what, const PGresult *res,
                        const pt_raise_t *raises)
{
    const char *sqlstate = PQresultErrorField(res, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    const char *constraint = PQresultErrorField(res, PG_DIAG_CONSTRAINT_NAME);
    const meaning_t *meaning = sqlstate ? meaning_of(sqlstate) : &lost;
    pt_problem_e problem = problem_of(meaning, raises, constraint);
    pt_err_t *err = pt_fail(db->pool, problem, NULL);

    if (meaning->in_doubt || PQstatus(db->conn) != CONNECTION_OK)
        db->in_doubt = 1;
    if (problem == PT_P_UNAVAILABLE)
        pt_err_retry(err, RETRY_SECONDS);
    /* The primary message names no values of the row; the detail line would. */
    return pt_err_cause(err, "%s: %s %s%s%s", what, sqlstate ? sqlstate : "-",
                        message ? message : pt_conn_message(db),
                        constraint ? " of " : "", constraint ? constraint : "");
}
