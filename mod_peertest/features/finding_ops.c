/* SPDX-License-Identifier: Apache-2.0 */
/* finding_ops.c - findings that were handed in: their rows and their moves. */

#include "features/finding_ops.h"
#include "features/queue_ops.h"

#include <string.h>

pt_err_t *pt_finding_lock(pt_ctx_t *c, pt_finding_t *finding,
                          const char *finding_id, const char *owner_id,
                          const char *tester_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(finding_get, .finding_id = finding_id)));
    PT_TRY(pt_work_lock(
        c, &finding->work,
        &(pt_work_key_t){.submission_id = pt_row_str(&row, "submission_id"),
                         .owner_id = owner_id,
                         .tester_id = tester_id}));
    if (owner_id && !finding->work.item.is.was_handed_in)
        return pt_fail(c->pool, PT_P_NOT_FOUND, NULL);
    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(finding_lock, .finding_id = finding_id)));
    finding->id = pt_row_str(&row, "id");
    finding->title = pt_row_str(&row, "title");
    finding->state = pt_row_str(&row, "state");
    finding->severity = pt_row_str(&row, "severity");
    return PT_OK;
}

pt_err_t *pt_finding_note(pt_ctx_t *c, const pt_finding_t *finding,
                          const pt_finding_step_t *step, const char *from,
                          const char *to)
{
    const pt_work_t *work = &finding->work;
    const char *actor_id = NULL;

    if (strcmp(step->by, "builder") == 0)
        actor_id = work->owner_id;
    else if (strcmp(step->by, "tester") == 0)
        actor_id = work->tester_id;
    return pt_event_add(
        c, &(pt_event_t){.job_id = work->job_id,
                         .assignment_id = work->assignment_id,
                         .submission_id = work->item.id,
                         .actor_id = actor_id,
                         .actor_kind = step->by,
                         .kind = pt_finding_event_name(step->event),
                         .from_state = from,
                         .to_state = to,
                         .note = step->note});
}

pt_err_t *pt_finding_move(pt_ctx_t *c, pt_finding_t *finding,
                          const pt_finding_step_t *step)
{
    const char *from = finding->state, *to;
    int moved;

    PT_TRY(pt_finding_next(c->pool, &to, from, step->event, step->by));
    PT_TRY(pt_db_exec(c->db, &moved,
                      PT_Q(finding_move, .finding_id = finding->id,
                           .from_state = from, .to_state = to,
                           .build = step->build, .note = step->note)));
    if (moved != 1)
        return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), from);
    finding->state = to;
    return pt_finding_note(c, finding, step, from, to);
}

pt_err_t *pt_finding_check_open(pt_ctx_t *c, const pt_finding_t *finding)
{
    static const char *const open[] = {"submitted", "needs_info",
                                       "changes_requested", "draft", NULL};
    const pt_submission_t *is = &finding->work.item.is;

    for (const char *const *state = open; *state; state++) {
        if (is->was_handed_in && strcmp(*state, is->state) == 0)
            return PT_OK;
    }
    return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), is->state);
}

pt_err_t *pt_finding_not_repeated(pt_ctx_t *c, const char *finding_id)
{
    pt_row_t row;

    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(finding_project_lock, .finding_id = finding_id)));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_is_repeated, .finding_id = finding_id)));
    if (!pt_row_bool(&row, "is_repeated"))
        return PT_OK;
    return pt_err_state(
        pt_fail(c->pool, PT_P_WRONG_STATE, "Other findings repeat this one"),
        pt_row_str(&row, "state"));
}

/* One event for all of them: the timeline has said already that the work was
 * approved. */
pt_err_t *pt_findings_accept(pt_ctx_t *c, const pt_work_t *work)
{
    const pt_finding_t some = {.work = *work};
    const pt_finding_step_t step = {.event = PT_FINDING_ACCEPT, .by = "system"};
    int accepted;

    PT_TRY(pt_db_exec(c->db, &accepted,
                      PT_Q(finding_accept, .submission_id = work->item.id)));
    return accepted ? pt_finding_note(c, &some, &step, NULL, "valid") : PT_OK;
}

static pt_err_t *tell_builder(pt_ctx_t *c, const pt_finding_t *finding,
                              const pt_work_t *retest, const char *outcome)
{
    return pt_mail_add(
        c, "finding_retested", finding->work.owner_id,
        json_pack("{ss ss ss ss ss ss}", "finding_id", finding->id,
                  "finding_title", finding->title, "tester_name",
                  retest->tester_name, "assignment_id", retest->assignment_id,
                  "submission_id", retest->item.id, "outcome", outcome));
}

/* A finding that has moved on meanwhile stays where it is. */
pt_err_t *pt_finding_retested(pt_ctx_t *c, const pt_work_t *work)
{
    pt_finding_step_t step = {.by = "system"};
    pt_finding_t finding;
    const char *outcome;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(finding_retested, .submission_id = work->item.id)));
    if (!found || !pt_retest_event(&step.event, pt_row_str(&row, "outcome")))
        return PT_OK;
    PT_TRY(pt_finding_lock(c, &finding, pt_row_str(&row, "finding_id"), NULL,
                           NULL));
    if (strcmp(finding.state, "retest_ordered") != 0)
        return PT_OK;
    step.note = pt_row_str(&row, "actual");
    outcome =
        step.event == PT_FINDING_VERIFY ? "The fix holds" : "It is not fixed";
    PT_TRY(pt_finding_move(c, &finding, &step));
    return tell_builder(c, &finding, work, outcome);
}
