/* SPDX-License-Identifier: Apache-2.0 */
/* roles.c - roles as bits, and their names in the API. */

#include "domain/roles.h"

#include <string.h>

typedef struct {
    const char *name;
    unsigned bit;
} named_bit_t;

static const named_bit_t roles[] = {
    {"builder", PT_ROLE_BUILDER},
    {"tester", PT_ROLE_TESTER},
    {"admin", PT_ROLE_ADMIN},
    {NULL, 0},
};

static const named_bit_t scopes[] = {
    {"support", PT_SCOPE_SUPPORT},
    {"finance", PT_SCOPE_FINANCE},
    {"moderation", PT_SCOPE_MODERATION},
    {"super", PT_SCOPE_SUPER},
    {NULL, 0},
};

static unsigned bit_of(const named_bit_t *known, const char *name, size_t len)
{
    for (; known->name; known++) {
        if (strlen(known->name) == len && !memcmp(known->name, name, len))
            return known->bit;
    }
    return 0;
}

static unsigned bits_of(const named_bit_t *known, const char *names)
{
    unsigned bits = 0;

    for (;;) {
        size_t len = strcspn(names, ",");

        bits |= bit_of(known, names, len);
        if (!names[len])
            return bits;
        names += len + 1;
    }
}

unsigned pt_role_of(const char *name)
{
    return bit_of(roles, name, strlen(name));
}

unsigned pt_roles_parse(const char *names)
{
    return bits_of(roles, names);
}

unsigned pt_scopes_parse(const char *names)
{
    return bits_of(scopes, names);
}

const char *pt_scope_take(unsigned *bits)
{
    const named_bit_t *known = scopes;

    while (known->name && !(*bits & known->bit))
        known++;
    *bits &= ~known->bit;
    return known->name;
}
