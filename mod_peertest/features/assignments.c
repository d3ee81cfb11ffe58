/* SPDX-License-Identifier: Apache-2.0 */
/* assignments.c - testers claim seats of jobs, and give them back. */

#include "features/fee_ops.h"
#include "features/freeze_ops.h"
#include "features/lists.h"
#include "features/match_ops.h"
#include "features/ways_out_ops.h"
#include "features/work_forms.h"
#include "http/pt_route.h"

/* clang-format off */
typedef struct {
    const char *job_id;
} job_id_t;

static const pt_field_t job_id_fields[] = {
    PT_F(job_id_t, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The job"),
    PT_FIELDS_END
};

typedef struct {
    const char *assignment_id;
} assignment_id_t;

static const pt_field_t assignment_id_fields[] = {
    PT_F(assignment_id_t, assignment_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The assignment"),
    PT_FIELDS_END
};

typedef struct {
    const char *assignment_id;
    const char *comment;
} cancel_t;

static const pt_field_t cancel_fields[] = {
    PT_F(cancel_t, assignment_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The assignment"),
    PT_F(cancel_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "Why you do not need it any more"),
    PT_FIELDS_END
};

typedef struct {
    const char *state;
    apr_int64_t limit;
    const char *cursor;
} assignment_list_t;

static const pt_field_t assignment_list_fields[] = {
    PT_F(assignment_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = pt_assignment_states, .doc = "Only those in this state"),
    PT_LIST_FIELDS(assignment_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    apr_int64_t limit;
    const char *cursor;
} job_assignments_t;

static const pt_field_t job_assignments_fields[] = {
    PT_F(job_assignments_t, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The job"),
    PT_LIST_FIELDS(job_assignments_t),
    PT_FIELDS_END
};

typedef struct {
    const char *assignment_id;
    apr_int64_t limit;
    const char *cursor;
} assignment_events_t;

static const pt_field_t assignment_events_fields[] = {
    PT_F(assignment_events_t, assignment_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The assignment"),
    PT_LIST_FIELDS(assignment_events_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *reply_assignment(pt_req_t *q, const char *assignment_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(assignment_get, .assignment_id = assignment_id,
                          .viewer_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

/* Locks the job, then the tester, and asks the rules. */
static pt_err_t *check_claim(pt_req_t *q, const char *job_id)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_row_t job, tester, standing;

    PT_TRY(pt_db_one(q->ctx.db, &job, PT_Q(job_lock, .job_id = job_id)));
    PT_TRY(pt_builder_may_take(&q->ctx, pt_row_str(&job, "owner_id")));
    PT_TRY(pt_db_one(q->ctx.db, &tester,
                     PT_Q(claim_tester_lock, .tester_id = q->actor->id)));
    PT_TRY(pt_db_one(
        q->ctx.db, &standing,
        PT_Q(claim_standing, .job_id = job_id, .tester_id = q->actor->id)));
    PT_TRY(pt_claim_check(
        q->ctx.pool,
        &(pt_claim_t){
            .job = {.state = pt_row_str(&job, "state"),
                    .owner_id = pt_row_str(&job, "owner_id"),
                    .free_seats = (int)pt_row_int(&job, "free_seats"),
                    .deadline_passed = pt_row_bool(&job, "deadline_passed")},
            .tester_id = q->actor->id,
            .payout_state = pt_row_str(&tester, "payout_state"),
            .holds_seat = pt_row_bool(&standing, "holds_seat"),
            .open_claims = pt_row_int(&standing, "open_claims"),
            .approvals = pt_row_int(&standing, "approvals"),
            .trials = pt_row_int(&standing, "trials")},
        &(pt_newcomer_t){.claims = cfg->newcomer_claims,
                         .trials = cfg->newcomer_trials,
                         .approvals = cfg->newcomer_approvals}));
    return pt_match_check(&q->ctx, q->actor->id,
                          pt_row_str(&standing, "requirements"));
}

static pt_err_t *job_claim(pt_req_t *q)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    const job_id_t *in = q->input;
    const char *schedule_id;
    pt_fees_t fees;
    pt_row_t row;
    pt_work_t work;

    PT_TRY(check_claim(q, in->job_id));
    PT_TRY(pt_fees_of_claim(&q->ctx, &fees, in->job_id, q->actor->id));
    PT_TRY(pt_fees_seal(&q->ctx, &schedule_id, &fees));
    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(claim_create, .job_id = in->job_id, .tester_id = q->actor->id,
             .fee_schedule_id = schedule_id,
             .info_rounds = pt_i64(q->ctx.pool, cfg->info_rounds_max),
             .confirmation_percent =
                 pt_i64(q->ctx.pool, cfg->confirmation_percent),
             .compensation_begun = pt_i64(q->ctx.pool, cfg->compensation_begun),
             .compensation_half =
                 pt_i64(q->ctx.pool, cfg->compensation_half))));
    PT_TRY(pt_work_lock(
        &q->ctx, &work,
        &(pt_work_key_t){.submission_id = pt_row_str(&row, "submission_id")}));
    PT_TRY(pt_work_claimed(&q->ctx, &work));
    return reply_assignment(q, work.assignment_id);
}

static pt_err_t *assignment_return(pt_req_t *q)
{
    const assignment_id_t *in = q->input;
    pt_work_t work;

    PT_TRY(pt_work_lock(&q->ctx, &work,
                        &(pt_work_key_t){.assignment_id = in->assignment_id,
                                         .tester_id = q->actor->id}));
    PT_TRY(pt_work_give_back(
        &q->ctx, &work,
        &(pt_work_step_t){.event = PT_WORK_RETURN, .by = PT_BY_TESTER}));
    return reply_assignment(q, in->assignment_id);
}

static pt_err_t *assignment_extend(pt_req_t *q)
{
    const assignment_id_t *in = q->input;
    pt_work_t work;

    PT_TRY(pt_work_lock(&q->ctx, &work,
                        &(pt_work_key_t){.assignment_id = in->assignment_id,
                                         .tester_id = q->actor->id}));
    PT_TRY(pt_work_extend(&q->ctx, &work));
    return reply_assignment(q, in->assignment_id);
}

static pt_err_t *assignment_cancel(pt_req_t *q)
{
    const cancel_t *in = q->input;
    pt_work_t work;

    PT_TRY(pt_work_lock(&q->ctx, &work,
                        &(pt_work_key_t){.assignment_id = in->assignment_id,
                                         .owner_id = q->actor->id}));
    PT_TRY(pt_work_cancel(&q->ctx, &work, in->comment));
    return reply_assignment(q, in->assignment_id);
}

static pt_err_t *assignment_get(pt_req_t *q)
{
    const assignment_id_t *in = q->input;

    return reply_assignment(q, in->assignment_id);
}

static pt_err_t *assignment_list_mine(pt_req_t *q)
{
    const assignment_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(assignment_list_mine, .tester_id = q->actor->id,
                          .state = in->state, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *assignment_list_of_job(pt_req_t *q)
{
    const job_assignments_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(assignment_list_of_job, .job_id = in->job_id,
                          .owner_id = q->actor->id, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *assignment_event_list(pt_req_t *q)
{
    const assignment_events_t *in = q->input;
    const char *after;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &after, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(assignment_event_list,
                          .assignment_id = in->assignment_id,
                          .viewer_id = q->actor->id, .after_id = after,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_assignments_routes[] = {
    {.method = M_POST, .path = "/jobs/{job_id}/claim", .id = "claimJob", .tag = "Work",
     .summary = "Take a seat of an open job",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(job_id_t, job_id_fields),
     .status = HTTP_CREATED, .output = &pt_assignment_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_OWN_JOB, PT_P_ALREADY_CLAIMED, PT_P_NO_SEAT_LEFT,
                 PT_P_WRONG_STATE, PT_P_NOT_PAYABLE, PT_P_CLAIM_LIMIT, PT_P_NOT_ELIGIBLE,
                 PT_P_ACCOUNT_FROZEN),
     .handler = job_claim},
    {.method = M_GET, .path = "/me/assignments", .id = "listMyAssignments", .tag = "Work",
     .summary = "The seats you took, newest first",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(assignment_list_t, assignment_list_fields),
     .status = HTTP_OK, .output = &pt_assignment_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = assignment_list_mine},
    {.method = M_GET, .path = "/jobs/{job_id}/assignments", .id = "listJobAssignments", .tag = "Work",
     .summary = "Who took a seat of your job, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(job_assignments_t, job_assignments_fields),
     .status = HTTP_OK, .output = &pt_assignment_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = assignment_list_of_job},
    {.method = M_GET, .path = "/assignments/{assignment_id}", .id = "getAssignment", .tag = "Work",
     .summary = "An assignment of yours or of your job",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(assignment_id_t, assignment_id_fields),
     .status = HTTP_OK, .output = &pt_assignment_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = assignment_get},
    {.method = M_POST, .path = "/assignments/{assignment_id}/return", .id = "returnAssignment", .tag = "Work",
     .summary = "Give a seat back before anything is handed in",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(assignment_id_t, assignment_id_fields),
     .status = HTTP_OK, .output = &pt_assignment_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = assignment_return},
    {.method = M_POST, .path = "/assignments/{assignment_id}/extend", .id = "extendAssignment", .tag = "Work",
     .summary = "Take more time to hand in, once",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(assignment_id_t, assignment_id_fields),
     .status = HTTP_OK, .output = &pt_assignment_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_EXTENSION_USED_UP),
     .handler = assignment_extend},
    {.method = M_POST, .path = "/assignments/{assignment_id}/cancel", .id = "cancelAssignment", .tag = "Work",
     .summary = "End an assignment before anything is handed in; once work has begun, the tester is compensated",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(cancel_t, cancel_fields),
     .status = HTTP_OK, .output = &pt_assignment_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = assignment_cancel},
    {.method = M_GET, .path = "/assignments/{assignment_id}/events", .id = "listAssignmentEvents", .tag = "Work",
     .summary = "What happened, oldest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(assignment_events_t, assignment_events_fields),
     .status = HTTP_OK, .output = &pt_event_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = assignment_event_list},
    PT_ROUTES_END
};
/* clang-format on */
