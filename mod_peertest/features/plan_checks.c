/* SPDX-License-Identifier: Apache-2.0 */
/* plan_checks.c - what roles and items may say, and what they must. */

#include "features/plan_checks.h"
#include "core/pt_check.h"
#include "features/plan_fields.h"
#include "features/service_types.h"

#include <apr_strings.h>
#include <string.h>

/* --- What roles may say. Checks add to an earlier failure. --- */

/* Two lists of refused fields as one. */
static pt_err_t *join(pt_err_t *err, apr_pool_t *p, pt_err_t *other)
{
    if (!other || !other->fields)
        return other ? other : err;
    for (int i = 0; i < other->fields->nelts; i++) {
        const pt_field_err_t *f =
            &APR_ARRAY_IDX(other->fields, i, pt_field_err_t);
        err = pt_err_field(err, p, f->pointer, f->code);
    }
    return err;
}

static const char *member_of(apr_pool_t *p, const char *at, const char *member)
{
    return apr_pstrcat(p, at, "/", member, NULL);
}

static const char *entry_of(apr_pool_t *p, const char *at, size_t n)
{
    return apr_psprintf(p, "%s/%" APR_SIZE_T_FMT, at, n);
}

static pt_err_t *check_item(pt_err_t *err, pt_ctx_t *c, const json_t *item,
                            const char *at)
{
    const pt_service_type_t *type =
        pt_service_type(pt_json_str(item, "service_type"));
    const json_t *details = json_object_get(item, "details");
    int has_unit = pt_json_int(item, "bonus_unit_minor", 0) > 0;
    int has_cap = pt_json_int(item, "bonus_cap_minor", 0) > 0;

    if (!pt_service_is_on(c->site, type))
        return pt_err_field(err, c->pool,
                            member_of(c->pool, at, "service_type"),
                            PT_C_NOT_ALLOWED);
    if (has_unit != has_cap)
        err = pt_err_field(
            err, c->pool,
            member_of(c->pool, at,
                      has_unit ? "bonus_cap_minor" : "bonus_unit_minor"),
            PT_C_REQUIRED);
    if (!details || json_is_null(details))
        return err;
    return join(err, c->pool,
                pt_service_check_details(c->pool, type, details,
                                         member_of(c->pool, at, "details")));
}

static pt_err_t *check_budget(pt_err_t *err, pt_ctx_t *c, const json_t *role,
                              const char *at, const char *member)
{
    apr_int64_t amount_minor = pt_json_int(role, member, 0);

    if (amount_minor && amount_minor < c->site->cfg->reward_min)
        return pt_err_field(err, c->pool, member_of(c->pool, at, member),
                            PT_C_TOO_SMALL);
    if (amount_minor > c->site->cfg->reward_max)
        return pt_err_field(err, c->pool, member_of(c->pool, at, member),
                            PT_C_TOO_LARGE);
    return err;
}

static pt_err_t *check_role(pt_err_t *err, pt_ctx_t *c, const json_t *role,
                            const char *at)
{
    const char *items_at = member_of(c->pool, at, "items");
    apr_int64_t high_minor = pt_json_int(role, "budget_high_minor", 0);
    size_t i;
    json_t *item;

    err = check_budget(err, c, role, at, "budget_low_minor");
    err = check_budget(err, c, role, at, "budget_high_minor");
    if (high_minor && high_minor < pt_json_int(role, "budget_low_minor", 0))
        err = pt_err_field(err, c->pool,
                           member_of(c->pool, at, "budget_high_minor"),
                           PT_C_TOO_SMALL);
    json_array_foreach (json_object_get(role, "items"), i, item)
        err = check_item(err, c, item, entry_of(c->pool, items_at, i));
    return err;
}

pt_err_t *pt_plan_check_roles(pt_ctx_t *c, const json_t *roles)
{
    static const pt_field_t form = {.name = "roles",
                                    .type = PT_T_ARRAY,
                                    .max = PT_ROLES_MAX,
                                    .item = PT_T_OBJECT,
                                    .of = &pt_role_input};
    pt_err_t *err = PT_OK;
    size_t i;
    json_t *role;

    /* What has not even the form is not looked into. */
    PT_TRY(pt_check_value(PT_OK, c->pool, &form, roles, "/roles"));
    json_array_foreach (roles, i, role)
        err = check_role(err, c, role, entry_of(c->pool, "/roles", i));
    return err;
}

/* --- What a role needs to be published. --- */

/* Details are complete or not there at all: then the instructions say it in
 * words, unless a legal text goes with this kind of test. */
static pt_err_t *lacks_in_item(pt_err_t *err, pt_ctx_t *c, const json_t *item,
                               const char *at)
{
    const pt_service_type_t *type =
        pt_service_type(pt_json_str(item, "service_type"));
    const json_t *details = json_object_get(item, "details");

    if (json_object_size(details) == 0 && !type->form->needs_terms)
        return err;
    return pt_service_details_lack(err, c->pool, type, details,
                                   member_of(c->pool, at, "details"));
}

static pt_err_t *lacks_in_role(pt_err_t *err, pt_ctx_t *c, const json_t *role,
                               const char *at)
{
    const char *items_at = member_of(c->pool, at, "items");
    int required = 0;
    size_t i;
    json_t *item;

    json_array_foreach (json_object_get(role, "items"), i, item) {
        required |= json_is_true(json_object_get(item, "required"));
        err = lacks_in_item(err, c, item, entry_of(c->pool, items_at, i));
    }
    return required ? err : pt_err_field(err, c->pool, items_at, PT_C_TOO_FEW);
}

pt_err_t *pt_plan_check_complete(pt_ctx_t *c, const char *job_id)
{
    pt_err_t *err = PT_OK;
    const char *text;
    pt_row_t row;
    json_t *stored, *roles, *role;
    size_t i;

    PT_TRY(pt_db_one(c->db, &row, PT_Q(plan_roles, .job_id = job_id)));
    text = pt_row_str(&row, "body");
    PT_TRY(pt_json_parse(c->pool, &stored, text, strlen(text)));
    roles = json_object_get(stored, "roles");
    if (json_array_size(roles) == 0)
        err = pt_err_field(err, c->pool, "/roles", PT_C_TOO_FEW);
    json_array_foreach (roles, i, role) {
        const char *at = entry_of(c->pool, "/roles", i);
        /* A kind of test may have been switched off since it was written. */
        err = check_role(err, c, role, at);
        err = lacks_in_role(err, c, role, at);
    }
    if (err)
        err->problem = PT_P_INCOMPLETE;
    return err;
}
