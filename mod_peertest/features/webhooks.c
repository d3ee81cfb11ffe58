/* SPDX-License-Identifier: Apache-2.0 */
/* webhooks.c - the payment provider tells what has happened: verified, noted
 * and stored here, worked on in the background. Log ids: PT1180-PT1199. */

#include "core/pt_crypto.h"
#include "core/pt_time.h"
#include "features/queue_ops.h"
#include "http/pt_route.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <string.h>

#define SIGNATURES_MAX 8
#define HEX_LEN (2 * PT_SHA256_BYTES)
#define TIME_DIGITS_MAX 12

/* clang-format off */
static const pt_field_t received_fields[] = {
    PT_OUT(received, PT_T_BOOL, "Always true: the event is stored"),
    PT_FIELDS_END
};
static const pt_schema_t received_schema = {"WebhookReceived", received_fields, 0};
/* clang-format on */

/* A Stripe-Signature header: "t=<seconds>,v1=<hex>,v1=<hex>". Schemes that we
 * do not know are passed over. https://docs.stripe.com/webhooks/signature, read
 * 2026-11-21 */
typedef struct {
    const char *time; /* its digits, as they were signed */
    const char *v1[SIGNATURES_MAX];
    int count;
} signature_t;

static int is_number(const char *s)
{
    apr_size_t len = strlen(s);

    return len > 0 && len <= TIME_DIGITS_MAX && strspn(s, "0123456789") == len;
}

/* @return 0 for anything but one time and some signatures */
static int signature_parse(signature_t *sig, apr_pool_t *p, const char *header)
{
    char *state, *part;

    memset(sig, 0, sizeof(*sig));
    for (part = apr_strtok(apr_pstrdup(p, header), ", ", &state); part;
         part = apr_strtok(NULL, ", ", &state)) {
        if (!strncmp(part, "t=", 2)) {
            if (sig->time || !is_number(part + 2))
                return 0;
            sig->time = part + 2;
        }
        else if (!strncmp(part, "v1=", 3)) {
            if (sig->count == SIGNATURES_MAX || strlen(part + 3) != HEX_LEN)
                return 0;
            sig->v1[sig->count++] = part + 3;
        }
    }
    return sig->time && sig->count;
}

static const char *expected_hex(const pt_req_t *q, const signature_t *sig,
                                const char *secret)
{
    apr_size_t time_len = strlen(sig->time), len = time_len + 1 + q->raw_len;
    char *signed_bytes = apr_palloc(q->ctx.pool, len);
    unsigned char mac[PT_SHA256_BYTES];

    memcpy(signed_bytes, sig->time, time_len);
    signed_bytes[time_len] = '.';
    memcpy(signed_bytes + time_len + 1, q->raw_body, q->raw_len);
    pt_hmac_sha256(mac, (const unsigned char *)secret, strlen(secret),
                   signed_bytes, len);
    return pt_hex(q->ctx.pool, mac, sizeof(mac));
}

/* Every secret and every signature is compared, whatever matched before. */
static int signature_matches(const pt_req_t *q, const signature_t *sig)
{
    const char *const *secret = q->ctx.site->stripe_webhook_secrets;
    int i, matches = 0;

    for (; *secret; secret++) {
        const char *expected = expected_hex(q, sig, *secret);

        for (i = 0; i < sig->count; i++)
            matches |= pt_equal(expected, HEX_LEN, sig->v1[i], HEX_LEN);
    }
    return matches;
}

/* @return a webhook_attempt.signature_result */
static const char *signature_result(const pt_req_t *q)
{
    const char *header = apr_table_get(q->r->headers_in, "Stripe-Signature");
    apr_int64_t age;
    signature_t sig;

    if (!header)
        return "missing";
    if (!signature_parse(&sig, q->ctx.pool, header))
        return "malformed";
    if (!signature_matches(q, &sig))
        return "bad";
    age = pt_time_now() - apr_atoi64(sig.time);
    if (age > q->ctx.site->cfg->webhook_tolerance
        || age < -q->ctx.site->cfg->webhook_tolerance)
        return "stale";
    return "good";
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
