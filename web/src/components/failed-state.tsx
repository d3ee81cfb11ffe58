// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';

import { Button } from './button';
import { StateMark } from './state-mark';

type FailedStateProps = { error: unknown; onRetry?: () => void };

/** Something could not be shown: what happened, what to do, and the id that support asks for. */
export function FailedState({ error, onRetry }: FailedStateProps) {
  const { t } = useTranslation();
  const problem = toProblem(error);
  const text = useProblemText()(problem);
  return (
    <div role="alert" className="flex flex-col items-start gap-3 border-s-2 border-problem py-2 ps-4">
      <p className="flex items-start gap-2">
        <StateMark state="problem" className="mt-1" />
        {text}
      </p>
      {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      <RequestId id={problem.request_id} />
    </div>
  );
}

/** For support: the id under which the server logged the request. */
export function RequestId({ id }: { id: string | undefined }) {
  const { t } = useTranslation();
  if (!id) return null;
  return (
    <p className="text-note text-soft">
      {t('requestId')} <code className="font-mono text-ink select-all">{id}</code>
    </p>
  );
}
