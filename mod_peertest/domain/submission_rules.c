/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules.c - the transition table of work under way, and the rules of
 * a claim. */

#include "domain/submission_rules.h"

#include <string.h>

typedef struct {
    pt_work_event_e event;
    unsigned by; /* bits of pt_by_e */
    pt_work_states_t from, to;
} transition_t;

#define BY(actor) (1u << PT_BY_##actor)

/* clang-format off */
/* An assignment and its submission move together: one row for each event. */
static const transition_t transitions[] = {
    /* event          actor                       assignment   submission     assignment   submission */
    {PT_WORK_SAVE,    BY(TESTER),              {"active",    "draft"},     {"active",    "draft"}},
    {PT_WORK_SUBMIT,  BY(TESTER),              {"active",    "draft"},     {"delivered", "submitted"}},
    {PT_WORK_RETURN,  BY(TESTER),              {"active",    "draft"},     {"returned",  "lapsed"}},
    {PT_WORK_LAPSE,   BY(CLOCK),               {"active",    "draft"},     {"lapsed",    "lapsed"}},
    {PT_WORK_APPROVE, BY(BUILDER) | BY(CLOCK), {"delivered", "submitted"}, {"completed", "approved"}},
    {PT_WORK_REJECT,  BY(BUILDER),             {"delivered", "submitted"}, {"delivered", "rejected"}},
    {PT_WORK_SETTLE,  BY(CLOCK),               {"delivered", "rejected"},  {"completed", "rejected"}},
};

static const char *const event_names[PT_WORK_COUNT] = {
    [PT_WORK_SAVE]    = "saved",
    [PT_WORK_SUBMIT]  = "submitted",
    [PT_WORK_RETURN]  = "returned",
    [PT_WORK_LAPSE]   = "lapsed",
    [PT_WORK_APPROVE] = "approved",
    [PT_WORK_REJECT]  = "rejected",
    [PT_WORK_SETTLE]  = "settled",
};

static const char *const by_names[PT_BY_COUNT] = {
    [PT_BY_BUILDER] = "builder",
    [PT_BY_TESTER]  = "tester",
    [PT_BY_CLOCK]   = "clock",
};
/* clang-format on */

const char *pt_by_name(pt_by_e by)
{
    return by_names[by];
}

const char *pt_work_event_name(pt_work_event_e event)
{
    return event_names[event];
}

static int is_from(const transition_t *t, pt_work_states_t from)
{
    return strcmp(t->from.assignment, from.assignment) == 0
           && strcmp(t->from.submission, from.submission) == 0;
}

pt_err_t *pt_work_next(apr_pool_t *p, pt_work_states_t *to,
                       pt_work_states_t from, pt_work_event_e event, pt_by_e by)
{
    for (size_t i = 0; i < sizeof(transitions) / sizeof(*transitions); i++) {
        const transition_t *t = &transitions[i];
        if (t->event == event && (t->by & (1u << by)) && is_from(t, from)) {
            *to = t->to;
            return PT_OK;
        }
    }
    return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), from.submission);
}

pt_err_t *pt_claim_check(apr_pool_t *p, const pt_claim_t *claim,
                         const pt_newcomer_t *limits)
{
    if (claim->holds_seat)
        return pt_err_state(pt_fail(p, PT_P_ALREADY_CLAIMED, NULL),
                            claim->job.state);
    PT_TRY(pt_job_may_claim(p, &claim->job, claim->tester_id));
    if (strcmp(claim->payout_state, "active") != 0)
        return pt_err_state(pt_fail(p, PT_P_NOT_PAYABLE, NULL),
                            claim->payout_state);
    if (claim->approvals < limits->approvals
        && claim->open_claims >= limits->claims)
        return pt_err_state(pt_fail(p, PT_P_CLAIM_LIMIT, NULL),
                            claim->job.state);
    return PT_OK;
}
