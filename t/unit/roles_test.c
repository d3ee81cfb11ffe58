/* SPDX-License-Identifier: Apache-2.0 */
/* roles_test.c - names of roles become bits. */

#include "domain/roles.h"
#include "tap.h"

#include <string.h>

int main(void)
{
    static const struct {
        const char *names;
        unsigned bits;
    } cases[] = {
        {"", 0},
        {"builder", PT_ROLE_BUILDER},
        {"tester", PT_ROLE_TESTER},
        {"admin", PT_ROLE_ADMIN},
        {"builder,tester", PT_ROLE_BUILDER | PT_ROLE_TESTER},
        {"admin,builder,tester",
         PT_ROLE_ADMIN | PT_ROLE_BUILDER | PT_ROLE_TESTER},
        {"tester,tester", PT_ROLE_TESTER},
        {"owner", 0},
        {"owner,tester", PT_ROLE_TESTER},
        {"testers", 0},
        {"test", 0},
        {" tester", 0},
        {"Tester", 0},
        {",,", 0},
    };
    unsigned bits = PT_SCOPE_FINANCE | PT_SCOPE_SUPER;
    size_t i;

    for (i = 0; i < LENGTH(cases); i++)
        ok(pt_roles_parse(cases[i].names) == cases[i].bits, cases[i].names);
    ok(pt_role_of("builder") == PT_ROLE_BUILDER, "one name");
    ok(pt_role_of("builder,tester") == 0, "a list is no name");
    ok(pt_scopes_parse("") == 0, "no scope");
    ok(pt_scopes_parse("finance,support")
           == (PT_SCOPE_FINANCE | PT_SCOPE_SUPPORT),
       "two scopes");
    ok(pt_scopes_parse("super,moderation")
           == (PT_SCOPE_SUPER | PT_SCOPE_MODERATION),
       "the other two");
    ok(pt_scopes_parse("admin,Super") == 0, "what is no scope");
    ok(strcmp(pt_scope_take(&bits), "finance") == 0 && bits == PT_SCOPE_SUPER,
       "scopes one after the other");
    ok(strcmp(pt_scope_take(&bits), "super") == 0 && bits == 0, "the last one");
    ok(pt_scope_take(&bits) == NULL, "none is left");
    return done_testing();
}
