/* SPDX-License-Identifier: Apache-2.0 */
/* job_input.c - what builders send to write or change a job of either kind. */

#include "features/job_input.h"
#include "domain/service_types.h"
#include "features/job_fields.h"
#include "features/plan_fields.h"

#include <apr_strings.h>
#include <string.h>

#define SECONDS_PER_DAY 86400

/* clang-format off */
#define JOB_IN(member, type_, need_, ...)                                      \
    PT_F(pt_job_input_t, member, type_, PT_IN_BODY, need_, __VA_ARGS__)

/* need: PT_REQUIRED for a new job, PT_OPTIONAL for a change. */
#define JOB_FIELDS(need)                                                       \
    JOB_IN(project_id,   PT_T_UUID,   need, .doc = "What is tested"),          \
    JOB_IN(title,        PT_T_TEXT,   need, .min = 8, .max = 120,              \
         .doc = "The job in one line"),                                        \
    JOB_IN(brief,        PT_T_TEXT,   need, .min = 1, .max = 8000,             \
         .doc = "What is wanted"),                                             \
    JOB_IN(currency,     PT_T_TEXT,   need, .pattern = "^[a-z]{3}$",           \
         .doc = "ISO 4217, lower case"),                                       \
    JOB_IN(review_days,  PT_T_INT,    PT_OPTIONAL, .min = 3, .max = 14,        \
         .doc = "Time to review; then it is approved"),                        \
    JOB_IN(service_type, PT_T_ENUM,   PT_OPTIONAL,                             \
         .values = pt_service_type_keys,                                       \
         .doc = "Simple, needed: kind of test"),                               \
    JOB_IN(reward_minor, PT_T_INT,    PT_OPTIONAL, .min = 1, .max = 100000000, \
         .doc = "Simple, needed: a tester's pay for a seat, minor units"),     \
    JOB_IN(seats,        PT_T_INT,    PT_OPTIONAL, .min = 1, .max = 100,       \
         .doc = "Simple, needed: how many testers"),                           \
    JOB_IN(requirements, PT_T_OBJECT, PT_OPTIONAL,                             \
         .of = &pt_requirements_input,                                         \
         .doc = "Simple: who and what it is for"),                             \
    JOB_IN(steps,        PT_T_ARRAY,  PT_OPTIONAL, .max = 50,                  \
         .item = PT_T_OBJECT, .of = &pt_step_input,                            \
         .doc = "Simple: what to do, in order"),                               \
    JOB_IN(claim_hours,  PT_T_INT,    PT_OPTIONAL, .min = 1, .max = 720,       \
         .doc = "Simple: time to hand in after a claim"),                      \
    JOB_IN(deadline_at,  PT_T_TIME,   PT_OPTIONAL,                             \
         .doc = "Simple: end of claiming; \"\" removes it"),                   \
    JOB_IN(on_rejection, PT_T_ENUM,   PT_OPTIONAL,                             \
         .values = PT_VALUES("reopen", "refund"),                              \
         .doc = "Simple: what becomes of a rejected seat: reopen unless said"),\
    JOB_IN(bidding_deadline_at, PT_T_TIME, PT_OPTIONAL,                        \
         .doc = "Structured: end of bidding; two weeks unless said; \"\" "     \
                "removes it from a draft"),                                    \
    JOB_IN(roles,        PT_T_ARRAY,  PT_OPTIONAL, .max = PT_ROLES_MAX,        \
         .item = PT_T_OBJECT, .of = &pt_role_input,                            \
         .doc = "Structured: whom it needs; they replace what there was")

const pt_field_t pt_job_create_fields[] = {
    JOB_IN(kind, PT_T_ENUM, PT_REQUIRED,
         .values = PT_VALUES("simple", "structured"),
         .doc = "How it is paid and taken; it decides which members it takes"),
    JOB_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

const pt_field_t pt_job_update_fields[] = {
    PT_F(pt_job_input_t, job_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The job"),
    JOB_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

/* What only one kind of job has; a job of the other kind may not. */
static const struct {
    const char *member;
    const char *kind;
    int is_needed;
} members[] = {
    {"service_type",        "simple",     1},
    {"reward_minor",        "simple",     1},
    {"seats",               "simple",     1},
    {"requirements",        "simple",     0},
    {"steps",               "simple",     0},
    {"claim_hours",         "simple",     0},
    {"deadline_at",         "simple",     0},
    {"on_rejection",        "simple",     0},
    {"bidding_deadline_at", "structured", 0},
    {"roles",               "structured", 0},
};
/* clang-format on */

static int is_given(const pt_job_input_t *in, const char *member)
{
    const pt_field_t *f = pt_job_create_fields;
    const void *value;

    while (strcmp(f->name, member) != 0)
        f++;
    value = (const char *)in + f->offset;
    return f->type == PT_T_INT ? *(const apr_int64_t *)value != 0
                               : *(const void *const *)value != NULL;
}

static pt_err_t *check_kind(apr_pool_t *p, const pt_job_input_t *in,
                            const char *kind, int is_new)
{
    pt_err_t *err = PT_OK;

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        const char *pointer = apr_pstrcat(p, "/", members[i].member, NULL);
        int is_ours = strcmp(members[i].kind, kind) == 0;

        if (!is_ours && is_given(in, members[i].member))
            err = pt_err_field(err, p, pointer, PT_C_NOT_ALLOWED);
        if (is_ours && is_new && members[i].is_needed
            && !is_given(in, members[i].member))
            err = pt_err_field(err, p, pointer, PT_C_REQUIRED);
    }
    return err;
}

static pt_err_t *check_limits(pt_err_t *err, pt_req_t *q,
                              const pt_job_input_t *in)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t review_seconds = in->review_days * SECONDS_PER_DAY;

    if (in->reward_minor && in->reward_minor < cfg->reward_min)
        err = pt_err_field(err, p, "/reward_minor", PT_C_TOO_SMALL);
    if (in->reward_minor > cfg->reward_max)
        err = pt_err_field(err, p, "/reward_minor", PT_C_TOO_LARGE);
    if (review_seconds && review_seconds < cfg->review_min)
        err = pt_err_field(err, p, "/review_days", PT_C_TOO_SMALL);
    if (review_seconds > cfg->review_max)
        err = pt_err_field(err, p, "/review_days", PT_C_TOO_LARGE);
    if (in->currency && !pt_config_has_currency(cfg, in->currency))
        err = pt_err_field(err, p, "/currency", PT_C_NOT_ALLOWED);
    return err;
}

pt_err_t *pt_job_check_input(pt_req_t *q, const pt_job_input_t *in,
                             const char *kind, int is_new)
{
    pt_err_t *err = check_kind(q->ctx.pool, in, kind, is_new);

    return check_limits(err, q, in);
}
