/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_rulings.c - how a dispute is decided, and how its money moves. */

#include "domain/money.h"
#include "features/dispute_mail_ops.h"
#include "features/dispute_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#include <string.h>

/* How it came to this; NULL: as the decision did that stands. */
static const char *outcome_of(const pt_dispute_t *d, const pt_ruling_t *ruling)
{
    switch (ruling->event) {
    case PT_DISPUTE_AGREE:
        return "agreed";
    case PT_DISPUTE_SILENCE:
        return "silence";
    case PT_DISPUTE_DECIDE:
        return strcmp(d->state, "appealed") == 0 ? "appeal" : "decided";
    case PT_DISPUTE_HARD_STOP:
        return "hard_stop";
    default:
        return NULL;
    }
}

/* What the split gives each side, as it is posted. */
typedef struct {
    apr_int64_t award_minor;  /* the tester's, before the fee ... */
    apr_int64_t tester_minor; /* ... and after it */
    apr_int64_t builder_minor;
} award_t;

/* The sums are those of api.dispute_splits(), which both sides saw before. */
static pt_err_t *award_of(pt_ctx_t *c, award_t *award, const pt_dispute_t *d)
{
    pt_row_t row;

    PT_TRY(pt_money_percent(c->pool, &award->award_minor, d->stake_minor,
                            d->percent));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(dispute_split, .dispute_id = d->id,
                          .tester_percent = pt_i64(c->pool, d->percent))));
    award->tester_minor = pt_row_int(&row, "tester_minor");
    award->builder_minor = pt_row_int(&row, "builder_minor");
    return PT_OK;
}

/* The submission is decided and its money moves, once. */
static pt_err_t *settle(pt_ctx_t *c, pt_dispute_t *d, const pt_ruling_t *ruling,
                        const award_t *award)
{
    const pt_work_step_t step = {.event = PT_WORK_DECIDE,
                                 .by = ruling->by,
                                 .admin_id = ruling->admin_id,
                                 .amount_minor = award->tester_minor,
                                 .note = pt_i64(c->pool, d->percent)};

    PT_TRY(pt_clock_clear(c, "dispute", d->id, NULL));
    PT_TRY(pt_work_move(c, &d->work, &step));
    PT_TRY(pt_money_settle(c, d->work.item.id,
                           d->paid_before_minor + award->award_minor,
                           "disputed"));
    PT_TRY(pt_work_follow(c, &d->work, &step));
    PT_TRY(pt_dispute_mail(c, d, "dispute_closed_tester", PT_BY_TESTER,
                           award->tester_minor));
    return pt_dispute_mail(c, d, "dispute_closed_builder", PT_BY_BUILDER,
                           award->builder_minor);
}

/* Nothing more can happen to it. */
static pt_err_t *end(pt_ctx_t *c, pt_dispute_t *d, const char *to,
                     const pt_ruling_t *ruling)
{
    award_t award;
    pt_row_t row;

    d->percent = ruling->percent;
    d->reason = ruling->reason ? ruling->reason : d->reason;
    PT_TRY(award_of(c, &award, d));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(dispute_close, .dispute_id = d->id, .from_state = d->state,
             .to_state = to, .outcome = outcome_of(d, ruling),
             .tester_percent = pt_i64(c->pool, ruling->percent),
             .reason = ruling->reason, .summary = ruling->summary,
             .admin_id = ruling->admin_id,
             .awarded_minor = pt_i64(c->pool, award.award_minor))));
    d->state = to;
    return settle(c, d, ruling, &award);
}

static const char *mail_of(pt_dispute_event_e event)
{
    if (event == PT_DISPUTE_SILENCE)
        return "dispute_unanswered";
    return event == PT_DISPUTE_DECIDE ? "dispute_decided" : "dispute_stopped";
}

/* It can be appealed; nothing moves before that time is over. */
static pt_err_t *decide(pt_ctx_t *c, pt_dispute_t *d, const char *to,
                        const pt_ruling_t *ruling)
{
    apr_int64_t seconds = c->site->cfg->appeal_ttl;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(dispute_decide, .dispute_id = d->id,
                          .from_state = d->state, .to_state = to,
                          .outcome = outcome_of(d, ruling),
                          .tester_percent = pt_i64(c->pool, ruling->percent),
                          .reason = ruling->reason, .summary = ruling->summary,
                          .admin_id = ruling->admin_id,
                          .appeal_seconds = pt_i64(c->pool, seconds))));
    d->state = to;
    d->percent = ruling->percent;
    d->reason = ruling->reason;
    d->appeal_due_at = pt_row_str(&row, "appeal_due_at");
    PT_TRY(pt_clock_clear(c, "dispute", d->id, NULL));
    PT_TRY(pt_clock_set(c, "dispute", d->id, "appeal_expires", seconds));
    return pt_dispute_mail_both(c, d, mail_of(ruling->event));
}

pt_err_t *pt_dispute_rule(pt_ctx_t *c, pt_dispute_t *d,
                          const pt_ruling_t *ruling)
{
    const char *to;

    PT_TRY(pt_dispute_next(c->pool, &to, d->state, d->opened_by, ruling->event,
                           ruling->by));
    PT_TRY(pt_dispute_note(c, d, ruling->event, ruling->by, ruling->admin_id,
                           pt_i64(c->pool, ruling->percent)));
    return strcmp(to, "closed") == 0 ? end(c, d, to, ruling)
                                     : decide(c, d, to, ruling);
}

pt_err_t *pt_dispute_close(pt_ctx_t *c, pt_dispute_t *d, pt_by_e by)
{
    return pt_dispute_rule(c, d,
                           &(pt_ruling_t){.event = PT_DISPUTE_CLOSE,
                                          .by = by,
                                          .percent = d->percent});
}
