/* SPDX-License-Identifier: Apache-2.0 */
/* pt_idem.h - Idempotency-Key: the first answer, again. */
#ifndef PT_IDEM_H
#define PT_IDEM_H

#include "http/pt_route.h"

/** The key of a request and what it was used for. */
typedef struct {
    const char *key; /* NULL: the request has none, or the route stores none */
    const char *caller;
    const char *body_hash; /* bytea text */
    int replayed;          /* q->body, q->status, q->resource_id are the stored
                            * ones */
} pt_idem_t;

/**
 * Read and check the header.
 * @return PT_P_IDEMPOTENCY_REQUIRED, or PT_P_MALFORMED for a bad key
 */
pt_err_t *pt_idem_read(pt_idem_t *idem, pt_req_t *q);

/**
 * In the request's transaction: take the key, or find its stored answer.
 * @return PT_P_IDEMPOTENCY_MISMATCH, PT_P_IDEMPOTENCY_RUNNING
 */
pt_err_t *pt_idem_begin(pt_idem_t *idem, pt_req_t *q);

/** Store the answer; in the transaction whose effects it reports. */
pt_err_t *pt_idem_store(const pt_idem_t *idem, pt_req_t *q);
#endif
