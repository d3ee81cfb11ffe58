/* SPDX-License-Identifier: Apache-2.0 */
/* pt_slots.h - how many password hashes run at once in this child. */
#ifndef PT_SLOTS_H
#define PT_SLOTS_H

#include "core/pt_err.h"

/**
 * Take a slot; give it back with pt_slot_give(). A few callers wait for one in
 * a short queue.
 * @param slots how many there are; 0: half the cores
 * @return PT_P_RATE_LIMITED (with Retry-After) when the queue is full, or none
 *         comes free in time
 */
pt_err_t *pt_slot_take(apr_pool_t *p, apr_int64_t slots);

void pt_slot_give(void);
#endif
