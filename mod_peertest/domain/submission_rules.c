/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules.c - the transition table of submissions, the state of their
 * assignment, and the rules of a claim. */

#include "domain/submission_rules.h"

#include <string.h>

/* Some rows hold for one of the two kinds of draft alone. */
typedef enum {
    EITHER,
    AT_FIRST, /* it was never handed in */
    ONCE_MORE /* changes were asked for */
} phase_e;

typedef struct {
    const char *from;
    pt_work_event_e event;
    const char *actor;
    const char *to;
    phase_e phase;
} transition_t;

/* What is not listed is not possible, and nothing is for what is settled. */
/* clang-format off */
static const transition_t transitions[] = {
    {"draft",             PT_WORK_SAVE,            "tester",  "draft",             EITHER},
    {"draft",             PT_WORK_SUBMIT,          "tester",  "submitted",         EITHER},
    {"draft",             PT_WORK_RETURN,          "tester",  "lapsed",            AT_FIRST},
    {"draft",             PT_WORK_LAPSE,           "clock",   "lapsed",            AT_FIRST},
    {"draft",             PT_WORK_RESUME,          "clock",   "submitted",         ONCE_MORE},
    {"submitted",         PT_WORK_REQUEST_CHANGES, "builder", "changes_requested", EITHER},
    {"submitted",         PT_WORK_APPROVE,         "builder", "approved",          EITHER},
    {"submitted",         PT_WORK_APPROVE,         "clock",   "approved",          EITHER},
    {"submitted",         PT_WORK_REJECT,          "builder", "rejected",          EITHER},
    {"changes_requested", PT_WORK_SAVE,            "tester",  "draft",             EITHER},
    {"changes_requested", PT_WORK_SUBMIT,          "tester",  "submitted",         EITHER},
    {"changes_requested", PT_WORK_RESUME,          "clock",   "submitted",         EITHER},
    {"rejected",          PT_WORK_SETTLE,          "clock",   "rejected",          EITHER},
};

static const char *const event_names[PT_WORK_COUNT] = {
    [PT_WORK_SAVE]            = "saved",
    [PT_WORK_SUBMIT]          = "submitted",
    [PT_WORK_RETURN]          = "returned",
    [PT_WORK_LAPSE]           = "lapsed",
    [PT_WORK_REQUEST_CHANGES] = "changes_requested",
    [PT_WORK_RESUME]          = "resumed",
    [PT_WORK_APPROVE]         = "approved",
    [PT_WORK_REJECT]          = "rejected",
    [PT_WORK_SETTLE]          = "settled",
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

static int is_in_phase(const pt_submission_t *from, phase_e phase)
{
    return phase == EITHER || (phase == ONCE_MORE) == !!from->was_handed_in;
}

pt_err_t *pt_submission_next(apr_pool_t *p, const char **to,
                             const pt_submission_t *from, pt_work_event_e event,
                             pt_by_e by)
{
    for (size_t i = 0; i < sizeof(transitions) / sizeof(*transitions); i++) {
        const transition_t *t = &transitions[i];
        if (t->event == event && strcmp(t->from, from->state) == 0
            && strcmp(t->actor, by_names[by]) == 0
            && is_in_phase(from, t->phase) && !from->is_settled) {
            *to = t->to;
            return PT_OK;
        }
    }
    return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), from->state);
}

pt_err_t *pt_changes_check(apr_pool_t *p, const pt_submission_t *from,
                           apr_int64_t changes_left)
{
    if (changes_left > 0)
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_CHANGES_USED_UP, NULL), from->state);
}

const char *pt_assignment_state(const pt_submission_counts_t *n,
                                const char *end)
{
    if (n->unsettled == 0)
        return n->handed_in > 0 ? "completed" : end;
    return n->awaited > 0 ? "active" : "delivered";
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
