/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms_tech.c - forms of tests on machines, networks and interfaces.
 */

#include "domain/service_forms.h"

/* clang-format off */

/* --- compatibility --- */

#define CELLS_MAX 100

static const pt_field_t cell_fields[] = {
    PT_N(device, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 120, .doc = "Device or kind of device"),
    PT_LINE(os, "Operating system and version"),
    PT_LINE(browser, "Browser and version"),
    PT_FIELDS_END
};
static const pt_schema_t cell = {NULL, cell_fields, 0};
static const pt_field_t compatibility_details[] = {
    PT_LIST(cells, CELLS_MAX, &cell, "The matrix, cell by cell"),
    PT_YES(is_pairwise, "Each pair of values is covered, not each combination"),
    PT_LINES(checks, 30, "What to check in each cell"),
    PT_LINE(reference, "Where it looks as it should"),
    PT_FIELDS_END
};
static const pt_rule_t compatibility_asks[] = {
    PT_MIN_ENTRIES("/cells", 1),
    PT_MIN_ENTRIES("/checks", 1),
    PT_RULES_END
};
static const pt_field_t cell_result_fields[] = {
    PT_NUMBER(CELLS_MAX, "The cell, counted from 1"),
    PT_PICK(verdict, "How it does there", "works", "degraded", "fails"),
    PT_LINES(checks_failed, 30, "Checks that it did not pass"),
    PT_PICKS(orientations, 2, "How the device was held", "portrait", "landscape"),
    PT_PROSE(difference, "What differs from the reference; needed unless it works"),
    PT_FIELDS_END
};
static const pt_schema_t cell_result = {NULL, cell_result_fields, 0};
static const pt_field_t compatibility_report[] = {
    PT_LIST(cells, CELLS_MAX, &cell_result, "One entry for each cell"),
    PT_FIELDS_END
};
static const pt_rule_t compatibility_needs[] = {
    PT_EACH_OF("/cells", "/cells", verdict),
    PT_MIN_TEXT("/cells/*/difference", 1, PT_WHEN(verdict, "degraded", "fails")),
    PT_MIN_ENTRIES("/cells/*/checks_failed", 1, PT_WHEN(verdict, "fails")),
    PT_MIN_ENTRIES("/cells/*/orientations", 1),
    PT_EVIDENCE("/cells/*", PT_KINDS("screenshot")),
    PT_RULES_END
};
PT_SERVICE_FORM(compatibility);

/* --- performance_perceived: the metrics are https://web.dev/articles/vitals --- */

#define SCENARIOS_MAX 20
#define RUNS_MAX 30

static const pt_field_t scenario_fields[] = {
    PT_N(text, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500, .doc = "What to do"),
    PT_COUNT(lcp_max_ms, 1, 120000, "Largest contentful paint, at most"),
    PT_COUNT(inp_max_ms, 1, 60000, "Interaction to next paint, at most"),
    PT_COUNT(cls_max_milli, 1, 10000, "Layout shift in thousandths, at most"),
    PT_COUNT(load_max_ms, 1, 300000, "Load time, at most"),
    PT_FIELDS_END
};
static const pt_schema_t scenario = {NULL, scenario_fields, 0};
static const pt_field_t performance_perceived_details[] = {
    PT_LIST(scenarios, SCENARIOS_MAX, &scenario, "What to measure, with its thresholds"),
    PT_PICK(network, "On which network", "as_it_is", "wifi", "5g", "4g", "slow_4g", "3g"),
    PT_PICK(cache, "With which cache", "cold", "warm"),
    PT_COUNT(runs, 1, RUNS_MAX, "How many runs of each"),
    PT_FIELDS_END
};
static const pt_rule_t performance_perceived_asks[] = {
    PT_MIN_ENTRIES("/scenarios", 1),
    PT_NEEDS("/network"),
    PT_NEEDS("/cache"),
    PT_NEEDS("/runs"),
    PT_RULES_END
};
#define METRICS                                                                \
    PT_COUNT(lcp_ms,    0, 600000, "Largest contentful paint"),                \
    PT_COUNT(inp_ms,    0, 600000, "Interaction to next paint"),               \
    PT_COUNT(cls_milli, 0, 100000, "Layout shift in thousandths"),             \
    PT_COUNT(ttfb_ms,   0, 600000, "Time to first byte"),                      \
    PT_COUNT(load_ms,   0, 600000, "Load time")
static const pt_field_t run_fields[] = {
    METRICS,
    PT_COUNT(cpu_percent,  0, 100, "Load of the processor"),
    PT_COUNT(memory_mb,    0, 100000, "Memory used"),
    PT_COUNT(battery_mah,  0, 10000, "Battery used"),
    PT_FIELDS_END
};
static const pt_schema_t run = {NULL, run_fields, 0};
static const pt_field_t metrics_fields[] = {METRICS, PT_FIELDS_END};
static const pt_schema_t metrics = {NULL, metrics_fields, 0};
static const pt_field_t scenario_result_fields[] = {
    PT_NUMBER(SCENARIOS_MAX, "The scenario, counted from 1"),
    PT_LIST(runs, RUNS_MAX, &run, "What was measured, run by run"),
    PT_PART(p50, &metrics, "Half of the runs were at most"),
    PT_PART(p75, &metrics, "Three quarters of the runs were at most"),
    PT_PICK(verdict, "Against the thresholds", "within", "beyond", "no_threshold"),
    PT_PROSE(jank, "Where it stuttered, froze or jumped"),
    PT_FIELDS_END
};
static const pt_schema_t scenario_result = {NULL, scenario_result_fields, 0};
static const pt_field_t performance_perceived_report[] = {
    PT_LIST(scenarios, SCENARIOS_MAX, &scenario_result, "One entry for each scenario"),
    PT_LINE(tool, "What it was measured with"),
    PT_FIELDS_END
};
static const pt_rule_t performance_perceived_needs[] = {
    PT_EACH_OF("/scenarios", "/scenarios", verdict),
    PT_ENTRIES_OF("/scenarios/*/runs", "/runs"),
    PT_NEEDS("/scenarios/*/runs/*/lcp_ms"),
    PT_NEEDS("/scenarios/*/runs/*/load_ms"),
    PT_NEEDS("/scenarios/*/p50/lcp_ms"),
    PT_NEEDS("/scenarios/*/p75/lcp_ms"),
    PT_NEEDS("/tool"),
    PT_EVIDENCE("", PT_KINDS("trace")),
    PT_RULES_END
};
PT_SERVICE_FORM(performance_perceived);

/* --- payment_flow --- */

#define TRANSACTIONS_MAX 50
#define CURRENCY_PATTERN "^[a-z]{3}$"

static const pt_field_t planned_fields[] = {
    PT_N(method, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 120, .doc = "How to pay: card, wallet, bank, ..."),
    PT_COUNT(amount_minor, 0, 100000000, "How much, minor units"),
    PT_LINE(expected, "What should happen"),
    PT_FIELDS_END
};
static const pt_schema_t planned = {NULL, planned_fields, 0};
static const pt_field_t payment_flow_details[] = {
    PT_PICK(money, "Whose money is it?", "test_instruments", "own_refunded", "own_claimed"),
    PT_N(currency, PT_T_TEXT, PT_OPTIONAL, .min = 3, .max = 3, .pattern = CURRENCY_PATTERN,
         .doc = "ISO 4217, lower case"),
    PT_LIST(transactions, TRANSACTIONS_MAX, &planned, "What to pay"),
    PT_PROSE(refund_plan, "How and when the money comes back"),
    PT_COUNT(expense_limit_minor, 0, 100000000, "The most that a tester may spend, minor units"),
    PT_FIELDS_END
};
static const pt_rule_t payment_flow_asks[] = {
    PT_NEEDS("/money"),
    PT_NEEDS("/currency"),
    PT_MIN_ENTRIES("/transactions", 1),
    PT_MIN_TEXT("/refund_plan", 20, PT_WHEN(money, "own_refunded", "own_claimed")),
    PT_NEEDS("/expense_limit_minor", PT_WHEN(money, "own_refunded", "own_claimed")),
    PT_RULES_END
};
static const pt_field_t transaction_fields[] = {
    PT_NUMBER(TRANSACTIONS_MAX, "The planned transaction, counted from 1"),
    PT_PICK(result, "How it ended", "succeeded", "declined", "failed", "cancelled", "not_tried"),
    /* One group of at most four digits, so that nobody can send a card's number. */
    PT_N(method, PT_T_TEXT, PT_OPTIONAL, .max = 120, .pattern = "^[^0-9]*[0-9]{0,4}[^0-9]*$",
         .doc = "What was used, with the last four digits at most"),
    PT_COUNT(amount_minor, 0, 100000000, "How much was paid, minor units"),
    PT_LINE(transaction_id, "Its number on the receipt"),
    PT_INSTANT(paid_at, "When"),
    PT_PICK(refund, "Did the money come back?", "not_planned", "seen", "not_yet", "wrong_amount"),
    PT_PROSE(note, "What happened; needed unless it succeeded"),
    PT_FIELDS_END
};
static const pt_schema_t transaction = {NULL, transaction_fields, 0};
static const pt_field_t payment_flow_report[] = {
    PT_LIST(transactions, TRANSACTIONS_MAX, &transaction, "One entry for each transaction"),
    PT_COUNT(expense_minor, 0, 100000000, "Own money that did not come back, minor units"),
    PT_FIELDS_END
};
static const pt_rule_t payment_flow_needs[] = {
    PT_EACH_OF("/transactions", "/transactions", result),
    PT_NEEDS("/transactions/*/method", PT_WHEN(result, "succeeded", "declined", "failed")),
    PT_NEEDS("/transactions/*/amount_minor", PT_WHEN(result, "succeeded")),
    PT_NEEDS("/transactions/*/transaction_id", PT_WHEN(result, "succeeded")),
    PT_NEEDS("/transactions/*/paid_at", PT_WHEN(result, "succeeded")),
    PT_NEEDS("/transactions/*/refund", PT_WHEN(result, "succeeded")),
    PT_MIN_TEXT("/transactions/*/note", 1, PT_WHEN(result, "declined", "failed", "cancelled", "not_tried")),
    PT_NEEDS("/expense_minor"),
    PT_EVIDENCE("/transactions/*", PT_KINDS("receipt"), PT_WHEN(result, "succeeded")),
    PT_RULES_END
};
PT_SERVICE_FORM(payment_flow);

/* --- api_dx --- */

static const pt_field_t api_dx_details[] = {
    PT_PICK(kind, "What is tried", "api", "sdk", "cli"),
    PT_PROSE(goal, "What to build or get done"),
    PT_ADDRESS(docs_url, "Where its documentation is"),
    PT_LINE(language, "In which language"),
    PT_PROSE(keys, "How to get access"),
    PT_FIELDS_END
};
static const pt_rule_t api_dx_asks[] = {
    PT_NEEDS("/kind"),
    PT_MIN_TEXT("/goal", 20),
    PT_NEEDS("/docs_url"),
    PT_RULES_END
};
static const pt_field_t hurdle_fields[] = {
    PT_PROSE(text, "What stood in the way"),
    PT_COUNT(minutes_lost, 0, 600, "How long"),
    PT_PICK(cause, "What it was", "docs_missing", "docs_wrong", "error_message", "setup", "naming", "bug", "other"),
    PT_PROSE(expected, "What you expected"),
    PT_PROSE(actual, "What happened"),
    PT_FIELDS_END
};
static const pt_schema_t hurdle = {NULL, hurdle_fields, 0};
static const pt_field_t exchange_fields[] = {
    PT_N(request,  PT_T_TEXT, PT_OPTIONAL, .max = 10000, .doc = "What was sent, without keys"),
    PT_N(response, PT_T_TEXT, PT_OPTIONAL, .max = 10000, .doc = "What came back"),
    PT_LINE(note, "Why it is worth a look"),
    PT_FIELDS_END
};
static const pt_schema_t exchange = {NULL, exchange_fields, 0};
static const pt_field_t api_dx_report[] = {
    PT_LINE(version, "Version of what was used"),
    PT_YES(reached, "The goal was reached"),
    PT_COUNT(minutes_to_success, 0, 2880, "From the first look at the documentation to the first success"),
    PT_LIST(friction, 50, &hurdle, "What it took, hurdle by hurdle"),
    PT_LIST(exchanges, 20, &exchange, "Requests and their responses"),
    PT_N(sample_code, PT_T_TEXT, PT_OPTIONAL, .max = 20000, .doc = "The code that did it, or came closest"),
    PT_COUNT(docs_rating, 1, 5, "The documentation: 1 poor, 5 excellent"),
    PT_FIELDS_END
};
static const pt_rule_t api_dx_needs[] = {
    PT_NEEDS("/version"),
    PT_NEEDS("/reached"),
    PT_NEEDS("/minutes_to_success", PT_WHEN(reached, "true")),
    PT_MIN_ENTRIES("/friction", 1, PT_WHEN(reached, "false")),
    PT_MIN_TEXT("/friction/*/text", 1),
    PT_NEEDS("/friction/*/cause"),
    PT_NEEDS("/docs_rating"),
    PT_EITHER(PT_MIN_TEXT("/sample_code", 20), PT_EVIDENCE("", PT_KINDS("log", "output"))),
    PT_RULES_END
};
PT_SERVICE_FORM(api_dx);
/* clang-format on */
