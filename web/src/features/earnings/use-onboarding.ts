// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';

import { http } from '@/lib/api';
import { leaveFor } from '@/lib/leave';
import { urlOfProvider } from '@/shared/provider-page';

/** Goes to the payment provider to say who is paid and where. */
export function useOnboarding() {
  const { mutate, data, error, isPending, isSuccess } = useMutation({
    mutationFn: () => urlOfProvider(() => http.POST('/me/payout-account')),
    onSuccess: (url) => url !== null && leaveFor(url),
  });
  return { start: () => mutate(), error, isPending, isSlow: isSuccess && data === null };
}
