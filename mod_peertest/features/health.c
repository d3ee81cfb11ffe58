/* SPDX-License-Identifier: Apache-2.0 */
/* health.c - liveness, readiness and figures, for probes and operators. PT0350
 */

#include "http/pt_route.h"
#include "providers/file_store.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const pt_field_t health_fields[] = {
    PT_OUT(status, PT_T_TEXT, "\"healthy\" as long as the server answers"),
    PT_FIELDS_END
};
static const pt_schema_t health_schema = {"Health", health_fields, 0};

static const pt_field_t check_fields[] = {
    PT_OUT(status, PT_T_ENUM, "How it is",
           .values = PT_VALUES("healthy", "configured", "unavailable", "wrong-schema")),
    PT_FIELDS_END
};
static const pt_schema_t check_schema = {"HealthCheck", check_fields, 0};

static const pt_field_t checks_fields[] = {
    PT_OUT(database, PT_T_OBJECT, "PostgreSQL and its schema version", .of = &check_schema),
    PT_OUT(storage,  PT_T_OBJECT, "Where files are kept", .of = &check_schema),
    PT_OUT(payments, PT_T_OBJECT, "The payment provider", .of = &check_schema),
    PT_OUT(mail,     PT_T_OBJECT, "Outgoing mail", .of = &check_schema),
    PT_FIELDS_END
};
static const pt_schema_t checks_schema = {"HealthChecks", checks_fields, 0};

static const pt_field_t ready_fields[] = {
    PT_OUT(status, PT_T_ENUM, "Whether requests can be served",
           .values = PT_VALUES("healthy", "unavailable")),
    PT_OUT(checks, PT_T_OBJECT, "What it depends on", .of = &checks_schema),
    PT_FIELDS_END
};
static const pt_schema_t ready_schema = {"Ready", ready_fields, 0};
/* clang-format on */

static pt_err_t *health_get(pt_req_t *q)
{
    return pt_reply_json(q, json_pack("{ss}", "status", "healthy"));
}

static const char *database_status(pt_req_t *q)
{
    pt_row_t row;
    pt_err_t *err = pt_req_borrow(q);

    if (!err)
        err = pt_db_one(q->ctx.db, &row, PT_Q(schema_version, .none = NULL));
    if (err) {
        pt_log_err(&q->ctx.log, APLOG_WARNING, "PT0351", err);
        return "unavailable";
    }
    return pt_row_int(&row, "version") == PT_SCHEMA_VERSION ? "healthy"
                                                            : "wrong-schema";
}

/* Is a service away, as far as background jobs have found? They go on by
 * themselves when it is back, so that this takes no machine out of service. */
static void look_for_outages(pt_req_t *q, const char **payments,
                             const char **mail)
{
    pt_row_t row;
    pt_err_t *err = pt_db_one(q->ctx.db, &row, PT_Q(services_away));

    *payments = *mail = "configured";
    if (err)
        pt_log_err(&q->ctx.log, APLOG_WARNING, "PT0353", err);
    if (!err && pt_row_bool(&row, PT_AWAY_PAYMENTS))
        *payments = "unavailable";
    if (!err && pt_row_bool(&row, PT_AWAY_MAIL))
        *mail = "unavailable";
}

/* Pages, work and money go on without files, so that this takes no machine out
 * of service. Asked without a connection: a store may be slow. */
static const char *storage_status(pt_req_t *q)
{
    const char *trouble;

    pt_db_release(q->ctx.db);
    q->ctx.db = NULL;
    trouble = pt_file_store_trouble(q->ctx.pool, q->ctx.site);
    if (!trouble)
        return "healthy";
    pt_log(&q->ctx.log, APLOG_WARNING, "PT0352: storage: %s", trouble);
    return "unavailable";
}

static pt_err_t *ready_get(pt_req_t *q)
{
    const char *database = database_status(q);
    const char *storage, *payments = "configured", *mail = "configured";
    int ready = !strcmp(database, "healthy");

    if (ready)
        look_for_outages(q, &payments, &mail);
    storage = storage_status(q);
    if (!ready)
        q->status = HTTP_SERVICE_UNAVAILABLE;
    return pt_reply_json(
        q, json_pack("{ss s{s{ss} s{ss} s{ss} s{ss}}}", "status",
                     ready ? "healthy" : "unavailable", "checks", "database",
                     "status", database, "storage", "status", storage,
                     "payments", "status", payments, "mail", "status", mail));
}

/* Prometheus text exposition format 0.0.4. */
static pt_err_t *metrics_get(pt_req_t *q)
{
    pt_dbpool_stats_t s;

    pt_dbpool_stats(&s, q->ctx.site->dbpool);
    q->body = apr_psprintf(
        q->ctx.pool,
        "# HELP peertest_db_connections Database connections of this child.\n"
        "# TYPE peertest_db_connections gauge\n"
        "peertest_db_connections{state=\"max\"} %d\n"
        "peertest_db_connections{state=\"busy\"} %d\n"
        "# HELP peertest_db_waiting Requests that wait for a connection.\n"
        "# TYPE peertest_db_waiting gauge\n"
        "peertest_db_waiting %d\n"
        "# HELP peertest_db_borrowed_total Connections borrowed.\n"
        "# TYPE peertest_db_borrowed_total counter\n"
        "peertest_db_borrowed_total %" APR_UINT64_T_FMT "\n"
        "# HELP peertest_db_refused_total Requests that got no connection.\n"
        "# TYPE peertest_db_refused_total counter\n"
        "peertest_db_refused_total %" APR_UINT64_T_FMT "\n",
        s.max, s.busy, s.waiting, s.borrowed, s.refused);
    return PT_OK;
}

/* clang-format off */
const pt_route_t pt_health_routes[] = {
    {.method = M_GET, .path = "/health", .id = "getHealth", .tag = "Operation",
     .summary = "Does the server answer?",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_NONE,
     .status = HTTP_OK, .output = &health_schema,
     .no_db = 1, .handler = health_get},
    {.method = M_GET, .path = "/ready", .id = "getReady", .tag = "Operation",
     .summary = "Can requests be served?",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_NONE,
     .status = HTTP_OK, .other_status = HTTP_SERVICE_UNAVAILABLE, .output = &ready_schema,
     .no_db = 1, .handler = ready_get},
    {.method = M_GET, .path = "/metrics", .id = "getMetrics", .tag = "Operation",
     .summary = "Figures for Prometheus",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_NONE,
     .status = HTTP_OK, .output_type = "text/plain; version=0.0.4",
     .no_db = 1, .handler = metrics_get},
    PT_ROUTES_END
};
/* clang-format on */
