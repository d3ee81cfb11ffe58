/* SPDX-License-Identifier: Apache-2.0 */
/* ways_out_ops.c - work that is given up before it is handed in, and more time
 * for it. */

#include "features/ways_out_ops.h"
#include "features/money_ops.h"

#include <string.h>

static pt_err_t *wrong_state(pt_ctx_t *c, const char *state)
{
    return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
}

/* Some events are for the drafts of an assignment, others only for all of it.
 */
static int is_for_all(pt_work_event_e event)
{
    return event == PT_WORK_RETURN || event == PT_WORK_CANCEL;
}

/* The submissions of an assignment, locked, and whether the step can be taken.
 * @param handed_in set to whether one of them ever was */
static pt_err_t *check_drafts(pt_ctx_t *c, pt_rows_t *rows, int *handed_in,
                              const pt_work_t *work, const pt_work_step_t *step)
{
    int suiting = 0;

    *handed_in = 0;
    PT_TRY(pt_db_many(
        c->db, rows,
        PT_Q(work_submissions, .assignment_id = work->assignment_id)));
    for (int i = 0; i < rows->count; i++) {
        pt_row_t row = pt_rows_at(rows, i);
        pt_submission_t is = {.state = pt_row_str(&row, "state"),
                              .was_handed_in =
                                  pt_row_bool(&row, "was_handed_in"),
                              .is_settled = pt_row_bool(&row, "is_settled")};
        const char *to;
        pt_err_t *err =
            pt_submission_next(c->pool, &to, &is, step->event, step->by);

        if (err && is_for_all(step->event))
            return err;
        suiting += !err;
        *handed_in |= is.was_handed_in;
    }
    return suiting > 0 ? PT_OK : wrong_state(c, work->assignment_state);
}

static pt_err_t *free_seat(pt_ctx_t *c, const pt_work_t *work, int is_closed)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(seat_give_back, .assignment_id = work->assignment_id,
                           .closed = is_closed ? "1" : "0"));
}

/* What the seat held goes where it came from: to the job, which sells it
 * again, or to the builder, who paid for this bid alone, or of whose seat some
 * has been given back already. */
static pt_err_t *free_money(pt_ctx_t *c, const pt_work_t *work,
                            const char *reason)
{
    if (work->role_id || !work->is_whole)
        return pt_money_refund_rest(c, work->assignment_id, reason);
    return pt_money_unhold(c, work->assignment_id);
}

/* The tester knows of what was returned; the builder of a simple job has
 * nothing to do with a seat that somebody else will take. */
static pt_err_t *tell(pt_ctx_t *c, const pt_work_t *work, int handed_in,
                      pt_work_event_e event)
{
    if (event == PT_WORK_LAPSE)
        PT_TRY(pt_work_mail(c, work,
                            handed_in ? "items_lapsed" : "claim_lapsed",
                            PT_BY_TESTER));
    if (!work->role_id)
        return PT_OK;
    return pt_work_mail(
        c, work, event == PT_WORK_LAPSE ? "work_lapsed" : "work_returned",
        PT_BY_BUILDER);
}

pt_err_t *pt_work_give_back(pt_ctx_t *c, pt_work_t *work,
                            const pt_work_step_t *step)
{
    pt_work_step_t done = *step;
    pt_rows_t rows;
    pt_row_t row;
    int handed_in;

    PT_TRY(check_drafts(c, &rows, &handed_in, work, step));
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(work_end_drafts, .assignment_id = work->assignment_id)));
    work->item.id = pt_row_str(&row, "submission_id");
    if (work->role_id)
        done.amount_minor = pt_row_int(&row, "held_minor");
    PT_TRY(pt_work_note(c, work, &done, "draft", "lapsed"));
    PT_TRY(free_money(c, work, pt_work_event_name(step->event)));
    if (!handed_in)
        PT_TRY(free_seat(c, work, !work->role_id && !work->is_whole));
    PT_TRY(tell(c, work, handed_in, step->event));
    return pt_work_follow(c, work, step);
}

/* One submission of a cancelled assignment: its compensation, and the rest. */
static pt_err_t *cancel_item(pt_ctx_t *c, pt_work_t *work, const pt_row_t *row,
                             pt_work_step_t step)
{
    apr_int64_t paid_minor = pt_row_int(row, "compensation_minor");

    PT_TRY(pt_work_turn_to(c, work, pt_row_str(row, "id")));
    PT_TRY(pt_work_grant(c, work, paid_minor));
    step.amount_minor = work->item.net_minor;
    PT_TRY(pt_work_move(c, work, &step));
    return pt_money_settle(c, work->item.id, paid_minor, "cancelled");
}

pt_err_t *pt_work_cancel(pt_ctx_t *c, pt_work_t *work, const char *comment)
{
    const pt_work_step_t step = {
        .event = PT_WORK_CANCEL, .by = PT_BY_BUILDER, .note = comment};
    apr_int64_t net_minor = 0;
    pt_rows_t rows;
    int handed_in;

    PT_TRY(check_drafts(c, &rows, &handed_in, work, &step));
    for (int i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(cancel_item(c, work, &row, step));
        net_minor += work->item.net_minor;
    }
    work->item = (pt_item_t){.net_minor = net_minor};
    PT_TRY(free_seat(c, work, !work->role_id));
    PT_TRY(pt_work_mail(c, work, "work_cancelled", PT_BY_TESTER));
    return pt_work_follow(c, work, &step);
}

pt_err_t *pt_work_extend(pt_ctx_t *c, pt_work_t *work)
{
    const pt_work_step_t step = {.event = PT_WORK_EXTEND, .by = PT_BY_TESTER};
    pt_rows_t rows;
    pt_row_t row;
    int handed_in;

    PT_TRY(check_drafts(c, &rows, &handed_in, work, &step));
    if (work->claim_seconds <= 0)
        return wrong_state(c, work->assignment_state);
    if (work->is_extended)
        return pt_err_state(pt_fail(c->pool, PT_P_EXTENSION_USED_UP, NULL),
                            work->assignment_state);
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(assignment_extend, .assignment_id = work->assignment_id,
             .seconds = pt_i64(c->pool, c->site->cfg->claim_extension))));
    work->claim_expires_at = pt_row_str(&row, "claim_expires_at");
    work->claim_seconds = pt_row_int(&row, "claim_seconds");
    PT_TRY(pt_work_deadline(c, work));
    return pt_work_note(c, work, &step, "draft", "draft");
}
