// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';

import { routes } from '@/app/router';
import { ToastProvider } from '@/components/toasts';
import { queryClient } from '@/lib/query-client';

function withProviders(content: ReactNode) {
  queryClient.clear();
  const { queries } = queryClient.getDefaultOptions();
  queryClient.setDefaultOptions({ queries: { ...queries, retry: false } });
  return render(
    <QueryClientProvider client={queryClient}>
      <ToastProvider>{content}</ToastProvider>
    </QueryClientProvider>,
  );
}

/** One component, in the place of a page. */
export function show(content: ReactNode) {
  return withProviders(<RouterProvider router={createMemoryRouter([{ path: '*', element: content }])} />);
}

/** The whole application at an address. */
export function visit(address: string) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  withProviders(<RouterProvider router={router} />);
  return router;
}
