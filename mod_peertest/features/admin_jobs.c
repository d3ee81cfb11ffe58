/* SPDX-License-Identifier: Apache-2.0 */
/* admin_jobs.c - administrators look at jobs and take them down. */

#include "features/admin_ops.h"
#include "features/jobs_ops.h"
#include "features/lists.h"
#include "features/queue_ops.h"

/* clang-format off */
#define KINDS  PT_VALUES("simple", "structured")
#define STATES                                                                 \
    PT_VALUES("draft", "pending_payment", "open", "filled", "closed",          \
              "published", "awarding", "in_progress", "in_review",             \
              "completed", "cancelled", "expired", "removed")

static const pt_field_t job_fields[] = {
    PT_OUT(id,            PT_T_UUID,  "The job"),
    PT_OUT(kind,          PT_T_ENUM,  "Claimed, or bid for", .values = KINDS),
    PT_OUT(title,         PT_T_TEXT,  "What it is about"),
    PT_OUT(state,         PT_T_ENUM,  "Where it stands", .values = STATES),
    PT_OUT(stop_reason,   PT_T_ENUM,  "Why nobody can claim or bid any more",
           .nullable = 1,
           .values = PT_VALUES("cancelled", "expired", "closed", "removed")),
    PT_OUT(owner_id,      PT_T_UUID,  "Whose it is"),
    PT_OUT(owner_name,    PT_T_TEXT,  "How others see its owner"),
    PT_OUT(owner_email,   PT_T_EMAIL, "Where its owner's mails go"),
    PT_OUT(service_types, PT_T_ARRAY, "Kinds of test in it", .item = PT_T_TEXT),
    PT_OUT(currency,      PT_T_TEXT,  "ISO 4217, lower case"),
    PT_OUT(reward_minor,  PT_T_INT,   "Of a seat; a structured job has prices of its own",
           .nullable = 1),
    PT_OUT(seats,         PT_T_INT,   "Seats"),
    PT_OUT(seats_taken,   PT_T_INT,   "Of these, taken"),
    PT_OUT(created_at,    PT_T_TIME,  "When it was written"),
    PT_OUT(opened_at,     PT_T_TIME,  "When testers first saw it", .nullable = 1),
    PT_OUT(ended_at,      PT_T_TIME,  "When it ended", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t job_schema = {"AdminJob", job_fields, 0};
static const pt_schema_t job_page_schema = {"AdminJob", job_fields, 1};

typedef struct {
    const char *q;
    const char *state;
    const char *kind;
    const char *owner_id;
    apr_int64_t limit;
    const char *cursor;
} job_list_t;

static const pt_field_t job_list_fields[] = {
    PT_F(job_list_t, q,        PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 120,
         .doc = "Part of the title or of the owner's address, or an id"),
    PT_F(job_list_t, state,    PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = STATES, .doc = "Only those in this state"),
    PT_F(job_list_t, kind,     PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = KINDS, .doc = "Only of this kind"),
    PT_F(job_list_t, owner_id, PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only of this builder"),
    PT_LIST_FIELDS(job_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    const char *reason;
} job_remove_t;

static const pt_field_t job_remove_fields[] = {
    PT_F(job_remove_t, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The job"),
    PT_REASON_FIELD(job_remove_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *job_list(pt_req_t *q)
{
    const job_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(admin_job_list, .q = in->q, .state = in->state,
                          .kind = in->kind, .owner_id = in->owner_id,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* Tell its builder why, and those who work for it that their work goes on. */
static pt_err_t *mail_removed(pt_req_t *q, const pt_row_t *job)
{
    const job_remove_t *in = q->input;
    const char *title = pt_row_str(job, "title");
    pt_rows_t testers;

    PT_TRY(pt_mail_add(&q->ctx, "job_removed", pt_row_str(job, "owner_id"),
                       json_pack("{ss ss ss}", "job_id", in->job_id,
                                 "job_title", title, "reason", in->reason)));
    PT_TRY(pt_db_many(q->ctx.db, &testers,
                      PT_Q(job_testers, .job_id = in->job_id)));
    for (int i = 0; i < testers.count; i++) {
        pt_row_t row = pt_rows_at(&testers, i);

        PT_TRY(pt_mail_add(
            &q->ctx, "job_removed_at_work", pt_row_str(&row, "tester_id"),
            json_pack("{ss ss}", "job_id", in->job_id, "job_title", title)));
    }
    return PT_OK;
}

static pt_err_t *job_remove(pt_req_t *q)
{
    const job_remove_t *in = q->input;
    const pt_doer_t doer = {"admin", q->actor->id};
    pt_row_t job, row;

    PT_TRY(pt_db_one(q->ctx.db, &job, PT_Q(job_lock, .job_id = in->job_id)));
    PT_TRY(pt_job_stop(&q->ctx, in->job_id, PT_JOB_REMOVE, &doer));
    PT_TRY(mail_removed(q, &job));
    PT_TRY(pt_admin_note(
        q,
        &(pt_admin_action_t){.entity = "job",
                             .entity_id = in->job_id,
                             .reason = in->reason,
                             .detail = json_pack("{ss}", "state_before",
                                                 pt_row_str(&job, "state"))}));
    PT_TRY(
        pt_db_one(q->ctx.db, &row, PT_Q(admin_job_get, .job_id = in->job_id)));
    return pt_reply_row(q, &row);
}

/* clang-format off */
const pt_route_t pt_admin_jobs_routes[] = {
    {.method = M_GET, .path = "/admin/jobs", .id = "adminListJobs",
     .tag = "Admin", .summary = "Jobs, newest first, drafts too",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(job_list_t, job_list_fields),
     .status = HTTP_OK, .output = &job_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = job_list},
    {.method = M_POST, .path = "/admin/jobs/{job_id}/remove", .id = "removeJob",
     .tag = "Admin",
     .summary = "Take a job down: free seats and open bids end, work under way goes on",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_MODERATION, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(job_remove_t, job_remove_fields),
     .status = HTTP_OK, .output = &job_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = job_remove},
    PT_ROUTES_END
};
/* clang-format on */
