/* SPDX-License-Identifier: Apache-2.0 */
/* auth.c - registration, links sent by mail, and passwords.
 *
 * What these routes answer, and how long they take, is the same for a known
 * address and an unknown one; only the owner of the mailbox learns more. */

#include "core/pt_crypto.h"
#include "features/auth_fields.h"
#include "features/queue_ops.h"
#include "features/signin_ops.h"

#include <apr_strings.h>
#include <string.h>

#define MAILS_FREE 5 /* links to one address before it has to wait */
#define PASSWORDS_FREE \
    5 /* wrong present passwords of one session, likewise \
       */

/* clang-format off */
#define EMAIL_FIELD(struct_)                                                   \
    PT_F(struct_, email, PT_T_EMAIL, PT_IN_BODY, PT_REQUIRED, .max = 254,      \
         .doc = "Mail address of the account")

#define TOKEN_FIELD(struct_)                                                   \
    PT_F(struct_, token, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 1,         \
         .max = 200, .secret = 1, .doc = "From the link in the mail")

/* The site's own minimum, PeerTestPasswordMin, is not below this one. */
#define NEW_PASSWORD_FIELD(struct_)                                            \
    PT_F(struct_, password, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 8,      \
         .max = PT_PASSWORD_MAX, .secret = 1,                                  \
         .doc = "A new password that is not among the common ones")

typedef struct {
    const char *email;
    const char *password;
    const char *full_name;
    const char *role;
    const char *locale;
    const char *referral_code;
} registration_t;

static const pt_field_t register_fields[] = {
    EMAIL_FIELD(registration_t),
    NEW_PASSWORD_FIELD(registration_t),
    PT_F(registration_t, full_name, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = 120, .pattern = PT_NAME_PATTERN,
         .doc = "How others are to call you"),
    PT_F(registration_t, role,      PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = PT_VALUES("builder", "tester"),
         .doc = "What you come for; the other can be added later"),
    PT_F(registration_t, locale,    PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .min = 2, .max = 35, .pattern = PT_LOCALE_PATTERN,
         .doc = "Language of the account, BCP 47; en when nothing is said"),
    /* Part of the contract already; there are no codes yet, so any is unknown and
     * an unknown one changes nothing. */
    PT_F(registration_t, referral_code, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 40, .doc = "Who brought you here"),
    PT_FIELDS_END
};

static const pt_field_t registered_fields[] = {
    PT_OUT(email,        PT_T_EMAIL, "The address as given"),
    PT_OUT(verification, PT_T_ENUM,  "A mail is on its way to it",
           .values = PT_VALUES("sent")),
    PT_FIELDS_END
};
static const pt_schema_t registered_schema = {"Registered", registered_fields, 0};

typedef struct {
    const char *token;
} verify_t;

static const pt_field_t verify_fields[] = {
    TOKEN_FIELD(verify_t),
    PT_FIELDS_END
};

static const pt_field_t verified_fields[] = {
    PT_OUT(email_verified, PT_T_BOOL, "True: you can sign in now"),
    PT_FIELDS_END
};
static const pt_schema_t verified_schema = {"Verified", verified_fields, 0};

typedef struct {
    const char *email;
} address_t;

static const pt_field_t address_fields[] = {
    EMAIL_FIELD(address_t),
    PT_FIELDS_END
};

typedef struct {
    const char *token;
    const char *password;
} reset_t;

static const pt_field_t reset_fields[] = {
    TOKEN_FIELD(reset_t),
    NEW_PASSWORD_FIELD(reset_t),
    PT_FIELDS_END
};

typedef struct {
    const char *current_password;
    const char *password;
} change_t;

static const pt_field_t change_fields[] = {
    PT_F(change_t, current_password, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = PT_PASSWORD_MAX, .secret = 1,
         .doc = "The password as it is now"),
    NEW_PASSWORD_FIELD(change_t),
    PT_FIELDS_END
};
/* clang-format on */

static int is_active(const pt_row_t *account)
{
    return !strcmp(pt_row_str(account, "state"), "active");
}

/* The owner of a known address is told; he may have forgotten that he has an
 * account. His password stays: whoever registers proves nothing. */
static pt_err_t *register_known(pt_req_t *q, const char *email)
{
    pt_row_t account;
    int found;

    PT_TRY(pt_db_maybe(q->ctx.db, &account, &found,
                       PT_Q(account_by_email, .email = email)));
    if (!found || !is_active(&account))
        return PT_OK;
    return pt_mail_add(&q->ctx, "address_known", pt_row_str(&account, "id"),
                       NULL);
}

static pt_err_t *register_new(pt_req_t *q, const char *account_id,
                              const char *role)
{
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(account_role_add, .account_id = account_id, .role = role)));
    return pt_signin_send_link(q, "verify", "verify_address", account_id,
                               q->ctx.site->cfg->verify_ttl);
}

static pt_err_t *auth_register(pt_req_t *q)
{
    const registration_t *in = q->input;
    const char *hash;
    pt_row_t account;
    int is_new;

    PT_TRY(pt_signin_check_password(q, in->password));
    PT_TRY(pt_signin_hash(q, &hash, in->password));

    PT_TRY(pt_signin_begin(q));
    PT_TRY(
        pt_signin_try(q, pt_signin_subject(q, "mail", in->email), MAILS_FREE));
    PT_TRY(pt_db_maybe(q->ctx.db, &account, &is_new,
                       PT_Q(account_register, .email = in->email,
                            .password_hash = hash, .full_name = in->full_name,
                            .locale = in->locale)));
    if (is_new)
        PT_TRY(register_new(q, pt_row_str(&account, "id"), in->role));
    else
        PT_TRY(register_known(q, in->email));
    PT_TRY(pt_signin_commit(q));
    return pt_reply_json(
        q, json_pack("{ss ss}", "email", in->email, "verification", "sent"));
}

/* Use up a token. @return PT_P_INVALID_TOKEN when it is none, or no more */
static pt_err_t *token_use(pt_req_t *q, const char **account_id,
                           const char *kind, const char *token)
{
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &found,
        PT_Q(email_token_use, .kind = kind,
             .token_hash = pt_signin_token_hash(q->ctx.pool, token))));
    if (!found)
        return pt_err_field(pt_fail(q->ctx.pool, PT_P_INVALID_TOKEN, NULL),
                            q->ctx.pool, "/token", PT_C_BAD_FORMAT);
    *account_id = pt_row_str(&row, "account_id");
    return PT_OK;
}

static pt_err_t *auth_verify(pt_req_t *q)
{
    const verify_t *in = q->input;
    const char *account_id;

    PT_TRY(token_use(q, &account_id, "verify", in->token));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(account_verify, .account_id = account_id)));
    PT_TRY(pt_mail_add(&q->ctx, "welcome", account_id, NULL));
    return pt_reply_json(q, json_pack("{sb}", "email_verified", 1));
}

/* The account that a link may be sent to, if there is one. The try is counted
 * for any address, so that the answer tells nothing. */
static pt_err_t *link_account(pt_req_t *q, pt_row_t *account, int *found,
                              const char *email)
{
    PT_TRY(pt_signin_try(q, pt_signin_subject(q, "mail", email), MAILS_FREE));
    PT_TRY(pt_db_maybe(q->ctx.db, account, found,
                       PT_Q(account_by_email, .email = email)));
    *found = *found && is_active(account);
    return PT_OK;
}

static pt_err_t *auth_resend(pt_req_t *q)
{
    const address_t *in = q->input;
    pt_row_t account;
    int found;

    PT_TRY(link_account(q, &account, &found, in->email));
    if (found && !pt_row_bool(&account, "is_verified"))
        PT_TRY(pt_signin_send_link(q, "verify", "verify_address",
                                   pt_row_str(&account, "id"),
                                   q->ctx.site->cfg->verify_ttl));
    return pt_reply_none(q);
}

static pt_err_t *auth_forgot(pt_req_t *q)
{
    const address_t *in = q->input;
    pt_row_t account;
    int found;

    PT_TRY(link_account(q, &account, &found, in->email));
    if (found)
        PT_TRY(pt_signin_send_link(q, "reset", "password_reset",
                                   pt_row_str(&account, "id"),
                                   q->ctx.site->cfg->reset_ttl));
    return pt_reply_none(q);
}

static pt_err_t *auth_reset(pt_req_t *q)
{
    const reset_t *in = q->input;
    const char *hash, *account_id;
    pt_row_t account;

    PT_TRY(pt_signin_check_password(q, in->password));
    PT_TRY(pt_signin_hash(q, &hash, in->password));

    PT_TRY(pt_signin_begin(q));
    PT_TRY(token_use(q, &account_id, "reset", in->token));
    PT_TRY(pt_db_one(q->ctx.db, &account,
                     PT_Q(account_password_reset, .account_id = account_id,
                          .password_hash = hash)));
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(session_end_all, .account_id = account_id, .reason = "password")));
    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(try_forget, .subject = pt_signin_subject(
                             q, "account", pt_row_str(&account, "email")))));
    PT_TRY(pt_mail_add(&q->ctx, "password_changed", account_id, NULL));
    PT_TRY(pt_signin_commit(q));
    return pt_reply_none(q);
}

/* The hash of the caller's present password, after counting the try. */
static pt_err_t *present_hash(pt_req_t *q, const char **hash,
                              const char *subject)
{
    pt_row_t row;
    int found;

    PT_TRY(pt_req_borrow(q));
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(account_password_of, .account_id = q->actor->id,
                            .session_id = q->actor->session_id)));
    if (!found)
        return pt_fail(q->ctx.pool, PT_P_UNAUTHORIZED, NULL);
    PT_TRY(pt_signin_try(q, subject, PASSWORDS_FREE));
    *hash = pt_row_str(&row, "password_hash");
    pt_signin_release(q);
    return PT_OK;
}

static pt_err_t *auth_change(pt_req_t *q)
{
    const change_t *in = q->input;
    const char *old_hash = NULL, *hash, *subject;
    int matches, changed;

    subject = apr_pstrcat(q->ctx.pool, "session:", q->actor->session_id, NULL);
    PT_TRY(pt_signin_check_password(q, in->password));
    PT_TRY(present_hash(q, &old_hash, subject));
    PT_TRY(pt_signin_matches(q, &matches, in->current_password, old_hash));
    if (!matches)
        return pt_fail(q->ctx.pool, PT_P_INVALID_CREDENTIALS, NULL);
    PT_TRY(pt_signin_hash(q, &hash, in->password));

    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_db_exec(q->ctx.db, &changed,
                      PT_Q(account_password_change, .account_id = q->actor->id,
                           .old_hash = old_hash, .password_hash = hash)));
    if (!changed)
        return pt_fail(q->ctx.pool, PT_P_INVALID_CREDENTIALS, NULL);
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(session_end_all, .account_id = q->actor->id,
                           .keep_id = q->actor->session_id,
                           .reason = "password")));
    PT_TRY(pt_db_exec(q->ctx.db, NULL, PT_Q(try_forget, .subject = subject)));
    PT_TRY(pt_mail_add(&q->ctx, "password_changed", q->actor->id, NULL));
    PT_TRY(pt_signin_commit(q));
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_auth_routes[] = {
    {.method = M_POST, .path = "/auth/register", .id = "register",
     .tag = "Sign-in", .summary = "Open an account; a mail asks to verify the address",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     PT_INPUT(registration_t, register_fields),
     .status = HTTP_CREATED, .output = &registered_schema,
     PT_PROBLEMS(PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = auth_register},
    {.method = M_POST, .path = "/auth/verify-email", .id = "verifyEmail",
     .tag = "Sign-in", .summary = "Verify an address with the token of its mail",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH,
     PT_INPUT(verify_t, verify_fields),
     .status = HTTP_OK, .output = &verified_schema,
     PT_PROBLEMS(PT_P_INVALID_TOKEN),
     .handler = auth_verify},
    {.method = M_POST, .path = "/auth/verify-email/resend", .id = "resendVerification",
     .tag = "Sign-in", .summary = "Ask for another verification mail",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH,
     PT_INPUT(address_t, address_fields),
     .status = HTTP_ACCEPTED,
     .handler = auth_resend},
    {.method = M_POST, .path = "/auth/password/forgot", .id = "forgotPassword",
     .tag = "Sign-in", .summary = "Ask for a mail with a link to set a new password",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH,
     PT_INPUT(address_t, address_fields),
     .status = HTTP_ACCEPTED,
     .handler = auth_forgot},
    {.method = M_POST, .path = "/auth/password/reset", .id = "resetPassword",
     .tag = "Sign-in", .summary = "Set a new password with the token of the mail; ends all sessions",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     PT_INPUT(reset_t, reset_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_INVALID_TOKEN, PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = auth_reset},
    {.method = M_POST, .path = "/auth/password/change", .id = "changePassword",
     .tag = "Sign-in", .summary = "Set a new password; ends the other sessions",
     .auth = PT_AUTH_USER, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     PT_INPUT(change_t, change_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_INVALID_CREDENTIALS, PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = auth_change},
    PT_ROUTES_END
};
/* clang-format on */
