/* SPDX-License-Identifier: Apache-2.0 */
/* bid_offers.c - offers, and what they are held against. */

#include "features/bid_offers.h"

#include "domain/job_rules.h"
#include "features/match_ops.h"

#include <string.h>

#define SECONDS_PER_DAY 86400

const char *pt_bid_counters_max(pt_req_t *q)
{
    return pt_i64(q->ctx.pool, q->ctx.site->cfg->counters_max);
}

pt_err_t *pt_bid_reply(pt_req_t *q, const char *bid_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(bid_get, .bid_id = bid_id, .viewer_id = q->actor->id,
                          PT_BID_SITE(q))));
    return pt_reply_row(q, &row);
}

const char *pt_bid_side(pt_req_t *q, const pt_bid_t *bid)
{
    return strcmp(bid->owner_id, q->actor->id) == 0 ? "builder" : "tester";
}

pt_err_t *pt_bid_is_late(pt_req_t *q, const char *state)
{
    return pt_err_state(
        pt_fail(q->ctx.pool, PT_P_WRONG_STATE, "This job takes no bids now"),
        state);
}

/* The time from the payment to the end of a dispute has a limit. */
static pt_err_t *check_days(pt_req_t *q, apr_int64_t days, const pt_bid_t *bid)
{
    return pt_job_plan_check(q->ctx.pool,
                             &(pt_job_plan_t){.claim = days * SECONDS_PER_DAY,
                                              .review = bid->review_seconds,
                                              .dispute = bid->dispute_seconds},
                             q->ctx.site->cfg->hold_max_days);
}

pt_err_t *pt_bid_check_tester(pt_req_t *q, const pt_bid_t *bid)
{
    pt_row_t standing;
    int found;

    PT_TRY(pt_match_check(&q->ctx, bid->tester_id, bid->requirements));
    PT_TRY(pt_db_maybe(q->ctx.db, &standing, &found,
                       PT_Q(bid_standing, .role_id = bid->role_id,
                            .tester_id = bid->tester_id)));
    if (!found || strcmp(pt_row_str(&standing, "payout_state"), "active") != 0)
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_NOT_PAYABLE, NULL),
                            bid->state);
    return PT_OK;
}

/* A list out of our own tables. */
static json_t *read_items(pt_req_t *q, const char *text)
{
    json_t *items = pt_json_own(q->ctx.pool, json_loads(text, 0, NULL));

    ap_assert(json_is_array(items));
    return items;
}

pt_err_t *pt_bid_role_items(pt_req_t *q, json_t **items, const char *role_id)
{
    pt_row_t row;

    PT_TRY(
        pt_db_one(q->ctx.db, &row, PT_Q(bid_role_items, .role_id = role_id)));
    *items = read_items(q, pt_row_str(&row, "items"));
    return PT_OK;
}

/* figures->latest points into it, so it is filled in place. */
pt_err_t *pt_bid_figures(pt_req_t *q, pt_bid_figures_t *figures,
                         const pt_bid_t *bid)
{
    pt_rows_t rows;

    memset(figures, 0, sizeof(*figures));
    PT_TRY(pt_db_many(q->ctx.db, &rows, PT_Q(bid_figures, .bid_id = bid->id)));
    for (int i = 0; i < rows.count; i++) {
        const pt_row_t row = pt_rows_at(&rows, i);
        pt_bid_offer_t *last = strcmp(pt_row_str(&row, "by"), "tester") == 0
                                   ? &figures->tester
                                   : &figures->builder;

        *last =
            (pt_bid_offer_t){.items = read_items(q, pt_row_str(&row, "items")),
                             .days = pt_row_int(&row, "days"),
                             .message = pt_row_str(&row, "message")};
        if (i == 0)
            figures->latest = last;
    }
    return PT_OK;
}

pt_err_t *pt_bid_put_revision(pt_req_t *q, const pt_bid_t *bid,
                              apr_int64_t number, const char *by,
                              const pt_bid_offer_t *offer)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t total_minor;

    PT_TRY(pt_bid_total(p, &total_minor, offer->items, cfg->reward_min,
                        cfg->reward_max));
    PT_TRY(check_days(q, offer->days, bid));
    return pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(bid_revision_put, .bid_id = bid->id, .number = pt_i64(p, number),
             .by = by, .items = pt_json_text(p, offer->items),
             .total_minor = pt_i64(p, total_minor),
             .days = pt_i64(p, offer->days), .message = offer->message));
}

pt_err_t *pt_bid_make_offer(pt_req_t *q, pt_bid_t *bid, pt_bid_event_e event,
                            const pt_bid_offer_t *offer, int is_new_round)
{
    const char *side = pt_bid_side(q, bid);
    apr_int64_t number =
        strcmp(bid->state, "draft") == 0 ? bid->revision : bid->revision + 1;

    PT_TRY(pt_bid_put_revision(q, bid, number, side, offer));
    return pt_bid_move(&q->ctx, bid,
                       &(pt_bid_step_t){.event = event,
                                        .actor = side,
                                        .actor_id = q->actor->id,
                                        .revision = number,
                                        .is_new_round = is_new_round});
}
