/* SPDX-License-Identifier: Apache-2.0 */
/* reversals_ops.c - an administrator takes back what was transferred to a
 * tester, for the builder or for us. Log ids: PT1560-PT1569. */

#include "features/reversals_ops.h"

#include "core/pt_text.h"
#include "features/intent_ops.h"
#include "features/money_ops.h"
#include "features/payouts_ops.h"
#include "features/queue_ops.h"
#include "features/refunds_ops.h"

#include <apr_strings.h>
#include <string.h>

/* One that is asked for, or that the provider shows. */
typedef struct {
    const char *id, *beneficiary, *reason;
    const char *intent_id; /* NULL: the provider was not asked */
    apr_int64_t amount_minor;
} reversal_t;

static pt_err_t *note(pt_ctx_t *c, const pt_row_t *payout,
                      const reversal_t *reversal)
{
    return pt_event_add(
        c, &(pt_event_t){.job_id = pt_row_str(payout, "job_id"),
                         .assignment_id = pt_row_str(payout, "assignment_id"),
                         .submission_id = pt_row_str(payout, "submission_id"),
                         .actor_kind = "admin",
                         .kind = "payout_corrected",
                         .amount_minor = reversal->amount_minor,
                         .currency = pt_row_str(payout, "currency"),
                         .note = reversal->reason});
}

static pt_err_t *tell_tester(pt_ctx_t *c, const pt_row_t *payout,
                             const reversal_t *reversal)
{
    return pt_mail_add(
        c, "payout_reversed", pt_row_str(payout, "tester_id"),
        json_pack("{ss ss sI ss ss}", "assignment_id",
                  pt_row_str(payout, "assignment_id"), "job_title",
                  pt_row_str(payout, "job_title"), "amount_minor",
                  (json_int_t)reversal->amount_minor, "currency",
                  pt_row_str(payout, "currency"), "reason", reversal->reason));
}

/* What we owe the tester again is the builder's: refunded by the way it came.
 */
static pt_err_t *to_builder(pt_ctx_t *c, const pt_row_t *payout,
                            const char *payable, const reversal_t *reversal)
{
    const char *job_id = pt_row_str(payout, "job_id");
    pt_row_t payment;
    int found;

    PT_TRY(pt_db_maybe(c->db, &payment, &found,
                       PT_Q(money_funding, .job_id = job_id,
                            .bid_id = pt_row_str(payout, "bid_id"))));
    if (!found)
        return pt_err_cause(pt_fail(c->pool, PT_P_INTERNAL, NULL),
                            "no payment to refund: %s", job_id);
    return pt_refund_start(
        c, &(pt_refund_t){.job_id = job_id,
                          .assignment_id = pt_row_str(payout, "assignment_id"),
                          .submission_id = pt_row_str(payout, "submission_id"),
                          .payment_id = pt_row_str(&payment, "id"),
                          .account = payable,
                          .amount_minor = reversal->amount_minor,
                          .currency = pt_row_str(payout, "currency"),
                          .reason = "by_admin"});
}

static pt_err_t *to_platform(pt_ctx_t *c, const pt_row_t *payout,
                             const char *payable, const reversal_t *reversal)
{
    return pt_ledger_post(
        c,
        &(pt_posting_t){.kind = "correction",
                        .job_id = pt_row_str(payout, "job_id"),
                        .assignment_id = pt_row_str(payout, "assignment_id"),
                        .submission_id = pt_row_str(payout, "submission_id"),
                        .payout_id = pt_row_str(payout, "id"),
                        .payout_reversal_id = reversal->id,
                        .currency = pt_row_str(payout, "currency")},
        (pt_line_t[]){{payable, -reversal->amount_minor},
                      {"platform_fees", reversal->amount_minor},
                      {NULL, 0}});
}

/* The money is here and owed to the tester: it goes on.
 * @param provider_id NULL: we asked nobody for it */
static pt_err_t *give_on(pt_ctx_t *c, const pt_row_t *payout,
                         const reversal_t *reversal, const char *provider_id)
{
    const char *payable = apr_pstrcat(
        c->pool, "tester_payable:", pt_row_str(payout, "tester_id"), NULL);

    if (!strcmp(reversal->beneficiary, "builder"))
        PT_TRY(to_builder(c, payout, payable, reversal));
    else
        PT_TRY(to_platform(c, payout, payable, reversal));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(reversal_completed, .reversal_id = reversal->id,
                           .provider_id = provider_id)));
    if (reversal->intent_id && provider_id)
        PT_TRY(pt_intent_confirmed(c, reversal->intent_id, provider_id));
    PT_TRY(note(c, payout, reversal));
    return tell_tester(c, payout, reversal);
}

static pt_err_t *ask_provider(pt_ctx_t *c, const pt_row_t *payout,
                              const reversal_t *reversal)
{
    const char *path = apr_pstrcat(
        c->pool, "/v1/transfers/",
        pt_text_urlencode(c->pool, pt_row_str(payout, "transfer_id")),
        "/reversals", NULL);
    const char *intent_id;
    pt_intent_spec_t spec = {.kind = "reversal",
                             .subject_id = reversal->id,
                             .decision = 1,
                             .path = path,
                             .form = pt_form_make(c->pool),
                             .group_path = path};

    pt_form_int(spec.form, "amount", reversal->amount_minor);
    pt_form_mark(spec.form, c, "metadata", "reversal", reversal->id);
    pt_form_add(spec.form, "metadata[payout]", pt_row_str(payout, "id"));
    PT_TRY(pt_intent_make(c, &intent_id, &spec));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(reversal_intent_set, .reversal_id = reversal->id,
                           .intent_id = intent_id)));
    return pt_intent_queue(c, intent_id, reversal->id);
}

/* How much can be taken back, and how: what the provider has returned already
 * lies here; the rest is still there. */
typedef struct {
    apr_int64_t here_minor, there_minor;
} room_t;

static pt_err_t *room_of(pt_ctx_t *c, room_t *room, const pt_row_t *payout)
{
    const char *id = pt_row_str(payout, "id"), *state;
    pt_row_t row;

    PT_TRY(pt_db_one(
        c->db, &row,
        PT_Q(money_job_lock, .job_id = pt_row_str(payout, "job_id"))));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(payout_lock, .payout_id = id)));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(reversal_room, .payout_id = id)));
    state = pt_row_str(&row, "state");
    if (strcmp(state, "completed") != 0 && strcmp(state, "reversed") != 0)
        return pt_err_state(
            pt_fail(c->pool, PT_P_WRONG_STATE,
                    "Only what was transferred can be taken back."),
            state);
    room->here_minor =
        pt_row_int(&row, "back_minor") - pt_row_int(&row, "given_minor");
    room->there_minor = pt_row_int(payout, "amount_minor")
                        - pt_row_int(&row, "back_minor")
                        - pt_row_int(&row, "asked_minor");
    return PT_OK;
}

pt_err_t *pt_reversal_start(pt_ctx_t *c, const char **reversal_id,
                            pt_reversal_t *what)
{
    reversal_t reversal = {.beneficiary = what->beneficiary,
                           .reason = what->reason,
                           .amount_minor = what->amount_minor};
    pt_row_t payout, row;
    room_t room = {0};

    PT_TRY(pt_db_one(c->db, &payout,
                     PT_Q(reversal_payout, .payout_id = what->payout_id)));
    PT_TRY(room_of(c, &room, &payout));
    if (reversal.amount_minor == 0)
        reversal.amount_minor =
            room.there_minor > 0 ? room.there_minor : room.here_minor;
    if (reversal.amount_minor <= 0
        || (reversal.amount_minor > room.here_minor
            && reversal.amount_minor > room.there_minor))
        return pt_fail(c->pool, PT_P_TOO_MUCH,
                       "More than what was transferred and not taken back yet "
                       "cannot be taken back.");
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(reversal_create, .payout_id = what->payout_id,
                       .amount_minor = pt_i64(c->pool, reversal.amount_minor),
                       .currency = pt_row_str(&payout, "currency"),
                       .beneficiary = what->beneficiary, .reason = what->reason,
                       .admin_id = what->admin_id)));
    *reversal_id = reversal.id = pt_row_str(&row, "id");
    what->amount_minor = reversal.amount_minor;
    if (reversal.amount_minor <= room.here_minor)
        return give_on(c, &payout, &reversal, NULL);
    return ask_provider(c, &payout, &reversal);
}

pt_err_t *pt_reversals_give_on(pt_ctx_t *c, const char *payout_id,
                               const json_t *transfer)
{
    const json_t *list =
        json_object_get(json_object_get(transfer, "reversals"), "data");
    const json_t *object;
    size_t i;

    json_array_foreach (list, i, object) {
        const char *id = pt_object_uuid(object, "reversal");
        pt_row_t payout, row;
        int found;

        if (!id || pt_object_is_foreign(c, object))
            continue;
        PT_TRY(pt_db_maybe(
            c->db, &row, &found,
            PT_Q(reversal_open, .reversal_id = id, .payout_id = payout_id)));
        if (!found)
            continue;
        PT_TRY(pt_db_one(c->db, &payout,
                         PT_Q(reversal_payout, .payout_id = payout_id)));
        if (pt_json_int(object, "amount", 0)
            != pt_row_int(&row, "amount_minor")) {
            pt_log(&c->log, APLOG_ERR,
                   "PT1560: reversal %s is over another amount at the provider",
                   id);
            continue;
        }
        PT_TRY(give_on(
            c, &payout,
            &(reversal_t){.id = id,
                          .beneficiary = pt_row_str(&row, "beneficiary"),
                          .reason = pt_row_str(&row, "reason"),
                          .intent_id = pt_row_str(&row, "intent_id"),
                          .amount_minor = pt_row_int(&row, "amount_minor")},
            pt_json_str(object, "id")));
    }
    return PT_OK;
}

pt_err_t *pt_reversal_sent(pt_ctx_t *c, const char *intent_id,
                           const char *subject_id __attribute__((unused)),
                           const json_t *object)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(reversal_sent, .intent_id = intent_id,
                           .provider_id = pt_json_str(object, "id")));
}

pt_err_t *pt_reversal_refused(pt_ctx_t *c, const char *intent_id,
                              const char *subject_id, const char *code)
{
    pt_log(&c->log, APLOG_WARNING, "PT1561: reversal %s failed: %s", subject_id,
           code);
    return pt_db_exec(
        c->db, NULL,
        PT_Q(reversal_refused, .intent_id = intent_id, .failure_code = code));
}

pt_err_t *pt_reversal_renewed(pt_ctx_t *c, const char *intent_id,
                              const char *next_intent_id)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(reversal_renewed, .intent_id = intent_id,
                           .next_intent_id = next_intent_id));
}

pt_err_t *pt_reversal_see(pt_ctx_t *c, json_t *object, pt_seen_e *seen)
{
    const char *id = pt_object_uuid(object, "reversal");
    const char *transfer_id = pt_json_str(object, "transfer");
    json_t *transfer;
    pt_row_t row;
    int is_done;

    *seen = PT_SEEN_WRONG;
    if (!id || !transfer_id)
        return PT_OK;
    PT_TRY(pt_provider_get(c, &transfer,
                           apr_pstrcat(c->pool, "/v1/transfers/",
                                       pt_text_urlencode(c->pool, transfer_id),
                                       NULL)));
    PT_TRY(pt_payout_see(c, transfer, seen));
    if (*seen != PT_SEEN_DONE)
        return PT_OK;
    PT_TRY(pt_db_maybe(c->db, &row, &is_done,
                       PT_Q(reversal_is_done, .reversal_id = id)));
    if (!is_done)
        *seen = PT_SEEN_OPEN;
    return PT_OK;
}
