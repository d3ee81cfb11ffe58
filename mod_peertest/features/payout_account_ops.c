/* SPDX-License-Identifier: Apache-2.0 */
/* payout_account_ops.c - testers' accounts at the provider.
 * Log ids: PT1350-PT1374. */

#include "features/payout_account_ops.h"

#include "core/pt_text.h"
#include "features/payouts_ops.h"

#include <apr_strings.h>
#include <string.h>

/* What we make of an account's own words: what counts is whether transfers to
 * it are possible. https://docs.stripe.com/api/accounts/object, read 2026-11-21
 */
static const char *payout_state_of(const json_t *account)
{
    const json_t *requirements = json_object_get(account, "requirements");
    const char *disabled = pt_json_str(requirements, "disabled_reason");
    const char *transfers =
        pt_json_str(json_object_get(account, "capabilities"), "transfers");

    if (disabled && !strncmp(disabled, "rejected.", 9))
        return "rejected";
    if (transfers && !strcmp(transfers, "active"))
        return "active";
    if (!json_is_true(json_object_get(account, "details_submitted"))
        || (disabled
            && (!strcmp(disabled, "requirements.pending_verification")
                || !strcmp(disabled, "under_review"))))
        return "pending";
    return "restricted";
}

/* The provider's fingerprint of the bank account behind it, for fraud signals.
 */
static pt_err_t *note_bank(pt_ctx_t *c, const char *account_id,
                           const json_t *account)
{
    const json_t *banks =
        json_object_get(json_object_get(account, "external_accounts"), "data");

    return pt_db_exec(c->db, NULL,
                      PT_Q(payout_account_bank, .account_id = account_id,
                           .bank_fingerprint = pt_json_str(
                               json_array_get(banks, 0), "fingerprint")));
}

/* Once an account can be paid, what waited for it goes out, and what was
 * refused before is tried again. */
static pt_err_t *apply_state(pt_ctx_t *c, const char *account_id,
                             const char *payout_state)
{
    pt_row_t row;
    const char *before;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payout_account_lock, .account_id = account_id)));
    before = pt_row_str(&row, "payout_state");
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(payout_account_state, .account_id = account_id,
                           .payout_state = payout_state)));
    if (!strcmp(payout_state, "active") && strcmp(before, "active") != 0) {
        PT_TRY(pt_payouts_start(c, account_id));
        PT_TRY(pt_payouts_retry(c, account_id));
    }
    return pt_db_commit(c->db);
}

static const char *account_path(pt_ctx_t *c, const char *stripe_account_id)
{
    return apr_pstrcat(c->pool, "/v1/accounts/",
                       pt_text_urlencode(c->pool, stripe_account_id), NULL);
}

pt_err_t *pt_payout_account_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen)
{
    const char *id = pt_json_str(object, "id");
    pt_row_t row;
    int found;

    *seen = PT_SEEN_FOREIGN;
    if (!id || pt_object_is_foreign(c, object))
        return PT_OK;
    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(payout_account_find, .stripe_account_id = id)));
    if (!found) {
        *seen = pt_object_unmatched(c, object);
        return PT_OK;
    }
    *seen = PT_SEEN_DONE;
    PT_TRY(note_bank(c, pt_row_str(&row, "id"), object));
    return apply_state(c, pt_row_str(&row, "id"), payout_state_of(object));
}

static pt_err_t *make_account(pt_ctx_t *c, const char **stripe_account_id,
                              const char *account_id, const pt_row_t *row,
                              int attempt)
{
    pt_form_t *form = pt_form_make(c->pool);
    const char *refusal;
    json_t *account;

    pt_form_add(form, "type", "express");
    pt_form_add(form, "email", pt_row_str(row, "email"));
    pt_form_add(form, "country", pt_row_str(row, "country"));
    pt_form_add(form, "capabilities[transfers][requested]", "true");
    pt_form_mark(form, c, "metadata", "account", account_id);
    PT_TRY(pt_provider_make(c, &account, &refusal,
                            &(pt_making_t){.path = "/v1/accounts",
                                           .form = form,
                                           .what = "account",
                                           .whom = account_id,
                                           .attempt = attempt}));
    *stripe_account_id = pt_json_str(account, "id");
    if (!*stripe_account_id) {
        pt_log(&c->log, APLOG_WARNING,
               "PT1351: the provider refused a payout account: %s", refusal);
        return PT_OK;
    }
    return pt_db_exec(c->db, NULL,
                      PT_Q(payout_account_made, .account_id = account_id,
                           .stripe_account_id = *stripe_account_id));
}

/* A link works once and for minutes, so each is a new one, without a key.
 * https://docs.stripe.com/api/account_links, read 2026-11-21 */
static pt_err_t *make_link(pt_ctx_t *c, const char **url,
                           const char *stripe_account_id)
{
    const char *back = apr_pstrcat(c->pool, c->site->cfg->public_url,
                                   "/earnings?onboarding=", NULL);
    pt_form_t *form = pt_form_make(c->pool);
    pt_stripe_answer_t answer;

    pt_form_add(form, "account", stripe_account_id);
    pt_form_add(form, "type", "account_onboarding");
    pt_form_add(form, "return_url",
                apr_pstrcat(c->pool, back, "returned", NULL));
    pt_form_add(form, "refresh_url",
                apr_pstrcat(c->pool, back, "refresh", NULL));
    pt_stripe_post(&answer, c->pool, c->site, "/v1/account_links",
                   pt_form_text(form), NULL);
    if (answer.outcome != PT_STRIPE_DONE && answer.outcome != PT_STRIPE_REFUSED)
        return pt_stripe_err(c->pool, &answer);
    if (answer.outcome == PT_STRIPE_REFUSED)
        pt_log(&c->log, APLOG_WARNING,
               "PT1350: the provider refused an onboarding link: %s",
               answer.code);
    *url = pt_json_str(answer.object, "url");
    return PT_OK;
}

pt_err_t *pt_payout_account_link(pt_ctx_t *c, const char **url,
                                 const char *account_id, int attempt)
{
    const char *stripe_account_id;
    json_t *account;
    pt_row_t row;

    *url = NULL;
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(payout_account_load, .account_id = account_id)));
    stripe_account_id = pt_row_str(&row, "stripe_account_id");
    if (!stripe_account_id) {
        PT_TRY(make_account(c, &stripe_account_id, account_id, &row, attempt));
        if (!stripe_account_id)
            return PT_OK;
    }
    else {
        PT_TRY(
            pt_provider_get(c, &account, account_path(c, stripe_account_id)));
        PT_TRY(apply_state(c, account_id, payout_state_of(account)));
    }
    return make_link(c, url, stripe_account_id);
}
