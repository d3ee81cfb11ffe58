/* SPDX-License-Identifier: Apache-2.0 */
/* transitions.c - looking things up in a table of transitions. */

#include "domain/transitions.h"

#include <string.h>

const pt_transition_t *pt_transition_find(const pt_transition_t *table,
                                          const char *state, int event,
                                          const char *actor)
{
    for (const pt_transition_t *t = table; t->from; t++) {
        if (t->event == event && strcmp(t->from, state) == 0
            && (!actor || strcmp(t->actor, actor) == 0))
            return t;
    }
    return NULL;
}

const char *pt_transition_to(const pt_transition_t *table, const char *state,
                             int event, const char *actor)
{
    const pt_transition_t *t = pt_transition_find(table, state, event, actor);

    return t ? t->to : NULL;
}

pt_err_t *pt_transition_may(apr_pool_t *p, const pt_transition_t *table,
                            const char *state, int event, const char *actor)
{
    if (pt_transition_find(table, state, event, actor))
        return PT_OK;
    return pt_err_state(pt_fail(p, PT_P_WRONG_STATE, NULL), state);
}
