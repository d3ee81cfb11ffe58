/* SPDX-License-Identifier: Apache-2.0 */
/* plan_life_ops.c - what builders, clocks and the work itself do to a
 * structured job. */

#include "features/plan_life_ops.h"
#include "features/bids_ops.h"
#include "features/plan_checks.h"
#include "features/queue_ops.h"

#include <string.h>

#define SECONDS_PER_DAY 86400
#define BIDDING_DAYS 14 /* unless the builder says otherwise */

/* Why bidding has ended, as job.stop_reason and for the timeline. */
static const struct {
    const char *reason, *event;
} stops[PT_PLAN_EVENTS] = {[PT_PLAN_CLOSE] = {"closed", "bidding_closed"},
                           [PT_PLAN_CANCEL] = {"cancelled", "stopped"},
                           [PT_PLAN_EXPIRE] = {"expired", "stopped"},
                           [PT_PLAN_REMOVE] = {"removed", "stopped"}};

/* What the timeline calls a step that roles and work have caused. */
static const char *const event_kinds[PT_PLAN_EVENTS] = {
    [PT_PLAN_SEEK] = "reopened",      [PT_PLAN_AWARD] = "awarding",
    [PT_PLAN_WORK] = "in_progress",   [PT_PLAN_REVIEW] = "in_review",
    [PT_PLAN_COMPLETE] = "completed", [PT_PLAN_CANCEL] = "cancelled",
    [PT_PLAN_EXPIRE] = "expired",     [PT_PLAN_REMOVE] = "removed"};

pt_err_t *pt_plan_clocks_set(pt_ctx_t *c, const char *job_id)
{
    pt_row_t job;
    pt_rows_t roles;
    apr_int64_t seconds;

    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    seconds = pt_row_int(&job, "deadline_seconds");
    PT_TRY(pt_clock_set(c, "job", job_id, "deadline", seconds));
    if (seconds > SECONDS_PER_DAY)
        PT_TRY(pt_clock_set(c, "job", job_id, "deadline_soon",
                            seconds - SECONDS_PER_DAY));
    else
        PT_TRY(pt_clock_clear(c, "job", job_id, "deadline_soon"));
    PT_TRY(pt_db_many(c->db, &roles,
                      PT_Q(plan_roles_to_invite, .job_id = job_id)));
    for (int i = 0; i < roles.count; i++) {
        pt_row_t role = pt_rows_at(&roles, i);
        PT_TRY(
            pt_clock_set(c, "role", pt_row_str(&role, "id"), "invite_wave", 1));
    }
    return PT_OK;
}

static pt_err_t *clear_clocks(pt_ctx_t *c, const char *job_id)
{
    pt_rows_t roles;

    PT_TRY(pt_clock_clear(c, "job", job_id, "deadline"));
    PT_TRY(pt_clock_clear(c, "job", job_id, "deadline_soon"));
    PT_TRY(pt_db_many(c->db, &roles, PT_Q(plan_roles_lock, .job_id = job_id)));
    for (int i = 0; i < roles.count; i++) {
        pt_row_t role = pt_rows_at(&roles, i);
        PT_TRY(
            pt_clock_clear(c, "role", pt_row_str(&role, "id"), "invite_wave"));
    }
    return PT_OK;
}

pt_err_t *pt_plan_role_ends(pt_ctx_t *c, const char *job_id,
                            const char *role_id)
{
    PT_TRY(pt_clock_clear(c, "role", role_id, "invite_wave"));
    return pt_bids_end(c, job_id, role_id, PT_BID_SUPERSEDE);
}

pt_err_t *pt_plan_publish(pt_ctx_t *c, const pt_row_t *job,
                          const pt_doer_t *doer)
{
    const char *job_id = pt_row_str(job, "id");
    const char *state = pt_row_str(job, "state");
    const char *to = pt_plan_next(state, PT_PLAN_PUBLISH, doer->kind);
    pt_row_t project;
    int found;

    PT_TRY(pt_plan_may(c->pool, state, PT_PLAN_PUBLISH, doer->kind));
    PT_TRY(pt_db_maybe(
        c->db, &project, &found,
        PT_Q(job_project_lock, .project_id = pt_row_str(job, "project_id"))));
    if (!found)
        return pt_err_field(PT_OK, c->pool, "/project_id", PT_C_NOT_FOUND);
    if (pt_row_bool(job, "deadline_passed"))
        return pt_err_field(PT_OK, c->pool, "/bidding_deadline_at",
                            PT_C_IN_THE_PAST);
    PT_TRY(pt_plan_check_complete(c, job_id));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(plan_deadline_default, .job_id = job_id,
             .seconds = pt_i64(c->pool, BIDDING_DAYS * SECONDS_PER_DAY))));
    PT_TRY(pt_job_step(c, job_id, "published", state, to, doer));
    return pt_plan_clocks_set(c, job_id);
}

static pt_err_t *read_facts(pt_ctx_t *c, pt_plan_facts_t *facts,
                            const pt_row_t *job)
{
    const char *job_id = pt_row_str(job, "id");
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(plan_facts, .job_id = job_id)));
    facts->roles = (int)pt_row_int(&row, "roles");
    facts->full = (int)pt_row_int(&row, "filled");
    facts->reserved = (int)pt_row_int(&row, "reserved");
    facts->under_way = (int)pt_row_int(&row, "under_way");
    facts->unsettled = (int)pt_row_int(&row, "unsettled");
    facts->done = (int)pt_row_int(&row, "done");
    facts->stop_reason = pt_row_str(job, "stop_reason");
    return pt_db_exec(c->db, NULL,
                      PT_Q(plan_seats_set, .job_id = job_id,
                           .seats_taken = pt_row_str(&row, "taken")));
}

pt_err_t *pt_plan_settle(pt_ctx_t *c, const char **to, const pt_row_t *job,
                         const pt_doer_t *doer)
{
    const char *job_id = pt_row_str(job, "id");
    const char *state = pt_row_str(job, "state");
    pt_plan_facts_t facts;
    pt_plan_event_e event;

    *to = state;
    if (!pt_plan_is_going_on(state))
        return PT_OK;
    PT_TRY(read_facts(c, &facts, job));
    if (facts.done > 0)
        PT_TRY(pt_db_exec(c->db, NULL,
                          PT_Q(builder_stat_refresh,
                               .builder_id = pt_row_str(job, "owner_id"))));
    event = pt_plan_by_facts(&facts);
    PT_TRY(pt_plan_may(c->pool, state, event, "system"));
    *to = pt_plan_next(state, event, "system");
    if (strcmp(*to, state) == 0)
        return PT_OK;
    PT_TRY(pt_job_step(c, job_id, event_kinds[event], state, *to, doer));
    return pt_plan_is_going_on(*to) ? PT_OK : clear_clocks(c, job_id);
}

/* Closing is for those who have somebody; else there would be nothing left. */
static pt_err_t *check_has_testers(pt_ctx_t *c, const pt_row_t *job)
{
    pt_row_t facts;

    PT_TRY(pt_db_one(c->db, &facts,
                     PT_Q(plan_facts, .job_id = pt_row_str(job, "id"))));
    if (pt_row_int(&facts, "taken") > 0)
        return PT_OK;
    return pt_err_state(
        pt_fail(c->pool, PT_P_WRONG_STATE, "No bid is accepted and paid yet"),
        pt_row_str(job, "state"));
}

pt_err_t *pt_plan_stop(pt_ctx_t *c, const pt_row_t *job, pt_plan_event_e event,
                       const pt_doer_t *doer)
{
    const char *job_id = pt_row_str(job, "id");
    const char *state = pt_row_str(job, "state"), *to;
    pt_row_t stopped;

    PT_TRY(pt_plan_may(c->pool, state, event, doer->kind));
    if (pt_row_str(job, "stop_reason"))
        return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
    if (event == PT_PLAN_CLOSE)
        PT_TRY(check_has_testers(c, job));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(job_stop, .job_id = job_id, .reason = stops[event].reason)));
    PT_TRY(clear_clocks(c, job_id));
    PT_TRY(pt_bids_end(c, job_id, NULL,
                       event == PT_PLAN_EXPIRE ? PT_BID_EXPIRE
                                               : PT_BID_SUPERSEDE));
    PT_TRY(pt_db_one(c->db, &stopped, PT_Q(job_lock, .job_id = job_id)));
    PT_TRY(pt_plan_settle(c, &to, &stopped, doer));
    if (!pt_plan_is_going_on(to))
        return PT_OK;
    return pt_job_event(c, job_id, stops[event].event, state, to, doer);
}
