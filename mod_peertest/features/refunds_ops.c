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

/* A refund that is to be asked of the provider. */
typedef struct {
    const char *id, *job_id, *payment_id, *payment_intent_id;
    const char *assignment_id, *submission_id; /* may be NULL */
    const char *currency, *state, *intent_id;
    apr_int64_t decision, amount_minor, left_minor;
    int is_frozen;
} sending_t;

static pt_err_t *sending_load(pt_ctx_t *c, sending_t *r, const char *refund_id)
{
    pt_row_t row;

    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(refund_to_send, .refund_id = refund_id)));
    r->id = refund_id;
    r->job_id = pt_row_str(&row, "job_id");
    r->payment_id = pt_row_str(&row, "payment_id");
    r->payment_intent_id = pt_row_str(&row, "payment_intent_id");
    r->assignment_id = pt_row_str(&row, "assignment_id");
    r->submission_id = pt_row_str(&row, "submission_id");
    r->currency = pt_row_str(&row, "currency");
    r->state = pt_row_str(&row, "state");
    r->intent_id = pt_row_str(&row, "intent_id");
    r->decision = pt_row_int(&row, "decision");
    r->amount_minor = pt_row_int(&row, "amount_minor");
    r->left_minor = pt_row_int(&row, "left_minor");
    r->is_frozen = pt_row_bool(&row, "is_frozen");
    return PT_OK;
}

/* A decision on a submission refunds once; other refunds stand for themselves.
 */
static const char *subject_of(const sending_t *r)
{
    return r->submission_id && r->decision > 0 ? r->submission_id : r->id;
}

static pt_err_t *make_intent(pt_ctx_t *c, const sending_t *r)
{
    const char *group = pt_text_urlencode(c->pool, r->payment_intent_id);
    const char *intent_id;
    pt_intent_spec_t spec = {
        .kind = "refund",
        .subject_id = subject_of(r),
        .submission_id = r->submission_id,
        .decision = r->decision > 0 ? r->decision : 1,
        .path = "/v1/refunds",
        .form = pt_form_make(c->pool),
        .group_path =
            apr_pstrcat(c->pool, "/v1/refunds?payment_intent=", group, NULL)};

    pt_form_add(spec.form, "payment_intent", r->payment_intent_id);
    pt_form_int(spec.form, "amount", r->left_minor);
    pt_form_mark(spec.form, c, "metadata", "refund", r->id);
    pt_form_add(spec.form, "metadata[payment]", r->payment_id);
    pt_form_add(spec.form, "metadata[submission]", r->submission_id);
    PT_TRY(pt_intent_make(c, &intent_id, &spec));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(refund_intent_set, .refund_id = r->id, .intent_id = intent_id)));
    return pt_intent_queue(c, intent_id, spec.subject_id);
}

/* A card that has its money back through a lost chargeback gets it no second
 * time: as far as that reaches, what is owed covers our loss. */
static pt_err_t *cover_loss(pt_ctx_t *c, sending_t *r)
{
    const char *chargeback_id, *amount;
    apr_int64_t covered_minor;
    pt_row_t row;
    int found;

    PT_TRY(
        pt_db_maybe(c->db, &row, &found,
                    PT_Q(chargeback_uncovered, .payment_id = r->payment_id)));
    if (!found)
        return PT_OK;
    chargeback_id = pt_row_str(&row, "id");
    covered_minor = pt_row_int(&row, "uncovered_minor");
    if (covered_minor > r->left_minor)
        covered_minor = r->left_minor;
    else if (r->intent_id && covered_minor < r->left_minor)
        return PT_OK; /* its frozen request is over the whole */
    amount = pt_i64(c->pool, covered_minor);
    PT_TRY(pt_ledger_post(c,
                          &(pt_posting_t){.kind = "chargeback",
                                          .job_id = r->job_id,
                                          .assignment_id = r->assignment_id,
                                          .submission_id = r->submission_id,
                                          .payment_id = r->payment_id,
                                          .refund_id = r->id,
                                          .chargeback_id = chargeback_id,
                                          .currency = r->currency},
                          (pt_line_t[]){{"refunds_out", -covered_minor},
                                        {"chargeback_loss", covered_minor},
                                        {NULL, 0}}));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(chargeback_covered, .chargeback_id = chargeback_id,
                           .amount_minor = amount)));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(refund_offset_add, .refund_id = r->id, .amount_minor = amount)));
    r->left_minor = pt_row_int(&row, "left_minor");
    return PT_OK;
}

/* Ask the provider for it, unless it has to wait or is not needed any more. */
static pt_err_t *go_on(pt_ctx_t *c, const char *refund_id)
{
    sending_t r;

    PT_TRY(sending_load(c, &r, refund_id));
    PT_TRY(cover_loss(c, &r));
    if (r.left_minor == 0 || r.is_frozen)
        return PT_OK;
    if (!r.intent_id)
        return make_intent(c, &r);
    if (strcmp(r.state, "pending") != 0)
        return PT_OK;
    return pt_intent_queue(c, r.intent_id, subject_of(&r));
}

pt_err_t *pt_refund_start(pt_ctx_t *c, const pt_refund_t *refund)
{
    const char *id;
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(refund_create, .payment_id = refund->payment_id,
             .job_id = refund->job_id, .assignment_id = refund->assignment_id,
             .submission_id = refund->submission_id,
             .decision = refund->decision > 0
                             ? pt_i64(c->pool, refund->decision)
                             : NULL,
             .amount_minor = pt_i64(c->pool, refund->amount_minor),
             .currency = refund->currency, .reason = refund->reason)));
    id = pt_row_str(&row, "id");
    PT_TRY(
        pt_ledger_post(c,
                       &(pt_posting_t){.kind = "refund_due",
                                       .job_id = refund->job_id,
                                       .assignment_id = refund->assignment_id,
                                       .submission_id = refund->submission_id,
                                       .payment_id = refund->payment_id,
                                       .refund_id = id,
                                       .currency = refund->currency},
                       (pt_line_t[]){{refund->account, -refund->amount_minor},
                                     {"refunds_out", refund->amount_minor},
                                     {NULL, 0}}));
    return go_on(c, id);
}

pt_err_t *pt_refund_retry(pt_ctx_t *c, const char *refund_id)
{
    sending_t r;
    int affected;

    PT_TRY(sending_load(c, &r, refund_id));
    if (strcmp(r.state, "failed") != 0)
        return pt_err_state(
            pt_fail(c->pool, PT_P_WRONG_STATE,
                    "Only a refund that has failed can be tried again."),
            r.state);
    PT_TRY(pt_db_exec(c->db, &affected,
                      PT_Q(refund_retry, .refund_id = refund_id)));
    if (!affected)
        return pt_err_state(
            pt_fail(c->pool, PT_P_WRONG_STATE,
                    "The bank has sent this refund back: the same request "
                    "cannot be made again."),
            r.state);
    return go_on(c, refund_id);
}

pt_err_t *pt_refunds_resume(pt_ctx_t *c, const char *builder_id)
{
    pt_rows_t rows;
    int i;

    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(refund_waiting, .builder_id = builder_id)));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i), locked;

        PT_TRY(pt_db_begin(c->db));
        PT_TRY(pt_db_one(
            c->db, &locked,
            PT_Q(money_job_lock, .job_id = pt_row_str(&row, "job_id"))));
        PT_TRY(pt_db_one(
            c->db, &locked,
            PT_Q(payment_lock, .payment_id = pt_row_str(&row, "payment_id"))));
        PT_TRY(go_on(c, pt_row_str(&row, "id")));
        PT_TRY(pt_db_commit(c->db));
    }
    return PT_OK;
}

pt_err_t *pt_refund_sent(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id __attribute__((unused)),
                         const json_t *object)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(refund_sent, .intent_id = intent_id,
                           .provider_id = pt_json_str(object, "id")));
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
    const char *job_title, *currency;
    apr_int64_t amount_minor; /* asked of the provider */
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
    r->job_title = pt_row_str(row, "job_title");
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
                      const char *from, const char *to, const char *code)
{
    return pt_event_add(c, &(pt_event_t){.job_id = r->job_id,
                                         .assignment_id = r->assignment_id,
                                         .submission_id = r->submission_id,
                                         .actor_kind = "gateway",
                                         .kind = kind,
                                         .from_state = from,
                                         .to_state = to,
                                         .amount_minor = r->amount_minor,
                                         .currency = r->currency,
                                         .note = code});
}

static pt_err_t *tell_builder(pt_ctx_t *c, const refund_row_t *r,
                              const char *mail, const char *code)
{
    return pt_mail_add(c, mail, r->builder_id,
                       json_pack("{ss ss sI ss ss*}", "job_id", r->job_id,
                                 "job_title", r->job_title, "amount_minor",
                                 (json_int_t)r->amount_minor, "currency",
                                 r->currency, "failure_code", code));
}

static pt_err_t *complete(pt_ctx_t *c, const refund_row_t *r, const char *state,
                          const char *provider_id)
{
    PT_TRY(book(c, r, "refund_paid", 1));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(refund_completed, .refund_id = r->id,
                           .provider_id = provider_id)));
    PT_TRY(pt_intent_confirmed(c, r->intent_id, provider_id));
    PT_TRY(note(c, r, "refund_completed", state, "completed", NULL));
    return tell_builder(c, r, "refund_completed", NULL);
}

pt_err_t *pt_refund_refused(pt_ctx_t *c, const char *intent_id,
                            const char *subject_id __attribute__((unused)),
                            const char *code)
{
    refund_row_t r;
    pt_row_t row;
    int found, affected;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(refund_find, .intent_id = intent_id)));
    if (!found)
        return PT_OK;
    read_row(&r, &row);
    PT_TRY(pt_db_exec(
        c->db, &affected,
        PT_Q(refund_refused, .intent_id = intent_id, .failure_code = code)));
    if (!affected)
        return PT_OK;
    PT_TRY(note(c, &r, "refund_failed", NULL, "failed", code));
    return tell_builder(c, &r, "refund_failed", code);
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
    PT_TRY(note(c, r, "refund_failed", state, "failed", code));
    pt_log(&c->log, APLOG_ERR, "PT1250: refund %s failed: %s", r->id, code);
    return tell_builder(c, r, "refund_failed", code);
}

/* Bring ours in line with the provider's, in one transaction. */
static pt_err_t *apply(pt_ctx_t *c, const refund_row_t *r, const json_t *object,
                       pt_seen_e *seen)
{
    const char *provider_id = pt_json_str(object, "id");
    const char *status = pt_json_str(object, "status");
    const char *code = pt_json_str(object, "failure_reason");
    const char *state;
    pt_row_t row;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(money_job_lock, .job_id = r->job_id)));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payment_lock, .payment_id = r->payment_id)));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(refund_lock, .refund_id = r->id)));
    state = pt_row_str(&row, "state");
    *seen = PT_SEEN_DONE;
    if (!strcmp(status, "succeeded")) {
        if (strcmp(state, "completed") != 0)
            PT_TRY(complete(c, r, state, provider_id));
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
