/* SPDX-License-Identifier: Apache-2.0 */
/* market.c - testers, and everybody else, look for work. */

#include "domain/service_types.h"
#include "features/job_fields.h"
#include "features/lists.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const pt_field_t summary_fields[] = {
    PT_OUT(id,           PT_T_UUID,  "The job"),
    PT_OUT(kind,         PT_T_ENUM,  "How it is paid and taken",
           .values = PT_VALUES("simple", "structured")),
    PT_OUT(title,        PT_T_TEXT,  "The job in one line"),
    PT_OUT(service_type, PT_T_ENUM,  "Kind of test; null for a structured job",
           .values = pt_service_type_keys, .nullable = 1),
    PT_OUT(service_types, PT_T_ARRAY, "All kinds of test in it",
           .item = PT_T_ENUM, .values = pt_service_type_keys),
    PT_OUT(platforms,    PT_T_ARRAY, "Where to test", .item = PT_T_ENUM,
           .values = pt_platforms),
    PT_OUT(reward_minor, PT_T_INT,   "A tester's pay for a seat; of a "
           "structured job the best budget, where it says one", .nullable = 1),
    PT_OUT(net_minor,    PT_T_INT,   "Of the reward, after the tester's fee; "
           "of a structured job null: its bids name the price", .nullable = 1),
    PT_OUT(currency,     PT_T_TEXT,  "Of the reward and the budget"),
    PT_OUT(roles,        PT_T_INT,   "Roles of a structured job"),
    PT_OUT(budget_low_minor,  PT_T_INT, "The lowest budget for a seat",
           .nullable = 1),
    PT_OUT(budget_high_minor, PT_T_INT, "The highest budget for a seat",
           .nullable = 1),
    PT_OUT(seats,        PT_T_INT,   "How many testers"),
    PT_OUT(seats_left,   PT_T_INT,   "Of them still to be had"),
    PT_OUT(deadline_at,  PT_T_TIME,  "End of claiming or bidding",
           .nullable = 1),
    PT_OUT(claim_hours,  PT_T_INT,   "Time to hand in after a claim; of a "
           "structured job bids say it", .nullable = 1),
    PT_OUT(review_days,  PT_T_INT,   "Time to review; then it is approved"),
    PT_OUT(project_icon_url, PT_T_TEXT, "The project's icon, an address on "
           "this host", .nullable = 1),
    PT_OUT(builder_name, PT_T_TEXT,  "Who posted it"),
    PT_OUT(builder_review_hours, PT_T_INT,
           "Median time its builder takes to decide, last 90 days",
           .nullable = 1),
    PT_OUT(opened_at,    PT_T_TIME,  "When it could first be taken"),
    PT_FIELDS_END
};
static const pt_schema_t summary_page_schema = {
    "JobSummary", summary_fields, 1
};

typedef struct {
    const char *q;
    const char *kind;
    const char *service_type;
    const char *platform;
    const char *currency;
    apr_int64_t min_reward_minor;
    const char *sort;
    apr_int64_t limit;
    const char *cursor;
} market_list_t;

/* What any list of jobs can be narrowed down by. */
#define MARKET_FILTERS                                                         \
    PT_F(market_list_t, kind, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,             \
         .values = PT_VALUES("simple", "structured"),                          \
         .doc = "Only of this kind"),                                          \
    PT_F(market_list_t, service_type, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,     \
         .values = pt_service_type_keys, .doc = "Only with this kind of test"),\
    PT_F(market_list_t, platform, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,         \
         .values = pt_platforms, .doc = "Only what is tested there"),          \
    PT_F(market_list_t, currency, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL,         \
         .min = 3, .max = 3, .pattern = "^[a-z]{3}$",                          \
         .doc = "Only what is paid in it"),                                    \
    PT_F(market_list_t, min_reward_minor, PT_T_INT, PT_IN_QUERY, PT_OPTIONAL,  \
         .max = 100000000, .doc = "Only what pays at least this"),             \
    PT_LIST_FIELDS(market_list_t)

static const pt_field_t market_list_fields[] = {
    PT_F(market_list_t, q, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .max = 200,
         .doc = "Words to look for; \"quotes\", or and - as on the web"),
    PT_F(market_list_t, sort, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = PT_VALUES("newest", "reward", "deadline", "relevance"),
         .doc = "Order: newest unless said; relevance is for a search, and "
                "newest where more than a thousand jobs match"),
    MARKET_FILTERS,
    PT_FIELDS_END
};

static const pt_field_t fitting_list_fields[] = {
    MARKET_FILTERS,
    PT_FIELDS_END
};
/* clang-format on */

/* So many jobs are held against what a tester has, for one page. */
#define LOOK_AT 500

/* The members of a market query; every one of them takes these. */
#define MARKET_ARGS(q, in, after_, after_id_) \
    .kind = in->kind, .service_type = in->service_type, \
    .platform = in->platform, .currency = in->currency, \
    .min_reward_minor = pt_i64(q->ctx.pool, in->min_reward_minor), \
    .limit = pt_i64(q->ctx.pool, in->limit), .after = after_, \
    .after_id = after_id_

/* One page of a search that matches few jobs; "body" is NULL when many do. */
static pt_err_t *market_find(pt_req_t *q, pt_row_t *page,
                             const market_list_t *in, const char *sort)
{
    const char *rank, *id;

    PT_TRY(pt_cursor_number(q, &rank, &id, in->cursor));
    return pt_db_one(q->ctx.db, page,
                     PT_Q(market_found, .sort = sort, .q = in->q,
                          MARKET_ARGS(q, in, rank, id)));
}

/* One page along the index of an order. */
static pt_err_t *market_walk(pt_req_t *q, pt_row_t *page,
                             const market_list_t *in, const char *sort)
{
    const char *after, *id;

    PT_TRY(pt_cursor_number(q, &after, &id, in->cursor));
    if (strcmp(sort, "reward") == 0)
        return pt_db_one(
            q->ctx.db, page,
            PT_Q(market_reward, .q = in->q, MARKET_ARGS(q, in, after, id)));
    if (strcmp(sort, "deadline") == 0)
        return pt_db_one(
            q->ctx.db, page,
            PT_Q(market_deadline, .q = in->q, MARKET_ARGS(q, in, after, id)));
    return pt_db_one(
        q->ctx.db, page,
        PT_Q(market_newest, .q = in->q, MARKET_ARGS(q, in, after, id)));
}

static pt_err_t *market_list(pt_req_t *q)
{
    market_list_t in = *(const market_list_t *)q->input;
    const char *sort = in.sort ? in.sort : "newest";
    pt_row_t page;

    if (in.q && *in.q) {
        PT_TRY(market_find(q, &page, &in, sort));
        if (pt_row_str(&page, "body"))
            return pt_reply_row(q, &page);
    }
    else {
        in.q = NULL;
    }
    PT_TRY(market_walk(q, &page, &in, sort));
    return pt_reply_row(q, &page);
}

static pt_err_t *market_list_fitting(pt_req_t *q)
{
    const market_list_t *in = q->input;
    const char *after, *id;
    pt_row_t page;

    PT_TRY(pt_cursor_number(q, &after, &id, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(market_fitting, .tester_id = q->actor->id,
                          .look = pt_i64(q->ctx.pool, LOOK_AT),
                          MARKET_ARGS(q, in, after, id))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_market_routes[] = {
    {.method = M_GET, .path = "/jobs", .id = "listJobs", .tag = "Marketplace",
     .summary = "Jobs that can be claimed or bid for",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     PT_INPUT(market_list_t, market_list_fields),
     .status = HTTP_OK, .output = &summary_page_schema,
     .cache_seconds = 5, .batched = 1,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = market_list},
    {.method = M_GET, .path = "/me/market", .id = "listFittingJobs",
     .tag = "Marketplace",
     .summary = "Of those, the ones that you fit, newest first; a short page "
                "is the last one only when it says so",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(market_list_t, fitting_list_fields),
     .status = HTTP_OK, .output = &summary_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = market_list_fitting},
    PT_ROUTES_END
};
/* clang-format on */
