/* SPDX-License-Identifier: Apache-2.0 */
/* jobs_ops.h - what builders, payments, clocks and testers do to a job, simple
 * or structured. All run inside the caller's transaction and lock the job's
 * row. */
#ifndef PT_JOBS_OPS_H
#define PT_JOBS_OPS_H

#include "domain/job_rules.h"
#include "store/pt_ctx.h"

/** Who does something, as events name it. */
typedef struct {
    const char *kind; /* builder, tester, admin, clock, gateway, system */
    const char *id;   /* account; NULL for clock, gateway and system */
} pt_doer_t;

/** Write something down in the timeline of a job.
 * @param from, to the states before and after; NULL: none */
pt_err_t *pt_job_event(pt_ctx_t *c, const char *job_id, const char *kind,
                       const char *from, const char *to, const pt_doer_t *doer);

/**
 * Take a job from one state to another and write the event.
 * @param kind what the timeline calls it
 * @return PT_P_WRONG_STATE when it is not in the state it should be in
 */
pt_err_t *pt_job_step(pt_ctx_t *c, const char *job_id, const char *kind,
                      const char *from, const char *to, const pt_doer_t *doer);

/**
 * Take a simple job one step along its transition table and write the event.
 * @param state the state it is in, read under its lock
 * @return PT_P_WRONG_STATE (with the present one) when there is no such step
 */
pt_err_t *pt_job_move(pt_ctx_t *c, const char *job_id, const char *state,
                      pt_job_event_e event, const pt_doer_t *doer);

/**
 * The payment has arrived: pending_payment → open, with its event and the clock
 * of its deadline. The receipt is the caller's to mail.
 * @return PT_P_WRONG_STATE (with the present one) when the job waits for no
 *         payment
 */
pt_err_t *pt_job_funded(pt_ctx_t *c, const char *job_id);

/** The payment window has ended unpaid: pending_payment → draft. A job that
 * waits for no payment stays as it is. */
pt_err_t *pt_job_unfunded(pt_ctx_t *c, const char *job_id);

/**
 * Bring a job's state in line with its seats; call after every change of
 * seats_taken, seats_closed, a role's seats or the state of an assignment, and
 * of a submission of a structured job.
 *
 * Simple: open ↔ filled; closed when every seat is completed or closed. Once it
 * was cancelled or its deadline has passed, free seats are closed and their
 * money is refunded here: callers only count seats_taken down and post
 * pt_money_unhold() first. Structured: as pt_plan_by_facts() says.
 */
pt_err_t *pt_job_settle(pt_ctx_t *c, const char *job_id);

/**
 * Nobody can claim or bid any more, free seats of a simple job are refunded;
 * work under way goes on. The job ends at once when nobody works on it.
 * @param event PT_JOB_CANCEL, PT_JOB_REMOVE or PT_JOB_EXPIRE
 * @return PT_P_WRONG_STATE (with the present one) when it takes nobody anyway
 */
pt_err_t *pt_job_stop(pt_ctx_t *c, const char *job_id, pt_job_event_e event,
                      const pt_doer_t *doer);

/** Clock job/deadline: pt_job_stop(), if the job still goes on. */
pt_err_t *pt_job_deadline(pt_ctx_t *c, const char *job_id);

#endif
