/* SPDX-License-Identifier: Apache-2.0 */
/* prices_admin.c - administrators set and end prices; what was stays. */

#include "domain/price_rules.h"
#include "domain/service_types.h"
#include "features/admin_ops.h"
#include "features/lists.h"
#include "features/price_ops.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const char *const price_kinds[] = {
    "base", "factor", "floor", "fee", NULL
};
static const char *const fee_levels[] = {
    "newcomer", "experienced", "expert", NULL
};

static const pt_field_t price_fields[] = {
    PT_OUT(id,              PT_T_UUID, "The price"),
    PT_OUT(kind,            PT_T_ENUM, "Of a unit, a factor, an hour at least, "
           "or our fee", .values = price_kinds),
    PT_OUT(service_type,    PT_T_TEXT, "base, fee: kind of test",
           .nullable = 1),
    PT_OUT(factor,          PT_T_ENUM, "factor: which", .nullable = 1,
           .values = pt_factor_names),
    PT_OUT(option,          PT_T_TEXT, "factor: which choice", .nullable = 1),
    PT_OUT(market,          PT_T_TEXT, "Country; null: everywhere else",
           .nullable = 1),
    PT_OUT(currency,        PT_T_TEXT, "Of the amount", .nullable = 1),
    PT_OUT(amount_minor,    PT_T_INT,  "base: of a unit; floor: of an hour",
           .nullable = 1),
    PT_OUT(minutes,         PT_T_INT,  "base: time that a unit takes",
           .nullable = 1),
    PT_OUT(multiplier_bps,  PT_T_INT,  "factor: 10000 changes nothing",
           .nullable = 1),
    PT_OUT(level,           PT_T_ENUM, "fee: level of the tester; null: any",
           .values = fee_levels, .nullable = 1),
    PT_OUT(builder_fee_bps, PT_T_INT,  "fee: of the builder, 10000 is all; "
           "null: says nothing of it", .nullable = 1),
    PT_OUT(tester_fee_bps,  PT_T_INT,  "fee: of the tester, the same",
           .nullable = 1),
    PT_OUT(valid_from,      PT_T_TIME, "When it begins to hold"),
    PT_OUT(valid_until,     PT_T_TIME, "When it ends to", .nullable = 1),
    PT_OUT(reason,          PT_T_TEXT, "Why it was set"),
    PT_OUT(created_at,      PT_T_TIME, "When it was set"),
    PT_OUT(created_by_name, PT_T_TEXT, "By whom; null: it came with the site",
           .nullable = 1),
    PT_OUT(end_reason,      PT_T_TEXT, "Why it was ended", .nullable = 1),
    PT_OUT(ended_by_name,   PT_T_TEXT, "By whom", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t price_schema = {"Price", price_fields, 0};
static const pt_schema_t price_page_schema = {"Price", price_fields, 1};

typedef struct {
    const char *at;
    const char *kind;
    apr_int64_t limit;
    const char *cursor;
} price_list_t;

static const pt_field_t price_list_fields[] = {
    PT_F(price_list_t, at,   PT_T_TIME, PT_IN_QUERY, PT_OPTIONAL, .min = 1,
         .doc = "Only what holds then; all of history unless said"),
    PT_F(price_list_t, kind, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = price_kinds, .doc = "Only of this kind"),
    PT_LIST_FIELDS(price_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *kind;
    const char *service_type;
    const char *factor;
    const char *option;
    const char *market;
    const char *currency;
    apr_int64_t amount_minor;
    apr_int64_t minutes;
    apr_int64_t multiplier_bps;
    const char *level;
    apr_int64_t builder_fee_bps;
    apr_int64_t tester_fee_bps;
    const char *valid_from;
    const char *valid_until;
    const char *reason;
} price_set_t;

static const pt_field_t price_set_fields[] = {
    PT_F(price_set_t, kind,           PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = price_kinds,
         .doc = "Of a unit, a factor, an hour at least, or our fee"),
    PT_F(price_set_t, service_type,   PT_T_ENUM, PT_IN_BODY, PT_OPTIONAL,
         .values = pt_service_type_keys,
         .doc = "base: kind of test; fee: only of seats with it alone"),
    PT_F(price_set_t, factor,         PT_T_ENUM, PT_IN_BODY, PT_OPTIONAL,
         .values = pt_factor_names, .doc = "factor: which"),
    PT_F(price_set_t, option,         PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 40, .doc = "factor: which choice"),
    PT_F(price_set_t, market,         PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 2, .pattern = "^[A-Z]{2}$",
         .doc = "Country, ISO 3166; everywhere else unless said; fee: of who "
                "pays"),
    PT_F(price_set_t, currency,       PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 3, .pattern = "^[a-z]{3}$",
         .doc = "base and floor: ISO 4217, lower case"),
    PT_F(price_set_t, amount_minor,   PT_T_INT,  PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 100000000,
         .doc = "base: of a unit; floor: of an hour"),
    PT_F(price_set_t, minutes,        PT_T_INT,  PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 10000, .doc = "base: time that a unit takes"),
    PT_F(price_set_t, multiplier_bps, PT_T_INT,  PT_IN_BODY, PT_OPTIONAL,
         .min = 100, .max = 1000000, .doc = "factor: 10000 changes nothing"),
    PT_F(price_set_t, level,          PT_T_ENUM, PT_IN_BODY, PT_OPTIONAL,
         .values = fee_levels,
         .doc = "fee: only of testers of this level; of theirs alone"),
    PT_F(price_set_t, builder_fee_bps, PT_T_INT, PT_IN_BODY, PT_OPTIONAL,
         .dflt = -1, .min = 0, .max = 10000,
         .doc = "fee: of the builder, 10000 is all; one of the two is needed"),
    PT_F(price_set_t, tester_fee_bps, PT_T_INT, PT_IN_BODY, PT_OPTIONAL,
         .dflt = -1, .min = 0, .max = 10000, .doc = "fee: of the tester"),
    PT_F(price_set_t, valid_from,     PT_T_TIME, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .doc = "When it begins to hold; now unless said"),
    PT_F(price_set_t, valid_until,    PT_T_TIME, PT_IN_BODY, PT_OPTIONAL,
         .min = 1,
         .doc = "When it ends to; then the price before it holds again"),
    PT_REASON_FIELD(price_set_t),
    PT_FIELDS_END
};

typedef struct {
    const char *price_id;
    const char *at;
    const char *reason;
} price_end_t;

static const pt_field_t price_end_fields[] = {
    PT_F(price_end_t, price_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The price"),
    PT_F(price_end_t, at,       PT_T_TIME, PT_IN_BODY, PT_OPTIONAL, .min = 1,
         .doc = "When it ends to hold; now unless said"),
    PT_REASON_FIELD(price_end_t),
    PT_FIELDS_END
};

/* Which members a kind needs, and which it may have besides; the others must be
 * left out. */
static const struct {
    const char *name;
    const char *needed_by[3]; /* ends in NULL, as does */
    const char *taken_by[2];
} kind_members[] = {
    {"service_type",    {"base"},          {"fee"}},
    {"factor",          {"factor"},        {NULL}},
    {"option",          {"factor"},        {NULL}},
    {"currency",        {"base", "floor"}, {NULL}},
    {"amount_minor",    {"base", "floor"}, {NULL}},
    {"minutes",         {"base"},          {NULL}},
    {"multiplier_bps",  {"factor"},        {NULL}},
    {"level",           {NULL},            {"fee"}},
    {"builder_fee_bps", {NULL},            {"fee"}},
    {"tester_fee_bps",  {NULL},            {"fee"}},
};
/* clang-format on */

static pt_err_t *price_list(pt_req_t *q)
{
    const price_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(price_list, .at = in->at, .kind = in->kind,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* --- Setting a price --- */

static int is_given(const price_set_t *in, const char *member)
{
    const pt_field_t *f = price_set_fields;

    while (strcmp(f->name, member))
        f++;
    /* A number that is left out is one that no limit allows. */
    if (f->type == PT_T_INT)
        return *(const apr_int64_t *)((const char *)in + f->offset) != f->dflt;
    return *(const char *const *)((const char *)in + f->offset) != NULL;
}

static int is_one_of(const char *const *values, const char *value)
{
    for (; *values; values++) {
        if (!strcmp(*values, value))
            return 1;
    }
    return 0;
}

/* A fee is of one side at least. What the builder pays is known before the
 * tester is, so it does not depend on the tester's level. */
static pt_err_t *price_check_fee(pt_req_t *q, const price_set_t *in)
{
    int of_builder = is_given(in, "builder_fee_bps");

    if (!of_builder && !is_given(in, "tester_fee_bps"))
        return pt_err_field(PT_OK, q->ctx.pool,
                            in->level ? "/tester_fee_bps" : "/builder_fee_bps",
                            PT_C_REQUIRED);
    if (of_builder && in->level)
        return pt_err_field(PT_OK, q->ctx.pool, "/builder_fee_bps",
                            PT_C_NOT_ALLOWED);
    return PT_OK;
}

/* Has it the members of its kind, and no others? */
static pt_err_t *price_check_members(pt_req_t *q, const price_set_t *in)
{
    apr_pool_t *p = q->ctx.pool;
    pt_err_t *err = PT_OK;
    size_t i;

    for (i = 0; i < sizeof(kind_members) / sizeof(kind_members[0]); i++) {
        const char *name = kind_members[i].name;
        const char *pointer = apr_pstrcat(p, "/", name, NULL);
        int needed = is_one_of(kind_members[i].needed_by, in->kind);
        int taken = needed || is_one_of(kind_members[i].taken_by, in->kind);

        if (needed && !is_given(in, name))
            err = pt_err_field(err, p, pointer, PT_C_REQUIRED);
        else if (!taken && is_given(in, name))
            err = pt_err_field(err, p, pointer, PT_C_NOT_ALLOWED);
    }
    if (!err && in->option
        && !is_one_of(pt_factor_options(pt_factor_of(in->factor)), in->option))
        err = pt_err_field(err, p, "/option", PT_C_NOT_ALLOWED);
    if (!err && in->currency
        && !pt_config_has_currency(q->ctx.site->cfg, in->currency))
        err = pt_err_field(err, p, "/currency", PT_C_NOT_ALLOWED);
    if (!err && strcmp(in->kind, "fee") == 0)
        err = price_check_fee(q, in);
    return err;
}

/* When it would hold, under the lock of the book. */
static pt_err_t *price_find_slot(pt_req_t *q, pt_row_t *slot,
                                 const price_set_t *in)
{
    apr_pool_t *p = q->ctx.pool;
    pt_row_t locked;

    PT_TRY(pt_db_one(q->ctx.db, &locked, PT_Q(price_lock_book)));
    PT_TRY(pt_db_one(
        q->ctx.db, slot,
        PT_Q(price_slot, .kind = in->kind, .service_type = in->service_type,
             .factor = in->factor, .option = in->option, .market = in->market,
             .currency = in->currency, .level = in->level,
             .valid_from = in->valid_from, .valid_until = in->valid_until)));
    if (pt_row_bool(slot, "is_past"))
        return pt_err_field(PT_OK, p, "/valid_from", PT_C_IN_THE_PAST);
    if (pt_row_bool(slot, "is_empty"))
        return pt_err_field(PT_OK, p, "/valid_until", PT_C_TOO_SMALL);
    if (pt_row_bool(slot, "is_in_the_way"))
        return pt_fail(p, PT_P_CONFLICT,
                       "Another price is planned to begin before this one "
                       "would end");
    return PT_OK;
}

/* The price before it ends where it begins and, where it has an end, goes on
 * after it. */
static pt_err_t *price_make_room(pt_req_t *q, const price_set_t *in,
                                 const pt_row_t *slot)
{
    pt_rows_t ended;
    pt_row_t row;

    PT_TRY(pt_db_many(q->ctx.db, &ended,
                      PT_Q(price_end_present,
                           .subject = pt_row_str(slot, "subject"),
                           .starts_at = pt_row_str(slot, "starts_at"),
                           .reason = in->reason, .admin_id = q->actor->id)));
    if (!ended.count || !in->valid_until)
        return PT_OK;
    row = pt_rows_at(&ended, 0);
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(price_resume, .price_id = pt_row_str(&row, "id"),
                           .ends_at = pt_row_str(slot, "ends_at"),
                           .was_until = pt_row_str(&row, "was_until")));
}

static pt_err_t *price_event(pt_req_t *q, const char *price_id,
                             const char *kind, const char *reason)
{
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(price_event, .price_id = price_id,
                           .admin_id = q->actor->id, .kind = kind,
                           .reason = reason)));
    return pt_admin_note(q, &(pt_admin_action_t){.entity = "price",
                                                 .entity_id = price_id,
                                                 .reason = reason});
}

/* A number as a parameter; what was left out is NULL. */
static const char *number(pt_req_t *q, apr_int64_t n)
{
    return n ? pt_i64(q->ctx.pool, n) : NULL;
}

/* The same for a rate, which may be 0. */
static const char *rate(pt_req_t *q, apr_int64_t bps)
{
    return bps >= 0 ? pt_i64(q->ctx.pool, bps) : NULL;
}

static pt_err_t *price_set(pt_req_t *q)
{
    const price_set_t *in = q->input;
    pt_row_t slot, price;

    PT_TRY(price_check_members(q, in));
    PT_TRY(price_find_slot(q, &slot, in));
    PT_TRY(price_make_room(q, in, &slot));
    PT_TRY(pt_db_one(q->ctx.db, &price,
                     PT_Q(price_add, .kind = in->kind,
                          .service_type = in->service_type,
                          .factor = in->factor, .option = in->option,
                          .market = in->market, .currency = in->currency,
                          .amount_minor = number(q, in->amount_minor),
                          .minutes = number(q, in->minutes),
                          .multiplier_bps = number(q, in->multiplier_bps),
                          .level = in->level,
                          .builder_fee_bps = rate(q, in->builder_fee_bps),
                          .tester_fee_bps = rate(q, in->tester_fee_bps),
                          .starts_at = pt_row_str(&slot, "starts_at"),
                          .ends_at = pt_row_str(&slot, "ends_at"),
                          .reason = in->reason, .admin_id = q->actor->id)));
    PT_TRY(price_event(q, pt_row_str(&price, "id"), "price_set", in->reason));
    return pt_reply_row(q, &price);
}

/* --- Ending one --- */

static pt_err_t *price_end(pt_req_t *q)
{
    const price_end_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    pt_row_t locked, slot, price;

    PT_TRY(pt_db_one(q->ctx.db, &locked, PT_Q(price_lock_book)));
    PT_TRY(pt_db_one(
        q->ctx.db, &slot,
        PT_Q(price_end_slot, .price_id = in->price_id, .at = in->at)));
    if (pt_row_bool(&slot, "is_over"))
        return pt_err_state(
            pt_fail(p, PT_P_WRONG_STATE, "This price has ended already"),
            "ended");
    if (pt_row_bool(&slot, "is_past"))
        return pt_err_field(PT_OK, p, "/at", PT_C_IN_THE_PAST);
    if (pt_row_bool(&slot, "is_longer"))
        return pt_err_field(PT_OK, p, "/at", PT_C_TOO_LARGE);
    PT_TRY(pt_db_one(q->ctx.db, &price,
                     PT_Q(price_end, .price_id = in->price_id,
                          .ends_at = pt_row_str(&slot, "ends_at"),
                          .reason = in->reason, .admin_id = q->actor->id)));
    PT_TRY(price_event(q, in->price_id, "price_ended", in->reason));
    return pt_reply_row(q, &price);
}

/* clang-format off */
const pt_route_t pt_prices_admin_routes[] = {
    {.method = M_GET, .path = "/admin/prices", .id = "listPrices",
     .tag = "Admin", .summary = "The price book with its history",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(price_list_t, price_list_fields),
     .status = HTTP_OK, .output = &price_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = price_list},
    {.method = M_POST, .path = "/admin/prices", .id = "setPrice",
     .tag = "Admin",
     .summary = "Set a price; the one that holds then ends",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(price_set_t, price_set_fields),
     .status = HTTP_CREATED, .output = &price_schema,
     PT_PROBLEMS(PT_P_CONFLICT),
     .handler = price_set},
    {.method = M_POST, .path = "/admin/prices/{price_id}/end",
     .id = "endPrice", .tag = "Admin",
     .summary = "End a price; nothing takes its place",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(price_end_t, price_end_fields),
     .status = HTTP_OK, .output = &price_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = price_end},
    PT_ROUTES_END
};
/* clang-format on */
