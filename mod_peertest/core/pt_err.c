/* SPDX-License-Identifier: Apache-2.0 */
/* pt_err.c - the one way to fail: a problem from problems.def and its context.
 */

#include "core/pt_err.h"

#include <apr_strings.h>
#include <stdarg.h>

static const pt_problem_t problems[] = {
#define PT_PROBLEM(name, status, slug, title) {status, slug, title},
#include "core/problems.def"
#undef PT_PROBLEM
};

static const pt_code_t codes[] = {
#define PT_CODE(name, slug, meaning) {slug, meaning},
#include "core/field_codes.def"
#undef PT_CODE
};

const pt_problem_t *pt_problem(pt_problem_e problem)
{
    return &problems[problem];
}

const pt_code_t *pt_code(pt_code_e code)
{
    return &codes[code];
}

pt_err_t *pt_err_make(apr_pool_t *p, pt_problem_e problem, const char *file,
                      int line, const char *detail)
{
    pt_err_t *err = apr_pcalloc(p, sizeof(*err));

    err->pool = p;
    err->problem = problem;
    err->detail = detail;
    err->file = file;
    err->line = line;
    return err;
}

pt_err_t *pt_err_cause(pt_err_t *err, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    err->cause = apr_pvsprintf(err->pool, fmt, ap);
    va_end(ap);
    return err;
}

pt_err_t *pt_err_state(pt_err_t *err, const char *state)
{
    err->state = state ? apr_pstrdup(err->pool, state) : NULL;
    return err;
}

pt_err_t *pt_err_retry(pt_err_t *err, int seconds)
{
    err->retry_after = seconds;
    return err;
}

pt_err_t *pt_err_away(pt_err_t *err, const char *service)
{
    err->away = service;
    return err;
}

pt_err_t *pt_err_field(pt_err_t *err, apr_pool_t *p, const char *pointer,
                       pt_code_e code)
{
    pt_field_err_t *field;

    if (!err)
        err = pt_fail(p, PT_P_INVALID_INPUT, NULL);
    if (!err->fields)
        err->fields = apr_array_make(p, 4, sizeof(pt_field_err_t));
    field = apr_array_push(err->fields);
    field->pointer = apr_pstrdup(p, pointer);
    field->code = code;
    return err;
}
