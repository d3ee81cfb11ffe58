/* SPDX-License-Identifier: Apache-2.0 */
/* tap.h - the whole of our C test harness: TAP on stdout. */
#ifndef TAP_H
#define TAP_H

#include <stdio.h>
#include <string.h>

static int tap_count, tap_failures;

/* One test: what must hold, and the sentence that it proves. */
#define ok(condition, name) \
    (printf("%sok %d - %s\n", (condition) ? "" : (tap_failures++, "not "), \
            ++tap_count, (name)))

/* Two texts are equal; either may be NULL. Shows both when they are not. */
static inline void is(const char *got, const char *wanted, const char *name)
{
    int same = got && wanted ? !strcmp(got, wanted) : got == wanted;

    ok(same, name);
    if (!same)
        printf("#  got: %s\n# want: %s\n", got ? got : "(null)",
               wanted ? wanted : "(null)");
}

/* Ends the plan. @return main's result */
#define done_testing() (printf("1..%d\n", tap_count), tap_failures ? 1 : 0)

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#endif
