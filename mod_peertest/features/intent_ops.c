/* SPDX-License-Identifier: Apache-2.0 */
/* intent_ops.c - money intents: frozen, sent, looked up, settled.
 * Log ids: PT1200-PT1249. */

#include "features/intent_ops.h"

#include "core/pt_text.h"
#include "domain/refusal_rules.h"
#include "features/payments_ops.h"
#include "features/payouts_ops.h"
#include "features/queue_ops.h"
#include "features/refunds_ops.h"
#include "features/reversals_ops.h"

#include <apr_strings.h>
#include <string.h>

#define POLL_MAX_SECONDS 3600
#define LIST_LIMIT "100" /* Stripe's largest page */
#define LIST_PAGES 200

/* What a kind of intent does with the answers. */
typedef struct {
    const char *kind;
    pt_err_t *(*sent)(pt_ctx_t *c, const char *intent_id,
                      const char *subject_id, const json_t *object);
    pt_err_t *(*refused)(pt_ctx_t *c, const char *intent_id,
                         const char *subject_id, const char *code);
    /* refused for now; NULL: no refusal of this kind passes */
    pt_err_t *(*put_off)(pt_ctx_t *c, const char *intent_id, const char *code);
    /* NULL: nothing of ours points to the intent */
    pt_err_t *(*renewed)(pt_ctx_t *c, const char *intent_id,
                         const char *next_intent_id);
    pt_err_t *(*see)(pt_ctx_t *c, json_t *object, pt_seen_e *seen);
    int pays_out; /* 1: a second one would be money lost */
} intent_kind_t;

static const intent_kind_t kinds[] = {
    {"checkout", pt_payment_page_made, pt_payment_refused, NULL, NULL,
     pt_payment_see_session, 0},
    {"transfer", pt_payout_sent, pt_payout_refused, pt_payout_put_off,
     pt_payout_renewed, pt_payout_see, 1},
    {"refund", pt_refund_sent, pt_refund_refused, NULL, pt_refund_renewed,
     pt_refund_see, 1},
    {"reversal", pt_reversal_sent, pt_reversal_refused, NULL,
     pt_reversal_renewed, pt_reversal_see, 1},
};

typedef struct {
    const char *id;
    const intent_kind_t *kind;
    const char *subject_id;
    const char *submission_id; /* NULL: about none */
    const char *mark; /* metadata[intent]: the same in every generation */
    const char *key, *path, *body, *group_path;
    const char *state;
    const char *provider_id;  /* NULL: none known */
    const char *failure_code; /* NULL: not refused */
    apr_int64_t decision, age_seconds;
    int was_sent, key_is_old, is_superseded;
    int is_from_before; /* what it is about is older than a restore */
    int is_kept_back;   /* its builder is frozen */
    int has_lapsed;     /* it can have no effect any more */
    int is_new;         /* its key was never used before this attempt */
} intent_t;

/* "<kind>:<subject>:<decision>": an intent by its business identity. */
static const char *intent_mark(apr_pool_t *p, const char *kind,
                               const char *subject_id, apr_int64_t decision)
{
    return apr_psprintf(p, "%s:%s:%" APR_INT64_T_FMT, kind, subject_id,
                        decision);
}

pt_err_t *pt_intent_make(pt_ctx_t *c, const char **intent_id,
                         const pt_intent_spec_t *spec)
{
    const char *mark =
        intent_mark(c->pool, spec->kind, spec->subject_id, spec->decision);
    const char *key =
        apr_pstrcat(c->pool, "pt1:", c->site->test_mode ? "test" : "live", ":",
                    mark, ":1", NULL);
    pt_row_t row;

    pt_form_mark(spec->form, c, "metadata", "intent", mark);
    pt_form_int(spec->form, "metadata[decision]", spec->decision);
    pt_form_int(spec->form, "metadata[generation]", 1);
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(intent_make, .kind = spec->kind,
                          .subject_id = spec->subject_id,
                          .submission_id = spec->submission_id,
                          .decision = pt_i64(c->pool, spec->decision),
                          .idempotency_key = key, .path = spec->path,
                          .body = pt_form_text(spec->form),
                          .group_path = spec->group_path)));
    *intent_id = pt_row_str(&row, "id");
    return PT_OK;
}

pt_err_t *pt_intent_queue(pt_ctx_t *c, const char *intent_id,
                          const char *subject_id)
{
    return pt_queue_add(c, NULL, "intent.send",
                        json_pack("{s:s}", "intent_id", intent_id),
                        apr_pstrcat(c->pool, "money:", subject_id, NULL), NULL);
}

static pt_err_t *intent_load(pt_ctx_t *c, intent_t *in, const char *id)
{
    pt_row_t row;
    const char *kind;
    size_t i;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(intent_load, .id = id)));
    memset(in, 0, sizeof(*in));
    kind = pt_row_str(&row, "kind");
    for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (!strcmp(kinds[i].kind, kind))
            in->kind = &kinds[i];
    ap_assert(in->kind);
    in->id = id;
    in->subject_id = pt_row_str(&row, "subject_id");
    in->submission_id = pt_row_str(&row, "submission_id");
    in->decision = pt_row_int(&row, "decision");
    in->mark = intent_mark(c->pool, kind, in->subject_id, in->decision);
    in->key = pt_row_str(&row, "idempotency_key");
    in->path = pt_row_str(&row, "path");
    in->body = pt_row_str(&row, "body");
    in->group_path = pt_row_str(&row, "group_path");
    in->state = pt_row_str(&row, "state");
    in->provider_id = pt_row_str(&row, "provider_id");
    in->failure_code = pt_row_str(&row, "failure_code");
    in->age_seconds = pt_row_int(&row, "age_seconds");
    in->was_sent = pt_row_bool(&row, "was_sent");
    in->key_is_old = pt_row_bool(&row, "key_is_old");
    in->is_superseded = pt_row_bool(&row, "is_superseded");
    in->is_from_before = pt_row_bool(&row, "is_from_before");
    in->is_kept_back = pt_row_bool(&row, "is_kept_back");
    in->has_lapsed = pt_row_bool(&row, "has_lapsed");
    return PT_OK;
}

/* The generation that counts, of the intent that a job was queued for. */
static pt_err_t *load_newest(pt_ctx_t *c, intent_t *in, const char *id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(intent_newest, .id = id)));
    return intent_load(c, in, pt_row_str(&row, "id"));
}

static int is_in(const intent_t *in, const char *state)
{
    return !strcmp(in->state, state);
}

/* Ask soon at first, then ever less often. */
static pt_err_t *poll_later(pt_ctx_t *c, const intent_t *in)
{
    apr_int64_t seconds = in->age_seconds / 2;

    if (seconds < c->site->cfg->poll_delay)
        seconds = c->site->cfg->poll_delay;
    if (seconds > POLL_MAX_SECONDS)
        seconds = POLL_MAX_SECONDS;
    return pt_clock_set(c, "intent", in->id, "poll", seconds);
}

pt_err_t *pt_intent_confirmed(pt_ctx_t *c, const char *intent_id,
                              const char *provider_id)
{
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(intent_succeeded, .id = intent_id, .provider_id = provider_id)));
    return pt_clock_clear(c, "intent", intent_id, "poll");
}

/* Book that the object is there. An event may have been quicker, or come at the
 * same time: the intent's row is locked last, as everywhere. */
static pt_err_t *settle_sent(pt_ctx_t *c, const intent_t *in,
                             const json_t *object)
{
    int affected;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(in->kind->sent(c, in->id, in->subject_id, object));
    PT_TRY(pt_db_exec(c->db, &affected,
                      PT_Q(intent_succeeded, .id = in->id,
                           .provider_id = pt_json_str(object, "id"))));
    if (affected)
        PT_TRY(poll_later(c, in));
    return pt_db_commit(c->db);
}

static pt_err_t *settle_refused(pt_ctx_t *c, const intent_t *in,
                                const char *code)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(in->kind->refused(c, in->id, in->subject_id, code));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(intent_failed, .id = in->id, .failure_code = code)));
    PT_TRY(pt_db_commit(c->db));
    pt_log(&c->log, APLOG_WARNING, "PT1200: the provider refused %s: %s",
           in->mark, code);
    return PT_OK;
}

/* Refused as things are now: what was decided stays, and the next try asks
 * again under a new key. */
static pt_err_t *settle_put_off(pt_ctx_t *c, const intent_t *in,
                                const char *code)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(in->kind->put_off(c, in->id, code));
    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(intent_failed, .id = in->id, .failure_code = code)));
    PT_TRY(pt_db_commit(c->db));
    return pt_err_cause(pt_fail(c->pool, PT_P_CONFLICT, NULL),
                        "the provider refused %s for now: %s", in->mark, code);
}

static int passes(const intent_t *in, const char *code)
{
    return in->kind->put_off && pt_refusal_passes(in->kind->kind, code);
}

/* The value of a member of a frozen request, as it was encoded; or NULL. */
static const char *frozen_value(apr_pool_t *p, const char *body,
                                const char *name)
{
    apr_size_t len = strlen(name);
    const char *at = body;

    while (at && (strncmp(at, name, len) != 0 || at[len] != '=')) {
        at = strchr(at, '&');
        at = at ? at + 1 : NULL;
    }
    return at ? apr_pstrmemdup(p, at + len + 1, strcspn(at + len + 1, "&"))
              : NULL;
}

static const char *shown_value(apr_pool_t *p, const json_t *object,
                               const char *name)
{
    const json_t *value = json_object_get(object, name);

    if (json_is_integer(value))
        return apr_psprintf(p, "%" APR_INT64_T_FMT,
                            (apr_int64_t)json_integer_value(value));
    return json_is_string(value)
               ? pt_text_urlencode(p, json_string_value(value))
               : NULL;
}

/* Is it what was decided? Members that one of both lacks say nothing. */
static int agrees(pt_ctx_t *c, const intent_t *in, const json_t *object)
{
    static const char *const names[] = {"amount", "currency", "destination",
                                        "payment_intent"};
    const char *decision = pt_object_mark(object, "decision");
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
        const char *frozen = frozen_value(c->pool, in->body, names[i]);
        const char *shown = shown_value(c->pool, object, names[i]);

        if (frozen && shown && strcmp(frozen, shown) != 0)
            return 0;
    }
    return !decision || apr_atoi64(decision) == in->decision;
}

/* Has it moved nothing in the end? */
static int is_void(const json_t *object)
{
    const char *status = pt_json_str(object, "status");

    return json_is_true(json_object_get(object, "reversed"))
           || (status
               && (!strcmp(status, "failed") || !strcmp(status, "canceled")));
}

/* Was it made for the same submission, or like ours for none, in the time that
 * a restore has taken from us? Then no request of ours answers for it. */
static pt_err_t *is_lost(pt_ctx_t *c, int *is, const json_t *object,
                         const intent_t *in)
{
    const char *submission = pt_object_mark(object, "submission");
    pt_row_t row;

    *is = 0;
    if (!in->is_from_before || !in->kind->pays_out || is_void(object)
        || strcmp(submission ? submission : "",
                  in->submission_id ? in->submission_id : "")
               != 0)
        return PT_OK;
    PT_TRY(
        pt_db_one(c->db, &row,
                  PT_Q(intent_claims, .provider_id = pt_json_str(object, "id"),
                       .mark = pt_object_mark(object, "intent"))));
    *is = !pt_row_bool(&row, "claimed");
    return PT_OK;
}

/* The object of a page that carries the intent's mark; else *object stays, or
 * becomes one that was lost. @param is_marked 1 when the mark is on it */
static pt_err_t *search(pt_ctx_t *c, json_t **object, int *is_marked,
                        const json_t *page, const intent_t *in)
{
    json_t *shown;
    size_t i;
    int is;

    json_array_foreach (json_object_get(page, "data"), i, shown) {
        const char *mark = pt_object_mark(shown, "intent");

        if (!mark || pt_object_is_foreign(c, shown))
            continue;
        *is_marked = !strcmp(mark, in->mark)
                     && (agrees(c, in, shown) || !is_void(shown));
        if (*is_marked) {
            *object = shown;
            return PT_OK;
        }
        PT_TRY(is_lost(c, &is, shown, in));
        if (is && !*object)
            *object = shown;
    }
    return PT_OK;
}

static const char *page_path(pt_ctx_t *c, const intent_t *in, const char *after)
{
    return apr_pstrcat(
        c->pool, in->group_path, strchr(in->group_path, '?') ? "&" : "?",
        "limit=" LIST_LIMIT, after ? "&starting_after=" : NULL, after, NULL);
}

/* Walk through the list that has what the intent made, if it was made. */
static pt_err_t *look_up(pt_ctx_t *c, json_t **object, const intent_t *in)
{
    const char *after = NULL;
    int pages, is_marked = 0;

    *object = NULL;
    for (pages = 0; pages < LIST_PAGES; pages++) {
        json_t *page, *data;

        PT_TRY(pt_provider_get(c, &page, page_path(c, in, after)));
        data = json_object_get(page, "data");
        if (!json_is_array(data))
            break;
        PT_TRY(search(c, object, &is_marked, page, in));
        if (is_marked || !json_is_true(json_object_get(page, "has_more")))
            return PT_OK;
        after =
            pt_json_str(json_array_get(data, json_array_size(data) - 1), "id");
        if (!after)
            break;
    }
    return pt_err_cause(pt_fail(c->pool, PT_P_UNAVAILABLE, NULL),
                        "the provider's list for %s cannot be read", in->mark);
}

/* What is there is not what was decided here: only a person can tell what is
 * right, and nothing is sent. */
static pt_err_t *leave_to_operator(pt_ctx_t *c, const intent_t *in,
                                   const json_t *object)
{
    pt_log(&c->log, APLOG_ERR,
           "PT1203: the provider has %s for %s, which contradicts us",
           pt_json_str(object, "id"), in->mark);
    return settle_refused(c, in, "contradicted");
}

/* Settle the intent if the provider has what it made; else put on record that
 * it has not. */
static pt_err_t *settle_by_look_up(pt_ctx_t *c, int *found, const intent_t *in)
{
    json_t *object;
    pt_seen_e seen;

    PT_TRY(look_up(c, &object, in));
    *found = object != NULL;
    if (!object)
        return pt_db_exec(c->db, NULL, PT_Q(intent_not_found, .id = in->id));
    if (!agrees(c, in, object))
        return leave_to_operator(c, in, object);
    pt_log(&c->log, APLOG_INFO, "found at the provider by look-up: %s",
           in->mark);
    PT_TRY(settle_sent(c, in, object));
    return in->kind->see(c, object, &seen);
}

static pt_err_t *send_frozen(pt_ctx_t *c, const intent_t *in);

/* The same request under a new key; the look-up that found nothing is on
 * record. Should this worker die, the job's next try goes on with it. */
static pt_err_t *renew(pt_ctx_t *c, const intent_t *in)
{
    intent_t renewed;
    pt_row_t row;
    const char *next;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_db_one(c->db, &row, PT_Q(intent_renew, .id = in->id)));
    next = pt_row_str(&row, "id");
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(intent_failed, .id = in->id, .failure_code = "superseded")));
    if (in->kind->renewed)
        PT_TRY(in->kind->renewed(c, in->id, next));
    PT_TRY(pt_db_commit(c->db));
    pt_log(&c->log, APLOG_WARNING,
           "PT1201: %s was not found at the provider and gets a new key",
           in->mark);
    PT_TRY(intent_load(c, &renewed, next));
    renewed.is_new = 1;
    return send_frozen(c, &renewed);
}

static pt_err_t *send_frozen(pt_ctx_t *c, const intent_t *in)
{
    pt_stripe_answer_t answer;
    int found;

    PT_TRY(pt_db_exec(c->db, NULL, PT_Q(intent_sending, .id = in->id)));
    pt_stripe_post(&answer, c->pool, c->site, in->path, in->body, in->key);
    if (answer.outcome == PT_STRIPE_DONE && !pt_json_str(answer.object, "id")) {
        answer.outcome = PT_STRIPE_UNKNOWN;
        answer.trouble = "an answer without an id";
    }
    switch (answer.outcome) {
    case PT_STRIPE_DONE:
        return settle_sent(c, in, answer.object);
    case PT_STRIPE_REFUSED:
        return passes(in, answer.code) ? settle_put_off(c, in, answer.code)
                                       : settle_refused(c, in, answer.code);
    case PT_STRIPE_LATER:
        PT_TRY(
            pt_db_exec(c->db, NULL,
                       PT_Q(intent_not_sent, .id = in->id, .state = in->state,
                            .was_sent = pt_bool(in->was_sent))));
        return pt_stripe_err(c->pool, &answer);
    case PT_STRIPE_UNKNOWN:
        break;
    }
    if (!answer.key_is_spent || in->is_new)
        return pt_stripe_err(c->pool, &answer);
    PT_TRY(settle_by_look_up(c, &found, in));
    return found ? PT_OK : renew(c, in);
}

pt_err_t *pt_intent_send(pt_ctx_t *c, const char *intent_id)
{
    intent_t in;
    int found;

    PT_TRY(load_newest(c, &in, intent_id));
    if (is_in(&in, "succeeded"))
        return PT_OK;
    /* What may have left is followed to its end. */
    if (in.is_kept_back && !is_in(&in, "unknown"))
        return PT_OK;
    if (!is_in(&in, "pending") || in.key_is_old || in.is_from_before) {
        PT_TRY(settle_by_look_up(c, &found, &in));
        if (found)
            return PT_OK;
        if (is_in(&in, "failed") || in.key_is_old)
            return renew(c, &in);
    }
    return send_frozen(c, &in);
}

pt_err_t *pt_intent_give_up(pt_ctx_t *c, const char *intent_id)
{
    intent_t in;

    PT_TRY(load_newest(c, &in, intent_id));
    PT_TRY(pt_db_begin(c->db));
    if (is_in(&in, "unknown"))
        PT_TRY(poll_later(c, &in));
    else if (is_in(&in, "pending"))
        PT_TRY(
            in.kind->refused(c, in.id, in.subject_id, "provider_unavailable"));
    else if (passes(&in, in.failure_code))
        PT_TRY(in.kind->refused(c, in.id, in.subject_id, in.failure_code));
    PT_TRY(pt_db_commit(c->db));
    pt_log(&c->log, APLOG_ERR, "PT1202: gave up sending %s, which is %s",
           in.mark, in.state);
    return PT_OK;
}

/* A payment page that was asked for, and of which nobody has seen anything in
 * all the time that one can live. */
static pt_err_t *settle_lapsed(pt_ctx_t *c, const intent_t *in)
{
    PT_TRY(pt_db_begin(c->db));
    PT_TRY(pt_payment_page_lapsed(c, in->subject_id));
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(intent_failed, .id = in->id, .failure_code = "lapsed")));
    PT_TRY(pt_db_commit(c->db));
    pt_log(&c->log, APLOG_NOTICE,
           "PT1204: no answer to %s ever came, and it has had no effect",
           in->mark);
    return PT_OK;
}

pt_err_t *pt_intent_poll(pt_ctx_t *c, const char *intent_id)
{
    intent_t in;
    json_t *object;
    pt_seen_e seen = PT_SEEN_DONE;
    int found;

    PT_TRY(intent_load(c, &in, intent_id));
    if (is_in(&in, "unknown") && !in.is_superseded) {
        PT_TRY(settle_by_look_up(c, &found, &in));
        if (found)
            return PT_OK;
        return in.has_lapsed ? settle_lapsed(c, &in) : poll_later(c, &in);
    }
    if (!is_in(&in, "succeeded"))
        return PT_OK;
    PT_TRY(pt_provider_get(
        c, &object,
        apr_pstrcat(c->pool, in.path, "/",
                    pt_text_urlencode(c->pool, in.provider_id), NULL)));
    PT_TRY(in.kind->see(c, object, &seen));
    return seen == PT_SEEN_OPEN ? poll_later(c, &in) : PT_OK;
}

pt_err_t *pt_intent_poll_later(pt_ctx_t *c, const char *intent_id)
{
    intent_t in;

    PT_TRY(intent_load(c, &in, intent_id));
    return poll_later(c, &in);
}

pt_err_t *pt_intent_poll_due(pt_ctx_t *c, const char *intent_id)
{
    return pt_queue_add(c, NULL, "intent.poll",
                        json_pack("{s:s}", "intent_id", intent_id),
                        apr_pstrcat(c->pool, "poll:", intent_id, NULL), NULL);
}
