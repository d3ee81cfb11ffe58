/* SPDX-License-Identifier: Apache-2.0 */
/* webhooks.c - the payment provider tells what has happened: verified, noted
 * and stored here, worked on in the background. Log ids: PT1180-PT1199. */

#include "core/pt_crypto.h"
#include "core/pt_signature.h"
#include "core/pt_time.h"
#include "features/queue_ops.h"
#include "http/pt_route.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
static const pt_field_t received_fields[] = {
    PT_OUT(received, PT_T_BOOL, "Always true: the event is stored"),
    PT_FIELDS_END
};
static const pt_schema_t received_schema = {"WebhookReceived", received_fields, 0};
/* clang-format on */

/* @return a webhook_attempt.signature_result */
static const char *signature_result(const pt_req_t *q)
{
    const pt_site_t *site = q->ctx.site;
    const char *header = apr_table_get(q->r->headers_in, "Stripe-Signature");

    return pt_signature_result(q->ctx.pool, header, q->raw_body, q->raw_len,
                               site->stripe_webhook_secrets, pt_time_now(),
                               site->cfg->webhook_tolerance);
}

static pt_err_t *note_attempt(pt_req_t *q, const char *result,
                              const char *event_id, const char *type)
{
    unsigned char hash[PT_SHA256_BYTES];

    pt_sha256(hash, q->raw_body, q->raw_len);
    return pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(webhook_attempt_add, .event_id = event_id, .type = type,
             .signature_result = result,
             .body_hash = pt_bytea(q->ctx.pool, hash, sizeof(hash))));
}

/* What we refuse is on record all the same, so it is committed before the
 * dispatcher rolls back. */
static pt_err_t *refuse(pt_req_t *q, const char *result, pt_err_t *refusal)
{
    PT_TRY(note_attempt(q, result, NULL, NULL));
    PT_TRY(pt_db_commit(q->ctx.db));
    pt_log(&q->ctx.log, APLOG_WARNING,
           "PT1180: a webhook was refused, its signature is %s", result);
    return refusal;
}

static pt_err_t *stripe_receive(pt_req_t *q)
{
    const char *result = signature_result(q), *id, *type;
    json_t *event;
    pt_err_t *err;

    if (strcmp(result, "good") != 0)
        return refuse(q, result,
                      pt_fail(q->ctx.pool, PT_P_WEBHOOK_SIGNATURE, NULL));
    if ((err = pt_json_parse(q->ctx.pool, &event, q->raw_body, q->raw_len)))
        return refuse(q, result, err);
    id = pt_json_str(event, "id");
    type = pt_json_str(event, "type");
    if (!id || !type)
        return refuse(q, result,
                      pt_fail(q->ctx.pool, PT_P_MALFORMED,
                              "An event needs an id and a type."));
    PT_TRY(note_attempt(q, result, id, type));
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(webhook_event_add, .id = id, .type = type, .body = q->raw_body,
             .created = pt_i64(q->ctx.pool,
                               pt_json_int(event, "created", pt_time_now())))));
    PT_TRY(pt_queue_add(&q->ctx, NULL, "webhook.process",
                        json_pack("{s:s}", "event_id", id), NULL,
                        apr_pstrcat(q->ctx.pool, "webhook:", id, NULL)));
    return pt_reply_json(q, json_pack("{s:b}", "received", 1));
}

/* clang-format off */
const pt_route_t pt_webhooks_routes[] = {
    {.method = M_POST, .path = "/webhooks/stripe", .id = "receiveStripeEvent",
     .tag = "Webhooks", .summary = "For the payment provider: an event, signed",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_WEBHOOK, .idempotency = PT_IDEM_OFF,
     .raw_body = 1,
     .status = HTTP_OK, .output = &received_schema,
     PT_PROBLEMS(PT_P_WEBHOOK_SIGNATURE, PT_P_MALFORMED, PT_P_TOO_LARGE),
     .handler = stripe_receive},
    PT_ROUTES_END
};
/* clang-format on */
