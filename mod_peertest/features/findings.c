/* SPDX-License-Identifier: Apache-2.0 */
/* findings.c - testers describe the problems that they found, builders judge
 * them. */

#include "domain/finding_rules.h"
#include "features/assignments_ops.h"
#include "features/queue_ops.h"
#include "features/work_forms.h"
#include "http/pt_route.h"

#include <string.h>

/* Beyond what one tester writes in one session. */
#define FINDINGS_MAX 200

/* clang-format off */
typedef struct {
    const char *submission_id; /* of a new one ... */
    const char *finding_id;    /* ... or which one is changed */
    const char *title, *kind, *severity, *url;
    json_t *steps;
    const char *expected, *actual, *reproducibility;
    json_t *attachment_ids;
} finding_input_t;

#define FINDING_FIELDS(need_)                                                  \
    PT_F(finding_input_t, title,           PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 30, .max = 120, .doc = "One problem in one sentence"),         \
    PT_F(finding_input_t, kind,            PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_finding_kinds, .doc = "What kind of problem"),           \
    PT_F(finding_input_t, severity,        PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_severities, .doc = "How bad it is"),                     \
    PT_F(finding_input_t, url,             PT_T_URL,   PT_IN_BODY, PT_OPTIONAL,\
         .max = 2000, .doc = "Where it is"),                                   \
    PT_F(finding_input_t, steps,           PT_T_ARRAY, PT_IN_BODY, need_,      \
         .item = PT_T_TEXT, .item_max = 500, .min = 1, .max = 30,              \
         .doc = "How to see it, step by step"),                                \
    PT_F(finding_input_t, expected,        PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What should happen"),                  \
    PT_F(finding_input_t, actual,          PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What happens"),                        \
    PT_F(finding_input_t, reproducibility, PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_reproducibilities, .doc = "How often it happens"),       \
    PT_F(finding_input_t, attachment_ids,  PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,\
         .item = PT_T_UUID, .max = 0, .doc = "No files can be attached yet")

static const pt_field_t finding_add_fields[] = {
    PT_F(finding_input_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission that it is part of"),
    FINDING_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

static const pt_field_t finding_update_fields[] = {
    PT_F(finding_input_t, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The finding"),
    FINDING_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

typedef struct {
    const char *finding_id;
} finding_id_t;

static const pt_field_t finding_id_fields[] = {
    PT_F(finding_id_t, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The finding"),
    PT_FIELDS_END
};

typedef struct {
    const char *finding_id;
    const char *verdict, *severity_final, *reason, *duplicate_of;
} verdict_t;

static const pt_field_t verdict_fields[] = {
    PT_F(verdict_t, finding_id,     PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The finding"),
    PT_F(verdict_t, verdict,        PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = PT_VALUES("valid", "duplicate", "known", "informative", "works_as_designed",
                             "not_reproducible", "out_of_scope", "spam"),
         .doc = "What it is"),
    PT_F(verdict_t, severity_final, PT_T_ENUM, PT_IN_BODY, PT_OPTIONAL,
         .values = pt_severities, .doc = "How bad it is; the tester's word when left out"),
    PT_F(verdict_t, reason,         PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 1000, .doc = "Why; needed unless it is valid with the tester's severity"),
    PT_F(verdict_t, duplicate_of,   PT_T_UUID, PT_IN_BODY, PT_OPTIONAL,
         .doc = "A finding of the same project that it repeats; for a duplicate alone"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *finding_add(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_draft_t draft;
    pt_row_t row;
    int has_room;

    PT_TRY(
        pt_draft_lock(&q->ctx, &draft, q->actor->id, in->submission_id, NULL));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &has_room,
        PT_Q(finding_create, .submission_id = draft.submission_id,
             .title = in->title, .kind = in->kind, .severity = in->severity,
             .url = in->url, .steps = pt_json_text(p, in->steps),
             .expected = in->expected, .actual = in->actual,
             .reproducibility = in->reproducibility,
             .most = pt_i64(p, FINDINGS_MAX))));
    if (!has_room)
        return pt_err_field(PT_OK, p, "", PT_C_TOO_MANY);
    return pt_reply_row(q, &row);
}

/* A draft's finding that its tester is about to change. */
static pt_err_t *lock_finding(pt_req_t *q, pt_row_t *row,
                              const char *finding_id)
{
    pt_draft_t draft;

    PT_TRY(pt_draft_lock(&q->ctx, &draft, q->actor->id, NULL, finding_id));
    PT_TRY(
        pt_db_one(q->ctx.db, row, PT_Q(finding_get, .finding_id = finding_id)));
    return pt_finding_may_change(q->ctx.pool, pt_row_str(row, "state"));
}

static pt_err_t *finding_update(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    pt_row_t row;

    PT_TRY(lock_finding(q, &row, in->finding_id));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_update, .finding_id = in->finding_id,
                          .title = in->title, .kind = in->kind,
                          .severity = in->severity, .url = in->url,
                          .steps = pt_json_text(q->ctx.pool, in->steps),
                          .expected = in->expected, .actual = in->actual,
                          .reproducibility = in->reproducibility)));
    return pt_reply_row(q, &row);
}

static pt_err_t *finding_delete(pt_req_t *q)
{
    const finding_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(lock_finding(q, &row, in->finding_id));
    if (pt_row_bool(&row, "has_duplicates"))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE,
                                    "Other findings repeat this one"),
                            pt_row_str(&row, "state"));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(finding_delete, .finding_id = in->finding_id)));
    return pt_reply_none(q);
}

/* The finding that a duplicate repeats in the end; its own duplicates follow.
 */
static pt_err_t *find_root(pt_ctx_t *c, const char **root_id,
                           const verdict_t *in, const char *job_id)
{
    pt_row_t row;
    int found;

    *root_id = NULL;
    if (!in->duplicate_of)
        return PT_OK;
    PT_TRY(
        pt_db_exec(c->db, NULL, PT_Q(finding_project_lock, .job_id = job_id)));
    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(finding_root, .finding_id = in->duplicate_of, .job_id = job_id)));
    if (!found)
        return pt_err_field(PT_OK, c->pool, "/duplicate_of", PT_C_NOT_FOUND);
    *root_id = pt_row_str(&row, "root_id");
    if (strcmp(*root_id, in->finding_id) == 0)
        return pt_err_field(PT_OK, c->pool, "/duplicate_of", PT_C_NOT_ALLOWED);
    return pt_db_exec(
        c->db, NULL,
        PT_Q(finding_fold, .finding_id = in->finding_id, .root_id = *root_id));
}

static pt_err_t *note_verdict(pt_ctx_t *c, const pt_work_t *work,
                              const verdict_t *in, const char *from)
{
    return pt_event_add(c,
                        &(pt_event_t){.job_id = work->job_id,
                                      .assignment_id = work->assignment_id,
                                      .submission_id = work->item.id,
                                      .actor_id = work->owner_id,
                                      .actor_kind = pt_by_name(PT_BY_BUILDER),
                                      .kind = "finding_judged",
                                      .from_state = from,
                                      .to_state = in->verdict,
                                      .note = in->reason});
}

/* Findings can be judged as long as the submission can be decided on. */
static pt_err_t *finding_judge(pt_req_t *q)
{
    const verdict_t *in = q->input;
    pt_ctx_t *c = &q->ctx;
    const char *root_id, *to;
    pt_work_t work;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_get, .finding_id = in->finding_id)));
    PT_TRY(pt_work_lock(
        c, &work,
        &(pt_work_key_t){.submission_id = pt_row_str(&row, "submission_id"),
                         .owner_id = q->actor->id}));
    PT_TRY(pt_submission_next(c->pool, &to, &work.item.is, PT_WORK_APPROVE,
                              PT_BY_BUILDER));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_get, .finding_id = in->finding_id)));
    PT_TRY(pt_judgement_check(
        c->pool, &(pt_judgement_t){.verdict = in->verdict,
                                   .severity = pt_row_str(&row, "severity"),
                                   .severity_final = in->severity_final,
                                   .reason = in->reason,
                                   .duplicate_of = in->duplicate_of}));
    PT_TRY(find_root(c, &root_id, in, work.job_id));
    PT_TRY(note_verdict(c, &work, in, pt_row_str(&row, "state")));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_judge, .finding_id = in->finding_id,
                          .verdict = in->verdict,
                          .severity_final = in->severity_final,
                          .reason = in->reason, .duplicate_of = root_id)));
    return pt_reply_row(q, &row);
}

/* clang-format off */
const pt_route_t pt_findings_routes[] = {
    {.method = M_POST, .path = "/submissions/{submission_id}/findings", .id = "addFinding", .tag = "Work",
     .summary = "Add a finding to a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_add_fields),
     .status = HTTP_CREATED, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_add},
    {.method = M_PATCH, .path = "/findings/{finding_id}", .id = "updateFinding", .tag = "Work",
     .summary = "Change a finding of a draft; what is left out stays as it is",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_update_fields),
     .status = HTTP_OK, .output = &pt_finding_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_update},
    {.method = M_DELETE, .path = "/findings/{finding_id}", .id = "deleteFinding", .tag = "Work",
     .summary = "Take a finding out of a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_id_t, finding_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_delete},
    {.method = M_POST, .path = "/findings/{finding_id}/verdict", .id = "judgeFinding", .tag = "Work",
     .summary = "Say what a finding is, before you decide about its submission",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(verdict_t, verdict_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_judge},
    PT_ROUTES_END
};
/* clang-format on */
