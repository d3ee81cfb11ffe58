/* SPDX-License-Identifier: Apache-2.0 */
/* payouts_ops.c - what testers earned, on its way to them.
 * Log ids: PT1325-PT1349. */

#include "features/payouts_ops.h"

#include "core/pt_text.h"
#include "features/intent_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"
#include "features/reversals_ops.h"

#include <apr_strings.h>
#include <string.h>

pt_err_t *pt_payout_add(pt_ctx_t *c, const char **payout_id,
                        const pt_payout_t *payout)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payout_create, .submission_id = payout->submission_id,
                          .decision = pt_i64(c->pool, payout->decision),
                          .assignment_id = payout->assignment_id,
                          .tester_id = payout->tester_id,
                          .amount_minor = pt_i64(c->pool, payout->amount_minor),
                          .fee_minor = pt_i64(c->pool, payout->fee_minor),
                          .currency = payout->currency)));
    *payout_id = pt_row_str(&row, "id");
    return PT_OK;
}

/* Freeze the transfer of one payout, drawn on the charge that paid for it: it
 * then waits for the charge to settle instead of failing for lack of balance.
 */
static pt_err_t *start_one(pt_ctx_t *c, const pt_row_t *payout)
{
    const char *submission_id = pt_row_str(payout, "submission_id");
    const char *group = pt_row_str(payout, "transfer_group");
    const char *id = pt_row_str(payout, "id"), *intent_id;
    pt_intent_spec_t spec = {
        .kind = "transfer",
        .subject_id = submission_id,
        .submission_id = submission_id,
        .decision = pt_row_int(payout, "decision"),
        .path = "/v1/transfers",
        .form = pt_form_make(c->pool),
        .group_path =
            apr_pstrcat(c->pool, "/v1/transfers?transfer_group=", group, NULL)};

    pt_form_int(spec.form, "amount", pt_row_int(payout, "amount_minor"));
    pt_form_add(spec.form, "currency", pt_row_str(payout, "currency"));
    pt_form_add(spec.form, "destination",
                pt_row_str(payout, "stripe_account_id"));
    pt_form_add(spec.form, "source_transaction",
                pt_row_str(payout, "charge_id"));
    pt_form_add(spec.form, "transfer_group", group);
    pt_form_mark(spec.form, c, "metadata", "submission", submission_id);
    pt_form_add(spec.form, "metadata[payout]", id);
    PT_TRY(pt_intent_make(c, &intent_id, &spec));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(payout_intent_set, .payout_id = id, .intent_id = intent_id)));
    return pt_intent_queue(c, intent_id, submission_id);
}

pt_err_t *pt_payouts_start(pt_ctx_t *c, const char *tester_id)
{
    pt_rows_t payouts;
    pt_row_t row;
    int i;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payout_account_hold, .account_id = tester_id)));
    if (!pt_row_bool(&row, "is_payable"))
        return PT_OK;
    PT_TRY(pt_db_many(
        c->db, &payouts,
        PT_Q(payout_due, .tester_id = tester_id,
             .min_minor = pt_i64(c->pool, c->site->cfg->payout_min))));
    for (i = 0; i < payouts.count; i++) {
        row = pt_rows_at(&payouts, i);
        PT_TRY(start_one(c, &row));
    }
    return PT_OK;
}

pt_err_t *pt_payouts_retry(pt_ctx_t *c, const char *tester_id)
{
    pt_rows_t rows;
    int i;

    PT_TRY(
        pt_db_many(c->db, &rows, PT_Q(payout_retry, .tester_id = tester_id)));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(pt_intent_queue(c, pt_row_str(&row, "intent_id"),
                               pt_row_str(&row, "submission_id")));
    }
    return PT_OK;
}

/* Each tester's payouts in a transaction of their own. */
static pt_err_t *start_each(pt_ctx_t *c, const pt_rows_t *testers)
{
    int i;

    for (i = 0; i < testers->count; i++) {
        pt_row_t row = pt_rows_at(testers, i);

        PT_TRY(pt_db_begin(c->db));
        PT_TRY(pt_payouts_start(c, pt_row_str(&row, "tester_id")));
        PT_TRY(pt_db_commit(c->db));
    }
    return PT_OK;
}

pt_err_t *pt_payouts_start_market(pt_ctx_t *c, const char *country)
{
    pt_rows_t testers;

    PT_TRY(pt_db_many(c->db, &testers,
                      PT_Q(payout_market_testers, .country = country)));
    return start_each(c, &testers);
}

/* Requests that were frozen before the builder was. */
static pt_err_t *send_kept_back(pt_ctx_t *c, const char *builder_id)
{
    pt_rows_t rows;
    int i;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(payout_kept_back, .builder_id = builder_id)));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);

        PT_TRY(pt_intent_queue(c, pt_row_str(&row, "intent_id"),
                               pt_row_str(&row, "submission_id")));
    }
    return pt_db_commit(c->db);
}

pt_err_t *pt_payouts_start_builder(pt_ctx_t *c, const char *builder_id)
{
    pt_rows_t testers;

    PT_TRY(send_kept_back(c, builder_id));
    PT_TRY(pt_db_many(c->db, &testers,
                      PT_Q(payout_waiting_testers, .builder_id = builder_id)));
    return start_each(c, &testers);
}

pt_err_t *pt_payout_retry_one(pt_ctx_t *c, const char *payout_id)
{
    pt_row_t row;
    const char *state;

    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(payout_to_retry, .payout_id = payout_id)));
    state = pt_row_str(&row, "state");
    if (strcmp(state, "failed") != 0)
        return pt_err_state(
            pt_fail(c->pool, PT_P_WRONG_STATE,
                    "Only a payout that has failed can be tried again."),
            state);
    if (!pt_row_bool(&row, "is_payable"))
        return pt_fail(c->pool, PT_P_NOT_PAYABLE,
                       "The tester's payout account is not in order yet.");
    if (pt_row_bool(&row, "is_frozen"))
        return pt_fail(c->pool, PT_P_ACCOUNT_FROZEN,
                       "The builder of this job is frozen.");
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(payout_retry_one, .payout_id = payout_id)));
    return pt_intent_queue(c, pt_row_str(&row, "intent_id"),
                           pt_row_str(&row, "submission_id"));
}

/* A payout of ours, as far as its outcome goes. */
typedef struct {
    const char *id, *job_id, *job_title, *assignment_id, *submission_id;
    const char *item_title; /* NULL: of a simple job */
    const char *tester_id, *currency;
    const char *intent_id; /* NULL: nothing was sent for it */
    apr_int64_t amount_minor;
} payout_row_t;

static void read_row(payout_row_t *r, const pt_row_t *row)
{
    r->id = pt_row_str(row, "id");
    r->job_id = pt_row_str(row, "job_id");
    r->job_title = pt_row_str(row, "job_title");
    r->item_title = pt_row_str(row, "item_title");
    r->assignment_id = pt_row_str(row, "assignment_id");
    r->submission_id = pt_row_str(row, "submission_id");
    r->tester_id = pt_row_str(row, "tester_id");
    r->currency = pt_row_str(row, "currency");
    r->intent_id = pt_row_str(row, "intent_id");
    r->amount_minor = pt_row_int(row, "amount_minor");
}

static pt_err_t *note(pt_ctx_t *c, const payout_row_t *r, const char *kind,
                      const char *from, const char *to, const char *detail)
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
                                         .note = detail});
}

static pt_err_t *tell_tester(pt_ctx_t *c, const char *mail,
                             const payout_row_t *r, const char *code)
{
    return pt_mail_add(
        c, mail, r->tester_id,
        json_pack("{s:s, s:s, s:s*, s:I, s:s, s:s?}", "assignment_id",
                  r->assignment_id, "job_title", r->job_title, "item_title",
                  r->item_title, "amount_minor", (json_int_t)r->amount_minor,
                  "currency", r->currency, "failure_code", code));
}

pt_err_t *pt_payout_sent(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id __attribute__((unused)),
                         const json_t *object)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(payout_sent, .intent_id = intent_id,
                           .transfer_id = pt_json_str(object, "id")));
}

pt_err_t *pt_payout_refused(pt_ctx_t *c, const char *intent_id,
                            const char *subject_id __attribute__((unused)),
                            const char *code)
{
    payout_row_t r;
    pt_row_t row;
    int found, affected;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(payout_find, .intent_id = intent_id)));
    if (!found)
        return PT_OK;
    read_row(&r, &row);
    PT_TRY(pt_db_exec(
        c->db, &affected,
        PT_Q(payout_refused, .intent_id = intent_id, .failure_code = code)));
    if (!affected)
        return PT_OK;
    PT_TRY(note(c, &r, "payout_failed", NULL, "failed", code));
    return tell_tester(c, "payout_failed", &r, code);
}

pt_err_t *pt_payout_put_off(pt_ctx_t *c, const char *intent_id,
                            const char *code)
{
    return pt_db_exec(
        c->db, NULL,
        PT_Q(payout_put_off, .intent_id = intent_id, .failure_code = code));
}

pt_err_t *pt_payout_renewed(pt_ctx_t *c, const char *intent_id,
                            const char *next_intent_id)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(payout_renewed, .intent_id = intent_id,
                           .next_intent_id = next_intent_id));
}

/* Move an amount between what we owe the tester and the money at the provider.
 */
static pt_err_t *book(pt_ctx_t *c, const payout_row_t *r, const char *kind,
                      apr_int64_t amount)
{
    const char *payable =
        apr_pstrcat(c->pool, "tester_payable:", r->tester_id, NULL);
    pt_posting_t posting = {.kind = kind,
                            .job_id = r->job_id,
                            .submission_id = r->submission_id,
                            .payout_id = r->id,
                            .currency = r->currency};

    return pt_ledger_post(c, &posting,
                          (pt_line_t[]){{payable, -amount},
                                        {"gateway_balance", amount},
                                        {NULL, 0}});
}

static pt_err_t *complete(pt_ctx_t *c, const payout_row_t *r, const char *state,
                          const char *transfer_id)
{
    PT_TRY(book(c, r, "transfer", r->amount_minor));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(payout_completed, .payout_id = r->id,
                           .transfer_id = transfer_id)));
    if (r->intent_id)
        PT_TRY(pt_intent_confirmed(c, r->intent_id, transfer_id));
    PT_TRY(note(c, r, "payout_completed", state, "completed", NULL));
    return tell_tester(c, "payout_completed", r, NULL);
}

/* Some of it has come back: we owe it again. Where an administrator asked for
 * that, reversals_ops.c gives it on; else an operator decides what becomes of
 * it. */
static pt_err_t *take_back(pt_ctx_t *c, const payout_row_t *r,
                           apr_int64_t reversed_minor, apr_int64_t booked_minor)
{
    if (reversed_minor <= booked_minor)
        return PT_OK;
    PT_TRY(book(c, r, "reversal", booked_minor - reversed_minor));
    if (reversed_minor == r->amount_minor)
        PT_TRY(
            pt_db_exec(c->db, NULL, PT_Q(payout_reversed, .payout_id = r->id)));
    PT_TRY(note(c, r, "payout_reversed", "completed", "reversed", NULL));
    pt_log(&c->log, APLOG_WARNING, "PT1325: payout %s was reversed", r->id);
    return PT_OK;
}

/* Bring ours in line with the provider's, in one transaction. */
static pt_err_t *apply(pt_ctx_t *c, const payout_row_t *r,
                       const json_t *transfer, pt_seen_e *seen)
{
    const char *transfer_id = pt_json_str(transfer, "id");
    const char *state, *known;
    pt_row_t row;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(money_job_lock, .job_id = r->job_id)));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(payout_lock, .payout_id = r->id)));
    state = pt_row_str(&row, "state");
    known = pt_row_str(&row, "transfer_id");
    *seen = PT_SEEN_DONE;
    if (known && strcmp(known, transfer_id) != 0) {
        *seen = PT_SEEN_WRONG;
        pt_log(&c->log, APLOG_ERR,
               "PT1326: payout %s has a second transfer at the provider",
               r->id);
        return pt_db_commit(c->db);
    }
    if (strcmp(state, "completed") != 0 && strcmp(state, "reversed") != 0)
        PT_TRY(complete(c, r, state, transfer_id));
    PT_TRY(take_back(c, r, pt_json_int(transfer, "amount_reversed", 0),
                     pt_row_int(&row, "reversed_minor")));
    PT_TRY(pt_reversals_give_on(c, r->id, transfer));
    return pt_db_commit(c->db);
}

pt_err_t *pt_payout_see(pt_ctx_t *c, json_t *transfer, pt_seen_e *seen)
{
    const char *transfer_id = pt_json_str(transfer, "id");
    const char *currency = pt_json_str(transfer, "currency");
    const char *decision = pt_object_mark(transfer, "decision");
    payout_row_t r;
    pt_row_t row;
    int found;

    *seen = PT_SEEN_FOREIGN;
    if (pt_object_is_foreign(c, transfer))
        return PT_OK;
    *seen = PT_SEEN_WRONG;
    if (!transfer_id || !currency)
        return PT_OK;
    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(payout_find,
             .submission_id = pt_object_uuid(transfer, "submission"),
             .decision =
                 decision ? pt_i64(c->pool, apr_atoi64(decision)) : NULL,
             .transfer_id = transfer_id)));
    if (!found) {
        *seen = pt_object_unmatched(c, transfer);
        return PT_OK;
    }
    read_row(&r, &row);
    if (pt_json_int(transfer, "amount", 0) != r.amount_minor
        || strcmp(currency, r.currency) != 0) {
        pt_log(&c->log, APLOG_ERR,
               "PT1327: payout %s is over another amount at the provider",
               r.id);
        return PT_OK;
    }
    return apply(c, &r, transfer, seen);
}
