/* SPDX-License-Identifier: Apache-2.0 */
/* finding_forms.c - findings as clients see them. */

#include "features/finding_forms.h"
#include "domain/severity_scales.h"
#include "features/work_forms.h"

/* clang-format off */
const char *const pt_finding_states[] = {
    "new", "triaged", "valid", "duplicate", "known", "informative", "works_as_designed",
    "not_reproducible", "out_of_scope", "spam", "fixed", "retest_ordered", "verified", "reopened",
    "withdrawn", NULL};
const char *const pt_finding_kinds[] = {
    "functional", "visual", "content", "crash", "performance", "usability", "accessibility",
    "localisation", "compatibility", "security", "suggestion", NULL};
const char *const pt_reproducibilities[] = {"always", "often", "sometimes", "once", NULL};

static const pt_field_t scale_fields[] = {
    PT_OUT(name,  PT_T_ENUM, "Which scale", .values = pt_scale_names),
    PT_OUT(value, PT_T_TEXT, "The value on it; of CVSS the base score"),
    PT_N(vector,  PT_T_TEXT, PT_OPTIONAL, .doc = "Of CVSS: the vector"),
    PT_NIELSEN_FACTORS,
    PT_FIELDS_END
};
static const pt_schema_t scale_schema = {"NativeSeverity", scale_fields, 0};

static const pt_field_t root_fields[] = {
    PT_OUT(id,         PT_T_UUID, "The finding that is repeated"),
    PT_OUT(title,      PT_T_TEXT, "Its title"),
    PT_OUT(state,      PT_T_ENUM, "What became of it", .values = pt_finding_states),
    PT_OUT(severity,   PT_T_ENUM, "How bad it is", .values = pt_severities),
    PT_OUT(created_at, PT_T_TIME, "When it was added"),
    PT_FIELDS_END
};
static const pt_schema_t root_schema = {"FindingRoot", root_fields, 0};

#define FINDING_OUT                                                                                        \
    PT_OUT(id,              PT_T_UUID,  "The finding"),                                                    \
    PT_OUT(submission_id,   PT_T_UUID,  "The submission that it is part of"),                              \
    PT_OUT(number,          PT_T_INT,   "Its number there"),                                               \
    PT_OUT(title,           PT_T_TEXT,  "One problem in one sentence"),                                    \
    PT_OUT(kind,            PT_T_ENUM,  "What kind of problem", .values = pt_finding_kinds),               \
    PT_OUT(severity,        PT_T_ENUM,  "How bad it is, says its tester", .values = pt_severities),        \
    PT_OUT(scale,           PT_T_OBJECT, "The same on the scale of its trade", .of = &scale_schema, .nullable = 1), \
    PT_OUT(severity_reason, PT_T_TEXT,  "Why it is not what that scale proposes", .nullable = 1),          \
    PT_OUT(url,             PT_T_TEXT,  "Where it is", .nullable = 1),                                     \
    PT_OUT(preconditions,   PT_T_TEXT,  "What has to be so before the first step", .nullable = 1),         \
    PT_OUT(steps,           PT_T_ARRAY, "How to see it", .item = PT_T_TEXT),                               \
    PT_OUT(expected,        PT_T_TEXT,  "What should happen"),                                             \
    PT_OUT(actual,          PT_T_TEXT,  "What happens"),                                                   \
    PT_OUT(reproducibility, PT_T_ENUM,  "How often", .values = pt_reproducibilities),                      \
    PT_OUT(tries_seen,      PT_T_INT,   "In how many tries it showed ...", .nullable = 1),                 \
    PT_OUT(tries_total,     PT_T_INT,   "... of how many", .nullable = 1),                                 \
    PT_OUT(workaround,      PT_T_TEXT,  "A way around it", .nullable = 1),                                 \
    PT_OUT(console_excerpt, PT_T_TEXT,  "What the browser's console says", .nullable = 1),                 \
    PT_OUT(failing_request, PT_T_TEXT,  "The request that fails", .nullable = 1),                          \
    PT_OUT(first_seen_build, PT_T_TEXT, "The first build that has it, as far as known", .nullable = 1),    \
    PT_OUT(works_in_build,  PT_T_TEXT,  "A build that did not have it", .nullable = 1),                    \
    PT_OUT(environment,     PT_T_OBJECT, "Where it was seen; null: where the submission says",             \
           .of = &pt_environment_schema, .nullable = 1),                                                   \
    PT_OUT(attachment_ids,  PT_T_ARRAY, "The files that show it, in order", .item = PT_T_UUID),            \
    PT_OUT(state,           PT_T_ENUM,  "What became of it", .values = pt_finding_states),                 \
    PT_OUT(triaged_at,      PT_T_TIME,  "When its builder began to look", .nullable = 1),                  \
    PT_OUT(severity_final,  PT_T_ENUM,  "How bad the builder says it is", .values = pt_severities, .nullable = 1), \
    PT_OUT(verdict_reason,  PT_T_TEXT,  "Why the builder says so", .nullable = 1),                         \
    PT_OUT(duplicate_of,    PT_T_UUID,  "The finding that it repeats", .nullable = 1),                     \
    PT_OUT(root,            PT_T_OBJECT, "What may be known of that one", .of = &root_schema, .nullable = 1), \
    PT_OUT(confirmation,    PT_T_BOOL,  "Whether it earns a part of that one's bonus"),                    \
    PT_OUT(known_issue_id,  PT_T_UUID,  "The known issue that it repeats", .nullable = 1),                 \
    PT_OUT(judged_at,       PT_T_TIME,  "When the builder said so", .nullable = 1),                        \
    PT_OUT(fixed_build,     PT_T_TEXT,  "The build that has the fix", .nullable = 1),                      \
    PT_OUT(fixed_at,        PT_T_TIME,  "When it was said to be fixed", .nullable = 1),                    \
    PT_OUT(fix_note,        PT_T_TEXT,  "The last word about the fix", .nullable = 1),                     \
    PT_OUT(retest_job_id,   PT_T_UUID,  "The newest job that looks at the fix", .nullable = 1),            \
    PT_OUT(created_at,      PT_T_TIME,  "When it was added"),                                              \
    PT_OUT(updated_at,      PT_T_TIME,  "When it was last changed")

static const pt_field_t finding_fields[] = {
    FINDING_OUT,
    PT_FIELDS_END
};
const pt_schema_t pt_finding_schema = {"Finding", finding_fields, 0};

static const pt_field_t row_fields[] = {
    FINDING_OUT,
    PT_OUT(job_id,      PT_T_UUID, "The job that it was found for"),
    PT_OUT(job_title,   PT_T_TEXT, "The job's title"),
    PT_OUT(tester_name, PT_T_TEXT, "Who found it"),
    PT_OUT(duplicates,  PT_T_INT,  "How many findings repeat it"),
    PT_FIELDS_END
};
const pt_schema_t pt_finding_page_schema = {"FindingRow", row_fields, 1};
/* clang-format on */
