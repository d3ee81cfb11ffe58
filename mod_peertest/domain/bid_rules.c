/* SPDX-License-Identifier: Apache-2.0 */
/* bid_rules.c - how a bid moves between a tester and a builder. */

#include "domain/bid_rules.h"
#include "core/pt_json.h"
#include "domain/transitions.h"

#include <apr_strings.h>
#include <string.h>
#include <strings.h>

/* Stands for the state that the bid was in before this one. */
#define BEFORE "the state before"

/* What is not listed is not possible. docs/BIDS.md has the same table;
 * tools/check-states compares them. */
/* clang-format off */
static const pt_transition_t transitions[] = {
    {"draft",                PT_BID_SUBMIT,    "tester",  "submitted"},
    {"draft",                PT_BID_OFFER,     "builder", "countered_by_builder"},
    {"draft",                PT_BID_REVISE,    "tester",  "draft"},
    {"submitted",            PT_BID_REVISE,    "tester",  "submitted"},
    {"stale",                PT_BID_REVISE,    "tester",  "submitted"},
    {"submitted",            PT_BID_COUNTER,   "builder", "countered_by_builder"},
    {"countered_by_tester",  PT_BID_COUNTER,   "builder", "countered_by_builder"},
    {"countered_by_builder", PT_BID_COUNTER,   "tester",  "countered_by_tester"},
    {"submitted",            PT_BID_ACCEPT,    "builder", "awaiting_payment"},
    {"countered_by_tester",  PT_BID_ACCEPT,    "builder", "awaiting_payment"},
    {"countered_by_builder", PT_BID_ACCEPT,    "tester",  "agreed"},
    {"countered_by_builder", PT_BID_DECLINE,   "tester",  "submitted"},
    {"agreed",               PT_BID_PAY,       "builder", "awaiting_payment"},
    {"stale",                PT_BID_CONFIRM,   "tester",  BEFORE},
    {"awaiting_payment",     PT_BID_PAID,      "gateway", "accepted"},
    {"awaiting_payment",     PT_BID_UNPAID,    "gateway", BEFORE},
    {"draft",                PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"submitted",            PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"countered_by_builder", PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"countered_by_tester",  PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"agreed",               PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"stale",                PT_BID_WITHDRAW,  "tester",  "withdrawn"},
    {"submitted",            PT_BID_REJECT,    "builder", "rejected"},
    {"countered_by_builder", PT_BID_REJECT,    "builder", "rejected"},
    {"countered_by_tester",  PT_BID_REJECT,    "builder", "rejected"},
    {"agreed",               PT_BID_REJECT,    "builder", "rejected"},
    {"stale",                PT_BID_REJECT,    "builder", "rejected"},
    {"draft",                PT_BID_EXPIRE,    "clock",   "expired"},
    {"submitted",            PT_BID_EXPIRE,    "clock",   "expired"},
    {"countered_by_builder", PT_BID_EXPIRE,    "clock",   "expired"},
    {"countered_by_tester",  PT_BID_EXPIRE,    "clock",   "expired"},
    {"agreed",               PT_BID_EXPIRE,    "clock",   "expired"},
    {"stale",                PT_BID_EXPIRE,    "clock",   "expired"},
    {"draft",                PT_BID_SUPERSEDE, "system",  "superseded"},
    {"submitted",            PT_BID_SUPERSEDE, "system",  "superseded"},
    {"countered_by_builder", PT_BID_SUPERSEDE, "system",  "superseded"},
    {"countered_by_tester",  PT_BID_SUPERSEDE, "system",  "superseded"},
    {"agreed",               PT_BID_SUPERSEDE, "system",  "superseded"},
    {"stale",                PT_BID_SUPERSEDE, "system",  "superseded"},
    {"submitted",            PT_BID_CHANGE,    "system",  "stale"},
    {"countered_by_builder", PT_BID_CHANGE,    "system",  "stale"},
    {"countered_by_tester",  PT_BID_CHANGE,    "system",  "stale"},
    {"agreed",               PT_BID_CHANGE,    "system",  "stale"},
    {"stale",                PT_BID_CHANGE,    "system",  "stale"},
    PT_TRANSITIONS_END
};

static const struct {
    const char *state, *turn;
} turns[] = {
    {"draft",                "tester"},
    {"submitted",            "builder"},
    {"countered_by_builder", "tester"},
    {"countered_by_tester",  "builder"},
    {"agreed",               "builder"},
    {"awaiting_payment",     "builder"},
    {"stale",                "tester"},
};

static const char *const event_names[PT_BID_EVENTS] = {
    [PT_BID_SUBMIT]    = "bid_submitted",
    [PT_BID_OFFER]     = "bid_offered",
    [PT_BID_REVISE]    = "bid_revised",
    [PT_BID_COUNTER]   = "bid_countered",
    [PT_BID_ACCEPT]    = "bid_accepted",
    [PT_BID_DECLINE]   = "bid_counter_declined",
    [PT_BID_PAY]       = "bid_payment_opened",
    [PT_BID_CONFIRM]   = "bid_confirmed",
    [PT_BID_WITHDRAW]  = "bid_withdrawn",
    [PT_BID_REJECT]    = "bid_rejected",
    [PT_BID_PAID]      = "bid_paid",
    [PT_BID_UNPAID]    = "bid_unpaid",
    [PT_BID_EXPIRE]    = "bid_expired",
    [PT_BID_SUPERSEDE] = "bid_superseded",
    [PT_BID_CHANGE]    = "bid_stale",
};
/* clang-format on */

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

const char *pt_bid_event_name(pt_bid_event_e event)
{
    return event_names[event];
}

const char *pt_bid_next(const char *state, const char *previous,
                        pt_bid_event_e event, const char *actor)
{
    const char *to = pt_transition_to(transitions, state, event, actor);

    return to && strcmp(to, BEFORE) == 0 ? previous : to;
}

static int is_side(const char *actor)
{
    return strcmp(actor, "builder") == 0 || strcmp(actor, "tester") == 0;
}

pt_err_t *pt_bid_may(apr_pool_t *p, const char *state, pt_bid_event_e event,
                     const char *actor)
{
    const pt_transition_t *other;

    if (pt_transition_to(transitions, state, event, actor))
        return PT_OK;
    other = pt_transition_find(transitions, state, event, NULL);
    return pt_err_state(pt_fail(p,
                                other && is_side(actor) && is_side(other->actor)
                                    ? PT_P_NOT_YOUR_TURN
                                    : PT_P_WRONG_STATE,
                                NULL),
                        state);
}

const char *pt_bid_states(apr_pool_t *p, pt_bid_event_e event,
                          const char *actor)
{
    const char *list = "";

    for (const pt_transition_t *t = transitions; t->from; t++) {
        if (t->event == (int)event && strcmp(t->actor, actor) == 0)
            list = apr_pstrcat(p, list, *list ? "," : "", t->from, NULL);
    }
    return apr_pstrcat(p, "{", list, "}", NULL);
}

const char *pt_bid_turn(const char *state)
{
    for (size_t i = 0; i < LENGTH(turns); i++) {
        if (strcmp(turns[i].state, state) == 0)
            return turns[i].turn;
    }
    return NULL;
}

int pt_bid_is_open(const char *state)
{
    return pt_bid_turn(state) != NULL;
}

pt_err_t *pt_bid_may_revise(apr_pool_t *p, const char *state,
                            apr_int64_t revision)
{
    if (revision < PT_BID_REVISIONS_MAX || strcmp(state, "draft") == 0)
        return PT_OK;
    return pt_err_state(
        pt_fail(p, PT_P_COUNTER_LIMIT,
                "This bid cannot be changed again: wait for the answer, or "
                "withdraw it"),
        state);
}

pt_err_t *pt_bid_may_counter(apr_pool_t *p, const char *state,
                             apr_int64_t counters, apr_int64_t max)
{
    if (counters < max)
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_COUNTER_LIMIT, NULL), state);
}

/* --- Figures --- */

static const char *id_of(const json_t *item)
{
    return pt_json_str(item, "item_id");
}

static apr_int64_t amount_of(const json_t *item)
{
    return pt_json_int(item, "amount_minor", 0);
}

/* The entry for an item, or NULL. Ids may be written in capitals. */
static json_t *entry_of(const json_t *items, const char *item_id)
{
    json_t *entry;
    size_t i;

    json_array_foreach ((json_t *)items, i, entry) {
        if (strcasecmp(id_of(entry), item_id) == 0)
            return entry;
    }
    return NULL;
}

static pt_err_t *refuse(pt_err_t *err, apr_pool_t *p, size_t i,
                        const char *member, pt_code_e code)
{
    return pt_err_field(
        err, p, apr_psprintf(p, "/items/%" APR_SIZE_T_FMT "/%s", i, member),
        code);
}

/* Each entry names an item of the list, and no item twice. */
static pt_err_t *check_known(apr_pool_t *p, const json_t *items,
                             const json_t *known, pt_code_e unknown)
{
    pt_err_t *err = PT_OK;
    json_t *item;
    size_t i;

    json_array_foreach ((json_t *)items, i, item) {
        if (!entry_of(known, id_of(item)))
            err = refuse(err, p, i, "item_id", unknown);
        else if (entry_of(items, id_of(item)) != item)
            err = refuse(err, p, i, "item_id", PT_C_REPEATED);
    }
    return err;
}

static void add(json_t *items, const char *item_id, apr_int64_t amount_minor)
{
    json_array_append_new(items,
                          json_pack("{s:s, s:I}", "item_id", item_id,
                                    "amount_minor", (json_int_t)amount_minor));
}

pt_err_t *pt_bid_items_for(apr_pool_t *p, json_t **items, const json_t *offered,
                           const json_t *wanted)
{
    json_t *all = pt_json_own(p, json_array()), *item;
    size_t i;

    PT_TRY(check_known(p, offered, wanted, PT_C_NOT_FOUND));
    json_array_foreach ((json_t *)wanted, i, item) {
        const json_t *entry = entry_of(offered, id_of(item));

        if (entry)
            add(all, id_of(item), amount_of(entry));
        else if (json_is_true(json_object_get(item, "required")))
            return pt_err_field(PT_OK, p, "/items", PT_C_TOO_FEW);
    }
    *items = all;
    return PT_OK;
}

pt_err_t *pt_bid_items_after(apr_pool_t *p, json_t **items,
                             const json_t *changed, const json_t *latest)
{
    json_t *all = pt_json_own(p, json_array()), *item;
    size_t i;

    PT_TRY(check_known(p, changed, latest, PT_C_NOT_ALLOWED));
    json_array_foreach ((json_t *)latest, i, item) {
        const json_t *entry = entry_of(changed, id_of(item));

        add(all, id_of(item), amount_of(entry ? entry : item));
    }
    *items = all;
    return PT_OK;
}

pt_err_t *pt_bid_converges(apr_pool_t *p, const json_t *changed,
                           const char *side, const json_t *own,
                           const json_t *other)
{
    int is_builder = strcmp(side, "builder") == 0;
    const json_t *low = is_builder ? own : other;
    const json_t *high = is_builder ? other : own;
    pt_err_t *err = PT_OK;
    json_t *item;
    size_t i;

    json_array_foreach ((json_t *)changed, i, item) {
        const json_t *floor = entry_of(low, id_of(item));
        const json_t *ceiling = entry_of(high, id_of(item));

        if (floor && amount_of(item) < amount_of(floor))
            err = refuse(err, p, i, "amount_minor", PT_C_TOO_SMALL);
        else if (ceiling && amount_of(item) > amount_of(ceiling))
            err = refuse(err, p, i, "amount_minor", PT_C_TOO_LARGE);
    }
    return err;
}

pt_err_t *pt_bid_total(apr_pool_t *p, apr_int64_t *total_minor,
                       const json_t *items, apr_int64_t min, apr_int64_t max)
{
    apr_int64_t total = 0;
    json_t *item;
    size_t i;

    json_array_foreach ((json_t *)items, i, item) {
        if (__builtin_add_overflow(total, amount_of(item), &total))
            return pt_err_field(PT_OK, p, "/items", PT_C_TOO_LARGE);
    }
    if (total < min)
        return pt_err_field(PT_OK, p, "/items", PT_C_TOO_SMALL);
    if (total > max)
        return pt_err_field(PT_OK, p, "/items", PT_C_TOO_LARGE);
    *total_minor = total;
    return PT_OK;
}
