// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/**
 * Reads again what is on the page. Publishing, claiming and deciding change jobs, lists, boards,
 * timelines and money at once; naming each of them at each place would miss one.
 */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries(), [queryClient]);
}
