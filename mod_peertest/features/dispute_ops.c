/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_ops.c - what happens to a dispute, from its opening until its money
 * moves. */

#include "features/dispute_ops.h"
#include "features/dispute_mail_ops.h"
#include "features/queue_ops.h"

#include <string.h>

#define DAY_SECONDS 86400

static pt_err_t *set_clock(pt_ctx_t *c, const pt_dispute_t *d,
                           const char *transition, apr_int64_t seconds)
{
    return pt_clock_set(c, "dispute", d->id, transition, seconds);
}

static pt_err_t *clear_clock(pt_ctx_t *c, const pt_dispute_t *d,
                             const char *transition)
{
    return pt_clock_clear(c, "dispute", d->id, transition);
}

pt_err_t *pt_dispute_note(pt_ctx_t *c, const pt_dispute_t *d,
                          pt_dispute_event_e event, pt_by_e by,
                          const char *admin_id, const char *text)
{
    return pt_event_add(
        c, &(pt_event_t){.job_id = d->work.job_id,
                         .assignment_id = d->work.assignment_id,
                         .submission_id = d->work.item.id,
                         .actor_id = by == PT_BY_TESTER    ? d->tester_id
                                     : by == PT_BY_BUILDER ? d->builder_id
                                                           : admin_id,
                         .actor_kind = pt_by_name(by),
                         .kind = pt_dispute_event_name(event),
                         .from_state = d->work.item.is.state,
                         .to_state = d->work.item.is.state,
                         .note = text});
}

static pt_by_e other_side(pt_by_e side)
{
    return side == PT_BY_TESTER ? PT_BY_BUILDER : PT_BY_TESTER;
}

static pt_by_e side_of(const char *side)
{
    return strcmp(side, "tester") == 0 ? PT_BY_TESTER : PT_BY_BUILDER;
}

pt_err_t *pt_dispute_may(pt_ctx_t *c, const pt_dispute_t *d,
                         pt_dispute_event_e event, pt_by_e by)
{
    const char *to;

    return pt_dispute_next(c->pool, &to, d->state, d->opened_by, event, by);
}

static pt_err_t *too_late(pt_ctx_t *c, const pt_dispute_t *d)
{
    return pt_err_state(pt_fail(c->pool, PT_P_DISPUTE_TOO_LATE, NULL),
                        d->state);
}

/* --- Opening --- */

static pt_err_t *check_wish(pt_ctx_t *c, const pt_dispute_new_t *wish,
                            const pt_submission_t *is, pt_by_e side)
{
    pt_row_t row;

    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(dispute_opener_lock, .account_id = wish->account_id)));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(dispute_wish, .submission_id = wish->submission_id,
                          .account_id = wish->account_id)));
    return pt_dispute_may_open(
        c->pool, &(pt_dispute_wish_t){.is = *is,
                                      .by = side,
                                      .kind = wish->kind,
                                      .is_late = pt_row_bool(&row, "is_late"),
                                      .opened = pt_row_int(&row, "opened"),
                                      .may_open = pt_dispute_cap(
                                          c->site->cfg->disputes_per_month,
                                          pt_row_int(&row, "closed"),
                                          pt_row_int(&row, "won"))});
}

static pt_err_t *start_clocks(pt_ctx_t *c, const pt_dispute_t *d,
                              const pt_row_t *made)
{
    apr_int64_t answer = pt_row_int(made, "answer_seconds");

    PT_TRY(set_clock(c, d, "answer_expires", answer));
    PT_TRY(set_clock(c, d, "hard_stop", pt_row_int(made, "hard_stop_seconds")));
    if (answer <= DAY_SECONDS)
        return PT_OK;
    return set_clock(c, d, "answer_reminder", answer - DAY_SECONDS);
}

/* The case file is made before the submission is locked by its new state, so
 * that it shows what is disputed. */
static pt_err_t *create(pt_ctx_t *c, pt_row_t *made,
                        const pt_dispute_new_t *wish, pt_by_e side)
{
    const pt_config_t *cfg = c->site->cfg;

    return pt_db_one(
        c->db, made,
        PT_Q(dispute_create, .submission_id = wish->submission_id,
             .opened_by = pt_by_name(side), .kind = wish->kind,
             .statement = wish->statement,
             .settlement_seconds = pt_i64(c->pool, cfg->settlement_ttl),
             .answer_seconds = pt_i64(c->pool, cfg->answer_ttl),
             .hard_stop_seconds = pt_i64(c->pool, cfg->dispute_hard_stop)));
}

pt_err_t *pt_dispute_open(pt_ctx_t *c, const char **dispute_id,
                          const pt_dispute_new_t *wish)
{
    pt_work_step_t step = {.event = PT_WORK_DISPUTE, .note = wish->kind};
    pt_work_key_t key = {.submission_id = wish->submission_id};
    pt_dispute_t d;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(dispute_side, .submission_id = wish->submission_id,
                          .viewer_id = wish->account_id)));
    step.by = side_of(pt_row_str(&row, "side"));
    PT_TRY(pt_work_lock(c, &d.work, &key));
    PT_TRY(check_wish(c, wish, &d.work.item.is, step.by));
    PT_TRY(create(c, &row, wish, step.by));
    *dispute_id = pt_row_str(&row, "dispute_id");
    PT_TRY(pt_work_move(c, &d.work, &step));
    PT_TRY(
        pt_db_exec(c->db, NULL,
                   PT_Q(dispute_review, .submission_id = wish->submission_id)));
    PT_TRY(pt_work_follow(c, &d.work, &step));
    PT_TRY(pt_dispute_lock(c, &d, *dispute_id, wish->account_id));
    PT_TRY(start_clocks(c, &d, &row));
    return pt_dispute_mail(c, &d, "dispute_opened", other_side(step.by),
                           d.stake_minor);
}

pt_err_t *pt_dispute_lock(pt_ctx_t *c, pt_dispute_t *d, const char *dispute_id,
                          const char *viewer_id)
{
    const char *side;
    pt_row_t found, row;

    PT_TRY(pt_db_one(
        c->db, &found,
        PT_Q(dispute_find, .dispute_id = dispute_id, .viewer_id = viewer_id)));
    memset(d, 0, sizeof(*d));
    PT_TRY(pt_work_lock(c, &d->work,
                        &(pt_work_key_t){.submission_id = pt_row_str(
                                             &found, "submission_id")}));
    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(dispute_lock, .dispute_id = dispute_id)));
    side = pt_row_str(&found, "side");
    d->side = side ? side_of(side) : PT_BY_ADMIN;
    d->id = pt_row_str(&row, "id");
    d->state = pt_row_str(&row, "state");
    d->opened_by = pt_row_str(&row, "opened_by");
    d->tester_id = pt_row_str(&row, "tester_id");
    d->builder_id = pt_row_str(&row, "builder_id");
    d->decided_by = pt_row_str(&row, "decided_by");
    d->reason = pt_row_str(&row, "reason");
    d->stake_minor = pt_row_int(&row, "stake_minor");
    d->paid_before_minor = pt_row_int(&row, "paid_before_minor");
    d->percent = pt_row_int(&row, "final_percent");
    d->hard_stop_seconds = pt_row_int(&row, "hard_stop_seconds");
    d->tester_accepted = pt_row_bool(&row, "tester_accepted");
    d->builder_accepted = pt_row_bool(&row, "builder_accepted");
    d->answer_is_late = pt_row_bool(&row, "answer_is_late");
    d->appeal_is_late = pt_row_bool(&row, "appeal_is_late");
    d->settlement_due_at = pt_row_str(&row, "settlement_due_at");
    d->answer_due_at = pt_row_str(&row, "answer_due_at");
    d->decision_due_at = pt_row_str(&row, "decision_due_at");
    d->appeal_due_at = pt_row_str(&row, "appeal_due_at");
    return PT_OK;
}

/* --- The two sides --- */

/* An administrator is awaited: a first reminder when the time is over. */
static pt_err_t *await_decision(pt_ctx_t *c, const pt_dispute_t *d,
                                apr_int64_t hard_stop_seconds)
{
    PT_TRY(set_clock(c, d, "decision_due", c->site->cfg->decision_ttl));
    PT_TRY(set_clock(c, d, "hard_stop", hard_stop_seconds));
    return pt_dispute_mail_judges(c, d, 0);
}

pt_err_t *pt_dispute_answer(pt_ctx_t *c, pt_dispute_t *d, const char *answer)
{
    const char *to;
    pt_row_t row;

    PT_TRY(pt_dispute_next(c->pool, &to, d->state, d->opened_by,
                           PT_DISPUTE_ANSWER, d->side));
    if (d->answer_is_late)
        return too_late(c, d);
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(dispute_answer, .dispute_id = d->id, .from_state = d->state,
             .to_state = to, .answer = answer,
             .decision_seconds = pt_i64(c->pool, c->site->cfg->decision_ttl))));
    d->state = to;
    d->decision_due_at = pt_row_str(&row, "decision_due_at");
    PT_TRY(clear_clock(c, d, "answer_expires"));
    PT_TRY(clear_clock(c, d, "answer_reminder"));
    PT_TRY(pt_dispute_note(c, d, PT_DISPUTE_ANSWER, d->side, NULL, NULL));
    PT_TRY(pt_dispute_mail(c, d, "dispute_answered", other_side(d->side), 0));
    return await_decision(c, d, d->hard_stop_seconds);
}

/* A figure that is on the table already says nothing new. */
static pt_err_t *put_proposal(pt_ctx_t *c, pt_dispute_t *d,
                              const pt_row_t *standing, apr_int64_t percent)
{
    const char *own = pt_row_str(standing, "own");
    const char *figure = pt_i64(c->pool, percent);

    if (own && strcmp(own, figure) == 0)
        return PT_OK;
    if (pt_row_int(standing, "made") >= PT_DISPUTE_PROPOSALS_MAX)
        return pt_err_state(pt_fail(c->pool, PT_P_PROPOSAL_LIMIT, NULL),
                            d->state);
    d->percent = percent;
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(dispute_propose, .dispute_id = d->id,
                           .side = pt_by_name(d->side),
                           .tester_percent = figure)));
    PT_TRY(pt_dispute_note(c, d, PT_DISPUTE_PROPOSE, d->side, NULL, figure));
    return pt_dispute_mail(c, d, "dispute_proposed", other_side(d->side), 0);
}

pt_err_t *pt_dispute_propose(pt_ctx_t *c, pt_dispute_t *d, apr_int64_t percent)
{
    const char *other;
    pt_row_t standing;

    PT_TRY(pt_dispute_may(c, d, PT_DISPUTE_PROPOSE, d->side));
    PT_TRY(pt_db_one(c->db, &standing,
                     PT_Q(dispute_standing, .dispute_id = d->id,
                          .side = pt_by_name(d->side))));
    other = pt_row_str(&standing, "other");
    if (!other || strcmp(other, pt_i64(c->pool, percent)) != 0)
        return put_proposal(c, d, &standing, percent);
    return pt_dispute_rule(c, d,
                           &(pt_ruling_t){.event = PT_DISPUTE_AGREE,
                                          .by = d->side,
                                          .percent = percent});
}

pt_err_t *pt_dispute_accept(pt_ctx_t *c, pt_dispute_t *d)
{
    int own =
        d->side == PT_BY_TESTER ? d->tester_accepted : d->builder_accepted;
    int other =
        d->side == PT_BY_TESTER ? d->builder_accepted : d->tester_accepted;
    pt_row_t row;

    PT_TRY(pt_dispute_may(c, d, PT_DISPUTE_ACCEPT, d->side));
    if (own)
        return PT_OK;
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(dispute_accept, .dispute_id = d->id,
                       .from_state = d->state, .side = pt_by_name(d->side))));
    PT_TRY(pt_dispute_note(c, d, PT_DISPUTE_ACCEPT, d->side, NULL, NULL));
    return other ? pt_dispute_close(c, d, d->side) : PT_OK;
}

/* Who has accepted a decision has given up the appeal. */
static pt_err_t *check_appeal(pt_ctx_t *c, const pt_dispute_t *d)
{
    int accepted =
        d->side == PT_BY_TESTER ? d->tester_accepted : d->builder_accepted;

    if (accepted)
        return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE,
                                    "You have accepted the decision"),
                            d->state);
    return d->appeal_is_late ? too_late(c, d) : PT_OK;
}

pt_err_t *pt_dispute_appeal(pt_ctx_t *c, pt_dispute_t *d, const char *statement)
{
    const char *to;
    pt_row_t row;

    PT_TRY(pt_dispute_next(c->pool, &to, d->state, d->opened_by,
                           PT_DISPUTE_APPEAL, d->side));
    PT_TRY(check_appeal(c, d));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(dispute_appeal, .dispute_id = d->id, .from_state = d->state,
             .to_state = to, .side = pt_by_name(d->side),
             .statement = statement,
             .decision_seconds = pt_i64(c->pool, c->site->cfg->decision_ttl))));
    d->state = to;
    d->decision_due_at = pt_row_str(&row, "decision_due_at");
    PT_TRY(clear_clock(c, d, "appeal_expires"));
    PT_TRY(pt_dispute_note(c, d, PT_DISPUTE_APPEAL, d->side, NULL, NULL));
    PT_TRY(pt_dispute_mail(c, d, "dispute_appealed", other_side(d->side), 0));
    return await_decision(c, d, pt_row_int(&row, "hard_stop_seconds"));
}
