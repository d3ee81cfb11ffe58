/* SPDX-License-Identifier: Apache-2.0 */
/* refusal_rules.h - which refusals of the payment provider pass by themselves.
 */
#ifndef PT_REFUSAL_RULES_H
#define PT_REFUSAL_RULES_H

/**
 * Is a request refused only as things are at the provider now, so that the same
 * may be asked again later? The refusal itself is final: the next try needs a
 * new idempotency key.
 * @param kind a money_intent.kind
 * @param code the provider's; NULL: there was no refusal
 */
int pt_refusal_passes(const char *kind, const char *code);
#endif
