/* SPDX-License-Identifier: Apache-2.0 */
/* plan_ops.c - structured jobs as they are written: roles, items, revisions. */

#include "features/plan_ops.h"
#include "domain/money.h"
#include "domain/plan_rules.h"
#include "features/bids_ops.h"
#include "features/fee_ops.h"
#include "features/jobs_ops.h"
#include "features/plan_checks.h"
#include "features/plan_life_ops.h"

#include <apr_hash.h>
#include <apr_strings.h>
#include <string.h>

/* --- Entries that stay what they are. --- */

/* A role or an item as the job has it. */
typedef struct {
    const char *id;           /* of a role */
    const char *service_type; /* of an item */
    apr_int64_t seats_taken;  /* of a role */
    apr_int64_t seats_bound;  /* of a role: taken or being paid for */
    int stays;
} known_t;

/* A job and what is in it: "role" and "role/item" lead to known_t. */
typedef struct {
    const char *id, *state;
    apr_hash_t *known;
} plan_t;

static const char *member_of(apr_pool_t *p, const char *at, const char *member)
{
    return apr_pstrcat(p, at, "/", member, NULL);
}

static const char *entry_of(apr_pool_t *p, const char *at, size_t n)
{
    return apr_psprintf(p, "%s/%" APR_SIZE_T_FMT, at, n);
}

static pt_err_t *load_known(pt_ctx_t *c, plan_t *plan)
{
    pt_rows_t roles, items;

    plan->known = apr_hash_make(c->pool);
    PT_TRY(
        pt_db_many(c->db, &roles, PT_Q(plan_roles_lock, .job_id = plan->id)));
    PT_TRY(pt_db_many(c->db, &items, PT_Q(plan_items, .job_id = plan->id)));
    for (int i = 0; i < roles.count; i++) {
        pt_row_t row = pt_rows_at(&roles, i);
        known_t *role = apr_pcalloc(c->pool, sizeof(*role));

        role->id = pt_row_str(&row, "id");
        role->seats_taken = pt_row_int(&row, "seats_taken");
        role->seats_bound = pt_row_int(&row, "seats_bound");
        apr_hash_set(plan->known, role->id, APR_HASH_KEY_STRING, role);
    }
    for (int i = 0; i < items.count; i++) {
        pt_row_t row = pt_rows_at(&items, i);
        known_t *item = apr_pcalloc(c->pool, sizeof(*item));

        item->service_type = pt_row_str(&row, "service_type");
        apr_hash_set(plan->known,
                     member_of(c->pool, pt_row_str(&row, "role_id"),
                               pt_row_str(&row, "id")),
                     APR_HASH_KEY_STRING, item);
    }
    return PT_OK;
}

/* What an entry was. *entry: NULL for a new one.
 * @param role that it is an item of; NULL for a role */
static pt_err_t *find_known(pt_err_t *err, pt_ctx_t *c, known_t **entry,
                            const plan_t *plan, const json_t *input,
                            const known_t *role, const char *at)
{
    const char *given = pt_json_str(input, "id");
    char *key = apr_pstrdup(c->pool, given ? given : "");

    *entry = NULL;
    if (!*key)
        return err;
    ap_str_tolower(key);
    *entry = apr_hash_get(plan->known,
                          role ? member_of(c->pool, role->id, key) : key,
                          APR_HASH_KEY_STRING);
    if (!*entry)
        return pt_err_field(err, c->pool, member_of(c->pool, at, "id"),
                            PT_C_NOT_FOUND);
    if ((*entry)->stays)
        return pt_err_field(err, c->pool, member_of(c->pool, at, "id"),
                            PT_C_REPEATED);
    (*entry)->stays = 1;
    return err;
}

/* Work that was agreed on refers to its item, so the item cannot become
 * another kind of test. */
static pt_err_t *check_known_item(pt_err_t *err, pt_ctx_t *c,
                                  const plan_t *plan, const json_t *input,
                                  const known_t *role, const char *at)
{
    static const known_t new_role = {.id = ""};
    known_t *item;

    err = find_known(err, c, &item, plan, input, role ? role : &new_role, at);
    if (!item || strcmp(plan->state, "draft") == 0
        || strcmp(item->service_type, pt_json_str(input, "service_type")) == 0)
        return err;
    return pt_err_field(err, c->pool, member_of(c->pool, at, "service_type"),
                        PT_C_NOT_ALLOWED);
}

static pt_err_t *check_known_role(pt_err_t *err, pt_ctx_t *c,
                                  const plan_t *plan, const json_t *input,
                                  const char *at)
{
    const char *items_at = member_of(c->pool, at, "items");
    known_t *role;
    size_t i;
    json_t *item;

    err = find_known(err, c, &role, plan, input, NULL, at);
    if (role && pt_json_int(input, "seats", 0) < role->seats_bound)
        err = pt_err_field(err, c->pool, member_of(c->pool, at, "seats"),
                           PT_C_TOO_SMALL);
    json_array_foreach (json_object_get(input, "items"), i, item)
        err = check_known_item(err, c, plan, item, role,
                               entry_of(c->pool, items_at, i));
    return err;
}

/* Roles that go: nobody may hold one of their seats. Their bids are over; one
 * that is being paid is found by pt_bids_stale(). */
static pt_err_t *end_removed_roles(pt_ctx_t *c, const plan_t *plan)
{
    apr_hash_index_t *i;

    for (i = apr_hash_first(c->pool, plan->known); i; i = apr_hash_next(i)) {
        const known_t *role = apr_hash_this_val(i);

        if (!role->id || role->stays)
            continue;
        if (role->seats_taken > 0)
            return pt_err_state(
                pt_fail(c->pool, PT_P_WRONG_STATE,
                        "A role that testers work in cannot be taken out"),
                plan->state);
        PT_TRY(pt_plan_role_ends(c, plan->id, role->id));
    }
    return PT_OK;
}

/* --- Writing --- */

static pt_err_t *put_role(pt_ctx_t *c, const plan_t *plan, const json_t *role,
                          size_t position)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(plan_role_put, .job_id = plan->id,
                          .position = pt_i64(c->pool, (apr_int64_t)position),
                          .role = pt_json_text(c->pool, role))));
    return pt_db_exec(
        c->db, NULL,
        PT_Q(plan_items_put, .role_id = pt_row_str(&row, "id"),
             .items = pt_json_text(c->pool, json_object_get(role, "items"))));
}

/* Replace the roles of a job; NULL leaves them alone. */
static pt_err_t *write_roles(pt_ctx_t *c, plan_t *plan, const json_t *roles)
{
    pt_err_t *err = PT_OK;
    size_t i;
    json_t *role;

    if (!roles)
        return PT_OK;
    PT_TRY(pt_plan_check_roles(c, roles));
    PT_TRY(load_known(c, plan));
    json_array_foreach (roles, i, role)
        err = check_known_role(err, c, plan, role,
                               entry_of(c->pool, "/roles", i));
    PT_TRY(err);
    PT_TRY(end_removed_roles(c, plan));
    PT_TRY(pt_db_exec(c->db, NULL, PT_Q(plan_strike, .job_id = plan->id)));
    json_array_foreach (roles, i, role)
        PT_TRY(put_role(c, plan, role, i + 1));
    return pt_db_exec(c->db, NULL, PT_Q(plan_sweep, .job_id = plan->id));
}

static pt_err_t *no_such_project(pt_ctx_t *c)
{
    return pt_err_field(PT_OK, c->pool, "/project_id", PT_C_NOT_FOUND);
}

/* A deadline that was just given lies in the future. */
static pt_err_t *check_deadline(pt_ctx_t *c, const char *job_id,
                                const pt_plan_t *plan)
{
    pt_row_t job;

    if (!plan->bidding_deadline_at)
        return PT_OK;
    PT_TRY(pt_db_one(c->db, &job, PT_Q(job_lock, .job_id = job_id)));
    if (!pt_row_bool(&job, "deadline_passed"))
        return PT_OK;
    return pt_err_field(PT_OK, c->pool, "/bidding_deadline_at",
                        PT_C_IN_THE_PAST);
}

pt_err_t *pt_plan_create(pt_ctx_t *c, const char **job_id,
                         const pt_plan_t *input)
{
    const pt_config_t *cfg = c->site->cfg;
    plan_t plan = {.state = "draft"};
    pt_row_t made;
    int found;

    PT_TRY(pt_db_maybe(
        c->db, &made, &found,
        PT_Q(plan_create, .owner_id = input->owner_id,
             .project_id = input->project_id, .title = input->title,
             .brief = input->brief, .currency = input->currency,
             .review_seconds =
                 pt_i64(c->pool, input->review_seconds ? input->review_seconds
                                                       : cfg->review_ttl),
             .dispute_seconds = pt_i64(c->pool, cfg->dispute_ttl),
             .deadline_at = input->bidding_deadline_at)));
    if (!found)
        return no_such_project(c);
    plan.id = pt_row_str(&made, "id");
    PT_TRY(check_deadline(c, plan.id, input));
    PT_TRY(write_roles(c, &plan, input->roles));
    PT_TRY(pt_db_exec(c->db, NULL, PT_Q(plan_sum, .job_id = plan.id)));
    *job_id = plan.id;
    return PT_OK;
}

/* --- Changing --- */

/* What bids are made about stays: the application and the currency; and there
 * is always an end of bidding. */
static pt_err_t *check_published(pt_ctx_t *c, const pt_row_t *job,
                                 const pt_plan_t *input)
{
    pt_err_t *err = PT_OK;

    if (input->project_id
        && strcmp(input->project_id, pt_row_str(job, "project_id")) != 0)
        err = pt_err_field(err, c->pool, "/project_id", PT_C_NOT_ALLOWED);
    if (input->currency
        && strcmp(input->currency, pt_row_str(job, "currency")) != 0)
        err = pt_err_field(err, c->pool, "/currency", PT_C_NOT_ALLOWED);
    if (input->bidding_deadline_at && !*input->bidding_deadline_at)
        err = pt_err_field(err, c->pool, "/bidding_deadline_at", PT_C_REQUIRED);
    return err;
}

static pt_err_t *store_changes(pt_ctx_t *c, plan_t *plan,
                               const pt_plan_t *input)
{
    apr_int64_t review_seconds = input->review_seconds;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(
        c->db, &row, &found,
        PT_Q(plan_update, .job_id = plan->id, .project_id = input->project_id,
             .title = input->title, .brief = input->brief,
             .currency = input->currency,
             .review_seconds =
                 review_seconds ? pt_i64(c->pool, review_seconds) : NULL,
             .deadline_at = input->bidding_deadline_at)));
    if (!found)
        return no_such_project(c);
    PT_TRY(check_deadline(c, plan->id, input));
    PT_TRY(write_roles(c, plan, input->roles));
    return pt_db_exec(c->db, NULL, PT_Q(plan_sum, .job_id = plan->id));
}

/* What is published has changed: who has bid is asked again. */
static pt_err_t *revise(pt_ctx_t *c, const pt_row_t *job, int has_bids)
{
    const char *job_id = pt_row_str(job, "id");
    const pt_doer_t builder = {"builder", pt_row_str(job, "owner_id")};

    if (has_bids) {
        PT_TRY(pt_db_exec(c->db, NULL, PT_Q(plan_revise, .job_id = job_id)));
        PT_TRY(pt_bids_stale(c, job_id));
    }
    PT_TRY(pt_job_event(c, job_id, "revised", NULL, NULL, &builder));
    return pt_job_settle(c, job_id);
}

pt_err_t *pt_plan_change(pt_ctx_t *c, const pt_row_t *job,
                         const pt_plan_t *input)
{
    plan_t plan = {.id = pt_row_str(job, "id"),
                   .state = pt_row_str(job, "state")};
    pt_row_t before, after;

    PT_TRY(pt_plan_may(c->pool, plan.state, PT_PLAN_EDIT, "builder"));
    if (strcmp(plan.state, "draft") == 0)
        return store_changes(c, &plan, input);
    PT_TRY(check_published(c, job, input));
    PT_TRY(pt_db_one(c->db, &before, PT_Q(plan_content, .job_id = plan.id)));
    PT_TRY(store_changes(c, &plan, input));
    PT_TRY(pt_db_one(c->db, &after, PT_Q(plan_content, .job_id = plan.id)));
    if (strcmp(pt_row_str(&before, "digest"), pt_row_str(&after, "digest"))
        == 0)
        return PT_OK;
    PT_TRY(pt_plan_check_complete(c, plan.id));
    PT_TRY(pt_plan_clocks_set(c, plan.id));
    return revise(c, job, pt_row_bool(&after, "has_bids"));
}

/* --- Copying --- */

pt_err_t *pt_plan_copy(pt_ctx_t *c, const char **job_id, const pt_row_t *job,
                       const char *project_id)
{
    const char *from = pt_row_str(job, "id");
    apr_int64_t fee_minor;
    pt_fees_t fees;
    pt_row_t made;
    int found;

    /* A simple job's, as it is today; a structured one has none. */
    PT_TRY(pt_fees_find(
        c, &fees,
        &(pt_fee_case_t){.payer_id = pt_row_str(job, "owner_id"),
                         .service_type = pt_row_str(job, "service_type")}));
    PT_TRY(pt_money_fee(c->pool, &fee_minor, pt_row_int(job, "reward_minor"),
                        fees.builder_bps));
    PT_TRY(pt_db_maybe(
        c->db, &made, &found,
        PT_Q(plan_copy, .job_id = from, .project_id = project_id,
             .fee_minor = pt_i64(c->pool, fee_minor),
             .dispute_seconds = pt_i64(c->pool, c->site->cfg->dispute_ttl))));
    if (!found)
        return no_such_project(c);
    *job_id = pt_row_str(&made, "id");
    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(plan_copy_roles, .job_id = from, .to_job_id = *job_id)));
    if (strcmp(pt_row_str(job, "kind"), "simple") == 0)
        return PT_OK;
    return pt_db_exec(c->db, NULL, PT_Q(plan_sum, .job_id = *job_id));
}
