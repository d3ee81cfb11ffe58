/* SPDX-License-Identifier: Apache-2.0 */
/* roles.h - roles as bits, and their names in the API. */
#ifndef PT_ROLES_H
#define PT_ROLES_H

#include <apr_pools.h>

typedef enum {
    PT_ROLE_BUILDER = 1,
    PT_ROLE_TESTER = 2,
    PT_ROLE_ADMIN = 4
} pt_role_e;

/** What an administrator may do beside looking. */
typedef enum {
    PT_SCOPE_SUPPORT = 1,
    PT_SCOPE_FINANCE = 2,
    PT_SCOPE_MODERATION = 4,
    PT_SCOPE_SUPER = 8 /* everything */
} pt_scope_e;

/** Bits of the names of scopes separated by commas. */
unsigned pt_scopes_parse(const char *names);

/** The first scope among the bits, which is taken from them; NULL: none. */
const char *pt_scope_take(unsigned *bits);

/** Bits of names separated by commas ("builder,tester"); unknown names count
 * for nothing. */
unsigned pt_roles_parse(const char *names);

/** The bit of one name, or 0. */
unsigned pt_role_of(const char *name);
#endif
