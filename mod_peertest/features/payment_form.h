/* SPDX-License-Identifier: Apache-2.0 */
/* payment_form.h - the JSON form of a payment, for every feature that shows
 * one.
 */
#ifndef PT_PAYMENT_FORM_H
#define PT_PAYMENT_FORM_H

#include "core/pt_schema.h"

/** Payment; the form itself is made by api.payment(). */
extern const pt_schema_t pt_payment_schema;
#endif
