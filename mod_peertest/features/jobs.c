/* SPDX-License-Identifier: Apache-2.0 */
/* jobs.c - builders write jobs, pay for them, watch them and end them. */

#include "features/fee_ops.h"
#include "features/freeze_ops.h"
#include "features/job_fields.h"
#include "features/job_input.h"
#include "features/job_simple.h"
#include "features/jobs_ops.h"
#include "features/lists.h"
#include "features/payment_form.h"
#include "features/payments_ops.h"
#include "features/plan_life_ops.h"
#include "features/plan_ops.h"
#include "features/work_forms.h"
#include "http/pt_await.h"

#include <string.h>

#define SECONDS_PER_DAY 86400

/* clang-format off */
static const pt_field_t funding_fields[] = {
    PT_OUT(job,     PT_T_OBJECT, "The job as it is now", .of = &pt_job_schema),
    PT_OUT(payment, PT_T_OBJECT, "What is to be paid for it; a structured job "
           "is paid bid by bid", .of = &pt_payment_schema, .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t funding_schema = {"JobFunding", funding_fields, 0};

#define JOB_ID(struct_)                                                        \
    PT_F(struct_, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The job")

typedef struct {
    const char *job_id;
} job_id_t;

static const pt_field_t job_id_fields[] = {
    JOB_ID(job_id_t),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    const char *project_id;
} job_copy_t;

static const pt_field_t job_copy_fields[] = {
    JOB_ID(job_copy_t),
    PT_F(job_copy_t, project_id, PT_T_UUID, PT_IN_BODY, PT_OPTIONAL,
         .doc = "Of the copy; that of the job unless said"),
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

static int is_structured(const char *kind)
{
    return strcmp(kind, "structured") == 0;
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
                          .viewer_id = q->actor ? q->actor->id : NULL,
                          PT_SITE_FEES(&q->ctx)));
}

static pt_err_t *job_reply(pt_req_t *q, const char *job_id)
{
    pt_row_t row;

    PT_TRY(job_read(q, &row, job_id));
    return pt_reply_row(q, &row);
}

/* The input as a structured job, or as what changes about one. */
static pt_plan_t plan_of(pt_req_t *q, const pt_job_input_t *in)
{
    return (pt_plan_t){.owner_id = q->actor->id,
                       .project_id = in->project_id,
                       .title = in->title,
                       .brief = in->brief,
                       .currency = in->currency,
                       .bidding_deadline_at = in->bidding_deadline_at,
                       .review_seconds = in->review_days * SECONDS_PER_DAY,
                       .roles = in->roles};
}

static pt_err_t *job_create(pt_req_t *q)
{
    const pt_job_input_t *in = q->input;
    const pt_plan_t plan = plan_of(q, in);
    const char *job_id;

    PT_TRY(pt_job_check_input(q, in, in->kind, 1));
    if (is_structured(in->kind))
        PT_TRY(pt_plan_create(&q->ctx, &job_id, &plan));
    else
        PT_TRY(pt_simple_create(q, &job_id, in));
    return job_reply(q, job_id);
}

/* A stranger gets the form that is kept ready for all of them; who has to do
 * with the job is told more, which is put together for each. */
static pt_err_t *job_get(pt_req_t *q)
{
    const job_id_t *in = q->input;
    pt_row_t row;
    int is_stranger;

    PT_TRY(pt_db_maybe(q->ctx.db, &row, &is_stranger,
                       PT_Q(job_page, .job_id = in->job_id,
                            .viewer_id = q->actor ? q->actor->id : NULL,
                            PT_SITE_FEES(&q->ctx))));
    return is_stranger ? pt_reply_row(q, &row) : job_reply(q, in->job_id);
}

/* Is it possible for its builder now? Either event is asked of its own table.
 */
static pt_err_t *job_may(pt_req_t *q, const pt_row_t *job,
                         pt_job_event_e of_simple,
                         pt_plan_event_e of_structured)
{
    const char *state = pt_row_str(job, "state");

    if (is_structured(pt_row_str(job, "kind")))
        return pt_plan_may(q->ctx.pool, state, of_structured, "builder");
    return pt_job_may(q->ctx.pool, state, of_simple, "builder");
}

static pt_err_t *job_update(pt_req_t *q)
{
    const pt_job_input_t *in = q->input;
    const pt_plan_t plan = plan_of(q, in);
    const char *kind;
    pt_row_t job, body;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(job_may(q, &job, PT_JOB_EDIT, PT_PLAN_EDIT));
    PT_TRY(job_read(q, &body, in->job_id));
    PT_TRY(pt_if_match(q, &body));
    kind = pt_row_str(&job, "kind");
    PT_TRY(pt_job_check_input(q, in, kind, 0));
    if (is_structured(kind))
        PT_TRY(pt_plan_change(&q->ctx, &job, &plan));
    else
        PT_TRY(pt_simple_update(q, &job, in));
    return job_reply(q, in->job_id);
}

static pt_err_t *job_delete(pt_req_t *q)
{
    const job_id_t *in = q->input;
    pt_row_t job;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(job_may(q, &job, PT_JOB_EDIT, PT_PLAN_DELETE));
    PT_TRY(pt_db_exec(q->ctx.db, NULL, PT_Q(job_delete, .job_id = in->job_id)));
    return pt_reply_none(q);
}

static pt_err_t *job_copy(pt_req_t *q)
{
    const job_copy_t *in = q->input;
    const char *job_id;
    pt_row_t job;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_plan_copy(&q->ctx, &job_id, &job, in->project_id));
    return job_reply(q, job_id);
}

static pt_err_t *job_publish(pt_req_t *q)
{
    const job_id_t *in = q->input;
    const pt_doer_t builder = {"builder", q->actor->id};
    pt_row_t job, payment;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_builder_may_spend(&q->ctx, q->actor->id));
    if (is_structured(pt_row_str(&job, "kind")))
        return pt_plan_publish(&q->ctx, &job, &builder);
    if (strcmp(pt_row_str(&job, "state"), "pending_payment") != 0)
        return pt_simple_publish(q, &job);
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
                          .viewer_id = q->actor->id, PT_SITE_FEES(&q->ctx))));
    return pt_reply_row(q, &row);
}

static pt_err_t *job_cancel(pt_req_t *q)
{
    const job_id_t *in = q->input;
    const pt_doer_t builder = {"builder", q->actor->id};
    pt_row_t job, payment;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(job_may(q, &job, PT_JOB_CANCEL, PT_PLAN_CANCEL));
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

/* A simple job takes no bids: its states are not in the table. */
static pt_err_t *job_close_bidding(pt_req_t *q)
{
    const job_id_t *in = q->input;
    const pt_doer_t builder = {"builder", q->actor->id};
    pt_row_t job;

    PT_TRY(job_lock_own(q, &job, in->job_id));
    PT_TRY(pt_plan_stop(&q->ctx, &job, PT_PLAN_CLOSE, &builder));
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
     PT_INPUT(pt_job_input_t, pt_job_create_fields),
     .status = HTTP_CREATED, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_PLAN_TOO_LONG),
     .handler = job_create},
    {.method = M_GET, .path = "/jobs/{job_id}", .id = "getJob", .tag = "Jobs",
     .summary = "A job that you may see",
     .auth = PT_AUTH_OPTIONAL, .rate = PT_RATE_READ,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &pt_job_schema, .etag = 1, .batched = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = job_get},
    {.method = M_PATCH, .path = "/jobs/{job_id}", .id = "updateJob",
     .tag = "Jobs",
     .summary = "Change a draft, or a structured job that takes bids (they "
                "have to be confirmed then); what is absent stays",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(pt_job_input_t, pt_job_update_fields),
     .status = HTTP_OK, .output = &pt_job_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_PLAN_TOO_LONG,
                 PT_P_INCOMPLETE, PT_P_BID_BEING_PAID),
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
     .summary = "Seal a simple draft and get the page to pay for it, the same "
                "page again while it waits; open a structured one for bids",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &funding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_INCOMPLETE,
                 PT_P_PLAN_TOO_LONG, PT_P_ACCOUNT_FROZEN, PT_P_MARKET_CLOSED),
     .handler = job_publish, .finish = job_publish_finish},
    {.method = M_POST, .path = "/jobs/{job_id}/cancel", .id = "cancelJob",
     .tag = "Jobs",
     .summary = "End a job: free seats are refunded, bids are over, work under "
                "way goes on",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = job_cancel, .finish = job_cancel_finish},
    {.method = M_POST, .path = "/jobs/{job_id}/copy", .id = "copyJob",
     .tag = "Jobs", .summary = "A new draft with what a job of yours says",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_copy_t, job_copy_fields),
     .status = HTTP_CREATED, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = job_copy},
    {.method = M_POST, .path = "/jobs/{job_id}/close-bidding",
     .id = "closeBidding", .tag = "Jobs",
     .summary = "No more bids: those who have a seat are all that you want",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_OK, .output = &pt_job_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = job_close_bidding},
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
