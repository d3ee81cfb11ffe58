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

/** Bits of names separated by commas ("builder,tester"); unknown names count
 * for nothing. */
unsigned pt_roles_parse(const char *names);

/** The bit of one name, or 0. */
unsigned pt_role_of(const char *name);
#endif
