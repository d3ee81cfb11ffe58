// SPDX-License-Identifier: Apache-2.0

/** Waits for the answer of a call and throws what it was refused with. */
export async function sent(call: Promise<{ error?: unknown }>): Promise<void> {
  const { error } = await call;
  if (error !== undefined) throw error;
}
