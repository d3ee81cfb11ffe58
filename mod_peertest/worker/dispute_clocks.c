/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_clocks.c - what time alone does to a dispute; each is a pt_clock_fn
 * and does nothing when its reason has gone. */

#include "features/dispute_mail_ops.h"
#include "features/queue_ops.h"
#include "worker/pt_worker.h"

#include <string.h>

#define DAY_SECONDS 86400

/* @param is_due 0 when somebody was quicker than the clock */
static pt_err_t *lock_due(pt_ctx_t *c, pt_dispute_t *d, int *is_due,
                          const char *dispute_id, pt_dispute_event_e event)
{
    PT_TRY(pt_dispute_lock(c, d, dispute_id, NULL));
    *is_due = pt_dispute_may(c, d, event, PT_BY_CLOCK) == PT_OK;
    return PT_OK;
}

pt_err_t *pt_clock_dispute_answer_reminder(pt_ctx_t *c, const char *dispute_id)
{
    pt_dispute_t d;
    int is_due;

    PT_TRY(lock_due(c, &d, &is_due, dispute_id, PT_DISPUTE_SILENCE));
    if (!is_due)
        return PT_OK;
    return pt_dispute_mail(
        c, &d, "dispute_answer_reminder",
        strcmp(d.opened_by, "tester") == 0 ? PT_BY_BUILDER : PT_BY_TESTER, 0);
}

pt_err_t *pt_clock_dispute_answer_expires(pt_ctx_t *c, const char *dispute_id)
{
    pt_dispute_t d;
    int is_due;

    PT_TRY(lock_due(c, &d, &is_due, dispute_id, PT_DISPUTE_SILENCE));
    if (!is_due)
        return PT_OK;
    return pt_dispute_rule(
        c, &d,
        &(pt_ruling_t){.event = PT_DISPUTE_SILENCE,
                       .by = PT_BY_CLOCK,
                       .percent = pt_dispute_by_silence(d.opened_by)});
}

/* The decision is late: a reminder every day. A clock cannot set itself, so two
 * take turns. */
static pt_err_t *remind(pt_ctx_t *c, const char *dispute_id, const char *next)
{
    pt_dispute_t d;
    int is_due;

    PT_TRY(lock_due(c, &d, &is_due, dispute_id, PT_DISPUTE_HARD_STOP));
    if (!is_due)
        return PT_OK;
    PT_TRY(pt_clock_set(c, "dispute", dispute_id, next, DAY_SECONDS));
    return pt_dispute_mail_judges(c, &d, 1);
}

pt_err_t *pt_clock_dispute_decision_due(pt_ctx_t *c, const char *dispute_id)
{
    return remind(c, dispute_id, "decision_again");
}

pt_err_t *pt_clock_dispute_decision_again(pt_ctx_t *c, const char *dispute_id)
{
    return remind(c, dispute_id, "decision_due");
}

pt_err_t *pt_clock_dispute_appeal_expires(pt_ctx_t *c, const char *dispute_id)
{
    pt_dispute_t d;
    int is_due;

    PT_TRY(lock_due(c, &d, &is_due, dispute_id, PT_DISPUTE_CLOSE));
    return is_due ? pt_dispute_close(c, &d, PT_BY_CLOCK) : PT_OK;
}

/* Of an appeal, the first decision stands. */
pt_err_t *pt_clock_dispute_hard_stop(pt_ctx_t *c, const char *dispute_id)
{
    pt_dispute_t d;
    int is_due;

    PT_TRY(lock_due(c, &d, &is_due, dispute_id, PT_DISPUTE_HARD_STOP));
    if (!is_due)
        return PT_OK;
    return pt_dispute_rule(
        c, &d,
        &(pt_ruling_t){.event = PT_DISPUTE_HARD_STOP,
                       .by = PT_BY_CLOCK,
                       .percent = strcmp(d.state, "appealed") == 0
                                      ? d.percent
                                      : PT_DISPUTE_BY_HARD_STOP});
}
