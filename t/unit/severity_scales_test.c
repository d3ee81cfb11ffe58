/* SPDX-License-Identifier: Apache-2.0 */
/* severity_scales_test.c - each value of each native scale, and the base scores
 * of CVSS 3.1. */

#include "domain/severity_scales.h"
#include "tap.h"

#include <apr_strings.h>
#include <string.h>

/* The vector of a metric group: "AV:N/..." with the prefix. */
#define V(rest_) "CVSS:3.1/" rest_

/* Base scores as first.org publishes them: "CVSS v3.1 Examples", and the
 * ends of the scale. */
static void check_scores(apr_pool_t *p)
{
    static const struct {
        const char *vector;
        int tenths;
    } cases[] = {
        {V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), 98},
        {V("AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"), 100},
        {V("AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"), 0},
        /* MySQL, CVE-2013-0375 */
        {V("AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N"), 64},
        /* SSLv3 POODLE, CVE-2014-3566 */
        {V("AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N"), 31},
        /* VMware, CVE-2012-1516 */
        {V("AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H"), 99},
        /* Tomcat, CVE-2009-0783 */
        {V("AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L"), 42},
        /* Cisco IOS, CVE-2012-0384 */
        {V("AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"), 88},
        /* iWork, CVE-2015-1098 */
        {V("AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H"), 78},
        /* Heartbleed, CVE-2014-0160 */
        {V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"), 75},
        /* DNS Kaminsky, CVE-2008-1447 */
        {V("AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N"), 68},
        /* Sophos Login Screen Bypass, CVE-2014-2005 */
        {V("AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), 68},
        /* Joomla, CVE-2010-0467 */
        {V("AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:N/A:N"), 58},
        /* OpenSSL CCS, CVE-2014-0224 */
        {V("AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N"), 74},
        /* phpMyAdmin, CVE-2013-1937 */
        {V("AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"), 61},
        /* the order of metrics is free */
        {V("A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N"), 98},
        /* the smallest that is not nothing */
        {V("AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"), 16},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        int tenths = -1;
        ok(pt_cvss_score(&tenths, cases[i].vector) && tenths == cases[i].tenths,
           apr_psprintf(p, "%s is %d.%d (%d)", cases[i].vector,
                        cases[i].tenths / 10, cases[i].tenths % 10, tenths));
    }
}

static void check_no_vectors(apr_pool_t *p)
{
    static const char *const cases[] = {
        "",
        "CVSS:3.1/",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H"),
        V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/"),
        V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P"),
        V("AV:N/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        V("AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        V("av:n/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        V("AV:/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        V("AV:NN/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        V("AV:N//AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
    };
    int tenths;

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(!pt_cvss_score(&tenths, cases[i]),
           apr_pstrcat(p, "no vector: ", cases[i], NULL));
}

/* Every value proposes the step that its table has, in the order of the house
 * scale. */
static void check_values(apr_pool_t *p)
{
    int scales = 0;

    for (const pt_scale_t *scale = pt_scales; scale->name; scale++, scales++) {
        const char *const *at = pt_severities;
        is(scale->name, pt_scale_names[scales], "the names are those");
        for (const pt_scale_step_t *step = scale->steps; step->value; step++) {
            const char *severity = NULL, *value = NULL;
            while (*at && strcmp(*at, step->severity) != 0)
                at++;
            ok(*at != NULL, apr_pstrcat(p, scale->name, " ", step->value,
                                        ": worst first", NULL));
            if (scale->takes_vector)
                continue;
            ok(!pt_scale_read(p, &severity, &value,
                              &(pt_scale_value_t){.name = scale->name,
                                                  .value = step->value})
                   && strcmp(severity, step->severity) == 0
                   && strcmp(value, step->value) == 0,
               apr_pstrcat(p, scale->name, " ", step->value, " is ",
                           step->severity, NULL));
        }
    }
    ok(!pt_scale_names[scales], "and there are no others");
}

static void check_refusals(apr_pool_t *p)
{
    static const struct {
        const char *name;
        pt_scale_value_t in;
        const char *pointer;
        pt_code_e code;
    } cases[] = {
        {"a value without a scale",
         {.value = "3"},
         "/scale/name",
         PT_C_REQUIRED},
        {"a scale without a value",
         {.name = "nielsen"},
         "/scale/value",
         PT_C_REQUIRED},
        {"Nielsen's nothing, which is a verdict",
         {.name = "nielsen", .value = "0"},
         "/scale/value",
         PT_C_NOT_ALLOWED},
        {"another scale's value",
         {.name = "mqm", .value = "P1"},
         "/scale/value",
         PT_C_NOT_ALLOWED},
        {"a vector where there is none",
         {.name = "wcag", .value = "AA", .vector = V("AV:N")},
         "/scale/vector",
         PT_C_NOT_ALLOWED},
        {"a score without its vector",
         {.name = "cvss", .value = "9.8"},
         "/scale/vector",
         PT_C_REQUIRED},
        {"half a vector",
         {.name = "cvss", .vector = V("AV:N")},
         "/scale/vector",
         PT_C_BAD_FORMAT},
        {"a score that is not the vector's",
         {.name = "cvss",
          .value = "9.9",
          .vector = V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")},
         "/scale/value",
         PT_C_NOT_ALLOWED},
        {"two factors of three",
         {.name = "nielsen", .frequency = "rare", .impact = "easy"},
         "/scale/persistence",
         PT_C_REQUIRED},
        {"a value does not stand for the factors",
         {.name = "nielsen", .value = "3", .persistence = "once"},
         "/scale/frequency",
         PT_C_REQUIRED},
        {"Nielsen's factors on another scale",
         {.name = "mqm", .value = "major", .impact = "hard"},
         "/scale/impact",
         PT_C_NOT_ALLOWED},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *severity = NULL, *value = NULL;
        pt_err_t *err = pt_scale_read(p, &severity, &value, &cases[i].in);
        pt_field_err_t field = {NULL, PT_C_COUNT};
        if (err)
            field = APR_ARRAY_IDX(err->fields, 0, pt_field_err_t);
        ok(err && !severity && strcmp(field.pointer, cases[i].pointer) == 0
               && field.code == cases[i].code,
           cases[i].name);
    }
}

/* A score's step, at both of its ends. */
static void check_steps_of_scores(apr_pool_t *p)
{
    static const struct {
        const char *vector, *value, *severity;
    } cases[] = {
        {V("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), "9.8", "critical"},
        {V("AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"), "8.8", "major"},
        {V("AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N"), "6.4", "moderate"},
        {V("AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N"), "3.1", "minor"},
        {V("AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"), "0.0", "trivial"},
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *severity = "", *value = "";
        pt_scale_read(
            p, &severity, &value,
            &(pt_scale_value_t){.name = "cvss", .vector = cases[i].vector});
        is(value, cases[i].value, cases[i].vector);
        is(severity, cases[i].severity, cases[i].value);
    }
}

/* Each of the eight combinations, and a value of one's own. */
static void check_factors(apr_pool_t *p)
{
    static const char *const proposed[] = {"1", "2", "2", "3",
                                           "2", "3", "3", "4"};
    const char *severity, *value;
    pt_scale_value_t own = {.name = "nielsen",
                            .value = "2",
                            .frequency = "common",
                            .impact = "hard",
                            .persistence = "repeatedly"};

    for (int i = 0; i < (int)LENGTH(proposed); i++) {
        pt_scale_value_t in = {.name = "nielsen",
                               .frequency = pt_nielsen_frequencies[i >> 2],
                               .impact = pt_nielsen_impacts[i >> 1 & 1],
                               .persistence = pt_nielsen_persistences[i & 1]};
        const char *name = apr_pstrcat(p, in.frequency, ", ", in.impact, ", ",
                                       in.persistence, NULL);

        value = NULL;
        ok(!pt_scale_read(p, &severity, &value, &in), name);
        is(value, proposed[i], name);
        is(pt_nielsen_value(&in), proposed[i], name);
    }
    ok(!pt_scale_read(p, &severity, &value, &own), "another value");
    is(value, "2", "is kept");
    is(severity, "moderate", "and has its step");
    is(pt_nielsen_value(&own), "4", "beside what was proposed");
    ok(!pt_nielsen_value(&(pt_scale_value_t){.name = "nielsen", .value = "2"}),
       "no factors, no proposal");
}

int main(void)
{
    apr_pool_t *p;

    apr_pool_initialize();
    apr_pool_create(&p, NULL);
    check_scores(p);
    check_no_vectors(p);
    check_values(p);
    check_refusals(p);
    check_steps_of_scores(p);
    check_factors(p);
    return done_testing();
}
