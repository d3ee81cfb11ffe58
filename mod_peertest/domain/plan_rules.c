/* SPDX-License-Identifier: Apache-2.0 */
/* plan_rules.c - the life of a structured job: who may do what, when. */

#include "domain/plan_rules.h"
#include "domain/transitions.h"

#include <string.h>

/* What is not listed is not possible. A job that was cancelled, closed for
 * bids, taken down or has reached its deadline while people work for it goes on
 * until they are done: the events of the system, which pt_plan_by_facts()
 * finds, say where it stands. In review no seat can come back, so bids are over
 * there. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"draft",       PT_PLAN_EDIT,     "builder", "draft"},
    {"draft",       PT_PLAN_DELETE,   "builder", "draft"},
    {"draft",       PT_PLAN_PUBLISH,  "builder", "published"},
    {"published",   PT_PLAN_EDIT,     "builder", "published"},
    {"published",   PT_PLAN_BID,      "tester",  "published"},
    {"published",   PT_PLAN_CLOSE,    "builder", "in_progress"},
    {"published",   PT_PLAN_CANCEL,   "builder", "cancelled"},
    {"published",   PT_PLAN_EXPIRE,   "clock",   "expired"},
    {"published",   PT_PLAN_REMOVE,   "admin",   "removed"},
    {"published",   PT_PLAN_SEEK,     "system",  "published"},
    {"published",   PT_PLAN_AWARD,    "system",  "awarding"},
    {"published",   PT_PLAN_WORK,     "system",  "in_progress"},
    {"published",   PT_PLAN_REVIEW,   "system",  "in_review"},
    {"published",   PT_PLAN_COMPLETE, "system",  "completed"},
    {"published",   PT_PLAN_CANCEL,   "system",  "cancelled"},
    {"published",   PT_PLAN_EXPIRE,   "system",  "expired"},
    {"published",   PT_PLAN_REMOVE,   "system",  "removed"},
    {"awarding",    PT_PLAN_EDIT,     "builder", "awarding"},
    {"awarding",    PT_PLAN_BID,      "tester",  "awarding"},
    {"awarding",    PT_PLAN_CLOSE,    "builder", "in_progress"},
    {"awarding",    PT_PLAN_CANCEL,   "builder", "cancelled"},
    {"awarding",    PT_PLAN_EXPIRE,   "clock",   "expired"},
    {"awarding",    PT_PLAN_REMOVE,   "admin",   "removed"},
    {"awarding",    PT_PLAN_SEEK,     "system",  "published"},
    {"awarding",    PT_PLAN_AWARD,    "system",  "awarding"},
    {"awarding",    PT_PLAN_WORK,     "system",  "in_progress"},
    {"awarding",    PT_PLAN_REVIEW,   "system",  "in_review"},
    {"awarding",    PT_PLAN_COMPLETE, "system",  "completed"},
    {"awarding",    PT_PLAN_CANCEL,   "system",  "cancelled"},
    {"awarding",    PT_PLAN_EXPIRE,   "system",  "expired"},
    {"awarding",    PT_PLAN_REMOVE,   "system",  "removed"},
    {"in_progress", PT_PLAN_CLOSE,    "builder", "in_progress"},
    {"in_progress", PT_PLAN_CANCEL,   "builder", "cancelled"},
    {"in_progress", PT_PLAN_EXPIRE,   "clock",   "expired"},
    {"in_progress", PT_PLAN_REMOVE,   "admin",   "removed"},
    {"in_progress", PT_PLAN_SEEK,     "system",  "published"},
    {"in_progress", PT_PLAN_AWARD,    "system",  "awarding"},
    {"in_progress", PT_PLAN_WORK,     "system",  "in_progress"},
    {"in_progress", PT_PLAN_REVIEW,   "system",  "in_review"},
    {"in_progress", PT_PLAN_COMPLETE, "system",  "completed"},
    {"in_progress", PT_PLAN_CANCEL,   "system",  "cancelled"},
    {"in_progress", PT_PLAN_EXPIRE,   "system",  "expired"},
    {"in_progress", PT_PLAN_REMOVE,   "system",  "removed"},
    {"in_review",   PT_PLAN_REMOVE,   "admin",   "removed"},
    {"in_review",   PT_PLAN_WORK,     "system",  "in_progress"},
    {"in_review",   PT_PLAN_REVIEW,   "system",  "in_review"},
    {"in_review",   PT_PLAN_COMPLETE, "system",  "completed"},
    PT_TRANSITIONS_END
};
/* clang-format on */

const char *pt_plan_next(const char *state, pt_plan_event_e event,
                         const char *actor)
{
    return pt_transition_to(transitions, state, event, actor);
}

pt_err_t *pt_plan_may(apr_pool_t *p, const char *state, pt_plan_event_e event,
                      const char *actor)
{
    return pt_transition_may(p, transitions, state, event, actor);
}

int pt_plan_is_going_on(const char *state)
{
    /* The system has its say in these states alone. */
    return pt_plan_next(state, PT_PLAN_COMPLETE, "system") != NULL;
}

/* Nobody works on it, and nobody will. */
static pt_plan_event_e ended_without_work(const char *stop_reason)
{
    if (strcmp(stop_reason, "cancelled") == 0)
        return PT_PLAN_CANCEL;
    if (strcmp(stop_reason, "removed") == 0)
        return PT_PLAN_REMOVE;
    return strcmp(stop_reason, "expired") == 0 ? PT_PLAN_EXPIRE
                                               : PT_PLAN_COMPLETE;
}

pt_plan_event_e pt_plan_by_facts(const pt_plan_facts_t *facts)
{
    if (!facts->stop_reason && facts->full == 0)
        return PT_PLAN_SEEK;
    if (!facts->stop_reason && facts->full < facts->roles)
        return PT_PLAN_AWARD;
    /* Money on its way may bring one more tester. */
    if (facts->reserved > 0 || facts->under_way > 0)
        return PT_PLAN_WORK;
    if (facts->unsettled > 0)
        return PT_PLAN_REVIEW;
    if (facts->done > 0 || !facts->stop_reason)
        return PT_PLAN_COMPLETE;
    return ended_without_work(facts->stop_reason);
}
