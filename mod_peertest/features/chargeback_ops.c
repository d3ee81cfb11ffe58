/* SPDX-License-Identifier: Apache-2.0 */
/* chargeback_ops.c - what cards' holders take back through their banks: taken
 * in, booked, followed to its end. Log ids: PT1550-PT1559. */

#include "features/chargeback_ops.h"

#include "core/pt_text.h"
#include "core/pt_time.h"
#include "domain/job_rules.h"
#include "features/freeze_ops.h"
#include "features/jobs_ops.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <string.h>

#define POLL_SECONDS (30 * 86400) /* a bank tells the provider within days */
#define POLL_PAGES 50

/* A bank may take a little more than was paid, as rates go; nothing like the
 * half of it, or more.
 * https://docs.stripe.com/api/disputes/object#dispute_object-amount, read
 * 2026-11-22 */
#define MORE_AT_MOST(paid) ((paid) / 4)

/* A chargeback as the provider shows it. */
typedef struct {
    const char *provider_id, *charge_id, *payment_intent_id;
    const char *currency, *reason;
    const char *state; /* in our words */
    apr_int64_t amount_minor, opened_at, due_by;
    apr_int64_t withdrawn_minor; /* taken from us by now; 0 when given back */
    apr_int64_t fee_minor;       /* what the provider keeps for it */
    const char *fee_currency;
} shown_t;

/* An inquiry moves no money; one that ends without a chargeback is as good as
 * won. https://docs.stripe.com/api/disputes/object, read 2026-11-21 */
static const char *state_of(const char *status)
{
    static const char *const states[][2] = {
        {"needs_response", "needs_response"},
        {"under_review", "under_review"},
        {"won", "won"},
        {"lost", "lost"},
        {"warning_needs_response", "needs_response"},
        {"warning_under_review", "under_review"},
        {"warning_closed", "won"},
        {"prevented", "won"}};
    size_t i;

    for (i = 0; status && i < sizeof(states) / sizeof(*states); i++)
        if (!strcmp(states[i][0], status))
            return states[i][1];
    return NULL;
}

/* States only move this way. */
static int rank_of(const char *state)
{
    if (!strcmp(state, "needs_response"))
        return 0;
    return strcmp(state, "under_review") == 0 ? 1 : 2;
}

/* An id, whether the object behind it was sent along or not. */
static const char *id_of(const json_t *object, const char *member)
{
    const json_t *value = json_object_get(object, member);

    return json_is_object(value) ? pt_json_str(value, "id")
                                 : json_string_value(value);
}

/* What the provider's book says of it. The book is in the currency that the
 * provider settles in. Where that is not the one that was paid in, its amounts
 * follow the rate of each day: then all that the bank disputes is gone, or back
 * once the greater part is, as a payment is booked as it was paid. The fee is
 * ours, in the currency of the book.
 * @return 0 when the book contradicts itself */
static int add_up(shown_t *shown, const json_t *lines)
{
    apr_int64_t taken = 0, given_back = 0;
    const json_t *line;
    size_t i;

    shown->fee_currency = shown->currency;
    json_array_foreach (lines, i, line) {
        const char *currency = pt_json_str(line, "currency");
        apr_int64_t amount = pt_json_int(line, "amount", 0);

        if (!currency || (i > 0 && strcmp(currency, shown->fee_currency) != 0))
            return 0;
        shown->fee_currency = currency;
        shown->fee_minor += pt_json_int(line, "fee", 0);
        if (amount < 0)
            taken -= amount;
        else
            given_back += amount;
    }
    if (!strcmp(shown->fee_currency, shown->currency))
        shown->withdrawn_minor = taken - given_back;
    else if (given_back < taken / 2)
        shown->withdrawn_minor = shown->amount_minor;
    return shown->withdrawn_minor >= 0 && shown->fee_minor >= 0;
}

static int read_shown(shown_t *shown, const json_t *object)
{
    memset(shown, 0, sizeof(*shown));
    shown->provider_id = pt_json_str(object, "id");
    shown->charge_id = id_of(object, "charge");
    shown->payment_intent_id = id_of(object, "payment_intent");
    shown->currency = pt_json_str(object, "currency");
    shown->reason = pt_json_str(object, "reason");
    shown->state = state_of(pt_json_str(object, "status"));
    shown->amount_minor = pt_json_int(object, "amount", 0);
    shown->opened_at = pt_json_int(object, "created", pt_time_now());
    shown->due_by =
        pt_json_int(json_object_get(object, "evidence_details"), "due_by", 0);
    return shown->provider_id && shown->charge_id && shown->currency
           && shown->reason && shown->state && shown->amount_minor > 0
           && add_up(shown, json_object_get(object, "balance_transactions"));
}

/* A chargeback carries no mark of ours; its charge does. */
static pt_err_t *unmatched(pt_ctx_t *c, const shown_t *shown, pt_seen_e *seen)
{
    json_t *charge;
    pt_err_t *err;

    *seen = PT_SEEN_FOREIGN;
    err = pt_provider_get(
        c, &charge,
        apr_pstrcat(c->pool, "/v1/charges/",
                    pt_text_urlencode(c->pool, shown->charge_id), NULL));
    if (err)
        return err->problem == PT_P_NOT_FOUND ? PT_OK : err;
    *seen = pt_object_unmatched(c, charge);
    return PT_OK;
}

/* --- Booking: all inside one transaction. --- */

static pt_err_t *note(pt_ctx_t *c, const pt_row_t *payment,
                      const shown_t *shown, const char *kind)
{
    return pt_event_add(c,
                        &(pt_event_t){.job_id = pt_row_str(payment, "job_id"),
                                      .bid_id = pt_row_str(payment, "bid_id"),
                                      .actor_kind = "gateway",
                                      .kind = kind,
                                      .amount_minor = shown->amount_minor,
                                      .currency = shown->currency,
                                      .note = shown->reason});
}

static pt_err_t *tell_admins(pt_ctx_t *c, const pt_row_t *payment,
                             const shown_t *shown, const char *id,
                             const char *mail)
{
    pt_rows_t admins;
    int i;

    PT_TRY(pt_db_many(c->db, &admins, PT_Q(chargeback_admins)));
    for (i = 0; i < admins.count; i++) {
        pt_row_t row = pt_rows_at(&admins, i);

        PT_TRY(pt_mail_add(
            c, mail, pt_row_str(&row, "account_id"),
            json_pack("{ss ss ss sI ss ss}", "chargeback_id", id, "job_id",
                      pt_row_str(payment, "job_id"), "job_title",
                      pt_row_str(payment, "job_title"), "amount_minor",
                      (json_int_t)shown->amount_minor, "currency",
                      shown->currency, "reason", shown->reason)));
    }
    return PT_OK;
}

/* The first time: everything of this builder stands still until somebody has
 * looked. */
static pt_err_t *open_first(pt_ctx_t *c, const pt_row_t *payment,
                            const shown_t *shown)
{
    apr_pool_t *p = c->pool;
    const char *id;
    pt_row_t row;
    int is_new;

    PT_TRY(pt_db_maybe(
        c->db, &row, &is_new,
        PT_Q(chargeback_open, .provider_id = shown->provider_id,
             .payment_id = pt_row_str(payment, "id"),
             .builder_id = pt_row_str(payment, "builder_id"),
             .amount_minor = pt_i64(p, shown->amount_minor),
             .currency = shown->currency, .reason = shown->reason,
             .due_by = shown->due_by ? pt_i64(p, shown->due_by) : NULL,
             .opened_at = pt_i64(p, shown->opened_at))));
    if (!is_new)
        return PT_OK;
    id = pt_row_str(&row, "id");
    PT_TRY(pt_builder_freeze(c, NULL, pt_row_str(payment, "builder_id"),
                             "A payment was taken back through the bank."));
    PT_TRY(note(c, payment, shown, "chargeback_opened"));
    PT_TRY(tell_admins(c, payment, shown, id, "chargeback_opened"));
    return pt_queue_add(c, NULL, "chargeback.answer",
                        json_pack("{s:s}", "chargeback_id", id),
                        apr_pstrcat(p, "chargeback:", id, NULL), NULL);
}

/* What the provider took, or gave back, since the last time; and its fee, which
 * is our cost and no job's. */
static pt_err_t *book(pt_ctx_t *c, const pt_row_t *payment,
                      const pt_row_t *known, const shown_t *shown)
{
    const char *id = pt_row_str(known, "id");
    apr_int64_t taken =
        shown->withdrawn_minor - pt_row_int(known, "withdrawn_minor");
    apr_int64_t fee =
        shown->fee_minor - pt_row_int(known, "provider_fee_minor");

    if (taken != 0)
        PT_TRY(pt_ledger_post(
            c,
            &(pt_posting_t){.kind = "chargeback",
                            .job_id = pt_row_str(payment, "job_id"),
                            .payment_id = pt_row_str(payment, "id"),
                            .chargeback_id = id,
                            .currency = shown->currency},
            (pt_line_t[]){{"chargeback_loss", -taken},
                          {"gateway_balance", taken},
                          {NULL, 0}}));
    if (fee == 0)
        return PT_OK;
    return pt_ledger_post(c,
                          &(pt_posting_t){.kind = "gateway_fee",
                                          .chargeback_id = id,
                                          .currency = shown->fee_currency},
                          (pt_line_t[]){{"gateway_fees", -fee},
                                        {"gateway_balance", fee},
                                        {NULL, 0}});
}

/* Lost: nobody can take a seat any more that was paid with this money. The
 * seats' price, like all that waited to be refunded, covers the loss. */
static pt_err_t *give_up(pt_ctx_t *c, const pt_row_t *payment)
{
    const pt_doer_t system = {"system", NULL};
    const char *job_id = pt_row_str(payment, "job_id");

    if (!pt_row_str(payment, "bid_id")
        && pt_job_next(pt_row_str(payment, "job_state"), PT_JOB_CANCEL,
                       "system"))
        PT_TRY(pt_job_stop(c, job_id, PT_JOB_CANCEL, &system));
    return pt_builder_resume_later(c, pt_row_str(payment, "builder_id"));
}

static pt_err_t *end(pt_ctx_t *c, const pt_row_t *payment, const char *id,
                     const shown_t *shown)
{
    int is_lost = !strcmp(shown->state, "lost");

    PT_TRY(note(c, payment, shown,
                is_lost ? "chargeback_lost" : "chargeback_won"));
    PT_TRY(tell_admins(c, payment, shown, id,
                       is_lost ? "chargeback_lost" : "chargeback_won"));
    return is_lost ? give_up(c, payment) : PT_OK;
}

/* Bring ours in line with the provider's. An older snapshot changes nothing. */
static pt_err_t *follow(pt_ctx_t *c, const pt_row_t *payment,
                        const shown_t *shown)
{
    const char *before;
    pt_row_t known;

    PT_TRY(pt_db_one(c->db, &known,
                     PT_Q(chargeback_lock, .provider_id = shown->provider_id)));
    before = pt_row_str(&known, "state");
    if (rank_of(shown->state) < rank_of(before) || rank_of(before) == 2
        || (rank_of(shown->state) < 2
            && shown->withdrawn_minor < pt_row_int(&known, "withdrawn_minor")))
        return PT_OK;
    PT_TRY(book(c, payment, &known, shown));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(chargeback_follow, .chargeback_id = pt_row_str(&known, "id"),
             .state = shown->state,
             .withdrawn_minor = pt_i64(c->pool, shown->withdrawn_minor),
             .provider_fee_minor = pt_i64(c->pool, shown->fee_minor),
             .provider_fee_currency = shown->fee_currency)));
    if (rank_of(shown->state) < 2)
        return PT_OK;
    return end(c, payment, pt_row_str(&known, "id"), shown);
}

pt_err_t *pt_chargeback_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen)
{
    pt_row_t payment, row;
    apr_int64_t paid_minor;
    shown_t shown;
    int found;

    *seen = PT_SEEN_WRONG;
    if (!read_shown(&shown, object))
        return PT_OK;
    PT_TRY(pt_db_maybe(c->db, &payment, &found,
                       PT_Q(chargeback_payment, .charge_id = shown.charge_id,
                            .payment_intent_id = shown.payment_intent_id)));
    if (!found)
        return unmatched(c, &shown, seen);
    paid_minor = pt_row_int(&payment, "amount_minor");
    if (strcmp(shown.currency, pt_row_str(&payment, "currency")) != 0
        || shown.amount_minor > paid_minor + MORE_AT_MOST(paid_minor)) {
        pt_log(&c->log, APLOG_ERR,
               "PT1550: a chargeback is over more than payment %s",
               pt_row_str(&payment, "id"));
        return PT_OK;
    }
    *seen = PT_SEEN_LATER;
    if (!pt_row_bool(&payment, "is_booked"))
        return PT_OK;
    *seen = PT_SEEN_DONE;
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(money_job_lock, .job_id = pt_row_str(&payment, "job_id"))));
    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(payment_lock, .payment_id = pt_row_str(&payment, "id"))));
    PT_TRY(open_first(c, &payment, &shown));
    PT_TRY(follow(c, &payment, &shown));
    return pt_db_commit(c->db);
}

/* --- Asking, when nobody tells --- */

/* One entry of the provider's list, or one we know. What cannot be taken in is
 * logged and keeps nobody else waiting. */
static pt_err_t *see_one(pt_ctx_t *c, json_t *object)
{
    pt_seen_e seen;

    PT_TRY(pt_chargeback_see(c, object, &seen));
    if (seen == PT_SEEN_WRONG)
        pt_log(&c->log, APLOG_ERR, "PT1551: chargeback %s cannot be right",
               pt_json_str(object, "id"));
    return PT_OK;
}

static pt_err_t *see_recent(pt_ctx_t *c)
{
    const char *since = apr_psprintf(
        c->pool, "/v1/disputes?limit=100&created%%5Bgte%%5D=%" APR_INT64_T_FMT,
        pt_time_now() - POLL_SECONDS);
    const char *after = NULL;
    int pages;

    for (pages = 0; pages < POLL_PAGES; pages++) {
        json_t *page, *data, *object;
        size_t i;

        PT_TRY(pt_provider_get(c, &page,
                               apr_pstrcat(c->pool, since,
                                           after ? "&starting_after=" : NULL,
                                           after, NULL)));
        data = json_object_get(page, "data");
        json_array_foreach (data, i, object) {
            PT_TRY(see_one(c, object));
            after = pt_json_str(object, "id");
        }
        if (!json_is_true(json_object_get(page, "has_more")) || !after)
            break;
    }
    return PT_OK;
}

pt_err_t *pt_chargebacks_poll(pt_ctx_t *c)
{
    pt_rows_t open;
    int i;

    PT_TRY(see_recent(c));
    PT_TRY(pt_db_many(c->db, &open, PT_Q(chargeback_still_open)));
    for (i = 0; i < open.count; i++) {
        pt_row_t row = pt_rows_at(&open, i);
        const char *id = pt_row_str(&row, "provider_id");
        json_t *object;

        PT_TRY(
            pt_provider_get(c, &object,
                            apr_pstrcat(c->pool, "/v1/disputes/",
                                        pt_text_urlencode(c->pool, id), NULL)));
        PT_TRY(see_one(c, object));
    }
    return PT_OK;
}
