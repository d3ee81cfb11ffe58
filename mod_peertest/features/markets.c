/* SPDX-License-Identifier: Apache-2.0 */
/* markets.c - countries: who may publish, who can be paid, and from which
 * amount on. */

#include "features/admin_ops.h"
#include "features/queue_ops.h"

#include <string.h>

/* clang-format off */
static const pt_field_t market_fields[] = {
    PT_OUT(country,          PT_T_TEXT, "ISO 3166, two capital letters"),
    PT_OUT(name,             PT_T_TEXT, "Its name in English"),
    PT_OUT(currency,         PT_T_TEXT, "Its currency, ISO 4217, lower case"),
    PT_OUT(builders,         PT_T_BOOL, "Builders of this country may publish"),
    PT_OUT(testers,          PT_T_BOOL, "Testers of this country can be paid"),
    PT_OUT(payout_min_minor, PT_T_INT,  "What a tester must have earned before a transfer is made, in minor units of the job's currency; null: the site's own", .nullable = 1),
    PT_OUT(updated_at,       PT_T_TIME, "When it was last changed"),
    PT_FIELDS_END
};
static const pt_schema_t market_schema = {"Market", market_fields, 0};
static const pt_schema_t market_list_schema = {"Market", market_fields, 1};

typedef struct {
    const char *country;
    const char *name;
    const char *currency;
    int builders;
    int testers;
    apr_int64_t payout_min_minor;
    const char *reason;
} market_set_t;

static const pt_field_t market_set_fields[] = {
    PT_F(market_set_t, country,  PT_T_TEXT, PT_IN_PATH, PT_REQUIRED,
         .min = 2, .max = 2, .pattern = "^[A-Z]{2}$", .doc = "ISO 3166"),
    PT_F(market_set_t, name,     PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 80, .doc = "Its name in English"),
    PT_F(market_set_t, currency, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 3, .max = 3, .pattern = "^[a-z]{3}$", .doc = "ISO 4217, lower case"),
    PT_F(market_set_t, builders, PT_T_BOOL, PT_IN_BODY, PT_REQUIRED,
         .doc = "Builders of this country may publish"),
    PT_F(market_set_t, testers,  PT_T_BOOL, PT_IN_BODY, PT_REQUIRED,
         .doc = "Testers of this country can be paid"),
    PT_F(market_set_t, payout_min_minor, PT_T_INT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 10000000,
         .doc = "Threshold of payouts, minor units; the site's own unless said"),
    PT_REASON_FIELD(market_set_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *market_list(pt_req_t *q)
{
    pt_row_t list;

    PT_TRY(pt_db_one(q->ctx.db, &list, PT_Q(market_list)));
    return pt_reply_row(q, &list);
}

static pt_err_t *market_set(pt_req_t *q)
{
    const market_set_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_row_t before, after;
    json_t *was = NULL;
    int found;

    PT_TRY(pt_db_maybe(q->ctx.db, &before, &found,
                       PT_Q(market_lock, .country = in->country)));
    if (found) {
        const char *text = pt_row_str(&before, "before");

        PT_TRY(pt_json_parse(p, &was, text, strlen(text)));
    }
    PT_TRY(pt_db_one(
        q->ctx.db, &after,
        PT_Q(market_set, .country = in->country, .name = in->name,
             .currency = in->currency, .builders = pt_bool(in->builders),
             .testers = pt_bool(in->testers),
             .payout_min_minor = in->payout_min_minor == 0
                                     ? NULL
                                     : pt_i64(p, in->payout_min_minor))));
    /* A lower threshold lets go what has waited for the higher one. */
    PT_TRY(pt_queue_add(&q->ctx, NULL, "payout.market",
                        json_pack("{s:s}", "country", in->country), NULL,
                        NULL));
    PT_TRY(pt_admin_note(
        q, &(pt_admin_action_t){.entity = "market",
                                .entity_id = in->country,
                                .reason = in->reason,
                                .detail = json_pack("{s:O?}", "before", was)}));
    return pt_reply_row(q, &after);
}

/* clang-format off */
const pt_route_t pt_markets_routes[] = {
    {.method = M_GET, .path = "/markets", .id = "listMarkets",
     .tag = "Meta", .summary = "Countries: where builders may publish and testers can be paid",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &market_list_schema,
     .handler = market_list},
    {.method = M_GET, .path = "/admin/markets", .id = "adminListMarkets",
     .tag = "Admin", .summary = "The same, as it is at this moment",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &market_list_schema,
     .handler = market_list},
    {.method = M_PUT, .path = "/admin/markets/{country}", .id = "setMarket",
     .tag = "Admin", .summary = "Open or close a country, and set its threshold of payouts",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(market_set_t, market_set_fields),
     .status = HTTP_OK, .output = &market_schema,
     .handler = market_set},
    PT_ROUTES_END
};
/* clang-format on */
