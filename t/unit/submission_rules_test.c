/* SPDX-License-Identifier: Apache-2.0 */
/* submission_rules_test.c - every cell of the table of submissions, what they
 * make of their assignment, and who may claim. */

#include "domain/submission_rules.h"
#include "tap.h"

#include <apr_strings.h>

#define OWNER "00000000-0000-0000-0000-000000000001"
#define TESTER "00000000-0000-0000-0000-000000000002"

static const char *const states[] = {
    "draft",    "submitted",        "needs_info", "changes_requested",
    "approved", "approved_partial", "rejected",   "disputed",
    "decided",  "lapsed",           "waived"};

/* What is possible; every other cell is not, and none is once the submission is
 * settled. "event actor state => state"; a state that was handed in before has
 * a "+". */
static const char *const possible[] = {
    "saved tester draft => draft",
    "saved tester draft+ => draft",
    "saved tester changes_requested+ => draft",
    "submitted tester draft => submitted",
    "submitted tester draft+ => submitted",
    "submitted tester changes_requested+ => submitted",
    "extended tester draft => draft",
    "returned tester draft => lapsed",
    "lapsed clock draft => lapsed",
    "waived builder draft => waived",
    "waived builder draft+ => waived",
    "waived builder changes_requested+ => waived",
    "cancelled builder draft => waived",
    "info_requested builder submitted+ => needs_info",
    "replied tester needs_info+ => submitted",
    "info_unanswered clock needs_info+ => submitted",
    "changes_requested builder submitted+ => changes_requested",
    "resumed clock draft+ => submitted",
    "resumed clock changes_requested+ => submitted",
    "approved builder submitted+ => approved",
    "approved clock submitted+ => approved",
    "approved_partially builder submitted+ => approved_partial",
    "rejected builder submitted+ => rejected",
    "disputed builder submitted+ => disputed",
    "disputed tester approved+ => disputed",
    "disputed tester approved_partial+ => disputed",
    "disputed tester rejected+ => disputed",
    "decided builder disputed+ => decided",
    "decided tester disputed+ => decided",
    "decided clock disputed+ => decided",
    "decided admin disputed+ => decided",
    "settled clock approved+ => approved",
    "settled clock approved_partial+ => approved_partial",
    "settled clock rejected+ => rejected",
    "refunded_by_admin admin draft => draft",
    "refunded_by_admin admin draft+ => draft",
    "refunded_by_admin admin submitted+ => submitted",
    "refunded_by_admin admin needs_info+ => needs_info",
    "refunded_by_admin admin changes_requested+ => changes_requested",
    "refunded_by_admin admin approved+ => approved",
    "refunded_by_admin admin approved_partial+ => approved_partial",
    "refunded_by_admin admin rejected+ => rejected",
    "refunded_by_admin admin disputed+ => disputed",
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

/* A draft, and what it ended as, may never have been handed in; the rest was.
 */
static int can_be(const pt_submission_t *is)
{
    return is->was_handed_in || strcmp(is->state, "draft") == 0
           || strcmp(is->state, "lapsed") == 0
           || strcmp(is->state, "waived") == 0;
}

static void check_cell(apr_pool_t *p, pt_work_event_e event, pt_by_e by,
                       const pt_submission_t *from)
{
    const char *cell = apr_psprintf(
        p, "%s %s %s%s =>", pt_work_event_name(event), pt_by_name(by),
        from->state, from->was_handed_in ? "+" : "");
    const char *to = "untouched";
    pt_err_t *err = pt_submission_next(p, &to, from, event, by);

    if (!err) {
        is(apr_psprintf(p, "%s %s", cell, to),
           from->is_settled ? "refused" : find(cell), cell);
        return;
    }
    ok((from->is_settled || !find(cell)) && err->problem == PT_P_WRONG_STATE
           && strcmp(err->state, from->state) == 0
           && strcmp(to, "untouched") == 0,
       apr_pstrcat(p, cell, from->is_settled ? " settled:" : "", " refused",
                   NULL));
}

static void check_transitions(apr_pool_t *p)
{
    for (int event = 0; event < PT_WORK_COUNT; event++)
        for (int by = 0; by < PT_BY_COUNT; by++)
            for (size_t s = 0; s < LENGTH(states); s++)
                for (int flags = 0; flags < 4; flags++) {
                    pt_submission_t from = {states[s], flags & 1, flags & 2};
                    if (can_be(&from))
                        check_cell(p, (pt_work_event_e)event, (pt_by_e)by,
                                   &from);
                }
}

static void check_rounds(apr_pool_t *p)
{
    const pt_submission_t from = {"submitted", 1, 0};
    pt_err_t *err = pt_changes_check(p, &from, 0);

    ok(!pt_changes_check(p, &from, 1), "a round of changes is left");
    ok(err && err->problem == PT_P_CHANGES_USED_UP
           && strcmp(err->state, "submitted") == 0,
       "none is left");
    err = pt_info_check(p, &from, 0);
    ok(!pt_info_check(p, &from, 1), "a question is left");
    ok(err && err->problem == PT_P_INFO_ROUNDS_USED_UP
           && strcmp(err->state, "submitted") == 0,
       "no question is left");
}

static void check_assignments(void)
{
    static const struct {
        const char *name;
        pt_submission_counts_t n; /* awaited, delivered, unsettled */
        pt_work_event_e event;
        const char *state;
    } cases[] = {
        {"nothing is there yet", {2, 0, 3}, PT_WORK_SAVE, "active"},
        {"something required is missing", {1, 2, 3}, PT_WORK_SUBMIT, "active"},
        {"all that is required is there",
         {0, 2, 3},
         PT_WORK_SUBMIT,
         "delivered"},
        {"some of it is settled", {0, 2, 1}, PT_WORK_APPROVE, "delivered"},
        {"some is settled, some is awaited",
         {1, 1, 1},
         PT_WORK_APPROVE,
         "active"},
        {"all is settled", {0, 3, 0}, PT_WORK_APPROVE, "completed"},
        {"what is left has lapsed", {0, 2, 0}, PT_WORK_LAPSE, "completed"},
        {"some lapsed, some waits", {0, 1, 1}, PT_WORK_LAPSE, "delivered"},
        {"all has lapsed", {0, 0, 0}, PT_WORK_LAPSE, "lapsed"},
        {"all was given back", {0, 0, 0}, PT_WORK_RETURN, "returned"},
        {"all was waived", {0, 1, 0}, PT_WORK_WAIVE, "completed"},
        {"a part waits to be disputed",
         {0, 1, 1},
         PT_WORK_APPROVE_PARTIAL,
         "delivered"},
        {"cancelled, with a compensation",
         {0, 2, 0},
         PT_WORK_CANCEL,
         "cancelled"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        is(pt_assignment_state(&cases[i].n, cases[i].event), cases[i].state,
           cases[i].name);
}

static void check_claims(apr_pool_t *p)
{
    static const pt_newcomer_t limits = {
        .claims = 3, .trials = 2, .approvals = 5};
    static const struct {
        const char *name;
        pt_claim_t claim;
        int problem; /* -1: allowed */
    } cases[] = {
#define JOB(state_, seats_, late_) {state_, OWNER, seats_, late_}
        {"an open job with a free seat",
         {JOB("open", 1, 0), TESTER, "active", 0, 0, 0, 0},
         -1},
        {"one's own job",
         {JOB("open", 1, 0), OWNER, "active", 0, 0, 0, 0},
         PT_P_OWN_JOB},
        {"a draft is not there",
         {JOB("draft", 1, 0), TESTER, "active", 0, 0, 0, 0},
         PT_P_NOT_FOUND},
        {"nor is what is not paid",
         {JOB("pending_payment", 1, 0), TESTER, "active", 0, 0, 0, 0},
         PT_P_NOT_FOUND},
        {"a job without a free seat",
         {JOB("filled", 0, 0), TESTER, "active", 0, 0, 0, 0},
         PT_P_NO_SEAT_LEFT},
        {"a closed job",
         {JOB("closed", 0, 0), TESTER, "active", 0, 0, 0, 0},
         PT_P_WRONG_STATE},
        {"a job whose deadline has passed",
         {JOB("open", 1, 1), TESTER, "active", 0, 0, 0, 0},
         PT_P_WRONG_STATE},
        {"a seat is held",
         {JOB("open", 1, 0), TESTER, "active", 1, 0, 0, 0},
         PT_P_ALREADY_CLAIMED},
        {"the last seat is held",
         {JOB("filled", 0, 0), TESTER, "active", 1, 0, 0, 0},
         PT_P_ALREADY_CLAIMED},
        {"no payout account",
         {JOB("open", 1, 0), TESTER, "none", 0, 0, 0, 0},
         PT_P_NOT_PAYABLE},
        {"a payout account that is not ready",
         {JOB("open", 1, 0), TESTER, "pending", 0, 0, 0, 0},
         PT_P_NOT_PAYABLE},
        {"a newcomer below the limit",
         {JOB("open", 1, 0), TESTER, "active", 0, 2, 4, 0},
         -1},
        {"a newcomer at the limit",
         {JOB("open", 1, 0), TESTER, "active", 0, 3, 4, 0},
         PT_P_CLAIM_LIMIT},
        {"a newcomer's second seat at a builder's",
         {JOB("open", 1, 0), TESTER, "active", 0, 0, 4, 1},
         -1},
        {"a newcomer's third",
         {JOB("open", 1, 0), TESTER, "active", 0, 0, 4, 2},
         PT_P_CLAIM_LIMIT},
        {"the third of one who is not new any more",
         {JOB("open", 1, 0), TESTER, "active", 0, 0, 5, 2},
         -1},
        {"a tester who is not new any more",
         {JOB("open", 1, 0), TESTER, "active", 0, 30, 5, 0},
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
    check_rounds(p);
    check_assignments();
    check_claims(p);
    return done_testing();
}
