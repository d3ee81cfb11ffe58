/* SPDX-License-Identifier: Apache-2.0 */
/* totp.c - setting up a second factor, and switching it off. */

#include "core/pt_time.h"
#include "core/pt_totp.h"
#include "features/queue_ops.h"
#include "features/signin_ops.h"
#include "features/totp_ops.h"

#include <apr_strings.h>

/* clang-format off */
static const pt_field_t enrolled_fields[] = {
    PT_OUT(secret,      PT_T_TEXT, "For an authenticator that reads no QR code, base32"),
    PT_OUT(otpauth_uri, PT_T_TEXT, "The same as the content of a QR code"),
    PT_FIELDS_END
};
static const pt_schema_t enrolled_schema = {"TotpEnrolment", enrolled_fields, 0};

typedef struct {
    const char *code;
} confirm_t;

static const pt_field_t confirm_fields[] = {
    PT_F(confirm_t, code, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = PT_TOTP_DIGITS, .max = PT_TOTP_DIGITS, .pattern = "^[0-9]{6}$",
         .secret = 1, .doc = "What the authenticator shows"),
    PT_FIELDS_END
};

static const pt_field_t codes_fields[] = {
    PT_OUT(recovery_codes, PT_T_ARRAY,
           "Each signs in once without the authenticator; they are not shown again",
           .item = PT_T_TEXT),
    PT_FIELDS_END
};
static const pt_schema_t codes_schema = {"RecoveryCodes", codes_fields, 0};

typedef struct {
    const char *password;
    const char *code;
} disable_t;

static const pt_field_t disable_fields[] = {
    PT_F(disable_t, password, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 1,
         .max = PT_PASSWORD_MAX, .secret = 1, .doc = "The account's password"),
    PT_F(disable_t, code,     PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 6,
         .max = 40, .secret = 1,
         .doc = "What the authenticator shows, or a recovery code"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *wrong_state(pt_req_t *q, const char *state, const char *detail)
{
    return pt_err_state(pt_fail(q->ctx.pool, PT_P_WRONG_STATE, detail), state);
}

static pt_err_t *wrong_code(pt_req_t *q)
{
    return pt_err_field(PT_OK, q->ctx.pool, "/code", PT_C_NOT_ALLOWED);
}

static pt_err_t *totp_enrol(pt_req_t *q)
{
    apr_pool_t *p = q->ctx.pool;
    const char *secret = pt_totp_secret(p), *uri;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(totp_enrol, .account_id = q->actor->id,
                            .sealed = pt_totp_seal(q, q->actor->id, secret))));
    if (!found)
        return wrong_state(q, "enabled", "There is a second factor already");
    uri = pt_totp_uri(p, secret, q->ctx.site->cfg->site_name,
                      pt_row_str(&row, "email"));
    return pt_reply_json(
        q, json_pack("{ss ss}", "secret", secret, "otpauth_uri", uri));
}

/* Everybody else who is signed in to the account came without the factor, or
 * with the one that has gone. */
static pt_err_t *factor_changed(pt_req_t *q, const char *mail)
{
    PT_TRY(
        pt_db_exec(q->ctx.db, NULL,
                   PT_Q(session_end_all, .account_id = q->actor->id,
                        .keep_id = q->actor->session_id, .reason = "factor")));
    return pt_mail_add(&q->ctx, mail, q->actor->id, NULL);
}

static pt_err_t *totp_confirm(pt_req_t *q)
{
    const confirm_t *in = q->input;
    const char *secret, *id = q->actor->id;
    apr_int64_t step;
    json_t *codes;
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row, PT_Q(totp_lock, .account_id = id)));
    if (pt_row_bool(&row, "is_enabled"))
        return wrong_state(q, "enabled", "There is a second factor already");
    secret = pt_row_str(&row, "sealed");
    if (secret)
        secret = pt_totp_unseal(q, id, secret);
    if (!secret)
        return wrong_state(q, "none", "Ask for a secret first");
    if (!(step = pt_totp_step(secret, pt_time_now(), in->code)))
        return wrong_code(q);
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(totp_enable, .account_id = id,
                           .step = pt_i64(q->ctx.pool, step))));
    PT_TRY(factor_changed(q, "totp_enabled"));
    PT_TRY(pt_recovery_make(q, &codes, id));
    return pt_reply_json(q, json_pack("{so}", "recovery_codes", codes));
}

/* The account, after counting the try. */
static pt_err_t *disable_begin(pt_req_t *q, pt_row_t *account)
{
    const char *subject =
        apr_pstrcat(q->ctx.pool, "session:", q->actor->session_id, NULL);
    int found;

    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_maybe(q->ctx.db, account, &found,
                       PT_Q(totp_of, .account_id = q->actor->id,
                            .session_id = q->actor->session_id)));
    if (!found)
        return pt_fail(q->ctx.pool, PT_P_UNAUTHORIZED, NULL);
    if (pt_row_bool(account, "is_admin"))
        return pt_fail(q->ctx.pool, PT_P_FORBIDDEN,
                       "Administrators cannot be without a second factor");
    if (!pt_row_str(account, "sealed"))
        return wrong_state(q, "none", "There is no second factor");
    PT_TRY(pt_signin_try(q, subject, PT_CODES_FREE));
    pt_signin_release(q);
    return PT_OK;
}

static pt_err_t *totp_disable(pt_req_t *q)
{
    const disable_t *in = q->input;
    const char *id = q->actor->id;
    pt_row_t account;
    int fine;

    PT_TRY(disable_begin(q, &account));
    PT_TRY(pt_signin_matches(q, &fine, in->password,
                             pt_row_str(&account, "password_hash")));
    if (!fine)
        return pt_fail(q->ctx.pool, PT_P_INVALID_CREDENTIALS, NULL);
    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_totp_use(q, &fine, id, pt_row_str(&account, "sealed"), in->code));
    if (!fine)
        return wrong_code(q);
    PT_TRY(pt_db_exec(q->ctx.db, &fine, PT_Q(totp_disable, .account_id = id)));
    if (!fine)
        return wrong_state(q, "none", NULL);
    PT_TRY(factor_changed(q, "totp_disabled"));
    PT_TRY(pt_signin_commit(q));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_totp_routes[] = {
    {.method = M_POST, .path = "/auth/totp", .id = "enrolTotp",
     .tag = "Sign-in", .summary = "Begin with a second factor: a secret for the authenticator",
     .auth = PT_AUTH_USER, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     .status = HTTP_OK, .output = &enrolled_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = totp_enrol},
    {.method = M_POST, .path = "/auth/totp/confirm", .id = "confirmTotp",
     .tag = "Sign-in", .summary = "Switch the second factor on with a first code; other sessions end",
     .auth = PT_AUTH_USER, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     PT_INPUT(confirm_t, confirm_fields),
     .status = HTTP_OK, .output = &codes_schema,
     PT_PROBLEMS(PT_P_WRONG_STATE),
     .handler = totp_confirm},
    {.method = M_DELETE, .path = "/auth/totp", .id = "disableTotp",
     .tag = "Sign-in", .summary = "Switch the second factor off; other sessions end",
     .auth = PT_AUTH_USER, .rate = PT_RATE_AUTH,
     PT_INPUT(disable_t, disable_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_FORBIDDEN, PT_P_INVALID_CREDENTIALS, PT_P_WRONG_STATE,
                 PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = totp_disable},
    PT_ROUTES_END
};
/* clang-format on */
