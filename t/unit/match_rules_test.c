/* SPDX-License-Identifier: Apache-2.0 */
/* match_rules_test.c - what follows from who fits what. */

#include "domain/match_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

static void test_verdict(apr_pool_t *p)
{
    json_t *none = pt_json_own(p, json_array());
    json_t *two = pt_json_own(p, json_pack("[ss]", "os", "level"));
    const pt_field_err_t *fields;
    pt_err_t *err;

    ok(pt_match_verdict(p, none) == PT_OK, "who lacks nothing fits");
    err = pt_match_verdict(p, two);
    ok(err && err->problem == PT_P_NOT_ELIGIBLE && err->fields
           && err->fields->nelts == 2,
       "who lacks two things is told both");
    if (!err || !err->fields || err->fields->nelts != 2)
        return;
    fields = (const pt_field_err_t *)err->fields->elts;
    ok(!strcmp(fields[0].pointer, "/requirements/os")
           && !strcmp(fields[1].pointer, "/requirements/level")
           && fields[0].code == PT_C_NOT_ALLOWED
           && fields[1].code == PT_C_NOT_ALLOWED,
       "by where they are asked for");
}

static void test_waves(apr_pool_t *p)
{
    static const struct {
        const char *name;
        apr_int64_t planned, invited, size;
    } cases[] = {
        {"the first wave is a third", 9, 0, 3},
        {"so is the second", 9, 3, 3},
        {"and the last", 9, 6, 3},
        {"then nobody", 9, 9, 0},
        {"a third is rounded up", 10, 0, 4},
        {"and the last wave is what is left", 10, 8, 2},
        {"who was invited by hand counts", 9, 7, 2},
        {"more than planned by hand: nobody", 9, 12, 0},
        {"one seat, one each", 3, 1, 1},
        {"none planned: nobody", 0, 0, 0},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(pt_match_wave_size(cases[i].planned, cases[i].invited)
               == cases[i].size,
           apr_pstrcat(p, "waves: ", cases[i].name, NULL));
}

static void test_states(apr_pool_t *p)
{
    static const struct {
        const char *state;
        int takes_bids;
    } cases[] = {
        {"draft", 0},     {"pending_payment", 0}, {"open", 0},
        {"filled", 0},    {"closed", 0},          {"published", 1},
        {"awarding", 1},  {"in_progress", 0},     {"in_review", 0},
        {"completed", 0}, {"cancelled", 0},       {"expired", 0},
        {"removed", 0},
    };

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(pt_match_takes_bids(cases[i].state) == cases[i].takes_bids,
           apr_pstrcat(p, cases[i].state,
                       cases[i].takes_bids ? " takes bids" : " takes none",
                       NULL));
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_verdict(p);
    test_waves(p);
    test_states(p);
    apr_pool_destroy(p);
    return done_testing();
}
