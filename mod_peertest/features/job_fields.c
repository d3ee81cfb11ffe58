/* SPDX-License-Identifier: Apache-2.0 */
/* job_fields.c - the JSON form of a job and its parts. */

#include "features/job_fields.h"
#include "domain/service_types.h"
#include "features/plan_fields.h"

/* clang-format off */
const char *const pt_platforms[] = {
    "web", "ios", "android", "desktop", "api", NULL
};

const char *const pt_job_states[] = {
    "draft", "pending_payment", "open", "filled", "closed",
    "published", "awarding", "in_progress", "in_review", "completed",
    "cancelled", "expired", "removed", NULL
};

static const pt_field_t step_fields[] = {
    PT_N(text,     PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500,
         .doc = "What to do"),
    PT_N(expected, PT_T_TEXT, PT_OPTIONAL, .max = 500, .nullable = 1,
         .doc = "What should happen then"),
    PT_FIELDS_END
};
const pt_schema_t pt_step_input = {NULL, step_fields, 0};
const pt_schema_t pt_step_schema = {"Step", step_fields, 0};

#define WISHES(member, doc_)                                                   \
    PT_N(member, PT_T_ARRAY, PT_OPTIONAL, .max = 20, .item = PT_T_TEXT,        \
         .item_max = 80, .doc = doc_)

static const pt_field_t requirements_fields[] = {
    PT_N(platforms, PT_T_ARRAY, PT_OPTIONAL, .max = 5, .item = PT_T_ENUM,
         .values = pt_platforms,
         .doc = "Where to test; what the project runs on unless named"),
    WISHES(devices,   "Devices, any of them"),
    WISHES(os,        "Operating systems, any of them"),
    WISHES(browsers,  "Browsers, any of them"),
    WISHES(locales,   "Languages, any of them"),
    WISHES(countries, "Countries of testers, any of them"),
    WISHES(skills,    "What testers have to know, all of them"),
    PT_N(level, PT_T_ENUM, PT_OPTIONAL,
         .values = PT_VALUES("any", "experienced", "expert"),
         .doc = "How much of this they have done at least"),
    PT_N(nda,   PT_T_BOOL, PT_OPTIONAL, .doc = "Is it confidential?"),
    PT_N(notes, PT_T_TEXT, PT_OPTIONAL, .max = 2000, .doc = "Anything else"),
    PT_FIELDS_END
};
const pt_schema_t pt_requirements_input = {NULL, requirements_fields, 0};
const pt_schema_t pt_requirements_schema = {
    "Requirements", requirements_fields, 0
};

static const pt_field_t screenshot_fields[] = {
    PT_OUT(id,            PT_T_UUID, "The file"),
    PT_OUT(url,           PT_T_TEXT, "The picture, an address on this host"),
    PT_OUT(thumbnail_url, PT_T_TEXT, "A small one", .nullable = 1),
    PT_OUT(width,         PT_T_INT,  "Pixels", .nullable = 1),
    PT_OUT(height,        PT_T_INT,  "Pixels", .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_screenshot_schema = {"Screenshot", screenshot_fields, 0};

static const pt_field_t job_fields[] = {
    PT_OUT(id,           PT_T_UUID,   "The job"),
    PT_OUT(kind,         PT_T_ENUM,   "How it is paid and taken",
           .values = PT_VALUES("simple", "structured")),
    PT_OUT(state,        PT_T_ENUM,   "Where it is in its life",
           .values = pt_job_states),
    PT_OUT(owner_id,     PT_T_UUID,   "Whose it is"),
    PT_OUT(builder_name, PT_T_TEXT,   "The owner's name"),
    PT_OUT(project_id,   PT_T_UUID,   "What is tested"),
    PT_OUT(project_name, PT_T_TEXT,   "What it is called"),
    PT_OUT(project_icon_url, PT_T_TEXT, "Its icon, an address on this host",
           .nullable = 1),
    PT_OUT(project_screenshots, PT_T_ARRAY, "What it looks like",
           .item = PT_T_OBJECT, .of = &pt_screenshot_schema),
    PT_OUT(platforms,    PT_T_ARRAY,  "Where to test", .item = PT_T_ENUM,
           .values = pt_platforms),
    PT_OUT(title,        PT_T_TEXT,   "The job in one line"),
    PT_OUT(brief,        PT_T_TEXT,   "What is wanted"),
    PT_OUT(service_type, PT_T_ENUM,   "Kind of test; each item has its own "
           "in a structured job", .values = pt_service_type_keys,
           .nullable = 1),
    PT_OUT(service_types, PT_T_ARRAY, "All kinds of test in it",
           .item = PT_T_ENUM, .values = pt_service_type_keys),
    PT_OUT(requirements, PT_T_OBJECT, "Who and what it is for",
           .of = &pt_requirements_schema),
    PT_OUT(steps,        PT_T_ARRAY,  "What to do, in order",
           .item = PT_T_OBJECT, .of = &pt_step_schema),
    PT_OUT(reward_minor, PT_T_INT,    "A tester's pay for a seat; the best "
           "budget of a role in a structured job", .nullable = 1),
    PT_OUT(fee_minor,    PT_T_INT,    "The builder's fee for a seat",
           .nullable = 1),
    PT_OUT(total_minor,  PT_T_INT,    "What all seats cost with their fees",
           .nullable = 1),
    PT_OUT(builder_fee_bps, PT_T_INT, "Rate of the builder's fee, 10000 is "
           "all; roles have their own in a structured job", .nullable = 1),
    PT_OUT(tester_fee_bps, PT_T_INT,  "Rate of the fee that is taken off what "
           "the caller would be paid", .nullable = 1),
    PT_OUT(currency,     PT_T_TEXT,   "Of all amounts"),
    PT_OUT(seats,        PT_T_INT,    "How many testers"),
    PT_OUT(seats_taken,  PT_T_INT,    "Of them at work or done"),
    PT_OUT(seats_left,   PT_T_INT,    "Of them still to be claimed"),
    PT_OUT(claim_hours,  PT_T_INT,    "Time to hand in after a claim; in a "
           "structured job bids say how long", .nullable = 1),
    PT_OUT(review_days,  PT_T_INT,    "Time to review; then it is approved"),
    PT_OUT(dispute_hours, PT_T_INT,   "Time to dispute a rejection"),
    PT_OUT(deadline_at,  PT_T_TIME,   "End of claiming or bidding",
           .nullable = 1),
    PT_OUT(on_rejection, PT_T_ENUM,   "What becomes of a rejected seat",
           .values = PT_VALUES("reopen", "refund")),
    PT_OUT(revision,     PT_T_INT,    "Counts changes since the first bid"),
    PT_OUT(bidding_deadline_at, PT_T_TIME, "End of bidding", .nullable = 1),
    PT_OUT(roles,        PT_T_ARRAY,  "Of a structured job",
           .item = PT_T_OBJECT, .of = &pt_role_schema),
    PT_OUT(mine,         PT_T_BOOL,   "Is it the caller's own?"),
    PT_OUT(my_assignment_id, PT_T_UUID, "The caller's seat", .nullable = 1),
    PT_OUT(payment_id,   PT_T_UUID,   "Latest payment; for its owner only",
           .nullable = 1),
    PT_OUT(my_bid_id,    PT_T_UUID,   "The caller's bid, open or accepted",
           .nullable = 1),
    PT_OUT(bids_open,    PT_T_INT,    "Bids under way; for its owner only",
           .nullable = 1),
    PT_OUT(stop_reason,  PT_T_ENUM,   "Why nobody can claim or bid any more; "
           "for its owner only", .nullable = 1,
           .values = PT_VALUES("cancelled", "expired", "closed", "removed")),
    PT_OUT(builder_review_hours, PT_T_INT,
           "Median time its builder takes to decide, last 90 days",
           .nullable = 1),
    PT_OUT(builder_disputes, PT_T_INT,
           "Decisions of its builder that testers disputed, last year"),
    PT_OUT(builder_overturned, PT_T_INT, "How many of them did not stand"),
    PT_OUT(created_at,   PT_T_TIME,   "When it was written"),
    PT_OUT(updated_at,   PT_T_TIME,   "When it was last changed"),
    PT_OUT(opened_at,    PT_T_TIME,   "When testers could first claim it",
           .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_job_schema = {"Job", job_fields, 0};
/* clang-format on */
