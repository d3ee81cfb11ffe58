/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules.c - the transition table of submissions, the state of their
 * assignment, and the rules of a claim. */

#include "domain/submission_rules.h"

#include "domain/transitions.h"

#include <string.h>

/* What is not listed is not possible, and nothing is for what is settled. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"draft",             PT_WORK_SAVE,            "tester",  "draft"},
    {"draft",             PT_WORK_SUBMIT,          "tester",  "submitted"},
    {"draft",             PT_WORK_EXTEND,          "tester",  "draft"},
    {"draft",             PT_WORK_RETURN,          "tester",  "lapsed"},
    {"draft",             PT_WORK_LAPSE,           "clock",   "lapsed"},
    {"draft",             PT_WORK_WAIVE,           "builder", "waived"},
    {"draft",             PT_WORK_CANCEL,          "builder", "waived"},
    {"draft",             PT_WORK_RESUME,          "clock",   "submitted"},
    {"submitted",         PT_WORK_REQUEST_INFO,    "builder", "needs_info"},
    {"submitted",         PT_WORK_REQUEST_CHANGES, "builder", "changes_requested"},
    {"submitted",         PT_WORK_APPROVE,         "builder", "approved"},
    {"submitted",         PT_WORK_APPROVE,         "clock",   "approved"},
    {"submitted",         PT_WORK_APPROVE_PARTIAL, "builder", "approved_partial"},
    {"submitted",         PT_WORK_REJECT,          "builder", "rejected"},
    {"submitted",         PT_WORK_DISPUTE,         "builder", "disputed"},
    {"needs_info",        PT_WORK_REPLY,           "tester",  "submitted"},
    {"needs_info",        PT_WORK_RESUME_INFO,     "clock",   "submitted"},
    {"changes_requested", PT_WORK_SAVE,            "tester",  "draft"},
    {"changes_requested", PT_WORK_SUBMIT,          "tester",  "submitted"},
    {"changes_requested", PT_WORK_RESUME,          "clock",   "submitted"},
    {"changes_requested", PT_WORK_WAIVE,           "builder", "waived"},
    {"approved",          PT_WORK_DISPUTE,         "tester",  "disputed"},
    {"approved",          PT_WORK_SETTLE,          "clock",   "approved"},
    {"approved_partial",  PT_WORK_DISPUTE,         "tester",  "disputed"},
    {"approved_partial",  PT_WORK_SETTLE,          "clock",   "approved_partial"},
    {"rejected",          PT_WORK_DISPUTE,         "tester",  "disputed"},
    {"rejected",          PT_WORK_SETTLE,          "clock",   "rejected"},
    {"disputed",          PT_WORK_DECIDE,          "builder", "decided"},
    {"disputed",          PT_WORK_DECIDE,          "tester",  "decided"},
    {"disputed",          PT_WORK_DECIDE,          "clock",   "decided"},
    {"disputed",          PT_WORK_DECIDE,          "admin",   "decided"},
    {"draft",             PT_WORK_REFUND,          "admin",   "draft"},
    {"submitted",         PT_WORK_REFUND,          "admin",   "submitted"},
    {"needs_info",        PT_WORK_REFUND,          "admin",   "needs_info"},
    {"changes_requested", PT_WORK_REFUND,          "admin",   "changes_requested"},
    {"approved",          PT_WORK_REFUND,          "admin",   "approved"},
    {"approved_partial",  PT_WORK_REFUND,          "admin",   "approved_partial"},
    {"rejected",          PT_WORK_REFUND,          "admin",   "rejected"},
    {"disputed",          PT_WORK_REFUND,          "admin",   "disputed"},
    PT_TRANSITIONS_END
};

static const char *const event_names[PT_WORK_COUNT] = {
    [PT_WORK_SAVE]            = "saved",
    [PT_WORK_SUBMIT]          = "submitted",
    [PT_WORK_EXTEND]          = "extended",
    [PT_WORK_RETURN]          = "returned",
    [PT_WORK_LAPSE]           = "lapsed",
    [PT_WORK_WAIVE]           = "waived",
    [PT_WORK_CANCEL]          = "cancelled",
    [PT_WORK_REQUEST_INFO]    = "info_requested",
    [PT_WORK_REPLY]           = "replied",
    [PT_WORK_RESUME_INFO]     = "info_unanswered",
    [PT_WORK_REQUEST_CHANGES] = "changes_requested",
    [PT_WORK_RESUME]          = "resumed",
    [PT_WORK_APPROVE]         = "approved",
    [PT_WORK_APPROVE_PARTIAL] = "approved_partially",
    [PT_WORK_REJECT]          = "rejected",
    [PT_WORK_DISPUTE]         = "disputed",
    [PT_WORK_DECIDE]          = "decided",
    [PT_WORK_SETTLE]          = "settled",
    [PT_WORK_REFUND]          = "refunded_by_admin",
};

static const char *const by_names[PT_BY_COUNT] = {
    [PT_BY_BUILDER] = "builder",
    [PT_BY_TESTER]  = "tester",
    [PT_BY_CLOCK]   = "clock",
    [PT_BY_ADMIN]   = "admin",
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

/* There are two kinds of draft, and some events are for one of them: what was
 * never handed in can be given up, what was can only be gone on with. */
static int suits_draft(pt_work_event_e event, int was_handed_in)
{
    switch (event) {
    case PT_WORK_EXTEND:
    case PT_WORK_RETURN:
    case PT_WORK_LAPSE:
    case PT_WORK_CANCEL:
        return !was_handed_in;
    case PT_WORK_RESUME:
        return was_handed_in;
    default:
        return 1;
    }
}

pt_err_t *pt_submission_next(apr_pool_t *p, const char **to,
                             const pt_submission_t *from, pt_work_event_e event,
                             pt_by_e by)
{
    const char *next =
        pt_transition_to(transitions, from->state, event, by_names[by]);

    if (!next || from->is_settled || !suits_draft(event, from->was_handed_in))
        return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), from->state);
    *to = next;
    return PT_OK;
}

pt_err_t *pt_changes_check(apr_pool_t *p, const pt_submission_t *from,
                           apr_int64_t changes_left)
{
    if (changes_left > 0)
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_CHANGES_USED_UP, NULL), from->state);
}

pt_err_t *pt_info_check(apr_pool_t *p, const pt_submission_t *from,
                        apr_int64_t rounds_left)
{
    if (rounds_left > 0)
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_INFO_ROUNDS_USED_UP, NULL),
                        from->state);
}

const char *pt_assignment_state(const pt_submission_counts_t *n,
                                pt_work_event_e event)
{
    if (n->unsettled > 0)
        return n->awaited > 0 ? "active" : "delivered";
    if (n->delivered > 0 && event != PT_WORK_CANCEL)
        return "completed";
    return event_names[event];
}

/* Somebody new begins with little work, and with little for each builder. */
static pt_err_t *check_newcomer(apr_pool_t *p, const pt_claim_t *claim,
                                const pt_newcomer_t *limits)
{
    const char *why;

    if (claim->approvals >= limits->approvals)
        return PT_OK;
    if (claim->open_claims >= limits->claims)
        why = "Deliver what you have claimed first";
    else if (claim->trials >= limits->trials)
        why = "First get to know other builders, too: your first tests are for "
              "more than one";
    else
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_CLAIM_LIMIT, why), claim->job.state);
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
    return check_newcomer(p, claim, limits);
}
