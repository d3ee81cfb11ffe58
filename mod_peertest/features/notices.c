/* SPDX-License-Identifier: Apache-2.0 */
/* notices.c - the bell: what happened that concerns somebody. */

#include "domain/mail_render.h"
#include "features/lists.h"

#include <string.h>

/* clang-format off */
static const pt_field_t notice_fields[] = {
    PT_OUT(id,         PT_T_UUID, "The notice"),
    PT_OUT(kind,       PT_T_TEXT, "What it is about: the name of its mail"),
    PT_OUT(text,       PT_T_TEXT, "It in one line, in English"),
    PT_OUT(path,       PT_T_TEXT, "The page that it leads to"),
    PT_OUT(created_at, PT_T_TIME, "When it happened"),
    PT_OUT(read_at,    PT_T_TIME, "When it was read", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t notice_page_schema = {"Notice", notice_fields, 1};

static const pt_field_t unread_fields[] = {
    PT_OUT(unread, PT_T_INT, "Notices that were not read yet"),
    PT_FIELDS_END
};
static const pt_schema_t unread_schema = {"UnreadCount", unread_fields, 0};

typedef struct {
    int unread;
    apr_int64_t limit;
    const char *cursor;
} notice_list_t;

static const pt_field_t notice_list_fields[] = {
    PT_F(notice_list_t, unread, PT_T_BOOL, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only those that were not read yet"),
    PT_LIST_FIELDS(notice_list_t),
    PT_FIELDS_END
};

typedef struct {
    json_t *ids;
} notice_read_t;

static const pt_field_t notice_read_fields[] = {
    PT_F(notice_read_t, ids, PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL, .max = 100,
         .item = PT_T_UUID, .doc = "Which; all of them unless said"),
    PT_FIELDS_END
};
/* clang-format on */

/* Put text and path in the place of what they are made of. */
static void notice_write(pt_req_t *q, json_t *notice, const char *full_name)
{
    apr_table_t *values =
        pt_mail_values(q->ctx.pool, json_object_get(notice, "data"),
                       json_object_get(notice, "times"));
    const char *kind = pt_json_str(notice, "kind"), *text, *path;

    apr_table_setn(values, "name", full_name);
    apr_table_setn(values, "site_name", q->ctx.site->cfg->site_name);
    /* One of a kind that an older version knew is still worth a line. */
    if (!pt_mail_notice(q->ctx.pool, &text, &path, kind, values)) {
        text = kind;
        path = "/notifications";
    }
    json_object_set_new(notice, "text", json_string(text));
    json_object_set_new(notice, "path", json_string(path));
    json_object_del(notice, "data");
    json_object_del(notice, "times");
}

static pt_err_t *notice_list(pt_req_t *q)
{
    const notice_list_t *in = q->input;
    const char *before, *text;
    json_t *list, *notice;
    pt_row_t row;
    size_t i;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(notice_list, .account_id = q->actor->id,
                          .is_unread = pt_bool(in->unread), .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    text = pt_row_str(&row, "list");
    PT_TRY(pt_json_parse(q->ctx.pool, &list, text, strlen(text)));
    json_array_foreach (json_object_get(list, "items"), i, notice)
        notice_write(q, notice, pt_row_str(&row, "full_name"));
    return pt_reply_json(q, json_incref(list));
}

static pt_err_t *notice_unread(pt_req_t *q)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(notice_unread, .account_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *notice_read(pt_req_t *q)
{
    const notice_read_t *in = q->input;

    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(notice_read, .account_id = q->actor->id,
                           .ids = pt_json_text(q->ctx.pool, in->ids))));
    return notice_unread(q);
}

/* clang-format off */
const pt_route_t pt_notices_routes[] = {
    {.method = M_GET, .path = "/notifications", .id = "listNotifications",
     .tag = "Notifications", .summary = "Your notices, newest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(notice_list_t, notice_list_fields),
     .status = HTTP_OK, .output = &notice_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = notice_list},
    {.method = M_GET, .path = "/notifications/unread", .id = "getUnreadCount",
     .tag = "Notifications", .summary = "How many you have not read",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &unread_schema,
     .handler = notice_unread},
    {.method = M_POST, .path = "/notifications/read", .id = "markRead",
     .tag = "Notifications", .summary = "Notices have been read",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(notice_read_t, notice_read_fields),
     .status = HTTP_OK, .output = &unread_schema,
     .handler = notice_read},
    PT_ROUTES_END
};
/* clang-format on */
