/* SPDX-License-Identifier: Apache-2.0 */
/* stripe.h - Stripe's API: forms in, objects out, and what an answer means for
 * the money. */
#ifndef PT_STRIPE_H
#define PT_STRIPE_H

#include "core/pt_json.h"
#include "core/pt_site.h"

/** A request body under construction; names nest: "metadata[site]". */
typedef struct pt_form_t pt_form_t;

pt_form_t *pt_form_make(apr_pool_t *p);
/** Add a value; NULL leaves the name out. */
void pt_form_add(pt_form_t *form, const char *name, const char *value);
void pt_form_int(pt_form_t *form, const char *name, apr_int64_t value);
/** The bytes: application/x-www-form-urlencoded, in the form's pool. */
const char *pt_form_text(const pt_form_t *form);

typedef enum {
    PT_STRIPE_DONE,    /* carried out; the object is there */
    PT_STRIPE_REFUSED, /* definitely not carried out, and never will be */
    PT_STRIPE_LATER,   /* this attempt was not carried out: same bytes again */
    PT_STRIPE_UNKNOWN  /* it may have been carried out: look before repeating */
} pt_stripe_outcome_e;

/** What came of a call. Everything in it lives in the pool of the call. */
typedef struct {
    pt_stripe_outcome_e outcome;
    json_t *object;      /* when done */
    const char *code;    /* when refused: decline_code, or code, or type */
    int key_is_spent;    /* its stored answer is a server error, or another's */
    int retry_after;     /* seconds; 0: not said */
    const char *trouble; /* when not done: for the log, no personal data */
} pt_stripe_answer_t;

/**
 * Create or change something.
 * @param path "/v1/..."
 * @param body from pt_form_text(); the same key must always carry the same
 * bytes
 * @param key idempotency key; NULL where a repeat does no harm
 */
void pt_stripe_post(pt_stripe_answer_t *answer, apr_pool_t *p,
                    const pt_site_t *site, const char *path, const char *body,
                    const char *key);

/** Read something. A REFUSED one with code "resource_missing" is not there. */
void pt_stripe_get(pt_stripe_answer_t *answer, apr_pool_t *p,
                   const pt_site_t *site, const char *path);

/**
 * A call that did not succeed as a failure that a background job passes up, to
 * be tried again.
 */
pt_err_t *pt_stripe_err(apr_pool_t *p, const pt_stripe_answer_t *answer);
#endif
