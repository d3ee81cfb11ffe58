/* SPDX-License-Identifier: Apache-2.0 */
/* queue_ops.h - write background jobs, clocks and events in the transaction
 * that causes them. */
#ifndef PT_QUEUE_OPS_H
#define PT_QUEUE_OPS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/**
 * Add a background job (a kind of worker/jobs.def).
 * @param job_id set to the job's id unless NULL
 * @param payload takes the reference; NULL is {}
 * @param serial_key jobs of one key run one at a time; NULL: none
 * @param dedupe_key a second job of this key is not added (*job_id is then the
 *        first one's); NULL: none
 */
pt_err_t *pt_queue_add(pt_ctx_t *c, const char **job_id, const char *kind,
                       json_t *payload, const char *serial_key,
                       const char *dedupe_key);

/** Is this a kind of worker/jobs.def? */
int pt_queue_knows(const char *kind);

/** Add a mail (a kind of domain/mails.def) to one account, and the notice in
 * the application that goes with it.
 * @param data what its text names; takes the reference */
pt_err_t *pt_mail_add(pt_ctx_t *c, const char *mail, const char *account_id,
                      json_t *data);

/** Set or move a clock: at now() + seconds apply the transition. */
pt_err_t *pt_clock_set(pt_ctx_t *c, const char *entity, const char *id,
                       const char *transition, apr_int64_t seconds);

/** Take a clock away, or all of the object; none is no failure.
 * @param transition NULL: all but one that is striking now */
pt_err_t *pt_clock_clear(pt_ctx_t *c, const char *entity, const char *id,
                         const char *transition);

/** What happened, for the timeline; members left out are NULL. */
typedef struct {
    const char *job_id, *bid_id, *assignment_id, *submission_id;
    const char *actor_id;   /* NULL: clock, gateway or system */
    const char *actor_kind; /* builder, tester, admin, clock, gateway, system */
    const char *kind;       /* "claimed", "approved", ... */
    const char *from_state, *to_state;
    apr_int64_t amount_minor; /* 0: none */
    const char *currency;
    const char *note;
} pt_event_t;
pt_err_t *pt_event_add(pt_ctx_t *c, const pt_event_t *event);
#endif
