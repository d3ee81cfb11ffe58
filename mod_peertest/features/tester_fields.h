/* SPDX-License-Identifier: Apache-2.0 */
/* tester_fields.h - the parts of a tester's form that several routes share. */
#ifndef PT_TESTER_FIELDS_H
#define PT_TESTER_FIELDS_H

#include "core/pt_schema.h"

/** What builders see of a tester: api.tester_card(). */
extern const pt_schema_t pt_tester_card_schema;

/* clang-format off */

/* What a tester's work says. */
#define PT_TESTER_RECORD                                                       \
    PT_OUT(approved, PT_T_INT, "Submissions approved so far"),                 \
    PT_OUT(approval_rate, PT_T_INT,                                            \
           "Of the decided ones, per cent; null: none was", .nullable = 1),    \
    PT_OUT(on_time_rate, PT_T_INT,                                             \
           "Seats delivered in time, per cent; null: none has ended",          \
           .nullable = 1),                                                     \
    PT_OUT(level, PT_T_ENUM, "How much experience there is",                   \
           .values = PT_VALUES("newcomer", "experienced", "expert"))
/* clang-format on */

#endif
