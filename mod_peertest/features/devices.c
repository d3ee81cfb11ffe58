/* SPDX-License-Identifier: Apache-2.0 */
/* devices.c - what testers have to test with. */

#include "features/auth_fields.h"
#include "http/pt_route.h"

/* clang-format off */
static const char *const device_kinds[] = {
    "phone", "tablet", "laptop", "desktop", "tv", "watch", "other", NULL
};

static const pt_field_t device_fields[] = {
    PT_OUT(id,              PT_T_UUID, "The device"),
    PT_OUT(name,            PT_T_TEXT, "Maker and model"),
    PT_OUT(kind,            PT_T_ENUM, "What it is", .values = device_kinds),
    PT_OUT(os,              PT_T_TEXT, "Operating system"),
    PT_OUT(os_version,      PT_T_TEXT, "Its version"),
    PT_OUT(browser,         PT_T_TEXT, "Browser", .nullable = 1),
    PT_OUT(browser_version, PT_T_TEXT, "Its version", .nullable = 1),
    PT_OUT(confirmed_at,    PT_T_TIME, "When it was last declared"),
    PT_OUT(is_fresh,        PT_T_BOOL, "False when it has to be confirmed before it counts"),
    PT_FIELDS_END
};
static const pt_schema_t device_page_schema = {"Device", device_fields, 1};

#define WORDS(member, need, max_, doc_)                                        \
    PT_N(member, PT_T_TEXT, need, .min = need == PT_REQUIRED, .max = max_,     \
         .pattern = PT_NAME_PATTERN, .doc = doc_)

static const pt_field_t device_input_fields[] = {
    WORDS(name,            PT_REQUIRED, 80, "Maker and model"),
    PT_N(kind, PT_T_ENUM, PT_REQUIRED, .values = device_kinds,
         .doc = "What it is"),
    WORDS(os,              PT_REQUIRED, 40, "Operating system"),
    WORDS(os_version,      PT_REQUIRED, 40, "Its version"),
    WORDS(browser,         PT_OPTIONAL, 40, "Browser"),
    WORDS(browser_version, PT_OPTIONAL, 40, "Its version"),
    PT_FIELDS_END
};
static const pt_schema_t device_input = {NULL, device_input_fields, 0};

typedef struct {
    json_t *items;
} devices_t;

static const pt_field_t devices_fields[] = {
    PT_F(devices_t, items, PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED, .max = 30,
         .item = PT_T_OBJECT, .of = &device_input,
         .doc = "All of them; the others are taken away"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *device_list(pt_req_t *q)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(device_list, .account_id = q->actor->id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *device_put(pt_req_t *q)
{
    const devices_t *in = q->input;
    apr_int64_t fresh_days = q->ctx.site->cfg->device_fresh_days;

    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(tester_profile_touch, .account_id = q->actor->id)));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(device_clear, .account_id = q->actor->id)));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(device_fill, .account_id = q->actor->id,
                           .devices = pt_json_text(q->ctx.pool, in->items),
                           .fresh_days = pt_i64(q->ctx.pool, fresh_days))));
    return device_list(q);
}

/* clang-format off */
const pt_route_t pt_devices_routes[] = {
    {.method = M_GET, .path = "/me/devices", .id = "getDevices",
     .tag = "Testers", .summary = "What you test with",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &device_page_schema,
     .handler = device_list},
    {.method = M_PUT, .path = "/me/devices", .id = "putDevices",
     .tag = "Testers",
     .summary = "Declare what you test with, and confirm that it is so",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(devices_t, devices_fields),
     .status = HTTP_OK, .output = &device_page_schema,
     .handler = device_put},
    PT_ROUTES_END
};
/* clang-format on */
