/* SPDX-License-Identifier: Apache-2.0 */
/* refusal_rules_test.c - which refusals pass by themselves. */

#include "domain/refusal_rules.h"
#include "tap.h"

int main(void)
{
    static const struct {
        const char *name, *kind, *code;
        int passes;
    } cases[] = {
        {"too little money for a transfer", "transfer", "balance_insufficient",
         1},
        {"no refusal at all", "transfer", NULL, 0},
        {"an account that cannot be paid", "transfer",
         "insufficient_capabilities_for_transfer", 0},
        {"an account that is not there", "transfer", "account_invalid", 0},
        {"what nobody knows", "transfer", "moon_phase", 0},
        {"the beginning of a code", "transfer", "balance", 0},
        {"a reversal: the tester has no money", "reversal",
         "balance_insufficient", 0},
        {"a refund: the provider keeps it pending itself", "refund",
         "balance_insufficient", 0},
        {"a payment page", "checkout", "balance_insufficient", 0},
    };
    size_t i;

    for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        ok(pt_refusal_passes(cases[i].kind, cases[i].code) == cases[i].passes,
           cases[i].name);
    return done_testing();
}
