/* SPDX-License-Identifier: Apache-2.0 */
/* submissions.c - testers save drafts and hand them in; builders open them. */

#include "domain/service_types.h"
#include "features/attachment_ops.h"
#include "features/file_forms.h"
#include "features/queue_ops.h"
#include "features/reviews_ops.h"
#include "features/work_forms.h"
#include "http/pt_input.h"

#include <string.h>

/* clang-format off */
typedef struct {
    const char *submission_id;
} submission_id_t;

static const pt_field_t submission_id_fields[] = {
    PT_F(submission_id_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *summary;
    json_t *environment;
    const char *started_at, *ended_at;
    apr_int64_t active_minutes;
    const char *outcome, *assistance, *assistance_note;
    json_t *report;
    json_t *evidence;
    json_t *attachment_ids;
} submission_save_t;

static const pt_field_t submission_save_fields[] = {
    PT_F(submission_save_t, submission_id,  PT_T_UUID,   PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(submission_save_t, summary,        PT_T_TEXT,   PT_IN_BODY, PT_OPTIONAL,
         .max = 4000, .doc = "The result in a few sentences"),
    PT_F(submission_save_t, environment,    PT_T_OBJECT, PT_IN_BODY, PT_OPTIONAL,
         .of = &pt_environment_input, .doc = "Where it was tested; replaces what was saved"),
    PT_F(submission_save_t, started_at,     PT_T_TIME,   PT_IN_BODY, PT_OPTIONAL,
         .doc = "When you began to test"),
    PT_F(submission_save_t, ended_at,       PT_T_TIME,   PT_IN_BODY, PT_OPTIONAL,
         .doc = "When you were through; not before the begin"),
    PT_F(submission_save_t, active_minutes, PT_T_INT,    PT_IN_BODY, PT_OPTIONAL,
         .max = 10080, .dflt = -1, .doc = "Minutes of work between the two"),
    PT_F(submission_save_t, outcome,        PT_T_ENUM,   PT_IN_BODY, PT_OPTIONAL,
         .values = pt_outcomes, .doc = "How far you came"),
    PT_F(submission_save_t, assistance,     PT_T_ENUM,   PT_IN_BODY, PT_OPTIONAL,
         .values = pt_assistances, .doc = "What helped you with it"),
    PT_F(submission_save_t, assistance_note, PT_T_TEXT,  PT_IN_BODY, PT_OPTIONAL,
         .max = 1000, .doc = "Which one, and for what"),
    PT_F(submission_save_t, report,         PT_T_JSON,   PT_IN_BODY, PT_OPTIONAL,
         .doc = "The report, by service type; replaces what was saved"),
    PT_F(submission_save_t, evidence,       PT_T_ARRAY,  PT_IN_BODY, PT_OPTIONAL,
         .item = PT_T_OBJECT, .of = &pt_evidence_input, .max = 100,
         .doc = "Links and files that prove it; replaces what was saved"),
    PT_F(submission_save_t, attachment_ids, PT_T_ARRAY,  PT_IN_BODY, PT_OPTIONAL,
         .item = PT_T_UUID, .max = 100,
         .doc = "Exactly these files prove it; other entries of the evidence stay as they are"),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    const char *answer;
} reply_t;

static const pt_field_t reply_fields[] = {
    PT_F(reply_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(reply_t, answer,        PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 4000, .doc = "What the builder asked for"),
    PT_FIELDS_END
};

static const pt_field_t lack_fields[] = {
    PT_OUT(pointer, PT_T_TEXT, "What is missing; the entry of step n is /report/steps/<n - 1>"),
    PT_OUT(code,    PT_T_TEXT, "Why what is there is not enough"),
    PT_FIELDS_END
};
static const pt_schema_t lack_schema = {"Lack", lack_fields, 0};

static const pt_field_t missing_fields[] = {
    PT_OUT(missing, PT_T_ARRAY, "Empty when it can be handed in",
           .item = PT_T_OBJECT, .of = &lack_schema),
    PT_FIELDS_END
};
static const pt_schema_t missing_schema = {"Missing", missing_fields, 0};
/* clang-format on */

static pt_err_t *submission_get(pt_req_t *q)
{
    const submission_id_t *in = q->input;

    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_list_files(pt_req_t *q)
{
    const submission_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(submission_files, .submission_id = in->submission_id,
                          .viewer_id = q->actor->id,
                          .session_id = q->actor->session_id)));
    return pt_reply_row(q, &row);
}

static const pt_service_type_t *type_of(const char *key)
{
    const pt_service_type_t *type = pt_service_type(key);

    ap_assert(type); /* jobs are made of known types alone */
    return type;
}

static pt_err_t *save_draft(pt_req_t *q, pt_row_t *row,
                            const submission_save_t *in, const json_t *evidence)
{
    apr_pool_t *p = q->ctx.pool;
    const char *minutes =
        in->active_minutes < 0 ? NULL : pt_i64(p, in->active_minutes);
    pt_err_t *err =
        pt_db_one(q->ctx.db, row,
                  PT_Q(draft_save, .submission_id = in->submission_id,
                       .summary = in->summary,
                       .environment = pt_json_text(p, in->environment),
                       .started_at = in->started_at, .ended_at = in->ended_at,
                       .active_minutes = minutes, .outcome = in->outcome,
                       .assistance = in->assistance,
                       .assistance_note = in->assistance_note,
                       .report = pt_json_text(p, in->report),
                       .evidence = pt_json_text(p, evidence)));

    /* The one thing that only the table knows: when it began. */
    if (err && err->problem == PT_P_INVALID_INPUT)
        return pt_err_field(err, p, "/ended_at", PT_C_TOO_SMALL);
    return err;
}

/* A draft may lack anything, but what is there has the form of its type. */
static pt_err_t *submission_save(pt_req_t *q)
{
    const submission_save_t *in = q->input;
    const json_t *evidence;
    pt_draft_t draft;
    pt_row_t row;

    PT_TRY(
        pt_draft_lock(&q->ctx, &draft, q->actor->id, in->submission_id, NULL));
    PT_TRY(pt_if_match(q, &draft.row));
    if (in->report)
        PT_TRY(pt_service_check_report(q->ctx.pool, type_of(draft.service_type),
                                       in->report));
    PT_TRY(pt_evidence_attach(
        &q->ctx, &evidence,
        &(pt_proof_t){.submission_id = in->submission_id,
                      .tester_id = q->actor->id,
                      .evidence = in->evidence,
                      .attachment_ids = in->attachment_ids}));
    PT_TRY(save_draft(q, &row, in, evidence));
    return pt_reply_row(q, &row);
}

/* What the submission lacks, or PT_OK. */
static pt_err_t *check_complete(pt_req_t *q, const char *submission_id)
{
    pt_row_t row;
    json_t *contents;
    pt_err_t *lacks;
    const char *text;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(submission_contents, .submission_id = submission_id,
                          .tester_id = q->actor->id)));
    text = pt_row_str(&row, "contents");
    PT_TRY(pt_json_parse(q->ctx.pool, &contents, text, strlen(text)));
    lacks = pt_service_lacks(
        q->ctx.pool, type_of(pt_row_str(&row, "service_type")),
        &(pt_handed_in_t){.summary = pt_json_str(contents, "summary"),
                          .environment =
                              json_object_get(contents, "environment"),
                          .report = json_object_get(contents, "report"),
                          .details = json_object_get(contents, "details"),
                          .evidence = json_object_get(contents, "evidence"),
                          .findings = pt_json_int(contents, "findings", 0)});
    return pt_attachments_lack(lacks, &q->ctx, submission_id);
}

static pt_err_t *submission_missing(pt_req_t *q)
{
    const submission_id_t *in = q->input;
    pt_err_t *lacks = check_complete(q, in->submission_id);
    json_t *missing = json_array();

    if (lacks && lacks->problem != PT_P_INCOMPLETE)
        return lacks;
    for (int i = 0; lacks && i < lacks->fields->nelts; i++) {
        pt_field_err_t lack = APR_ARRAY_IDX(lacks->fields, i, pt_field_err_t);
        json_array_append_new(missing,
                              json_pack("{ss ss}", "pointer", lack.pointer,
                                        "code", pt_code(lack.code)->slug));
    }
    return pt_reply_json(q, json_pack("{so}", "missing", missing));
}

static pt_err_t *submission_submit(pt_req_t *q)
{
    const submission_id_t *in = q->input;
    pt_ctx_t *c = &q->ctx;
    pt_work_t work;

    PT_TRY(pt_work_lock(c, &work,
                        &(pt_work_key_t){.submission_id = in->submission_id,
                                         .tester_id = q->actor->id}));
    PT_TRY(pt_work_submit(
        c, &work,
        &(pt_work_step_t){.event = PT_WORK_SUBMIT, .by = PT_BY_TESTER}));
    PT_TRY(pt_attachments_hold(c, in->submission_id));
    PT_TRY(check_complete(q, in->submission_id));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_reply(pt_req_t *q)
{
    const reply_t *in = q->input;
    pt_work_t work;

    PT_TRY(pt_work_lock(&q->ctx, &work,
                        &(pt_work_key_t){.submission_id = in->submission_id,
                                         .tester_id = q->actor->id}));
    PT_TRY(pt_work_reply(&q->ctx, &work, in->answer));
    return pt_reply_submission(q, in->submission_id);
}

static pt_err_t *submission_open(pt_req_t *q)
{
    const submission_id_t *in = q->input;
    pt_row_t row;
    int is_first;

    PT_TRY(pt_db_maybe(q->ctx.db, &row, &is_first,
                       PT_Q(submission_open, .submission_id = in->submission_id,
                            .owner_id = q->actor->id)));
    if (is_first)
        PT_TRY(pt_event_add(
            &q->ctx,
            &(pt_event_t){.job_id = pt_row_str(&row, "job_id"),
                          .assignment_id = pt_row_str(&row, "assignment_id"),
                          .submission_id = in->submission_id,
                          .actor_id = q->actor->id,
                          .actor_kind = pt_by_name(PT_BY_BUILDER),
                          .kind = "seen",
                          .from_state = pt_row_str(&row, "state"),
                          .to_state = pt_row_str(&row, "state")}));
    return pt_reply_submission(q, in->submission_id);
}

/* clang-format off */
const pt_route_t pt_submissions_routes[] = {
    {.method = M_GET, .path = "/submissions/{submission_id}", .id = "getSubmission", .tag = "Work",
     .summary = "A submission of yours, or one handed in for your job",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(submission_id_t, submission_id_fields),
     .status = HTTP_OK, .output = &pt_submission_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = submission_get},
    {.method = M_PUT, .path = "/submissions/{submission_id}", .id = "saveSubmission", .tag = "Work",
     .summary = "Save a draft; what is left out stays as it is",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(submission_save_t, submission_save_fields),
     .status = HTTP_OK, .output = &pt_submission_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_save},
    {.method = M_GET, .path = "/submissions/{submission_id}/files", .id = "listSubmissionFiles", .tag = "Work",
     .summary = "The files of a submission and of its findings, as they are now",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(submission_id_t, submission_id_fields),
     .status = HTTP_OK, .output = &pt_file_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = submission_list_files},
    {.method = M_GET, .path = "/submissions/{submission_id}/missing", .id = "listMissing", .tag = "Work",
     .summary = "What a draft still lacks to be handed in",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(submission_id_t, submission_id_fields),
     .status = HTTP_OK, .output = &missing_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = submission_missing},
    {.method = M_POST, .path = "/submissions/{submission_id}/submit", .id = "submitSubmission", .tag = "Work",
     .summary = "Hand a draft in for review",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(submission_id_t, submission_id_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_INCOMPLETE),
     .handler = submission_submit},
    {.method = M_POST, .path = "/submissions/{submission_id}/reply", .id = "replyInfo", .tag = "Work",
     .summary = "Answer what the builder asked; the review goes on",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(reply_t, reply_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = submission_reply},
    {.method = M_POST, .path = "/submissions/{submission_id}/open", .id = "openSubmission", .tag = "Work",
     .summary = "Look at what was handed in; the tester sees when you first did",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     PT_INPUT(submission_id_t, submission_id_fields),
     .status = HTTP_OK, .output = &pt_submission_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = submission_open},
    PT_ROUTES_END
};
/* clang-format on */
