/* SPDX-License-Identifier: Apache-2.0 */
/* money_jobs.c - background jobs that talk to the payment provider.
 * Log ids: PT1150-PT1179. */

#include "worker/pt_worker.h"

#include "core/pt_text.h"
#include "features/chargeback_ops.h"
#include "features/freeze_ops.h"
#include "features/intent_ops.h"
#include "features/payments_ops.h"
#include "features/payout_account_ops.h"
#include "features/payouts_ops.h"
#include "features/refunds_ops.h"

#include <apr_strings.h>
#include <string.h>

pt_err_t *pt_payment_open_job(pt_ctx_t *c, const pt_job_t *job,
                              json_t **result __attribute__((unused)))
{
    return pt_payment_make_page(c, job->payload, job->attempt);
}

pt_err_t *pt_payment_close_job(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result __attribute__((unused)))
{
    return pt_payment_close_page(c, pt_json_str(job->payload, "payment_id"));
}

pt_err_t *pt_intent_send_job(pt_ctx_t *c, const pt_job_t *job,
                             json_t **result __attribute__((unused)))
{
    const char *intent_id = pt_json_str(job->payload, "intent_id");
    pt_err_t *err = pt_intent_send(c, intent_id);

    if (!pt_job_gives_up(job, err))
        return err;
    pt_db_rollback(c->db);
    PT_TRY(pt_intent_give_up(c, intent_id));
    return err;
}

/* A question has its own pace: one that found nobody to answer is asked again
 * later, for as long as it takes. */
pt_err_t *pt_intent_poll_job(pt_ctx_t *c, const pt_job_t *job,
                             json_t **result __attribute__((unused)))
{
    const char *intent_id = pt_json_str(job->payload, "intent_id");
    pt_err_t *err = pt_intent_poll(c, intent_id);

    if (!err)
        return PT_OK;
    pt_log_err(&c->log, APLOG_WARNING, "PT1151", err);
    pt_db_rollback(c->db);
    return pt_intent_poll_later(c, intent_id);
}

pt_err_t *pt_payout_account_job(pt_ctx_t *c, const pt_job_t *job,
                                json_t **result)
{
    const char *url;

    PT_TRY(pt_payout_account_link(
        c, &url, pt_json_str(job->payload, "account_id"), job->attempt));
    *result = json_pack("{s:s?}", "url", url);
    return PT_OK;
}

pt_err_t *pt_payment_fee_job(pt_ctx_t *c, const pt_job_t *job,
                             json_t **result __attribute__((unused)))
{
    return pt_payment_book_fee(c, pt_json_str(job->payload, "payment_id"));
}

pt_err_t *pt_payment_portal_job(pt_ctx_t *c, const pt_job_t *job,
                                json_t **result)
{
    const char *url;

    PT_TRY(pt_payment_portal(c, &url, pt_json_str(job->payload, "account_id"),
                             job->attempt));
    *result = json_pack("{s:s?}", "url", url);
    return PT_OK;
}

pt_err_t *pt_payout_market_job(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result __attribute__((unused)))
{
    return pt_payouts_start_market(c, pt_json_str(job->payload, "country"));
}

pt_err_t *pt_builder_resume_job(pt_ctx_t *c, const pt_job_t *job,
                                json_t **result __attribute__((unused)))
{
    return pt_builder_resume(c, pt_json_str(job->payload, "builder_id"));
}

pt_err_t *pt_chargeback_answer_job(pt_ctx_t *c, const pt_job_t *job,
                                   json_t **result __attribute__((unused)))
{
    return pt_chargeback_answer(
        c, pt_json_str(job->payload, "chargeback_id"),
        json_is_true(json_object_get(job->payload, "submit")), job->attempt);
}

pt_err_t *pt_chargeback_poll_job(pt_ctx_t *c,
                                 const pt_job_t *job __attribute__((unused)),
                                 json_t **result __attribute__((unused)))
{
    return pt_chargebacks_poll(c);
}

/* What we listen to. Where a snapshot may be out of date by the time we read it
 * and a later one contradicts it, the object itself is asked for. */
static const struct {
    const char *type;
    pt_err_t *(*see)(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
    const char *fresh_path; /* NULL: the event's own object will do */
} events[] = {
    {"checkout.session.completed", pt_payment_see_session, NULL},
    {"checkout.session.expired", pt_payment_see_session, NULL},
    {"payment_intent.succeeded", pt_payment_see_intent, NULL},
    {"payment_intent.payment_failed", pt_payment_see_intent, NULL},
    {"payment_intent.canceled", pt_payment_see_intent, NULL},
    {"charge.succeeded", pt_payment_see_charge, NULL},
    {"charge.refunded", pt_payment_see_charge, NULL},
    {"refund.created", pt_refund_see, "/v1/refunds/"},
    {"refund.updated", pt_refund_see, "/v1/refunds/"},
    {"refund.failed", pt_refund_see, "/v1/refunds/"},
    {"transfer.created", pt_payout_see, NULL},
    {"transfer.reversed", pt_payout_see, NULL},
    {"charge.dispute.created", pt_chargeback_see, "/v1/disputes/"},
    {"charge.dispute.updated", pt_chargeback_see, "/v1/disputes/"},
    {"charge.dispute.funds_withdrawn", pt_chargeback_see, "/v1/disputes/"},
    {"charge.dispute.funds_reinstated", pt_chargeback_see, "/v1/disputes/"},
    {"charge.dispute.closed", pt_chargeback_see, "/v1/disputes/"},
    {"account.updated", pt_payout_account_see, "/v1/accounts/"},
};

/* The object as it is now; the event's own where the provider has no other. */
static pt_err_t *freshen(pt_ctx_t *c, json_t **object, const char *path)
{
    const char *id = pt_json_str(*object, "id");
    pt_err_t *err;

    if (!path || !id || pt_object_is_foreign(c, *object))
        return PT_OK;
    err = pt_provider_get(
        c, object,
        apr_pstrcat(c->pool, path, pt_text_urlencode(c->pool, id), NULL));
    return err && err->problem == PT_P_NOT_FOUND ? PT_OK : err;
}

static pt_err_t *take_in(pt_ctx_t *c, const char *type, json_t *event,
                         pt_seen_e *seen)
{
    json_t *object = json_object_get(json_object_get(event, "data"), "object");
    size_t i;

    *seen = PT_SEEN_FOREIGN;
    if (!json_is_object(object)
        || json_is_true(json_object_get(event, "livemode"))
               == c->site->test_mode)
        return PT_OK;
    for (i = 0; i < sizeof(events) / sizeof(*events); i++) {
        if (strcmp(events[i].type, type) != 0)
            continue;
        PT_TRY(freshen(c, &object, events[i].fresh_path));
        return events[i].see(c, object, seen);
    }
    return PT_OK;
}

pt_err_t *pt_webhook_process_job(pt_ctx_t *c, const pt_job_t *job,
                                 json_t **result __attribute__((unused)))
{
    const char *id = pt_json_str(job->payload, "event_id");
    const char *type, *body, *state = "processed";
    json_t *event;
    pt_seen_e seen;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(webhook_event_load, .id = id)));
    if (strcmp(pt_row_str(&row, "state"), "received") != 0)
        return PT_OK;
    type = pt_row_str(&row, "type");
    body = pt_row_str(&row, "body");
    PT_TRY(pt_json_parse(c->pool, &event, body, strlen(body)));
    PT_TRY(take_in(c, type, event, &seen));
    if (seen == PT_SEEN_LATER && !job->last)
        return pt_err_cause(pt_fail(c->pool, PT_P_UNAVAILABLE, NULL),
                            "%s is about something not known yet", type);
    if (seen == PT_SEEN_FOREIGN) {
        state = "ignored";
        pt_log(&c->log, APLOG_INFO, "event %s (%s) is not for us", id, type);
    }
    else if (seen == PT_SEEN_WRONG || seen == PT_SEEN_LATER) {
        state = "failed";
        pt_log(&c->log, APLOG_ERR, "PT1150: event %s (%s) cannot be right", id,
               type);
    }
    return pt_db_exec(c->db, NULL,
                      PT_Q(webhook_event_done, .id = id, .state = state));
}
