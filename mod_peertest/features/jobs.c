/* SPDX-License-Identifier: Apache-2.0 */
/* jobs.c - builders write jobs, pay for them, watch them and end them. */

#include "domain/money.h"
#include "domain/service_types.h"
#include "features/job_fields.h"
#include "features/jobs_ops.h"
#include "features/lists.h"
#include "features/payment_form.h"
#include "features/payments_ops.h"
#include "features/work_forms.h"
#include "http/pt_await.h"

#include <apr_strings.h>
#include <string.h>

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_DAY 86400

/* clang-format off */
static const pt_field_t funding_fields[] = {
    PT_OUT(job,     PT_T_OBJECT, "The job as it is now", .of = &pt_job_schema),
    PT_OUT(payment, PT_T_OBJECT, "What is to be paid for it",
           .of = &pt_payment_schema),
    PT_FIELDS_END
};
static const pt_schema_t funding_schema = {"JobFunding", funding_fields, 0};

typedef struct {
    const char *job_id;
    const char *kind;
    const char *project_id;
    const char *title;
    const char *brief;
    const char *service_type;
    apr_int64_t reward_minor;
    const char *currency;
    apr_int64_t seats;
    json_t *requirements;
    json_t *steps;
    apr_int64_t claim_hours;
    apr_int64_t review_days;
    const char *deadline_at;
    const char *on_rejection;
} job_input_t;

/* need: PT_REQUIRED for a new job, PT_OPTIONAL for a change. A number that is
 * left out is 0, which no limit allows. */
#define JOB_FIELDS(need)                                                       \
    PT_F(job_input_t, project_id,   PT_T_UUID,   PT_IN_BODY, need,             \
         .doc = "What is tested"),                                             \
    PT_F(job_input_t, title,        PT_T_TEXT,   PT_IN_BODY, need,             \
         .min = 8, .max = 120, .doc = "The job in one line"),                  \
    PT_F(job_input_t, brief,        PT_T_TEXT,   PT_IN_BODY, need,             \
         .min = 1, .max = 8000, .doc = "What is wanted"),                      \
    PT_F(job_input_t, service_type, PT_T_ENUM,   PT_IN_BODY, need,             \
         .values = pt_service_type_keys, .doc = "Kind of test"),               \
    PT_F(job_input_t, reward_minor, PT_T_INT,    PT_IN_BODY, need,             \
         .min = 1, .max = 100000000,                                           \
         .doc = "A tester's pay for a seat, minor units"),                     \
    PT_F(job_input_t, currency,     PT_T_TEXT,   PT_IN_BODY, need,             \
         .pattern = "^[a-z]{3}$", .doc = "ISO 4217, lower case"),              \
    PT_F(job_input_t, seats,        PT_T_INT,    PT_IN_BODY, need,             \
         .min = 1, .max = 100, .doc = "How many testers"),                     \
    PT_F(job_input_t, requirements, PT_T_OBJECT, PT_IN_BODY, PT_OPTIONAL,      \
         .of = &pt_requirements_input, .doc = "Who and what it is for"),       \
    PT_F(job_input_t, steps,        PT_T_ARRAY,  PT_IN_BODY, PT_OPTIONAL,      \
         .max = 50, .item = PT_T_OBJECT, .of = &pt_step_input,                 \
         .doc = "What to do, in order"),                                       \
    PT_F(job_input_t, claim_hours,  PT_T_INT,    PT_IN_BODY, PT_OPTIONAL,      \
         .min = 1, .max = 720, .doc = "Time to hand in after a claim"),        \
    PT_F(job_input_t, review_days,  PT_T_INT,    PT_IN_BODY, PT_OPTIONAL,      \
         .min = 3, .max = 14, .doc = "Time to review; then it is approved"),   \
    PT_F(job_input_t, deadline_at,  PT_T_TIME,   PT_IN_BODY, PT_OPTIONAL,      \
         .doc = "End of claiming; \"\" removes it"),                           \
    PT_F(job_input_t, on_rejection, PT_T_ENUM,   PT_IN_BODY, PT_OPTIONAL,      \
         .values = PT_VALUES("reopen", "refund"),                              \
         .doc = "What becomes of a rejected seat: reopen unless said")

#define JOB_ID(struct_)                                                        \
    PT_F(struct_, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The job")

static const pt_field_t job_create_fields[] = {
    PT_F(job_input_t, kind, PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = PT_VALUES("simple"), .doc = "How it is paid and taken"),
    JOB_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

static const pt_field_t job_update_fields[] = {
    JOB_ID(job_input_t),
    JOB_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
} job_id_t;

static const pt_field_t job_id_fields[] = {
    JOB_ID(job_id_t),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    apr_int64_t limit;
    const char *cursor;
} job_events_t;

static const pt_field_t job_events_fields[] = {
    JOB_ID(job_events_t),
    PT_LIST_FIELDS(job_events_t),
    PT_FIELDS_END
};
/* clang-format on */

static int is_currency_of(const pt_config_t *cfg, apr_pool_t *p,
                          const char *currency)
{
    char *state, *word;

    for (word = apr_strtok(apr_pstrdup(p, cfg->currencies), " ", &state); word;
         word = apr_strtok(NULL, " ", &state)) {
        if (strcmp(word, currency) == 0)
            return 1;
    }
    return 0;
}

/* What the tables cannot say, because each marketplace has limits of its own.
 */
static pt_err_t *job_check_input(pt_req_t *q, const job_input_t *in)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    pt_err_t *err = PT_OK;

    if (in->reward_minor && in->reward_minor < cfg->reward_min)
        err = pt_err_field(err, p, "/reward_minor", PT_C_TOO_SMALL);
    if (in->reward_minor > cfg->reward_max)
        err = pt_err_field(err, p, "/reward_minor", PT_C_TOO_LARGE);
    if (in->review_days && in->review_days * SECONDS_PER_DAY < cfg->review_min)
        err = pt_err_field(err, p, "/review_days", PT_C_TOO_SMALL);
    if (in->review_days * SECONDS_PER_DAY > cfg->review_max)
        err = pt_err_field(err, p, "/review_days", PT_C_TOO_LARGE);
    if (in->currency && !is_currency_of(cfg, p, in->currency))
        err = pt_err_field(err, p, "/currency", PT_C_NOT_ALLOWED);
    return err;
}

/* Are the times of a job, new or changed and read under its lock, possible? */
static pt_err_t *job_check_times(pt_req_t *q, const pt_row_t *job)
{
    const pt_job_plan_t plan = {.open = pt_row_int(job, "deadline_seconds"),
                                .claim = pt_row_int(job, "claim_seconds"),
                                .review = pt_row_int(job, "review_seconds"),
                                .dispute = pt_row_int(job, "dispute_seconds")};

    if (pt_row_bool(job, "deadline_passed"))
        return pt_err_field(PT_OK, q->ctx.pool, "/deadline_at",
                            PT_C_IN_THE_PAST);
    return pt_job_plan_check(q->ctx.pool, &plan,
                             q->ctx.site->cfg->hold_max_days);
}

static pt_err_t *job_fee(pt_req_t *q, apr_int64_t *fee_minor,
                         apr_int64_t reward_minor)
{
    return pt_money_fee(q->ctx.pool, fee_minor, reward_minor,
                        q->ctx.site->cfg->builder_fee_bps);
}

/* The caller's own job, locked; to anybody else it is not there. */
static pt_err_t *job_lock_own(pt_req_t *q, pt_row_t *job, const char *job_id)
{
    PT_TRY(pt_db_one(q->ctx.db, job, PT_Q(job_lock, .job_id = job_id)));
    if (strcmp(pt_row_str(job, "owner_id"), q->actor->id) != 0)
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    return PT_OK;
}

static pt_err_t *job_read(pt_req_t *q, pt_row_t *row, const char *job_id)
{
    return pt_db_one(q->ctx.db, row,
                     PT_Q(job_get, .job_id = job_id,
                          .viewer_id = q->actor ? q->actor->id : NULL));
}

static pt_err_t *job_reply(pt_req_t *q, const char *job_id)
{
    pt_row_t row;

    PT_TRY(job_read(q, &row, job_id));
    return pt_reply_row(q, &row);
}

static pt_err_t *no_such_project(pt_req_t *q)
{
    return pt_err_field(PT_OK, q->ctx.pool, "/project_id", PT_C_NOT_FOUND);
}

/* Seconds as a parameter: what the builder said, or the default; NULL for
 * neither. */
static const char *seconds(pt_req_t *q, apr_int64_t n, apr_int64_t unit,
                           apr_int64_t dflt)
{
    if (!n && !dflt)
        return NULL;
    return pt_i64(q->ctx.pool, n ? n * unit : dflt);
}

static pt_err_t *job_create(pt_req_t *q)
{
    const job_input_t *in = q->input;
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t fee_minor;
    pt_row_t made, job;
    int found;

    PT_TRY(job_check_input(q, in));
    PT_TRY(job_fee(q, &fee_minor, in->reward_minor));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &made, &found,
        PT_Q(job_create, .owner_id = q->actor->id, .project_id = in->project_id,
             .title = in->title, .brief = in->brief,
             .service_type = in->service_type,
             .requirements = pt_json_text(p, in->requirements),
             .steps = pt_json_text(p, in->steps),
             .reward_minor = pt_i64(p, in->reward_minor),
             .fee_minor = pt_i64(p, fee_minor), .currency = in->currency,
             .seats = pt_i64(p, in->seats),
             .claim_seconds =
                 seconds(q, in->claim_hours, SECONDS_PER_HOUR, cfg->claim_ttl),
             .review_seconds =
                 seconds(q, in->review_days, SECONDS_PER_DAY, cfg->review_ttl),
             .dispute_seconds = pt_i64(p, cfg->dispute_ttl),
             .on_rejection = in->on_rejection,
             .deadline_at = in->deadline_at)));
    if (!found)
        return no_such_project(q);
    PT_TRY(job_lock_own(q, &job, pt_row_str(&made, "id")));
    PT_TRY(job_check_times(q, &job));
    return job_reply(q, pt_row_str(&made, "id"));
}

static pt_err_t *job_get(pt_req_t *q)
{
    const job_id_t *in = q->input;

    return job_reply(q, in->job_id);
}

/* The statement for job_update(); a number that was left out stays. */
static pt_err_t *job_store_changes(pt_req_t *q, const pt_row_t *job,
                                   const job_input_t *in)
{
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t reward_minor =
        in->reward_minor ? in->reward_minor : pt_row_int(job, "reward_minor");
    apr_int64_t fee_minor;
    pt_row_t row;
    int found;

    PT_TRY(job_fee(q, &fee_minor, reward_minor));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &found,
        PT_Q(job_update, .job_id = in->job_id, .project_id = in->project_id,
             .title = in->title, .brief = in->brief,
             .service_type = in->service_type,
             .requirements = pt_json_text(p, in->requirements),
             .steps = pt_json_text(p, in->steps),
             .reward_minor = pt_i64(p, reward_minor),
             .fee_minor = pt_i64(p, fee_minor), .currency = in->currency,
             .seats = in->seats ? pt_i64(p, in->seats) : NULL,
             .claim_seconds = seconds(q, in->claim_hours, SECONDS_PER_HOUR, 0),
             .review_seconds = seconds(q, in->review_days, SECONDS_PER_DAY, 0),
             .on_rejection = in->on_rejection,
             .deadline_at = in->deadline_at)));
    return found ? PT_OK : no_such_project(q);
}

static pt_err_t *job_update(pt_req_t *q)
{
    const job_input_t *in = q->input;
    pt_row_t job, body;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_job_may(q->ctx.pool, pt_row_str(&job, "state"), PT_JOB_EDIT,
                      "builder"));
    PT_TRY(job_read(q, &body, in->job_id));
    PT_TRY(pt_if_match(q, &body));
    PT_TRY(job_check_input(q, in));
    PT_TRY(job_store_changes(q, &job, in));
    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(job_check_times(q, &job));
    return job_reply(q, in->job_id);
}

static pt_err_t *job_delete(pt_req_t *q)
{
    const job_id_t *in = q->input;
    pt_row_t job;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_job_may(q->ctx.pool, pt_row_str(&job, "state"), PT_JOB_EDIT,
                      "builder"));
    PT_TRY(pt_db_exec(q->ctx.db, NULL, PT_Q(job_delete, .job_id = in->job_id)));
    return pt_reply_none(q);
}

/* Can testers work with it as it stands? */
static pt_err_t *job_check_complete(pt_req_t *q, const pt_row_t *job)
{
    pt_row_t project;
    pt_err_t *err;
    int found;

    PT_TRY(pt_db_maybe(
        q->ctx.db, &project, &found,
        PT_Q(job_project_lock, .project_id = pt_row_str(job, "project_id"))));
    if (!found)
        return no_such_project(q);
    PT_TRY(job_check_times(q, job));
    if (pt_row_int(job, "step_count") > 0
        || strcmp(pt_row_str(job, "service_type"), "functional_scripted") != 0)
        return PT_OK;
    err = pt_err_field(PT_OK, q->ctx.pool, "/steps", PT_C_TOO_FEW);
    err->problem = PT_P_INCOMPLETE;
    return err;
}

/* Fees as they are now are what the builder pays, whatever they will be. */
static pt_err_t *job_seal(pt_req_t *q, apr_int64_t *fee_minor,
                          const pt_row_t *job)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    pt_row_t rates;

    PT_TRY(job_fee(q, fee_minor, pt_row_int(job, "reward_minor")));
    PT_TRY(pt_db_one(q->ctx.db, &rates,
                     PT_Q(fee_schedule_find,
                          .builder_fee_bps = pt_i64(p, cfg->builder_fee_bps),
                          .tester_fee_bps = pt_i64(p, cfg->tester_fee_bps))));
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(job_seal, .job_id = pt_row_str(job, "id"),
                           .fee_minor = pt_i64(p, *fee_minor),
                           .fee_schedule_id = pt_row_str(&rates, "id")));
}

static pt_err_t *job_open_payment(pt_req_t *q, const pt_row_t *job)
{
    const pt_doer_t builder = {"builder", q->actor->id};
    const char *job_id = pt_row_str(job, "id"), *payment_id;
    apr_int64_t seats = pt_row_int(job, "seats"), fee_minor, charge_minor;

    PT_TRY(pt_job_may(q->ctx.pool, pt_row_str(job, "state"), PT_JOB_PUBLISH,
                      "builder"));
    PT_TRY(job_check_complete(q, job));
    PT_TRY(job_seal(q, &fee_minor, job));
    PT_TRY(pt_money_charge(q->ctx.pool, &charge_minor,
                           pt_row_int(job, "reward_minor"), fee_minor, seats));
    PT_TRY(pt_job_move(&q->ctx, job_id, pt_row_str(job, "state"),
                       PT_JOB_PUBLISH, &builder));
    return pt_payment_open(&q->ctx, &payment_id, &q->resource_id, job_id,
                           q->actor->id, charge_minor, fee_minor * seats,
                           pt_row_str(job, "currency"),
                           pt_row_str(job, "title"), seats);
}

static pt_err_t *job_publish(pt_req_t *q)
{
    const job_id_t *in = q->input;
    pt_row_t job, payment;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    if (strcmp(pt_row_str(&job, "state"), "pending_payment") != 0)
        return job_open_payment(q, &job);
    PT_TRY(pt_db_one(q->ctx.db, &payment,
                     PT_Q(job_pending_payment, .job_id = in->job_id)));
    q->resource_id = pt_row_str(&payment, "page_job");
    return PT_OK;
}

/* resource_id: the background job that makes the payment page. */
static pt_err_t *job_publish_finish(pt_req_t *q)
{
    const job_id_t *in = q->input;
    json_t *result;
    pt_row_t row;

    if (q->resource_id)
        PT_TRY(pt_await_job(q, &result, q->resource_id));
    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(job_with_payment, .job_id = in->job_id,
                          .viewer_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *job_cancel(pt_req_t *q)
{
    const job_id_t *in = q->input;
    const pt_doer_t builder = {"builder", q->actor->id};
    pt_row_t job, payment;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_job_may(q->ctx.pool, pt_row_str(&job, "state"), PT_JOB_CANCEL,
                      "builder"));
    if (strcmp(pt_row_str(&job, "state"), "pending_payment") != 0)
        return pt_job_stop(&q->ctx, in->job_id, PT_JOB_CANCEL, &builder);
    PT_TRY(pt_db_one(q->ctx.db, &payment,
                     PT_Q(job_pending_payment, .job_id = in->job_id)));
    return pt_payment_close(&q->ctx, &q->resource_id,
                            pt_row_str(&payment, "id"));
}

/* resource_id: the background job that closes the payment page, if any. */
static pt_err_t *job_cancel_finish(pt_req_t *q)
{
    const job_id_t *in = q->input;
    json_t *result;

    if (q->resource_id)
        PT_TRY(pt_await_job(q, &result, q->resource_id));
    PT_TRY(pt_req_borrow(q));
    return job_reply(q, in->job_id);
}

static pt_err_t *job_list_events(pt_req_t *q)
{
    const job_events_t *in = q->input;
    const char *after;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &after, in->cursor));
    PT_TRY(pt_db_one(
        q->ctx.db, &page,
        PT_Q(job_owned, .job_id = in->job_id, .owner_id = q->actor->id)));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(job_events, .job_id = in->job_id, .after_id = after,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_jobs_routes[] = {
    {.method = M_POST, .path = "/jobs", .id = "createJob", .tag = "Jobs",
     .summary = "Write a job; it is a draft until it is published",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_input_t, job_create_fields),
     .status = HTTP_CREATED, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_PLAN_TOO_LONG),
     .handler = job_create},
    {.method = M_GET, .path = "/jobs/{job_id}", .id = "getJob", .tag = "Jobs",
     .summary = "A job that you may see",
     .auth = PT_AUTH_OPTIONAL, .rate = PT_RATE_READ,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &pt_job_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = job_get},
    {.method = M_PATCH, .path = "/jobs/{job_id}", .id = "updateJob",
     .tag = "Jobs", .summary = "Change a draft; what is absent stays",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_input_t, job_update_fields),
     .status = HTTP_OK, .output = &pt_job_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_PLAN_TOO_LONG),
     .handler = job_update},
    {.method = M_DELETE, .path = "/jobs/{job_id}", .id = "deleteJob",
     .tag = "Jobs", .summary = "Throw a draft away",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = job_delete},
    {.method = M_POST, .path = "/jobs/{job_id}/publish", .id = "publishJob",
     .tag = "Jobs",
     .summary = "Seal a draft and get the page to pay for it; the same page "
                "again while it waits",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &funding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_INCOMPLETE,
                 PT_P_PLAN_TOO_LONG),
     .handler = job_publish, .finish = job_publish_finish},
    {.method = M_POST, .path = "/jobs/{job_id}/cancel", .id = "cancelJob",
     .tag = "Jobs",
     .summary = "End a job: free seats are refunded, work under way goes on",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = job_cancel, .finish = job_cancel_finish},
    {.method = M_GET, .path = "/jobs/{job_id}/events", .id = "listJobEvents",
     .tag = "Jobs", .summary = "What happened to your job, oldest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(job_events_t, job_events_fields),
     .status = HTTP_OK, .output = &pt_event_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = job_list_events},
    PT_ROUTES_END
};
/* clang-format on */
