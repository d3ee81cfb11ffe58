/* SPDX-License-Identifier: Apache-2.0 */
/* bid_turns.c - testers and builders answer each other until they agree, or do
 * not. docs/BIDS.md has the table of moves. */

#include "features/bid_fields.h"
#include "features/bid_offers.h"
#include "features/match_ops.h"
#include "http/pt_await.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
typedef struct {
    const char *bid_id;
    json_t *items;
    apr_int64_t days;
    const char *message;
} bid_change_t;

static const pt_field_t bid_change_fields[] = {
    PT_BID_ID(bid_change_t),
    PT_F(bid_change_t, items,   PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 30, .item = PT_T_OBJECT, .of = &pt_bid_item_input,
         .doc = "New figures; in a counter those left out stay"),
    PT_F(bid_change_t, days,    PT_T_INT,   PT_IN_BODY, PT_OPTIONAL,
         .min = 1, .max = 60, .doc = "Days to deliver; absent: as before"),
    PT_F(bid_change_t, message, PT_T_TEXT,  PT_IN_BODY, PT_OPTIONAL,
         .max = 4000, .doc = "What else there is to say"),
    PT_FIELDS_END
};

typedef struct {
    const char *bid_id;
    apr_int64_t revision;
} bid_accept_t;

static const pt_field_t bid_accept_fields[] = {
    PT_BID_ID(bid_accept_t),
    PT_F(bid_accept_t, revision, PT_T_INT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .doc = "The offer that is meant: the latest"),
    PT_FIELDS_END
};

typedef struct {
    const char *bid_id;
    const char *reason;
    const char *note;
} bid_reject_t;

static const pt_field_t bid_reject_fields[] = {
    PT_BID_ID(bid_reject_t),
    PT_F(bid_reject_t, reason, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 1000, .values = pt_bid_reject_reasons,
         .doc = "Why, for the tester; words of your own count as other"),
    PT_F(bid_reject_t, note,   PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 1000, .doc = "More about it, for the tester"),
    PT_FIELDS_END
};

/* clang-format on */

static const char *other_side(const char *side)
{
    return strcmp(side, "builder") == 0 ? "tester" : "builder";
}

/* Lock a bid for something that leads on, and see that it may. */
static pt_err_t *bid_lock_for(pt_req_t *q, pt_bid_t *bid, const char *bid_id,
                              pt_bid_event_e event)
{
    PT_TRY(pt_bid_lock(&q->ctx, bid, bid_id, q->actor->id));
    PT_TRY(pt_bid_may(q->ctx.pool, bid->state, event, pt_bid_side(q, bid)));
    if (!bid->takes_bids)
        return pt_bid_is_late(q, bid->state);
    return PT_OK;
}

/* Does what the tester offered still fit the role, which may have changed? */
static pt_err_t *check_fits(pt_req_t *q, const pt_bid_t *bid,
                            const json_t *items)
{
    json_t *wanted, *all;

    PT_TRY(pt_bid_role_items(q, &wanted, bid->role_id));
    if (pt_bid_items_for(q->ctx.pool, &all, items, wanted))
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_TERMS_CHANGED, NULL),
                            bid->state);
    return PT_OK;
}

static pt_err_t *bid_submit(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;
    pt_bid_figures_t figures;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_SUBMIT));
    PT_TRY(pt_bid_check_tester(q, &bid));
    PT_TRY(pt_bid_figures(q, &figures, &bid));
    PT_TRY(check_fits(q, &bid, figures.latest->items));
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_SUBMIT, figures.latest, 0));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_new", "builder"));
    return pt_bid_reply(q, bid.id);
}

/* A tester's other offer before the builder has answered, or after the job has
 * changed: then it begins anew, and nobody's earlier figures bind. */
static pt_err_t *bid_revise(pt_req_t *q)
{
    const bid_change_t *in = q->input;
    pt_bid_offer_t offer = {.message = in->message};
    int is_stale, was_shown;
    json_t *wanted;
    pt_bid_figures_t figures;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_REVISE));
    PT_TRY(pt_bid_may_revise(q->ctx.pool, bid.state, bid.revision));
    is_stale = strcmp(bid.state, "stale") == 0;
    was_shown = strcmp(bid.state, "draft") != 0;
    if (is_stale)
        PT_TRY(pt_match_check(&q->ctx, bid.tester_id, bid.requirements));
    PT_TRY(pt_bid_figures(q, &figures, &bid));
    PT_TRY(pt_bid_role_items(q, &wanted, bid.role_id));
    if (!in->items)
        PT_TRY(check_fits(q, &bid, figures.latest->items));
    PT_TRY(pt_bid_items_for(q->ctx.pool, &offer.items,
                            in->items ? in->items : figures.latest->items,
                            wanted));
    if (!is_stale && figures.builder.items)
        PT_TRY(pt_bid_converges(q->ctx.pool, in->items, "tester",
                                figures.tester.items, figures.builder.items));
    offer.days = in->days ? in->days : figures.latest->days;
    if (!was_shown && !in->message)
        offer.message = figures.latest->message;
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_REVISE, &offer, is_stale));
    if (was_shown)
        PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_new", "builder"));
    return pt_bid_reply(q, bid.id);
}

static pt_err_t *bid_counter(pt_req_t *q)
{
    const bid_change_t *in = q->input;
    pt_bid_offer_t offer = {.message = in->message};
    pt_bid_figures_t figures;
    const pt_bid_offer_t *own, *other;
    const char *side;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_COUNTER));
    PT_TRY(pt_bid_may_counter(q->ctx.pool, bid.state, bid.counters,
                              q->ctx.site->cfg->counters_max));
    side = pt_bid_side(q, &bid);
    PT_TRY(pt_bid_figures(q, &figures, &bid));
    own = strcmp(side, "builder") == 0 ? &figures.builder : &figures.tester;
    other = own == &figures.builder ? &figures.tester : &figures.builder;
    PT_TRY(pt_bid_items_after(q->ctx.pool, &offer.items, in->items,
                              figures.latest->items));
    PT_TRY(pt_bid_converges(q->ctx.pool, in->items, side, own->items,
                            other->items));
    offer.days = in->days ? in->days : figures.latest->days;
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_COUNTER, &offer, 0));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_countered", other_side(side)));
    return pt_bid_reply(q, bid.id);
}

/* The tester's own last figures stand again: a revision says so. */
static pt_err_t *bid_decline_counter(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;
    pt_bid_figures_t figures;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_DECLINE));
    PT_TRY(pt_bid_figures(q, &figures, &bid));
    if (!figures.tester.items)
        return pt_err_state(
            pt_fail(q->ctx.pool, PT_P_WRONG_STATE,
                    "You have made no offer of your own yet: make one, or "
                    "withdraw"),
            bid.state);
    PT_TRY(pt_bid_make_offer(q, &bid, PT_BID_DECLINE,
                             &(pt_bid_offer_t){.items = figures.tester.items,
                                               .days = figures.tester.days},
                             0));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_countered", "builder"));
    return pt_bid_reply(q, bid.id);
}

/* It stands as it was, though the job has changed. */
static pt_err_t *bid_confirm(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;
    pt_bid_figures_t figures;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_CONFIRM));
    PT_TRY(pt_bid_figures(q, &figures, &bid));
    PT_TRY(check_fits(q, &bid, figures.latest->items));
    PT_TRY(pt_match_check(&q->ctx, bid.tester_id, bid.requirements));
    PT_TRY(pt_bid_move(&q->ctx, &bid,
                       &(pt_bid_step_t){.event = PT_BID_CONFIRM,
                                        .actor = "tester",
                                        .actor_id = q->actor->id}));
    return pt_bid_reply(q, bid.id);
}

static pt_err_t *bid_withdraw(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;
    int was_shown;
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(&q->ctx, &bid, in->bid_id, q->actor->id));
    PT_TRY(pt_bid_may(q->ctx.pool, bid.state, PT_BID_WITHDRAW,
                      pt_bid_side(q, &bid)));
    was_shown = strcmp(bid.state, "draft") != 0;
    PT_TRY(pt_bid_move(&q->ctx, &bid,
                       &(pt_bid_step_t){.event = PT_BID_WITHDRAW,
                                        .actor = "tester",
                                        .actor_id = q->actor->id}));
    if (was_shown)
        PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_withdrawn", "builder"));
    return pt_bid_reply(q, bid.id);
}

/* One of the known reasons, or "other" with the builder's own words. */
static void name_reason(apr_pool_t *p, const bid_reject_t *in,
                        pt_bid_step_t *step)
{
    const char *const *known = pt_bid_reject_reasons;

    while (*known && strcmp(*known, in->reason) != 0)
        known++;
    step->reason = *known ? in->reason : "other";
    step->note = in->note;
    if (!*known)
        step->note = in->note ? apr_pstrcat(p, in->reason, "\n", in->note, NULL)
                              : in->reason;
}

static pt_err_t *bid_reject(pt_req_t *q)
{
    const bid_reject_t *in = q->input;
    pt_bid_step_t step = {
        .event = PT_BID_REJECT, .actor = "builder", .actor_id = q->actor->id};
    pt_bid_t bid;

    PT_TRY(pt_bid_lock(&q->ctx, &bid, in->bid_id, q->actor->id));
    PT_TRY(pt_bid_may(q->ctx.pool, bid.state, PT_BID_REJECT,
                      pt_bid_side(q, &bid)));
    name_reason(q->ctx.pool, in, &step);
    PT_TRY(pt_bid_move(&q->ctx, &bid, &step));
    PT_TRY(pt_bid_mail(&q->ctx, &bid, "bid_rejected", "tester"));
    return pt_bid_reply(q, bid.id);
}

/* The tester says yes to the builder's figures: the builder has a turn to pay.
 */
static pt_err_t *agree(pt_req_t *q, pt_bid_t *bid)
{
    PT_TRY(pt_bid_check_tester(q, bid));
    PT_TRY(pt_bid_move(&q->ctx, bid,
                       &(pt_bid_step_t){.event = PT_BID_ACCEPT,
                                        .actor = "tester",
                                        .actor_id = q->actor->id}));
    return pt_bid_mail(&q->ctx, bid, "bid_agreed", "builder");
}

static pt_err_t *bid_accept(pt_req_t *q)
{
    const bid_accept_t *in = q->input;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_ACCEPT));
    if (in->revision != bid.revision)
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_REVISION_MISMATCH, NULL),
                            bid.state);
    if (strcmp(pt_bid_side(q, &bid), "tester") == 0)
        return agree(q, &bid);
    return pt_bid_open_payment(&q->ctx, &bid, PT_BID_ACCEPT, &q->resource_id);
}

static pt_err_t *bid_pay(pt_req_t *q)
{
    const pt_bid_id_t *in = q->input;
    pt_bid_t bid;

    PT_TRY(bid_lock_for(q, &bid, in->bid_id, PT_BID_PAY));
    return pt_bid_open_payment(&q->ctx, &bid, PT_BID_PAY, &q->resource_id);
}

static pt_err_t *funding_reply(pt_req_t *q, const char *bid_id)
{
    json_t *result;
    pt_row_t row;

    if (q->resource_id)
        PT_TRY(pt_await_job(q, &result, q->resource_id));
    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(bid_with_payment, .bid_id = bid_id,
                          .viewer_id = q->actor->id, PT_BID_SITE(q))));
    return pt_reply_row(q, &row);
}

/* resource_id: the background job that makes the payment page, if any. */
static pt_err_t *bid_accept_finish(pt_req_t *q)
{
    return funding_reply(q, ((const bid_accept_t *)q->input)->bid_id);
}

static pt_err_t *bid_pay_finish(pt_req_t *q)
{
    return funding_reply(q, ((const pt_bid_id_t *)q->input)->bid_id);
}

/* clang-format off */
#define MOVE(id_, path_, summary_, auth_)                                      \
    .method = M_POST, .path = "/bids/{bid_id}/" path_, .id = id_,              \
    .tag = "Bids", .summary = summary_, .auth = auth_, .rate = PT_RATE_WRITE,  \
    .status = HTTP_OK

const pt_route_t pt_bid_turns_routes[] = {
    {MOVE("submitBid", "submit", "Show a draft to the builder", PT_AUTH_TESTER),
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_NOT_PAYABLE,
                 PT_P_TERMS_CHANGED, PT_P_PLAN_TOO_LONG),
     .handler = bid_submit},
    {MOVE("reviseBid", "revise", "Another offer before the builder has answered, or after the job has changed",
          PT_AUTH_TESTER),
     PT_INPUT(bid_change_t, bid_change_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN, PT_P_COUNTER_LIMIT,
                 PT_P_TERMS_CHANGED, PT_P_PLAN_TOO_LONG),
     .handler = bid_revise},
    {MOVE("counterBid", "counter", "Answer an offer with other figures", PT_AUTH_USER),
     PT_INPUT(bid_change_t, bid_change_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN, PT_P_COUNTER_LIMIT, PT_P_PLAN_TOO_LONG),
     .handler = bid_counter},
    {MOVE("acceptBid", "accept", "Accept the offer on the table: a builder pays then, a tester waits for that",
          PT_AUTH_USER),
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(bid_accept_t, bid_accept_fields), .output = &pt_bid_funding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN,
                 PT_P_REVISION_MISMATCH, PT_P_NOT_PAYABLE, PT_P_ROLE_FULL,
                 PT_P_ACCOUNT_FROZEN, PT_P_MARKET_CLOSED),
     .handler = bid_accept, .finish = bid_accept_finish},
    {MOVE("payBid", "pay", "Get the page to pay for what was agreed", PT_AUTH_BUILDER),
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields), .output = &pt_bid_funding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN, PT_P_ROLE_FULL,
                 PT_P_ACCOUNT_FROZEN, PT_P_MARKET_CLOSED),
     .handler = bid_pay, .finish = bid_pay_finish},
    {MOVE("declineCounter", "decline-counter", "Your own last figures stand again", PT_AUTH_TESTER),
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN),
     .handler = bid_decline_counter},
    {MOVE("confirmBid", "confirm", "It stands as it was, though the job has changed", PT_AUTH_TESTER),
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_NOT_ELIGIBLE, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN, PT_P_TERMS_CHANGED),
     .handler = bid_confirm},
    {MOVE("withdrawBid", "withdraw", "End your bid", PT_AUTH_TESTER),
     PT_INPUT(pt_bid_id_t, pt_bid_id_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN),
     .handler = bid_withdraw},
    {MOVE("rejectBid", "reject", "End a bid on your job, with a reason", PT_AUTH_BUILDER),
     PT_INPUT(bid_reject_t, bid_reject_fields), .output = &pt_bid_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_NOT_YOUR_TURN),
     .handler = bid_reject},
    PT_ROUTES_END
};
/* clang-format on */
