/* SPDX-License-Identifier: Apache-2.0 */
/* price_fields.c - the forms of a plan that is priced and of what it costs. */

#include "features/price_fields.h"
#include "domain/price_rules.h"
#include "domain/service_types.h"

#define BONUS_MAX 100000000

/* clang-format off */
#define CHOICE(member, options, doc_)                                          \
    PT_N(member, PT_T_ENUM, PT_OPTIONAL, .values = options, .nullable = 1,     \
         .doc = doc_)

static const pt_field_t item_fields[] = {
    PT_N(service_type,    PT_T_ENUM, PT_REQUIRED,
         .values = pt_service_type_keys, .doc = "Kind of test"),
    PT_N(quantity,        PT_T_INT,  PT_OPTIONAL, .min = 1, .max = 1000,
         .dflt = 1, .nullable = 1, .doc = "Units of it, for each tester"),
    CHOICE(complexity, pt_price_complexities, "How hard it is"),
    PT_N(bonus_cap_minor, PT_T_INT,  PT_OPTIONAL, .min = 0, .max = BONUS_MAX,
         .nullable = 1, .doc = "The most that findings can earn a tester"),
    PT_N(title,           PT_T_TEXT, PT_OPTIONAL, .max = 120, .nullable = 1,
         .doc = "The item in one line"),
    PT_N(required,        PT_T_BOOL, PT_OPTIONAL, .dflt = 1, .nullable = 1,
         .doc = "May a tester leave it out?"),
    PT_FIELDS_END
};
static const pt_schema_t item_input = {NULL, item_fields, 0};
static const pt_schema_t item_schema = {"PlanItem", item_fields, 0};

#define ROLE_FIELDS(items_)                                                    \
    PT_N(name,  PT_T_TEXT, PT_OPTIONAL, .max = 120, .nullable = 1,             \
         .doc = "Who is wanted, in a few words"),                              \
    PT_N(seats, PT_T_INT,  PT_REQUIRED, .min = 1, .max = 100,                  \
         .doc = "How many testers"),                                           \
    CHOICE(level, pt_price_levels, "Their experience"),                        \
    CHOICE(device_rarity, pt_price_device_rarities,                            \
           "How hard their devices are to find"),                              \
    CHOICE(locale_rarity, pt_price_locale_rarities,                            \
           "How hard their languages are to find"),                            \
    CHOICE(turnaround, pt_price_turnarounds, "How soon it is to be done"),     \
    CHOICE(confidentiality, pt_price_confidentialities,                        \
           "Is it to be kept secret?"),                                        \
    PT_N(items, PT_T_ARRAY, PT_REQUIRED, .max = 30, .item = PT_T_OBJECT,       \
         .of = &items_, .doc = "What each of them tests")

static const pt_field_t role_input_fields[] = {
    ROLE_FIELDS(item_input),
    PT_FIELDS_END
};
const pt_schema_t pt_priced_role_input = {NULL, role_input_fields, 0};

static const pt_field_t role_fields[] = {
    ROLE_FIELDS(item_schema),
    PT_FIELDS_END
};
const pt_schema_t pt_priced_role_schema = {"PlanRole", role_fields, 0};

static const pt_field_t line_fields[] = {
    PT_OUT(role,         PT_T_INT,  "Its role's place in the plan, from 0"),
    PT_OUT(item,         PT_T_INT,  "Its place in the role, from 0"),
    PT_OUT(service_type, PT_T_ENUM, "Kind of test",
           .values = pt_service_type_keys),
    PT_OUT(quantity,     PT_T_INT,  "Units of it, for each tester"),
    PT_OUT(seats,        PT_T_INT,  "How many testers"),
    PT_OUT(unit_minor,   PT_T_INT,  "Price of a unit, rounded, to be shown"),
    PT_OUT(seat_minor,   PT_T_INT,  "Price of all units, for one tester"),
    PT_OUT(amount_minor, PT_T_INT,  "Price for all testers"),
    PT_OUT(minutes,      PT_T_INT,  "Time of all testers together"),
    PT_FIELDS_END
};
static const pt_schema_t line_schema = {"EstimateLine", line_fields, 0};

static const pt_field_t part_fields[] = {
    PT_OUT(part,         PT_T_ENUM, "Who gets it",
           .values = PT_VALUES("testers", "bonus", "platform_fee")),
    PT_OUT(amount_minor, PT_T_INT,  "How much of the total"),
    PT_FIELDS_END
};
static const pt_schema_t part_schema = {"EstimatePart", part_fields, 0};

static const pt_field_t range_fields[] = {
    PT_OUT(low,  PT_T_INT, "From"),
    PT_OUT(high, PT_T_INT, "To"),
    PT_FIELDS_END
};
static const pt_schema_t range_schema = {"FindingsRange", range_fields, 0};

static const pt_field_t estimate_fields[] = {
    PT_OUT(currency,         PT_T_TEXT, "Of all amounts"),
    PT_OUT(total_minor,      PT_T_INT,  "All that the builder pays"),
    PT_OUT(reward_minor,     PT_T_INT,  "What the work earns"),
    PT_OUT(fee_minor,        PT_T_INT,  "The builder's fee on reward and bonus"),
    PT_OUT(bonus_cap_minor,  PT_T_INT,  "The most that findings can earn"),
    PT_OUT(tester_fee_minor, PT_T_INT,  "The testers' fee on reward and bonus"),
    PT_OUT(lines,            PT_T_ARRAY, "One for each item",
           .item = PT_T_OBJECT, .of = &line_schema),
    PT_OUT(minutes,          PT_T_INT,  "Time of all testers together"),
    PT_OUT(hourly_rate_minor, PT_T_INT,
           "What an hour earns, in the role that pays least", .nullable = 1),
    PT_OUT(hourly_floor_minor, PT_T_INT,
           "Below this an hour is badly paid", .nullable = 1),
    PT_OUT(below_floor,      PT_T_BOOL, "Is it?"),
    PT_OUT(expected_findings, PT_T_OBJECT,
           "By recent work of these kinds, if there was enough of it",
           .of = &range_schema, .nullable = 1),
    PT_OUT(waterfall,        PT_T_ARRAY, "Who gets what of the total",
           .item = PT_T_OBJECT, .of = &part_schema),
    PT_FIELDS_END
};
const pt_schema_t pt_estimate_schema = {"Estimate", estimate_fields, 0};
/* clang-format on */
