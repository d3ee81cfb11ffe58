/* SPDX-License-Identifier: Apache-2.0 */
/* tester_profile.c - what testers say of themselves. */

#include "features/tester_fields.h"
#include "http/pt_route.h"

/* clang-format off */
static const pt_field_t profile_fields[] = {
    PT_OUT(bio,       PT_T_TEXT,  "In the tester's own words; may be empty"),
    PT_OUT(languages, PT_T_ARRAY, "Languages, BCP 47, the best first",
           .item = PT_T_TEXT),
    PT_OUT(skills,    PT_T_ARRAY, "Kinds of test and domains",
           .item = PT_T_TEXT),
    PT_OUT(is_paused, PT_T_BOOL,  "True while no invitations are wanted"),
    PT_TESTER_RECORD,
    PT_FIELDS_END
};
static const pt_schema_t profile_schema = {"TesterProfile", profile_fields, 0};

typedef struct {
    const char *bio;
    json_t *languages;
    json_t *skills;
    int is_paused;
} profile_update_t;

static const pt_field_t profile_update_fields[] = {
    PT_F(profile_update_t, bio, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 2000, .doc = "In your own words"),
    PT_F(profile_update_t, languages, PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,
         .max = 20, .item = PT_T_TEXT, .item_max = 35,
         .doc = "Languages, BCP 47, the best first"),
    PT_F(profile_update_t, skills, PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,
         .max = 50, .item = PT_T_TEXT, .item_max = 60,
         .doc = "Kinds of test and domains"),
    PT_F(profile_update_t, is_paused, PT_T_BOOL, PT_IN_BODY, PT_OPTIONAL,
         .dflt = -1, .doc = "No invitations for now"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *profile_read(pt_req_t *q, pt_row_t *row)
{
    return pt_db_one(q->ctx.db, row,
                     PT_Q(tester_profile_get, .account_id = q->actor->id));
}

static pt_err_t *profile_get(pt_req_t *q)
{
    pt_row_t row;

    PT_TRY(profile_read(q, &row));
    return pt_reply_row(q, &row);
}

static pt_err_t *profile_update(pt_req_t *q)
{
    const profile_update_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_row_t row;

    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(tester_profile_touch, .account_id = q->actor->id)));
    PT_TRY(profile_read(q, &row));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(tester_profile_update, .account_id = q->actor->id, .bio = in->bio,
             .languages = pt_json_text(p, in->languages),
             .skills = pt_json_text(p, in->skills),
             .is_paused = in->is_paused < 0 ? NULL : pt_bool(in->is_paused))));
    return profile_get(q);
}

/* clang-format off */
const pt_route_t pt_tester_profile_routes[] = {
    {.method = M_GET, .path = "/me/tester-profile", .id = "getTesterProfile",
     .tag = "Testers", .summary = "What you say of yourself as a tester",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &profile_schema, .etag = 1,
     .handler = profile_get},
    {.method = M_PATCH, .path = "/me/tester-profile",
     .id = "updateTesterProfile",
     .tag = "Testers", .summary = "Change it; what is absent stays",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(profile_update_t, profile_update_fields),
     .status = HTTP_OK, .output = &profile_schema, .etag = 1, .if_match = 1,
     .handler = profile_update},
    PT_ROUTES_END
};
/* clang-format on */
