/* SPDX-License-Identifier: Apache-2.0 */
/* disputes.c - testers and builders who do not agree about a submission.
 * docs/DISPUTES.md has the table of moves. */

#include "domain/service_types.h"
#include "features/dispute_forms.h"
#include "features/dispute_ops.h"
#include "features/lists.h"

#define WORDS_MAX 2000

/* clang-format off */
static const pt_field_t dispute_id_fields[] = {
    PT_DISPUTE_ID(pt_dispute_id_t),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *kind;
    const char *statement;
} dispute_open_t;

static const pt_field_t dispute_open_fields[] = {
    PT_F(dispute_open_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(dispute_open_t, kind,          PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = pt_dispute_kinds, .doc = "What it is about; to a builder conduct alone"),
    PT_F(dispute_open_t, statement,     PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = WORDS_MAX, .doc = "Your side of it; it cannot be changed afterwards"),
    PT_FIELDS_END
};

typedef struct {
    const char *dispute_id;
    const char *body;
} dispute_answer_t;

static const pt_field_t dispute_answer_fields[] = {
    PT_DISPUTE_ID(dispute_answer_t),
    PT_F(dispute_answer_t, body, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = WORDS_MAX, .doc = "Your side of it; it cannot be changed afterwards"),
    PT_FIELDS_END
};

typedef struct {
    const char *dispute_id;
    apr_int64_t tester_percent;
} dispute_propose_t;

static const pt_field_t dispute_propose_fields[] = {
    PT_DISPUTE_ID(dispute_propose_t),
    PT_F(dispute_propose_t, tester_percent, PT_T_INT, PT_IN_BODY, PT_REQUIRED,
         .min = 0, .max = 100, .doc = "What the tester would get of what is at stake"),
    PT_FIELDS_END
};

typedef struct {
    const char *dispute_id;
    const char *statement;
} dispute_appeal_t;

static const pt_field_t dispute_appeal_fields[] = {
    PT_DISPUTE_ID(dispute_appeal_t),
    PT_F(dispute_appeal_t, statement, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = WORDS_MAX, .doc = "What the decision has missed"),
    PT_FIELDS_END
};

static const pt_field_t summary_fields[] = {
    PT_OUT(kind,           PT_T_ENUM, "What it was about", .values = pt_dispute_kinds),
    PT_OUT(service_type,   PT_T_ENUM, "Which kind of test", .values = pt_service_type_keys),
    PT_OUT(opened_by,      PT_T_ENUM, "Which side opened it", .values = PT_VALUES("tester", "builder")),
    PT_OUT(tester_percent, PT_T_INT,  "What the tester got of what was at stake"),
    PT_OUT(outcome,        PT_T_ENUM, "How it came to that", .values = pt_dispute_outcomes),
    PT_OUT(summary,        PT_T_TEXT, "In a few words", .nullable = 1),
    PT_OUT(closed_at,      PT_T_TIME, "When it ended"),
    PT_FIELDS_END
};
static const pt_schema_t summary_page_schema = {"DisputeSummary", summary_fields, 1};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} summary_list_t;

static const pt_field_t summary_list_fields[] = {
    PT_LIST_FIELDS(summary_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *dispute_open(pt_req_t *q)
{
    const dispute_open_t *in = q->input;
    const char *dispute_id;

    PT_TRY(
        pt_dispute_open(&q->ctx, &dispute_id,
                        &(pt_dispute_new_t){.submission_id = in->submission_id,
                                            .account_id = q->actor->id,
                                            .kind = in->kind,
                                            .statement = in->statement}));
    return pt_reply_dispute(q, dispute_id);
}

static pt_err_t *dispute_list(pt_req_t *q)
{
    return pt_reply_disputes(q, q->actor->id);
}

static pt_err_t *dispute_get(pt_req_t *q)
{
    const pt_dispute_id_t *in = q->input;

    return pt_reply_dispute(q, in->dispute_id);
}

static pt_err_t *dispute_answer(pt_req_t *q)
{
    const dispute_answer_t *in = q->input;
    pt_dispute_t d;

    PT_TRY(pt_dispute_lock(&q->ctx, &d, in->dispute_id, q->actor->id));
    PT_TRY(pt_dispute_answer(&q->ctx, &d, in->body));
    return pt_reply_dispute(q, in->dispute_id);
}

static pt_err_t *dispute_propose(pt_req_t *q)
{
    const dispute_propose_t *in = q->input;
    pt_dispute_t d;

    PT_TRY(pt_dispute_lock(&q->ctx, &d, in->dispute_id, q->actor->id));
    PT_TRY(pt_dispute_propose(&q->ctx, &d, in->tester_percent));
    return pt_reply_dispute(q, in->dispute_id);
}

static pt_err_t *dispute_accept(pt_req_t *q)
{
    const pt_dispute_id_t *in = q->input;
    pt_dispute_t d;

    PT_TRY(pt_dispute_lock(&q->ctx, &d, in->dispute_id, q->actor->id));
    PT_TRY(pt_dispute_accept(&q->ctx, &d));
    return pt_reply_dispute(q, in->dispute_id);
}

static pt_err_t *dispute_appeal(pt_req_t *q)
{
    const dispute_appeal_t *in = q->input;
    pt_dispute_t d;

    PT_TRY(pt_dispute_lock(&q->ctx, &d, in->dispute_id, q->actor->id));
    PT_TRY(pt_dispute_appeal(&q->ctx, &d, in->statement));
    return pt_reply_dispute(q, in->dispute_id);
}

static pt_err_t *dispute_summaries(pt_req_t *q)
{
    const summary_list_t *in = q->input;
    const char *before, *id;
    pt_row_t page;

    PT_TRY(pt_cursor_number(q, &before, &id, in->cursor));
    PT_TRY(
        pt_db_one(q->ctx.db, &page,
                  PT_Q(dispute_summary_list, .before = before, .before_id = id,
                       .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_disputes_routes[] = {
    {.method = M_POST, .path = "/submissions/{submission_id}/dispute", .id = "disputeSubmission", .tag = "Disputes",
     .summary = "Open a dispute about the money that is held; the submission is locked until it is over",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(dispute_open_t, dispute_open_fields),
     .status = HTTP_CREATED, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_DISPUTE_TOO_LATE, PT_P_DISPUTE_LIMIT),
     .handler = dispute_open},
    {.method = M_GET, .path = "/disputes", .id = "listDisputes", .tag = "Disputes",
     .summary = "Your disputes, as tester and as builder, newest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(pt_dispute_list_t, pt_dispute_list_fields),
     .status = HTTP_OK, .output = &pt_dispute_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = dispute_list},
    {.method = M_GET, .path = "/disputes/{dispute_id}", .id = "getDispute", .tag = "Disputes",
     .summary = "A dispute with its case file, for its two sides and for administrators",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(pt_dispute_id_t, dispute_id_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = dispute_get},
    {.method = M_POST, .path = "/disputes/{dispute_id}/answer", .id = "answerDispute", .tag = "Disputes",
     .summary = "Say your side of it, once, to what the other side has opened",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(dispute_answer_t, dispute_answer_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_DISPUTE_TOO_LATE),
     .handler = dispute_answer},
    {.method = M_POST, .path = "/disputes/{dispute_id}/propose", .id = "proposeSplit", .tag = "Disputes",
     .summary = "Propose a split; naming the one that the other side proposes settles it",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(dispute_propose_t, dispute_propose_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_PROPOSAL_LIMIT),
     .handler = dispute_propose},
    {.method = M_POST, .path = "/disputes/{dispute_id}/accept-decision", .id = "acceptDecision", .tag = "Disputes",
     .summary = "Accept the decision; when both sides have, its money moves at once",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(pt_dispute_id_t, dispute_id_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = dispute_accept},
    {.method = M_POST, .path = "/disputes/{dispute_id}/appeal", .id = "appealDecision", .tag = "Disputes",
     .summary = "Ask that somebody else decides, once",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(dispute_appeal_t, dispute_appeal_fields),
     .status = HTTP_OK, .output = &pt_dispute_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_DISPUTE_TOO_LATE),
     .handler = dispute_appeal},
    {.method = M_GET, .path = "/dispute-summaries", .id = "listDisputeSummaries", .tag = "Disputes",
     .summary = "How disputes have ended, without names, latest first",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     PT_INPUT(summary_list_t, summary_list_fields),
     .status = HTTP_OK, .output = &summary_page_schema, .cache_seconds = 60,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = dispute_summaries},
    PT_ROUTES_END
};
/* clang-format on */
