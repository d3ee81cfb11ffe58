/* SPDX-License-Identifier: Apache-2.0 */
/* price_ops.c - the price book of this marketplace, and what a plan costs by
 * it. */

#include "features/price_ops.h"
#include "features/fee_ops.h"
#include "features/service_types.h"

#include <apr_strings.h>
#include <string.h>

/* --- The book --- */

static void add_base(apr_array_header_t *bases, const pt_row_t *row)
{
    pt_price_base_t *base = apr_array_push(bases);

    base->service_type = pt_row_str(row, "service_type");
    base->base_minor = pt_row_int(row, "amount_minor");
    base->minutes = pt_row_int(row, "minutes");
    base->has_past = pt_row_str(row, "findings_low") != NULL;
    base->findings_low_milli = pt_row_int(row, "findings_low");
    base->findings_high_milli = pt_row_int(row, "findings_high");
}

static void add_option(apr_array_header_t *options, const pt_row_t *row)
{
    pt_price_option_t *option = apr_array_push(options);

    option->factor = pt_factor_of(pt_row_str(row, "factor"));
    option->option = pt_row_str(row, "option");
    option->multiplier_bps = pt_row_int(row, "multiplier_bps");
}

pt_err_t *pt_price_book(pt_ctx_t *c, pt_price_book_t *book,
                        const pt_price_query_t *query)
{
    apr_array_header_t *bases =
        apr_array_make(c->pool, 18, sizeof(pt_price_base_t));
    apr_array_header_t *options =
        apr_array_make(c->pool, 18, sizeof(pt_price_option_t));
    pt_rows_t rows;
    int i;

    if (!pt_config_has_currency(c->site->cfg, query->currency))
        return pt_err_field(PT_OK, c->pool, "/currency", PT_C_NOT_ALLOWED);
    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(price_book, .currency = query->currency,
                           .market = query->market, .at = query->at,
                           .expected_of = query->expected_of)));
    *book = (pt_price_book_t){0};
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);
        const char *kind = pt_row_str(&row, "kind");

        if (!strcmp(kind, "base"))
            add_base(bases, &row);
        else if (!strcmp(kind, "factor"))
            add_option(options, &row);
        else
            book->hourly_floor_minor = pt_row_int(&row, "amount_minor");
    }
    book->bases = (const pt_price_base_t *)bases->elts;
    book->base_count = bases->nelts;
    book->options = (const pt_price_option_t *)options->elts;
    book->option_count = options->nelts;
    return PT_OK;
}

/* --- A plan --- */

static const pt_price_item_t *items_of(apr_pool_t *p, const json_t *list)
{
    pt_price_item_t *items =
        apr_pcalloc(p, sizeof(*items) * (json_array_size(list) + 1));
    const json_t *json;
    size_t i;

    json_array_foreach (list, i, json)
        items[i] = (pt_price_item_t){
            .service_type = pt_json_str(json, "service_type"),
            .quantity = pt_json_int(json, "quantity", 1),
            .bonus_cap_minor = pt_json_int(json, "bonus_cap_minor", 0),
            .complexity = pt_json_str(json, "complexity")};
    return items;
}

static pt_price_role_t *roles_of(apr_pool_t *p, const json_t *list)
{
    pt_price_role_t *roles =
        apr_pcalloc(p, sizeof(*roles) * (json_array_size(list) + 1));
    const json_t *json;
    size_t i;
    int f;

    json_array_foreach (list, i, json) {
        const json_t *items = json_object_get(json, "items");

        roles[i].seats = pt_json_int(json, "seats", 1);
        roles[i].items = items_of(p, items);
        roles[i].item_count = (int)json_array_size(items);
        for (f = 0; f < PT_FACTOR_COUNT; f++)
            roles[i].options[f] = pt_json_str(json, pt_factor_names[f]);
    }
    return roles;
}

/* Can all of it be bought here? types: its kinds, separated by blanks. */
static pt_err_t *check_types(pt_ctx_t *c, const char **types,
                             const pt_price_plan_t *plan)
{
    pt_err_t *err = PT_OK;
    int i, j;

    *types = "";
    for (i = 0; i < plan->role_count; i++) {
        for (j = 0; j < plan->roles[i].item_count; j++) {
            const char *key = plan->roles[i].items[j].service_type;
            const pt_service_type_t *type = pt_service_type(key);

            if (!type || !pt_service_is_on(c->site, type))
                err = pt_err_field(
                    err, c->pool,
                    apr_psprintf(c->pool, "/roles/%d/items/%d/service_type", i,
                                 j),
                    PT_C_NOT_ALLOWED);
            *types =
                apr_pstrcat(c->pool, *types, **types ? " " : "", key, NULL);
        }
    }
    return err;
}

/* roles: get their fees */
static pt_err_t *find_fees(pt_ctx_t *c, pt_price_role_t *roles,
                           const pt_basket_t *basket)
{
    const size_t count = json_array_size(basket->roles);
    pt_fees_t *fees = apr_pcalloc(c->pool, sizeof(*fees) * (count + 1));
    size_t i;

    PT_TRY(pt_fees_of_roles(c, fees,
                            &(pt_fee_case_t){.payer_id = basket->payer_id,
                                             .market = basket->market},
                            basket->roles));
    for (i = 0; i < count; i++) {
        roles[i].builder_fee_bps = fees[i].builder_bps;
        roles[i].tester_fee_bps = fees[i].tester_bps;
    }
    return PT_OK;
}

/* plan: what was priced; book: by what. */
static pt_err_t *price_basket(pt_ctx_t *c, pt_estimate_t *estimate,
                              pt_price_plan_t *plan, pt_price_book_t *book,
                              const pt_basket_t *basket)
{
    pt_price_query_t query = {.currency = basket->currency,
                              .market = basket->market};

    pt_price_role_t *roles = roles_of(c->pool, basket->roles);

    *plan = (pt_price_plan_t){
        .roles = roles, .role_count = (int)json_array_size(basket->roles)};
    PT_TRY(check_types(c, &query.expected_of, plan));
    PT_TRY(find_fees(c, roles, basket));
    PT_TRY(pt_price_book(c, book, &query));
    return pt_price_plan(c->pool, estimate, book, plan);
}

pt_err_t *pt_basket_price(pt_ctx_t *c, pt_estimate_t *estimate,
                          const pt_basket_t *basket)
{
    pt_price_plan_t plan;
    pt_price_book_t book;

    return price_basket(c, estimate, &plan, &book, basket);
}

/* --- As the API shows it --- */

static json_t *lines_json(const pt_estimate_t *e, const pt_price_plan_t *plan)
{
    json_t *list = json_array();
    int i;

    for (i = 0; i < e->line_count; i++) {
        const pt_price_line_t *line = &e->lines[i];
        const pt_price_role_t *role = &plan->roles[line->role];
        const pt_price_item_t *item = &role->items[line->item];

        json_array_append_new(
            list,
            json_pack("{si si ss sI sI sI sI sI sI}", "role", line->role,
                      "item", line->item, "service_type", item->service_type,
                      "quantity", (json_int_t)item->quantity, "seats",
                      (json_int_t)role->seats, "unit_minor",
                      (json_int_t)line->unit_minor, "seat_minor",
                      (json_int_t)line->seat_minor, "amount_minor",
                      (json_int_t)line->amount_minor, "minutes",
                      (json_int_t)line->minutes));
    }
    return list;
}

static json_t *number_or_null(int has, apr_int64_t n)
{
    return has ? json_integer(n) : json_null();
}

static json_t *part_json(const char *part, apr_int64_t amount_minor)
{
    return json_pack("{ss sI}", "part", part, "amount_minor",
                     (json_int_t)amount_minor);
}

static json_t *findings_json(const pt_estimate_t *e)
{
    if (!e->has_findings)
        return json_null();
    return json_pack("{sI sI}", "low", (json_int_t)e->findings_low, "high",
                     (json_int_t)e->findings_high);
}

pt_err_t *pt_basket_estimate(pt_ctx_t *c, json_t **json,
                             const pt_basket_t *basket)
{
    pt_price_plan_t plan;
    pt_price_book_t book;
    pt_estimate_t e;

    PT_TRY(price_basket(c, &e, &plan, &book, basket));
    *json = pt_json_own(
        c->pool,
        json_pack("{ss sI sI sI sI sI so sI so so sb so s[ooo]}", "currency",
                  basket->currency, "total_minor", (json_int_t)e.total_minor,
                  "reward_minor", (json_int_t)e.reward_minor, "fee_minor",
                  (json_int_t)e.fee_minor, "bonus_cap_minor",
                  (json_int_t)e.bonus_cap_minor, "tester_fee_minor",
                  (json_int_t)e.tester_fee_minor, "lines",
                  lines_json(&e, &plan), "minutes", (json_int_t)e.minutes,
                  "hourly_rate_minor",
                  number_or_null(e.minutes > 0, e.hourly_rate_minor),
                  "hourly_floor_minor",
                  number_or_null(book.hourly_floor_minor > 0,
                                 book.hourly_floor_minor),
                  "below_floor", e.is_below_floor, "expected_findings",
                  findings_json(&e), "waterfall",
                  part_json("testers", e.tester_minor),
                  part_json("bonus", e.bonus_minor),
                  part_json("platform_fee", e.platform_minor)));
    return PT_OK;
}
