/* SPDX-License-Identifier: Apache-2.0 */
/* sessions.c - signing in, staying signed in, signing out.
 *
 * A session is one sign-in on one device. It is carried by a refresh token, 256
 * random bits in a cookie, of which the database has the hash. Each use
 * replaces it by its successor, which is an HMAC of the token itself: when an
 * answer is lost, the same token brings the same successor for a few seconds
 * more, and still no secret is stored. A token that is used later than that has
 * a second holder, and the session ends for both.
 *
 * A second cookie, "device", says that its holder has once signed in to an
 * account. Guesses from there are counted apart, so that nobody else's can keep
 * the owner out. PT0900 */

#include "core/pt_access.h"
#include "core/pt_crypto.h"
#include "core/pt_time.h"
#include "features/auth_fields.h"
#include "features/lists.h"
#include "features/signin_ops.h"
#include "features/totp_ops.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <string.h>

#define TOKEN_BYTES 32
#define DEVICE_BYTES 16
#define DEVICE_TTL (180 * 86400) /* seconds */
#define USER_AGENT_BYTES 200

#define PASSWORDS_FREE 5  /* of one account, or of one device */
#define ADDRESSES_FREE 50 /* wrong ones from one client address */

/* clang-format off */
typedef struct {
    const char *email;
    const char *password;
    const char *totp_code;
    const char *recovery_code;
} login_t;

static const pt_field_t login_fields[] = {
    PT_F(login_t, email,    PT_T_EMAIL, PT_IN_BODY, PT_REQUIRED, .max = 254,
         .doc = "Mail address of the account"),
    PT_F(login_t, password, PT_T_TEXT,  PT_IN_BODY, PT_REQUIRED,
         .min = 1, .max = PT_PASSWORD_MAX, .secret = 1,
         .doc = "Its password"),
    PT_F(login_t, totp_code, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 6, .pattern = "^[0-9]{6}$", .secret = 1,
         .doc = "From the authenticator, where the account has one"),
    PT_F(login_t, recovery_code, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 40, .secret = 1,
         .doc = "Instead of it, once"),
    PT_FIELDS_END
};

static const pt_field_t grant_fields[] = {
    PT_OUT(access_token, PT_T_TEXT,   "For the Authorization header"),
    PT_OUT(token_type,   PT_T_ENUM,   "How to present it",
           .values = PT_VALUES("Bearer")),
    PT_OUT(expires_in,   PT_T_INT,    "Seconds until it expires"),
    PT_OUT(user,         PT_T_OBJECT, "Who is signed in",
           .of = &pt_account_schema),
    PT_FIELDS_END
};
static const pt_schema_t grant_schema = {"Grant", grant_fields, 0};

static const pt_field_t session_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The session"),
    PT_OUT(user_agent,   PT_T_TEXT, "What the browser calls itself; may be empty"),
    PT_OUT(created_at,   PT_T_TIME, "When it began"),
    PT_OUT(last_used_at, PT_T_TIME, "When it was last renewed"),
    PT_OUT(current,      PT_T_BOOL, "Whether it is the one that asks"),
    PT_FIELDS_END
};
static const pt_schema_t session_page_schema = {"Session", session_fields, 1};

typedef struct {
    apr_int64_t limit;
    const char *cursor;
} session_list_t;

static const pt_field_t session_list_fields[] = {
    PT_LIST_FIELDS(session_list_t),
    PT_FIELDS_END
};

typedef struct {
    const char *session_id;
} session_id_t;

static const pt_field_t session_id_fields[] = {
    PT_F(session_id_t, session_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "One of your sessions"),
    PT_FIELDS_END
};
/* clang-format on */

/* --- The answer to a sign-in --- */

static const char *access_token(pt_req_t *q, const char *account_id,
                                const char *session_id, const char *roles)
{
    const pt_site_t *site = q->ctx.site;
    pt_access_t claims = {.account_id = account_id,
                          .session_id = session_id,
                          .roles = pt_roles_parse(roles),
                          .issued_at = pt_time_now()};

    claims.expires_at = claims.issued_at + site->cfg->access_ttl;
    return pt_access_sign(q->ctx.pool, site->access_key, site->origin, &claims);
}

/* Commit, set the cookie, and answer. */
static pt_err_t *session_grant(pt_req_t *q, const char *account_id,
                               const char *session_id, const char *token)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    json_t *user;
    pt_row_t row;

    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(session_grant, .session_id = session_id,
             .idle_ttl = pt_i64(q->ctx.pool, cfg->session_idle_ttl))));
    PT_TRY(pt_signin_commit(q));
    pt_reply_cookie(q, "refresh", token, (int)pt_row_int(&row, "rest"));
    user = json_loads(pt_row_str(&row, "body"), 0, NULL);
    return pt_reply_json(q,
                         json_pack("{ss ss sI so}", "access_token",
                                   access_token(q, account_id, session_id,
                                                pt_row_str(&row, "roles")),
                                   "token_type", "Bearer", "expires_in",
                                   (json_int_t)cfg->access_ttl, "user", user));
}

/* --- Known devices --- */

/* The value of a device's cookie: a random name, and our word that it has
 * signed in to the account. */
static const char *device_cookie(pt_req_t *q, const char *account_id,
                                 const char *device)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text =
        apr_pstrcat(q->ctx.pool, "device:", account_id, ":", device, NULL);

    pt_hmac_sha256(mac, q->ctx.site->refresh_key, PT_KEY_BYTES, text,
                   strlen(text));
    return apr_pstrcat(q->ctx.pool, device, ".",
                       pt_b64url(q->ctx.pool, mac, sizeof(mac)), NULL);
}

/* The name of the device that asks, when it is known to the account, or NULL.
 */
static const char *device_of(pt_req_t *q, const char *account_id)
{
    const char *cookie = pt_req_cookie(q, "device"), *dot, *device, *ours;

    if (!cookie || !(dot = strchr(cookie, '.')))
        return NULL;
    device = apr_pstrmemdup(q->ctx.pool, cookie, (apr_size_t)(dot - cookie));
    ours = device_cookie(q, account_id, device);
    return pt_equal(ours, strlen(ours), cookie, strlen(cookie)) ? device : NULL;
}

static void device_remember(pt_req_t *q, const char *account_id)
{
    unsigned char name[DEVICE_BYTES];

    pt_random(name, sizeof(name));
    pt_reply_cookie(q, "device",
                    device_cookie(q, account_id,
                                  pt_b64url(q->ctx.pool, name, sizeof(name))),
                    DEVICE_TTL);
}

/* --- Signing in --- */

/* A sign-in under way. */
typedef struct {
    int found;             /* there is such an account */
    const char *id, *hash; /* the account's */
    const char *sealed;    /* its second factor; NULL: it has none */
    int may_sign_in;       /* verified and active */
    const char *device;    /* known to the account; or NULL */
    const char *subject;   /* that wrong passwords are counted under */
} login_state_t;

/* Count the try: by device where that is known, else by account and by address.
 * Both or none, so that a refused try counts for nothing. */
static pt_err_t *login_count(pt_req_t *q, login_state_t *state,
                             const char *email)
{
    if (state->device) {
        state->subject =
            apr_pstrcat(q->ctx.pool, "device:", state->device, NULL);
        return pt_signin_try(q, state->subject, PASSWORDS_FREE);
    }
    state->subject = pt_signin_subject(q, "account", email);
    PT_TRY(pt_signin_try(q, pt_signin_address(q), ADDRESSES_FREE));
    return pt_signin_try(q, state->subject, PASSWORDS_FREE);
}

/* Look the account up and count the try. */
static pt_err_t *login_begin(pt_req_t *q, login_state_t *state,
                             const char *email)
{
    pt_row_t row;

    memset(state, 0, sizeof(*state));
    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &state->found,
                       PT_Q(account_by_email, .email = email)));
    if (state->found) {
        state->id = pt_row_str(&row, "id");
        state->hash = pt_row_str(&row, "password_hash");
        state->sealed = pt_row_str(&row, "totp_sealed");
        state->may_sign_in = pt_row_bool(&row, "is_verified")
                             && !strcmp(pt_row_str(&row, "state"), "active");
        state->device = device_of(q, state->id);
    }
    PT_TRY(login_count(q, state, email));
    return pt_signin_commit(q);
}

/* A hash of another cost is replaced now, while the password is at hand. */
static pt_err_t *login_upgrade(pt_req_t *q, login_state_t *state,
                               const char *password)
{
    const char *hash;
    int changed;

    if (pt_password_cost(state->hash) == q->ctx.site->cfg->bcrypt_cost)
        return PT_OK;
    PT_TRY(pt_signin_hash(q, &hash, password));
    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_db_exec(q->ctx.db, &changed,
                      PT_Q(account_password_change, .account_id = state->id,
                           .old_hash = state->hash, .password_hash = hash)));
    PT_TRY(pt_signin_commit(q));
    if (changed)
        state->hash = hash;
    return PT_OK;
}

/* What the browser calls itself, as printable ASCII of a bounded length. */
static const char *user_agent(pt_req_t *q)
{
    const char *agent = apr_table_get(q->r->headers_in, "User-Agent");
    char *copy =
        apr_pstrndup(q->ctx.pool, agent ? agent : "", USER_AGENT_BYTES);
    char *c;

    for (c = copy; *c; c++) {
        if (!apr_isascii(*c) || !apr_isprint(*c))
            *c = '?';
    }
    return copy;
}

static const char *code_of(const login_t *in)
{
    return in->totp_code ? in->totp_code : in->recovery_code;
}

static const char *code_subject(pt_req_t *q, const login_state_t *state)
{
    return apr_pstrcat(q->ctx.pool, "code:", state->subject, NULL);
}

/* The password is right; is there a code where one is needed? Count it. */
static pt_err_t *login_ask_code(pt_req_t *q, const login_state_t *state,
                                const login_t *in)
{
    if (!state->sealed)
        return PT_OK;
    if (!code_of(in))
        return pt_fail(q->ctx.pool, PT_P_SECOND_FACTOR_REQUIRED, NULL);
    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_signin_try(q, code_subject(q, state), PT_CODES_FREE));
    return pt_signin_commit(q);
}

/* In the transaction that signs in: the code is used up with it or not at all.
 */
static pt_err_t *login_use_code(pt_req_t *q, const login_state_t *state,
                                const login_t *in)
{
    int fine;

    if (!state->sealed)
        return PT_OK;
    PT_TRY(pt_totp_use(q, &fine, state->id, state->sealed, code_of(in)));
    if (!fine)
        return pt_err_field(
            pt_fail(q->ctx.pool, PT_P_SECOND_FACTOR_REQUIRED,
                    "This code is not right, or was used before"),
            q->ctx.pool, in->totp_code ? "/totp_code" : "/recovery_code",
            PT_C_NOT_ALLOWED);
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(try_forget, .subject = code_subject(q, state)));
}

/* It was the owner. The address keeps what others behind it have tried. Both
 * are locked in login_count()'s order, or two who sign in at once would wait
 * for each other. */
static pt_err_t *login_forgive(pt_req_t *q, const login_state_t *state)
{
    if (!state->device)
        PT_TRY(
            pt_db_exec(q->ctx.db, NULL,
                       PT_Q(try_take_back, .subject = pt_signin_address(q))));
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(try_forget, .subject = state->subject));
}

static pt_err_t *login_finish(pt_req_t *q, const login_state_t *state,
                              const login_t *in)
{
    apr_pool_t *p = q->ctx.pool;
    unsigned char bytes[TOKEN_BYTES];
    const char *session_id, *token;
    pt_row_t row;
    int found;

    pt_random(bytes, sizeof(bytes));
    token = pt_b64url(p, bytes, sizeof(bytes));
    PT_TRY(pt_signin_begin(q));
    PT_TRY(login_use_code(q, state, in));
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(session_start, .account_id = state->id,
                            .password_hash = state->hash,
                            .second_factor = pt_bool(state->sealed != NULL),
                            .user_agent = user_agent(q),
                            .ttl = pt_i64(p, q->ctx.site->cfg->session_ttl))));
    if (!found)
        return pt_fail(p, PT_P_INVALID_CREDENTIALS, NULL);
    session_id = pt_row_str(&row, "id");
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(refresh_token_add, .session_id = session_id,
                           .token_hash = pt_signin_token_hash(p, token))));
    PT_TRY(login_forgive(q, state));
    PT_TRY(session_grant(q, state->id, session_id, token));
    if (!state->device)
        device_remember(q, state->id);
    return PT_OK;
}

static pt_err_t *session_login(pt_req_t *q)
{
    const login_t *in = q->input;
    login_state_t state;
    int matches;

    PT_TRY(login_begin(q, &state, in->email));
    PT_TRY(pt_signin_matches(q, &matches, in->password, state.hash));
    if (!matches || !state.may_sign_in)
        return pt_fail(q->ctx.pool, PT_P_INVALID_CREDENTIALS, NULL);
    PT_TRY(login_upgrade(q, &state, in->password));
    PT_TRY(login_ask_code(q, &state, in));
    return login_finish(q, &state, in);
}

/* --- Staying signed in --- */

static const char *successor_of(pt_req_t *q, const char *token)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text = apr_pstrcat(q->ctx.pool, "refresh:", token, NULL);

    pt_hmac_sha256(mac, q->ctx.site->refresh_key, PT_KEY_BYTES, text,
                   strlen(text));
    return pt_b64url(q->ctx.pool, mac, sizeof(mac));
}

/* The cookie is of no more use. */
static pt_err_t *session_ended(pt_req_t *q)
{
    pt_reply_cookie(q, "refresh", "", 0);
    return pt_fail(q->ctx.pool, PT_P_SESSION_ENDED, NULL);
}

/* The token has two holders. This is committed, although the answer is a
 * refusal. */
static pt_err_t *session_end_reused(pt_req_t *q, const pt_row_t *row)
{
    const char *session_id = pt_row_str(row, "session_id");

    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(session_end, .session_id = session_id,
                           .account_id = pt_row_str(row, "account_id"),
                           .reason = "reuse")));
    PT_TRY(pt_signin_commit(q));
    pt_log(&q->ctx.log, APLOG_WARNING,
           "PT0900: session %s ended: its refresh token was used twice",
           session_id);
    return session_ended(q);
}

static pt_err_t *session_refresh(pt_req_t *q)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    const char *token = pt_req_cookie(q, "refresh"), *verdict, *next;
    pt_row_t row;
    int found;

    if (!token)
        return session_ended(q);
    PT_TRY(pt_signin_begin(q));
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &found,
                       PT_Q(refresh_token_lock,
                            .token_hash = pt_signin_token_hash(p, token),
                            .idle_ttl = pt_i64(p, cfg->session_idle_ttl),
                            .grace = pt_i64(p, cfg->refresh_grace))));
    verdict = found ? pt_row_str(&row, "verdict") : "ended";
    if (!strcmp(verdict, "ended"))
        return session_ended(q);
    if (!strcmp(verdict, "reuse"))
        return session_end_reused(q, &row);
    next = successor_of(q, token);
    if (!strcmp(verdict, "first"))
        PT_TRY(
            pt_db_exec(q->ctx.db, NULL,
                       PT_Q(refresh_token_use,
                            .session_id = pt_row_str(&row, "session_id"),
                            .token_hash = pt_signin_token_hash(p, token),
                            .successor_hash = pt_signin_token_hash(p, next))));
    return session_grant(q, pt_row_str(&row, "account_id"),
                         pt_row_str(&row, "session_id"), next);
}

/* --- Signing out --- */

static pt_err_t *session_logout(pt_req_t *q)
{
    const char *token = pt_req_cookie(q, "refresh");

    if (token)
        PT_TRY(pt_db_exec(
            q->ctx.db, NULL,
            PT_Q(session_end_by_token,
                 .token_hash = pt_signin_token_hash(q->ctx.pool, token))));
    pt_reply_cookie(q, "refresh", "", 0);
    return pt_reply_none(q);
}

static pt_err_t *session_list(pt_req_t *q)
{
    const session_list_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(
        q->ctx.db, &page,
        PT_Q(session_list, .account_id = q->actor->id,
             .present_id = q->actor->session_id, .before_id = before,
             .idle_ttl = pt_i64(p, q->ctx.site->cfg->session_idle_ttl),
             .limit = pt_i64(p, in->limit))));
    return pt_reply_row(q, &page);
}

static pt_err_t *session_end(pt_req_t *q)
{
    const session_id_t *in = q->input;
    int ended;

    PT_TRY(pt_db_exec(q->ctx.db, &ended,
                      PT_Q(session_end, .session_id = in->session_id,
                           .account_id = q->actor->id, .reason = "by_owner")));
    if (!ended)
        return pt_fail(q->ctx.pool, PT_P_NOT_FOUND, NULL);
    return pt_reply_none(q);
}

/* clang-format off */
const pt_route_t pt_sessions_routes[] = {
    {.method = M_POST, .path = "/auth/login", .id = "login",
     .tag = "Sign-in", .summary = "Sign in; sets the refresh cookie",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_AUTH, .idempotency = PT_IDEM_OFF,
     PT_INPUT(login_t, login_fields),
     .status = HTTP_OK, .output = &grant_schema,
     PT_PROBLEMS(PT_P_INVALID_CREDENTIALS, PT_P_SECOND_FACTOR_REQUIRED,
                 PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = session_login},
    /* Each loaded page asks once, and guessing 256 bits needs no brake: so this is
     * not counted as a sign-in. */
    {.method = M_POST, .path = "/auth/refresh", .id = "refresh",
     .tag = "Sign-in", .summary = "A new access token for the refresh cookie, which is replaced",
     .auth = PT_AUTH_COOKIE, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     .status = HTTP_OK, .output = &grant_schema,
     PT_PROBLEMS(PT_P_SESSION_ENDED, PT_P_UNAVAILABLE, PT_P_INTERNAL),
     .no_db = 1, .handler = session_refresh},
    {.method = M_POST, .path = "/auth/logout", .id = "logout",
     .tag = "Sign-in", .summary = "End the session and remove the cookie",
     .auth = PT_AUTH_COOKIE, .rate = PT_RATE_WRITE, .idempotency = PT_IDEM_OFF,
     .status = HTTP_NO_CONTENT,
     .handler = session_logout},
    {.method = M_GET, .path = "/auth/sessions", .id = "listSessions",
     .tag = "Sign-in", .summary = "Where you are signed in, newest first",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(session_list_t, session_list_fields),
     .status = HTTP_OK, .output = &session_page_schema,
     PT_PROBLEMS(PT_P_INVALID_CURSOR),
     .handler = session_list},
    {.method = M_DELETE, .path = "/auth/sessions/{session_id}", .id = "endSession",
     .tag = "Sign-in", .summary = "Sign out somewhere else",
     .auth = PT_AUTH_USER, .rate = PT_RATE_WRITE,
     PT_INPUT(session_id_t, session_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = session_end},
    PT_ROUTES_END
};
/* clang-format on */
