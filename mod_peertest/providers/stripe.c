/* SPDX-License-Identifier: Apache-2.0 */
/* stripe.c - Stripe's API over HTTP. */

#include "providers/stripe.h"

#include "core/pt_text.h"
#include "providers/pt_http.h"

#include <apr_strings.h>
#include <string.h>

/* The version our code was written for; without the header an account's own
 * default decides what objects look like.
 * https://docs.stripe.com/api-versions, read 2026-11-21 */
#define API_VERSION "Stripe-Version: 2025-08-27.basil"

struct pt_form_t {
    apr_pool_t *pool;
    apr_array_header_t *parts; /* of const char *, "name=value" */
};

pt_form_t *pt_form_make(apr_pool_t *p)
{
    pt_form_t *form = apr_palloc(p, sizeof(*form));

    form->pool = p;
    form->parts = apr_array_make(p, 16, sizeof(const char *));
    return form;
}

void pt_form_add(pt_form_t *form, const char *name, const char *value)
{
    if (value)
        APR_ARRAY_PUSH(form->parts, const char *) =
            apr_pstrcat(form->pool, pt_text_urlencode(form->pool, name), "=",
                        pt_text_urlencode(form->pool, value), NULL);
}

void pt_form_int(pt_form_t *form, const char *name, apr_int64_t value)
{
    pt_form_add(form, name,
                apr_psprintf(form->pool, "%" APR_INT64_T_FMT, value));
}

const char *pt_form_text(const pt_form_t *form)
{
    return apr_array_pstrcat(form->pool, form->parts, '&');
}

static json_t *parse_object(apr_pool_t *p, const pt_http_answer_t *http)
{
    json_t *object;
    pt_err_t *err = pt_json_parse(p, &object, http->body, http->body_len);

    return err ? NULL : object;
}

/* The most telling name of an error.
 * https://docs.stripe.com/api/errors, read 2026-11-21 */
static const char *error_code(const json_t *error)
{
    const char *code = pt_json_str(error, "decline_code");

    if (!code)
        code = pt_json_str(error, "code");
    if (!code)
        code = pt_json_str(error, "type");
    return code ? code : "refused";
}

/* What an error status says about the effect. Statuses that have to do with us
 * (the key, the rate, a request still running) pass; a server error may hide an
 * effect, and so does a key that was used with other bytes.
 * https://docs.stripe.com/error-low-level, read 2026-11-21 */
static pt_stripe_outcome_e outcome_of(int status, const json_t *error)
{
    const char *type = pt_json_str(error, "type");

    if (status == 401 || status == 403 || status == 408 || status == 409
        || status == 429)
        return PT_STRIPE_LATER;
    if (type && !strcmp(type, "idempotency_error"))
        return PT_STRIPE_UNKNOWN;
    if (status >= 400 && status < 500)
        return PT_STRIPE_REFUSED;
    return PT_STRIPE_UNKNOWN;
}

static void read_error(pt_stripe_answer_t *answer, apr_pool_t *p,
                       const pt_http_answer_t *http)
{
    const json_t *error = json_object_get(parse_object(p, http), "error");

    answer->outcome = outcome_of(http->status, error);
    answer->code = error_code(error);
    answer->retry_after = http->retry_after;
    answer->key_is_spent =
        answer->outcome == PT_STRIPE_UNKNOWN
        && (http->status < 500 /* used with other bytes */
            || apr_table_get(http->headers, "Idempotent-Replayed") != NULL);
    answer->trouble =
        apr_psprintf(p, "status %d (%s)", http->status, answer->code);
}

static void call(pt_stripe_answer_t *answer, apr_pool_t *p,
                 const pt_site_t *site, const char *path, const char *body,
                 const char *key)
{
    const char *headers[4] = {
        apr_pstrcat(p, "Authorization: Bearer ", site->stripe_key, NULL),
        API_VERSION,
        key ? apr_pstrcat(p, "Idempotency-Key: ", key, NULL) : NULL, NULL};
    pt_http_request_t request = {
        .url = apr_pstrcat(p, site->cfg->stripe_base_url, path, NULL),
        .headers = headers,
        .body = body};
    pt_http_answer_t http;

    memset(answer, 0, sizeof(*answer));
    pt_http_call(&http, p, site->cfg, &request);
    if (http.fate != PT_HTTP_ANSWERED) {
        answer->outcome =
            http.fate == PT_HTTP_NOT_SENT ? PT_STRIPE_LATER : PT_STRIPE_UNKNOWN;
        answer->trouble = http.trouble;
        return;
    }
    if (http.status < 200 || http.status > 299) {
        read_error(answer, p, &http);
        return;
    }
    answer->object = parse_object(p, &http);
    answer->outcome = answer->object ? PT_STRIPE_DONE : PT_STRIPE_UNKNOWN;
    answer->trouble = answer->object ? NULL : "an answer that is no JSON";
}

void pt_stripe_post(pt_stripe_answer_t *answer, apr_pool_t *p,
                    const pt_site_t *site, const char *path, const char *body,
                    const char *key)
{
    call(answer, p, site, path, body, key);
}

void pt_stripe_get(pt_stripe_answer_t *answer, apr_pool_t *p,
                   const pt_site_t *site, const char *path)
{
    call(answer, p, site, path, NULL, NULL);
}

pt_err_t *pt_stripe_err(apr_pool_t *p, const pt_stripe_answer_t *answer)
{
    pt_err_t *err = pt_err_retry(
        pt_fail(p, PT_P_UNAVAILABLE, "The payment provider cannot be reached."),
        answer->retry_after);

    return pt_err_cause(pt_err_away(err, PT_AWAY_PAYMENTS),
                        "payment provider: %s", answer->trouble);
}
