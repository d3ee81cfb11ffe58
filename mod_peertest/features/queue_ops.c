/* SPDX-License-Identifier: Apache-2.0 */
/* queue_ops.c - write background jobs, clocks and events in the transaction
 * that causes them. */

#include "features/queue_ops.h"
#include "domain/mail_render.h"
#include "features/notice_ops.h"

#include <string.h>

/* How urgent each kind is; the table's own column says the same. */
enum { PT_NOW = 1, PT_SOON, PT_LATER };

static const struct {
    const char *kind;
    int urgency;
} kinds[] = {
#define PT_JOB(kind, function, tries, urgency, what) {kind, urgency},
#include "worker/jobs.def"
#undef PT_JOB
    {NULL, PT_LATER}};

/* Where a kind stands; an unknown one at the end. */
static int index_of(const char *kind)
{
    int i;

    for (i = 0; kinds[i].kind && strcmp(kinds[i].kind, kind);)
        i++;
    return i;
}

int pt_queue_knows(const char *kind)
{
    return kinds[index_of(kind)].kind != NULL;
}

pt_err_t *pt_queue_add(pt_ctx_t *c, const char **job_id, const char *kind,
                       json_t *payload, const char *serial_key,
                       const char *dedupe_key)
{
    const char *text = pt_json_text(c->pool, pt_json_own(c->pool, payload));
    pt_row_t job;

    PT_TRY(pt_db_one(
        c->db, &job,
        PT_Q(queue_add, .kind = kind,
             .urgency = pt_i64(c->pool, kinds[index_of(kind)].urgency),
             .payload = text, .serial_key = serial_key,
             .dedupe_key = dedupe_key)));
    if (job_id)
        *job_id = pt_row_str(&job, "id");
    return PT_OK;
}

pt_err_t *pt_mail_add(pt_ctx_t *c, const char *mail, const char *account_id,
                      json_t *data)
{
    json_t *payload = pt_json_own(
        c->pool, json_pack("{s:s, s:s, s:o}", "mail", mail, "account_id",
                           account_id, "data", data ? data : json_object()));

    if (pt_mail_is_notice(mail))
        PT_TRY(pt_notice_add(c, mail, account_id,
                             json_object_get(payload, "data")));
    return pt_queue_add(c, NULL, "mail.send", json_incref(payload), NULL, NULL);
}

pt_err_t *pt_clock_set(pt_ctx_t *c, const char *entity, const char *id,
                       const char *transition, apr_int64_t seconds)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(clock_set, .entity = entity, .entity_id = id,
                           .transition = transition,
                           .seconds = pt_i64(c->pool, seconds)));
}

pt_err_t *pt_clock_clear(pt_ctx_t *c, const char *entity, const char *id,
                         const char *transition)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(clock_clear, .entity = entity, .entity_id = id,
                           .transition = transition));
}

pt_err_t *pt_event_add(pt_ctx_t *c, const pt_event_t *e)
{
    return pt_db_exec(
        c->db, NULL,
        PT_Q(event_add, .job_id = e->job_id, .bid_id = e->bid_id,
             .assignment_id = e->assignment_id,
             .submission_id = e->submission_id, .actor_id = e->actor_id,
             .actor_kind = e->actor_kind, .kind = e->kind,
             .from_state = e->from_state, .to_state = e->to_state,
             .amount_minor =
                 e->amount_minor ? pt_i64(c->pool, e->amount_minor) : NULL,
             .currency = e->currency, .note = e->note));
}
