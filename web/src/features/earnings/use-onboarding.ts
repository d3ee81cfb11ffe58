// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';

import { http } from '@/lib/api';
import { leaveFor } from '@/lib/leave';

const TRIES = 8;
const PAUSE_MS = 1_500;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** The address of the provider's pages; null when it is still being made after all patience. */
async function onboardingUrl(): Promise<string | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each question waits for the answer before it
    const { data, error } = await http.POST('/me/payout-account');
    if (!data) throw error;
    if (data.url !== null) return data.url;
    // oxlint-disable-next-line no-await-in-loop
    await pause();
  }
  return null;
}

/** Goes to the payment provider to say who is paid and where. */
export function useOnboarding() {
  const { mutate, data, error, isPending, isSuccess } = useMutation({
    mutationFn: onboardingUrl,
    onSuccess: (url) => url !== null && leaveFor(url),
  });
  return { start: () => mutate(), error, isPending, isSlow: isSuccess && data === null };
}
