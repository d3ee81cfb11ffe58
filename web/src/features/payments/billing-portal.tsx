// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { useToast } from '@/components/toasts';
import { http } from '@/lib/api';
import { leaveFor } from '@/lib/leave';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { urlOfProvider } from '@/shared/provider-page';

/** Cards are kept by the payment provider; this is the way to its page. */
export function BillingPortal() {
  const { t } = useTranslation('payments');
  const toast = useToast();
  const textOf = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => urlOfProvider(() => http.POST('/me/billing-portal')),
    onSuccess: (url) => (url === null ? toast('problem', t('portal.slow')) : leaveFor(url)),
    onError: (error: unknown) => toast('problem', textOf(toProblem(error))),
  });
  return (
    <Button pending={isPending} onClick={() => mutate()}>
      {t('portal.action')}
    </Button>
  );
}
