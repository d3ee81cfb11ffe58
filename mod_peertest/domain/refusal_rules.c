/* SPDX-License-Identifier: Apache-2.0 */
/* refusal_rules.c - which refusals of the payment provider pass by themselves.
 */

#include "domain/refusal_rules.h"

#include <stddef.h>
#include <string.h>

/* Those that nobody needs to do anything about. Not among them: what is
 * answered with 409 or 429 (lock_timeout, rate_limit, idempotency_key_in_use)
 * is no refusal, the same request goes out again under its key; what is wrong
 * with a tester's account waits for that account; a refund that our balance
 * does not cover is not refused but stays pending at the provider.
 * https://docs.stripe.com/error-codes and
 * https://docs.stripe.com/changelog/basil/2025-04-30/refund-pending-reason,
 * read 2026-11-22 */
static const struct {
    const char *kind, *code;
} passing[] = {
    {"transfer", "balance_insufficient"}, /* until more payments have settled */
};

int pt_refusal_passes(const char *kind, const char *code)
{
    size_t i;

    for (i = 0; code && i < sizeof(passing) / sizeof(*passing); i++)
        if (!strcmp(passing[i].kind, kind) && !strcmp(passing[i].code, code))
            return 1;
    return 0;
}
