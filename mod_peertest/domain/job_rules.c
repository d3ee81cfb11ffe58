/* SPDX-License-Identifier: Apache-2.0 */
/* job_rules.c - the life of a simple job: who may do what, when. */

#include "domain/job_rules.h"
#include "domain/transitions.h"

#include <apr_strings.h>
#include <string.h>

/* What is not listed is not possible. A job that was cancelled, taken down or
 * has reached its deadline while people work for it goes on as "filled" until
 * they are done. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"draft",           PT_JOB_EDIT,    "builder", "draft"},
    {"draft",           PT_JOB_PUBLISH, "builder", "pending_payment"},
    {"pending_payment", PT_JOB_PUBLISH, "builder", "pending_payment"},
    {"pending_payment", PT_JOB_FUND,    "gateway", "open"},
    {"pending_payment", PT_JOB_UNFUND,  "gateway", "draft"},
    {"pending_payment", PT_JOB_CANCEL,  "builder", "pending_payment"},
    {"open",            PT_JOB_CLAIM,   "tester",  "open"},
    {"open",            PT_JOB_FREE,    "system",  "open"},
    {"open",            PT_JOB_FILL,    "system",  "filled"},
    {"open",            PT_JOB_CLOSE,   "system",  "closed"},
    {"open",            PT_JOB_CANCEL,  "builder", "cancelled"},
    {"open",            PT_JOB_CANCEL,  "system",  "cancelled"},
    {"open",            PT_JOB_EXPIRE,  "clock",   "expired"},
    {"open",            PT_JOB_EXPIRE,  "system",  "expired"},
    {"open",            PT_JOB_REMOVE,  "admin",   "removed"},
    {"open",            PT_JOB_REMOVE,  "system",  "removed"},
    {"filled",          PT_JOB_FREE,    "system",  "open"},
    {"filled",          PT_JOB_FILL,    "system",  "filled"},
    {"filled",          PT_JOB_CLOSE,   "system",  "closed"},
    {"filled",          PT_JOB_CANCEL,  "builder", "cancelled"},
    {"filled",          PT_JOB_CANCEL,  "system",  "cancelled"},
    {"filled",          PT_JOB_EXPIRE,  "clock",   "expired"},
    {"filled",          PT_JOB_EXPIRE,  "system",  "expired"},
    {"filled",          PT_JOB_REMOVE,  "admin",   "removed"},
    {"filled",          PT_JOB_REMOVE,  "system",  "removed"},
    PT_TRANSITIONS_END
};
/* clang-format on */

const char *pt_job_next(const char *state, pt_job_event_e event,
                        const char *actor)
{
    return pt_transition_to(transitions, state, event, actor);
}

pt_err_t *pt_job_may(apr_pool_t *p, const char *state, pt_job_event_e event,
                     const char *actor)
{
    return pt_transition_may(p, transitions, state, event, actor);
}

pt_err_t *pt_job_may_claim(apr_pool_t *p, const pt_job_claim_t *job,
                           const char *tester_id)
{
    if (strcmp(job->owner_id, tester_id) == 0)
        return pt_fail(p, PT_P_OWN_JOB, NULL);
    if (strcmp(job->state, "draft") == 0
        || strcmp(job->state, "pending_payment") == 0)
        return pt_fail(p, PT_P_NOT_FOUND, NULL);
    if (strcmp(job->state, "filled") == 0
        || (strcmp(job->state, "open") == 0 && job->free_seats < 1))
        return pt_err_state(pt_fail(p, PT_P_NO_SEAT_LEFT, NULL), job->state);
    if (job->deadline_passed && strcmp(job->state, "open") == 0)
        return pt_err_state(
            pt_fail(p, PT_P_WRONG_STATE, "The deadline of this job has passed"),
            job->state);
    return pt_job_may(p, job->state, PT_JOB_CLAIM, "tester");
}

pt_job_event_e pt_job_by_seats(const pt_job_seats_t *seats)
{
    if (seats->free_seats > 0)
        return PT_JOB_FREE;
    if (seats->under_way > 0)
        return PT_JOB_FILL;
    if (seats->done > 0 || !seats->stop_reason)
        return PT_JOB_CLOSE;
    if (strcmp(seats->stop_reason, "removed") == 0)
        return PT_JOB_REMOVE;
    return strcmp(seats->stop_reason, "cancelled") == 0 ? PT_JOB_CANCEL
                                                        : PT_JOB_EXPIRE;
}

pt_err_t *pt_job_plan_check(apr_pool_t *p, const pt_job_plan_t *plan,
                            apr_int64_t max_days)
{
    apr_int64_t seconds =
        plan->open + plan->claim + plan->review + plan->dispute;

    if (seconds <= max_days * 86400)
        return PT_OK;
    return pt_fail(
        p, PT_P_PLAN_TOO_LONG,
        apr_psprintf(p,
                     "Deadline, working, review and dispute time may take "
                     "%" APR_INT64_T_FMT " days together",
                     max_days));
}
