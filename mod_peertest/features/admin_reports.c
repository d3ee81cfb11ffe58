/* SPDX-License-Identifier: Apache-2.0 */
/* admin_reports.c - how things stand, what happened, and who intervened. */

#include "features/lists.h"

/* clang-format off */
static const pt_field_t now_fields[] = {
    PT_OUT(accounts,         PT_T_INT, "Accounts"),
    PT_OUT(builders,         PT_T_INT, "Of these, builders"),
    PT_OUT(testers,          PT_T_INT, "And testers; one may be both"),
    PT_OUT(suspended,        PT_T_INT, "And shut out"),
    PT_OUT(jobs_open,        PT_T_INT, "Jobs that take testers"),
    PT_OUT(to_review,        PT_T_INT, "Items that wait for their builder"),
    PT_OUT(disputes_open,    PT_T_INT, "Disputes that are not closed"),
    PT_OUT(payouts_failed,   PT_T_INT, "Payouts that failed"),
    PT_OUT(refunds_failed,   PT_T_INT, "Refunds that failed"),
    PT_OUT(chargebacks_open, PT_T_INT, "Chargebacks that are not closed"),
    PT_OUT(dead_jobs,        PT_T_INT, "Background jobs without a try left"),
    PT_FIELDS_END
};
static const pt_schema_t now_schema = {"DashboardNow", now_fields, 0};

static const pt_field_t day_fields[] = {
    PT_OUT(day,           PT_T_TEXT, "The day, UTC"),
    PT_OUT(registrations, PT_T_INT,  "Accounts that were opened"),
    PT_OUT(jobs_opened,   PT_T_INT,  "Jobs that testers could first see"),
    PT_OUT(submissions,   PT_T_INT,  "Items handed in"),
    PT_OUT(decisions,     PT_T_INT,  "Items decided"),
    PT_FIELDS_END
};
static const pt_schema_t day_schema = {"DashboardDay", day_fields, 0};

#define MONEY_FIELDS                                                           \
    PT_OUT(in_minor,       PT_T_INT, "Paid by builders"),                      \
    PT_OUT(released_minor, PT_T_INT, "Granted to testers"),                    \
    PT_OUT(fees_minor,     PT_T_INT, "Our fees"),                              \
    PT_OUT(refunded_minor, PT_T_INT, "Refunded by the provider")

static const pt_field_t money_day_fields[] = {
    PT_OUT(day, PT_T_TEXT, "The day, UTC"),
    MONEY_FIELDS,
    PT_FIELDS_END
};
static const pt_schema_t money_day_schema = {"MoneyDay", money_day_fields, 0};

static const pt_field_t dashboard_money_fields[] = {
    PT_OUT(currency,   PT_T_TEXT,  "ISO 4217, lower case"),
    PT_OUT(held_minor, PT_T_INT,   "Held for work under way"),
    PT_OUT(owed_minor, PT_T_INT,   "Owed to testers, not transferred yet"),
    PT_OUT(days,       PT_T_ARRAY, "Day by day", .item = PT_T_OBJECT,
           .of = &money_day_schema),
    PT_FIELDS_END
};
static const pt_schema_t dashboard_money_schema = {"DashboardMoney", dashboard_money_fields, 0};

static const pt_field_t dashboard_fields[] = {
    PT_OUT(from,  PT_T_TIME,   "Begin of the first day"),
    PT_OUT(to,    PT_T_TIME,   "Now"),
    PT_OUT(now,   PT_T_OBJECT, "How things stand", .of = &now_schema),
    PT_OUT(days,  PT_T_ARRAY,  "Day by day, oldest first", .item = PT_T_OBJECT,
           .of = &day_schema),
    PT_OUT(money, PT_T_ARRAY,  "By currency", .item = PT_T_OBJECT,
           .of = &dashboard_money_schema),
    PT_FIELDS_END
};
static const pt_schema_t dashboard_schema = {"Dashboard", dashboard_fields, 0};

typedef struct {
    apr_int64_t days;
} dashboard_t;

static const pt_field_t dashboard_in_fields[] = {
    PT_F(dashboard_t, days, PT_T_INT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 366, .dflt = 30, .doc = "Days, with today"),
    PT_FIELDS_END
};

static const pt_field_t type_fields[] = {
    PT_OUT(service_type,     PT_T_TEXT, "Kind of test"),
    PT_OUT(decisions,        PT_T_INT,  "Items decided"),
    PT_OUT(approved,         PT_T_INT,  "Of these, approved"),
    PT_OUT(approved_partial, PT_T_INT,  "Approved in part"),
    PT_OUT(rejected,         PT_T_INT,  "Rejected"),
    PT_OUT(disputed,         PT_T_INT,  "Disputed"),
    PT_OUT(review_hours,     PT_T_INT,  "Median time to a decision"),
    PT_FIELDS_END
};
static const pt_schema_t type_schema = {"ServiceTypeStatistics", type_fields, 0};

static const pt_field_t money_fields[] = {
    PT_OUT(currency, PT_T_TEXT, "ISO 4217, lower case"),
    MONEY_FIELDS,
    PT_FIELDS_END
};
static const pt_schema_t money_schema = {"MoneyStatistics", money_fields, 0};

static const pt_field_t statistics_fields[] = {
    PT_OUT(from,            PT_T_TIME, "From this instant"),
    PT_OUT(to,              PT_T_TIME, "Until this one"),
    PT_OUT(registered,      PT_T_INT,  "Accounts that were opened"),
    PT_OUT(verified,        PT_T_INT,  "Of these, with a verified address"),
    PT_OUT(new_builders,    PT_T_INT,  "Of these, builders"),
    PT_OUT(new_testers,     PT_T_INT,  "And testers"),
    PT_OUT(jobs_opened,     PT_T_INT,  "Jobs that testers could first see"),
    PT_OUT(builders_active, PT_T_INT,  "Builders of these"),
    PT_OUT(seats_taken,     PT_T_INT,  "Seats that testers took"),
    PT_OUT(seats_lapsed,    PT_T_INT,  "Of these, nothing came of"),
    PT_OUT(seats_returned,  PT_T_INT,  "And were given back"),
    PT_OUT(submissions,     PT_T_INT,  "Items handed in"),
    PT_OUT(testers_active,  PT_T_INT,  "Testers of these"),
    PT_OUT(service_types,   PT_T_ARRAY, "Decisions by kind of test",
           .item = PT_T_OBJECT, .of = &type_schema),
    PT_OUT(money,           PT_T_ARRAY, "By currency", .item = PT_T_OBJECT,
           .of = &money_schema),
    PT_FIELDS_END
};
static const pt_schema_t statistics_schema = {"Statistics", statistics_fields, 0};

typedef struct {
    const char *from;
    const char *to;
} statistics_t;

static const pt_field_t statistics_in_fields[] = {
    PT_F(statistics_t, from, PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "From this instant; 30 days before the end unless said"),
    PT_F(statistics_t, to,   PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Until this one; now unless said"),
    PT_FIELDS_END
};

static const pt_field_t pool_fields[] = {
    PT_OUT(max,      PT_T_INT, "Connections that requests of this child share"),
    PT_OUT(busy,     PT_T_INT, "Of these, in use"),
    PT_OUT(waiting,  PT_T_INT, "Requests that wait for one"),
    PT_OUT(borrowed, PT_T_INT, "Times one was lent since the child began"),
    PT_OUT(refused,  PT_T_INT, "Times none was free in time"),
    PT_FIELDS_END
};
static const pt_schema_t pool_schema = {"AdminHealthPool", pool_fields, 0};

static const pt_field_t health_fields[] = {
    PT_OUT(pool,             PT_T_OBJECT, "Connections of the child that answers",
           .of = &pool_schema),
    PT_OUT(connections,      PT_T_INT,  "Connections to the database, of everybody"),
    PT_OUT(queued,           PT_T_INT,  "Background jobs that are due"),
    PT_OUT(later,            PT_T_INT,  "And that wait for another try"),
    PT_OUT(running,          PT_T_INT,  "And under way"),
    PT_OUT(dead,             PT_T_INT,  "And without a try left"),
    PT_OUT(queued_since,     PT_T_TIME, "Since when the oldest is due", .nullable = 1),
    PT_OUT(clocks_set,       PT_T_INT,  "Clocks that will strike"),
    PT_OUT(clocks_overdue,   PT_T_INT,  "And should have"),
    PT_OUT(clocks_overdue_since, PT_T_TIME, "Since when the oldest", .nullable = 1),
    PT_OUT(intents_unknown,  PT_T_INT,  "Transfers and refunds of which no outcome was seen"),
    PT_OUT(intents_unknown_since, PT_T_TIME, "Since when the oldest", .nullable = 1),
    PT_OUT(webhooks_waiting, PT_T_INT,  "Events of the provider that are not taken in"),
    PT_OUT(webhook_last_at,  PT_T_TIME, "When the last one came", .nullable = 1),
    PT_OUT(schedules_failed, PT_T_INT,  "Schedules whose last run failed"),
    PT_OUT(provider_waiting, PT_T_INT,  "Background jobs that found the payment provider away"),
    PT_OUT(provider_waiting_since, PT_T_TIME, "Since when the oldest", .nullable = 1),
    PT_OUT(mail_waiting,     PT_T_INT,  "And the mail server"),
    PT_OUT(mail_waiting_since, PT_T_TIME, "Since when the oldest", .nullable = 1),
    PT_OUT(storage_waiting,  PT_T_INT,  "And the store of files"),
    PT_OUT(storage_waiting_since, PT_T_TIME, "Since when the oldest", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t health_schema = {"AdminHealth", health_fields, 0};

static const pt_field_t action_fields[] = {
    PT_OUT(id,         PT_T_UUID, "The entry"),
    PT_OUT(admin_id,   PT_T_UUID, "Who did it"),
    PT_OUT(admin_name, PT_T_TEXT, "And the name"),
    PT_OUT(kind,       PT_T_TEXT, "The operation"),
    PT_OUT(entity,     PT_T_TEXT, "What kind of thing it was done to"),
    PT_OUT(entity_id,  PT_T_TEXT, "And which"),
    PT_OUT(reason,     PT_T_TEXT, "Why"),
    PT_OUT(detail,     PT_T_JSON, "What was and what is"),
    PT_OUT(created_at, PT_T_TIME, "When"),
    PT_FIELDS_END
};
static const pt_schema_t action_page_schema = {"AdminAction", action_fields, 1};

typedef struct {
    const char *admin_id;
    const char *entity;
    const char *entity_id;
    const char *kind;
    apr_int64_t limit;
    const char *cursor;
} audit_list_t;

static const pt_field_t audit_list_fields[] = {
    PT_F(audit_list_t, admin_id,  PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only by this administrator"),
    PT_F(audit_list_t, entity,    PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 40, .doc = "Only to this kind of thing: account, job, payout ..."),
    PT_F(audit_list_t, entity_id, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 80, .doc = "Only to this very thing"),
    PT_F(audit_list_t, kind,      PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 60, .doc = "Only this operation"),
    PT_LIST_FIELDS(audit_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *dashboard_get(pt_req_t *q)
{
    const dashboard_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(admin_dashboard, .days = pt_i64(q->ctx.pool, in->days))));
    return pt_reply_row(q, &row);
}

static pt_err_t *statistics_get(pt_req_t *q)
{
    const statistics_t *in = q->input;
    pt_row_t row;

    PT_TRY(
        pt_db_one(q->ctx.db, &row,
                  PT_Q(admin_statistics, .since = in->from, .until = in->to)));
    if (!pt_row_str(&row, "body"))
        return pt_err_field(PT_OK, q->ctx.pool, "/from", PT_C_NOT_ALLOWED);
    return pt_reply_row(q, &row);
}

static pt_err_t *health_get(pt_req_t *q)
{
    pt_dbpool_stats_t s;
    json_t *health;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(admin_health, .none = NULL)));
    pt_dbpool_stats(&s, q->ctx.site->dbpool);
    health = json_loads(pt_row_str(&row, "body"), 0, NULL);
    json_object_set_new(health, "pool",
                        json_pack("{si si si sI sI}", "max", s.max, "busy",
                                  s.busy, "waiting", s.waiting, "borrowed",
                                  (json_int_t)s.borrowed, "refused",
                                  (json_int_t)s.refused));
    return pt_reply_json(q, health);
}

static pt_err_t *audit_list(pt_req_t *q)
{
    const audit_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(admin_action_list, .admin_id = in->admin_id,
                          .entity = in->entity, .entity_id = in->entity_id,
                          .kind = in->kind, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_admin_reports_routes[] = {
    {.method = M_GET, .path = "/admin/dashboard", .id = "adminDashboard",
     .tag = "Admin", .summary = "How things stand, and how the last days went",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(dashboard_t, dashboard_in_fields),
     .status = HTTP_OK, .output = &dashboard_schema,
     .handler = dashboard_get},
    {.method = M_GET, .path = "/admin/statistics", .id = "adminStatistics",
     .tag = "Admin", .summary = "What happened in a span of at most a year",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(statistics_t, statistics_in_fields),
     .status = HTTP_OK, .output = &statistics_schema,
     .handler = statistics_get},
    {.method = M_GET, .path = "/admin/health", .id = "adminHealth",
     .tag = "Admin", .summary = "What waits, and since when",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &health_schema,
     .handler = health_get},
    {.method = M_GET, .path = "/admin/audit", .id = "adminListAudit",
     .tag = "Admin", .summary = "What administrators have done, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(audit_list_t, audit_list_fields),
     .status = HTTP_OK, .output = &action_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = audit_list},
    PT_ROUTES_END
};
/* clang-format on */
