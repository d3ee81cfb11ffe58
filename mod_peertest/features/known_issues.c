/* SPDX-License-Identifier: Apache-2.0 */
/* known_issues.c - builders say what they know already, so that nobody reports
 * it once more. */

#include "http/pt_route.h"

/* Beyond what anybody reads before a test. */
#define ISSUES_MAX 200

/* clang-format off */
static const pt_field_t issue_fields[] = {
    PT_OUT(id,         PT_T_UUID, "The issue"),
    PT_OUT(project_id, PT_T_UUID, "Its project"),
    PT_OUT(title,      PT_T_TEXT, "The problem in one sentence"),
    PT_OUT(note,       PT_T_TEXT, "More about it", .nullable = 1),
    PT_OUT(url,        PT_T_TEXT, "Where it is described", .nullable = 1),
    PT_OUT(created_at, PT_T_TIME, "Since when it is on the list"),
    PT_FIELDS_END
};
static const pt_schema_t issue_schema = {"KnownIssue", issue_fields, 0};
static const pt_schema_t issue_page_schema = {"KnownIssue", issue_fields, 1};

typedef struct {
    const char *project_id;
    const char *title, *note, *url;
} issue_add_t;

static const pt_field_t issue_add_fields[] = {
    PT_F(issue_add_t, project_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The project"),
    PT_F(issue_add_t, title,      PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 8, .max = 120,
         .doc = "The problem in one sentence"),
    PT_F(issue_add_t, note,       PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL, .max = 2000, .doc = "More about it"),
    PT_F(issue_add_t, url,        PT_T_URL,  PT_IN_BODY, PT_OPTIONAL, .max = 2000, .doc = "Where it is described"),
    PT_FIELDS_END
};

typedef struct {
    const char *project_id;
} project_issues_t;

static const pt_field_t project_issues_fields[] = {
    PT_F(project_issues_t, project_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The project"),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
} job_issues_t;

static const pt_field_t job_issues_fields[] = {
    PT_F(job_issues_t, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The job"),
    PT_FIELDS_END
};

typedef struct {
    const char *known_issue_id;
} issue_id_t;

static const pt_field_t issue_id_fields[] = {
    PT_F(issue_id_t, known_issue_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The issue"),
    PT_FIELDS_END
};
/* clang-format on */

/* The project is locked, so that two at once are counted one after the other.
 */
static pt_err_t *issue_add(pt_req_t *q)
{
    const issue_add_t *in = q->input;
    pt_row_t row;
    int has_room;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_lock, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    PT_TRY(
        pt_db_maybe(q->ctx.db, &row, &has_room,
                    PT_Q(known_issue_add, .project_id = in->project_id,
                         .title = in->title, .note = in->note, .url = in->url,
                         .most = pt_i64(q->ctx.pool, ISSUES_MAX))));
    if (!has_room)
        return pt_err_field(PT_OK, q->ctx.pool, "", PT_C_TOO_MANY);
    return pt_reply_row(q, &row);
}

static pt_err_t *issue_delete(pt_req_t *q)
{
    const issue_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(
        pt_db_one(q->ctx.db, &row,
                  PT_Q(known_issue_delete, .known_issue_id = in->known_issue_id,
                       .owner_id = q->actor->id)));
    return pt_reply_none(q);
}

static pt_err_t *issue_list(pt_req_t *q)
{
    const project_issues_t *in = q->input;
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(known_issue_list, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    return pt_reply_row(q, &page);
}

static pt_err_t *issue_list_of_job(pt_req_t *q)
{
    const job_issues_t *in = q->input;
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(known_issue_list_of_job, .job_id = in->job_id,
                          .viewer_id = q->actor ? q->actor->id : NULL)));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_known_issues_routes[] = {
    {.method = M_GET, .path = "/projects/{project_id}/known-issues", .id = "listKnownIssues", .tag = "Findings",
     .summary = "What you have said to be known of a project, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(project_issues_t, project_issues_fields),
     .status = HTTP_OK, .output = &issue_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = issue_list},
    {.method = M_POST, .path = "/projects/{project_id}/known-issues", .id = "addKnownIssue", .tag = "Findings",
     .summary = "Say what is known already; findings that are handed in later can be judged so",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(issue_add_t, issue_add_fields),
     .status = HTTP_CREATED, .output = &issue_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = issue_add},
    {.method = M_DELETE, .path = "/known-issues/{known_issue_id}", .id = "deleteKnownIssue", .tag = "Findings",
     .summary = "Take an issue from the list",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(issue_id_t, issue_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = issue_delete},
    {.method = M_GET, .path = "/jobs/{job_id}/known-issues", .id = "listJobKnownIssues", .tag = "Findings",
     .summary = "What is known already of what a job tests, for all who may see it",
     .auth = PT_AUTH_OPTIONAL, .rate = PT_RATE_READ,
     PT_INPUT(job_issues_t, job_issues_fields),
     .status = HTTP_OK, .output = &issue_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = issue_list_of_job},
    PT_ROUTES_END
};
/* clang-format on */
