/* SPDX-License-Identifier: Apache-2.0 */
/* roles.c - roles as bits, and their names in the API. */

#include "domain/roles.h"

#include <string.h>

static const struct {
    const char *name;
    pt_role_e role;
} roles[] = {
    {"builder", PT_ROLE_BUILDER},
    {"tester", PT_ROLE_TESTER},
    {"admin", PT_ROLE_ADMIN},
};

static unsigned role_of(const char *name, size_t len)
{
    size_t i;

    for (i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
        if (strlen(roles[i].name) == len && !memcmp(roles[i].name, name, len))
            return roles[i].role;
    }
    return 0;
}

unsigned pt_role_of(const char *name)
{
    return role_of(name, strlen(name));
}

unsigned pt_roles_parse(const char *names)
{
    unsigned bits = 0;

    for (;;) {
        size_t len = strcspn(names, ",");

        bits |= role_of(names, len);
        if (!names[len])
            return bits;
        names += len + 1;
    }
}
