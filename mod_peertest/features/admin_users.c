/* SPDX-License-Identifier: Apache-2.0 */
/* admin_users.c - administrators look at accounts and at their files, suspend
 * them, remove files, and say who may do what. */

#include "domain/file_rules.h"
#include "features/admin_ops.h"
#include "features/attachment_ops.h"
#include "features/file_forms.h"
#include "features/file_ops.h"
#include "features/lists.h"
#include "features/queue_ops.h"
#include "features/retention_ops.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
#define ROLES  PT_VALUES("builder", "tester", "admin")
#define SCOPES PT_VALUES("support", "finance", "moderation", "super")
#define STATES PT_VALUES("active", "suspended")

static const pt_field_t user_fields[] = {
    PT_OUT(id,             PT_T_UUID,  "The account"),
    PT_OUT(email,          PT_T_EMAIL, "Where mails go"),
    PT_OUT(full_name,      PT_T_TEXT,  "How others see it"),
    PT_OUT(roles,          PT_T_ARRAY, "What it may be here", .item = PT_T_ENUM,
           .values = ROLES),
    PT_OUT(scopes,         PT_T_ARRAY, "What it may do as an administrator",
           .item = PT_T_ENUM, .values = SCOPES),
    PT_OUT(state,          PT_T_ENUM,  "Whether it can sign in", .values = STATES),
    PT_OUT(suspended_at,   PT_T_TIME,  "Since when it cannot", .nullable = 1),
    PT_OUT(frozen_at,      PT_T_TIME,  "Since when its money does not move",
           .nullable = 1),
    PT_OUT(email_verified, PT_T_BOOL,  "Whether the address is verified"),
    PT_OUT(totp_enabled,   PT_T_BOOL,  "Whether it has a second factor"),
    PT_OUT(payout_state,   PT_T_ENUM,  "State of the payout account",
           .values = PT_VALUES("none", "pending", "active", "restricted", "rejected")),
    PT_OUT(country,        PT_T_TEXT,  "ISO 3166-1, two letters", .nullable = 1),
    PT_OUT(locale,         PT_T_TEXT,  "Language, BCP 47"),
    PT_OUT(created_at,     PT_T_TIME,  "When it was opened"),
    PT_OUT(last_seen_at,   PT_T_TIME,  "When it was last used", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t user_schema = {"AdminUser", user_fields, 0};
static const pt_schema_t user_page_schema = {"AdminUser", user_fields, 1};

static const pt_field_t detail_fields[] = {
    PT_OUT(user,                PT_T_OBJECT, "The account", .of = &user_schema),
    PT_OUT(frozen_reason,       PT_T_TEXT, "Why its money does not move", .nullable = 1),
    PT_OUT(sessions,            PT_T_INT, "Where it is signed in"),
    PT_OUT(recovery_codes_left, PT_T_INT, "Of the second factor"),
    PT_OUT(jobs,                PT_T_INT, "Jobs it has written"),
    PT_OUT(jobs_going_on,       PT_T_INT, "Of these, open or under way"),
    PT_OUT(bids_open,           PT_T_INT, "Bids that wait for somebody"),
    PT_OUT(assignments,         PT_T_INT, "Seats it has ever held"),
    PT_OUT(assignments_active,  PT_T_INT, "Of these, under way"),
    PT_OUT(approved,            PT_T_INT, "Items of its work that were approved"),
    PT_OUT(rejected,            PT_T_INT, "And rejected"),
    PT_FIELDS_END
};
static const pt_schema_t detail_schema = {"AdminUserDetail", detail_fields, 0};

static const pt_field_t erased_fields[] = {
    PT_OUT(files, PT_T_INT, "How many files there were"),
    PT_FIELDS_END
};
static const pt_schema_t erased_schema = {"ErasedFiles", erased_fields, 0};

static const pt_field_t file_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The file"),
    PT_OUT(owner_id,     PT_T_UUID, "Whose it is"),
    PT_OUT(name,         PT_T_TEXT, "What it is called"),
    PT_OUT(state,        PT_T_ENUM, "Whether it can be read", .values = pt_file_states),
    PT_OUT(kind,         PT_T_ENUM, "What it is by its content",
           .values = PT_VALUES(PT_FILE_PICTURE, PT_FILE_VIDEO, PT_FILE_AUDIO, PT_FILE_DOCUMENT), .nullable = 1),
    PT_OUT(size_bytes,   PT_T_INT,  "Bytes of what can be read"),
    PT_OUT(used_for,     PT_T_ENUM, "What it belongs to: a project's pictures, work that was handed in, a draft, or nothing",
           .values = PT_VALUES("project", "work", "draft", "nothing")),
    PT_OUT(project_name, PT_T_TEXT, "Of a project's picture: which project", .nullable = 1),
    PT_OUT(url,          PT_T_TEXT, "Of a project's picture: where everybody sees it", .nullable = 1),
    PT_OUT(created_at,   PT_T_TIME, "When its upload began"),
    PT_FIELDS_END
};
static const pt_schema_t file_schema = {"AdminFile", file_fields, 0};
static const pt_schema_t file_page_schema = {"AdminFile", file_fields, 1};

typedef struct {
    const char *q;
    const char *role;
    const char *state;
    apr_int64_t limit;
    const char *cursor;
} user_list_t;

static const pt_field_t user_list_fields[] = {
    PT_F(user_list_t, q,     PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .max = 120, .doc = "Part of the address or of the name, or an id"),
    PT_F(user_list_t, role,  PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = ROLES, .doc = "Only those with this role"),
    PT_F(user_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = STATES, .doc = "Only those in this state"),
    PT_LIST_FIELDS(user_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *user_id;
    const char *reason;
} user_act_t;

#define USER_ID(struct_)                                                       \
    PT_F(struct_, user_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,                 \
         .doc = "The account")

static const pt_field_t user_id_fields[] = {
    USER_ID(user_act_t),
    PT_FIELDS_END
};

static const pt_field_t user_act_fields[] = {
    USER_ID(user_act_t),
    PT_REASON_FIELD(user_act_t),
    PT_FIELDS_END
};

typedef struct {
    const char *user_id;
    apr_int64_t limit;
    const char *cursor;
} user_files_t;

static const pt_field_t user_files_fields[] = {
    USER_ID(user_files_t),
    PT_LIST_FIELDS(user_files_t),
    PT_FIELDS_END
};

typedef struct {
    const char *file_id;
    const char *reason;
} file_act_t;

static const pt_field_t file_act_fields[] = {
    PT_F(file_act_t, file_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The file"),
    PT_REASON_FIELD(file_act_t),
    PT_FIELDS_END
};

typedef struct {
    const char *user_id;
    json_t *roles;
    json_t *scopes;
    const char *reason;
} user_roles_t;

static const pt_field_t user_roles_fields[] = {
    USER_ID(user_roles_t),
    PT_F(user_roles_t, roles,  PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED, .max = 3,
         .item = PT_T_ENUM, .values = ROLES, .doc = "All roles from now on"),
    PT_F(user_roles_t, scopes, PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED, .max = 4,
         .item = PT_T_ENUM, .values = SCOPES,
         .doc = "All scopes from now on; only an administrator has any"),
    PT_REASON_FIELD(user_roles_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *user_list(pt_req_t *q)
{
    const user_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(admin_user_list, .q = in->q, .role = in->role,
                          .state = in->state, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *reply_user(pt_req_t *q, const char *user_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(admin_user_get, .account_id = user_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *user_get(pt_req_t *q)
{
    const user_act_t *in = q->input;

    return reply_user(q, in->user_id);
}

static pt_err_t *refuse(pt_req_t *q, const char *why)
{
    return pt_fail(q->ctx.pool, PT_P_FORBIDDEN, why);
}

/* Lock an account to change it. Nobody changes himself, and administrators are
 * changed by those with all rights alone: so one of them is always left. The
 * lock of the team makes two who change each other take turns, and the second
 * one finds that he is none any more. */
static pt_err_t *lock_user(pt_req_t *q, pt_row_t *user, const char *user_id,
                           int needs_super)
{
    pt_row_t row;

    if (!strcmp(user_id, q->actor->id))
        return refuse(q, "Another administrator has to do this");
    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(admin_team_lock)));
    PT_TRY(pt_db_one(q->ctx.db, user,
                     PT_Q(admin_user_lock, .account_id = user_id)));
    if (!needs_super
        && !(pt_roles_parse(pt_row_str(user, "roles")) & PT_ROLE_ADMIN))
        return PT_OK;
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(admin_is_super, .account_id = q->actor->id)));
    if (!pt_row_bool(&row, "found"))
        return refuse(q, "Only administrators with the scope \"super\" may");
    return PT_OK;
}

/* --- Suspending --- */

/* @param from, to the state before and after */
static pt_err_t *set_state(pt_req_t *q, const char *from, const char *to)
{
    const user_act_t *in = q->input;
    pt_row_t user;

    PT_TRY(lock_user(q, &user, in->user_id, 0));
    if (strcmp(pt_row_str(&user, "state"), from))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE, NULL),
                            pt_row_str(&user, "state"));
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(account_state_set, .account_id = in->user_id, .state = to)));
    return pt_admin_note(q, &(pt_admin_action_t){.entity = "account",
                                                 .entity_id = in->user_id,
                                                 .reason = in->reason});
}

static pt_err_t *user_suspend(pt_req_t *q)
{
    const user_act_t *in = q->input;

    PT_TRY(set_state(q, "active", "suspended"));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(session_end_all, .account_id = in->user_id,
                           .reason = "suspended")));
    PT_TRY(pt_queue_add(&q->ctx, NULL, "account.suspended",
                        json_pack("{ss ss}", "account_id", in->user_id,
                                  "admin_id", q->actor->id),
                        NULL, NULL));
    PT_TRY(pt_mail_add(&q->ctx, "account_suspended", in->user_id,
                       json_pack("{ss}", "reason", in->reason)));
    return reply_user(q, in->user_id);
}

static pt_err_t *user_reinstate(pt_req_t *q)
{
    const user_act_t *in = q->input;

    PT_TRY(set_state(q, "suspended", "active"));
    PT_TRY(pt_mail_add(&q->ctx, "account_reinstated", in->user_id, NULL));
    return reply_user(q, in->user_id);
}

/* --- Files --- */

static pt_err_t *user_erase_files(pt_req_t *q)
{
    const user_act_t *in = q->input;
    pt_row_t user;
    int files;

    PT_TRY(lock_user(q, &user, in->user_id, 0));
    PT_TRY(pt_files_erase(&q->ctx, &files, in->user_id));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){.entity = "account",
                                .entity_id = in->user_id,
                                .reason = in->reason,
                                .detail = json_pack("{si}", "files", files)}));
    return pt_reply_json(q, json_pack("{si}", "files", files));
}

static pt_err_t *user_files(pt_req_t *q)
{
    const user_files_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(admin_user_files, .account_id = in->user_id,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* As when all files of an account go: the account first, then the file. */
static pt_err_t *file_remove(pt_req_t *q)
{
    const file_act_t *in = q->input;
    const char *owner_id;
    pt_row_t file, owner;

    PT_TRY(pt_db_one(q->ctx.db, &owner,
                     PT_Q(admin_file_owner, .file_id = in->file_id)));
    owner_id = pt_row_str(&owner, "owner_id");
    PT_TRY(lock_user(q, &owner, owner_id, 0));
    PT_TRY(pt_file_lock(&q->ctx, &file, in->file_id, owner_id));
    PT_TRY(pt_file_detach(&q->ctx, in->file_id));
    PT_TRY(pt_file_drop(&q->ctx, in->file_id));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){
               .entity = "file",
               .entity_id = in->file_id,
               .reason = in->reason,
               .detail = json_pack("{ss}", "account_id", owner_id)}));
    PT_TRY(
        pt_mail_add(&q->ctx, "file_removed", owner_id,
                    json_pack("{ss ss}", "file_name", pt_row_str(&file, "name"),
                              "reason", in->reason)));
    PT_TRY(pt_db_one(q->ctx.db, &file,
                     PT_Q(admin_file_get, .file_id = in->file_id)));
    return pt_reply_row(q, &file);
}

/* --- Roles and scopes --- */

/* Known words as an array of PostgreSQL. */
static const char *words(pt_req_t *q, const json_t *list)
{
    const char *out = "{";
    size_t i, n = json_array_size(list);

    for (i = 0; i < n; i++)
        out = apr_pstrcat(q->ctx.pool, out, i ? "," : "",
                          json_string_value(json_array_get(list, i)), NULL);
    return apr_pstrcat(q->ctx.pool, out, "}", NULL);
}

static int has_word(const json_t *list, const char *word)
{
    size_t i;

    for (i = 0; i < json_array_size(list); i++) {
        if (!strcmp(json_string_value(json_array_get(list, i)), word))
            return 1;
    }
    return 0;
}

static pt_err_t *user_set_roles(pt_req_t *q)
{
    const user_roles_t *in = q->input;
    pt_row_t user;

    if (json_array_size(in->scopes) && !has_word(in->roles, "admin"))
        return pt_err_field(PT_OK, q->ctx.pool, "/scopes", PT_C_NOT_ALLOWED);
    PT_TRY(lock_user(q, &user, in->user_id, 1));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(admin_roles_set, .account_id = in->user_id,
                           .roles = words(q, in->roles))));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(admin_scopes_set, .account_id = in->user_id,
                           .scopes = words(q, in->scopes))));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){
               .entity = "account",
               .entity_id = in->user_id,
               .reason = in->reason,
               .detail = json_pack("{ss ss sO sO}", "roles_before",
                                   pt_row_str(&user, "roles"), "scopes_before",
                                   pt_row_str(&user, "scopes"), "roles",
                                   in->roles, "scopes", in->scopes)}));
    PT_TRY(pt_mail_add(&q->ctx, "roles_changed", in->user_id, NULL));
    return reply_user(q, in->user_id);
}

/* clang-format off */
const pt_route_t pt_admin_users_routes[] = {
    {.method = M_GET, .path = "/admin/users", .id = "adminListUsers",
     .tag = "Admin", .summary = "Accounts, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(user_list_t, user_list_fields),
     .status = HTTP_OK, .output = &user_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = user_list},
    {.method = M_GET, .path = "/admin/users/{user_id}", .id = "adminGetUser",
     .tag = "Admin", .summary = "One account, with what it has under way",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(user_act_t, user_id_fields),
     .status = HTTP_OK, .output = &detail_schema,
     .handler = user_get},
    {.method = M_POST, .path = "/admin/users/{user_id}/suspend", .id = "suspendUser",
     .tag = "Admin", .summary = "Shut an account out; its sessions end at once",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_MODERATION,
     .rate = PT_RATE_WRITE,
     PT_INPUT(user_act_t, user_act_fields),
     .status = HTTP_OK, .output = &detail_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = user_suspend},
    {.method = M_POST, .path = "/admin/users/{user_id}/reinstate", .id = "reinstateUser",
     .tag = "Admin", .summary = "Let a suspended account in again",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_MODERATION,
     .rate = PT_RATE_WRITE,
     PT_INPUT(user_act_t, user_act_fields),
     .status = HTTP_OK, .output = &detail_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = user_reinstate},
    {.method = M_POST, .path = "/admin/users/{user_id}/erase-files", .id = "eraseUserFiles",
     .tag = "Admin", .summary = "Remove all files of an account for good, also those that prove its work",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_MODERATION,
     .rate = PT_RATE_WRITE,
     PT_INPUT(user_act_t, user_act_fields),
     .status = HTTP_OK, .output = &erased_schema,
     .handler = user_erase_files},
    {.method = M_GET, .path = "/admin/users/{user_id}/files", .id = "adminListUserFiles",
     .tag = "Admin", .summary = "The files of an account by name, newest first; not what is in them",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(user_files_t, user_files_fields),
     .status = HTTP_OK, .output = &file_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = user_files},
    {.method = M_POST, .path = "/admin/files/{file_id}/remove", .id = "removeFile",
     .tag = "Admin", .summary = "Remove one file for good, a project's picture or what proves work; its owner is told why",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPPORT | PT_SCOPE_MODERATION,
     .rate = PT_RATE_WRITE,
     PT_INPUT(file_act_t, file_act_fields),
     .status = HTTP_OK, .output = &file_schema,
     .handler = file_remove},
    {.method = M_PUT, .path = "/admin/users/{user_id}/roles", .id = "setUserRoles",
     .tag = "Admin", .summary = "Say what an account may be and do",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_SUPER, .rate = PT_RATE_WRITE,
     PT_INPUT(user_roles_t, user_roles_fields),
     .status = HTTP_OK, .output = &detail_schema,
     .handler = user_set_roles},
    PT_ROUTES_END
};
/* clang-format on */
