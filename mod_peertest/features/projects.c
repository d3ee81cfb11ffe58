/* SPDX-License-Identifier: Apache-2.0 */
/* projects.c - builders keep the applications that they want to have tested. */

#include "features/job_fields.h"
#include "features/lists.h"

#include <apr_strings.h>

/* clang-format off */
static const pt_field_t project_fields[] = {
    PT_OUT(id,          PT_T_UUID,  "The project"),
    PT_OUT(name,        PT_T_TEXT,  "What it is called"),
    PT_OUT(url,         PT_T_URL,   "Where the application is", .nullable = 1),
    PT_OUT(description, PT_T_TEXT,  "What a tester should know; may be empty"),
    PT_OUT(platforms,   PT_T_ARRAY, "Where it runs", .item = PT_T_ENUM,
           .values = pt_platforms),
    PT_OUT(category,    PT_T_TEXT,  "Kind of application", .nullable = 1),
    PT_OUT(icon_url,    PT_T_TEXT,  "Its icon, an address on this host",
           .nullable = 1),
    PT_OUT(screenshots, PT_T_ARRAY, "What it looks like",
           .item = PT_T_OBJECT, .of = &pt_screenshot_schema),
    PT_OUT(job_count,   PT_T_INT,   "Jobs that belong to it"),
    PT_OUT(created_at,  PT_T_TIME,  "When it was made"),
    PT_OUT(updated_at,  PT_T_TIME,  "When it was last changed"),
    PT_FIELDS_END
};
static const pt_schema_t project_schema = {"Project", project_fields, 0};
static const pt_schema_t project_page_schema = {"Project", project_fields, 1};

typedef struct {
    const char *project_id;
    const char *name;
    const char *url;
    const char *description;
    json_t *platforms;
    const char *category;
} project_input_t;

#define PROJECT_FIELDS(name_need)                                              \
    PT_F(project_input_t, name,        PT_T_TEXT,  PT_IN_BODY, name_need,      \
         .min = 1, .max = 120, .doc = "What it is called"),                    \
    PT_F(project_input_t, url,         PT_T_URL,   PT_IN_BODY, PT_OPTIONAL,    \
         .max = 2000, .doc = "Where the application is"),                      \
    PT_F(project_input_t, description, PT_T_TEXT,  PT_IN_BODY, PT_OPTIONAL,    \
         .max = 4000, .doc = "What a tester should know"),                     \
    PT_F(project_input_t, platforms,   PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,    \
         .min = 1, .max = 5, .item = PT_T_ENUM, .values = pt_platforms,        \
         .doc = "Where it runs; the web when nothing is said"),                \
    PT_F(project_input_t, category,    PT_T_TEXT,  PT_IN_BODY, PT_OPTIONAL,    \
         .max = 60, .doc = "Kind of application")

#define PROJECT_ID(struct_)                                                    \
    PT_F(struct_, project_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,              \
         .doc = "The project")

static const pt_field_t project_create_fields[] = {
    PROJECT_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

static const pt_field_t project_update_fields[] = {
    PROJECT_ID(project_input_t),
    PROJECT_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

typedef struct {
    const char *project_id;
} project_id_t;

static const pt_field_t project_id_fields[] = {
    PROJECT_ID(project_id_t),
    PT_FIELDS_END
};

typedef struct {
    const char *project_id;
    const char *icon_id;
    json_t *screenshot_ids;
} project_pictures_t;

static const pt_field_t project_pictures_fields[] = {
    PROJECT_ID(project_pictures_t),
    PT_F(project_pictures_t, icon_id, PT_T_UUID, PT_IN_BODY, PT_OPTIONAL,
         .doc = "A picture of yours; none when left out"),
    PT_F(project_pictures_t, screenshot_ids, PT_T_ARRAY, PT_IN_BODY,
         PT_REQUIRED, .max = 8, .item = PT_T_UUID,
         .doc = "Pictures of yours, in their order"),
    PT_FIELDS_END
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} project_list_t;

static const pt_field_t project_list_fields[] = {
    PT_LIST_FIELDS(project_list_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *project_create(pt_req_t *q)
{
    const project_input_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_create, .owner_id = q->actor->id,
                          .name = in->name, .url = in->url,
                          .description = in->description,
                          .platforms = pt_json_text(q->ctx.pool, in->platforms),
                          .category = in->category)));
    return pt_reply_row(q, &row);
}

static pt_err_t *project_list(pt_req_t *q)
{
    const project_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(project_list, .owner_id = q->actor->id,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *project_get(pt_req_t *q)
{
    const project_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_get, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *project_update(pt_req_t *q)
{
    const project_input_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_lock, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_update, .project_id = in->project_id,
                          .name = in->name, .url = in->url,
                          .description = in->description,
                          .platforms = pt_json_text(q->ctx.pool, in->platforms),
                          .category = in->category)));
    return pt_reply_row(q, &row);
}

/* The icon comes first; null: there is none. */
static const char *picture_ids(pt_req_t *q, const project_pictures_t *in)
{
    json_t *ids = pt_json_own(q->ctx.pool, json_array());

    json_array_append_new(ids,
                          in->icon_id ? json_string(in->icon_id) : json_null());
    json_array_extend(ids, in->screenshot_ids);
    return pt_json_text(q->ctx.pool, ids);
}

/* What everybody may see is a picture that is ready, and no evidence. */
static pt_err_t *check_picture(pt_err_t *err, apr_pool_t *p,
                               const pt_row_t *fact)
{
    apr_int64_t n = pt_row_int(fact, "place");
    const char *pointer =
        n == 0 ? "/icon_id"
               : apr_psprintf(p, "/screenshot_ids/%" APR_INT64_T_FMT, n - 1);

    if (!pt_row_bool(fact, "is_there"))
        return pt_err_field(err, p, pointer, PT_C_NOT_FOUND);
    if (pt_row_bool(fact, "is_repeated"))
        return pt_err_field(err, p, pointer, PT_C_REPEATED);
    if (!pt_row_bool(fact, "is_ready"))
        return pt_err_field(err, p, pointer, PT_C_NOT_READY);
    if (!pt_row_bool(fact, "is_picture") || pt_row_bool(fact, "is_evidence"))
        return pt_err_field(err, p, pointer, PT_C_NOT_ALLOWED);
    return err;
}

static pt_err_t *check_pictures(pt_req_t *q, const char *ids)
{
    pt_err_t *err = PT_OK;
    pt_rows_t facts;

    PT_TRY(
        pt_db_many(q->ctx.db, &facts,
                   PT_Q(picture_facts, .ids = ids, .owner_id = q->actor->id)));
    for (int i = 0; i < facts.count; i++) {
        pt_row_t fact = pt_rows_at(&facts, i);
        err = check_picture(err, q->ctx.pool, &fact);
    }
    return err;
}

/* Files are locked before the project, as where one is taken away. */
static pt_err_t *project_set_pictures(pt_req_t *q)
{
    const project_pictures_t *in = q->input;
    const char *ids = picture_ids(q, in);
    pt_db_t *db = q->ctx.db;
    pt_row_t row;

    PT_TRY(pt_db_exec(
        db, NULL,
        PT_Q(attachment_files_hold, .ids = ids, .owner_id = q->actor->id)));
    PT_TRY(pt_db_one(db, &row,
                     PT_Q(project_lock, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(check_pictures(q, ids));
    PT_TRY(pt_db_exec(
        db, NULL,
        PT_Q(project_screenshots_drop, .project_id = in->project_id)));
    PT_TRY(pt_db_exec(
        db, NULL,
        PT_Q(project_pictures_put, .project_id = in->project_id, .ids = ids)));
    PT_TRY(pt_db_one(db, &row,
                     PT_Q(project_get, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *project_delete(pt_req_t *q)
{
    const project_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_lock, .project_id = in->project_id,
                          .owner_id = q->actor->id)));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(project_is_in_use, .project_id = in->project_id)));
    if (pt_row_bool(&row, "in_use"))
        return pt_fail(q->ctx.pool, PT_P_PROJECT_IN_USE, NULL);
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(project_delete, .project_id = in->project_id)));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_projects_routes[] = {
    {.method = M_POST, .path = "/projects", .id = "createProject",
     .tag = "Projects", .summary = "Add an application that is to be tested",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(project_input_t, project_create_fields),
     .status = HTTP_CREATED, .output = &project_schema,
     .handler = project_create},
    {.method = M_GET, .path = "/projects", .id = "listProjects",
     .tag = "Projects", .summary = "Your projects, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(project_list_t, project_list_fields),
     .status = HTTP_OK, .output = &project_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = project_list},
    {.method = M_GET, .path = "/projects/{project_id}", .id = "getProject",
     .tag = "Projects", .summary = "One of your projects",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(project_id_t, project_id_fields),
     .status = HTTP_OK, .output = &project_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = project_get},
    {.method = M_PATCH, .path = "/projects/{project_id}",
     .id = "updateProject", .tag = "Projects",
     .summary = "Change a project; what is absent stays, \"\" empties",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(project_input_t, project_update_fields),
     .status = HTTP_OK, .output = &project_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = project_update},
    {.method = M_PUT, .path = "/projects/{project_id}/pictures",
     .id = "setProjectPictures", .tag = "Projects",
     .summary = "Say which pictures show it; everybody can see them",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(project_pictures_t, project_pictures_fields),
     .status = HTTP_OK, .output = &project_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = project_set_pictures},
    {.method = M_DELETE, .path = "/projects/{project_id}",
     .id = "deleteProject", .tag = "Projects",
     .summary = "Take a project away that has no unfinished paid job",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(project_id_t, project_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_PROJECT_IN_USE),
     .handler = project_delete},
    PT_ROUTES_END
};
/* clang-format on */
