/* SPDX-License-Identifier: Apache-2.0 */
/* refunds_ops.c - money on its way back to a builder.
 * Log ids: PT1250-PT1274. */

#include "features/refunds_ops.h"

#include "core/pt_text.h"
#include "features/intent_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <string.h>

static pt_err_t *make_intent(pt_ctx_t *c, const char **intent_id,
                             const char *refund_id, const pt_refund_t *refund)
{
    const char *group = pt_text_urlencode(c->pool, refund->payment_intent_id);
    pt_intent_spec_t spec = {
        .kind = "refund",
        .subject_id = refund->submission_id ? refund->submission_id : refund_id,
        .submission_id = refund->submission_id,
        .decision = refund->decision,
        .path = "/v1/refunds",
        .form = pt_form_make(c->pool),
        .group_path =
            apr_pstrcat(c->pool, "/v1/refunds?payment_intent=", group, NULL)};

    pt_form_add(spec.form, "payment_intent", refund->payment_intent_id);
    pt_form_int(spec.form, "amount", refund->amount_minor);
    pt_form_mark(spec.form, c, "metadata", "refund", refund_id);
    pt_form_add(spec.form, "metadata[payment]", refund->payment_id);
    pt_form_add(spec.form, "metadata[submission]", refund->submission_id);
    PT_TRY(pt_intent_make(c, intent_id, &spec));
    return pt_intent_queue(c, *intent_id, spec.subject_id);
}

pt_err_t *pt_refund_start(pt_ctx_t *c, const pt_refund_t *refund)
{
    const char *refund_id, *intent_id;
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(refund_create, .payment_id = refund->payment_id,
             .job_id = refund->job_id, .assignment_id = refund->assignment_id,
             .submission_id = refund->submission_id,
             .amount_minor = pt_i64(c->pool, refund->amount_minor),
             .currency = refund->currency, .reason = refund->reason)));
    refund_id = pt_row_str(&row, "id");
    PT_TRY(
        pt_ledger_post(c,
                       &(pt_posting_t){.kind = "refund_due",
                                       .job_id = refund->job_id,
                                       .assignment_id = refund->assignment_id,
                                       .submission_id = refund->submission_id,
                                       .payment_id = refund->payment_id,
                                       .refund_id = refund_id,
                                       .currency = refund->currency},
                       (pt_line_t[]){{refund->account, -refund->amount_minor},
                                     {"refunds_out", refund->amount_minor},
                                     {NULL, 0}}));
    PT_TRY(make_intent(c, &intent_id, refund_id, refund));
    return pt_db_exec(c->db, NULL,
                      PT_Q(refund_intent_set, .refund_id = refund_id,
                           .intent_id = intent_id));
}

pt_err_t *pt_refund_sent(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id __attribute__((unused)),
                         const json_t *object)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(refund_sent, .intent_id = intent_id,
                           .provider_id = pt_json_str(object, "id")));
}

pt_err_t *pt_refund_refused(pt_ctx_t *c, const char *intent_id,
                            const char *subject_id __attribute__((unused)),
                            const char *code)
{
    return pt_db_exec(
        c->db, NULL,
        PT_Q(refund_refused, .intent_id = intent_id, .failure_code = code));
}

pt_err_t *pt_refund_renewed(pt_ctx_t *c, const char *intent_id,
                            const char *next_intent_id)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(refund_renewed, .intent_id = intent_id,
                           .next_intent_id = next_intent_id));
}

/* A refund of ours, as far as its outcome goes. */
typedef struct {
    const char *id, *job_id, *payment_id, *builder_id, *intent_id;
    const char *assignment_id, *submission_id; /* may be NULL */
    const char *currency;
    apr_int64_t amount_minor;
} refund_row_t;

static void read_row(refund_row_t *r, const pt_row_t *row)
{
    r->id = pt_row_str(row, "id");
    r->job_id = pt_row_str(row, "job_id");
    r->payment_id = pt_row_str(row, "payment_id");
    r->builder_id = pt_row_str(row, "builder_id");
    r->intent_id = pt_row_str(row, "intent_id");
    r->assignment_id = pt_row_str(row, "assignment_id");
    r->submission_id = pt_row_str(row, "submission_id");
    r->currency = pt_row_str(row, "currency");
    r->amount_minor = pt_row_int(row, "amount_minor");
}

/* Book the money as having left (direction 1), or as having come back (-1). */
static pt_err_t *book(pt_ctx_t *c, const refund_row_t *r, const char *kind,
                      int direction)
{
    apr_int64_t amount = direction * r->amount_minor;

    PT_TRY(pt_ledger_post(c,
                          &(pt_posting_t){.kind = kind,
                                          .job_id = r->job_id,
                                          .assignment_id = r->assignment_id,
                                          .submission_id = r->submission_id,
                                          .payment_id = r->payment_id,
                                          .refund_id = r->id,
                                          .currency = r->currency},
                          (pt_line_t[]){{"refunds_out", -amount},
                                        {"gateway_balance", amount},
                                        {NULL, 0}}));
    return pt_db_exec(c->db, NULL,
                      PT_Q(payment_refunded, .payment_id = r->payment_id,
                           .amount_minor = pt_i64(c->pool, amount)));
}

static pt_err_t *note(pt_ctx_t *c, const refund_row_t *r, const char *kind,
                      const char *from, const char *to)
{
    return pt_event_add(c, &(pt_event_t){.job_id = r->job_id,
                                         .assignment_id = r->assignment_id,
                                         .submission_id = r->submission_id,
                                         .actor_kind = "gateway",
                                         .kind = kind,
                                         .from_state = from,
                                         .to_state = to,
                                         .amount_minor = r->amount_minor,
                                         .currency = r->currency});
}

static pt_err_t *complete(pt_ctx_t *c, const refund_row_t *r, const char *state,
                          const char *title, const char *provider_id)
{
    PT_TRY(book(c, r, "refund_paid", 1));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(refund_completed, .refund_id = r->id,
                           .provider_id = provider_id)));
    PT_TRY(pt_intent_confirmed(c, r->intent_id, provider_id));
    PT_TRY(note(c, r, "refund_completed", state, "completed"));
    return pt_mail_add(c, "refund_completed", r->builder_id,
                       json_pack("{s:s, s:s, s:I, s:s}", "job_id", r->job_id,
                                 "job_title", title, "amount_minor",
                                 (json_int_t)r->amount_minor, "currency",
                                 r->currency));
}

/* The bank sent it back: we owe it again, and an operator decides how. */
static pt_err_t *fail(pt_ctx_t *c, const refund_row_t *r, const char *state,
                      const char *provider_id, const char *code)
{
    if (!strcmp(state, "completed"))
        PT_TRY(book(c, r, "reversal", -1));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(refund_failed, .refund_id = r->id,
                           .provider_id = provider_id, .failure_code = code)));
    PT_TRY(pt_intent_confirmed(c, r->intent_id, provider_id));
    PT_TRY(note(c, r, "refund_failed", state, "failed"));
    pt_log(&c->log, APLOG_ERR, "PT1250: refund %s failed: %s", r->id, code);
    return PT_OK;
}

/* Bring ours in line with the provider's, in one transaction. */
static pt_err_t *apply(pt_ctx_t *c, const refund_row_t *r, const json_t *object,
                       pt_seen_e *seen)
{
    const char *provider_id = pt_json_str(object, "id");
    const char *status = pt_json_str(object, "status");
    const char *code = pt_json_str(object, "failure_reason");
    const char *state;
    pt_row_t job, row;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &job, PT_Q(money_job_lock, .job_id = r->job_id)));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payment_lock, .payment_id = r->payment_id)));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(refund_lock, .refund_id = r->id)));
    state = pt_row_str(&row, "state");
    *seen = PT_SEEN_DONE;
    if (!strcmp(status, "succeeded")) {
        if (strcmp(state, "completed") != 0)
            PT_TRY(
                complete(c, r, state, pt_row_str(&job, "title"), provider_id));
    }
    else if (!strcmp(status, "failed") || !strcmp(status, "canceled")) {
        if (strcmp(state, "failed") != 0)
            PT_TRY(fail(c, r, state, provider_id, code ? code : status));
    }
    else {
        *seen = PT_SEEN_OPEN;
    }
    return pt_db_commit(c->db);
}

pt_err_t *pt_refund_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen)
{
    const char *provider_id = pt_json_str(object, "id");
    const char *currency = pt_json_str(object, "currency");
    refund_row_t r;
    pt_row_t row;
    int found;

    *seen = PT_SEEN_FOREIGN;
    if (pt_object_is_foreign(c, object))
        return PT_OK;
    *seen = PT_SEEN_WRONG;
    if (!provider_id || !currency || !pt_json_str(object, "status"))
        return PT_OK;
    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(refund_find,
                            .refund_id = pt_object_uuid(object, "refund"),
                            .provider_id = provider_id)));
    if (!found) {
        *seen = pt_object_unmatched(c, object);
        return PT_OK;
    }
    read_row(&r, &row);
    if (pt_json_int(object, "amount", 0) != r.amount_minor
        || strcmp(currency, r.currency) != 0) {
        pt_log(&c->log, APLOG_ERR,
               "PT1251: refund %s is over another amount at the provider",
               r.id);
        return PT_OK;
    }
    return apply(c, &r, object, seen);
}
