/* SPDX-License-Identifier: Apache-2.0 */
/* finding_fixes.c - what comes after a valid finding: a fix, somebody who looks
 * at it, and a last word. */

#include "features/finding_forms.h"
#include "features/finding_ops.h"
#include "features/job_simple.h"

#include <apr_strings.h>
#include <string.h>

/* clang-format off */
typedef struct {
    const char *finding_id;
    const char *build, *note;
} fix_t;

#define FIX_NOTE(need_, ...)                                                   \
    PT_F(fix_t, note, PT_T_TEXT, PT_IN_BODY, need_, .max = 1000, __VA_ARGS__)

static const pt_field_t fixed_fields[] = {
    PT_FINDING_ID(fix_t),
    PT_F(fix_t, build, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL, .max = 120, .doc = "The build that has the fix"),
    FIX_NOTE(PT_OPTIONAL, .doc = "What was done"),
    PT_FIELDS_END
};

static const pt_field_t verified_fields[] = {
    PT_FINDING_ID(fix_t),
    FIX_NOTE(PT_OPTIONAL, .doc = "How it was seen"),
    PT_FIELDS_END
};

static const pt_field_t reopened_fields[] = {
    PT_FINDING_ID(fix_t),
    FIX_NOTE(PT_REQUIRED, .min = 1, .doc = "What still happens"),
    PT_FIELDS_END
};

static const pt_field_t retest_fields[] = {
    PT_FINDING_ID(fix_t),
    PT_FIELDS_END
};

static const pt_field_t retest_out_fields[] = {
    PT_OUT(job_id, PT_T_UUID, "The job that looks at the fix: a draft of yours to be published, or the one under way"),
    PT_FIELDS_END
};
static const pt_schema_t retest_schema = {"Retest", retest_out_fields, 0};
/* clang-format on */

/* Move a finding of the builder's and answer with it. */
static pt_err_t *move_own(pt_req_t *q, pt_finding_event_e event)
{
    const fix_t *in = q->input;
    pt_finding_t finding;
    pt_row_t row;

    PT_TRY(
        pt_finding_lock(&q->ctx, &finding, in->finding_id, q->actor->id, NULL));
    PT_TRY(pt_finding_move(&q->ctx, &finding,
                           &(pt_finding_step_t){.event = event,
                                                .by = "builder",
                                                .note = in->note,
                                                .build = in->build}));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_get, .finding_id = in->finding_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *finding_fixed(pt_req_t *q)
{
    return move_own(q, PT_FINDING_FIX);
}

static pt_err_t *finding_verified(pt_req_t *q)
{
    return move_own(q, PT_FINDING_VERIFY);
}

static pt_err_t *finding_reopened(pt_req_t *q)
{
    return move_own(q, PT_FINDING_REOPEN);
}

/* A paragraph of the brief; what there is nothing of is left out. */
static const char *paragraph(apr_pool_t *p, const char *label, const char *text)
{
    return text ? apr_pstrcat(p, "\n\n", label, ": ", text, NULL) : "";
}

static const char *brief_of(apr_pool_t *p, const pt_row_t *facts)
{
    return apr_pstrcat(
        p,
        "A problem was reported and is said to be fixed. Please go through "
        "the steps, several times, and say whether it is.",
        paragraph(p, "The problem", pt_row_str(facts, "title")),
        paragraph(p, "What happened", pt_row_str(facts, "actual")),
        paragraph(p, "What should happen", pt_row_str(facts, "expected")),
        paragraph(p, "Before the first step",
                  pt_row_str(facts, "preconditions")),
        paragraph(p, "Where", pt_row_str(facts, "url")),
        paragraph(p, "Seen on", pt_row_str(facts, "seen_on")),
        paragraph(p, "Build with the fix", pt_row_str(facts, "fixed_build")),
        NULL);
}

/* Its steps as those of a script; after the last one all should be well. */
static pt_err_t *script_of(apr_pool_t *p, json_t **script,
                           const pt_row_t *facts)
{
    const char *text =
        apr_pstrcat(p, "{\"steps\":", pt_row_str(facts, "steps"), "}", NULL);
    json_t *object, *steps, *step;
    size_t i;

    PT_TRY(pt_json_parse(p, &object, text, strlen(text)));
    steps = json_object_get(object, "steps");
    *script = pt_json_own(p, json_array());
    json_array_foreach (steps, i, step) {
        int is_last = i + 1 == json_array_size(steps);
        json_array_append_new(
            *script, json_pack("{sO ss*}", "text", step, "expected",
                               is_last ? pt_row_str(facts, "outcome") : NULL));
    }
    return PT_OK;
}

/* A draft that its builder can change and publishes as any other. */
static pt_err_t *write_job(pt_req_t *q, const char **job_id,
                           const char *finding_id)
{
    apr_pool_t *p = q->ctx.pool;
    pt_job_input_t job = {
        .kind = "simple", .service_type = "fix_verification", .seats = 1};
    pt_row_t facts;

    PT_TRY(pt_db_one(q->ctx.db, &facts,
                     PT_Q(finding_retest_facts, .finding_id = finding_id)));
    job.project_id = pt_row_str(&facts, "project_id");
    job.title = pt_row_str(&facts, "title");
    job.brief = brief_of(p, &facts);
    job.currency = pt_row_str(&facts, "currency");
    job.reward_minor = pt_row_int(&facts, "reward_minor");
    PT_TRY(script_of(p, &job.steps, &facts));
    PT_TRY(pt_simple_create(q, job_id, &job));
    return pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(finding_retest_link, .finding_id = finding_id, .job_id = *job_id));
}

/* A second order finds the job of the first, as long as it can still bring
 * something. */
static pt_err_t *finding_order_retest(pt_req_t *q)
{
    const fix_t *in = q->input;
    const pt_finding_step_t step = {.event = PT_FINDING_ORDER_RETEST,
                                    .by = "builder"};
    pt_finding_t finding;
    const char *job_id, *to;
    pt_row_t row;
    int is_ordered;

    PT_TRY(
        pt_finding_lock(&q->ctx, &finding, in->finding_id, q->actor->id, NULL));
    PT_TRY(
        pt_finding_next(q->ctx.pool, &to, finding.state, step.event, step.by));
    PT_TRY(pt_db_maybe(q->ctx.db, &row, &is_ordered,
                       PT_Q(finding_retest_job, .finding_id = in->finding_id)));
    if (is_ordered && strcmp(finding.state, to) == 0)
        return pt_reply_json(
            q, json_pack("{ss}", "job_id", pt_row_str(&row, "id")));
    PT_TRY(write_job(q, &job_id, in->finding_id));
    PT_TRY(pt_finding_move(&q->ctx, &finding, &step));
    return pt_reply_json(q, json_pack("{ss}", "job_id", job_id));
}

/* clang-format off */
const pt_route_t pt_finding_fixes_routes[] = {
    {.method = M_POST, .path = "/findings/{finding_id}/fixed", .id = "markFindingFixed", .tag = "Findings",
     .summary = "Say that a valid finding is fixed",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(fix_t, fixed_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_fixed},
    {.method = M_POST, .path = "/findings/{finding_id}/order-retest", .id = "orderRetest", .tag = "Findings",
     .summary = "Have somebody look at the fix: the draft of a job, with the steps of the finding",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(fix_t, retest_fields),
     .status = HTTP_OK, .output = &retest_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_order_retest},
    {.method = M_POST, .path = "/findings/{finding_id}/verified", .id = "markFindingVerified", .tag = "Findings",
     .summary = "Say that the fix holds",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(fix_t, verified_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_verified},
    {.method = M_POST, .path = "/findings/{finding_id}/reopened", .id = "reopenFinding", .tag = "Findings",
     .summary = "Say that it is not fixed after all",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(fix_t, reopened_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_reopened},
    PT_ROUTES_END
};
/* clang-format on */
