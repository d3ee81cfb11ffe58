/* SPDX-License-Identifier: Apache-2.0 */
/* meta.c - what the API says about itself: document, problems, settings. */

#include "features/fee_ops.h"
#include "features/service_types.h"
#include "http/pt_openapi.h"
#include "http/pt_route.h"

#include <apr_strings.h>
#include <string.h>

#define HOUR 3600
#define DAY (24 * HOUR)

/* clang-format off */
static const pt_field_t problem_fields[] = {
    PT_OUT(slug,   PT_T_TEXT, "Last part of the problem's type"),
    PT_OUT(status, PT_T_INT,  "HTTP status"),
    PT_OUT(title,  PT_T_TEXT, "In English; translate by slug"),
    PT_FIELDS_END
};
static const pt_schema_t problem_schema = {"ProblemKind", problem_fields, 0};

static const pt_field_t code_fields[] = {
    PT_OUT(code,    PT_T_TEXT, "As it stands in errors[].code"),
    PT_OUT(meaning, PT_T_TEXT, "In English; translate by code"),
    PT_FIELDS_END
};
static const pt_schema_t code_schema = {"FieldCode", code_fields, 0};

static const pt_field_t catalogue_fields[] = {
    PT_OUT(problems, PT_T_ARRAY, "Every failure this API can report",
           .item = PT_T_OBJECT, .of = &problem_schema),
    PT_OUT(codes,    PT_T_ARRAY, "Every reason to refuse a field",
           .item = PT_T_OBJECT, .of = &code_schema),
    PT_FIELDS_END
};
static const pt_schema_t catalogue_schema = {"ProblemCatalogue", catalogue_fields, 0};

static const pt_field_t config_fields[] = {
    PT_OUT(site_name,        PT_T_TEXT, "Name of the marketplace"),
    PT_OUT(environment,      PT_T_ENUM, "What the site is for",
           .values = PT_VALUES("development", "test", "production")),
    PT_OUT(test_mode,        PT_T_BOOL, "True: no real money moves"),
    PT_OUT(currencies,       PT_T_ARRAY, "Currencies of jobs, the default first",
           .item = PT_T_TEXT),
    PT_OUT(builder_fee_bps,  PT_T_INT, "Builder's fee, hundredths of a per cent of the reward; countries and kinds of test may have "
           "their own (getFees)"),
    PT_OUT(tester_fee_bps,   PT_T_INT, "Tester's fee, hundredths of a per cent of what is paid; the same"),
    PT_OUT(reward_min_minor, PT_T_INT, "Smallest reward of a seat, minor units"),
    PT_OUT(reward_max_minor, PT_T_INT, "Largest reward of a seat, minor units"),
    PT_OUT(claim_hours,      PT_T_INT, "Hours to deliver after a claim, unless the job says otherwise"),
    PT_OUT(review_days,      PT_T_INT, "Days to review, unless the job says otherwise"),
    PT_OUT(review_days_min,  PT_T_INT, "Fewest days to review"),
    PT_OUT(review_days_max,  PT_T_INT, "Most days to review"),
    PT_OUT(dispute_hours,    PT_T_INT, "Hours in which a rejection can be disputed"),
    PT_OUT(payment_minutes,  PT_T_INT, "Minutes to pay at the payment page"),
    PT_OUT(password_min,     PT_T_INT, "Characters a password needs"),
    PT_OUT(service_types,    PT_T_ARRAY, "What can be bought here",
           .item = PT_T_TEXT),
    PT_FIELDS_END
};
static const pt_schema_t config_schema = {"SiteConfig", config_fields, 0};
/* clang-format on */

static pt_err_t *openapi_get(pt_req_t *q)
{
    q->body = pt_openapi_text();
    q->body_etag = pt_openapi_etag();
    return PT_OK;
}

static pt_err_t *problems_list(pt_req_t *q)
{
    json_t *problems = json_array(), *codes = json_array();
    int i;

    for (i = 0; i < PT_P_COUNT; i++) {
        const pt_problem_t *p = pt_problem((pt_problem_e)i);
        json_array_append_new(problems,
                              json_pack("{ss si ss}", "slug", p->slug, "status",
                                        p->status, "title", p->title));
    }
    for (i = 0; i < PT_C_COUNT; i++) {
        const pt_code_t *c = pt_code((pt_code_e)i);
        json_array_append_new(codes, json_pack("{ss ss}", "code", c->slug,
                                               "meaning", c->meaning));
    }
    return pt_reply_json(
        q, json_pack("{so so}", "problems", problems, "codes", codes));
}

static json_t *words_json(apr_pool_t *p, const char *text)
{
    char *state, *word, *copy = apr_pstrdup(p, text);
    json_t *list = json_array();

    for (word = apr_strtok(copy, " ", &state); word;
         word = apr_strtok(NULL, " ", &state))
        json_array_append_new(list, json_string(word));
    return list;
}

static json_t *types_json(const pt_site_t *site)
{
    json_t *list = json_array();

    for (const pt_service_type_t *type = pt_service_types; type->key; type++) {
        if (pt_service_is_on(site, type))
            json_array_append_new(list, json_string(type->key));
    }
    return list;
}

static json_int_t rounded_up(apr_int64_t seconds, apr_int64_t unit)
{
    return (seconds + unit - 1) / unit;
}

static pt_err_t *config_get(pt_req_t *q)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    pt_fees_t fees;

    PT_TRY(pt_fees_find(&q->ctx, &fees, &(pt_fee_case_t){0}));
    return pt_reply_json(
        q, json_pack("{ss ss sb so sI sI sI sI sI sI sI sI sI sI sI so}",
                     "site_name", cfg->site_name, "environment",
                     cfg->environment, "test_mode", q->ctx.site->test_mode,
                     "currencies", words_json(q->ctx.pool, cfg->currencies),
                     "builder_fee_bps", (json_int_t)fees.builder_bps,
                     "tester_fee_bps", (json_int_t)fees.tester_bps,
                     "reward_min_minor", (json_int_t)cfg->reward_min,
                     "reward_max_minor", (json_int_t)cfg->reward_max,
                     "claim_hours", rounded_up(cfg->claim_ttl, HOUR),
                     "review_days", rounded_up(cfg->review_ttl, DAY),
                     "review_days_min", rounded_up(cfg->review_min, DAY),
                     "review_days_max", (json_int_t)(cfg->review_max / DAY),
                     "dispute_hours", rounded_up(cfg->dispute_ttl, HOUR),
                     "payment_minutes", rounded_up(cfg->payment_ttl, 60),
                     "password_min", (json_int_t)cfg->password_min,
                     "service_types", types_json(q->ctx.site)));
}

/* clang-format off */
const pt_route_t pt_meta_routes[] = {
    {.method = M_GET, .path = "/openapi.json", .id = "getOpenapi", .tag = "About",
     .summary = "This document",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output_type = "application/json",
     .cache_seconds = 60, .etag = 1, .no_db = 1, .handler = openapi_get},
    {.method = M_GET, .path = "/problems", .id = "listProblems", .tag = "About",
     .summary = "Every problem and field code",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &catalogue_schema,
     .cache_seconds = 60, .etag = 1, .no_db = 1, .handler = problems_list},
    {.method = M_GET, .path = "/config", .id = "getConfig", .tag = "About",
     .summary = "Fees, limits and clocks of this marketplace",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &config_schema,
     .cache_seconds = 60, .etag = 1, .handler = config_get},
    PT_ROUTES_END
};
/* clang-format on */
