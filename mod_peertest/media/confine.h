/* SPDX-License-Identifier: Apache-2.0 */
/* confine.h - what a program that reads hostile bytes may still do, should they
 * take it over. */
#ifndef PT_CONFINE_H
#define PT_CONFINE_H

#include "media/media.h"

/**
 * Give up everything that the work does not need: for this process and those
 * that it starts. Limits memory, time and sizes; no network, no signals to
 * others, no files but its own; dies with its parent. Ends the program when a
 * part of it that the system has cannot be had.
 * @param alone no other program is started, either
 */
void confine(const work_t *work, int alone);

/** Say on standard output which means this system has.
 * @return 0 when a needed one is missing */
int confine_check(void);
#endif
