/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms.h - the vocabulary that the forms of the service types are
 * written in, and the parts that several of them share. */
#ifndef PT_SERVICE_FORMS_H
#define PT_SERVICE_FORMS_H

#include "domain/service_types.h"

#define PT_LINE_MAX 300
#define PT_PROSE_MAX 4000

/* Members of a form. Any may be left out: rules say what is needed. */
#define PT_LINE(member, doc_) \
    PT_N(member, PT_T_TEXT, PT_OPTIONAL, .max = PT_LINE_MAX, .doc = doc_)
#define PT_PROSE(member, doc_) \
    PT_N(member, PT_T_TEXT, PT_OPTIONAL, .max = PT_PROSE_MAX, .doc = doc_)
#define PT_ADDRESS(member, doc_) \
    PT_N(member, PT_T_URL, PT_OPTIONAL, .max = 2000, .doc = doc_)
#define PT_INSTANT(member, doc_) \
    PT_N(member, PT_T_TIME, PT_OPTIONAL, .doc = doc_)
#define PT_COUNT(member, min_, max_, doc_) \
    PT_N(member, PT_T_INT, PT_OPTIONAL, .min = min_, .max = max_, .doc = doc_)
#define PT_YES(member, doc_) PT_N(member, PT_T_BOOL, PT_OPTIONAL, .doc = doc_)
#define PT_PICK(member, doc_, ...) \
    PT_N(member, PT_T_ENUM, PT_OPTIONAL, .values = PT_VALUES(__VA_ARGS__), \
         .doc = doc_)
#define PT_PICKS(member, max_, doc_, ...) \
    PT_N(member, PT_T_ARRAY, PT_OPTIONAL, .item = PT_T_ENUM, .max = max_, \
         .values = PT_VALUES(__VA_ARGS__), .doc = doc_)
#define PT_LINES(member, max_, doc_) \
    PT_N(member, PT_T_ARRAY, PT_OPTIONAL, .item = PT_T_TEXT, \
         .item_max = PT_LINE_MAX, .max = max_, .doc = doc_)
#define PT_LIST(member, max_, of_, doc_) \
    PT_N(member, PT_T_ARRAY, PT_OPTIONAL, .item = PT_T_OBJECT, .of = of_, \
         .max = max_, .doc = doc_)
#define PT_PART(member, of_, doc_) \
    PT_N(member, PT_T_OBJECT, PT_OPTIONAL, .of = of_, .doc = doc_)
/* Which entry of the details an entry of the report answers. */
#define PT_NUMBER(max_, doc_) \
    PT_N(number, PT_T_INT, PT_REQUIRED, .min = 1, .max = max_, .doc = doc_)

/* Names the form of a type: <key>_details, <key>_asks, <key>_report and
 * <key>_needs, which stand before it. */
#define PT_SERVICE_FORM(key, ...) \
    extern const pt_service_form_t pt_service_form_##key; \
    const pt_service_form_t pt_service_form_##key = { \
        .details = {"Details_" #key, key##_details, 0}, \
        .asks = key##_asks, \
        .report = {"Report_" #key, key##_report, 0}, \
        .needs = key##_needs, \
        __VA_ARGS__}

#define PT_STEPS_MAX 50
#define PT_QUESTIONS_MAX 30

/** A step: text, expected. */
extern const pt_schema_t pt_part_step;

/** The result of a step: number, verdict, actual. */
extern const pt_schema_t pt_part_step_result;

/** A moment: minute, note. */
extern const pt_schema_t pt_part_mark;

/** A question: text. */
extern const pt_schema_t pt_part_question;

/** An answer to a question: number, answer. */
extern const pt_schema_t pt_part_answer;

/** A page or screen: name, url. */
extern const pt_schema_t pt_part_page;
#endif
