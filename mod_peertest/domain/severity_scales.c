/* SPDX-License-Identifier: Apache-2.0 */
/* severity_scales.c - how bad a problem is in the words of its trade, and what
 * that is on the house scale. */

#include "domain/severity_scales.h"

#include <apr_strings.h>
#include <string.h>

#define VECTOR_PREFIX "CVSS:3.1/"
#define METRICS 8

/* clang-format off */
const char *const pt_severities[] = {"critical", "major", "moderate", "minor", "trivial", NULL};

#define STEPS_END {NULL, NULL}

/* nngroup.com, "Severity ratings for usability problems": 4 is a catastrophe, 1 cosmetic. Its 0,
 * "not a problem", is the verdict works_as_designed. */
static const pt_scale_step_t nielsen[] = {
    {"4", "critical"}, {"3", "major"}, {"2", "moderate"}, {"1", "trivial"}, STEPS_END};

/* nngroup.com, "How to rate the severity of usability problems": the factors and their words. */
const char *const pt_nielsen_frequencies[] = {"rare", "common", NULL};
const char *const pt_nielsen_impacts[] = {"easy", "hard", NULL};
const char *const pt_nielsen_persistences[] = {"once", "repeatedly", NULL};

/* first.org, CVSS 3.1, section 5: critical, high, medium, low, none. */
static const pt_scale_step_t cvss[] = {
    {"9.0", "critical"}, {"7.0", "major"}, {"4.0", "moderate"}, {"0.1", "minor"}, {"0.0", "trivial"}, STEPS_END};

/* w3.org, MQM: severity levels. */
static const pt_scale_step_t mqm[] = {
    {"critical", "critical"}, {"major", "major"}, {"minor", "minor"}, {"neutral", "trivial"}, STEPS_END};

/* The level of the success criterion that fails (WCAG 2.2, section 5.2.1), and what is beyond them:
 * a group that is shut out of a core task, and what is good practice alone. */
static const pt_scale_step_t wcag[] = {
    {"blocker", "critical"}, {"A", "major"}, {"AA", "moderate"}, {"AAA", "minor"},
    {"best_practice", "trivial"}, STEPS_END};

/* bugcrowd.com, Vulnerability Rating Taxonomy. */
static const pt_scale_step_t bugcrowd[] = {
    {"P1", "critical"}, {"P2", "major"}, {"P3", "moderate"}, {"P4", "minor"}, {"P5", "trivial"}, STEPS_END};

/* bugzilla/bugzilla, Bugzilla/DB.pm: bug_severity. */
static const pt_scale_step_t bugzilla[] = {
    {"blocker", "critical"}, {"critical", "critical"}, {"major", "major"}, {"normal", "moderate"},
    {"minor", "minor"}, {"trivial", "trivial"}, {"enhancement", "trivial"}, STEPS_END};

const pt_scale_t pt_scales[] = {
    {"nielsen",  0, nielsen},
    {"cvss",     1, cvss},
    {"mqm",      0, mqm},
    {"wcag",     0, wcag},
    {"bugcrowd", 0, bugcrowd},
    {"bugzilla", 0, bugzilla},
    {NULL,       0, NULL}
};
const char *const pt_scale_names[] = {"nielsen", "cvss", "mqm", "wcag", "bugcrowd", "bugzilla", NULL};

/* A metric of a vector: its key, the letters of its values and their weights. */
typedef struct {
    const char *key;
    const char *letters;
    double weights[4];
} metric_t;

enum { AV, AC, PR, UI, SCOPE, CONF, INTEG, AVAIL };

/* first.org, CVSS 3.1, section 7.4. Of PR these are the weights while the scope is unchanged. */
static const metric_t metrics[METRICS] = {
    [AV]    = {"AV", "NALP", {0.85, 0.62, 0.55, 0.2}},
    [AC]    = {"AC", "LH",   {0.77, 0.44}},
    [PR]    = {"PR", "NLH",  {0.85, 0.62, 0.27}},
    [UI]    = {"UI", "NR",   {0.85, 0.62}},
    [SCOPE] = {"S",  "UC",   {0, 1}},
    [CONF]  = {"C",  "HLN",  {0.56, 0.22, 0}},
    [INTEG] = {"I",  "HLN",  {0.56, 0.22, 0}},
    [AVAIL] = {"A",  "HLN",  {0.56, 0.22, 0}},
};
static const double pr_when_changed[] = {0.85, 0.68, 0.5};
/* clang-format on */

/* Take "KEY:L" for one metric. @param values letters chosen so far, 0: none */
static int take_metric(char *values, const char *text, size_t len)
{
    for (int m = 0; m < METRICS; m++) {
        size_t key_len = strlen(metrics[m].key);
        if (len != key_len + 2 || strncmp(text, metrics[m].key, key_len) != 0
            || text[key_len] != ':' || values[m]
            || !strchr(metrics[m].letters, text[len - 1]))
            continue;
        values[m] = text[len - 1];
        return 1;
    }
    return 0;
}

static int read_vector(char *values, const char *vector)
{
    const char *at = vector + strlen(VECTOR_PREFIX);

    if (strncmp(vector, VECTOR_PREFIX, strlen(VECTOR_PREFIX)) != 0)
        return 0;
    for (int m = 0; m < METRICS; m++) {
        size_t len = strcspn(at, "/");
        if (!take_metric(values, at, len))
            return 0;
        at += len;
        if (*at != (m + 1 < METRICS ? '/' : '\0'))
            return 0;
        at++;
    }
    return 1;
}

static double weight(const char *values, int m)
{
    long i = strchr(metrics[m].letters, values[m]) - metrics[m].letters;

    return m == PR && values[SCOPE] == 'C' ? pr_when_changed[i]
                                           : metrics[m].weights[i];
}

/* Section 7, "Roundup", with the integers of appendix A: ten times the
 * smallest number of one decimal that is not less. */
static int round_up(double score)
{
    long n = (long)(score * 100000 + 0.5);

    return (int)(n % 10000 == 0 ? n / 10000 : n / 10000 + 1);
}

/* What the loss of confidentiality, integrity and availability makes of it. */
static double impact_of(const char *v)
{
    double iss = 1
                 - (1 - weight(v, CONF)) * (1 - weight(v, INTEG))
                       * (1 - weight(v, AVAIL));
    double power = 1;

    if (v[SCOPE] == 'U')
        return 6.42 * iss;
    for (int i = 0; i < 15; i++)
        power *= iss - 0.02;
    return 7.52 * (iss - 0.029) - 3.25 * power;
}

/* Section 7.1. */
int pt_cvss_score(int *tenths, const char *vector)
{
    char v[METRICS] = {0};
    double impact, score;

    if (!read_vector(v, vector))
        return 0;
    impact = impact_of(v);
    score = 8.22 * weight(v, AV) * weight(v, AC) * weight(v, PR) * weight(v, UI)
            + impact;
    if (v[SCOPE] == 'C')
        score *= 1.08;
    *tenths = impact <= 0 ? 0 : round_up(score < 10 ? score : 10);
    return 1;
}

static const pt_scale_t *scale_find(const char *name)
{
    for (const pt_scale_t *scale = pt_scales; scale->name; scale++) {
        if (strcmp(scale->name, name) == 0)
            return scale;
    }
    return NULL;
}

/* The step of a score; its value is of the form "9.8". */
static const char *step_of_score(const pt_scale_t *scale, int tenths)
{
    const pt_scale_step_t *step = scale->steps;

    while (step[1].value
           && tenths < (step->value[0] - '0') * 10 + (step->value[2] - '0'))
        step++;
    return step->severity;
}

static pt_err_t *read_score(apr_pool_t *p, const char **severity,
                            const char **value, const pt_scale_t *scale,
                            const pt_scale_value_t *in)
{
    const char *score;
    int tenths;

    if (!in->vector)
        return pt_err_field(PT_OK, p, "/scale/vector", PT_C_REQUIRED);
    if (!pt_cvss_score(&tenths, in->vector))
        return pt_err_field(PT_OK, p, "/scale/vector", PT_C_BAD_FORMAT);
    score = apr_psprintf(p, "%d.%d", tenths / 10, tenths % 10);
    if (in->value && strcmp(in->value, score) != 0)
        return pt_err_field(PT_OK, p, "/scale/value", PT_C_NOT_ALLOWED);
    *value = score;
    *severity = step_of_score(scale, tenths);
    return PT_OK;
}

const char *pt_nielsen_value(const pt_scale_value_t *in)
{
    static const char *const values[] = {"1", "2", "3", "4"};

    if (!in->frequency || !in->impact || !in->persistence)
        return NULL;
    return values[(strcmp(in->frequency, pt_nielsen_frequencies[1]) == 0)
                  + (strcmp(in->impact, pt_nielsen_impacts[1]) == 0)
                  + (strcmp(in->persistence, pt_nielsen_persistences[1]) == 0)];
}

/* Nielsen's factors, of his scale alone: all three or none. */
static pt_err_t *check_factors(apr_pool_t *p, const pt_scale_value_t *in)
{
    const struct {
        const char *pointer, *value;
    } factors[] = {{"/scale/frequency", in->frequency},
                   {"/scale/impact", in->impact},
                   {"/scale/persistence", in->persistence}};
    int is_nielsen = strcmp(in->name, "nielsen") == 0;
    pt_err_t *err = PT_OK;

    if (!in->frequency && !in->impact && !in->persistence)
        return PT_OK;
    for (size_t i = 0; i < sizeof(factors) / sizeof(factors[0]); i++) {
        if (is_nielsen && !factors[i].value)
            err = pt_err_field(err, p, factors[i].pointer, PT_C_REQUIRED);
        if (!is_nielsen && factors[i].value)
            err = pt_err_field(err, p, factors[i].pointer, PT_C_NOT_ALLOWED);
    }
    return err;
}

pt_err_t *pt_scale_read(apr_pool_t *p, const char **severity,
                        const char **value, const pt_scale_value_t *in)
{
    const pt_scale_t *scale = in->name ? scale_find(in->name) : NULL;
    const char *said = in->value ? in->value : pt_nielsen_value(in);

    if (!scale)
        return pt_err_field(PT_OK, p, "/scale/name", PT_C_REQUIRED);
    PT_TRY(check_factors(p, in));
    if (scale->takes_vector)
        return read_score(p, severity, value, scale, in);
    if (in->vector)
        return pt_err_field(PT_OK, p, "/scale/vector", PT_C_NOT_ALLOWED);
    if (!said)
        return pt_err_field(PT_OK, p, "/scale/value", PT_C_REQUIRED);
    for (const pt_scale_step_t *step = scale->steps; step->value; step++) {
        if (strcmp(step->value, said) == 0) {
            *value = step->value;
            *severity = step->severity;
            return PT_OK;
        }
    }
    return pt_err_field(PT_OK, p, "/scale/value", PT_C_NOT_ALLOWED);
}
