/* SPDX-License-Identifier: Apache-2.0 */
/* payments_ops.c - payment windows: the page a builder pays on, opened and
 * closed. Log ids: PT1275-PT1299. */

#include "features/payments_ops.h"

#include "core/pt_text.h"
#include "features/bids_ops.h"
#include "features/freeze_ops.h"
#include "features/intent_ops.h"
#include "features/jobs_ops.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <string.h>

/* Stripe wants at least 30 minutes and at most 24 hours between the making of a
 * session and its end; our own clock closes it when the window ends. The slack
 * lets a late attempt send the same bytes.
 * https://docs.stripe.com/api/checkout/sessions/create, read 2026-11-21 */
#define SESSION_MIN_SECONDS (30 * 60)
#define SESSION_MAX_SECONDS (24 * 3600)
#define SESSION_SLACK_SECONDS 60

pt_err_t *pt_payment_open(pt_ctx_t *c, const char **payment_id,
                          const char **queue_job_id, const pt_purchase_t *what)
{
    apr_int64_t window = c->site->cfg->payment_ttl;
    pt_row_t row;
    const char *id;

    PT_TRY(pt_builder_may_spend(c, what->builder_id));
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(payment_create, .job_id = what->job_id,
                       .bid_id = what->bid_id, .builder_id = what->builder_id,
                       .amount_minor = pt_i64(c->pool, what->amount_minor),
                       .fee_minor = pt_i64(c->pool, what->fee_minor),
                       .currency = what->currency,
                       .window_seconds = pt_i64(c->pool, window))));
    id = pt_row_str(&row, "id");
    PT_TRY(pt_clock_set(c, "payment", id, "window_ends", window));
    PT_TRY(pt_queue_add(c, queue_job_id, "payment.open",
                        json_pack("{s:s, s:s, s:I, s:I}", "payment_id", id,
                                  "title", what->title, "seats",
                                  (json_int_t)what->seats, "bonus_minor",
                                  (json_int_t)what->bonus_minor),
                        NULL, NULL));
    *payment_id = id;
    return PT_OK;
}

pt_err_t *pt_payment_close(pt_ctx_t *c, const char **queue_job_id,
                           const char *payment_id)
{
    return pt_queue_add(c, queue_job_id, "payment.close",
                        json_pack("{s:s}", "payment_id", payment_id),
                        apr_pstrcat(c->pool, "close:", payment_id, NULL), NULL);
}

pt_err_t *pt_payment_window_ends(pt_ctx_t *c, const char *payment_id)
{
    return pt_payment_close(c, NULL, payment_id);
}

/* The builder's account at the provider, made when it is first needed. */
static pt_err_t *customer_of(pt_ctx_t *c, const char **customer_id,
                             const char **refusal, const char *builder_id,
                             int attempt)
{
    pt_form_t *form = pt_form_make(c->pool);
    json_t *customer;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(account_customer_load, .account_id = builder_id)));
    *customer_id = pt_row_str(&row, "stripe_customer_id");
    if (*customer_id)
        return PT_OK;
    pt_form_add(form, "email", pt_row_str(&row, "email"));
    pt_form_add(form, "name", pt_row_str(&row, "full_name"));
    pt_form_mark(form, c, "metadata", "account", builder_id);
    PT_TRY(pt_provider_make(c, &customer, refusal,
                            &(pt_making_t){.path = "/v1/customers",
                                           .form = form,
                                           .what = "customer",
                                           .whom = builder_id,
                                           .attempt = attempt}));
    if (!customer)
        return PT_OK;
    *customer_id = pt_json_str(customer, "id");
    return pt_db_exec(c->db, NULL,
                      PT_Q(account_customer_set, .account_id = builder_id,
                           .customer_id = *customer_id));
}

pt_err_t *pt_payment_portal(pt_ctx_t *c, const char **url,
                            const char *builder_id, int attempt)
{
    const char *customer_id, *refusal = NULL;
    pt_form_t *form = pt_form_make(c->pool);
    pt_stripe_answer_t answer;

    *url = NULL;
    PT_TRY(customer_of(c, &customer_id, &refusal, builder_id, attempt));
    if (!customer_id)
        return PT_OK;
    pt_form_add(form, "customer", customer_id);
    pt_form_add(
        form, "return_url",
        apr_pstrcat(c->pool, c->site->cfg->public_url, "/payments", NULL));
    pt_stripe_post(&answer, c->pool, c->site, "/v1/billing_portal/sessions",
                   pt_form_text(form), NULL);
    if (answer.outcome != PT_STRIPE_DONE && answer.outcome != PT_STRIPE_REFUSED)
        return pt_stripe_err(c->pool, &answer);
    if (answer.outcome == PT_STRIPE_REFUSED)
        pt_log(&c->log, APLOG_WARNING,
               "PT1275: the provider refused its billing portal: %s",
               answer.code);
    *url = pt_json_str(answer.object, "url");
    return PT_OK;
}

/* What the provider's page lists. */
typedef struct {
    pt_form_t *form;
    const char *currency;
    apr_int64_t seats; /* each line is paid once for each */
    int lines;
} bill_t;

static void add_line(bill_t *bill, apr_pool_t *p, const char *name,
                     apr_int64_t amount_minor)
{
    const char *line = apr_psprintf(p, "line_items[%d]", bill->lines++);
    const char *price = apr_pstrcat(p, line, "[price_data]", NULL);

    pt_form_add(bill->form, apr_pstrcat(p, price, "[currency]", NULL),
                bill->currency);
    pt_form_add(bill->form, apr_pstrcat(p, price, "[product_data][name]", NULL),
                name);
    pt_form_int(bill->form, apr_pstrcat(p, price, "[unit_amount]", NULL),
                amount_minor / bill->seats);
    pt_form_int(bill->form, apr_pstrcat(p, line, "[quantity]", NULL),
                bill->seats);
}

static void add_lines(pt_form_t *form, apr_pool_t *p, const pt_row_t *payment,
                      const json_t *what)
{
    bill_t bill = {.form = form,
                   .currency = pt_row_str(payment, "currency"),
                   .seats = pt_json_int(what, "seats", 1)};
    apr_int64_t bonus = pt_json_int(what, "bonus_minor", 0);
    apr_int64_t fee = pt_row_int(payment, "fee_minor");
    apr_int64_t reward = pt_row_int(payment, "amount_minor") - fee - bonus;

    add_line(&bill, p, pt_json_str(what, "title"), reward);
    if (bonus > 0)
        add_line(&bill, p, "Bonus reserve for findings", bonus);
    if (fee > 0)
        add_line(&bill, p, "Platform fee", fee);
}

static apr_int64_t session_end(const pt_row_t *payment)
{
    apr_int64_t end = pt_row_int(payment, "window_end") + SESSION_MIN_SECONDS
                      + SESSION_SLACK_SECONDS;
    apr_int64_t latest = pt_row_int(payment, "now") + SESSION_MAX_SECONDS
                         - SESSION_SLACK_SECONDS;

    return end < latest ? end : latest;
}

/* The page of what is paid for, to come back to. */
static const char *way_back(pt_ctx_t *c, const pt_row_t *payment,
                            const char *outcome)
{
    const char *bid_id = pt_row_str(payment, "bid_id");

    return apr_pstrcat(c->pool, c->site->cfg->public_url,
                       bid_id ? "/bids/" : "/jobs/",
                       bid_id ? bid_id : pt_row_str(payment, "job_id"),
                       "?payment=", outcome, NULL);
}

/* What the builder is asked to pay, and where the page leads back to.
 * @param what the payload of the background job */
static pt_form_t *page_form(pt_ctx_t *c, const pt_row_t *payment,
                            const char *customer_id, const json_t *what)
{
    const char *id = pt_row_str(payment, "id");
    pt_form_t *form = pt_form_make(c->pool);

    pt_form_add(form, "mode", "payment");
    pt_form_add(form, "customer", customer_id);
    pt_form_add(form, "client_reference_id", id);
    add_lines(form, c->pool, payment, what);
    pt_form_add(form, "success_url", way_back(c, payment, "returned"));
    pt_form_add(form, "cancel_url", way_back(c, payment, "cancelled"));
    pt_form_int(form, "expires_at", session_end(payment));
    pt_form_add(form, "payment_intent_data[transfer_group]",
                pt_row_str(payment, "transfer_group"));
    pt_form_mark(form, c, "payment_intent_data[metadata]", "payment", id);
    pt_form_mark(form, c, "metadata", "payment", id);
    return form;
}

static pt_err_t *freeze_page(pt_ctx_t *c, const char **intent_id,
                             const pt_row_t *payment, const char *customer_id,
                             const json_t *what)
{
    const char *id = pt_row_str(payment, "id");
    const char *group = pt_text_urlencode(c->pool, customer_id);
    pt_intent_spec_t spec = {
        .kind = "checkout",
        .subject_id = id,
        .decision = 1,
        .path = "/v1/checkout/sessions",
        .form = page_form(c, payment, customer_id, what),
        .group_path = apr_pstrcat(
            c->pool, "/v1/checkout/sessions?customer=", group, NULL)};

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_intent_make(c, intent_id, &spec));
    return pt_db_commit(c->db);
}

/* A builder whose card was declined has done nothing wrong and should know; one
 * who closed the page, or let the time pass, knows. */
static pt_err_t *tell_builder(pt_ctx_t *c, const pt_row_t *payment,
                              const char *code)
{
    if (!code)
        code = pt_row_str(payment, "failure_code");
    if (!code)
        return PT_OK;
    return pt_mail_add(
        c,
        pt_row_str(payment, "bid_id") ? "bid_payment_failed" : "payment_failed",
        pt_row_str(payment, "builder_id"),
        json_pack("{ss ss ss* ss* ss* sI ss ss}", "job_id",
                  pt_row_str(payment, "job_id"), "job_title",
                  pt_row_str(payment, "job_title"), "bid_id",
                  pt_row_str(payment, "bid_id"), "role_name",
                  pt_row_str(payment, "role_name"), "tester_name",
                  pt_row_str(payment, "tester_name"), "amount_minor",
                  (json_int_t)pt_row_int(payment, "amount_minor"), "currency",
                  pt_row_str(payment, "currency"), "failure_code", code));
}

/* End a payment that was not paid; job or bid are what they were before. The
 * caller's transaction. */
static pt_err_t *end_unpaid(pt_ctx_t *c, const char *payment_id,
                            const char *state, const char *code)
{
    pt_row_t payment, row;
    const char *job_id, *bid_id;
    int affected;

    PT_TRY(pt_db_one(c->db, &payment,
                     PT_Q(payment_load, .payment_id = payment_id)));
    job_id = pt_row_str(&payment, "job_id");
    bid_id = pt_row_str(&payment, "bid_id");
    PT_TRY(pt_db_one(c->db, &row, PT_Q(money_job_lock, .job_id = job_id)));
    PT_TRY(pt_db_exec(c->db, &affected,
                      PT_Q(payment_ended, .payment_id = payment_id,
                           .state = state, .failure_code = code)));
    if (!affected)
        return PT_OK;
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(intent_abandon, .kind = "checkout", .subject_id = payment_id)));
    PT_TRY(pt_clock_clear(c, "payment", payment_id, "window_ends"));
    PT_TRY(tell_builder(c, &payment, code));
    PT_TRY(pt_event_add(
        c, &(pt_event_t){.job_id = job_id,
                         .bid_id = bid_id,
                         .actor_kind = "gateway",
                         .kind = apr_pstrcat(c->pool, "payment_", state, NULL),
                         .from_state = "pending",
                         .to_state = state,
                         .amount_minor = pt_row_int(&payment, "amount_minor"),
                         .currency = pt_row_str(&payment, "currency")}));
    return bid_id ? pt_bid_unpaid(c, bid_id) : pt_job_unfunded(c, job_id);
}

static pt_err_t *end_unpaid_now(pt_ctx_t *c, const char *payment_id,
                                const char *state, const char *code)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(end_unpaid(c, payment_id, state, code));
    return pt_db_commit(c->db);
}

pt_err_t *pt_payment_make_page(pt_ctx_t *c, const json_t *payload, int attempt)
{
    const char *payment_id = pt_json_str(payload, "payment_id");
    const char *customer_id, *intent_id, *refusal = NULL;
    pt_row_t payment, row;
    int found;

    PT_TRY(pt_db_one(c->db, &payment,
                     PT_Q(payment_load, .payment_id = payment_id)));
    if (strcmp(pt_row_str(&payment, "state"), "pending") != 0
        || !pt_row_bool(&payment, "is_within_window")
        || pt_row_str(&payment, "checkout_session_id"))
        return PT_OK;
    PT_TRY(customer_of(c, &customer_id, &refusal,
                       pt_row_str(&payment, "builder_id"), attempt));
    if (!customer_id)
        return end_unpaid_now(c, payment_id, "failed", refusal);
    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(intent_latest, .kind = "checkout", .subject_id = payment_id)));
    if (found)
        intent_id = pt_row_str(&row, "id");
    else
        PT_TRY(freeze_page(c, &intent_id, &payment, customer_id, payload));
    return pt_intent_send(c, intent_id);
}

pt_err_t *pt_payment_page_made(pt_ctx_t *c,
                               const char *intent_id __attribute__((unused)),
                               const char *payment_id, const json_t *session)
{
    pt_row_t row;

    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(payment_page_made, .payment_id = payment_id,
                           .checkout_session_id = pt_json_str(session, "id"),
                           .checkout_url = pt_json_str(session, "url"))));
    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(payment_lock, .payment_id = payment_id)));
    /* The window was closed while the page was in the making. */
    if (strcmp(pt_row_str(&row, "state"), "pending") != 0)
        return pt_payment_close(c, NULL, payment_id);
    return PT_OK;
}

pt_err_t *pt_payment_refused(pt_ctx_t *c,
                             const char *intent_id __attribute__((unused)),
                             const char *payment_id, const char *code)
{
    return end_unpaid(c, payment_id, "failed", code);
}

pt_err_t *pt_payment_page_lapsed(pt_ctx_t *c, const char *payment_id)
{
    pt_row_t payment;

    PT_TRY(end_unpaid(c, payment_id, "cancelled", NULL));
    PT_TRY(pt_db_one(c->db, &payment,
                     PT_Q(payment_load, .payment_id = payment_id)));
    return pt_event_add(c,
                        &(pt_event_t){.job_id = pt_row_str(&payment, "job_id"),
                                      .bid_id = pt_row_str(&payment, "bid_id"),
                                      .actor_kind = "gateway",
                                      .kind = "payment_page_lapsed"});
}

pt_err_t *pt_payment_expired(pt_ctx_t *c, const char *payment_id)
{
    return end_unpaid_now(c, payment_id, "cancelled", NULL);
}

/* The page's address at the provider; NULL when no page was ever made. A
 * request of which nobody knows the outcome is looked up first. */
static pt_err_t *page_of(pt_ctx_t *c, const char **session_id,
                         const char *payment_id)
{
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(intent_latest, .kind = "checkout", .subject_id = payment_id)));
    if (found)
        PT_TRY(pt_intent_poll(c, pt_row_str(&row, "id")));
    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(payment_load, .payment_id = payment_id)));
    *session_id = pt_row_str(&row, "checkout_session_id");
    return PT_OK;
}

/* Close the page, unless the builder was quicker.
 * @param session as it is afterwards */
static pt_err_t *expire_page(pt_ctx_t *c, json_t **session,
                             const char *session_id)
{
    const char *path =
        apr_pstrcat(c->pool, "/v1/checkout/sessions/",
                    pt_text_urlencode(c->pool, session_id), NULL);
    const char *status;
    pt_stripe_answer_t answer;

    PT_TRY(pt_provider_get(c, session, path));
    status = pt_json_str(*session, "status");
    if (!status || strcmp(status, "open") != 0)
        return PT_OK;
    pt_stripe_post(&answer, c->pool, c->site,
                   apr_pstrcat(c->pool, path, "/expire", NULL), "", NULL);
    if (answer.outcome != PT_STRIPE_DONE)
        return pt_stripe_err(c->pool, &answer);
    *session = answer.object;
    return PT_OK;
}

pt_err_t *pt_payment_close_page(pt_ctx_t *c, const char *payment_id)
{
    const char *session_id;
    json_t *session;
    pt_seen_e seen;

    PT_TRY(page_of(c, &session_id, payment_id));
    if (!session_id)
        return end_unpaid_now(c, payment_id, "cancelled", NULL);
    PT_TRY(expire_page(c, &session, session_id));
    PT_TRY(pt_payment_see_session(c, session, &seen));
    return seen == PT_SEEN_OPEN
               ? pt_err_cause(pt_fail(c->pool, PT_P_UNAVAILABLE, NULL),
                              "the payment page is still open")
               : PT_OK;
}
