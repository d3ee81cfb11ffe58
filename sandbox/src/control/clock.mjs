// SPDX-License-Identifier: Apache-2.0
// Letting time pass: the sandbox's clock moves forward only, until a reset.

import { expireOverdueSessions } from '../stripe/checkout-sessions.mjs';

const TICK_MS = 1000;

export function advanceClock(world, seconds) {
  world.store.settings.clock_offset_s += seconds;
  world.store.touch();
  expireOverdueSessions(world);
}

/** Watches for what is due by itself; returns a function that stops it. */
export function startClock(world) {
  const timer = setInterval(() => expireOverdueSessions(world), TICK_MS);
  return () => clearInterval(timer);
}
