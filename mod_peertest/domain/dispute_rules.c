/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_rules.c - the transition table of disputes, and what depends on who
 * has opened them. */

#include "domain/dispute_rules.h"
#include "domain/transitions.h"

#include <string.h>

/* What is not listed is not possible. docs/DISPUTES.md has the same table;
 * tools/check-states compares them. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"open",     PT_DISPUTE_PROPOSE,   "opener", "open"},
    {"open",     PT_DISPUTE_PROPOSE,   "other",  "open"},
    {"answered", PT_DISPUTE_PROPOSE,   "opener", "answered"},
    {"answered", PT_DISPUTE_PROPOSE,   "other",  "answered"},
    {"open",     PT_DISPUTE_AGREE,     "opener", "closed"},
    {"open",     PT_DISPUTE_AGREE,     "other",  "closed"},
    {"answered", PT_DISPUTE_AGREE,     "opener", "closed"},
    {"answered", PT_DISPUTE_AGREE,     "other",  "closed"},
    {"open",     PT_DISPUTE_ANSWER,    "other",  "answered"},
    {"open",     PT_DISPUTE_SILENCE,   "clock",  "decided"},
    {"open",     PT_DISPUTE_DECIDE,    "admin",  "decided"},
    {"answered", PT_DISPUTE_DECIDE,    "admin",  "decided"},
    {"answered", PT_DISPUTE_HARD_STOP, "clock",  "decided"},
    {"decided",  PT_DISPUTE_ACCEPT,    "opener", "decided"},
    {"decided",  PT_DISPUTE_ACCEPT,    "other",  "decided"},
    {"decided",  PT_DISPUTE_APPEAL,    "opener", "appealed"},
    {"decided",  PT_DISPUTE_APPEAL,    "other",  "appealed"},
    {"decided",  PT_DISPUTE_CLOSE,     "opener", "closed"},
    {"decided",  PT_DISPUTE_CLOSE,     "other",  "closed"},
    {"decided",  PT_DISPUTE_CLOSE,     "clock",  "closed"},
    {"appealed", PT_DISPUTE_DECIDE,    "admin",  "closed"},
    {"appealed", PT_DISPUTE_HARD_STOP, "clock",  "closed"},
    PT_TRANSITIONS_END
};

static const char *const event_names[PT_DISPUTE_EVENTS] = {
    [PT_DISPUTE_ANSWER]    = "dispute_answered",
    [PT_DISPUTE_PROPOSE]   = "dispute_proposed",
    [PT_DISPUTE_AGREE]     = "dispute_agreed",
    [PT_DISPUTE_SILENCE]   = "dispute_unanswered",
    [PT_DISPUTE_DECIDE]    = "dispute_decided",
    [PT_DISPUTE_HARD_STOP] = "dispute_stopped",
    [PT_DISPUTE_ACCEPT]    = "dispute_accepted",
    [PT_DISPUTE_APPEAL]    = "dispute_appealed",
    [PT_DISPUTE_CLOSE]     = "dispute_closed",
};
/* clang-format on */

const char *pt_dispute_event_name(pt_dispute_event_e event)
{
    return event_names[event];
}

/* The two sides of the table are who opened it and who did not. */
static const char *actor_of(const char *opened_by, pt_by_e by)
{
    if (by != PT_BY_TESTER && by != PT_BY_BUILDER)
        return pt_by_name(by);
    return strcmp(opened_by, pt_by_name(by)) == 0 ? "opener" : "other";
}

pt_err_t *pt_dispute_next(apr_pool_t *p, const char **to, const char *state,
                          const char *opened_by, pt_dispute_event_e event,
                          pt_by_e by)
{
    const char *actor = actor_of(opened_by, by);

    PT_TRY(pt_transition_may(p, transitions, state, event, actor));
    *to = pt_transition_to(transitions, state, event, actor);
    return PT_OK;
}

pt_err_t *pt_dispute_may_open(apr_pool_t *p, const pt_dispute_wish_t *wish)
{
    const char *to;

    if (wish->by == PT_BY_BUILDER && strcmp(wish->kind, "conduct") != 0)
        return pt_err_field(PT_OK, p, "/kind", PT_C_NOT_ALLOWED);
    if (wish->by == PT_BY_TESTER && wish->is_late)
        return pt_err_state(pt_fail(p, PT_P_DISPUTE_TOO_LATE, NULL),
                            wish->is.state);
    PT_TRY(pt_submission_next(p, &to, &wish->is, PT_WORK_DISPUTE, wish->by));
    if (wish->opened >= wish->may_open)
        return pt_err_state(pt_fail(p, PT_P_DISPUTE_LIMIT, NULL),
                            wish->is.state);
    return PT_OK;
}

apr_int64_t pt_dispute_cap(apr_int64_t base, apr_int64_t closed,
                           apr_int64_t won)
{
    return closed > 0 ? base + base * won / closed : base;
}

apr_int64_t pt_dispute_by_silence(const char *opened_by)
{
    return strcmp(opened_by, "tester") == 0 ? 100 : 0;
}
