/* SPDX-License-Identifier: Apache-2.0 */
/* pt_signature.h - is a webhook from the payment provider, and from now? */
#ifndef PT_SIGNATURE_H
#define PT_SIGNATURE_H

#include <apr_pools.h>

/**
 * Judge a Stripe-Signature header, "t=<seconds>,v1=<hex>,v1=<hex>", over the
 * raw bytes of a body. https://docs.stripe.com/webhooks/signature, read
 * 2026-11-21
 * @param header NULL when there was none
 * @param secrets ends in NULL; any of them will do
 * @param now Unix seconds
 * @param tolerance seconds that the signature's time may be off, either way
 * @return "good", "missing", "malformed", "bad" or "stale"
 */
const char *pt_signature_result(apr_pool_t *p, const char *header,
                                const char *body, apr_size_t len,
                                const char *const *secrets, apr_int64_t now,
                                apr_int64_t tolerance);
#endif
