/* SPDX-License-Identifier: Apache-2.0 */
/* pt_slots.c - how many password hashes run at once in this child.
 *
 * A hash takes a quarter of a second of CPU: without a bound, a flood of
 * sign-ins would leave nothing to everybody else. */

#include "core/pt_slots.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#define WAITING_PER_SLOT 8
#define WAIT_SECONDS 3
#define RETRY_SECONDS 3

/* Cores belong to the process, not to one of its sites, and so does this. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    apr_int64_t busy, waiting;
} slots_state = {.lock = PTHREAD_MUTEX_INITIALIZER,
                 .freed = PTHREAD_COND_INITIALIZER};

static apr_int64_t half_the_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores > 3 ? cores / 2 : 1;
}

/* Wait in the queue. Called, and left, with the lock held. @return 1: one is
 * free */
static int wait_for_slot(apr_int64_t slots)
{
    struct timespec until;
    int timed_out = 0;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += WAIT_SECONDS;
    slots_state.waiting++;
    while (slots_state.busy >= slots && !timed_out)
        timed_out = pthread_cond_timedwait(&slots_state.freed,
                                           &slots_state.lock, &until);
    slots_state.waiting--;
    return slots_state.busy < slots;
}

pt_err_t *pt_slot_take(apr_pool_t *p, apr_int64_t slots)
{
    int taken;

    if (!slots)
        slots = half_the_cores();
    pthread_mutex_lock(&slots_state.lock);
    taken = slots_state.busy < slots
            || (slots_state.waiting < slots * WAITING_PER_SLOT
                && wait_for_slot(slots));
    slots_state.busy += taken;
    pthread_mutex_unlock(&slots_state.lock);
    if (!taken)
        return pt_err_retry(pt_fail(p, PT_P_RATE_LIMITED, NULL), RETRY_SECONDS);
    return PT_OK;
}

void pt_slot_give(void)
{
    pthread_mutex_lock(&slots_state.lock);
    slots_state.busy--;
    pthread_cond_signal(&slots_state.freed);
    pthread_mutex_unlock(&slots_state.lock);
}
