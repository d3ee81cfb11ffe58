/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms_ux.c - forms of tests that ask: how do people fare with it? */

#include "domain/service_forms.h"
#include "domain/severity_scales.h"

/* clang-format off */

/* --- usability_unmoderated --- */

#define TASKS_MAX 20

static const pt_field_t task_fields[] = {
    PT_N(text,    PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 1000, .doc = "What to achieve"),
    PT_N(success, PT_T_TEXT, PT_OPTIONAL, .max = 500, .doc = "How to know that it was achieved"),
    PT_FIELDS_END
};
static const pt_schema_t task = {NULL, task_fields, 0};
static const pt_field_t usability_unmoderated_details[] = {
    PT_PROSE(scenario, "The situation that the participant is in"),
    PT_LIST(tasks, TASKS_MAX, &task, "What to do, in order"),
    PT_LIST(screener, 10, &pt_part_question, "Asked before, to see whether somebody fits"),
    PT_LIST(questions, PT_QUESTIONS_MAX, &pt_part_question, "Asked afterwards"),
    PT_PICK(questionnaire, "Scale at the end: ten questions, or two", "sus", "umux_lite"),
    PT_FIELDS_END
};
static const pt_rule_t usability_unmoderated_asks[] = {
    PT_MIN_TEXT("/scenario", 20),
    PT_MIN_ENTRIES("/tasks", 1),
    PT_NEEDS("/tasks/*/success"),
    PT_RULES_END
};
static const pt_field_t task_result_fields[] = {
    PT_NUMBER(TASKS_MAX, "The task, counted from 1"),
    PT_PICK(outcome, "How it ended: reached the direct way, on a detour, wrongly thought reached, or given up",
            "direct", "indirect", "failed", "gave_up"),
    PT_COUNT(seconds, 0, 7200, "Time taken"),
    PT_COUNT(ease, 1, 7, "1 very difficult, 7 very easy"), /* Single Ease Question */
    PT_PROSE(comment, "What helped or stood in the way; needed unless it was reached directly"),
    PT_FIELDS_END
};
static const pt_schema_t task_result = {NULL, task_result_fields, 0};

/* Heuristics and their severity, which the three factors propose (severity_scales.h):
 * https://www.nngroup.com/articles/ten-usability-heuristics/
 * https://www.nngroup.com/articles/how-to-rate-the-severity-of-usability-problems/ */
static const pt_field_t observation_fields[] = {
    PT_PROSE(text, "What was observed"),
    PT_PICK(heuristic, "Which principle it touches",
            "visibility_of_status", "match_with_real_world", "control_and_freedom",
            "consistency", "error_prevention", "recognition", "flexibility",
            "minimalist_design", "error_recovery", "help"),
    PT_COUNT(severity, 0, 4, "0 not a problem, 1 cosmetic, 2 minor, 3 major, 4 catastrophe"),
    PT_N(frequency, PT_T_ENUM, PT_OPTIONAL, .values = pt_nielsen_frequencies, .doc = "How often it comes up"),
    PT_N(impact, PT_T_ENUM, PT_OPTIONAL, .values = pt_nielsen_impacts, .doc = "How hard it is to overcome"),
    PT_N(persistence, PT_T_ENUM, PT_OPTIONAL, .values = pt_nielsen_persistences,
         .doc = "Does it bother again once it is known?"),
    PT_COUNT(minute, 0, 600, "When in the recording"),
    PT_PROSE(suggestion, "What would be better"),
    PT_FIELDS_END
};
static const pt_schema_t observation = {NULL, observation_fields, 0};

/* Brooke's System Usability Scale; 1 strongly disagree, 5 strongly agree. */
static const pt_field_t sus_fields[] = {
    PT_COUNT(q1,  1, 5, "I think that I would like to use this often"),
    PT_COUNT(q2,  1, 5, "I found it unnecessarily complex"),
    PT_COUNT(q3,  1, 5, "I thought it was easy to use"),
    PT_COUNT(q4,  1, 5, "I think that I would need the support of a technical person to use it"),
    PT_COUNT(q5,  1, 5, "I found its functions well integrated"),
    PT_COUNT(q6,  1, 5, "I thought there was too much inconsistency"),
    PT_COUNT(q7,  1, 5, "I imagine that most people would learn to use it very quickly"),
    PT_COUNT(q8,  1, 5, "I found it very cumbersome to use"),
    PT_COUNT(q9,  1, 5, "I felt very confident using it"),
    PT_COUNT(q10, 1, 5, "I needed to learn a lot of things before I could get going"),
    PT_FIELDS_END
};
static const pt_schema_t sus = {"SusAnswers", sus_fields, 0};

/* Lewis, Utesch and Maher, 2013; 1 strongly disagree, 7 strongly agree. */
static const pt_field_t umux_lite_fields[] = {
    PT_COUNT(useful, 1, 7, "Its capabilities meet my requirements"),
    PT_COUNT(easy,   1, 7, "It is easy to use"),
    PT_FIELDS_END
};
static const pt_schema_t umux_lite = {"UmuxLiteAnswers", umux_lite_fields, 0};

static const pt_field_t usability_unmoderated_report[] = {
    PT_LIST(screener, 10, &pt_part_answer, "Answers to the screener"),
    PT_LIST(tasks, TASKS_MAX, &task_result, "One entry for each task"),
    PT_LIST(observations, 100, &observation, "What was noticed on the way"),
    PT_PART(sus, &sus, "System Usability Scale, ten answers from 1 to 5"),
    PT_PART(umux_lite, &umux_lite, "UMUX-Lite, two answers from 1 to 7"),
    PT_LIST(answers, PT_QUESTIONS_MAX, &pt_part_answer, "Answers to the questions"),
    PT_PROSE(likes, "What was liked"),
    PT_PROSE(dislikes, "What was not"),
    PT_FIELDS_END
};
static const pt_rule_t usability_unmoderated_needs[] = {
    PT_EACH_IF_ANY("/screener", "/screener", answer),
    PT_EACH_OF("/tasks", "/tasks", outcome),
    PT_NEEDS("/tasks/*/seconds"),
    PT_NEEDS("/tasks/*/ease"),
    PT_MIN_TEXT("/tasks/*/comment", 1, PT_WHEN(outcome, "indirect", "failed", "gave_up")),
    PT_NEEDS("/observations/*/text"),
    PT_NEEDS("/observations/*/severity"),
    PT_NEEDS("/observations/*/impact", PT_WHEN(frequency, "rare", "common")),
    PT_NEEDS("/observations/*/persistence", PT_WHEN(frequency, "rare", "common")),
    PT_EITHER(PT_MIN_ENTRIES("/sus", 10), PT_MIN_ENTRIES("/umux_lite", 2)),
    PT_EACH_IF_ANY("/answers", "/questions", answer),
    PT_MIN_TEXT("/likes", 1),
    PT_MIN_TEXT("/dislikes", 1),
    PT_EVIDENCE("", PT_KINDS("recording")),
    PT_RULES_END
};
PT_SERVICE_FORM(usability_unmoderated);

/* --- usability_moderated --- */

static const pt_field_t slot_fields[] = {
    PT_N(starts_at, PT_T_TIME, PT_REQUIRED, .doc = "When it begins"),
    PT_FIELDS_END
};
static const pt_schema_t slot = {NULL, slot_fields, 0};
static const pt_field_t usability_moderated_details[] = {
    PT_PROSE(guide, "What will be talked about and tried"),
    PT_COUNT(minutes, 15, 120, "Length of the session"),
    PT_LIST(slots, 20, &slot, "Times that are possible"),
    PT_LINE(language, "Language of the session"),
    PT_LIST(questions, PT_QUESTIONS_MAX, &pt_part_question, "Questions to be answered"),
    PT_LINES(observers, 10, "Who else listens in"),
    PT_FIELDS_END
};
static const pt_rule_t usability_moderated_asks[] = {
    PT_MIN_TEXT("/guide", 20),
    PT_NEEDS("/minutes"),
    PT_MIN_ENTRIES("/slots", 1),
    PT_RULES_END
};
static const pt_field_t usability_moderated_report[] = {
    PT_PICK(attendance, "Did it take place?", "held", "no_show_tester", "no_show_builder", "broken_off"),
    PT_INSTANT(started_at, "When it began"),
    PT_COUNT(minutes, 0, 240, "How long it took"),
    PT_YES(consent, "All agreed to the recording, and the consent can be heard in it"),
    PT_LIST(notes, 200, &pt_part_mark, "Notes with time marks"),
    PT_LIST(answers, PT_QUESTIONS_MAX, &pt_part_answer, "Answers to the questions"),
    PT_PROSE(remarks, "What happened; needed when it was not held as planned"),
    PT_FIELDS_END
};
static const pt_rule_t usability_moderated_needs[] = {
    PT_NEEDS("/attendance"),
    PT_NEEDS("/started_at", PT_WHEN(attendance, "held")),
    PT_NEEDS("/minutes", PT_WHEN(attendance, "held")),
    PT_MIN_ENTRIES("/notes", 1, PT_WHEN(attendance, "held")),
    PT_EACH_IF_ANY("/answers", "/questions", answer, PT_WHEN(attendance, "held")),
    PT_MIN_TEXT("/remarks", 20, PT_WHEN(attendance, "no_show_tester", "no_show_builder", "broken_off")),
    PT_CONFIRMED("/consent", PT_WHEN(attendance, "held", "broken_off")),
    PT_EVIDENCE("", PT_KINDS("recording"), PT_WHEN(attendance, "held")),
    PT_RULES_END
};
PT_SERVICE_FORM(usability_moderated);

/* --- onboarding_ftue --- */

static const pt_field_t onboarding_ftue_details[] = {
    PT_LINE(entry_point, "Where a new user starts: an address, an advertisement, a store page"),
    PT_PROSE(goal, "The first thing of value that a new user should reach"),
    PT_PROSE(account, "Which account to make, and what it costs"),
    PT_FIELDS_END
};
static const pt_rule_t onboarding_ftue_asks[] = {
    PT_NEEDS("/entry_point"),
    PT_MIN_TEXT("/goal", 10),
    PT_RULES_END
};
static const pt_field_t impression_fields[] = {
    PT_PROSE(what,     "What is it?"),
    PT_PROSE(for_whom, "Whom is it for?"),
    PT_PROSE(next,     "What would you do next?"),
    PT_FIELDS_END
};
static const pt_schema_t impression = {NULL, impression_fields, 0};
static const pt_field_t friction_fields[] = {
    PT_LINE(text, "What was to be done"),
    PT_COUNT(emotion, 1, 5, "1 annoyed, 3 neutral, 5 delighted"),
    PT_PROSE(doubt, "What was unclear or made you hesitate"),
    PT_COUNT(minute, 0, 600, "When in the recording"),
    PT_FIELDS_END
};
static const pt_schema_t friction = {NULL, friction_fields, 0};
static const pt_field_t received_mail_fields[] = {
    PT_LINE(subject, "Its subject"),
    PT_COUNT(delay_minutes, 0, 10080, "Minutes until it came"),
    PT_PICK(use, "What it was good for", "needed", "helpful", "noise"),
    PT_FIELDS_END
};
static const pt_schema_t received_mail = {NULL, received_mail_fields, 0};
static const pt_field_t permission_fields[] = {
    PT_LINE(what, "What was asked for: location, notifications, contacts, ..."),
    PT_LINE(moment, "When it was asked"),
    PT_YES(explained, "It was said what for"),
    PT_YES(granted, "It was granted"),
    PT_FIELDS_END
};
static const pt_schema_t permission = {NULL, permission_fields, 0};
static const pt_field_t onboarding_ftue_report[] = {
    PT_PART(impression, &impression, "After five seconds of the first screen"),
    PT_LIST(steps, 60, &friction, "What it took, step by step"),
    PT_YES(reached, "The goal was reached"),
    PT_COUNT(seconds_to_value, 0, 86400, "From the first screen to the goal"),
    PT_LINE(drop_off, "Where you would have left, or did"),
    PT_LIST(mails, 20, &received_mail, "Mails that came"),
    PT_LIST(permissions, 20, &permission, "Permissions that were asked for"),
    PT_PICK(would_continue, "Would you go on using it?", "yes", "maybe", "no"),
    PT_PROSE(reason, "Why"),
    PT_FIELDS_END
};
static const pt_rule_t onboarding_ftue_needs[] = {
    PT_MIN_TEXT("/impression/what", 1),
    PT_MIN_TEXT("/impression/for_whom", 1),
    PT_MIN_ENTRIES("/steps", 3),
    PT_NEEDS("/steps/*/text"),
    PT_NEEDS("/steps/*/emotion"),
    PT_NEEDS("/reached"),
    PT_NEEDS("/seconds_to_value", PT_WHEN(reached, "true")),
    PT_NEEDS("/drop_off", PT_WHEN(reached, "false")),
    PT_NEEDS("/mails/*/delay_minutes"),
    PT_NEEDS("/permissions/*/what"),
    PT_NEEDS("/would_continue"),
    PT_MIN_TEXT("/reason", 20),
    PT_EVIDENCE("", PT_KINDS("recording")),
    PT_RULES_END
};
PT_SERVICE_FORM(onboarding_ftue);

/* --- beta_diary --- */

#define ENTRIES_MAX 100

static const pt_field_t prompt_fields[] = {
    PT_N(day,  PT_T_INT,  PT_REQUIRED, .min = 1, .max = 90, .doc = "On which day it is due, counted from 1"),
    PT_N(text, PT_T_TEXT, PT_REQUIRED, .min = 1, .max = 500, .doc = "What to write about"),
    PT_FIELDS_END
};
static const pt_schema_t prompt = {NULL, prompt_fields, 0};
static const pt_field_t beta_diary_details[] = {
    PT_COUNT(days, 1, 90, "How long it runs"),
    PT_LIST(prompts, ENTRIES_MAX, &prompt, "The entries that are due"),
    PT_LIST(survey, PT_QUESTIONS_MAX, &pt_part_question, "Asked at the end"),
    PT_LINE(store_track, "Where to get it: the store's test track, an invitation"),
    PT_FIELDS_END
};
static const pt_rule_t beta_diary_asks[] = {
    PT_NEEDS("/days"),
    PT_MIN_ENTRIES("/prompts", 1),
    PT_RULES_END
};
static const pt_field_t entry_fields[] = {
    PT_NUMBER(ENTRIES_MAX, "The due entry that it is, counted from 1"),
    PT_INSTANT(written_at, "When it was written"),
    PT_PROSE(text, "What happened"),
    PT_COUNT(mood, 1, 5, "1 annoyed, 3 neutral, 5 delighted"),
    PT_COUNT(minutes_used, 0, 1440, "Minutes of use since the last entry"),
    PT_FIELDS_END
};
static const pt_schema_t entry = {NULL, entry_fields, 0};
static const pt_field_t crash_fields[] = {
    PT_INSTANT(happened_at, "When"),
    PT_PROSE(text, "What was being done"),
    PT_ADDRESS(report_url, "The crash report"),
    PT_FIELDS_END
};
static const pt_schema_t crash = {NULL, crash_fields, 0};
static const pt_field_t beta_diary_report[] = {
    PT_LIST(entries, ENTRIES_MAX, &entry, "The diary"),
    PT_COUNT(streak_days, 0, 90, "Days in a row with an entry, at best"),
    PT_LINE(build_installed, "Which build was installed"),
    PT_LIST(crashes, 50, &crash, "Crashes"),
    PT_LIST(survey, PT_QUESTIONS_MAX, &pt_part_answer, "Answers to the survey"),
    PT_PICK(keeps_using, "Would you keep it?", "yes", "maybe", "no"),
    PT_FIELDS_END
};
static const pt_rule_t beta_diary_needs[] = {
    PT_EACH_OF("/entries", "/prompts", text),
    PT_NEEDS("/entries/*/written_at"),
    PT_NEEDS("/streak_days"),
    PT_NEEDS("/build_installed"),
    PT_NEEDS("/crashes/*/text"),
    PT_EACH_IF_ANY("/survey", "/survey", answer),
    PT_NEEDS("/keeps_using"),
    PT_EVIDENCE("", PT_KINDS("screenshot")), /* that it was installed */
    PT_RULES_END
};
PT_SERVICE_FORM(beta_diary);

/* --- competitive_review --- */

#define PRODUCTS_MAX 8
#define CRITERIA_MAX 20

static const pt_field_t criterion_fields[] = {
    PT_N(name,    PT_T_TEXT, PT_REQUIRED, .min = 1, .max = PT_LINE_MAX, .doc = "What to compare"),
    PT_N(measure, PT_T_TEXT, PT_OPTIONAL, .max = 500, .doc = "What a good score takes"),
    PT_FIELDS_END
};
static const pt_schema_t criterion = {NULL, criterion_fields, 0};
static const pt_field_t competitive_review_details[] = {
    PT_LIST(products, PRODUCTS_MAX, &pt_part_page, "What to compare, your own first"),
    PT_LIST(criteria, CRITERIA_MAX, &criterion, "By what to compare"),
    PT_FIELDS_END
};
static const pt_rule_t competitive_review_asks[] = {
    PT_MIN_ENTRIES("/products", 2),
    PT_MIN_ENTRIES("/criteria", 1),
    PT_RULES_END
};
static const pt_field_t score_fields[] = {
    PT_NUMBER(PRODUCTS_MAX, "The product, counted from 1"),
    PT_COUNT(score, 1, 5, "1 poor, 5 excellent"),
    PT_PROSE(reason, "Why"),
    PT_FIELDS_END
};
static const pt_schema_t score = {NULL, score_fields, 0};
static const pt_field_t criterion_result_fields[] = {
    PT_NUMBER(CRITERIA_MAX, "The criterion, counted from 1"),
    PT_LIST(scores, PRODUCTS_MAX, &score, "One score for each product"),
    PT_FIELDS_END
};
static const pt_schema_t criterion_result = {NULL, criterion_result_fields, 0};
static const pt_field_t competitive_review_report[] = {
    PT_LIST(criteria, CRITERIA_MAX, &criterion_result, "One entry for each criterion"),
    PT_COUNT(favourite, 1, PRODUCTS_MAX, "The product that you would choose, counted from 1"),
    PT_PICK(switch_intent, "Would you switch to the first product?", "yes", "maybe", "no", "uses_it_already"),
    PT_PROSE(reason, "What decides it"),
    PT_FIELDS_END
};
static const pt_rule_t competitive_review_needs[] = {
    PT_EACH_OF("/criteria", "/criteria", scores),
    PT_EACH_OF("/criteria/*/scores", "/products", score),
    PT_MIN_TEXT("/criteria/*/scores/*/reason", 1),
    PT_NEEDS("/favourite"),
    PT_NEEDS("/switch_intent"),
    PT_MIN_TEXT("/reason", 20),
    PT_EVIDENCE("/criteria/*", PT_KINDS("screenshot", "recording")),
    PT_RULES_END
};
PT_SERVICE_FORM(competitive_review);
/* clang-format on */
