/* SPDX-License-Identifier: Apache-2.0 */
/* pt_worker.h - background jobs and clocks. */
#ifndef PT_WORKER_H
#define PT_WORKER_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/** One background job under way. Everything in it lives in ctx->pool. */
typedef struct {
    const char *id;
    const char *kind;
    json_t *payload;
    int attempt;       /* 1 for the first */
    int last;          /* 1: when this one fails, the job is dead */
    int outages;       /* times in a row that an outside service was away */
    const char *fence; /* of this claim */
    const volatile apr_uint32_t *stopping; /* not 0: httpd ends */
} pt_job_t;

/**
 * A job's function. It runs outside of any transaction with ctx->db open; it
 * begins and commits its own. A failure is retried; PT_OK finishes the job. One
 * that pt_err_away() has marked costs no try.
 * @param result may be set: what a waiting request gets; takes the reference
 */
typedef pt_err_t *(*pt_job_fn)(pt_ctx_t *c, const pt_job_t *job,
                               json_t **result);

/**
 * For a job that takes longer than a lease: it goes on. Renews the lease, to be
 * called several times in one; and in the transaction that ends such a job, so
 * that only one worker's work counts.
 * @return PT_P_CONFLICT when another worker has taken it over: what was done
 *         must not count
 */
pt_err_t *pt_job_keep(pt_ctx_t *c, const pt_job_t *job);

/** Is this failure the job's end? Then its function leaves things in order. */
int pt_job_gives_up(const pt_job_t *job, const pt_err_t *err);

/** Is httpd about to end? Then a long job stops with any failure: it is given
 * back, and costs no try. */
int pt_job_must_stop(const pt_job_t *job);

/**
 * A clock's function. It runs inside the transaction that takes the clock's row
 * away, and begins with locking its object. It must tolerate that its reason
 * has gone. It may clear its own clock but not set it: what it did is undone
 * when the clock was put off while it waited for the lock. @param id the
 * object's
 */
typedef pt_err_t *(*pt_clock_fn)(pt_ctx_t *c, const char *id);

/* The functions that the tables name. */
#define PT_JOB(kind, function, tries, urgency, what) \
    pt_err_t *function(pt_ctx_t *c, const pt_job_t *job, json_t **result);
#include "worker/jobs.def"
#undef PT_JOB
#define PT_CLOCK(entity, transition, function) \
    pt_err_t *function(pt_ctx_t *c, const char *id);
#include "worker/clocks.def"
#undef PT_CLOCK

/** Start the threads of this child for every site; joined by a pre-cleanup of
 * p. Call in child_init, last. */
void pt_worker_start(apr_pool_t *p);

/** Tell the threads to finish what they do; does not wait. */
void pt_worker_stop(void);
#endif
