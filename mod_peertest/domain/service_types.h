/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.h - what can be bought, and what each kind of test asks its
 * builders to say and its testers to hand in. */
#ifndef PT_SERVICE_TYPES_H
#define PT_SERVICE_TYPES_H

#include "domain/service_rules.h"

/** What a tester has written so far, as stored; borrowed. */
typedef struct {
    const char *summary;
    const json_t *environment;
    const json_t *report;
    const json_t *details;  /* of the item; a simple job's: {"steps": [...]} */
    const json_t *evidence; /* an array of pt_evidence_input; may be NULL */
    apr_int64_t findings;   /* how many */
} pt_handed_in_t;

/** The form of a kind of test; one declaration each, in service_forms_*.c. */
typedef struct {
    pt_schema_t details;    /* what the builder says; any may be left out */
    const pt_rule_t *asks;  /* what the details need for publication */
    pt_schema_t report;     /* what the tester hands in; the same */
    const pt_rule_t *needs; /* what the report needs to be handed in */
    int needs_terms; /* off until the operator has given the legal text */
} pt_service_form_t;

/** A kind of test. */
typedef struct {
    const char *key;   /* as in job.service_type and job_item.service_type */
    const char *title; /* in English; translate by key */
    const char *unit;  /* what a quantity counts: "case", "session", ... */
    const pt_service_form_t *form;
} pt_service_type_t;

/** All of them; ends in a key of NULL. */
extern const pt_service_type_t pt_service_types[];

/** Their keys, for enumerated fields; ends in NULL. */
extern const char *const pt_service_type_keys[];

/** Their forms, as Details_<key> and Report_<key>; ends in NULL. */
extern const pt_schema_t *const pt_service_schemas[];

/** Kinds of evidence; ends in NULL. */
extern const char *const pt_evidence_kinds[];

/** A piece of evidence as it is sent: kind, url or file_id, about, note. */
extern const pt_schema_t pt_evidence_input;

/** What a file is called as evidence unless its tester says more.
 * @param file_kind NULL while it is not known
 * @return one of pt_evidence_kinds, or NULL */
const char *pt_evidence_kind_of(const char *file_kind);

/** Can a file be evidence of this kind? Screenshots are pictures, recordings
 * move or sound; whatever is not known yet may be anything. */
int pt_evidence_fits(const char *kind, const char *file_kind);

/** The kind of this key, or NULL. */
const pt_service_type_t *pt_service_type(const char *key);

/**
 * Have the details of an item the form of their type? A draft may leave out
 * anything.
 * @param pointer of the details, as "/roles/0/items/1/details"
 * @return PT_P_INVALID_INPUT with every refused member, or PT_OK
 */
pt_err_t *pt_service_check_details(apr_pool_t *p, const pt_service_type_t *type,
                                   const json_t *details, const char *pointer);

/**
 * Add what the details of an item lack for publication.
 * @param err an earlier result, or PT_OK
 * @return err, or PT_P_INVALID_INPUT with what is missing
 */
pt_err_t *pt_service_details_lack(pt_err_t *err, apr_pool_t *p,
                                  const pt_service_type_t *type,
                                  const json_t *details, const char *pointer);

/**
 * Has a report the form of its type? A draft may leave out anything.
 * @return PT_P_INVALID_INPUT with every refused member below "/report"
 */
pt_err_t *pt_service_check_report(apr_pool_t *p, const pt_service_type_t *type,
                                  const json_t *report);

/**
 * Is this enough to be handed in?
 * @return PT_P_INCOMPLETE that lists what is missing, or PT_OK. Pointers are
 *         those of a submission; the entry with number n of a list is at
 *         n - 1, wherever it stands in the report.
 */
pt_err_t *pt_service_lacks(apr_pool_t *p, const pt_service_type_t *type,
                           const pt_handed_in_t *work);
#endif
