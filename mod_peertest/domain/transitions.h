/* SPDX-License-Identifier: Apache-2.0 */
/* transitions.h - a table of what can happen to a thing, by whom, and what it
 * is then. What a table does not list is not possible. */
#ifndef PT_TRANSITIONS_H
#define PT_TRANSITIONS_H

#include "core/pt_err.h"

/** A row; the last one of a table is PT_TRANSITIONS_END. */
typedef struct {
    const char *from;  /* a state as stored */
    int event;         /* of the table's own enumeration */
    const char *actor; /* builder, tester, clock, system, ... */
    const char *to;
} pt_transition_t;

/* clang-format off */
#define PT_TRANSITIONS_END {NULL, 0, NULL, NULL}
/* clang-format on */

/**
 * The row for an event in a state.
 * @param actor NULL: anybody
 * @return NULL when there is none
 */
const pt_transition_t *pt_transition_find(const pt_transition_t *table,
                                          const char *state, int event,
                                          const char *actor);

/** The state after an event, or NULL when it is not possible. */
const char *pt_transition_to(const pt_transition_t *table, const char *state,
                             int event, const char *actor);

/** @return PT_P_WRONG_STATE with the present state when it is not possible */
pt_err_t *pt_transition_may(apr_pool_t *p, const pt_transition_t *table,
                            const char *state, int event, const char *actor);
#endif
