/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms.c - parts that the forms of several service types share. */

#include "domain/service_forms.h"

/* clang-format off */
static const pt_field_t step_fields[] = {
    PT_N(text,     PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500, .doc = "What to do"),
    PT_N(expected, PT_T_TEXT, PT_OPTIONAL, .max = 500, .doc = "What should happen then"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_step = {NULL, step_fields, 0};

static const pt_field_t step_result_fields[] = {
    PT_NUMBER(PT_STEPS_MAX, "The step, counted from 1"),
    PT_N(verdict, PT_T_ENUM, PT_REQUIRED,
         .values = PT_VALUES("pass", "fail", "blocked", "skipped"),
         .doc = "How it went"),
    PT_N(actual,  PT_T_TEXT, PT_OPTIONAL, .max = 2000,
         .doc = "What happened; needed when it failed or was blocked"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_step_result = {"StepResult", step_result_fields, 0};

static const pt_field_t mark_fields[] = {
    PT_N(minute, PT_T_INT,  PT_REQUIRED, .min = 0, .max = 600, .doc = "Minutes after the start"),
    PT_N(note,   PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500, .doc = "What was seen then"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_mark = {"SessionMark", mark_fields, 0};

static const pt_field_t question_fields[] = {
    PT_N(text, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500, .doc = "The question"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_question = {NULL, question_fields, 0};

static const pt_field_t answer_fields[] = {
    PT_NUMBER(PT_QUESTIONS_MAX, "The question, counted from 1"),
    PT_PROSE(answer, "The answer"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_answer = {"QuestionAnswer", answer_fields, 0};

static const pt_field_t page_fields[] = {
    PT_N(name, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = PT_LINE_MAX, .doc = "What it is called"),
    PT_ADDRESS(url, "Where it is"),
    PT_FIELDS_END
};
const pt_schema_t pt_part_page = {NULL, page_fields, 0};
/* clang-format on */
