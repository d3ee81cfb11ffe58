/* SPDX-License-Identifier: Apache-2.0 */
/* findings.c - testers describe the problems that they found. */

#include "domain/finding_rules.h"
#include "domain/severity_scales.h"
#include "features/assignments_ops.h"
#include "features/attachment_ops.h"
#include "features/finding_forms.h"
#include "features/finding_ops.h"
#include "features/work_forms.h"

#include <string.h>

/* Beyond what one tester writes in one session. */
#define FINDINGS_MAX 200

/* clang-format off */
typedef struct {
    const char *submission_id; /* of a new one ... */
    const char *finding_id;    /* ... or which one is changed */
    const char *title, *kind, *severity, *severity_reason, *url, *preconditions;
    json_t *scale, *steps, *environment, *attachment_ids;
    const char *expected, *actual, *reproducibility;
    apr_int64_t tries_seen, tries_total; /* 0: none; below: not said */
    const char *workaround, *console_excerpt, *failing_request;
    const char *first_seen_build, *works_in_build;
} finding_input_t;

static const pt_field_t scale_input_fields[] = {
    PT_N(name,   PT_T_ENUM, PT_OPTIONAL, .values = pt_scale_names, .doc = "Which scale"),
    PT_N(value,  PT_T_TEXT, PT_OPTIONAL, .min = 1, .max = 20,
         .doc = "The value on it; of CVSS the base score, which follows from the vector"),
    PT_N(vector, PT_T_TEXT, PT_OPTIONAL, .min = 1, .max = 100,
         .doc = "Of CVSS, needed: the vector of the base metrics, CVSS:3.1/AV:..."),
    PT_NIELSEN_FACTORS,
    PT_FIELDS_END
};
static const pt_schema_t scale_input = {NULL, scale_input_fields, 0};

/* A text that may be empty: that removes it. */
#define FINDING_TEXT(member_, max_, doc_)                                      \
    PT_F(finding_input_t, member_, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,         \
         .max = max_, .doc = doc_)

#define FINDING_FIELDS(need_)                                                  \
    PT_F(finding_input_t, title,           PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 30, .max = 120, .doc = "One problem in one sentence"),         \
    PT_F(finding_input_t, kind,            PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_finding_kinds, .doc = "What kind of problem"),           \
    PT_F(finding_input_t, severity,        PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_severities, .doc = "How bad it is"),                     \
    PT_F(finding_input_t, scale,           PT_T_OBJECT, PT_IN_BODY, PT_OPTIONAL,\
         .of = &scale_input,                                                   \
         .doc = "The same on the scale of its trade; {} removes it"),          \
    FINDING_TEXT(severity_reason, 1000,                                        \
                 "Why the severity is not what that scale proposes"),          \
    PT_F(finding_input_t, url,             PT_T_URL,   PT_IN_BODY, PT_OPTIONAL,\
         .max = 2000, .doc = "Where it is"),                                   \
    FINDING_TEXT(preconditions, 2000, "What has to be so before the first step"),\
    PT_F(finding_input_t, steps,           PT_T_ARRAY, PT_IN_BODY, need_,      \
         .item = PT_T_TEXT, .item_max = 500, .min = 1, .max = 30,              \
         .doc = "How to see it, step by step"),                                \
    PT_F(finding_input_t, expected,        PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What should happen"),                  \
    PT_F(finding_input_t, actual,          PT_T_TEXT,  PT_IN_BODY, need_,      \
         .min = 1, .max = 2000, .doc = "What happens"),                        \
    PT_F(finding_input_t, reproducibility, PT_T_ENUM,  PT_IN_BODY, need_,      \
         .values = pt_reproducibilities, .doc = "How often it happens"),       \
    PT_F(finding_input_t, tries_seen,      PT_T_INT,   PT_IN_BODY, PT_OPTIONAL,\
         .max = 100, .dflt = -1, .doc = "In how many tries it showed ..."),    \
    PT_F(finding_input_t, tries_total,     PT_T_INT,   PT_IN_BODY, PT_OPTIONAL,\
         .max = 100, .dflt = -1,                                               \
         .doc = "... of how many; both or none, 0 of 0 removes them"),         \
    FINDING_TEXT(workaround, 2000, "A way around it"),                         \
    FINDING_TEXT(console_excerpt, 10000, "What the browser's console says"),   \
    FINDING_TEXT(failing_request, 4000, "The request that fails, without secrets"),\
    FINDING_TEXT(first_seen_build, 120, "The first build that has it, as far as known"),\
    FINDING_TEXT(works_in_build, 120, "A build that did not have it"),         \
    PT_F(finding_input_t, environment,     PT_T_OBJECT, PT_IN_BODY, PT_OPTIONAL,\
         .of = &pt_environment_input,                                          \
         .doc = "Where it was seen, if not where the submission says; {} removes it"),\
    PT_F(finding_input_t, attachment_ids,  PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL,\
         .item = PT_T_UUID, .max = 20,                                         \
         .doc = "Files of yours that show it, in order; they replace those before")

static const pt_field_t finding_add_fields[] = {
    PT_F(finding_input_t, submission_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED,
         .doc = "The submission that it is part of"),
    FINDING_FIELDS(PT_REQUIRED),
    PT_FIELDS_END
};

static const pt_field_t finding_update_fields[] = {
    PT_FINDING_ID(finding_input_t),
    FINDING_FIELDS(PT_OPTIONAL),
    PT_FIELDS_END
};

typedef struct {
    const char *finding_id;
} finding_id_t;

static const pt_field_t finding_id_fields[] = {
    PT_FINDING_ID(finding_id_t),
    PT_FIELDS_END
};
/* clang-format on */

/* Both figures or none, and not more than all. */
static pt_err_t *check_tries(apr_pool_t *p, const finding_input_t *in)
{
    apr_int64_t seen = in->tries_seen, total = in->tries_total;

    if ((seen < 0) != (total < 0) || !seen != !total)
        return pt_err_field(PT_OK, p,
                            seen > total ? "/tries_total" : "/tries_seen",
                            PT_C_REQUIRED);
    if (seen > total)
        return pt_err_field(PT_OK, p, "/tries_seen", PT_C_TOO_LARGE);
    return PT_OK;
}

/* What was sent, or else what there was. */
static const char *either(const char *sent, const pt_row_t *before,
                          const char *column)
{
    return sent || !before ? sent : pt_row_str(before, column);
}

static pt_scale_value_t said_on(const json_t *scale)
{
    return (pt_scale_value_t){.name = pt_json_str(scale, "name"),
                              .value = pt_json_str(scale, "value"),
                              .vector = pt_json_str(scale, "vector"),
                              .frequency = pt_json_str(scale, "frequency"),
                              .impact = pt_json_str(scale, "impact"),
                              .persistence = pt_json_str(scale, "persistence")};
}

static int says_nothing(const pt_scale_value_t *said)
{
    return !said->name && !said->value && !said->vector && !said->frequency
           && !said->impact && !said->persistence;
}

/* Read the native severity, and hold the house step against it.
 * scale: set to what is to be kept; NULL: as before
 * before: the finding as it is; NULL: it is new */
static pt_err_t *check_severity(apr_pool_t *p, const char **scale,
                                const finding_input_t *in,
                                const pt_row_t *before)
{
    pt_severity_choice_t choice = {
        .severity = either(in->severity, before, "severity"),
        .reason = either(in->severity_reason, before, "severity_reason")};
    json_t *native = in->scale;
    pt_scale_value_t said;

    if (!native && before && pt_row_str(before, "scale"))
        PT_TRY(pt_json_parse(p, &native, pt_row_str(before, "scale"),
                             strlen(pt_row_str(before, "scale"))));
    said = said_on(native);
    *scale = in->scale ? "{}" : NULL;
    if (says_nothing(&said))
        return PT_OK;
    PT_TRY(pt_scale_read(p, &choice.proposed, &choice.value, &said));
    choice.value_proposed = pt_nielsen_value(&said);
    if (in->scale)
        *scale = pt_json_text(
            p, pt_json_own(p, json_pack("{ss ss ss* ss* ss* ss*}", "name",
                                        said.name, "value", choice.value,
                                        "vector", said.vector, "frequency",
                                        said.frequency, "impact", said.impact,
                                        "persistence", said.persistence)));
    return pt_severity_check(p, &choice);
}

static const char *number(apr_pool_t *p, apr_int64_t n)
{
    return n >= 0 ? pt_i64(p, n) : NULL;
}

/* Store what was sent about a finding that is there, and attach its files. */
static pt_err_t *store(pt_req_t *q, const char *finding_id,
                       const finding_input_t *in, const char *scale)
{
    apr_pool_t *p = q->ctx.pool;

    PT_TRY(pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(finding_update, .finding_id = finding_id, .title = in->title,
             .kind = in->kind, .severity = in->severity, .scale = scale,
             .severity_reason = in->severity_reason, .url = in->url,
             .preconditions = in->preconditions,
             .steps = pt_json_text(p, in->steps), .expected = in->expected,
             .actual = in->actual, .reproducibility = in->reproducibility,
             .tries_seen = number(p, in->tries_seen),
             .tries_total = number(p, in->tries_total),
             .workaround = in->workaround,
             .console_excerpt = in->console_excerpt,
             .failing_request = in->failing_request,
             .first_seen_build = in->first_seen_build,
             .works_in_build = in->works_in_build,
             .environment = pt_json_text(p, in->environment))));
    return pt_finding_attach(&q->ctx, finding_id, in->attachment_ids);
}

static pt_err_t *reply_finding(pt_req_t *q, const char *finding_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_get, .finding_id = finding_id)));
    return pt_reply_row(q, &row);
}

static pt_err_t *finding_add(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    apr_pool_t *p = q->ctx.pool;
    const char *scale, *finding_id;
    pt_draft_t draft;
    pt_row_t row;
    int has_room;

    PT_TRY(check_tries(p, in));
    PT_TRY(check_severity(p, &scale, in, NULL));
    PT_TRY(
        pt_draft_lock(&q->ctx, &draft, q->actor->id, in->submission_id, NULL));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &has_room,
        PT_Q(finding_create, .submission_id = draft.submission_id,
             .title = in->title, .kind = in->kind, .severity = in->severity,
             .steps = pt_json_text(p, in->steps), .expected = in->expected,
             .actual = in->actual, .reproducibility = in->reproducibility,
             .most = pt_i64(p, FINDINGS_MAX))));
    if (!has_room)
        return pt_err_field(PT_OK, p, "", PT_C_TOO_MANY);
    finding_id = pt_row_str(&row, "id");
    PT_TRY(store(q, finding_id, in, scale));
    return reply_finding(q, finding_id);
}

/* A draft's finding that its tester is about to change. */
static pt_err_t *lock_finding(pt_req_t *q, pt_row_t *row,
                              const char *finding_id)
{
    pt_draft_t draft;

    PT_TRY(pt_draft_lock(&q->ctx, &draft, q->actor->id, NULL, finding_id));
    PT_TRY(
        pt_db_one(q->ctx.db, row, PT_Q(finding_get, .finding_id = finding_id)));
    return pt_finding_may_change(q->ctx.pool, pt_row_str(row, "state"));
}

static pt_err_t *finding_update(pt_req_t *q)
{
    const finding_input_t *in = q->input;
    const char *scale;
    pt_row_t row;

    PT_TRY(check_tries(q->ctx.pool, in));
    PT_TRY(lock_finding(q, &row, in->finding_id));
    PT_TRY(pt_if_match(q, &row));
    PT_TRY(check_severity(q->ctx.pool, &scale, in, &row));
    PT_TRY(store(q, in->finding_id, in, scale));
    return reply_finding(q, in->finding_id);
}

static pt_err_t *finding_delete(pt_req_t *q)
{
    const finding_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(lock_finding(q, &row, in->finding_id));
    PT_TRY(pt_finding_not_repeated(&q->ctx, in->finding_id));
    PT_TRY(pt_db_exec(q->ctx.db, NULL,
                      PT_Q(finding_delete, .finding_id = in->finding_id)));
    return pt_reply_none(q);
}

static pt_err_t *finding_show(pt_req_t *q)
{
    const finding_id_t *in = q->input;
    pt_row_t row;

    PT_TRY(pt_db_one(
        q->ctx.db, &row,
        PT_Q(finding_show, .finding_id = in->finding_id,
             .viewer_id = q->actor->id,
             .is_admin = pt_bool(!!(q->actor->roles & PT_ROLE_ADMIN)))));
    return pt_reply_row(q, &row);
}

/* What was handed in, and nobody has looked at or decided about. */
static pt_err_t *finding_withdraw(pt_req_t *q)
{
    const finding_id_t *in = q->input;
    pt_finding_t finding;

    PT_TRY(
        pt_finding_lock(&q->ctx, &finding, in->finding_id, NULL, q->actor->id));
    PT_TRY(pt_finding_check_open(&q->ctx, &finding));
    PT_TRY(pt_finding_move(
        &q->ctx, &finding,
        &(pt_finding_step_t){.event = PT_FINDING_WITHDRAW, .by = "tester"}));
    PT_TRY(pt_finding_not_repeated(&q->ctx, in->finding_id));
    return reply_finding(q, in->finding_id);
}

/* clang-format off */
const pt_route_t pt_findings_routes[] = {
    {.method = M_POST, .path = "/submissions/{submission_id}/findings", .id = "addFinding", .tag = "Work",
     .summary = "Add a finding to a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_add_fields),
     .status = HTTP_CREATED, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_add},
    {.method = M_GET, .path = "/findings/{finding_id}", .id = "getFinding", .tag = "Findings",
     .summary = "A finding of yours, or one handed in for a job of yours",
     .auth = PT_AUTH_USER, .rate = PT_RATE_READ,
     PT_INPUT(finding_id_t, finding_id_fields),
     .status = HTTP_OK, .output = &pt_finding_schema, .etag = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND),
     .handler = finding_show},
    {.method = M_PATCH, .path = "/findings/{finding_id}", .id = "updateFinding", .tag = "Work",
     .summary = "Change a finding of a draft; what is left out stays as it is, \"\", {} and 0 empty",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_input_t, finding_update_fields),
     .status = HTTP_OK, .output = &pt_finding_schema, .etag = 1, .if_match = 1,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_update},
    {.method = M_DELETE, .path = "/findings/{finding_id}", .id = "deleteFinding", .tag = "Work",
     .summary = "Take a finding out of a draft",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_id_t, finding_id_fields),
     .status = HTTP_NO_CONTENT,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_delete},
    {.method = M_POST, .path = "/findings/{finding_id}/withdraw", .id = "withdrawFinding", .tag = "Work",
     .summary = "Take back a finding that was handed in, as long as nobody has looked at it",
     .auth = PT_AUTH_TESTER, .rate = PT_RATE_WRITE,
     PT_INPUT(finding_id_t, finding_id_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_withdraw},
    PT_ROUTES_END
};
/* clang-format on */
