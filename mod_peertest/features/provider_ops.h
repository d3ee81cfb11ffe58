/* SPDX-License-Identifier: Apache-2.0 */
/* provider_ops.h - what payments, refunds and payouts share when they talk to
 * the payment provider. Calls marked "job" go outside: only in background jobs,
 * never in a transaction. */
#ifndef PT_PROVIDER_OPS_H
#define PT_PROVIDER_OPS_H

#include "providers/stripe.h"
#include "store/pt_ctx.h"

/** What an object that the provider showed us, by event or by poll, has told.
 */
typedef enum {
    PT_SEEN_DONE,    /* taken in; nothing more is expected of it */
    PT_SEEN_OPEN,    /* taken in; it will change again */
    PT_SEEN_LATER,   /* ours by its mark, but we do not know it yet */
    PT_SEEN_FOREIGN, /* not ours: left alone */
    PT_SEEN_WRONG    /* ours, but it contradicts us: nothing has moved */
} pt_seen_e;

/** A member of an object's metadata, or NULL. */
const char *pt_object_mark(const json_t *object, const char *name);

/** The mark if it is a UUID, so that it can be looked up; else NULL. */
const char *pt_object_uuid(const json_t *object, const char *name);

/** Does the object carry the mark of another site? */
int pt_object_is_foreign(const pt_ctx_t *c, const json_t *object);

/** What an object that matches no row of ours is: not known yet when it carries
 * this site's mark, else not ours. */
pt_seen_e pt_object_unmatched(const pt_ctx_t *c, const json_t *object);

/** Mark a request with the site and what it is about: "<prefix>[site]" and
 * "<prefix>[<name>]". @param prefix "metadata", or where an object inside has
 * its own */
void pt_form_mark(pt_form_t *form, const pt_ctx_t *c, const char *prefix,
                  const char *name, const char *id);

/** Job: read an object.
 * @return PT_P_NOT_FOUND when the provider has none, PT_P_UNAVAILABLE when it
 *         cannot be asked */
pt_err_t *pt_provider_get(pt_ctx_t *c, json_t **object, const char *path);

/** What is to be made, and the parts of its idempotency key. */
typedef struct {
    const char *path;
    const pt_form_t *form;
    const char *what; /* e.g. "customer" */
    const char *whom; /* the id of the account it is for */
    int attempt;      /* a fresh key once the provider has stored a failure */
} pt_making_t;

/**
 * Job: make something that moves no money and may be made by any attempt.
 * @param object set when it was made; NULL when it was refused for good
 * @param refusal set to the code when it was refused
 */
pt_err_t *pt_provider_make(pt_ctx_t *c, json_t **object, const char **refusal,
                           const pt_making_t *making);
#endif
