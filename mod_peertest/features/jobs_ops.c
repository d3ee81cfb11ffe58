/* SPDX-License-Identifier: Apache-2.0 */
/* jobs_ops.c - what builders, payments, clocks and testers do to a job. */

#include "features/jobs_ops.h"
#include "features/money_ops.h"
#include "features/plan_life_ops.h"
#include "features/queue_ops.h"

#include <string.h>

static const pt_doer_t by_gateway = {"gateway", NULL};
static const pt_doer_t by_system = {"system", NULL};
static const pt_doer_t by_clock = {"clock", NULL};

/* What the timeline calls a step. */
static const char *const event_kinds[PT_JOB_EVENTS] = {
    [PT_JOB_PUBLISH] = "published",    [PT_JOB_FUND] = "opened",
    [PT_JOB_UNFUND] = "payment_ended", [PT_JOB_FREE] = "reopened",
    [PT_JOB_FILL] = "filled",          [PT_JOB_CLOSE] = "closed",
    [PT_JOB_CANCEL] = "cancelled",     [PT_JOB_EXPIRE] = "expired",
    [PT_JOB_REMOVE] = "removed"};

static pt_err_t *wrong_state(pt_ctx_t *c, const char *state)
{
    return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
}

pt_err_t *pt_job_event(pt_ctx_t *c, const char *job_id, const char *kind,
                       const char *from, const char *to, const pt_doer_t *doer)
{
    const pt_event_t event = {.job_id = job_id,
                              .actor_id = doer->id,
                              .actor_kind = doer->kind,
                              .kind = kind,
                              .from_state = from,
                              .to_state = to};

    return pt_event_add(c, &event);
}

pt_err_t *pt_job_step(pt_ctx_t *c, const char *job_id, const char *kind,
                      const char *from, const char *to, const pt_doer_t *doer)
{
    int moved;

    PT_TRY(pt_db_exec(
        c->db, &moved,
        PT_Q(job_move, .job_id = job_id, .from_state = from, .to_state = to)));
    if (!moved)
        return wrong_state(c, from);
    return pt_job_event(c, job_id, kind, from, to, doer);
}

pt_err_t *pt_job_move(pt_ctx_t *c, const char *job_id, const char *state,
                      pt_job_event_e event, const pt_doer_t *doer)
{
    const char *to = pt_job_next(state, event, doer->kind);

    if (!to)
        return wrong_state(c, state);
    return pt_job_step(c, job_id, event_kinds[event], state, to, doer);
}

pt_err_t *pt_job_funded(pt_ctx_t *c, const char *job_id)
{
    pt_row_t job;

    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    PT_TRY(pt_job_move(c, job_id, pt_row_str(&job, "state"), PT_JOB_FUND,
                       &by_gateway));
    if (!pt_row_bool(&job, "has_deadline"))
        return PT_OK;
    return pt_clock_set(c, "job", job_id, "deadline",
                        pt_row_int(&job, "deadline_seconds"));
}

pt_err_t *pt_job_unfunded(pt_ctx_t *c, const char *job_id)
{
    pt_row_t job;

    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    if (strcmp(pt_row_str(&job, "state"), "pending_payment") != 0)
        return PT_OK;
    return pt_job_move(c, job_id, "pending_payment", PT_JOB_UNFUND,
                       &by_gateway);
}

/* Seats that came free after the job was stopped are nobody's any more. */
static pt_err_t *close_free_seats(pt_ctx_t *c, const char *job_id,
                                  pt_job_seats_t *seats)
{
    if (!seats->stop_reason || seats->free_seats < 1)
        return PT_OK;
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(job_close_seats, .job_id = job_id,
                           .seats = pt_i64(c->pool, seats->free_seats))));
    PT_TRY(pt_money_refund_seats(c, job_id, seats->free_seats,
                                 strcmp(seats->stop_reason, "removed") == 0
                                     ? "by_admin"
                                     : seats->stop_reason));
    seats->free_seats = 0;
    return PT_OK;
}

static int is_going_on(const char *state)
{
    return strcmp(state, "open") == 0 || strcmp(state, "filled") == 0;
}

static int is_structured(const pt_row_t *job)
{
    return strcmp(pt_row_str(job, "kind"), "structured") == 0;
}

/* A simple job; see pt_plan_settle() for the other ones. */
static pt_err_t *job_settle(pt_ctx_t *c, const char **to, const pt_row_t *job,
                            const pt_doer_t *doer)
{
    const char *job_id = pt_row_str(job, "id");
    const char *state = pt_row_str(job, "state");
    pt_row_t work;
    pt_job_seats_t seats;
    pt_job_event_e event;

    *to = state;
    if (!is_going_on(state))
        return PT_OK;
    PT_TRY(pt_db_one(c->db, &work, PT_Q(job_work_count, .job_id = job_id)));
    seats.free_seats = (int)pt_row_int(job, "free_seats");
    seats.under_way = (int)pt_row_int(&work, "under_way");
    seats.done = (int)pt_row_int(&work, "done");
    seats.stop_reason = pt_row_str(job, "stop_reason");
    PT_TRY(close_free_seats(c, job_id, &seats));
    if (seats.done > 0)
        PT_TRY(pt_db_exec(c->db, NULL,
                          PT_Q(builder_stat_refresh,
                               .builder_id = pt_row_str(job, "owner_id"))));
    event = pt_job_by_seats(&seats);
    *to = pt_job_next(state, event, "system");
    if (strcmp(*to, state) == 0)
        return PT_OK;
    PT_TRY(pt_job_step(c, job_id, event_kinds[event], state, *to, doer));
    return is_going_on(*to) ? PT_OK
                            : pt_clock_clear(c, "job", job_id, "deadline");
}

pt_err_t *pt_job_settle(pt_ctx_t *c, const char *job_id)
{
    pt_row_t job;
    const char *to;

    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    return is_structured(&job) ? pt_plan_settle(c, &to, &job, &by_system)
                               : job_settle(c, &to, &job, &by_system);
}

/* A simple job; see pt_plan_stop() for the other ones. */
static pt_err_t *job_stop(pt_ctx_t *c, const pt_row_t *job,
                          pt_job_event_e event, const pt_doer_t *doer)
{
    const char *job_id = pt_row_str(job, "id");
    const char *state = pt_row_str(job, "state");
    const char *to = pt_job_next(state, event, doer->kind);
    pt_row_t stopped;

    if (!to || !is_going_on(state) || pt_row_str(job, "stop_reason"))
        return wrong_state(c, state);
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(job_stop, .job_id = job_id, .reason = to)));
    PT_TRY(pt_clock_clear(c, "job", job_id, "deadline"));
    PT_TRY(pt_db_one(c->db, &stopped, PT_Q(job_lock, .job_id = job_id)));
    PT_TRY(job_settle(c, &to, &stopped, doer));
    if (!is_going_on(to))
        return PT_OK;
    return pt_job_event(c, job_id, "stopped", state, to, doer);
}

/* What stops a structured job in the same way. */
static const pt_plan_event_e plan_events[PT_JOB_EVENTS] = {
    [PT_JOB_CANCEL] = PT_PLAN_CANCEL,
    [PT_JOB_EXPIRE] = PT_PLAN_EXPIRE,
    [PT_JOB_REMOVE] = PT_PLAN_REMOVE};

pt_err_t *pt_job_stop(pt_ctx_t *c, const char *job_id, pt_job_event_e event,
                      const pt_doer_t *doer)
{
    pt_row_t job;

    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    if (!is_structured(&job))
        return job_stop(c, &job, event, doer);
    return pt_plan_stop(c, &job, plan_events[event], doer);
}

pt_err_t *pt_job_deadline(pt_ctx_t *c, const char *job_id)
{
    pt_err_t *err = pt_job_stop(c, job_id, PT_JOB_EXPIRE, &by_clock);

    /* It ended, or was cancelled, while the clock waited for the lock. */
    if (err && err->problem == PT_P_WRONG_STATE)
        return PT_OK;
    return err;
}
