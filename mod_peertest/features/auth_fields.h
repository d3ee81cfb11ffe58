/* SPDX-License-Identifier: Apache-2.0 */
/* auth_fields.h - the parts of an account's form that several routes share. */
#ifndef PT_AUTH_FIELDS_H
#define PT_AUTH_FIELDS_H

#include "core/pt_schema.h"

/* A language as RFC 5646, section 2.1, writes it: language, script, region. */
#define PT_LOCALE_PATTERN "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"

/* One line with something in it: a name goes into the headers of mails. */
#define PT_NAME_PATTERN "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$"

/** The account, for its owner: api.account(). */
extern const pt_schema_t pt_account_schema;
#endif
