/* SPDX-License-Identifier: Apache-2.0 */
/* finding_verdicts.c - builders say what a finding is. */

#include "domain/severity_scales.h"
#include "features/finding_forms.h"
#include "features/finding_ops.h"

#include <string.h>

/* clang-format off */
typedef struct {
    const char *finding_id;
} triage_t;

static const pt_field_t triage_fields[] = {
    PT_FINDING_ID(triage_t),
    PT_FIELDS_END
};

typedef struct {
    const char *finding_id;
    const char *verdict, *severity_final, *reason, *duplicate_of, *known_issue_id;
    int confirmation;
} verdict_t;

static const pt_field_t verdict_fields[] = {
    PT_FINDING_ID(verdict_t),
    PT_F(verdict_t, verdict,        PT_T_ENUM, PT_IN_BODY, PT_REQUIRED,
         .values = pt_finding_verdicts,
         .doc = "What it is"),
    PT_F(verdict_t, severity_final, PT_T_ENUM, PT_IN_BODY, PT_OPTIONAL,
         .values = pt_severities, .doc = "How bad it is; the tester's word when left out"),
    PT_F(verdict_t, reason,         PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL,
         .max = 1000, .doc = "Why; needed for another severity than the tester's"),
    PT_F(verdict_t, duplicate_of,   PT_T_UUID, PT_IN_BODY, PT_OPTIONAL,
         .doc = "A finding of the same project that it repeats and that was here first; for a duplicate alone"),
    PT_F(verdict_t, known_issue_id, PT_T_UUID, PT_IN_BODY, PT_OPTIONAL,
         .doc = "The issue of the project's list that it repeats, listed before it was handed in; for known alone"),
    PT_F(verdict_t, confirmation,   PT_T_BOOL, PT_IN_BODY, PT_OPTIONAL,
         .doc = "Of a duplicate: it shows that the problem is there elsewhere, too, and earns a part of the bonus"),
    PT_FIELDS_END
};
/* clang-format on */

static pt_err_t *finding_triage(pt_req_t *q)
{
    const triage_t *in = q->input;
    pt_finding_t finding;
    pt_row_t row;

    PT_TRY(
        pt_finding_lock(&q->ctx, &finding, in->finding_id, q->actor->id, NULL));
    PT_TRY(pt_finding_check_open(&q->ctx, &finding));
    PT_TRY(pt_finding_move(
        &q->ctx, &finding,
        &(pt_finding_step_t){.event = PT_FINDING_TRIAGE, .by = "builder"}));
    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(finding_get, .finding_id = in->finding_id)));
    return pt_reply_row(q, &row);
}

/* A duplicate that earns something: the severity of its root is what counts. */
static pt_err_t *confirm(pt_ctx_t *c, verdict_t *in, const pt_row_t *root)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_confirmations, .finding_id = in->finding_id,
                          .root_id = pt_row_str(root, "root_id"))));
    in->severity_final = pt_row_str(root, "severity");
    return pt_confirmation_check(
        c->pool,
        &(pt_confirmation_t){.root_is_valid = pt_row_bool(root, "is_valid"),
                             .is_by_other = pt_row_bool(&row, "is_by_other"),
                             .is_elsewhere = pt_row_bool(&row, "is_elsewhere"),
                             .before = pt_row_int(&row, "before")});
}

/* The finding that a duplicate repeats in the end; its own duplicates follow.
 */
static pt_err_t *find_root(pt_ctx_t *c, verdict_t *in)
{
    pt_row_t root;
    int found;

    PT_TRY(pt_db_exec(
        c->db, NULL, PT_Q(finding_project_lock, .finding_id = in->finding_id)));
    PT_TRY(pt_db_maybe(c->db, &root, &found,
                       PT_Q(finding_root, .finding_id = in->finding_id,
                            .named_id = in->duplicate_of)));
    if (!found)
        return pt_err_field(PT_OK, c->pool, "/duplicate_of", PT_C_NOT_FOUND);
    in->duplicate_of = pt_row_str(&root, "root_id");
    if (strcmp(in->duplicate_of, in->finding_id) == 0
        || !pt_row_bool(&root, "is_first"))
        return pt_err_field(PT_OK, c->pool, "/duplicate_of", PT_C_NOT_ALLOWED);
    if (in->confirmation)
        PT_TRY(confirm(c, in, &root));
    return pt_db_exec(c->db, NULL,
                      PT_Q(finding_fold, .finding_id = in->finding_id,
                           .root_id = in->duplicate_of));
}

static pt_err_t *check_known(pt_ctx_t *c, const verdict_t *in)
{
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_known_issue, .finding_id = in->finding_id,
                          .known_issue_id = in->known_issue_id)));
    if (pt_row_bool(&row, "was_listed"))
        return PT_OK;
    return pt_err_field(PT_OK, c->pool, "/known_issue_id", PT_C_NOT_FOUND);
}

/* Does the verdict say all that it has to, and is that so? It becomes what is
 * stored. */
static pt_err_t *check_verdict(pt_ctx_t *c, verdict_t *in,
                               const pt_finding_t *finding)
{
    PT_TRY(pt_finding_judge_check(c->pool, finding->state, in->verdict));
    PT_TRY(pt_judgement_check(
        c->pool, &(pt_judgement_t){.verdict = in->verdict,
                                   .severity = finding->severity,
                                   .severity_final = in->severity_final,
                                   .reason = in->reason,
                                   .duplicate_of = in->duplicate_of,
                                   .known_issue_id = in->known_issue_id,
                                   .confirmation = in->confirmation}));
    if (in->known_issue_id)
        PT_TRY(check_known(c, in));
    return in->duplicate_of ? find_root(c, in) : PT_OK;
}

/* Findings can be judged as long as the submission can be decided on. */
static pt_err_t *finding_judge(pt_req_t *q)
{
    verdict_t in = *(const verdict_t *)q->input;
    pt_ctx_t *c = &q->ctx;
    pt_finding_t finding;
    const char *to;
    pt_row_t row;

    PT_TRY(pt_finding_lock(c, &finding, in.finding_id, q->actor->id, NULL));
    PT_TRY(pt_submission_next(c->pool, &to, &finding.work.item.is,
                              PT_WORK_APPROVE, PT_BY_BUILDER));
    PT_TRY(check_verdict(c, &in, &finding));
    PT_TRY(pt_finding_note(c, &finding,
                           &(pt_finding_step_t){.event = PT_FINDING_JUDGE,
                                                .by = "builder",
                                                .note = in.reason},
                           finding.state, in.verdict));
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(finding_judge, .finding_id = in.finding_id,
                          .verdict = in.verdict,
                          .severity_final = in.severity_final,
                          .reason = in.reason, .duplicate_of = in.duplicate_of,
                          .known_issue_id = in.known_issue_id,
                          .confirmation = pt_bool(in.confirmation))));
    return pt_reply_row(q, &row);
}

/* clang-format off */
const pt_route_t pt_finding_verdicts_routes[] = {
    {.method = M_POST, .path = "/findings/{finding_id}/triage", .id = "triageFinding", .tag = "Findings",
     .summary = "Say that you have begun to look; its tester cannot withdraw it any more",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(triage_t, triage_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_triage},
    {.method = M_POST, .path = "/findings/{finding_id}/verdict", .id = "judgeFinding", .tag = "Work",
     .summary = "Say what a finding is, before you decide about its submission",
     .auth = PT_AUTH_BUILDER, .rate = PT_RATE_WRITE,
     PT_INPUT(verdict_t, verdict_fields),
     .status = HTTP_OK, .output = &pt_finding_schema,
     PT_PROBLEMS(PT_P_NOT_FOUND, PT_P_WRONG_STATE),
     .handler = finding_judge},
    PT_ROUTES_END
};
/* clang-format on */
