/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules_test.c - every cell of the table of work, and who may claim.
 */

#include "domain/submission_rules.h"
#include "tap.h"

#include <apr_strings.h>

#define OWNER "00000000-0000-0000-0000-000000000001"
#define TESTER "00000000-0000-0000-0000-000000000002"

static const char *const assignment_states[] = {
    "active", "delivered", "completed", "returned", "lapsed", "cancelled"};
static const char *const submission_states[] = {
    "draft",    "submitted",        "needs_info", "changes_requested",
    "approved", "approved_partial", "rejected",   "disputed",
    "decided",  "lapsed",           "waived"};

/* What is possible; every other cell is not. "event actor from => to" */
static const char *const possible[] = {
    "saved tester active/draft => active/draft",
    "submitted tester active/draft => delivered/submitted",
    "returned tester active/draft => returned/lapsed",
    "lapsed clock active/draft => lapsed/lapsed",
    "approved builder delivered/submitted => completed/approved",
    "approved clock delivered/submitted => completed/approved",
    "rejected builder delivered/submitted => delivered/rejected",
    "settled clock delivered/rejected => completed/rejected",
};

/* The sentence of `possible` that begins like this, or NULL. */
static const char *find(const char *beginning)
{
    for (size_t i = 0; i < LENGTH(possible); i++) {
        if (strncmp(possible[i], beginning, strlen(beginning)) == 0)
            return possible[i];
    }
    return NULL;
}

static void check_cell(apr_pool_t *p, pt_work_event_e event, pt_by_e by,
                       pt_work_states_t from)
{
    const char *cell =
        apr_psprintf(p, "%s %s %s/%s =>", pt_work_event_name(event),
                     pt_by_name(by), from.assignment, from.submission);
    pt_work_states_t to = {"untouched", "untouched"};
    pt_err_t *err = pt_work_next(p, &to, from, event, by);

    if (!err) {
        is(apr_psprintf(p, "%s %s/%s", cell, to.assignment, to.submission),
           find(cell), cell);
        return;
    }
    ok(!find(cell) && err->problem == PT_P_WRONG_STATE
           && strcmp(err->state, from.submission) == 0
           && strcmp(to.assignment, "untouched") == 0,
       apr_pstrcat(p, cell, " refused", NULL));
}

static void check_transitions(apr_pool_t *p)
{
    for (int event = 0; event < PT_WORK_COUNT; event++)
        for (int by = 0; by < PT_BY_COUNT; by++)
            for (size_t a = 0; a < LENGTH(assignment_states); a++)
                for (size_t s = 0; s < LENGTH(submission_states); s++)
                    check_cell(p, (pt_work_event_e)event, (pt_by_e)by,
                               (pt_work_states_t){assignment_states[a],
                                                  submission_states[s]});
}

static void check_claims(apr_pool_t *p)
{
    static const pt_newcomer_t limits = {.claims = 3, .approvals = 5};
    static const struct {
        const char *name;
        pt_claim_t claim;
        int problem; /* -1: allowed */
    } cases[] = {
#define JOB(state_, seats_, late_) {state_, OWNER, seats_, late_}
        {"an open job with a free seat",
         {JOB("open", 1, 0), TESTER, "active", 0, 0, 0},
         -1},
        {"one's own job",
         {JOB("open", 1, 0), OWNER, "active", 0, 0, 0},
         PT_P_OWN_JOB},
        {"a draft is not there",
         {JOB("draft", 1, 0), TESTER, "active", 0, 0, 0},
         PT_P_NOT_FOUND},
        {"nor is what is not paid",
         {JOB("pending_payment", 1, 0), TESTER, "active", 0, 0, 0},
         PT_P_NOT_FOUND},
        {"a job without a free seat",
         {JOB("filled", 0, 0), TESTER, "active", 0, 0, 0},
         PT_P_NO_SEAT_LEFT},
        {"a closed job",
         {JOB("closed", 0, 0), TESTER, "active", 0, 0, 0},
         PT_P_WRONG_STATE},
        {"a job whose deadline has passed",
         {JOB("open", 1, 1), TESTER, "active", 0, 0, 0},
         PT_P_WRONG_STATE},
        {"a seat is held",
         {JOB("open", 1, 0), TESTER, "active", 1, 0, 0},
         PT_P_ALREADY_CLAIMED},
        {"the last seat is held",
         {JOB("filled", 0, 0), TESTER, "active", 1, 0, 0},
         PT_P_ALREADY_CLAIMED},
        {"no payout account",
         {JOB("open", 1, 0), TESTER, "none", 0, 0, 0},
         PT_P_NOT_PAYABLE},
        {"a payout account that is not ready",
         {JOB("open", 1, 0), TESTER, "pending", 0, 0, 0},
         PT_P_NOT_PAYABLE},
        {"a newcomer below the limit",
         {JOB("open", 1, 0), TESTER, "active", 0, 2, 4},
         -1},
        {"a newcomer at the limit",
         {JOB("open", 1, 0), TESTER, "active", 0, 3, 4},
         PT_P_CLAIM_LIMIT},
        {"a tester who is not new any more",
         {JOB("open", 1, 0), TESTER, "active", 0, 30, 5},
         -1},
#undef JOB
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        pt_err_t *err = pt_claim_check(p, &cases[i].claim, &limits);
        ok((err ? (int)err->problem : -1) == cases[i].problem, cases[i].name);
    }
}

int main(void)
{
    apr_pool_t *p;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    check_transitions(p);
    check_claims(p);
    return done_testing();
}
