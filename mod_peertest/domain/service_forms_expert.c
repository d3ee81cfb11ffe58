/* SPDX-License-Identifier: Apache-2.0 */
/* service_forms_expert.c - forms of reviews that take a trained eye. */

#include "domain/service_forms.h"

/* clang-format off */

/* --- accessibility: outcomes are those of EARL 1.0, failures the techniques
 * of WCAG 2.2 --- https://www.w3.org/TR/EARL10-Schema/#OutcomeValue
 * https://www.w3.org/WAI/WCAG22/Techniques/#failures */

#define CRITERION_PATTERN "^[1-4]\\.[1-5]\\.[0-9]{1,2}$"
#define CRITERIA_MAX 90 /* WCAG 2.2 has 86 */

static const pt_field_t wcag_criterion_fields[] = {
    PT_N(criterion, PT_T_TEXT, PT_REQUIRED, .min = 5, .max = 6, .pattern = CRITERION_PATTERN,
         .doc = "Its number, as 1.4.3"),
    PT_LINE(name, "Its name"),
    PT_FIELDS_END
};
static const pt_schema_t wcag_criterion = {NULL, wcag_criterion_fields, 0};
static const pt_field_t accessibility_details[] = {
    PT_PICK(standard, "What to hold it against", "wcag_2_2", "wcag_2_1", "en_301_549"),
    PT_PICK(level, "Up to which level", "a", "aa", "aaa"),
    PT_LIST(pages, 50, &pt_part_page, "Pages to look at"),
    PT_LINES(flows, 20, "Flows to go through"),
    PT_LIST(criteria, CRITERIA_MAX, &wcag_criterion, "Success criteria to check"),
    PT_LINES(assistive_technology, 10, "Assistive technology to use"),
    PT_FIELDS_END
};
static const pt_rule_t accessibility_asks[] = {
    PT_NEEDS("/standard"),
    PT_NEEDS("/level"),
    PT_EITHER(PT_MIN_ENTRIES("/pages", 1), PT_MIN_ENTRIES("/flows", 1)),
    PT_MIN_ENTRIES("/criteria", 1),
    PT_RULES_END
};
static const pt_field_t criterion_result_fields[] = {
    PT_NUMBER(CRITERIA_MAX, "The criterion, counted from 1"),
    PT_PICK(outcome, "EARL outcome", "passed", "failed", "cannot_tell", "inapplicable", "untested"),
    PT_LINE(page, "Where it fails: page or step of a flow"),
    PT_LINE(element, "Which element, by name, role or selector"),
    PT_N(technique, PT_T_TEXT, PT_OPTIONAL, .max = 5, .pattern = "^(F[0-9]{1,3})?$",
         .doc = "Failure technique, as F24"),
    PT_PICKS(user_groups, 8, "Who is affected", "blind", "low_vision", "colour_blind", "deaf",
             "motor", "cognitive", "speech", "vestibular"),
    PT_PICK(impact, "What it means for them", "blocks_task", "serious", "moderate", "minor"),
    PT_PROSE(remedy, "What would repair it"),
    PT_PROSE(note, "More about it; needed when you cannot tell"),
    PT_FIELDS_END
};
static const pt_schema_t criterion_result = {NULL, criterion_result_fields, 0};
static const pt_field_t accessibility_report[] = {
    PT_LINE(at_name, "Assistive technology that was used"),
    PT_LINE(at_version, "Its version"),
    PT_PICKS(input_modes, 6, "How it was operated", "keyboard", "screen_reader", "touch", "mouse", "voice", "switch"),
    PT_LIST(criteria, CRITERIA_MAX, &criterion_result, "One entry for each criterion"),
    PT_FIELDS_END
};
static const pt_rule_t accessibility_needs[] = {
    PT_NEEDS("/at_name"),
    PT_NEEDS("/at_version"),
    PT_MIN_ENTRIES("/input_modes", 1),
    PT_EACH_OF("/criteria", "/criteria", outcome),
    PT_NEEDS("/criteria/*/element", PT_WHEN(outcome, "failed")),
    PT_MIN_ENTRIES("/criteria/*/user_groups", 1, PT_WHEN(outcome, "failed")),
    PT_NEEDS("/criteria/*/impact", PT_WHEN(outcome, "failed")),
    PT_MIN_TEXT("/criteria/*/remedy", 1, PT_WHEN(outcome, "failed")),
    PT_MIN_TEXT("/criteria/*/note", 1, PT_WHEN(outcome, "cannot_tell")),
    PT_EVIDENCE("/criteria/*", PT_KINDS("output", "recording"), PT_WHEN(outcome, "failed")),
    PT_RULES_END
};
PT_SERVICE_FORM(accessibility);

/* --- localisation: categories and levels of MQM ---
 * https://themqm.org/error-types-2/typology/ */

#define LOCALE_PATTERN "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"

static const pt_field_t localisation_details[] = {
    PT_N(locale,        PT_T_TEXT, PT_OPTIONAL, .min = 2, .max = 12, .pattern = LOCALE_PATTERN,
         .doc = "Language to review, as pt-BR"),
    PT_N(source_locale, PT_T_TEXT, PT_OPTIONAL, .min = 2, .max = 12, .pattern = LOCALE_PATTERN,
         .doc = "Language that it was translated from"),
    PT_LIST(screens, 100, &pt_part_page, "Screens to review"),
    PT_PROSE(glossary, "Words that are fixed, or where to find them"),
    PT_PROSE(tone, "How it should sound"),
    PT_FIELDS_END
};
static const pt_rule_t localisation_asks[] = {
    PT_NEEDS("/locale"),
    PT_NEEDS("/source_locale"),
    PT_MIN_ENTRIES("/screens", 1),
    PT_RULES_END
};
static const pt_field_t screen_result_fields[] = {
    PT_NUMBER(100, "The screen, counted from 1"),
    PT_PICK(verdict, "How it reads", "fine", "issues", "not_reachable"),
    PT_PROSE(note, "Why it could not be reached, or anything else"),
    PT_FIELDS_END
};
static const pt_schema_t screen_result = {NULL, screen_result_fields, 0};
static const pt_field_t text_issue_fields[] = {
    PT_COUNT(screen, 1, 100, "The screen, counted from 1"),
    PT_PROSE(shown, "The words as they are shown"),
    PT_PROSE(source, "The words that they translate, where known"),
    PT_PROSE(proposal, "Better words"),
    PT_PICK(category, "What is wrong", "terminology", "accuracy", "fluency", "style", "design",
            "locale_convention", "verity"),
    PT_PICK(level, "How bad it is", "neutral", "minor", "major", "critical"),
    PT_LINE(string_key, "The text's key, where known"),
    PT_YES(is_direction, "It is about the direction of writing"),
    PT_PROSE(note, "Why"),
    PT_FIELDS_END
};
static const pt_schema_t text_issue = {NULL, text_issue_fields, 0};
#define FORMAT(member, doc_) PT_PICK(member, doc_, "right", "wrong", "not_seen")
static const pt_field_t format_fields[] = {
    FORMAT(date,       "Dates and times"),
    FORMAT(number,     "Numbers"),
    FORMAT(currency,   "Currency"),
    FORMAT(address,    "Addresses"),
    FORMAT(phone,      "Phone numbers"),
    FORMAT(sort_order, "Sorting"),
    PT_FIELDS_END
};
static const pt_schema_t formats = {NULL, format_fields, 0};
static const pt_field_t localisation_report[] = {
    PT_LIST(screens, 100, &screen_result, "One entry for each screen"),
    PT_LIST(issues, 200, &text_issue, "What is not right"),
    PT_PART(formats, &formats, "Formats of the country"),
    PT_FIELDS_END
};
static const pt_rule_t localisation_needs[] = {
    PT_EACH_OF("/screens", "/screens", verdict),
    PT_MIN_TEXT("/screens/*/note", 1, PT_WHEN(verdict, "not_reachable")),
    PT_MIN_TEXT("/issues/*/shown", 1),
    PT_MIN_TEXT("/issues/*/proposal", 1),
    PT_NEEDS("/issues/*/category"),
    PT_NEEDS("/issues/*/level"),
    PT_MIN_ENTRIES("/formats", 6),
    PT_EVIDENCE("/issues/*", PT_KINDS("screenshot")),
    PT_RULES_END
};
PT_SERVICE_FORM(localisation);

/* --- security: Bugcrowd's rating taxonomy, CWE and CVSS 3.1 or 4.0 ---
 * https://bugcrowd.com/vulnerability-rating-taxonomy
 * https://www.first.org/cvss/v4-0/specification-document */

#define CVSS_PATTERN "^(CVSS:(3\\.1|4\\.0)(/[A-Z]{1,3}:[A-Za-z]{1,8})+)?$"

static const pt_field_t security_details[] = {
    PT_PROSE(authorisation, "Who allows this test, for which systems and from when to when"),
    PT_LINES(scope, 50, "Targets that may be tested"),
    PT_LINES(exclusions, 50, "What is forbidden: targets, and ways to test"),
    PT_PROSE(accounts, "Accounts to use"),
    PT_PROSE(safe_harbour, "What a tester who keeps to the rules is promised"),
    PT_PROSE(data_rules, "What to do when data of others shows up"),
    PT_PICK(disclosure, "May findings be published?", "never", "after_fix", "after_embargo"),
    PT_INSTANT(embargo_until, "Nothing is published before"),
    PT_FIELDS_END
};
static const pt_rule_t security_asks[] = {
    PT_MIN_TEXT("/authorisation", 50),
    PT_MIN_ENTRIES("/scope", 1),
    PT_MIN_ENTRIES("/exclusions", 1),
    PT_MIN_TEXT("/safe_harbour", 50),
    PT_MIN_TEXT("/data_rules", 20),
    PT_NEEDS("/disclosure"),
    PT_NEEDS("/embargo_until", PT_WHEN(disclosure, "after_embargo")),
    PT_RULES_END
};
static const pt_field_t vulnerability_fields[] = {
    PT_PICK(vrt_category, "Category of the rating taxonomy",
            "server_security_misconfiguration", "server_side_injection",
            "broken_authentication_and_session_management", "sensitive_data_exposure",
            "cross_site_scripting", "broken_access_control", "cross_site_request_forgery",
            "application_level_denial_of_service", "unvalidated_redirects_and_forwards",
            "external_behavior", "insufficient_security_configurability",
            "using_components_with_known_vulnerabilities", "insecure_data_storage",
            "lack_of_binary_hardening", "insecure_data_transport", "insecure_os_firmware",
            "broken_cryptography", "privacy_concerns", "network_security_misconfiguration",
            "mobile_security_misconfiguration", "client_side_injection", "ai_application_security",
            "other"),
    PT_N(cwe, PT_T_TEXT, PT_OPTIONAL, .max = 9, .pattern = "^(CWE-[1-9][0-9]{0,4})?$", .doc = "As CWE-79"),
    PT_N(cvss_vector, PT_T_TEXT, PT_OPTIONAL, .max = 300, .pattern = CVSS_PATTERN,
         .doc = "As CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"),
    PT_LINE(target, "Which target of the scope"),
    PT_PROSE(preconditions, "What an attacker needs to have"),
    PT_PROSE(proof, "The steps that prove it, and no more"),
    PT_PROSE(impact, "What an attacker gains"),
    PT_N(request, PT_T_TEXT, PT_OPTIONAL, .max = 10000, .doc = "The request, without secrets"),
    PT_N(response, PT_T_TEXT, PT_OPTIONAL, .max = 10000, .doc = "The response, without data of others"),
    PT_PROSE(remedy, "What would repair it"),
    PT_FIELDS_END
};
static const pt_schema_t vulnerability = {NULL, vulnerability_fields, 0};
static const pt_field_t security_report[] = {
    PT_LINES(targets_tested, 50, "Which targets were tested"),
    PT_PROSE(method, "What was tried"),
    PT_LIST(vulnerabilities, 50, &vulnerability, "What was found"),
    PT_YES(cleanup_done, "Accounts, files and data made for the test are removed"),
    PT_YES(no_third_party_data, "Nothing handed in holds data of others"),
    PT_YES(evidence_encrypted, "Everything linked as evidence is encrypted for the builder"),
    PT_FIELDS_END
};
static const pt_rule_t security_needs[] = {
    PT_MIN_ENTRIES("/targets_tested", 1),
    PT_MIN_TEXT("/method", 100),
    PT_NEEDS("/vulnerabilities/*/vrt_category"),
    PT_NEEDS("/vulnerabilities/*/cvss_vector"),
    PT_NEEDS("/vulnerabilities/*/target"),
    PT_MIN_TEXT("/vulnerabilities/*/proof", 20),
    PT_MIN_TEXT("/vulnerabilities/*/impact", 20),
    PT_CONFIRMED("/cleanup_done"),
    PT_CONFIRMED("/no_third_party_data"),
    PT_CONFIRMED("/evidence_encrypted"),
    PT_EVIDENCE("/vulnerabilities/*", PT_KINDS("log", "output", "recording", "screenshot", "trace")),
    PT_RULES_END
};
PT_SERVICE_FORM(security, .needs_terms = 1);

/* --- content_docs --- */

static const pt_field_t content_docs_details[] = {
    PT_LIST(pages, 50, &pt_part_page, "Pages or guides to read"),
    PT_LINE(audience, "Who they are written for"),
    PT_PROSE(style, "Rules of style, or where to find them"),
    PT_FIELDS_END
};
static const pt_rule_t content_docs_asks[] = {
    PT_MIN_ENTRIES("/pages", 1),
    PT_NEEDS("/audience"),
    PT_RULES_END
};
static const pt_field_t page_result_fields[] = {
    PT_NUMBER(50, "The page, counted from 1"),
    PT_PICK(could_follow, "Could you follow it?", "yes", "partly", "no"),
    PT_PROSE(note, "Where you got lost; needed unless you could follow"),
    PT_FIELDS_END
};
static const pt_schema_t page_result = {NULL, page_result_fields, 0};
static const pt_field_t content_issue_fields[] = {
    PT_COUNT(page, 1, 50, "The page, counted from 1"),
    PT_LINE(anchor, "Heading or paragraph"),
    PT_PICK(kind, "What is wrong", "error", "unclear", "outdated", "missing", "broken_link"),
    PT_PROSE(quote, "The spot, word for word"),
    PT_PROSE(proposal, "What it should say"),
    PT_FIELDS_END
};
static const pt_schema_t content_issue = {NULL, content_issue_fields, 0};
static const pt_field_t content_docs_report[] = {
    PT_LIST(pages, 50, &page_result, "One entry for each page"),
    PT_LIST(issues, 200, &content_issue, "What should be changed"),
    PT_FIELDS_END
};
static const pt_rule_t content_docs_needs[] = {
    PT_EACH_OF("/pages", "/pages", could_follow),
    PT_MIN_TEXT("/pages/*/note", 1, PT_WHEN(could_follow, "partly", "no")),
    PT_NEEDS("/issues/*/page"),
    PT_NEEDS("/issues/*/kind"),
    PT_MIN_TEXT("/issues/*/quote", 1),
    PT_MIN_TEXT("/issues/*/proposal", 1),
    PT_RULES_END
};
PT_SERVICE_FORM(content_docs);
/* clang-format on */
