/* SPDX-License-Identifier: Apache-2.0 */
/* admin_queue.c - administrators look at background work, give what is dead
 * another chance, and run what is scheduled now. */

#include "features/admin_ops.h"
#include "features/lists.h"
#include "features/queue_ops.h"

#include <string.h>

/* clang-format off */
#define STATES PT_VALUES("queued", "running", "done", "dead")
#define SERVICES                                                               \
    PT_VALUES(PT_AWAY_PAYMENTS, PT_AWAY_MAIL, PT_AWAY_STORAGE)

static const pt_field_t ref_fields[] = {
    PT_OUT(name, PT_T_TEXT, "What it is the id of"),
    PT_OUT(id,   PT_T_UUID, "The id"),
    PT_FIELDS_END
};
static const pt_schema_t ref_schema = {"QueueJobId", ref_fields, 0};

static const pt_field_t queue_job_fields[] = {
    PT_OUT(id,          PT_T_UUID,  "The background job"),
    PT_OUT(kind,        PT_T_TEXT,  "What kind of work it is"),
    PT_OUT(urgency,     PT_T_ENUM,  "What it goes before, and behind",
           .values = PT_VALUES("now", "soon", "later")),
    PT_OUT(state,       PT_T_ENUM,  "Where it stands; dead: no try is left",
           .values = STATES),
    PT_OUT(attempts,    PT_T_INT,   "Tries so far; what found a service away is none"),
    PT_OUT(away,        PT_T_ENUM,  "The outside service that it waits for",
           .values = SERVICES, .nullable = 1),
    PT_OUT(away_since,  PT_T_TIME,  "Since when", .nullable = 1),
    PT_OUT(ids,         PT_T_ARRAY, "What it is about", .item = PT_T_OBJECT,
           .of = &ref_schema),
    PT_OUT(what,        PT_T_TEXT,  "Which mail, which schedule", .nullable = 1),
    PT_OUT(last_error,  PT_T_TEXT,  "Why the last try failed", .nullable = 1),
    PT_OUT(created_at,  PT_T_TIME,  "When it was asked for"),
    PT_OUT(due_at,      PT_T_TIME,  "When it may be tried"),
    PT_OUT(finished_at, PT_T_TIME,  "When it ended", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t queue_job_schema = {"QueueJob", queue_job_fields, 0};
static const pt_schema_t queue_page_schema = {"QueueJob", queue_job_fields, 1};

typedef struct {
    const char *state;
    const char *kind;
    const char *away;
    apr_int64_t limit;
    const char *cursor;
} queue_list_t;

#define KIND(struct_, in_, need_)                                              \
    PT_F(struct_, kind, PT_T_TEXT, in_, need_, .min = 1, .max = 60,            \
         .pattern = "^[a-z_.]+$", .doc = "Kind of background job")

static const pt_field_t queue_list_fields[] = {
    PT_F(queue_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = STATES, .doc = "Only those in this state"),
    KIND(queue_list_t, PT_IN_QUERY, PT_OPTIONAL),
    PT_F(queue_list_t, away, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = SERVICES, .doc = "Only those that wait for this service"),
    PT_LIST_FIELDS(queue_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *queue_job_id;
    const char *reason;
} redrive_t;

static const pt_field_t redrive_fields[] = {
    PT_F(redrive_t, queue_job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "A dead background job"),
    PT_REASON_FIELD(redrive_t),
    PT_FIELDS_END
};

typedef struct {
    const char *kind;
    const char *reason;
} redrive_kind_t;

static const pt_field_t redrive_kind_fields[] = {
    KIND(redrive_kind_t, PT_IN_BODY, PT_REQUIRED),
    PT_REASON_FIELD(redrive_kind_t),
    PT_FIELDS_END
};

static const pt_field_t redriven_fields[] = {
    PT_OUT(redriven, PT_T_INT, "How many were dead and are tried again"),
    PT_FIELDS_END
};
static const pt_schema_t redriven_schema = {"Redriven", redriven_fields, 0};

static const pt_field_t schedule_fields[] = {
    PT_OUT(name,             PT_T_TEXT, "The schedule"),
    PT_OUT(what,             PT_T_TEXT, "What it does"),
    PT_OUT(kind,             PT_T_TEXT, "Its kind of background job"),
    PT_OUT(every_seconds,    PT_T_INT,  "From one run to the next"),
    PT_OUT(next_run_at,      PT_T_TIME, "When it is due"),
    PT_OUT(last_run_at,      PT_T_TIME, "When the last run was asked for",
           .nullable = 1),
    PT_OUT(last_state,       PT_T_ENUM, "How that went", .values = STATES,
           .nullable = 1),
    PT_OUT(last_finished_at, PT_T_TIME, "When it ended", .nullable = 1),
    PT_OUT(last_error,       PT_T_TEXT, "Why its last try failed", .nullable = 1),
    PT_OUT(last_job_id,      PT_T_UUID, "Its background job", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t schedule_schema = {"Schedule", schedule_fields, 0};
static const pt_schema_t schedule_page_schema = {"Schedule", schedule_fields, 1};

typedef struct {
    const char *name;
    const char *reason;
} schedule_run_t;

static const pt_field_t schedule_run_fields[] = {
    PT_F(schedule_run_t, name, PT_T_TEXT, PT_IN_PATH, PT_REQUIRED, .min = 1,
         .max = 60, .pattern = "^[a-z_.]+$", .doc = "The schedule"),
    PT_REASON_FIELD(schedule_run_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *queue_list(pt_req_t *q)
{
    const queue_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(queue_list, .state = in->state, .kind = in->kind,
                          .away = in->away, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *wrong_state(pt_req_t *q, const char *state)
{
    return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE, NULL), state);
}

static pt_err_t *queue_redrive(pt_req_t *q)
{
    const redrive_t *in = q->input;
    pt_row_t job;

    PT_TRY(
        pt_db_one(q->ctx.db, &job, PT_Q(queue_lock, .id = in->queue_job_id)));
    if (strcmp(pt_row_str(&job, "state"), "dead"))
        return wrong_state(q, pt_row_str(&job, "state"));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(queue_redrive, .id = in->queue_job_id)));
    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "queue_job",
                                                 .entity_id = in->queue_job_id,
                                                 .reason = in->reason}));
    PT_TRY(pt_db_one(q->ctx.db, &job, PT_Q(queue_get, .id = in->queue_job_id)));
    return pt_reply_row(q, &job);
}

/* One of this build's, or one that another build has left in the queue. */
static pt_err_t *check_kind(pt_req_t *q, const char *kind)
{
    pt_row_t row;

    if (pt_queue_knows(kind))
        return PT_OK;
    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(queue_has_kind, .kind = kind)));
    if (pt_row_bool(&row, "found"))
        return PT_OK;
    return pt_err_field(PT_OK, q->ctx.pool, "/kind", PT_C_NOT_ALLOWED);
}

static pt_err_t *queue_redrive_kind(pt_req_t *q)
{
    const redrive_kind_t *in = q->input;
    int redriven;

    PT_TRY(check_kind(q, in->kind));
    PT_TRY(pt_db_exec(q->ctx.db, &redriven,
                      PT_Q(queue_redrive, .kind = in->kind)));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){.entity = "queue_kind",
                                .entity_id = in->kind,
                                .reason = in->reason,
                                .detail =
                                    json_pack("{si}", "redriven", redriven)}));
    return pt_reply_json(q, json_pack("{si}", "redriven", redriven));
}

/* --- What runs again and again --- */

static pt_err_t *schedule_list(pt_req_t *q)
{
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page, PT_Q(schedule_list)));
    return pt_reply_row(q, &page);
}

static pt_err_t *schedule_run(pt_req_t *q)
{
    const schedule_run_t *in = q->input;
    const char *job_id;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(schedule_lock, .name = in->name)));
    if (pt_row_bool(&row, "is_running"))
        return wrong_state(q, pt_row_str(&row, "last_state"));
    PT_TRY(pt_queue_add(&q->ctx, &job_id, pt_row_str(&row, "kind"),
                        json_pack("{ss}", "schedule", in->name), NULL, NULL));
    PT_TRY(
        pt_db_exec(q->ctx.db, NULL,
                   PT_Q(schedule_begun, .name = in->name, .job_id = job_id)));
    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "schedule",
                                                 .entity_id = in->name,
                                                 .reason = in->reason}));
    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(schedule_get, .name = in->name)));
    return pt_reply_row(q, &row);
}

/* clang-format off */
const pt_route_t pt_admin_queue_routes[] = {
    {.method = M_GET, .path = "/admin/queue", .id = "adminListQueue",
     .tag = "Admin", .summary = "Background jobs, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(queue_list_t, queue_list_fields),
     .status = HTTP_OK, .output = &queue_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = queue_list},
    {.method = M_POST, .path = "/admin/queue/{queue_job_id}/redrive", .id = "redriveJob",
     .tag = "Admin", .summary = "Try a dead background job again",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_FINANCE,
     .rate = PT_RATE_WRITE,
     PT_INPUT(redrive_t, redrive_fields),
     .status = HTTP_OK, .output = &queue_job_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = queue_redrive},
    {.method = M_POST, .path = "/admin/queue/redrive", .id = "redriveKind",
     .tag = "Admin", .summary = "Try all dead background jobs of a kind again",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_FINANCE,
     .rate = PT_RATE_WRITE,
     PT_INPUT(redrive_kind_t, redrive_kind_fields),
     .status = HTTP_OK, .output = &redriven_schema,
     .handler = queue_redrive_kind},
    {.method = M_GET, .path = "/admin/schedules", .id = "adminListSchedules",
     .tag = "Admin", .summary = "What runs again and again, and how it went",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &schedule_page_schema,
     .handler = schedule_list},
    {.method = M_POST, .path = "/admin/schedules/{name}/run", .id = "runSchedule",
     .tag = "Admin", .summary = "Run it now, unless it is running",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_FINANCE,
     .rate = PT_RATE_WRITE,
     PT_INPUT(schedule_run_t, schedule_run_fields),
     .status = HTTP_OK, .output = &schedule_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = schedule_run},
    PT_ROUTES_END
};
/* clang-format on */
