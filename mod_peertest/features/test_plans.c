/* SPDX-License-Identifier: Apache-2.0 */
/* test_plans.c - builders keep what they put together in the configurator, on
 * any device, until it becomes a job. */

#include "domain/service_types.h"
#include "features/fee_ops.h"
#include "features/job_fields.h"
#include "features/lists.h"
#include "features/plan_ops.h"
#include "features/price_fields.h"
#include "features/price_ops.h"

#include <apr_strings.h>
#include <string.h>

#define TITLE_MIN 8

/* clang-format off */
static const pt_field_t test_plan_fields[] = {
    PT_OUT(id,         PT_T_UUID,   "The plan"),
    PT_OUT(name,       PT_T_TEXT,   "What it is called"),
    PT_OUT(currency,   PT_T_TEXT,   "Of all amounts"),
    PT_OUT(market,     PT_T_TEXT,   "Country whose prices count",
           .nullable = 1),
    PT_OUT(roles,      PT_T_ARRAY,  "Who is to test what",
           .item = PT_T_OBJECT, .of = &pt_priced_role_schema),
    PT_OUT(estimate,   PT_T_OBJECT,
           "What it costs today; null when something of it has no price",
           .of = &pt_estimate_schema, .nullable = 1),
    PT_OUT(created_at, PT_T_TIME,   "When it was made"),
    PT_OUT(updated_at, PT_T_TIME,   "When it was last changed"),
    PT_FIELDS_END
};
static const pt_schema_t test_plan_schema = {"TestPlan", test_plan_fields, 0};
static const pt_schema_t test_plan_page_schema = {
    "TestPlan", test_plan_fields, 1
};

typedef struct {
    const char *plan_id;
    const char *name;
    const char *currency;
    const char *market;
    json_t *roles;
} test_plan_input_t;

#define PLAN_ID(struct_)                                                       \
    PT_F(struct_, plan_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,                 \
         .doc = "The plan")

#define PLAN_FIELDS                                                            \
    PT_F(test_plan_input_t, name, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,          \
         .min = 1, .max = 120, .doc = "What it is called"),                    \
    PT_BASKET_FIELDS(test_plan_input_t)

static const pt_field_t test_plan_save_fields[] = {
    PLAN_FIELDS,
    PT_FIELDS_END
};

static const pt_field_t test_plan_update_fields[] = {
    PLAN_ID(test_plan_input_t),
    PLAN_FIELDS,
    PT_FIELDS_END
};

typedef struct {
    const char *plan_id;
} test_plan_id_t;

static const pt_field_t test_plan_id_fields[] = {
    PLAN_ID(test_plan_id_t),
    PT_FIELDS_END
};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} test_plan_list_t;

static const pt_field_t test_plan_list_fields[] = {
    PT_LIST_FIELDS(test_plan_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *plan_id;
    const char *project_id;
    const char *title;
    const char *brief;
} plan_job_t;

static const pt_field_t plan_job_fields[] = {
    PLAN_ID(plan_job_t),
    PT_F(plan_job_t, project_id, PT_T_UUID, PT_IN_BODY, PT_REQUIRED,
         .doc = "What is tested"),
    PT_F(plan_job_t, title,      PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = TITLE_MIN, .max = 120,
         .doc = "The job in one line; the plan's name unless said"),
    PT_F(plan_job_t, brief,      PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 8000, .doc = "What is wanted"),
    PT_FIELDS_END
};
/* clang-format on */

/* --- What it costs --- */

static pt_err_t *test_plan_estimate(pt_req_t *q, const char **estimate,
                                    const test_plan_input_t *in)
{
    json_t *json;

    PT_TRY(pt_basket_estimate(&q->ctx, &json,
                              &(pt_basket_t){.payer_id = q->actor->id,
                                             .currency = in->currency,
                                             .market = in->market,
                                             .roles = in->roles}));
    *estimate = pt_json_text(q->ctx.pool, json);
    return PT_OK;
}

/* The roles of a stored plan, which were checked when it was saved. */
static pt_err_t *stored_roles(pt_req_t *q, json_t **roles, const pt_row_t *row)
{
    json_error_t error;

    *roles = pt_json_own(q->ctx.pool,
                         json_loads(pt_row_str(row, "roles"), 0, &error));
    if (!*roles)
        return pt_err_cause(pt_fail(q->ctx.pool, PT_P_INTERNAL, NULL),
                            "a stored plan cannot be read: %s", error.text);
    return PT_OK;
}

/* What a stored plan costs today; NULL when the book has changed so that
 * something of it has no price any more. */
static pt_err_t *stored_estimate(pt_req_t *q, json_t **estimate,
                                 const pt_row_t *row)
{
    pt_basket_t basket = {.payer_id = q->actor->id,
                          .currency = pt_row_str(row, "currency"),
                          .market = pt_row_str(row, "market")};
    json_t *roles;
    pt_err_t *err;

    PT_TRY(stored_roles(q, &roles, row));
    basket.roles = roles;
    err = pt_basket_estimate(&q->ctx, estimate, &basket);
    if (!err || err->problem != PT_P_INVALID_INPUT)
        return err;
    *estimate = NULL;
    return PT_OK;
}

/* The whole form of a stored plan. */
static pt_err_t *stored_body(pt_req_t *q, pt_row_t *body, const char *plan_id,
                             const pt_row_t *row)
{
    json_t *estimate;

    PT_TRY(stored_estimate(q, &estimate, row));
    return pt_db_one(q->ctx.db, body,
                     PT_Q(test_plan_body, .plan_id = plan_id,
                          .estimate = pt_json_text(q->ctx.pool, estimate)));
}

/* --- The basket --- */

static pt_err_t *test_plan_save(pt_req_t *q)
{
    const test_plan_input_t *in = q->input;
    const char *estimate;
    pt_row_t row;

    PT_TRY(test_plan_estimate(q, &estimate, in));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(test_plan_add, .owner_id = q->actor->id,
                          .name = in->name, .currency = in->currency,
                          .market = in->market,
                          .roles = pt_json_text(q->ctx.pool, in->roles),
                          .estimate = estimate)));
    return pt_reply_row(q, &row);
}

static pt_err_t *listed_plan(pt_req_t *q, json_t *items, const pt_row_t *row)
{
    json_t *plan, *estimate;
    const char *body = pt_row_str(row, "body");

    PT_TRY(pt_json_parse(q->ctx.pool, &plan, body, strlen(body)));
    PT_TRY(stored_estimate(q, &estimate, row));
    if (estimate)
        json_object_set(plan, "estimate", estimate);
    json_array_append(items, plan);
    return PT_OK;
}

static pt_err_t *test_plan_list(pt_req_t *q)
{
    const test_plan_list_t *in = q->input;
    json_t *items = pt_json_own(q->ctx.pool, json_array());
    const char *before, *next = NULL;
    pt_rows_t rows;
    int i;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_many(q->ctx.db, &rows,
                      PT_Q(test_plan_list, .owner_id = q->actor->id,
                           .before_id = before,
                           .limit = pt_i64(q->ctx.pool, in->limit))));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(listed_plan(q, items, &row));
        if (i + 1 == in->limit)
            next = pt_row_str(&row, "cursor");
    }
    return pt_reply_json(q,
                         json_pack("{sO ss?}", "items", items, "next", next));
}

static pt_err_t *test_plan_get(pt_req_t *q)
{
    const test_plan_id_t *in = q->input;
    pt_row_t row, body;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(test_plan_find, .plan_id = in->plan_id,
                          .owner_id = q->actor->id)));
    PT_TRY(stored_body(q, &body, in->plan_id, &row));
    return pt_reply_row(q, &body);
}

static pt_err_t *test_plan_update(pt_req_t *q)
{
    const test_plan_input_t *in = q->input;
    const char *estimate;
    pt_row_t row, body;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(test_plan_lock, .plan_id = in->plan_id,
                          .owner_id = q->actor->id)));
    PT_TRY(stored_body(q, &body, in->plan_id, &row));
    PT_TRY(pt_if_match(q, &body));
    PT_TRY(test_plan_estimate(q, &estimate, in));
    PT_TRY(pt_db_one(q->ctx.db, &body,
                     PT_Q(test_plan_update, .plan_id = in->plan_id,
                          .name = in->name, .currency = in->currency,
                          .market = in->market,
                          .roles = pt_json_text(q->ctx.pool, in->roles),
                          .estimate = estimate)));
    return pt_reply_row(q, &body);
}

static pt_err_t *test_plan_delete(pt_req_t *q)
{
    const test_plan_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(test_plan_delete, .plan_id = in->plan_id,
                          .owner_id = q->actor->id)));
    return pt_reply_none(q);
}

/* --- The job --- */

/* What the builder still has to say, as the kind of test has it. */
static const char *instructions_of(apr_pool_t *p, const pt_service_type_t *type,
                                   apr_int64_t quantity)
{
    const char *text = apr_psprintf(p,
                                    "%s, quantity: %" APR_INT64_T_FMT
                                    " (%s).\n\nPlease say here, or in the "
                                    "details:",
                                    type->title, quantity, type->unit);
    const pt_field_t *f;

    for (f = type->form->details.fields; f && f->name; f++)
        text = apr_pstrcat(p, text, "\n- ", f->doc, NULL);
    return text;
}

/* What the draft is made from. */
typedef struct {
    apr_pool_t *pool;
    const json_t *roles; /* of the plan */
    const pt_estimate_t *estimate;
    apr_int64_t highest_weight; /* of a finding */
} draft_t;

/* With this bonus unit one finding of the highest severity earns all that
 * findings can. */
static apr_int64_t bonus_unit_of(const draft_t *d, apr_int64_t cap_minor)
{
    return (cap_minor + d->highest_weight - 1) / d->highest_weight;
}

static json_t *item_json(const draft_t *d, const json_t *planned)
{
    const pt_service_type_t *type =
        pt_service_type(pt_json_str(planned, "service_type"));
    const json_t *required = json_object_get(planned, "required");
    const char *title = pt_json_str(planned, "title");
    apr_int64_t quantity = pt_json_int(planned, "quantity", 1);
    apr_int64_t cap_minor = pt_json_int(planned, "bonus_cap_minor", 0);
    json_t *item = json_pack(
        "{ss ss ss sb sI s{}}", "service_type", type->key, "title",
        title && *title ? title : type->title, "instructions",
        instructions_of(d->pool, type, quantity), "required",
        !json_is_false(required), "quantity", (json_int_t)quantity, "details");

    if (cap_minor) {
        json_object_set_new(item, "bonus_unit_minor",
                            json_integer(bonus_unit_of(d, cap_minor)));
        json_object_set_new(item, "bonus_cap_minor", json_integer(cap_minor));
    }
    return item;
}

static json_t *role_json(const draft_t *d, size_t at)
{
    const json_t *planned = json_array_get(d->roles, at), *planned_item;
    const pt_price_seat_t *seat = &d->estimate->seats[at];
    const char *name = pt_json_str(planned, "name");
    const char *level = pt_json_str(planned, "level");
    const char *secret = pt_json_str(planned, "confidentiality");
    json_t *items = json_array(), *role;
    size_t i;

    json_array_foreach (json_object_get(planned, "items"), i, planned_item)
        json_array_append_new(items, item_json(d, planned_item));
    role = json_pack(
        "{ss sI s{ss sb} so}", "name",
        name && *name ? name : apr_psprintf(d->pool, "Role %d", (int)at + 1),
        "seats", (json_int_t)pt_json_int(planned, "seats", 1), "requirements",
        "level", level ? level : pt_price_levels[0], "nda",
        secret && !strcmp(secret, "nda"), "items", items);
    if (seat->seat_minor) {
        apr_int64_t low, high;

        pt_price_budget(&low, &high, seat->seat_minor);
        json_object_set_new(role, "budget_low_minor", json_integer(low));
        json_object_set_new(role, "budget_high_minor", json_integer(high));
    }
    return role;
}

static json_t *roles_json(const draft_t *d)
{
    json_t *roles = json_array();
    size_t i;

    for (i = 0; i < json_array_size(d->roles); i++)
        json_array_append_new(roles, role_json(d, i));
    return pt_json_own(d->pool, roles);
}

static const char *title_of(apr_pool_t *p, const char *name)
{
    const char *title = apr_pstrcat(p, "Test plan ", name, NULL);

    return strlen(name) < TITLE_MIN ? title : name;
}

static pt_err_t *plan_job(pt_req_t *q)
{
    const plan_job_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    const char *name, *job_id;
    pt_basket_t basket;
    pt_estimate_t estimate;
    draft_t draft;
    pt_row_t row, job;
    json_t *planned;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(test_plan_find, .plan_id = in->plan_id,
                          .owner_id = q->actor->id)));
    PT_TRY(stored_roles(q, &planned, &row));
    basket = (pt_basket_t){.payer_id = q->actor->id,
                           .currency = pt_row_str(&row, "currency"),
                           .market = pt_row_str(&row, "market"),
                           .roles = planned};
    PT_TRY(pt_basket_price(&q->ctx, &estimate, &basket));
    draft = (draft_t){.pool = p,
                      .roles = planned,
                      .estimate = &estimate,
                      .highest_weight = pt_row_int(&row, "highest_weight")};
    name = pt_row_str(&row, "name");
    PT_TRY(pt_plan_create(
        &q->ctx, &job_id,
        &(pt_plan_t){
            .owner_id = q->actor->id,
            .project_id = in->project_id,
            .title = in->title ? in->title : title_of(p, name),
            .brief = in->brief
                         ? in->brief
                         : apr_pstrcat(p, "Made from the test plan ", name,
                                       ". Please say what is wanted.", NULL),
            .currency = basket.currency,
            .roles = roles_json(&draft)}));
    PT_TRY(pt_db_one(q->ctx.db, &job,
                     PT_Q(job_get, .job_id = job_id, .viewer_id = q->actor->id,
                          PT_SITE_FEES(&q->ctx))));
    return pt_reply_row(q, &job);
}

/* clang-format off */
const pt_route_t pt_test_plans_routes[] = {
    {.method = M_POST, .path = "/test-plans", .id = "savePlan",
     .tag = "Pricing", .summary = "Keep what the configurator put together",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(test_plan_input_t, test_plan_save_fields),
     .status = HTTP_CREATED, .output = &test_plan_schema,
     .handler = test_plan_save},
    {.method = M_GET, .path = "/test-plans", .id = "listPlans",
     .tag = "Pricing", .summary = "Your test plans, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(test_plan_list_t, test_plan_list_fields),
     .status = HTTP_OK, .output = &test_plan_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = test_plan_list},
    {.method = M_GET, .path = "/test-plans/{plan_id}", .id = "getPlan",
     .tag = "Pricing", .summary = "One of your test plans, at today's prices",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(test_plan_id_t, test_plan_id_fields),
     .status = HTTP_OK, .output = &test_plan_schema, .etag = 1,
     .handler = test_plan_get},
    {.method = M_PUT, .path = "/test-plans/{plan_id}", .id = "updatePlan",
     .tag = "Pricing", .summary = "Replace a test plan",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(test_plan_input_t, test_plan_update_fields),
     .status = HTTP_OK, .output = &test_plan_schema, .etag = 1, .if_match = 1,
     .handler = test_plan_update},
    {.method = M_DELETE, .path = "/test-plans/{plan_id}", .id = "deletePlan",
     .tag = "Pricing", .summary = "Take a test plan away",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(test_plan_id_t, test_plan_id_fields),
     .status = HTTP_NO_CONTENT,
     .handler = test_plan_delete},
    {.method = M_POST, .path = "/test-plans/{plan_id}/job", .id = "planJob",
     .tag = "Pricing",
     .summary = "A structured draft from a test plan, which stays",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(plan_job_t, plan_job_fields),
     .status = HTTP_CREATED, .output = &pt_job_schema,
     .handler = plan_job},
    PT_ROUTES_END
};
/* clang-format on */
