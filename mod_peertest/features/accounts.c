/* SPDX-License-Identifier: Apache-2.0 */
/* accounts.c - what the owner of an account sees and changes. */

#include "features/auth_fields.h"
#include "http/pt_route.h"

/* clang-format off */
static const pt_field_t account_fields[] = {
    PT_OUT(id,             PT_T_UUID,  "The account"),
    PT_OUT(email,          PT_T_EMAIL, "Where mails go"),
    PT_OUT(full_name,      PT_T_TEXT,  "How others see you"),
    PT_OUT(roles,          PT_T_ARRAY, "What you may be here", .item = PT_T_ENUM,
           .values = PT_VALUES("builder", "tester", "admin")),
    PT_OUT(locale,         PT_T_TEXT,  "Language, BCP 47"),
    PT_OUT(time_zone,      PT_T_TEXT,  "Zone that times are shown in"),
    PT_OUT(country,        PT_T_TEXT,  "ISO 3166-1, two letters", .nullable = 1),
    PT_OUT(email_verified, PT_T_BOOL,  "Whether the address is verified"),
    PT_OUT(totp_enabled,   PT_T_BOOL,  "Whether signing in takes a second factor"),
    PT_OUT(payout_state,   PT_T_ENUM,  "State of the payout account",
           .values = PT_VALUES("none", "pending", "active", "restricted", "rejected")),
    PT_OUT(payments_frozen_at, PT_T_TIME, "Since when your money stands still: nothing new can be paid for, nothing is paid out or refunded", .nullable = 1),
    PT_OUT(created_at,     PT_T_TIME,  "When it was opened"),
    PT_FIELDS_END
};
const pt_schema_t pt_account_schema = {"User", account_fields, 0};

typedef struct {
    const char *full_name;
    const char *locale;
    const char *time_zone;
    const char *country;
} account_update_t;

static const pt_field_t account_update_fields[] = {
    PT_F(account_update_t, full_name, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 120, .pattern = PT_NAME_PATTERN,
         .doc = "How others are to call you"),
    PT_F(account_update_t, locale,    PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 2, .max = 35, .pattern = PT_LOCALE_PATTERN,
         .doc = "Language, BCP 47"),
    PT_F(account_update_t, time_zone, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 64, .doc = "A zone's name, such as Europe/Berlin"),
    PT_F(account_update_t, country,   PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 2, .pattern = "^([A-Z]{2})?$",
         .doc = "ISO 3166-1, two letters; \"\" takes it away"),
    PT_FIELDS_END
};

typedef struct {
    const char *role;
} role_add_t;

static const pt_field_t role_add_fields[] = {
    PT_F(role_add_t, role, PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = PT_VALUES("builder", "tester"),
         .doc = "What you want to be as well"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *account_get(pt_req_t *q)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(account_get, .account_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *check_time_zone(pt_req_t *q, const char *name)
{
    pt_row_t row;

    if (!name)
        return PT_OK;
    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(time_zone_exists, .name = name)));
    if (!pt_row_bool(&row, "found"))
        return pt_err_field(PT_OK, q->ctx.pool, "/time_zone", PT_C_NOT_ALLOWED);
    return PT_OK;
}

static pt_err_t *account_update(pt_req_t *q)
{
    const account_update_t *in = q->input;
    pt_row_t row;

    PT_TRY(check_time_zone(q, in->time_zone));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(account_lock, .account_id = q->actor->id)));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(account_update, .account_id = q->actor->id,
                          .full_name = in->full_name, .locale = in->locale,
                          .time_zone = in->time_zone, .country = in->country)));
    return pt_reply_row(q, &row);
}

static pt_err_t *account_add_role(pt_req_t *q)
{
    const role_add_t *in = q->input;

    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(account_role_add, .account_id = q->actor->id, .role = in->role)));
    return account_get(q);
}

/* clang-format off */
const pt_route_t pt_accounts_routes[] = {
    {.method = M_GET, .path = "/me", .id = "getMe",
     .tag = "Account", .summary = "Your account",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &pt_account_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = account_get},
    {.method = M_PATCH, .path = "/me", .id = "updateMe",
     .tag = "Account", .summary = "Change your account; what is absent stays",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(account_update_t, account_update_fields),
     .status = HTTP_OK, .output = &pt_account_schema, .etag = 1, .if_match = 1,
     .handler = account_update},
    {.method = M_POST, .path = "/me/roles", .id = "addRole",
     .tag = "Account", .summary = "Become a builder or a tester as well",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(role_add_t, role_add_fields),
     .status = HTTP_OK, .output = &pt_account_schema,
     .handler = account_add_role},
    PT_ROUTES_END
};
/* clang-format on */
