/* SPDX-License-Identifier: Apache-2.0 */
/* bid_fields.c - bids and their offers as clients see and send them. */

#include "features/bid_fields.h"
#include "domain/service_types.h"
#include "features/payment_form.h"
#include "features/tester_fields.h"

/* clang-format off */
const char *const pt_bid_states_all[] = {
    "draft", "submitted", "countered_by_builder", "countered_by_tester", "agreed",
    "awaiting_payment", "accepted", "stale", "rejected", "withdrawn", "expired", "superseded", NULL};
const char *const pt_bid_reject_reasons[] = {
    "too_expensive", "not_a_match", "too_slow", "other_tester", "plan_changed", "other", NULL};

const pt_field_t pt_bid_id_fields[] = {
    PT_BID_ID(pt_bid_id_t),
    PT_FIELDS_END
};

static const pt_field_t item_input_fields[] = {
    PT_N(item_id,      PT_T_UUID, PT_REQUIRED, .doc = "An item of the role"),
    PT_N(amount_minor, PT_T_INT,  PT_REQUIRED, .min = 1, .max = 100000000,
         .doc = "What the tester gets for it, minor units"),
    PT_FIELDS_END
};
const pt_schema_t pt_bid_item_input = {NULL, item_input_fields, 0};

static const pt_field_t item_fields[] = {
    PT_OUT(item_id,      PT_T_UUID, "The item"),
    PT_OUT(title,        PT_T_TEXT, "Its title"),
    PT_OUT(service_type, PT_T_ENUM, "Which kind of test", .values = pt_service_type_keys),
    PT_OUT(amount_minor, PT_T_INT,  "What the tester gets for it, minor units"),
    PT_FIELDS_END
};
static const pt_schema_t item_schema = {"BidItem", item_fields, 0};

static const char *const sides[] = {"builder", "tester", NULL};

static const pt_field_t revision_fields[] = {
    PT_OUT(number,      PT_T_INT,   "1 is the first offer"),
    PT_OUT(by,          PT_T_ENUM,  "Who made it", .values = sides),
    PT_OUT(items,       PT_T_ARRAY, "Item by item", .item = PT_T_OBJECT, .of = &item_schema),
    PT_OUT(total_minor, PT_T_INT,   "Their sum"),
    PT_OUT(days,        PT_T_INT,   "Days to deliver, from the payment"),
    PT_OUT(message,     PT_T_TEXT,  "What was said with it"),
    PT_OUT(created_at,  PT_T_TIME,  "When it was made"),
    PT_FIELDS_END
};
static const pt_schema_t revision_schema = {"BidRevision", revision_fields, 0};

static const pt_field_t bid_fields[] = {
    PT_OUT(id,                PT_T_UUID,   "The bid"),
    PT_OUT(job_id,            PT_T_UUID,   "The job"),
    PT_OUT(job_title,         PT_T_TEXT,   "Its title"),
    PT_OUT(job_state,         PT_T_TEXT,   "Where the job stands"),
    PT_OUT(role_id,           PT_T_UUID,   "The role that it is for"),
    PT_OUT(role_name,         PT_T_TEXT,   "Its name"),
    PT_OUT(tester_id,         PT_T_UUID,   "Who would do the work"),
    PT_OUT(tester_name,       PT_T_TEXT,   "The tester's name"),
    PT_OUT(builder_name,      PT_T_TEXT,   "Who posted the job"),
    PT_OUT(state,             PT_T_ENUM,   "Where it stands", .values = pt_bid_states_all),
    PT_OUT(revision,          PT_T_INT,    "Number of the latest offer: the one on the table"),
    PT_OUT(revisions,         PT_T_ARRAY,  "All offers, oldest first", .item = PT_T_OBJECT, .of = &revision_schema),
    PT_OUT(items,             PT_T_ARRAY,  "The latest, item by item", .item = PT_T_OBJECT, .of = &item_schema),
    PT_OUT(total_minor,       PT_T_INT,    "Sum of the items"),
    PT_OUT(fee_minor,         PT_T_INT,    "The builder's fee, on the sum and the bonus"),
    PT_OUT(bonus_cap_minor,   PT_T_INT,    "Reserved for findings; what is not earned goes back"),
    PT_OUT(charge_minor,      PT_T_INT,    "All that the builder pays"),
    PT_OUT(net_minor,         PT_T_INT,    "What the tester gets of the sum, after the tester's fee"),
    PT_OUT(builder_fee_bps,   PT_T_INT,    "Rate of the builder's fee, 10000 is all: of today until it is paid"),
    PT_OUT(tester_fee_bps,    PT_T_INT,    "Rate of the tester's fee, the same"),
    PT_OUT(currency,          PT_T_TEXT,   "In this currency"),
    PT_OUT(days,              PT_T_INT,    "Days to deliver, from the payment"),
    PT_OUT(counters,          PT_T_INT,    "Counter-offers so far, of both sides"),
    PT_OUT(counters_left,     PT_T_INT,    "Counter-offers that are left"),
    PT_OUT(turn,              PT_T_ENUM,   "Who has to answer", .values = sides, .nullable = 1),
    PT_OUT(turn_expires_at,   PT_T_TIME,   "Until when", .nullable = 1),
    PT_OUT(payment_id,        PT_T_UUID,   "The latest payment; for the builder", .nullable = 1),
    PT_OUT(assignment_id,     PT_T_UUID,   "The work that it has become", .nullable = 1),
    PT_OUT(reject_reason,     PT_T_ENUM,   "Why it was rejected", .values = pt_bid_reject_reasons, .nullable = 1),
    PT_OUT(reject_note,       PT_T_TEXT,   "More about it", .nullable = 1),
    PT_OUT(hourly_rate_minor, PT_T_INT,    "The sum for an hour of the expected time", .nullable = 1),
    PT_OUT(tester,            PT_T_OBJECT, "What the builder may know of the tester", .of = &pt_tester_card_schema, .nullable = 1),
    PT_OUT(created_at,        PT_T_TIME,   "When it was begun"),
    PT_OUT(updated_at,        PT_T_TIME,   "When it last moved"),
    PT_FIELDS_END
};
const pt_schema_t pt_bid_schema = {"Bid", bid_fields, 0};
const pt_schema_t pt_bid_page_schema = {"Bid", bid_fields, 1};

static const pt_field_t funding_fields[] = {
    PT_OUT(bid,     PT_T_OBJECT, "The bid as it is now", .of = &pt_bid_schema),
    PT_OUT(payment, PT_T_OBJECT, "What is to be paid; for the builder", .of = &pt_payment_schema, .nullable = 1),
    PT_FIELDS_END
};
const pt_schema_t pt_bid_funding_schema = {"BidFunding", funding_fields, 0};
/* clang-format on */
