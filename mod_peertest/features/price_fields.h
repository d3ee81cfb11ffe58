/* SPDX-License-Identifier: Apache-2.0 */
/* price_fields.h - the forms of a plan that is priced and of what it costs. */
#ifndef PT_PRICE_FIELDS_H
#define PT_PRICE_FIELDS_H

#include "core/pt_schema.h"

/** A role of a plan, as it is sent. */
extern const pt_schema_t pt_priced_role_input;

/** The same, as a saved plan shows it. */
extern const pt_schema_t pt_priced_role_schema;

/** What a plan costs. */
extern const pt_schema_t pt_estimate_schema;

/* What is priced, as members of an input struct: currency, market, roles. */
#define PT_BASKET_FIELDS(struct_) \
    PT_F(struct_, currency, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, \
         .pattern = "^[a-z]{3}$", .doc = "ISO 4217, lower case"), \
        PT_F(struct_, market, PT_T_TEXT, PT_IN_BODY, PT_OPTIONAL, .min = 2, \
             .pattern = "^[A-Z]{2}$", \
             .doc = "Country whose prices count, ISO 3166; else the usual"), \
        PT_F(struct_, roles, PT_T_ARRAY, PT_IN_BODY, PT_REQUIRED, .max = 20, \
             .item = PT_T_OBJECT, .of = &pt_priced_role_input, \
             .doc = "Who is to test what")

#endif
