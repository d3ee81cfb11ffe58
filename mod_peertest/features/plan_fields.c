/* SPDX-License-Identifier: Apache-2.0 */
/* plan_fields.c - the JSON form of roles and items. */

#include "features/plan_fields.h"
#include "domain/service_types.h"
#include "features/job_fields.h"

#define AMOUNT_MAX 100000000

/* clang-format off */
#define ITEM_FIELDS                                                            \
    PT_N(service_type, PT_T_ENUM, PT_REQUIRED,                                 \
         .values = pt_service_type_keys, .doc = "Kind of test"),               \
    PT_N(title,        PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 120,           \
         .doc = "The item in one line"),                                       \
    PT_N(instructions, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 8000,          \
         .doc = "What to do"),                                                 \
    PT_N(required,     PT_T_BOOL, PT_OPTIONAL, .dflt = 1,                      \
         .doc = "Does the work count as delivered only with it?"),             \
    PT_N(quantity,     PT_T_INT,  PT_OPTIONAL, .min = 1, .max = 1000,          \
         .dflt = 1, .doc = "How many, in units of its kind of test"),          \
    PT_N(details,      PT_T_JSON, PT_OPTIONAL,                                 \
         .doc = "By kind of test: a Details_... form"),                        \
    PT_N(bonus_unit_minor, PT_T_INT, PT_OPTIONAL, .min = 0, .max = AMOUNT_MAX, \
         .doc = "Bonus for a valid finding, times the weight of its severity"),\
    PT_N(bonus_cap_minor,  PT_T_INT, PT_OPTIONAL, .min = 0, .max = AMOUNT_MAX, \
         .doc = "All bonuses of the item together at most"),                   \
    PT_N(change_rounds, PT_T_INT, PT_OPTIONAL, .min = 0, .max = 5, .dflt = 1,  \
         .doc = "How often changes can be asked for")

#define ROLE_FIELDS                                                            \
    PT_N(name,    PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 120,                \
         .doc = "Who is wanted, in a few words"),                              \
    PT_N(persona, PT_T_TEXT, PT_OPTIONAL, .max = 2000,                         \
         .doc = "Whom testers should be, or put themselves in the place of"),  \
    PT_N(seats,   PT_T_INT,  PT_REQUIRED, .min = 1, .max = 100,                \
         .doc = "How many testers"),                                           \
    PT_N(budget_low_minor,  PT_T_INT, PT_OPTIONAL, .min = 1,                   \
         .max = AMOUNT_MAX, .doc = "A fair price for a seat: from"),           \
    PT_N(budget_high_minor, PT_T_INT, PT_OPTIONAL, .min = 1,                   \
         .max = AMOUNT_MAX, .doc = "A fair price for a seat: to")

static const pt_field_t item_input_fields[] = {
    PT_N(id, PT_T_UUID, PT_OPTIONAL,
         .doc = "In a change: the item that stays what it is"),
    ITEM_FIELDS,
    PT_FIELDS_END
};
const pt_schema_t pt_item_input = {NULL, item_input_fields, 0};

static const pt_field_t role_input_fields[] = {
    PT_N(id, PT_T_UUID, PT_OPTIONAL,
         .doc = "In a change: the role that stays what it is"),
    ROLE_FIELDS,
    PT_N(requirements, PT_T_OBJECT, PT_OPTIONAL, .of = &pt_requirements_input,
         .doc = "Who fits"),
    PT_N(items, PT_T_ARRAY, PT_REQUIRED, .max = PT_ITEMS_MAX,
         .item = PT_T_OBJECT, .of = &pt_item_input,
         .doc = "What each of them does"),
    PT_FIELDS_END
};
const pt_schema_t pt_role_input = {NULL, role_input_fields, 0};

static const pt_field_t item_fields[] = {
    PT_OUT(id,           PT_T_UUID, "The item"),
    PT_OUT(service_type, PT_T_ENUM, "Kind of test",
           .values = pt_service_type_keys),
    PT_OUT(title,        PT_T_TEXT, "The item in one line"),
    PT_OUT(instructions, PT_T_TEXT, "What to do"),
    PT_OUT(required,     PT_T_BOOL,
           "Does the work count as delivered only with it?"),
    PT_OUT(quantity,     PT_T_INT,  "How many, in units of its kind of test"),
    PT_OUT(details,      PT_T_JSON, "By kind of test: a Details_... form"),
    PT_OUT(bonus_unit_minor, PT_T_INT,
           "Bonus for a valid finding, times the weight of its severity"),
    PT_OUT(bonus_cap_minor,  PT_T_INT,
           "All bonuses of the item together at most"),
    PT_OUT(change_rounds, PT_T_INT, "How often changes can be asked for"),
    PT_OUT(expected_minutes, PT_T_INT,
           "What it usually takes; null when the price book does not say",
           .nullable = 1),
    PT_FIELDS_END
};
static const pt_schema_t item_schema = {"JobItem", item_fields, 0};

static const pt_field_t role_fields[] = {
    PT_OUT(id,      PT_T_UUID, "The role"),
    PT_OUT(name,    PT_T_TEXT, "Who is wanted, in a few words"),
    PT_OUT(persona, PT_T_TEXT,
           "Whom testers should be, or put themselves in the place of"),
    PT_OUT(seats,          PT_T_INT, "How many testers"),
    PT_OUT(seats_taken,    PT_T_INT, "Of them at work or done"),
    PT_OUT(seats_reserved, PT_T_INT, "Of them being paid for"),
    PT_OUT(seats_left,     PT_T_INT, "Of them still to be had"),
    PT_OUT(requirements, PT_T_OBJECT, "Who fits",
           .of = &pt_requirements_schema),
    PT_OUT(budget_low_minor,  PT_T_INT, "A fair price for a seat: from",
           .nullable = 1),
    PT_OUT(budget_high_minor, PT_T_INT, "A fair price for a seat: to",
           .nullable = 1),
    PT_OUT(builder_fee_bps, PT_T_INT,
           "Rate of the builder's fee as it is now, 10000 is all"),
    PT_OUT(tester_fee_bps,  PT_T_INT,
           "Rate of the fee that is taken off what the caller would be paid"),
    PT_OUT(items, PT_T_ARRAY, "What each of them does", .item = PT_T_OBJECT,
           .of = &item_schema),
    PT_FIELDS_END
};
const pt_schema_t pt_role_schema = {"JobRole", role_fields, 0};

static const pt_field_t item_proposal_fields[] = {
    ITEM_FIELDS,
    PT_FIELDS_END
};
static const pt_schema_t item_proposal_schema = {
    "ProposedItem", item_proposal_fields, 0
};

static const pt_field_t role_proposal_fields[] = {
    ROLE_FIELDS,
    PT_N(requirements, PT_T_OBJECT, PT_OPTIONAL, .of = &pt_requirements_schema,
         .doc = "Who fits"),
    PT_N(items, PT_T_ARRAY, PT_REQUIRED, .item = PT_T_OBJECT,
         .of = &item_proposal_schema, .doc = "What each of them does"),
    PT_FIELDS_END
};
const pt_schema_t pt_role_proposal_schema = {
    "ProposedRole", role_proposal_fields, 0
};
/* clang-format on */
