/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.c - the table of the service types, and how work is held
 * against it. */

#include "domain/service_types.h"
#include "core/pt_check.h"
#include "core/pt_json.h"
#include "domain/file_rules.h"

#include <string.h>

/* clang-format off */
const char *const pt_evidence_kinds[] = {
    "screenshot", "recording", "trace", "log", "receipt", "output", NULL
};

static const pt_field_t evidence_fields[] = {
    PT_N(kind,  PT_T_ENUM, PT_REQUIRED, .values = pt_evidence_kinds, .doc = "What it shows it with"),
    PT_N(url,   PT_T_URL,  PT_OPTIONAL, .min = 1, .max = 2000, .doc = "Where it can be seen; this, or a file"),
    PT_N(file_id, PT_T_UUID, PT_OPTIONAL, .doc = "A file of yours; this, or an address"),
    PT_N(about, PT_T_TEXT, PT_OPTIONAL, .max = 120,
         .doc = "Which entry of the report it is for, by its number"),
    PT_N(note,  PT_T_TEXT, PT_OPTIONAL, .max = 500, .doc = "What to look at"),
    PT_FIELDS_END
};
const pt_schema_t pt_evidence_input = {NULL, evidence_fields, 0};

/* What every kind asks for; its form is the submission itself. */
static const pt_rule_t envelope_needs[] = {
    PT_MIN_TEXT("/summary", 20),
    PT_NEEDS("/environment/os"),
    PT_EITHER(PT_NEEDS("/environment/browser"), PT_NEEDS("/environment/device")),
    PT_RULES_END
};

#define PT_SERVICE_TYPE(key_, title_, unit_) extern const pt_service_form_t pt_service_form_##key_;
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE

const pt_service_type_t pt_service_types[] = {
#define PT_SERVICE_TYPE(key_, title_, unit_) {#key_, title_, unit_, &pt_service_form_##key_},
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE
    {NULL, NULL, NULL, NULL}
};

const char *const pt_service_type_keys[] = {
#define PT_SERVICE_TYPE(key_, title_, unit_) #key_,
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE
    NULL
};

const pt_schema_t *const pt_service_schemas[] = {
#define PT_SERVICE_TYPE(key_, title_, unit_) &pt_service_form_##key_.details, &pt_service_form_##key_.report,
#include "domain/service_types.def"
#undef PT_SERVICE_TYPE
    NULL
};
/* clang-format on */

const pt_service_type_t *pt_service_type(const char *key)
{
    for (const pt_service_type_t *type = pt_service_types; type->key; type++) {
        if (strcmp(type->key, key) == 0)
            return type;
    }
    return NULL;
}

pt_err_t *pt_service_check_details(apr_pool_t *p, const pt_service_type_t *type,
                                   const json_t *details, const char *pointer)
{
    return pt_check_object(PT_OK, p, type->form->details.fields, details,
                           pointer);
}

pt_err_t *pt_service_details_lack(pt_err_t *err, apr_pool_t *p,
                                  const pt_service_type_t *type,
                                  const json_t *details, const char *pointer)
{
    return pt_rules_lack(err, p, type->form->asks,
                         &(pt_ruled_t){.form = details, .pointer = pointer});
}

pt_err_t *pt_service_check_report(apr_pool_t *p, const pt_service_type_t *type,
                                  const json_t *report)
{
    return pt_check_object(PT_OK, p, type->form->report.fields, report,
                           "/report");
}

const char *pt_evidence_kind_of(const char *file_kind)
{
    if (!file_kind)
        return NULL;
    if (strcmp(file_kind, PT_FILE_PICTURE) == 0)
        return "screenshot";
    if (strcmp(file_kind, PT_FILE_DOCUMENT) == 0)
        return "log";
    return "recording";
}

int pt_evidence_fits(const char *kind, const char *file_kind)
{
    const char *plain = pt_evidence_kind_of(file_kind);

    if (!plain)
        return 1;
    if (strcmp(kind, "screenshot") == 0 || strcmp(kind, "recording") == 0)
        return strcmp(kind, plain) == 0;
    return 1;
}

static pt_err_t *envelope_lacks(apr_pool_t *p, const pt_handed_in_t *work)
{
    json_t *envelope = pt_json_own(
        p, json_pack("{ss sO?}", "summary", work->summary ? work->summary : "",
                     "environment", work->environment));

    return pt_rules_lack(PT_OK, p, envelope_needs,
                         &(pt_ruled_t){.form = envelope, .pointer = ""});
}

pt_err_t *pt_service_lacks(apr_pool_t *p, const pt_service_type_t *type,
                           const pt_handed_in_t *work)
{
    pt_err_t *err = pt_rules_lack(envelope_lacks(p, work), p, type->form->needs,
                                  &(pt_ruled_t){.form = work->report,
                                                .pointer = "/report",
                                                .details = work->details,
                                                .evidence = work->evidence,
                                                .findings = work->findings});

    if (err)
        err->problem = PT_P_INCOMPLETE;
    return err;
}
