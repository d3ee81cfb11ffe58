/* SPDX-License-Identifier: Apache-2.0 */
/* evidence_ops.c - what we answer to a chargeback: the contract, the work and
 * what the builder said to it. Log ids: PT1570-PT1579. */

#include "features/chargeback_ops.h"

#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

/* The provider's name of each text, and ours. Kept as texts, they need no
 * upload. https://docs.stripe.com/api/disputes/evidence_object, read 2026-11-21
 */
static const struct {
    const char *field, *column;
} texts[] = {
    {"customer_email_address", "customer_email_address"},
    {"customer_name", "customer_name"},
    {"service_date", "service_date"},
    {"product_description", "contract"},
    {"uncategorized_text", "work"},
    {"access_activity_log", "timeline"},
};

static const char refund_policy[] =
    "The cardholder pays for tests before they begin. The money is held until "
    "the cardholder approves the work, or the time to review it has passed. "
    "Seats that nobody takes and work that is rejected are refunded to the "
    "card by themselves. This was shown before the payment.";

/* Gather the dossier, keep it, and put it into a form. */
static pt_err_t *gather(pt_ctx_t *c, pt_form_t *form, const char *id)
{
    json_t *evidence = pt_json_own(c->pool, json_object());
    pt_row_t row;
    size_t i;

    PT_TRY(
        pt_db_one(c->db, &row, PT_Q(chargeback_dossier, .chargeback_id = id)));
    for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        const char *text = pt_row_str(&row, texts[i].column);

        if (!text)
            continue;
        json_object_set_new(evidence, texts[i].field, json_string(text));
        pt_form_add(
            form, apr_pstrcat(c->pool, "evidence[", texts[i].field, "]", NULL),
            text);
    }
    json_object_set_new(evidence, "refund_policy_disclosure",
                        json_string(refund_policy));
    pt_form_add(form, "evidence[refund_policy_disclosure]", refund_policy);
    return pt_db_exec(c->db, NULL,
                      PT_Q(chargeback_evidence_set, .chargeback_id = id,
                           .evidence = pt_json_text(c->pool, evidence)));
}

pt_err_t *pt_chargeback_answer(pt_ctx_t *c, const char *chargeback_id,
                               int submit, int attempt)
{
    pt_form_t *form = pt_form_make(c->pool);
    const char *refusal, *provider_id;
    json_t *object;
    pt_seen_e seen;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(chargeback_load, .chargeback_id = chargeback_id)));
    if (strcmp(pt_row_str(&row, "state"), "needs_response") != 0)
        return PT_OK;
    provider_id = pt_row_str(&row, "provider_id");
    PT_TRY(gather(c, form, chargeback_id));
    pt_form_add(form, "submit", submit ? "true" : "false");
    pt_form_mark(form, c, "metadata", "chargeback", chargeback_id);
    PT_TRY(pt_provider_make(
        c, &object, &refusal,
        &(pt_making_t){
            .path = apr_pstrcat(c->pool, "/v1/disputes/",
                                pt_text_urlencode(c->pool, provider_id), NULL),
            .form = form,
            .what = "evidence",
            .whom = chargeback_id,
            .attempt = attempt}));
    /* It may have been decided meanwhile; an event tells. */
    if (!object) {
        pt_log(&c->log, APLOG_WARNING,
               "PT1570: the provider refused the evidence of chargeback %s: %s",
               chargeback_id, refusal);
        return PT_OK;
    }
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(chargeback_staged, .chargeback_id = chargeback_id)));
    return pt_chargeback_see(c, object, &seen);
}
