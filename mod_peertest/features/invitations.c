/* SPDX-License-Identifier: Apache-2.0 */
/* invitations.c - builders ask testers to bid; testers see who has asked. */

#include "features/lists.h"
#include "features/match_ops.h"
#include "features/tester_fields.h"

/* clang-format off */
static const pt_field_t card_fields[] = {
    PT_OUT(id,        PT_T_UUID, "The tester"),
    PT_OUT(full_name, PT_T_TEXT, "What they are called"),
    PT_OUT(country,   PT_T_TEXT, "ISO 3166-1, two letters", .nullable = 1),
    PT_TESTER_RECORD,
    PT_OUT(match_score, PT_T_INT, "How well they suit the role, 0 to 100; null: there is none",
           .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_tester_card_schema = {"TesterCard", card_fields, 0};

static const pt_field_t candidate_fields[] = {
    PT_OUT(tester,     PT_T_OBJECT, "Who", .of = &pt_tester_card_schema),
    PT_OUT(invited_at, PT_T_TIME,   "When they were invited", .nullable = 1),
    PT_OUT(bid_id,     PT_T_UUID,   "Their latest bid for the role", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t candidate_page_schema = {
    "Candidate", candidate_fields, 1
};

typedef struct {
    const char *job_id;
    const char *role_id;
    apr_int64_t limit;
    const char *cursor;
} candidate_list_t;

static const pt_field_t candidate_list_fields[] = {
    PT_F(candidate_list_t, job_id,  PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The job"),
    PT_F(candidate_list_t, role_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "One of its roles"),
    PT_LIST_FIELDS(candidate_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    const char *role_id;
    json_t *tester_ids;
    const char *message;
} invite_t;

static const pt_field_t invite_fields[] = {
    PT_F(invite_t, job_id,  PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The job"),
    PT_F(invite_t, role_id, PT_T_UUID, PT_IN_BODY, PT_REQUIRED,
         .doc = "One of its roles"),
    PT_F(invite_t, tester_ids, PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 20, .item = PT_T_UUID, .doc = "Who is asked"),
    PT_F(invite_t, message, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 2000, .doc = "A word to them"),
    PT_FIELDS_END
};

static const pt_field_t invited_fields[] = {
    PT_OUT(invited, PT_T_INT, "How many of them had not been invited yet"),
    PT_FIELDS_END
};
static const pt_schema_t invited_schema = {"Invited", invited_fields, 0};

static const pt_field_t invitation_fields[] = {
    PT_OUT(job_id,       PT_T_UUID, "The job"),
    PT_OUT(job_title,    PT_T_TEXT, "It in one line"),
    PT_OUT(role_id,      PT_T_UUID, "The role"),
    PT_OUT(role_name,    PT_T_TEXT, "What it is called"),
    PT_OUT(builder_name, PT_T_TEXT, "Who asks"),
    PT_OUT(message,      PT_T_TEXT, "A word from them; may be empty"),
    PT_OUT(budget_low_minor,  PT_T_INT, "What they think of for a seat, at least",
           .nullable = 1),
    PT_OUT(budget_high_minor, PT_T_INT, "The same, at most", .nullable = 1),
    PT_OUT(currency,     PT_T_TEXT, "Of the budget"),
    PT_OUT(deadline_at,  PT_T_TIME, "End of bidding", .nullable = 1),
    PT_OUT(created_at,   PT_T_TIME, "When you were asked"),
    PT_FIELDS_END
};
static const pt_schema_t invitation_page_schema = {
    "Invitation", invitation_fields, 1
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} invitation_list_t;

static const pt_field_t invitation_list_fields[] = {
    PT_LIST_FIELDS(invitation_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *role_id;
} role_id_t;

static const pt_field_t role_id_fields[] = {
    PT_F(role_id_t, role_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The role you were invited to"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *candidate_list(pt_req_t *q)
{
    const candidate_list_t *in = q->input;
    const char *after, *after_id;
    pt_row_t row;

    PT_TRY(pt_cursor_number(q, &after, &after_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(role_owned, .role_id = in->role_id,
                          .job_id = in->job_id, .owner_id = q->actor->id)));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(candidate_list, .job_id = in->job_id,
                          .role_id = in->role_id, .after = after,
                          .after_id = after_id,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &row);
}

static pt_err_t *invite(pt_req_t *q)
{
    const invite_t *in = q->input;
    int invited;

    PT_TRY(pt_match_invite(
        &q->ctx, &invited,
        &(pt_invite_t){.job_id = in->job_id,
                       .role_id = in->role_id,
                       .owner_id = q->actor->id,
                       .testers = pt_json_text(q->ctx.pool, in->tester_ids),
                       .message = in->message}));
    return pt_reply_json(q, json_pack("{si}", "invited", invited));
}

static pt_err_t *invitation_list(pt_req_t *q)
{
    const invitation_list_t *in = q->input;
    const char *after, *after_id;
    pt_row_t row;

    PT_TRY(pt_cursor_number(q, &after, &after_id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(invitation_list, .tester_id = q->actor->id,
                          .after = after, .after_id = after_id,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &row);
}

static pt_err_t *invitation_decline(pt_req_t *q)
{
    const role_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(invitation_decline, .role_id = in->role_id,
                          .tester_id = q->actor->id)));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_invitations_routes[] = {
    {.method = M_GET, .path = "/jobs/{job_id}/roles/{role_id}/candidates",
     .id = "listCandidates",
     .tag = "Testers", .summary = "Testers who fit a role, the best first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(candidate_list_t, candidate_list_fields),
     .status = HTTP_OK, .output = &candidate_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = candidate_list},
    {.method = M_POST, .path = "/jobs/{job_id}/invitations",
     .id = "inviteTesters",
     .tag = "Testers", .summary = "Ask testers to bid for a role",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(invite_t, invite_fields),
     .status = HTTP_OK, .output = &invited_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = invite},
    {.method = M_GET, .path = "/me/invitations", .id = "listMyInvitations",
     .tag = "Testers", .summary = "What you are asked to bid for",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(invitation_list_t, invitation_list_fields),
     .status = HTTP_OK, .output = &invitation_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = invitation_list},
    {.method = M_POST, .path = "/me/invitations/{role_id}/decline",
     .id = "declineInvitation",
     .tag = "Testers", .summary = "No, thank you",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(role_id_t, role_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = invitation_decline},
    PT_ROUTES_END
};
/* clang-format on */
