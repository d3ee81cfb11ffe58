/* SPDX-License-Identifier: Apache-2.0 */
/* intent_ops.h - money intents: requests that move money at the provider,
 * frozen before the first attempt, repeated without change, looked up when in
 * doubt. */
#ifndef PT_INTENT_OPS_H
#define PT_INTENT_OPS_H

#include "features/provider_ops.h"

/** A request to be frozen. */
typedef struct {
    const char *kind;       /* "checkout", "transfer", "refund", "reversal" */
    const char *subject_id; /* payment; submission; refund without one;
                             * reversal */
    const char *submission_id; /* may be NULL */
    apr_int64_t decision;      /* of the submission; else 1 */
    const char *path;          /* POST to it */
    pt_form_t *form;        /* the request; the intent's own marks are added */
    const char *group_path; /* GET it for a list that has what was made */
} pt_intent_spec_t;

/** Write an intent, in the caller's transaction.
 * @return PT_P_CONFLICT when this decision has one already */
pt_err_t *pt_intent_make(pt_ctx_t *c, const char **intent_id,
                         const pt_intent_spec_t *spec);

/** Queue the sending of an intent, in the caller's transaction. Intents of one
 * subject are sent one at a time. */
pt_err_t *pt_intent_queue(pt_ctx_t *c, const char *intent_id,
                          const char *subject_id);

/** The provider has shown what the intent made, in the caller's transaction. */
pt_err_t *pt_intent_confirmed(pt_ctx_t *c, const char *intent_id,
                              const char *provider_id);

/**
 * Job: send an intent, or find out what became of it, and book the answer. What
 * has failed is looked up and then asked for again under a new key. Does
 * nothing for one that has done its work, and for one of a frozen builder that
 * has not left.
 * @return PT_OK when it is settled or waits for somebody; else a failure, to be
 *         tried again
 */
pt_err_t *pt_intent_send(pt_ctx_t *c, const char *intent_id);

/** Job: the last attempt to send has failed. What nobody knows is looked up
 * from time to time; what was never sent, or refused for now until the end, is
 * shown as failed until somebody redrives it. */
pt_err_t *pt_intent_give_up(pt_ctx_t *c, const char *intent_id);

/** Job: ask the provider about an intent that no event has told of. */
pt_err_t *pt_intent_poll(pt_ctx_t *c, const char *intent_id);

/** Set the clock for the next question: soon at first, then ever later. */
pt_err_t *pt_intent_poll_later(pt_ctx_t *c, const char *intent_id);

/** Clock intent/poll: queue the question. */
pt_err_t *pt_intent_poll_due(pt_ctx_t *c, const char *intent_id);
#endif
