/* SPDX-License-Identifier: Apache-2.0 */
/* pt_conn.c - one connection: what we know of it, whether it lives, and the
 * connections that background threads have for themselves.
 * PT0500 */

#include "store/pt_db_priv.h"

#include <apr_strings.h>
#include <libpq-events.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#define CONNECT_SECONDS "5" /* unless the connection string says otherwise */
#define RETRY_SECONDS 2

/* libpq tells of a reset: the server has forgotten what we prepared. */
static int on_event(PGEventId id, void *info, void *state_)
{
    pt_conn_state_t *state = state_;

    (void)info;
    if (id == PGEVT_CONNRESET)
        memset(state, 0, sizeof(*state));
    return 1;
}

static void on_notice(void *state_, const PGresult *notice)
{
    pt_conn_state_t *state = state_;
    const char *severity =
        PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char *message = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);

    if (severity && !strcmp(severity, "WARNING"))
        apr_cpystrn(state->warning, message ? message : "?",
                    sizeof(state->warning));
}

pt_conn_state_t *pt_conn_state(PGconn *conn, apr_pool_t *p)
{
    pt_conn_state_t *state = PQinstanceData(conn, on_event);

    if (state)
        return state;
    state = apr_pcalloc(p, sizeof(*state));
    if (!PQregisterEventProc(conn, on_event, "peertest", state)
        || !PQsetInstanceData(conn, on_event, state))
        return NULL;
    PQsetNoticeReceiver(conn, on_notice, state);
    return state;
}

int pt_conn_is_alive(PGconn *conn)
{
    struct pollfd fd = {.fd = PQsocket(conn), .events = POLLIN};

    if (PQstatus(conn) != CONNECTION_OK
        || PQtransactionStatus(conn) != PQTRANS_IDLE)
        return 0;
    if (poll(&fd, 1, 0) == 0)
        return 1;
    /* Something to read: a notice, or the end. The second call sees the end
     * that may follow the notice. */
    return PQconsumeInput(conn) && PQconsumeInput(conn)
           && PQstatus(conn) == CONNECTION_OK;
}

void pt_conn_break(PGconn *conn)
{
    if (PQsocket(conn) >= 0)
        shutdown(PQsocket(conn), SHUT_RDWR);
}

int pt_conn_warned(pt_db_t *db)
{
    pt_log_t to = {.server = db->site->server};

    if (!db->state->warning[0])
        return 0;
    pt_log(&to, APLOG_WARNING, "PT0500: PostgreSQL warns: %s",
           db->state->warning);
    db->state->warning[0] = '\0';
    return 1;
}

const char *pt_conn_message(const pt_db_t *db)
{
    const char *message = PQerrorMessage(db->conn); /* copes with NULL */

    return apr_pstrndup(db->pool, message, strcspn(message, "\n"));
}

static pt_err_t *away(pt_db_t *db)
{
    pt_err_t *err = pt_fail(db->pool, PT_P_UNAVAILABLE, NULL);

    db->in_doubt = 1;
    return pt_err_cause(pt_err_retry(err, RETRY_SECONDS), "cannot connect: %s",
                        pt_conn_message(db));
}

static apr_status_t finish(void *db_)
{
    pt_db_t *db = db_;

    PQfinish(db->conn);
    db->conn = NULL;
    return APR_SUCCESS;
}

static void connect_first(pt_db_t *db)
{
    /* The connection string stands last: it has the last word. */
    const char *keys[] = {"connect_timeout", "fallback_application_name",
                          "dbname", NULL};
    const char *values[] = {CONNECT_SECONDS, "peertest worker",
                            db->site->cfg->database, NULL};

    db->conn = PQconnectdbParams(keys, values, 1);
    apr_pool_cleanup_register(db->owner, db, finish, apr_pool_cleanup_null);
}

static pt_err_t *listen_again(pt_db_t *db)
{
    char *name = PQescapeIdentifier(db->conn, db->channel, strlen(db->channel));
    const char *sql = apr_pstrcat(db->pool, "LISTEN ", name, NULL);
    PGresult *res;
    pt_err_t *err = PT_OK;

    PQfreemem(name);
    res = PQexec(db->conn, sql);
    if (PQresultStatus(res) != PGRES_COMMAND_OK)
        err = pt_db_failure(db, "LISTEN", res, NULL);
    PQclear(res);
    return err;
}

pt_err_t *pt_conn_ensure(pt_db_t *db)
{
    ap_assert(db->conn || db->owner); /* given back: no longer ours */
    if (db->dbd || (db->conn && !db->in_doubt && pt_conn_is_alive(db->conn)))
        return PT_OK;
    if (!db->conn)
        connect_first(db);
    else
        PQreset(db->conn);
    if (PQstatus(db->conn) != CONNECTION_OK)
        return away(db);
    db->state = pt_conn_state(db->conn, db->owner);
    if (!db->state)
        return away(db);
    db->in_doubt = 0;
    return db->channel ? listen_again(db) : PT_OK;
}

void pt_db_open(pt_db_t **db, apr_pool_t *pool, const pt_site_t *site)
{
    *db = apr_pcalloc(pool, sizeof(**db));
    (*db)->pool = (*db)->owner = pool;
    (*db)->site = site;
}

void pt_db_use_pool(pt_db_t *db, apr_pool_t *pool)
{
    db->pool = pool;
}

pt_err_t *pt_db_listen(pt_db_t *db, const char *channel)
{
    db->channel = apr_pstrdup(db->owner, channel);
    if (!db->conn || db->in_doubt)
        return pt_conn_ensure(db);
    return listen_again(db);
}

/* Takes the notifications that have come in. @return how many */
static int notified(PGconn *conn)
{
    PGnotify *notify;
    int count = 0;

    while ((notify = PQnotifies(conn))) {
        PQfreemem(notify);
        count++;
    }
    return count;
}

pt_err_t *pt_db_wait(pt_db_t *db, int wake_fd, int timeout_ms)
{
    struct pollfd fds[2] = {{.fd = wake_fd, .events = POLLIN},
                            {.events = POLLIN}};

    PT_TRY(pt_conn_ensure(db));
    if (notified(db->conn))
        return PT_OK;
    fds[1].fd = PQsocket(db->conn);
    if (poll(fds, 2, timeout_ms) > 0 && fds[1].revents
        && !PQconsumeInput(db->conn))
        return away(db);
    notified(db->conn);
    return PT_OK;
}
