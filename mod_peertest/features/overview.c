/* SPDX-License-Identifier: Apache-2.0 */
/* overview.c - what waits for somebody, and a builder's board of jobs. */

#include "domain/service_types.h"
#include "features/job_fields.h"
#include "features/lists.h"

/* clang-format off */
static const pt_field_t builder_fields[] = {
    PT_OUT(drafts,       PT_T_INT, "Jobs that are not paid for yet"),
    PT_OUT(open_jobs,    PT_T_INT, "Jobs that are under way"),
    PT_OUT(bids_waiting, PT_T_INT, "Bids that wait for an answer or the money"),
    PT_OUT(to_review,    PT_T_INT, "Submissions that wait for a decision"),
    PT_OUT(next_review_due_at, PT_T_TIME,
           "When the first of them is approved by itself", .nullable = 1),
    PT_OUT(held_minor,   PT_T_INT, "Paid, and held until approval"),
    PT_OUT(spent_minor,  PT_T_INT, "Released to testers, with fees"),
    PT_OUT(currency,     PT_T_TEXT, "Of the amounts"),
    PT_FIELDS_END
};
static const pt_schema_t builder_schema = {
    "BuilderOverview", builder_fields, 0
};

static const pt_field_t tester_fields[] = {
    PT_OUT(active,       PT_T_INT, "Seats under way"),
    PT_OUT(next_claim_due_at, PT_T_TIME,
           "When the first of them is to be handed in", .nullable = 1),
    PT_OUT(waiting_review, PT_T_INT, "Submissions handed in of which the last word is not said: "
           "with the builder, sent back, disputed, or rejected and still to be disputed"),
    PT_OUT(approved,     PT_T_INT, "Submissions that were paid for, in full or in part"),
    PT_OUT(bids_my_turn, PT_T_INT, "Bids that wait for the tester's answer"),
    PT_OUT(bids_open,    PT_T_INT, "Bids under way, those among them"),
    PT_OUT(held_minor,   PT_T_INT,
           "Held for work under way, the bonus it may bring included"),
    PT_OUT(on_the_way_minor, PT_T_INT, "Approved, not transferred yet"),
    PT_OUT(paid_minor,   PT_T_INT, "Transferred so far"),
    PT_OUT(currency,     PT_T_TEXT, "Of the amounts"),
    PT_FIELDS_END
};
static const pt_schema_t tester_schema = {"TesterOverview", tester_fields, 0};

static const pt_field_t overview_fields[] = {
    PT_OUT(builder, PT_T_OBJECT, "Null for those who are none",
           .of = &builder_schema, .nullable = 1),
    PT_OUT(tester,  PT_T_OBJECT, "Null for those who are none",
           .of = &tester_schema, .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t overview_schema = {"Overview", overview_fields, 0};

static const pt_field_t my_job_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The job"),
    PT_OUT(kind,         PT_T_ENUM, "How it is paid and taken",
           .values = PT_VALUES("simple", "structured")),
    PT_OUT(state,        PT_T_ENUM, "Where it is in its life",
           .values = pt_job_states),
    PT_OUT(title,        PT_T_TEXT, "The job in one line"),
    PT_OUT(service_type, PT_T_ENUM, "Kind of test; null for a structured job",
           .values = pt_service_type_keys, .nullable = 1),
    PT_OUT(service_types, PT_T_ARRAY, "All kinds of test in it",
           .item = PT_T_ENUM, .values = pt_service_type_keys),
    PT_OUT(project_id,   PT_T_UUID, "What is tested"),
    PT_OUT(reward_minor, PT_T_INT,  "A tester's pay for a seat; of a "
           "structured job the best budget", .nullable = 1),
    PT_OUT(fee_minor,    PT_T_INT,  "The fee for a seat", .nullable = 1),
    PT_OUT(total_minor,  PT_T_INT,  "What all seats cost with their fees",
           .nullable = 1),
    PT_OUT(currency,     PT_T_TEXT, "Of all amounts"),
    PT_OUT(roles,        PT_T_INT,  "Roles of a structured job"),
    PT_OUT(seats,        PT_T_INT,  "How many testers"),
    PT_OUT(seats_taken,  PT_T_INT,  "Of them at work or done"),
    PT_OUT(seats_left,   PT_T_INT,  "Of them still to be had"),
    PT_OUT(bids_open,    PT_T_INT,  "Bids that are neither accepted nor over"),
    PT_OUT(bidding_deadline_at, PT_T_TIME, "End of bidding", .nullable = 1),
    PT_OUT(active,       PT_T_INT,  "Testers at work"),
    PT_OUT(to_review,    PT_T_INT,  "Submissions that wait for a decision"),
    PT_OUT(approved,     PT_T_INT,  "Submissions that were paid for, in full or in part"),
    PT_OUT(next_review_due_at, PT_T_TIME,
           "When the first of them is approved by itself", .nullable = 1),
    PT_OUT(payment_id,   PT_T_UUID, "Latest payment", .nullable = 1),
    PT_OUT(created_at,   PT_T_TIME, "When it was written"),
    PT_OUT(opened_at,    PT_T_TIME, "When testers could first take it",
           .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t my_job_page_schema = {"MyJob", my_job_fields, 1};

typedef struct {
    const char *state;
    const char *project_id;
    apr_int64_t limit;
    const char *cursor;
} my_jobs_t;

static const pt_field_t my_jobs_fields[] = {
    PT_F(my_jobs_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = pt_job_states, .doc = "Only in this state"),
    PT_F(my_jobs_t, project_id, PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only of this project"),
    PT_LIST_FIELDS(my_jobs_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *overview_get(pt_req_t *q)
{
    const char *currency =
        pt_config_first_currency(q->ctx.site->cfg, q->ctx.pool);
    pt_row_t row;

    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(overview, .account_id = q->actor->id, .currency = currency,
             .is_builder = pt_bool(!!(q->actor->roles & PT_ROLE_BUILDER)),
             .is_tester = pt_bool(!!(q->actor->roles & PT_ROLE_TESTER)))));
    return pt_reply_row(q, &row);
}

static pt_err_t *my_job_list(pt_req_t *q)
{
    const my_jobs_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(my_job_list, .owner_id = q->actor->id,
                          .state = in->state, .project_id = in->project_id,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_overview_routes[] = {
    {.method = M_GET, .path = "/me/overview", .id = "getOverview",
     .tag = "Overview", .summary = "What waits for you, and your money",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     .status = HTTP_OK, .output = &overview_schema,
     .handler = overview_get},
    {.method = M_GET, .path = "/me/jobs", .id = "listMyJobs",
     .tag = "Overview", .summary = "Your jobs, newest first",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_READ,
     PT_INPUT(my_jobs_t, my_jobs_fields),
     .status = HTTP_OK, .output = &my_job_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = my_job_list},
    PT_ROUTES_END
};
/* clang-format on */
