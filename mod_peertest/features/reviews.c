/* SPDX-License-Identifier: Apache-2.0 */
/* reviews.c - builders decide about what was handed in. */

#include "domain/service_types.h"
#include "features/lists.h"
#include "features/reviews_ops.h"
#include "features/work_forms.h"
#include "http/pt_route.h"

/* clang-format off */
static const pt_field_t review_fields[] = {
    PT_OUT(submission_id, PT_T_UUID, "What is to be reviewed"),
    PT_OUT(assignment_id, PT_T_UUID, "The assignment that it is for"),
    PT_OUT(job_id,        PT_T_UUID, "The job that it is for"),
    PT_OUT(job_title,     PT_T_TEXT, "The job's title"),
    PT_OUT(item_title,    PT_T_TEXT, "The title of its item; null in a simple job", .nullable = 1),
    PT_OUT(tester_name,   PT_T_TEXT, "Who handed it in"),
    PT_OUT(service_type,  PT_T_ENUM, "Which kind of test", .values = pt_service_type_keys),
    PT_OUT(findings,      PT_T_INT,  "How many findings it has"),
    PT_OUT(submitted_at,  PT_T_TIME, "When it was handed in"),
    PT_OUT(review_due_at, PT_T_TIME, "When it counts as approved without a review"),
    PT_OUT(opened_at,     PT_T_TIME, "When you first opened it", .nullable = 1),
    PT_OUT(amount_minor,  PT_T_INT,  "Held for it: reward, bonus reserve and fee, minor units"),
    PT_OUT(currency,      PT_T_TEXT, "In this currency"),
    PT_FIELDS_END
};
static const pt_schema_t review_page_schema = {"ReviewItem", review_fields, 1};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} review_list_t;

static const pt_field_t review_list_fields[] = {
    PT_LIST_FIELDS(review_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    apr_int64_t rating;
    const char *comment;
} approve_t;

static const pt_field_t approve_fields[] = {
    PT_F(approve_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(approve_t, rating,        PT_T_INT,  PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 5, .doc = "Stars"),
    PT_F(approve_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 2000, .doc = "A word to the tester"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *reason;
    const char *comment;
} reject_t;

static const pt_field_t reject_fields[] = {
    PT_F(reject_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(reject_t, reason,        PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = pt_reject_reasons,
         .doc = "Why; duplicate_known where something was on the project's list at the hand-in, or all findings were judged known or duplicate"),
    PT_F(reject_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "What exactly was not right"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *comment;
} request_changes_t;

typedef struct {
    const char *submission_id;
    const char *question;
} request_info_t;

static const pt_field_t request_info_fields[] = {
    PT_F(request_info_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(request_info_t, question,      PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "What you would like to know"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    apr_int64_t percent;
    const char *comment;
} approve_partially_t;

static const pt_field_t approve_partially_fields[] = {
    PT_F(approve_partially_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(approve_partially_t, percent,       PT_T_INT,  PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 99, .doc = "How much of the reward and of what the findings earn, per cent"),
    PT_F(approve_partially_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "What exactly was not right"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *comment;
} waive_t;

static const pt_field_t waive_fields[] = {
    PT_F(waive_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(waive_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "Why you do not need it any more"),
    PT_FIELDS_END
};

static const pt_field_t request_changes_fields[] = {
    PT_F(request_changes_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(request_changes_t, comment,       PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 10, .max = 2000, .doc = "What the tester should change"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *review_queue(pt_req_t *q)
{
    const review_list_t *in = q->input;
    const char *due, *id;
    pt_row_t page;

    PT_TRY(pt_cursor_number(q, &due, &id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(review_queue, .owner_id = q->actor->id,
                          .after_due = due, .after_id = id,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *lock_for_owner(pt_req_t *q, pt_work_t *work,
                                const char *submission_id)
{
    return pt_work_lock(&q->ctx, work,
                        &(pt_work_key_t){.submission_id = submission_id,
                                         .owner_id = q->actor->id});
}

static pt_err_t *submission_approve(pt_req_t *q)
{
    const approve_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_approve(
        &q->ctx, &work, PT_BY_BUILDER,
        &(pt_verdict_t){.rating = in->rating, .comment = in->comment}));
    PT_TRY(pt_work_mail(&q->ctx, &work, "submission_approved", PT_BY_TESTER));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_reject(pt_req_t *q)
{
    const reject_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_reject(
        &q->ctx, &work,
        &(pt_verdict_t){.reject_reason = in->reason, .comment = in->comment}));
    PT_TRY(pt_work_mail(&q->ctx, &work, "submission_rejected", PT_BY_TESTER));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_request_changes(pt_req_t *q)
{
    const request_changes_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_request_changes(&q->ctx, &work, in->comment));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_request_info(pt_req_t *q)
{
    const request_info_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_request_info(&q->ctx, &work, in->question));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_approve_partially(pt_req_t *q)
{
    const approve_partially_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_approve_partially(
        &q->ctx, &work,
        &(pt_verdict_t){.percent = in->percent, .comment = in->comment}));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_waive(pt_req_t *q)
{
    const waive_t *in = q->input;
    pt_work_t work;

    PT_TRY(lock_for_owner(q, &work, in->submission_id));
    PT_TRY(pt_work_waive(&q->ctx, &work, in->comment));
    return pt_reply_submission(q, in->submission_id);
}

/* clang-format off */
const pt_route_t pt_reviews_routes[] = {
    {.method = M_GET, .path = "/me/reviews", .id = "listReviewQueue", .tag = "Work",
     .summary = "What waits for your review, oldest due first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(review_list_t, review_list_fields),
     .status = HTTP_OK, .output = &review_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = review_queue},
    {.method = M_POST, .path = "/submissions/{submission_id}/approve", .id = "approveSubmission", .tag = "Work",
     .summary = "Approve; the tester is paid",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(approve_t, approve_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_approve},
    {.method = M_POST, .path = "/submissions/{submission_id}/request-changes", .id = "requestChanges", .tag = "Work",
     .summary = "Send it back to the tester, who can change it and hand it in again",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(request_changes_t, request_changes_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_CHANGES_USED_UP),
     .handler = submission_request_changes},
    {.method = M_POST, .path = "/submissions/{submission_id}/reject", .id = "rejectSubmission", .tag = "Work",
     .summary = "Reject; the money stays held while the tester can dispute it",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(reject_t, reject_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_reject},
    {.method = M_POST, .path = "/submissions/{submission_id}/request-info", .id = "requestInfo", .tag = "Work",
     .summary = "Ask the tester something; your time to review stands still until the answer",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(request_info_t, request_info_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_INFO_ROUNDS_USED_UP),
     .handler = submission_request_info},
    {.method = M_POST, .path = "/submissions/{submission_id}/approve-partially", .id = "approvePartially", .tag = "Work",
     .summary = "Approve a part; the rest stays held while the tester can dispute it",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(approve_partially_t, approve_partially_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_approve_partially},
    {.method = M_POST, .path = "/submissions/{submission_id}/waive", .id = "waiveSubmission", .tag = "Work",
     .summary = "Drop what is not handed in, and pay its fee; what is left of its bonus goes back",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(waive_t, waive_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_waive},
    PT_ROUTES_END
};
/* clang-format on */
