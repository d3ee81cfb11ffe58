/* SPDX-License-Identifier: Apache-2.0 */
/* bids.c - bids are begun, by testers and by builders, and looked at. */

#include "features/bid_fields.h"
#include "features/bid_offers.h"
#include "features/lists.h"
#include "features/match_ops.h"
#include "features/work_forms.h"

#include <string.h>

/* clang-format off */
typedef struct {
    const char *job_id;
    const char *role_id;
    const char *tester_id; /* of an offer */
    json_t *items;
    apr_int64_t days;
    const char *message;
    int draft;
} bid_create_t;

#define FIRST_FIELDS                                                           \
    PT_F(bid_create_t, job_id,  PT_T_UUID,  PT_IN_PATH, PT_REQUIRED,           \
         .doc = "The job"),                                                    \
    PT_F(bid_create_t, role_id, PT_T_UUID,  PT_IN_BODY, PT_REQUIRED,           \
         .doc = "A role of it"),                                               \
    PT_F(bid_create_t, items,   PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED,           \
         .min = 1, .max = 30, .item = PT_T_OBJECT, .of = &pt_bid_item_input,   \
         .doc = "All required items, optional ones at will"),                  \
    PT_F(bid_create_t, days,    PT_T_INT,   PT_IN_BODY, PT_REQUIRED,           \
         .min = 1, .max = 60, .doc = "Days to deliver, from the payment"),     \
    PT_F(bid_create_t, message, PT_T_TEXT,  PT_IN_BODY, PT_OPTIONAL,           \
         .max = 4000, .doc = "What else there is to say")

static const pt_field_t bid_create_fields[] = {
    FIRST_FIELDS,
    PT_F(bid_create_t, draft, PT_T_BOOL, PT_IN_BODY, PT_OPTIONAL,
         .doc = "Only keep it; the builder does not see it yet"),
    PT_FIELDS_END
};

static const pt_field_t bid_offer_fields[] = {
    FIRST_FIELDS,
    PT_F(bid_create_t, tester_id, PT_T_UUID, PT_IN_BODY, PT_REQUIRED,
         .doc = "Whom it is offered to"),
    PT_FIELDS_END
};

typedef struct {
    const char *job_id;
    const char *role_id;
    const char *state;
    apr_int64_t limit;
    const char *cursor;
} bid_list_t;

#define BID_STATE                                                              \
    PT_F(bid_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,               \
         .values = pt_bid_states_all, .doc = "Only those in this state")

static const pt_field_t bid_list_fields[] = {
    PT_F(bid_list_t, job_id,  PT_T_UUID, PT_IN_PATH,  PT_REQUIRED,
         .doc = "The job"),
    PT_F(bid_list_t, role_id, PT_T_UUID, PT_IN_QUERY, PT_OPTIONAL,
         .doc = "Only those for this role"),
    BID_STATE,
    PT_LIST_FIELDS(bid_list_t),
    PT_FIELDS_END
};

static const pt_field_t bid_list_mine_fields[] = {
    BID_STATE,
    PT_LIST_FIELDS(bid_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *bid_id;
    apr_int64_t limit;
    const char *cursor;
} bid_events_t;

static const pt_field_t bid_events_fields[] = {
    PT_BID_ID(bid_events_t),
    PT_LIST_FIELDS(bid_events_t),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *no_such_role(pt_req_t *q)
{
    return pt_err_field(PT_OK, q->ctx.pool, "/role_id", PT_C_NOT_FOUND);
}

/* Lock job and role, and see whether there is a seat to bid for. */
static pt_err_t *role_lock(pt_req_t *q, const bid_create_t *in,
                           const char *tester_id)
{
    int is_owner, found;
    pt_row_t job, role;
    const char *state;

    PT_TRY(
        pt_db_one(q->ctx.db, &job, PT_Q(bid_job_lock, .job_id = in->job_id)));
    state = pt_row_str(&job, "state");
    is_owner = strcmp(pt_row_str(&job, "owner_id"), q->actor->id) == 0;
    if (strcmp(pt_row_str(&job, "owner_id"), tester_id) == 0)
        return pt_fail(q->ctx.pool, PT_P_OWN_JOB, NULL);
    if (in->tester_id ? !is_owner : strcmp(state, "draft") == 0)
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    if (!pt_row_bool(&job, "takes_bids"))
        return pt_bid_is_late(q, state);
    PT_TRY(pt_db_maybe(
        q->ctx.db, &role, &found,
        PT_Q(bid_role_lock, .job_id = in->job_id, .role_id = in->role_id)));
    if (!found)
        return no_such_role(q);
    if (pt_row_bool(&role, "is_full"))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_ROLE_FULL, NULL), state);
    return PT_OK;
}

/* One bid of a tester for a role at a time, and one seat. */
static pt_err_t *check_standing(pt_req_t *q, const bid_create_t *in,
                                const char *tester_id)
{
    pt_row_t standing;
    int found;

    PT_TRY(pt_db_maybe(
        q->ctx.db, &standing, &found,
        PT_Q(bid_standing, .role_id = in->role_id, .tester_id = tester_id)));
    if (!found)
        return pt_err_field(PT_OK, q->ctx.pool, "/tester_id", PT_C_NOT_FOUND);
    if (pt_row_bool(&standing, "holds_seat"))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_ALREADY_CLAIMED, NULL),
                            "accepted");
    if (pt_row_str(&standing, "open_state"))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_BID_EXISTS, NULL),
                            pt_row_str(&standing, "open_state"));
    return PT_OK;
}

/* A bid that nobody has seen yet, locked. */
static pt_err_t *begin_bid(pt_req_t *q, pt_bid_t *bid, const bid_create_t *in,
                           const char *tester_id, pt_bid_offer_t *offer)
{
    json_t *wanted;
    pt_row_t row;

    PT_TRY(role_lock(q, in, tester_id));
    PT_TRY(check_standing(q, in, tester_id));
    PT_TRY(pt_bid_role_items(q, &wanted, in->role_id));
    PT_TRY(pt_bid_items_for(q->ctx.pool, &offer->items, in->items, wanted));
    offer->days = in->days;
    offer->message = in->message;
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(bid_create, .job_id = in->job_id,
                          .role_id = in->role_id, .tester_id = tester_id)));
    return pt_bid_lock(&q->ctx, bid, pt_row_str(&row, "id"), NULL);
}

static pt_err_t *bid_create(pt_req_t *q)
{
    const bid_create_t *in = q->input;
    pt_bid_t bid;
    pt_bid_offer_t offer;
    pt_err_t *lack;

    PT_TRY(begin_bid(q, &bid, in, q->actor->id, &offer));
    lack = pt_bid_check_tester(q, &bid);
    if (lack && lack->problem != PT_P_NOT_PAYABLE)
        return lack;
    if (in->draft || lack) {
        PT_TRY(pt_bid_put_revision(q, &bid, 1, "tester", &offer));
        return pt_bid_reply(q, bid.id);
    }
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_SUBMIT, &offer, 0));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_new", "builder"));
    return pt_bid_reply(q, bid.id);
}

static pt_err_t *job_offer(pt_req_t *q)
{
    const bid_create_t *in = q->input;
    pt_bid_t bid;
    pt_bid_offer_t offer;

    PT_TRY(begin_bid(q, &bid, in, in->tester_id, &offer));
    PT_TRY(pt_match_check(&q->ctx, bid.tester_id, bid.requirements));
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_OFFER, &offer, 0));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_offer", "tester"));
    return pt_bid_reply(q, bid.id);
}

static pt_err_t *bid_get(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;

    return pt_bid_reply(q, in->bid_id);
}

static pt_err_t *bid_list_of_job(pt_req_t *q)
{
    const bid_list_t *in = q->input;
    const char *before, *limit = pt_i64(q->ctx.pool, in->limit);
    pt_row_t viewer, page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(
        q->ctx.db, &viewer,
        PT_Q(bid_job_viewer, .job_id = in->job_id, .viewer_id = q->actor->id)));
    if (pt_row_bool(&viewer, "is_owner"))
        PT_TRY(pt_db_one(q->ctx.db, &page,
                         PT_Q(bid_list_of_job, .job_id = in->job_id,
                              .viewer_id = q->actor->id, .role_id = in->role_id,
                              .state = in->state, .before_id = before,
                              .limit = limit, PT_BID_SITE(q))));
    else
        PT_TRY(pt_db_one(q->ctx.db, &page,
                         PT_Q(bid_list_own_of_job, .job_id = in->job_id,
                              .viewer_id = q->actor->id, .role_id = in->role_id,
                              .state = in->state, .before_id = before,
                              .limit = limit, PT_BID_SITE(q))));
    return pt_reply_row(q, &page);
}

static pt_err_t *bid_list_mine(pt_req_t *q)
{
    const bid_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(bid_list_mine, .viewer_id = q->actor->id,
                          .state = in->state, .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit),
                          PT_BID_SITE(q))));
    return pt_reply_row(q, &page);
}

static pt_err_t *bid_event_list(pt_req_t *q)
{
    const bid_events_t *in = q->input;
    const char *after;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &after, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(bid_event_list, .bid_id = in->bid_id,
                          .viewer_id = q->actor->id, .after_id = after,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_bids_routes[] = {
    {.method = M_POST, .path = "/jobs/{job_id}/bids", .id = "createBid", .tag = "Bids",
     .summary = "Bid for a seat of a role; it stays a draft while you cannot be paid",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(bid_create_t, bid_create_fields),
     .status = HTTP_CREATED, .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_OWN_JOB, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_ROLE_FULL,
                 PT_P_ALREADY_CLAIMED, PT_P_BID_EXISTS, PT_P_PLAN_TOO_LONG),
     .handler = bid_create},
    {.method = M_POST, .path = "/jobs/{job_id}/offers", .id = "offerJob", .tag = "Bids",
     .summary = "Offer a seat of your job to a tester; the thread begins with your figures",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(bid_create_t, bid_offer_fields),
     .status = HTTP_CREATED, .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_OWN_JOB, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_ROLE_FULL,
                 PT_P_ALREADY_CLAIMED, PT_P_BID_EXISTS, PT_P_PLAN_TOO_LONG),
     .handler = job_offer},
    {.method = M_GET, .path = "/jobs/{job_id}/bids", .id = "listBids", .tag = "Bids",
     .summary = "The bids on a job, newest first: all for its builder, your own for a tester",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(bid_list_t, bid_list_fields),
     .status = HTTP_OK, .output = &pt_bid_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = bid_list_of_job},
    {.method = M_GET, .path = "/me/bids", .id = "listMyBids", .tag = "Bids",
     .summary = "Your bids, newest first",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_READ,
     PT_INPUT(bid_list_t, bid_list_mine_fields),
     .status = HTTP_OK, .output = &pt_bid_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = bid_list_mine},
    {.method = M_GET, .path = "/bids/{bid_id}", .id = "getBid", .tag = "Bids",
     .summary = "A bid of yours or on your job, with all its offers",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields),
     .status = HTTP_OK, .output = &pt_bid_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = bid_get},
    {.method = M_GET, .path = "/bids/{bid_id}/events", .id = "listBidEvents", .tag = "Bids",
     .summary = "What happened to a bid, oldest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(bid_events_t, bid_events_fields),
     .status = HTTP_OK, .output = &pt_event_page_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_INVALID_CURSOR),
     .handler = bid_event_list},
    PT_ROUTES_END
};
/* clang-format on */
