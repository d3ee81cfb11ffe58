/* SPDX-License-Identifier: Apache-2.0 */
/* payments_admin.c - administrators look at payments and refunds, give held
 * money back, and freeze builders. */

#include "features/admin_ops.h"
#include "features/assignments_ops.h"
#include "features/freeze_ops.h"
#include "features/money_fields.h"
#include "features/money_ops.h"
#include "features/queue_ops.h"
#include "features/refunds_ops.h"

/* clang-format off */
static const pt_field_t payment_fields[] = {
    PT_OUT(id,                PT_T_UUID, "The payment"),
    PT_OUT(state,             PT_T_ENUM, "How it stands", .values = pt_payment_states),
    PT_OUT(amount_minor,      PT_T_INT,  "All that is paid, minor units"),
    PT_OUT(fee_minor,         PT_T_INT,  "The fees in amount_minor"),
    PT_OUT(refunded_minor,    PT_T_INT,  "What has gone back so far"),
    PT_OUT(currency,          PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(job_id,            PT_T_UUID, "What it pays for"),
    PT_OUT(job_title,         PT_T_TEXT, "Its title"),
    PT_OUT(bid_id,            PT_T_UUID, "The bid it pays for", .nullable = 1),
    PT_OUT(builder_id,        PT_T_UUID, "Who pays"),
    PT_OUT(builder_name,      PT_T_TEXT, "The name of who pays"),
    PT_OUT(builder_is_frozen, PT_T_BOOL, "The builder's money stands still"),
    PT_OUT(payment_intent_id, PT_T_TEXT, "The provider's PaymentIntent", .nullable = 1),
    PT_OUT(charge_id,         PT_T_TEXT, "The provider's charge", .nullable = 1),
    PT_OUT(failure_code,      PT_T_TEXT, "Why the last attempt was declined", .nullable = 1),
    PT_OUT(chargeback_state,  PT_T_TEXT, "The state of its chargeback", .nullable = 1),
    PT_OUT(waits_since,       PT_T_TIME, "Since when the provider is asked for the page", .nullable = 1),
    PT_OUT(created_at,        PT_T_TIME, "When the window was opened"),
    PT_OUT(succeeded_at,      PT_T_TIME, "When the money arrived", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t payment_list_schema = {"AdminPayment", payment_fields, 1};

static const pt_field_t refund_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The refund"),
    PT_OUT(payment_id,    PT_T_UUID, "What is refunded"),
    PT_OUT(job_id,        PT_T_UUID, "What it was paid for"),
    PT_OUT(job_title,     PT_T_TEXT, "Its title"),
    PT_OUT(assignment_id, PT_T_UUID, "The seat it is about", .nullable = 1),
    PT_OUT(submission_id, PT_T_UUID, "The work it is about", .nullable = 1),
    PT_OUT(builder_id,    PT_T_UUID, "Who gets it"),
    PT_OUT(builder_name,  PT_T_TEXT, "The name of who gets it"),
    PT_OUT(amount_minor,  PT_T_INT,  "All that is owed, minor units"),
    PT_OUT(covered_minor, PT_T_INT,  "Of it, what a lost chargeback has given back already"),
    PT_OUT(currency,      PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(reason,        PT_T_TEXT, "Why it goes back"),
    PT_OUT(state,         PT_T_ENUM, "How far it is", .values = pt_sending_states),
    PT_OUT(failure_code,  PT_T_TEXT, "Why it failed", .nullable = 1),
    PT_OUT(waits_for,     PT_T_ENUM, "pending: what it waits for", .nullable = 1,
           .values = PT_VALUES("frozen", "provider")),
    PT_OUT(provider_id,   PT_T_TEXT, "The provider's refund", .nullable = 1),
    PT_OUT(created_at,    PT_T_TIME, "When it was decided"),
    PT_OUT(completed_at,  PT_T_TIME, "When the money had left", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t refund_schema = {"AdminRefund", refund_fields, 0};
static const pt_schema_t refund_list_schema = {"AdminRefund", refund_fields, 1};

static const pt_field_t submission_money_fields[] = {
    PT_OUT(submission_id,  PT_T_UUID, "The submission"),
    PT_OUT(state,          PT_T_TEXT, "Its state"),
    PT_OUT(currency,       PT_T_TEXT, "ISO 4217, lower case"),
    PT_OUT(reward_minor,   PT_T_INT,  "Reward and bonus reserve, minor units"),
    PT_OUT(paid_minor,     PT_T_INT,  "Granted to the tester so far"),
    PT_OUT(returned_minor, PT_T_INT,  "Given back to the builder by administrators"),
    PT_OUT(held_minor,     PT_T_INT,  "Still held for it, with the fee"),
    PT_FIELDS_END
};
static const pt_schema_t submission_money_schema = {"SubmissionMoney", submission_money_fields, 0};

static const pt_field_t standing_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The account"),
    PT_OUT(frozen_at,     PT_T_TIME, "Since when its money stands still", .nullable = 1),
    PT_OUT(frozen_reason, PT_T_TEXT, "Why", .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t standing_schema = {"AccountStanding", standing_fields, 0};

static const pt_field_t payment_list_fields[] = {
    PT_MONEY_LIST_FIELDS(pt_payment_states),
    PT_FIELDS_END
};
static const pt_field_t refund_list_fields[] = {
    PT_MONEY_LIST_FIELDS(pt_sending_states),
    PT_FIELDS_END
};

typedef struct {
    const char *refund_id;
    const char *reason;
} refund_retry_t;

static const pt_field_t refund_retry_fields[] = {
    PT_F(refund_retry_t, refund_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The refund"),
    PT_REASON_FIELD(refund_retry_t),
    PT_FIELDS_END
};

typedef struct {
    const char *submission_id;
    apr_int64_t amount_minor;
    const char *reason;
} refund_held_t;

static const pt_field_t refund_held_fields[] = {
    PT_F(refund_held_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission"),
    PT_F(refund_held_t, amount_minor, PT_T_INT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = PT_AMOUNT_MAX,
         .doc = "Of reward and bonus reserve, minor units; its share of the fee goes back with it"),
    PT_REASON_FIELD(refund_held_t),
    PT_FIELDS_END
};

typedef struct {
    const char *user_id;
    const char *reason;
} freeze_t;

static const pt_field_t freeze_fields[] = {
    PT_F(freeze_t, user_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The account"),
    PT_REASON_FIELD(freeze_t),
    PT_FIELDS_END
};
/* clang-format on */

/* --- Looking --- */

static pt_err_t *payment_list(pt_req_t *q)
{
    const pt_money_list_t *in = q->input;
    pt_row_t list;
    pt_money_page_t page;

    PT_TRY(pt_money_page_read(q, &page));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(admin_payment_list, .state = in->state,
                          .about = page.about, .reference = page.reference,
                          .before_id = page.before_id,
                          .page_size = page.page_size)));
    return pt_reply_row(q, &list);
}

static pt_err_t *refund_list(pt_req_t *q)
{
    const pt_money_list_t *in = q->input;
    pt_row_t list;
    pt_money_page_t page;

    PT_TRY(pt_money_page_read(q, &page));
    PT_TRY(pt_db_one(q->ctx.db, &list,
                     PT_Q(admin_refund_list, .state = in->state,
                          .about = page.about, .reference = page.reference,
                          .before_id = page.before_id,
                          .page_size = page.page_size)));
    return pt_reply_row(q, &list);
}

/* --- Giving back --- */

static pt_err_t *refund_retry(pt_req_t *q)
{
    const refund_retry_t *in = q->input;
    pt_row_t place, row;

    PT_TRY(pt_db_one(q->ctx.db, &place,
                     PT_Q(admin_refund_place, .refund_id = in->refund_id)));
    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(money_job_lock, .job_id = pt_row_str(&place, "job_id"))));
    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(payment_lock, .payment_id = pt_row_str(&place, "payment_id"))));
    PT_TRY(pt_refund_retry(&q->ctx, in->refund_id));
    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "refund",
                                                 .entity_id = in->refund_id,
                                                 .reason = in->reason}));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(admin_refund_get, .refund_id = in->refund_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *tell_tester(pt_req_t *q, const pt_work_t *work)
{
    const refund_held_t *in = q->input;

    return pt_mail_add(&q->ctx, "reward_returned", work->tester_id,
                       json_pack("{ss ss ss* sI ss ss}", "assignment_id",
                                 work->assignment_id, "job_title",
                                 work->job_title, "item_title",
                                 work->item.item_title, "amount_minor",
                                 (json_int_t)in->amount_minor, "currency",
                                 work->currency, "reason", in->reason));
}

static pt_err_t *refund_held(pt_req_t *q)
{
    const refund_held_t *in = q->input;
    pt_work_step_t step = {.event = PT_WORK_REFUND,
                           .by = PT_BY_ADMIN,
                           .admin_id = q->actor->id,
                           .amount_minor = in->amount_minor,
                           .note = in->reason};
    pt_work_t work;
    pt_row_t row;

    PT_TRY(pt_work_lock(&q->ctx, &work,
                        &(pt_work_key_t){.submission_id = in->submission_id}));
    PT_TRY(pt_work_move(&q->ctx, &work, &step));
    PT_TRY(pt_money_return(&q->ctx, in->submission_id, in->amount_minor,
                           "by_admin"));
    PT_TRY(pt_work_follow(&q->ctx, &work, &step));
    PT_TRY(tell_tester(q, &work));
    PT_TRY(pt_admin_note(
        q,
        &(pt_admin_action_t){.entity = "submission",
                             .entity_id = in->submission_id,
                             .reason = in->reason,
                             .detail = json_pack("{s:I, s:s}", "amount_minor",
                                                 (json_int_t)in->amount_minor,
                                                 "currency", work.currency)}));
    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(admin_submission_money, .submission_id = in->submission_id)));
    return pt_reply_row(q, &row);
}

/* --- Freezing --- */

static pt_err_t *standing_reply(pt_req_t *q)
{
    const freeze_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_admin_note(q, &(pt_admin_action_t){.entity = "account",
                                                 .entity_id = in->user_id,
                                                 .reason = in->reason}));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(admin_builder_get, .user_id = in->user_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *user_freeze(pt_req_t *q)
{
    const freeze_t *in = q->input;
    int affected;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(builder_lock, .builder_id = in->user_id)));
    PT_TRY(pt_builder_freeze(&q->ctx, &affected, in->user_id, in->reason));
    if (!affected)
        return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE,
                                    "This account is frozen already."),
                            "frozen");
    return standing_reply(q);
}

static pt_err_t *user_unfreeze(pt_req_t *q)
{
    const freeze_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(builder_lock, .builder_id = in->user_id)));
    PT_TRY(pt_builder_unfreeze(&q->ctx, in->user_id));
    return standing_reply(q);
}

/* clang-format off */
const pt_route_t pt_payments_admin_routes[] = {
    {.method = M_GET, .path = "/admin/payments", .id = "adminListPayments",
     .tag = "Admin", .summary = "Payments of all builders, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(pt_money_list_t, payment_list_fields),
     .status = HTTP_OK, .output = &payment_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = payment_list},
    {.method = M_GET, .path = "/admin/refunds", .id = "adminListRefunds",
     .tag = "Admin", .summary = "Refunds to all builders, newest first",
     .auth = PT_AUTH_ADMIN, .rate = PT_RATE_READ,
     PT_INPUT(pt_money_list_t, refund_list_fields),
     .status = HTTP_OK, .output = &refund_list_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = refund_list},
    {.method = M_POST, .path = "/admin/refunds/{refund_id}/retry", .id = "retryRefund",
     .tag = "Admin", .summary = "Try a refund again that has failed",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(refund_retry_t, refund_retry_fields),
     .status = HTTP_OK, .output = &refund_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = refund_retry},
    {.method = M_POST, .path = "/admin/submissions/{submission_id}/refund", .id = "refundSubmission",
     .tag = "Admin", .summary = "Give some of what is held for work back to the builder",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     .idempotency = PT_IDEM_REQUIRED,
     PT_INPUT(refund_held_t, refund_held_fields),
     .status = HTTP_OK, .output = &submission_money_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE, PT_P_TOO_MUCH),
     .handler = refund_held},
    {.method = M_POST, .path = "/admin/users/{user_id}/freeze", .id = "freezeUser",
     .tag = "Admin", .summary = "A builder's money stands still: nothing new begins, refunds and payouts of the builder's jobs wait",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(freeze_t, freeze_fields),
     .status = HTTP_OK, .output = &standing_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = user_freeze},
    {.method = M_POST, .path = "/admin/users/{user_id}/unfreeze", .id = "unfreezeUser",
     .tag = "Admin", .summary = "What waited while a builder was frozen goes on",
     .auth = PT_AUTH_ADMIN, .scopes = PT_SCOPE_FINANCE, .rate = PT_RATE_WRITE,
     PT_INPUT(freeze_t, freeze_fields),
     .status = HTTP_OK, .output = &standing_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = user_unfreeze},
    PT_ROUTES_END
};
/* clang-format on */
