/* SPDX-License-Identifier: Apache-2.0 */
/* pricing.c - anybody sees the price book and what a plan of tests costs. */

#include "domain/service_types.h"
#include "features/fee_ops.h"
#include "features/price_fields.h"
#include "features/price_ops.h"
#include "features/service_types.h"
#include "http/pt_route.h"

#include <string.h>

/* clang-format off */
static const pt_field_t base_fields[] = {
    PT_OUT(service_type, PT_T_ENUM, "Kind of test",
           .values = pt_service_type_keys),
    PT_OUT(unit,         PT_T_TEXT, "What a quantity of it counts"),
    PT_OUT(base_minor,   PT_T_INT,  "Price of a unit, before all factors"),
    PT_OUT(minutes,      PT_T_INT,  "Time that a unit takes"),
    PT_OUT(enabled,      PT_T_BOOL, "Can it be bought here?"),
    PT_FIELDS_END
};
static const pt_schema_t base_schema = {"BasePrice", base_fields, 0};

static const pt_field_t option_fields[] = {
    PT_OUT(factor,         PT_T_ENUM, "What makes a test dearer or cheaper",
           .values = pt_factor_names),
    PT_OUT(option,         PT_T_TEXT, "One of its choices"),
    PT_OUT(multiplier_bps, PT_T_INT,  "10000 changes nothing"),
    PT_FIELDS_END
};
static const pt_schema_t option_schema = {"PriceFactor", option_fields, 0};

static const pt_field_t weight_fields[] = {
    PT_OUT(critical, PT_T_INT, "Times an item's bonus unit"),
    PT_OUT(major,    PT_T_INT, "The same"),
    PT_OUT(moderate, PT_T_INT, "The same"),
    PT_OUT(minor,    PT_T_INT, "The same"),
    PT_OUT(trivial,  PT_T_INT, "The same"),
    PT_FIELDS_END
};
static const pt_schema_t weight_schema = {"BonusWeights", weight_fields, 0};

static const pt_field_t book_fields[] = {
    PT_OUT(currency,      PT_T_TEXT,  "Of all amounts"),
    PT_OUT(market,        PT_T_TEXT,  "Country whose prices these are",
           .nullable = 1),
    PT_OUT(as_of,         PT_T_TIME,  "When they hold"),
    PT_OUT(service_types, PT_T_ARRAY, "Everything that has a price",
           .item = PT_T_OBJECT, .of = &base_schema),
    PT_OUT(factors,       PT_T_ARRAY, "What the base prices are multiplied by",
           .item = PT_T_OBJECT, .of = &option_schema),
    PT_OUT(hourly_floor_minor, PT_T_INT, "Below this an hour is badly paid",
           .nullable = 1),
    PT_OUT(builder_fee_bps, PT_T_INT, "Of reward and bonus, 10000 is all; a "
           "kind of test may have its own (getFees)"),
    PT_OUT(tester_fee_bps,  PT_T_INT, "Of what a tester is paid; the same"),
    PT_OUT(bonus_weights, PT_T_OBJECT, "What a finding counts, by severity",
           .of = &weight_schema),
    PT_FIELDS_END
};
static const pt_schema_t book_schema = {"PriceBook", book_fields, 0};

typedef struct {
    const char *currency;
    const char *market;
    const char *at;
} book_query_t;

static const pt_field_t book_query_fields[] = {
    PT_F(book_query_t, currency, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL,
         .min = 3, .pattern = "^[a-z]{3}$",
         .doc = "ISO 4217, lower case; the site's first unless said"),
    PT_F(book_query_t, market, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL,
         .min = 2, .pattern = "^[A-Z]{2}$",
         .doc = "Country whose prices count, ISO 3166; else the usual"),
    PT_F(book_query_t, at, PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL,
         .min = 1, .doc = "A day in the past or to come; now unless said"),
    PT_FIELDS_END
};

static const pt_field_t fees_fields[] = {
    PT_OUT(builder_fee_bps, PT_T_INT, "Of reward and bonus, 10000 is all"),
    PT_OUT(tester_fee_bps,  PT_T_INT, "Of what a tester is paid"),
    PT_FIELDS_END
};
static const pt_schema_t fees_schema = {"Fees", fees_fields, 0};

typedef struct {
    const char *service_type;
    const char *market;
} fees_query_t;

static const pt_field_t fees_query_fields[] = {
    PT_F(fees_query_t, service_type, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = pt_service_type_keys,
         .doc = "Of a seat with this kind of test alone"),
    PT_F(fees_query_t, market, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL,
         .min = 2, .pattern = "^[A-Z]{2}$",
         .doc = "Country of who pays, ISO 3166, for who is not signed in"),
    PT_FIELDS_END
};

typedef struct {
    const char *currency;
    const char *market;
    json_t *roles;
} estimate_input_t;

static const pt_field_t estimate_input_fields[] = {
    PT_BASKET_FIELDS(estimate_input_t),
    PT_FIELDS_END
};
/* clang-format on */

static json_t *base_json(const pt_site_t *site, const pt_price_base_t *base,
                         const pt_service_type_t *type)
{
    return json_pack("{ss ss sI sI sb}", "service_type", type->key, "unit",
                     type->unit, "base_minor", (json_int_t)base->base_minor,
                     "minutes", (json_int_t)base->minutes, "enabled",
                     pt_service_is_on(site, type));
}

/* In the order of the service types, not of the book. */
static json_t *bases_json(const pt_site_t *site, const pt_price_book_t *book)
{
    json_t *list = json_array();
    const pt_service_type_t *type;
    int i;

    for (type = pt_service_types; type->key; type++) {
        for (i = 0; i < book->base_count; i++) {
            if (!strcmp(book->bases[i].service_type, type->key))
                json_array_append_new(list,
                                      base_json(site, &book->bases[i], type));
        }
    }
    return list;
}

static json_t *options_json(const pt_price_book_t *book)
{
    json_t *list = json_array();
    int i;

    for (i = 0; i < book->option_count; i++) {
        const pt_price_option_t *option = &book->options[i];

        json_array_append_new(
            list,
            json_pack("{ss ss sI}", "factor", pt_factor_names[option->factor],
                      "option", option->option, "multiplier_bps",
                      (json_int_t)option->multiplier_bps));
    }
    return list;
}

static pt_err_t *price_book_get(pt_req_t *q)
{
    const book_query_t *in = q->input;
    const pt_site_t *site = q->ctx.site;
    pt_price_query_t query = {.currency = in->currency, .market = in->market};
    pt_price_book_t book;
    pt_fees_t fees;
    pt_row_t frame;
    json_t *weights;
    const char *text;

    if (!query.currency)
        query.currency = pt_config_first_currency(site->cfg, q->ctx.pool);
    PT_TRY(pt_db_one(q->ctx.db, &frame, PT_Q(price_frame, .at = in->at)));
    query.at = pt_row_str(&frame, "as_of");
    text = pt_row_str(&frame, "bonus_weights");
    PT_TRY(pt_json_parse(q->ctx.pool, &weights, text, strlen(text)));
    PT_TRY(pt_price_book(&q->ctx, &book, &query));
    PT_TRY(
        pt_fees_find(&q->ctx, &fees,
                     &(pt_fee_case_t){.market = in->market, .at = query.at}));
    return pt_reply_json(
        q, json_pack("{ss ss? ss so so so sI sI sO}", "currency",
                     query.currency, "market", in->market, "as_of", query.at,
                     "service_types", bases_json(site, &book), "factors",
                     options_json(&book), "hourly_floor_minor",
                     book.hourly_floor_minor
                         ? json_integer(book.hourly_floor_minor)
                         : json_null(),
                     "builder_fee_bps", (json_int_t)fees.builder_bps,
                     "tester_fee_bps", (json_int_t)fees.tester_bps,
                     "bonus_weights", weights));
}

static const char *payer_of(const pt_req_t *q)
{
    return q->actor ? q->actor->id : NULL;
}

static pt_err_t *fees_get(pt_req_t *q)
{
    const fees_query_t *in = q->input;
    pt_fees_t fees;

    PT_TRY(pt_fees_find(&q->ctx, &fees,
                        &(pt_fee_case_t){.payer_id = payer_of(q),
                                         .market = in->market,
                                         .service_type = in->service_type}));
    return pt_reply_json(
        q, json_pack("{sI sI}", "builder_fee_bps", (json_int_t)fees.builder_bps,
                     "tester_fee_bps", (json_int_t)fees.tester_bps));
}

static pt_err_t *estimate(pt_req_t *q)
{
    const estimate_input_t *in = q->input;
    json_t *json;

    PT_TRY(pt_basket_estimate(&q->ctx, &json,
                              &(pt_basket_t){.payer_id = payer_of(q),
                                             .currency = in->currency,
                                             .market = in->market,
                                             .roles = in->roles}));
    return pt_reply_json(q, json_incref(json));
}

/* clang-format off */
const pt_route_t pt_pricing_routes[] = {
    {.method = M_GET, .path = "/pricing", .id = "getPriceBook",
     .tag = "Pricing", .summary = "What each kind of test costs",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     PT_INPUT(book_query_t, book_query_fields),
     .status = HTTP_OK, .output = &book_schema, .cache_seconds = 60,
     .handler = price_book_get},
    {.method = M_GET, .path = "/pricing/fees", .id = "getFees",
     .tag = "Pricing", .summary = "What you would pay as our fee; your country "
                                  "counts when you are signed in",
     .auth = PT_AUTH_OPTIONAL, .rate = PT_RATE_READ,
     PT_INPUT(fees_query_t, fees_query_fields),
     .status = HTTP_OK, .output = &fees_schema,
     .handler = fees_get},
    /* Every turn of a knob in the configurator asks it: it counts as a read. */
    {.method = M_POST, .path = "/pricing/estimate", .id = "estimate",
     .tag = "Pricing", .summary = "What a plan of tests costs; the fee is that "
                                  "of your country when you are signed in",
     .auth = PT_AUTH_OPTIONAL, .rate = PT_RATE_READ, .idempotency = PT_IDEM_OFF,
     PT_INPUT(estimate_input_t, estimate_input_fields),
     .status = HTTP_OK, .output = &pt_estimate_schema,
     .handler = estimate},
    PT_ROUTES_END
};
/* clang-format on */
