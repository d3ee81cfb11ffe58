/* SPDX-License-Identifier: Apache-2.0 */
/* report_fuzz.c - what a tester hands in, held against the form and the minimum
 * of each service type. The input is an object with the members of
 * pt_handed_in_t. */

#include "core/pt_json.h"
#include "domain/service_types.h"
#include "fuzz.h"

/* Every lack has a place; the form is looked at before, and also not. */
static void check_type(apr_pool_t *p, const pt_service_type_t *type,
                       const json_t *json)
{
    const pt_handed_in_t work = {.summary = pt_json_str(json, "summary"),
                                 .environment =
                                     json_object_get(json, "environment"),
                                 .report = json_object_get(json, "report"),
                                 .details = json_object_get(json, "details"),
                                 .evidence = json_object_get(json, "evidence"),
                                 .findings = pt_json_int(json, "findings", 0)};
    pt_err_t *err = pt_service_lacks(p, type, &work);

    PROMISE(!err || (err->fields && err->fields->nelts > 0));
    PROMISE(!err || err->problem == PT_P_INCOMPLETE);
    err = pt_service_check_report(p, type, json);
    PROMISE(!err || err->problem == PT_P_INVALID_INPUT);
    pt_service_details_lack(PT_OK, p, type, work.details, "/details");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);
    json_t *json = NULL;

    if (!pt_json_parse(p, &json, text, size)) {
        for (const pt_service_type_t *t = pt_service_types; t->key; t++)
            check_type(p, t, json);
    }
    free(text);
    apr_pool_destroy(p);
    return 0;
}
