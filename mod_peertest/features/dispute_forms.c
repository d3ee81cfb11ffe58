/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_forms.c - disputes as clients see them. */

#include "features/dispute_forms.h"
#include "domain/service_types.h"
#include "features/lists.h"

/* clang-format off */
const char *const pt_dispute_kinds[] = {
    "scope", "evidence", "severity", "duplicate", "environment", "conduct", "payment", NULL};
const char *const pt_dispute_states[] = {"open", "answered", "decided", "appealed", "closed", NULL};
const char *const pt_dispute_outcomes[] = {"agreed", "decided", "silence", "appeal", "hard_stop", NULL};
static const char *const sides[] = {"tester", "builder", NULL};

static const pt_field_t proposal_fields[] = {
    PT_OUT(number,         PT_T_INT,  "1 for the first"),
    PT_OUT(by,             PT_T_ENUM, "Which side", .values = sides),
    PT_OUT(tester_percent, PT_T_INT,  "What it would leave to the tester"),
    PT_OUT(created_at,     PT_T_TIME, "When"),
    PT_FIELDS_END
};
static const pt_schema_t proposal_schema = {"DisputeProposal", proposal_fields, 0};

static const pt_field_t split_fields[] = {
    PT_OUT(tester_percent, PT_T_INT, "0 to 100"),
    PT_OUT(tester_minor,   PT_T_INT, "What the tester would get, after the tester's fee, minor units"),
    PT_OUT(builder_minor,  PT_T_INT, "What would go back to the builder, with its part of the fee"),
    PT_FIELDS_END
};
static const pt_schema_t split_schema = {"DisputeSplit", split_fields, 0};

/* What a list shows of each. */
#define HEAD                                                                                                             \
    PT_OUT(id,                PT_T_UUID, "The dispute"),                                                                 \
    PT_OUT(submission_id,     PT_T_UUID, "The submission that it is about"),                                             \
    PT_OUT(assignment_id,     PT_T_UUID, "Its assignment"),                                                              \
    PT_OUT(job_id,            PT_T_UUID, "Its job"),                                                                     \
    PT_OUT(job_title,         PT_T_TEXT, "The job's title"),                                                             \
    PT_OUT(item_title,        PT_T_TEXT, "The item's title; null in a simple job", .nullable = 1),                       \
    PT_OUT(service_type,      PT_T_ENUM, "Which kind of test", .values = pt_service_type_keys),                          \
    PT_OUT(tester_name,       PT_T_TEXT, "Who did the work"),                                                            \
    PT_OUT(builder_name,      PT_T_TEXT, "Who posted the job"),                                                          \
    PT_OUT(your_side,         PT_T_ENUM, "Which side you are; null to an administrator", .values = sides, .nullable = 1), \
    PT_OUT(opened_by,         PT_T_ENUM, "Which side opened it", .values = sides),                                       \
    PT_OUT(kind,              PT_T_ENUM, "What it is about", .values = pt_dispute_kinds),                                \
    PT_OUT(state,             PT_T_ENUM, "Where it stands", .values = pt_dispute_states),                                \
    PT_OUT(at_stake_minor,    PT_T_INT,  "What the split is about, of reward and bonus, minor units"),                   \
    PT_OUT(paid_before_minor, PT_T_INT,  "What the tester was granted before; it is not touched"),                       \
    PT_OUT(currency,          PT_T_TEXT, "In this currency"),                                                            \
    PT_OUT(tester_percent,    PT_T_INT,  "The tester's part as it stands, once it is decided or agreed", .nullable = 1), \
    PT_OUT(outcome,           PT_T_ENUM, "How it came to that", .values = pt_dispute_outcomes, .nullable = 1),           \
    PT_OUT(awarded_minor,     PT_T_INT,  "What the tester got by it, before the tester's fee; null until it is closed", .nullable = 1), \
    PT_OUT(may_answer,        PT_T_BOOL, "Whether you can answer it"),                                                   \
    PT_OUT(may_propose,       PT_T_BOOL, "Whether you can propose a split, or take the other side's by naming the same"), \
    PT_OUT(may_accept,        PT_T_BOOL, "Whether you can accept the decision"),                                         \
    PT_OUT(may_appeal,        PT_T_BOOL, "Whether you can appeal it"),                                                   \
    PT_OUT(due_at,            PT_T_TIME, "Until when the present stage lasts at most; null when it is closed", .nullable = 1), \
    PT_OUT(opened_at,         PT_T_TIME, "When it was opened"),                                                          \
    PT_OUT(closed_at,         PT_T_TIME, "When it was closed; then the money moved", .nullable = 1)

static const pt_field_t line_fields[] = {HEAD, PT_FIELDS_END};
const pt_schema_t pt_dispute_page_schema = {"DisputeItem", line_fields, 1};

static const pt_field_t dispute_fields[] = {
    HEAD,
    PT_OUT(statement,           PT_T_TEXT,  "What the side says that opened it"),
    PT_OUT(answer,              PT_T_TEXT,  "What the other side says", .nullable = 1),
    PT_OUT(proposals,           PT_T_ARRAY, "Splits that were proposed; the latest of a side stands",
           .item = PT_T_OBJECT, .of = &proposal_schema),
    PT_OUT(splits,              PT_T_ARRAY, "What each split would move, one for each per cent; empty once it is closed",
           .item = PT_T_OBJECT, .of = &split_schema),
    PT_OUT(decided_percent,     PT_T_INT,   "What the first decision, or the agreement, gave the tester", .nullable = 1),
    PT_OUT(reason,              PT_T_TEXT,  "Why; null when time decided", .nullable = 1),
    PT_OUT(summary,             PT_T_TEXT,  "What everybody may read about it", .nullable = 1),
    PT_OUT(appealed_by,         PT_T_ENUM,  "Which side appealed", .values = sides, .nullable = 1),
    PT_OUT(appeal_statement,    PT_T_TEXT,  "What it said", .nullable = 1),
    PT_OUT(appeal_percent,      PT_T_INT,   "What the appeal gave the tester", .nullable = 1),
    PT_OUT(appeal_reason,       PT_T_TEXT,  "Why", .nullable = 1),
    PT_OUT(tester_accepted_at,  PT_T_TIME,  "When the tester accepted the decision", .nullable = 1),
    PT_OUT(builder_accepted_at, PT_T_TIME,  "When the builder did", .nullable = 1),
    PT_OUT(case_file,           PT_T_JSON,  "Contract, work, review and timeline as they were when it was opened"),
    PT_OUT(case_hash,           PT_T_TEXT,  "Its SHA-256, hexadecimal"),
    PT_OUT(settlement_due_at,   PT_T_TIME,  "Until when it is best settled between the two sides"),
    PT_OUT(answer_due_at,       PT_T_TIME,  "Until when the other side can answer; then who opened it has won"),
    PT_OUT(answered_at,         PT_T_TIME,  "When it did", .nullable = 1),
    PT_OUT(decision_due_at,     PT_T_TIME,  "Until when an administrator should decide", .nullable = 1),
    PT_OUT(decided_at,          PT_T_TIME,  "When it was decided, by whatever", .nullable = 1),
    PT_OUT(appeal_due_at,       PT_T_TIME,  "Until when the decision can be appealed", .nullable = 1),
    PT_OUT(appealed_at,         PT_T_TIME,  "When it was", .nullable = 1),
    PT_OUT(hard_stop_at,        PT_T_TIME,  "When it ends even if nobody decides"),
    PT_FIELDS_END
};
const pt_schema_t pt_dispute_schema = {"Dispute", dispute_fields, 0};

const pt_field_t pt_dispute_list_fields[] = {
    PT_F(pt_dispute_list_t, state, PT_T_ENUM, PT_IN_QUERY, PT_OPTIONAL,
         .values = pt_dispute_states, .doc = "Only those in this state"),
    PT_LIST_FIELDS(pt_dispute_list_t),
    PT_FIELDS_END
};
/* clang-format on */

pt_err_t *pt_reply_disputes(pt_req_t *q, const char *party_id)
{
    const pt_dispute_list_t *in = q->input;
    const char *before;
    pt_row_t page;

    PT_TRY(pt_cursor_id(q, &before, in->cursor));
    PT_TRY(pt_db_one(q->ctx.db, &page,
                     PT_Q(dispute_list, .viewer_id = q->actor->id,
                          .party_id = party_id, .state = in->state,
                          .before_id = before,
                          .limit = pt_i64(q->ctx.pool, in->limit))));
    return pt_reply_row(q, &page);
}

pt_err_t *pt_reply_dispute(pt_req_t *q, const char *dispute_id)
{
    pt_row_t row;

    PT_TRY(pt_db_one(q->ctx.db, &row,
                     PT_Q(dispute_get, .dispute_id = dispute_id,
                          .viewer_id = q->actor->id,
                          .session_id = q->actor->session_id)));
    return pt_reply_row(q, &row);
}
