/* SPDX-License-Identifier: Apache-2.0 */
/* templates.c - what jobs of common kinds begin with. */

#include "domain/service_types.h"
#include "features/job_fields.h"
#include "features/plan_fields.h"
#include "http/pt_route.h"

/* clang-format off */
static const pt_field_t template_fields[] = {
    PT_OUT(key,          PT_T_TEXT,  "Its name, stable"),
    PT_OUT(category,     PT_T_TEXT,  "Kind of application or flow"),
    PT_OUT(title,        PT_T_TEXT,  "The job in one line"),
    PT_OUT(summary,      PT_T_TEXT,  "What it is good for"),
    PT_OUT(brief,        PT_T_TEXT,  "What is wanted, to be adapted"),
    PT_OUT(service_type, PT_T_ENUM,  "Kind of test",
           .values = pt_service_type_keys),
    PT_OUT(steps,        PT_T_ARRAY, "What to do, in order",
           .item = PT_T_OBJECT, .of = &pt_step_schema),
    PT_OUT(reward_minor, PT_T_INT,   "Suggested pay for a seat"),
    PT_OUT(platforms,    PT_T_ARRAY, "Where it makes sense",
           .item = PT_T_ENUM, .values = pt_platforms),
    PT_FIELDS_END
};
static const pt_schema_t template_page_schema = {
    "Template", template_fields, 1
};

static const pt_field_t plan_template_fields[] = {
    PT_OUT(key,      PT_T_TEXT,  "Its name, stable"),
    PT_OUT(category, PT_T_TEXT,  "Kind of application"),
    PT_OUT(title,    PT_T_TEXT,  "The job in one line"),
    PT_OUT(summary,  PT_T_TEXT,  "What it is good for"),
    PT_OUT(brief,    PT_T_TEXT,  "What is wanted, to be adapted"),
    PT_OUT(roles,    PT_T_ARRAY, "Whom it needs; createJob takes them as they "
           "are", .item = PT_T_OBJECT, .of = &pt_role_proposal_schema),
    PT_FIELDS_END
};
static const pt_schema_t plan_template_page_schema = {
    "PlanTemplate", plan_template_fields, 1
};

typedef struct {
    const char *category;
} template_list_t;

static const pt_field_t template_list_fields[] = {
    PT_F(template_list_t, category, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL,
         .max = 60, .doc = "Only of this category"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *template_list(pt_req_t *q)
{
    const template_list_t *in = q->input;
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(template_list, .category = in->category)));
    return pt_reply_row(q, &page);
}

static pt_err_t *plan_template_list(pt_req_t *q)
{
    const template_list_t *in = q->input;
    pt_row_t page;

    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(plan_template_list, .category = in->category)));
    return pt_reply_row(q, &page);
}

/* clang-format off */
const pt_route_t pt_templates_routes[] = {
    {.method = M_GET, .path = "/job-templates", .id = "listTemplates",
     .tag = "Jobs", .summary = "What jobs of common kinds begin with",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     PT_INPUT(template_list_t, template_list_fields),
     .status = HTTP_OK, .output = &template_page_schema,
     .cache_seconds = 60,
     .handler = template_list},
    {.method = M_GET, .path = "/plan-templates", .id = "listPlanTemplates",
     .tag = "Jobs",
     .summary = "What structured jobs for common kinds of application begin "
                "with",
     .auth = PT_AUTH_NONE, .rate = PT_RATE_READ,
     PT_INPUT(template_list_t, template_list_fields),
     .status = HTTP_OK, .output = &plan_template_page_schema,
     .cache_seconds = 60,
     .handler = plan_template_list},
    PT_ROUTES_END
};
/* clang-format on */
