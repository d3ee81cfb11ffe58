/* SPDX-License-Identifier: Apache-2.0 */
/* work_forms.c - assignments, submissions and events as clients see them. */

#include "features/work_forms.h"
#include "domain/service_types.h"
#include "features/finding_forms.h"
#include "features/job_fields.h"

/* clang-format off */
const char *const pt_assignment_states[] = {
    "active", "delivered", "completed", "returned", "lapsed", "cancelled", NULL};
static const char *const submission_states[] = {
    "draft", "submitted", "needs_info", "changes_requested", "approved", "approved_partial",
    "rejected", "disputed", "decided", "lapsed", "waived", NULL};
const char *const pt_reject_reasons[] = {
    "out_of_scope", "insufficient_evidence", "not_reproducible", "wrong_environment",
    "instructions_not_followed", "duplicate_known", "plagiarised_or_generated", "abusive", NULL};

const char *const pt_outcomes[] = {"completed", "partly", "blocked", NULL};
const char *const pt_assistances[] = {"none", "tool", "ai", NULL};

static const pt_field_t event_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The event"),
    PT_OUT(kind,         PT_T_TEXT, "What happened"),
    PT_OUT(submission_id, PT_T_UUID, "The submission that it is about, when it is about one", .nullable = 1),
    PT_OUT(actor_kind,   PT_T_ENUM, "Which side did it",
           .values = PT_VALUES("builder", "tester", "admin", "clock", "gateway", "system")),
    PT_OUT(actor_name,   PT_T_TEXT, "Who did it, when it was a person", .nullable = 1),
    PT_OUT(from_state,   PT_T_TEXT, "The state before", .nullable = 1),
    PT_OUT(to_state,     PT_T_TEXT, "The state after", .nullable = 1),
    PT_OUT(amount_minor, PT_T_INT,  "Money that moved, minor units", .nullable = 1),
    PT_OUT(currency,     PT_T_TEXT, "Its currency", .nullable = 1),
    PT_OUT(note,         PT_T_TEXT, "More about it", .nullable = 1),
    PT_OUT(created_at,   PT_T_TIME, "When"),
    PT_FIELDS_END
};
const pt_schema_t pt_event_page_schema = {"Event", event_fields, 1};

static const pt_field_t environment_fields[] = {
    PT_N(device,          PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Make and model"),
    PT_N(os,              PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Operating system"),
    PT_N(os_version,      PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Its version"),
    PT_N(browser,         PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Browser"),
    PT_N(browser_version, PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Its version"),
    PT_N(viewport,        PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Size of the page, as 390x844"),
    PT_N(pixel_ratio,     PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Pixels of the screen for one of the page, as 2 or 1.5"),
    PT_N(locale,          PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Language setting"),
    PT_N(time_zone,       PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Time zone setting"),
    PT_N(network,         PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Kind of network"),
    PT_N(build,           PT_T_TEXT, PT_OPTIONAL, .max = 120, .doc = "Version of what was tested"),
    PT_FIELDS_END
};
const pt_schema_t pt_environment_input = {NULL, environment_fields, 0};
const pt_schema_t pt_environment_schema = {"Environment", environment_fields, 0};

static const pt_field_t evidence_fields[] = {
    PT_OUT(kind,  PT_T_ENUM, "What it is", .values = pt_evidence_kinds),
    PT_OUT(url,   PT_T_TEXT, "Where it is, when it is a link", .nullable = 1),
    PT_OUT(file_id, PT_T_UUID, "Which file it is, when it is one", .nullable = 1),
    PT_N(about,   PT_T_TEXT, PT_OPTIONAL, .doc = "The entry that it proves, as the step's number"),
    PT_N(note,    PT_T_TEXT, PT_OPTIONAL, .doc = "What it shows"),
    PT_FIELDS_END
};
static const pt_schema_t evidence_schema = {"Evidence", evidence_fields, 0};

static const pt_field_t submission_fields[] = {
    PT_OUT(id,             PT_T_UUID,   "The submission"),
    PT_OUT(assignment_id,  PT_T_UUID,   "The assignment that it is for"),
    PT_OUT(job_id,         PT_T_UUID,   "The job that it is for"),
    PT_OUT(job_title,      PT_T_TEXT,   "The job's title"),
    PT_OUT(item_id,        PT_T_UUID,   "The item of the role; null in a simple job", .nullable = 1),
    PT_OUT(title,          PT_T_TEXT,   "The item's title, or the job's"),
    PT_OUT(position,       PT_T_INT,    "Its place among the items"),
    PT_OUT(required,       PT_T_BOOL,   "Whether it has to be delivered"),
    PT_OUT(tester_name,    PT_T_TEXT,   "Who hands it in"),
    PT_OUT(state,          PT_T_ENUM,   "Where it stands", .values = submission_states),
    PT_OUT(service_type,   PT_T_ENUM,   "Which form the report has", .values = pt_service_type_keys),
    PT_OUT(instructions,   PT_T_TEXT,   "What to do"),
    PT_OUT(quantity,       PT_T_INT,    "How many units of it"),
    PT_OUT(details,        PT_T_JSON,   "What it asks for, by service type"),
    PT_OUT(steps,          PT_T_ARRAY,  "The steps among the details", .item = PT_T_OBJECT, .of = &pt_step_schema),
    PT_OUT(summary,        PT_T_TEXT,   "The result in a few sentences"),
    PT_OUT(environment,    PT_T_OBJECT, "Where it was tested", .of = &pt_environment_schema),
    PT_OUT(started_at,     PT_T_TIME,   "When the tester began to test", .nullable = 1),
    PT_OUT(ended_at,       PT_T_TIME,   "When the tester was through", .nullable = 1),
    PT_OUT(active_minutes, PT_T_INT,    "Minutes of work between the two", .nullable = 1),
    PT_OUT(outcome,        PT_T_ENUM,   "How far it went", .values = pt_outcomes, .nullable = 1),
    PT_OUT(assistance,     PT_T_ENUM,   "What helped with it, as the tester declares", .values = pt_assistances, .nullable = 1),
    PT_OUT(assistance_note, PT_T_TEXT,  "Which one, and for what", .nullable = 1),
    PT_OUT(report,         PT_T_JSON,   "The report, by service type"),
    PT_OUT(evidence,       PT_T_ARRAY,  "Links and files that prove it", .item = PT_T_OBJECT, .of = &evidence_schema),
    PT_OUT(attachment_ids, PT_T_ARRAY,  "The files among the evidence", .item = PT_T_UUID),
    PT_OUT(findings,       PT_T_ARRAY,  "What was found", .item = PT_T_OBJECT, .of = &pt_finding_schema),
    PT_OUT(reward_minor,   PT_T_INT,    "What it pays, minor units"),
    PT_OUT(bonus_unit_minor, PT_T_INT,  "What a finding adds, times the weight of its severity"),
    PT_OUT(bonus_cap_minor, PT_T_INT,   "What all findings can add at most"),
    PT_OUT(bonus_minor,    PT_T_INT,    "What they add as they are judged so far"),
    PT_OUT(paid_minor,     PT_T_INT,    "What was granted by now, before the tester's fee; null until it is decided", .nullable = 1),
    PT_OUT(tester_fee_bps, PT_T_INT,    "Rate of the tester's fee as it was sealed, 10000 is all"),
    PT_OUT(currency,       PT_T_TEXT,   "In this currency"),
    PT_OUT(changes_left,   PT_T_INT,    "How often it can still be sent back"),
    PT_OUT(changes_due_at, PT_T_TIME,   "Until when it can be changed, when it was sent back", .nullable = 1),
    PT_OUT(submitted_at,   PT_T_TIME,   "When it was handed in", .nullable = 1),
    PT_OUT(opened_at,      PT_T_TIME,   "When the builder first opened it", .nullable = 1),
    PT_OUT(review_due_at,  PT_T_TIME,   "When it counts as approved without a review", .nullable = 1),
    PT_OUT(dispute_due_at, PT_T_TIME,   "Until when the decision can be disputed, where money is held for that", .nullable = 1),
    PT_OUT(decided_at,     PT_T_TIME,   "When it was decided", .nullable = 1),
    PT_OUT(reject_reason,  PT_T_ENUM,   "Why it was rejected", .values = pt_reject_reasons, .nullable = 1),
    PT_OUT(comment,        PT_T_TEXT,   "What the builder said", .nullable = 1),
    PT_OUT(rating,         PT_T_INT,    "Stars given, 1 to 5", .nullable = 1),
    PT_OUT(info_question,  PT_T_TEXT,   "What the builder asked last", .nullable = 1),
    PT_OUT(info_answer,    PT_T_TEXT,   "What the tester answered", .nullable = 1),
    PT_OUT(info_due_at,    PT_T_TIME,   "Until when it can be answered, while it waits for that", .nullable = 1),
    PT_OUT(info_rounds_left, PT_T_INT,  "How often the builder can still ask"),
    PT_OUT(info_unanswered, PT_T_BOOL,  "Whether the time to answer passed in silence"),
    PT_OUT(approved_percent, PT_T_INT,  "How much of it was approved, per cent; null unless it was a part", .nullable = 1),
    PT_OUT(returned_minor, PT_T_INT,    "What an administrator gave back to the builder, without its share of the fee"),
    PT_OUT(dispute_id,     PT_T_UUID,   "The dispute about it, when there is one", .nullable = 1),
    PT_OUT(may_dispute,    PT_T_BOOL,   "Whether you may dispute it now"),
    PT_OUT(created_at,     PT_T_TIME,   "When the seat was claimed"),
    PT_OUT(updated_at,     PT_T_TIME,   "When it was last saved"),
    PT_FIELDS_END
};
const pt_schema_t pt_submission_schema = {"Submission", submission_fields, 0};

static const pt_field_t terms_fields[] = {
    PT_OUT(brief,           PT_T_TEXT,  "What to test"),
    PT_OUT(steps,           PT_T_ARRAY, "Step by step", .item = PT_T_OBJECT, .of = &pt_step_schema),
    PT_OUT(requirements,    PT_T_OBJECT, "What the tester should have", .of = &pt_requirements_schema),
    PT_OUT(project_name,    PT_T_TEXT,  "What is tested"),
    PT_OUT(app_url,         PT_T_TEXT,  "Where it is", .nullable = 1),
    PT_OUT(app_description, PT_T_TEXT,  "What it is about"),
    PT_OUT(platforms,       PT_T_ARRAY, "On which platforms", .item = PT_T_TEXT),
    PT_OUT(review_days,     PT_T_INT,   "Days the builder has to review"),
    PT_OUT(dispute_hours,   PT_T_INT,   "Hours the tester has to dispute a rejection"),
    PT_OUT(role_name,       PT_T_TEXT,  "The role; null in a simple job", .nullable = 1),
    PT_OUT(persona,         PT_T_TEXT,  "Whom the tester stands for", .nullable = 1),
    PT_OUT(on_rejection,    PT_T_ENUM,  "What becomes of a rejected seat", .values = PT_VALUES("reopen", "refund")),
    PT_FIELDS_END
};
static const pt_schema_t terms_schema = {"Terms", terms_fields, 0};

static const pt_field_t awaited_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The submission"),
    PT_OUT(title,        PT_T_TEXT, "The item's title, or the job's"),
    PT_OUT(position,     PT_T_INT,  "Its place among the items"),
    PT_OUT(required,     PT_T_BOOL, "Whether it has to be delivered"),
    PT_OUT(state,        PT_T_ENUM, "Where it stands", .values = submission_states),
    PT_OUT(reward_minor, PT_T_INT,  "What it pays, minor units"),
    PT_FIELDS_END
};
static const pt_schema_t awaited_schema = {"Awaited", awaited_fields, 0};

static const pt_field_t assignment_fields[] = {
    PT_OUT(id,               PT_T_UUID,   "The assignment"),
    PT_OUT(job_id,           PT_T_UUID,   "The job"),
    PT_OUT(job_title,        PT_T_TEXT,   "The job's title"),
    PT_OUT(job_state,        PT_T_TEXT,   "Where the job stands"),
    PT_OUT(builder_name,     PT_T_TEXT,   "Who posted the job"),
    PT_OUT(bid_id,           PT_T_UUID,   "The bid that it came from; null in a simple job, as are these", .nullable = 1),
    PT_OUT(role_id,          PT_T_UUID,   "The role", .nullable = 1),
    PT_OUT(role_name,        PT_T_TEXT,   "Its name", .nullable = 1),
    PT_OUT(tester_id,        PT_T_UUID,   "Who does the work"),
    PT_OUT(tester_name,      PT_T_TEXT,   "The tester's name"),
    PT_OUT(state,            PT_T_ENUM,   "Where it stands", .values = pt_assignment_states),
    PT_OUT(service_type,     PT_T_ENUM,   "Which kind of test; null where each item has its own",
           .values = pt_service_type_keys, .nullable = 1),
    PT_OUT(terms,            PT_T_OBJECT, "The job as it stood at the claim", .of = &terms_schema),
    PT_OUT(submissions,      PT_T_ARRAY,  "What is handed in, one for each item; to the builder once it is",
           .item = PT_T_OBJECT, .of = &pt_submission_schema),
    PT_OUT(awaited,          PT_T_ARRAY,  "What the tester has in hand, without its contents: it is still to be handed in",
           .item = PT_T_OBJECT, .of = &awaited_schema),
    PT_OUT(reward_minor,     PT_T_INT,    "What it pays, minor units"),
    PT_OUT(bonus_cap_minor,  PT_T_INT,    "What findings can add at most"),
    PT_OUT(held_minor,       PT_T_INT,    "Held for it now: reward, bonus reserve and fee"),
    PT_OUT(released_minor,   PT_T_INT,    "Released to the tester"),
    PT_OUT(refunded_minor,   PT_T_INT,    "Refunded to the builder"),
    PT_OUT(fee_minor,        PT_T_INT,    "Fees of both sides for what was released"),
    PT_OUT(tester_fee_bps,   PT_T_INT,    "Rate of the tester's fee as it was sealed, 10000 is all"),
    PT_OUT(currency,         PT_T_TEXT,   "In this currency"),
    PT_OUT(claim_expires_at, PT_T_TIME,   "Until when it has to be handed in"),
    PT_OUT(may_extend,       PT_T_BOOL,   "Whether you may take more time"),
    PT_OUT(extended_at,      PT_T_TIME,   "When the tester took more time", .nullable = 1),
    PT_OUT(compensation_minor, PT_T_INT,  "What the tester gets if you cancel it now, before the tester's fee; "
           "null when it cannot be cancelled, or not by you", .nullable = 1),
    PT_OUT(created_at,       PT_T_TIME,   "When the seat was claimed"),
    PT_OUT(ended_at,         PT_T_TIME,   "When it ended", .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_assignment_schema = {"Assignment", assignment_fields, 0};
const pt_schema_t pt_assignment_page_schema = {"Assignment", assignment_fields, 1};
/* clang-format on */

pt_err_t *pt_reply_submission(pt_req_t *q, const char *submission_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(submission_get, .submission_id = submission_id,
                          .viewer_id = q->actor->id)));
    return pt_reply_row(q, &row);
}
