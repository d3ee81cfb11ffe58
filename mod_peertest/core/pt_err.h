/* SPDX-License-Identifier: Apache-2.0 */
/* pt_err.h - the one way to fail: a problem from problems.def and its context.
 */
#ifndef PT_ERR_H
#define PT_ERR_H

#include <apr_pools.h>
#include <apr_tables.h>

typedef enum {
#define PT_PROBLEM(name, status, slug, title) PT_P_##name,
#include "core/problems.def"
#undef PT_PROBLEM
    PT_P_COUNT
} pt_problem_e;

/** A constant row of problems.def. */
typedef struct {
    int status;
    const char *slug;
    const char *title;
} pt_problem_t;

typedef enum {
#define PT_CODE(name, slug, meaning) PT_C_##name,
#include "core/field_codes.def"
#undef PT_CODE
    PT_C_COUNT
} pt_code_e;

/** A constant row of field_codes.def. */
typedef struct {
    const char *slug;
    const char *meaning;
} pt_code_t;

/** One refused input field; see pt_err_field(). */
typedef struct {
    const char *pointer; /* RFC 6901, e.g. "/steps/0/text" */
    pt_code_e code;
} pt_field_err_t;

/** Why an operation failed. NULL means that it did not. */
typedef struct pt_err_t {
    apr_pool_t *pool;
    pt_problem_e problem;
    const char *detail; /* sent to the client; may be NULL */
    const char *cause;  /* for the log alone; may be NULL */
    const char *state;  /* 409: the object's present state; may be NULL */
    int retry_after;    /* seconds; 0: none */
    const char *away;   /* the outside service that did not work; else NULL */
    apr_array_header_t *fields; /* of pt_field_err_t; may be NULL */
    const char *file;
    int line;
} pt_err_t;

#define PT_OK ((pt_err_t *)NULL)

#define PT_TRY(call) \
    do { \
        pt_err_t *pt_try_ = (call); \
        if (pt_try_) \
            return pt_try_; \
    } while (0)

/** Make a failure. detail is for the reader (plain words) or NULL. */
#define pt_fail(p, problem, detail) \
    pt_err_make((p), (problem), __FILE__, __LINE__, (detail))

/** The constant row of a problem. */
const pt_problem_t *pt_problem(pt_problem_e problem);

/** The constant row of a field code. */
const pt_code_t *pt_code(pt_code_e code);

/** Use pt_fail(). The error lives in p, and so does what is added to it. */
pt_err_t *pt_err_make(apr_pool_t *p, pt_problem_e problem, const char *file,
                      int line, const char *detail);

/** Add what only the log may know. @return err */
pt_err_t *pt_err_cause(pt_err_t *err, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/** Say which state the object is in now (409). @return err */
pt_err_t *pt_err_state(pt_err_t *err, const char *state);

/** Say when to try again (429, 503). @return err */
pt_err_t *pt_err_retry(pt_err_t *err, int seconds);

/* Outside services, as background jobs and /ready name them. */
#define PT_AWAY_PAYMENTS "payments"
#define PT_AWAY_MAIL "mail"
#define PT_AWAY_STORAGE "storage"

/** Say that it failed because an outside service is away, busy or full, and not
 * because of what was asked of it. @return err */
pt_err_t *pt_err_away(pt_err_t *err, const char *service);

/**
 * Add a refused field.
 * @param err an earlier result of this function, a failure that shall name a
 *        field, or PT_OK to begin
 * @param pointer RFC 6901; copied into p
 * @return err, or an INVALID_INPUT failure, that lists the field
 */
pt_err_t *pt_err_field(pt_err_t *err, apr_pool_t *p, const char *pointer,
                       pt_code_e code);
#endif
