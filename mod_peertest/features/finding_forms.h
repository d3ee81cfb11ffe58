/* SPDX-License-Identifier: Apache-2.0 */
/* finding_forms.h - the JSON forms of findings; their other half is
 * api.finding() in sql/functions/work.sql. */
#ifndef PT_FINDING_FORMS_H
#define PT_FINDING_FORMS_H

#include "domain/severity_scales.h"
#include "http/pt_route.h"

extern const pt_schema_t pt_finding_schema;

/** A finding in the list of its project: with its job and its tester. */
extern const pt_schema_t pt_finding_page_schema;

/* Enumerations that inputs and outputs share; each ends in NULL. */
extern const char *const pt_finding_states[];
extern const char *const pt_finding_kinds[];
extern const char *const pt_reproducibilities[];

/* What Nielsen's value is a combination of, in what is sent and in what is
 * read.
 */
#define PT_NIELSEN_FACTORS \
    PT_N(frequency, PT_T_ENUM, PT_OPTIONAL, .values = pt_nielsen_frequencies, \
         .doc = "Of Nielsen: how often it comes up; all three factors or " \
                "none, they propose the value"), \
        PT_N(impact, PT_T_ENUM, PT_OPTIONAL, .values = pt_nielsen_impacts, \
             .doc = "Of Nielsen: how hard it is to overcome"), \
        PT_N(persistence, PT_T_ENUM, PT_OPTIONAL, \
             .values = pt_nielsen_persistences, \
             .doc = "Of Nielsen: does it bother again once it is known?")

/* The path parameter that most routes of findings take. */
#define PT_FINDING_ID(struct_) \
    PT_F(struct_, finding_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, \
         .doc = "The finding")
#endif
