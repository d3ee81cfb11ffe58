// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Card } from '@/components/panel';
import { api, type Schema } from '@/lib/api';
import { useRefresh } from '@/shared/use-refresh';

type WithdrawProps = { finding: Schema<'Finding'>; work: Schema<'Submission'> };

/** Until the builder has looked, the tester can take a finding back that turned out to be none. */
export function Withdraw({ finding, work }: WithdrawProps) {
  const { t } = useTranslation('findings');
  const refresh = useRefresh();
  const [isSure, setIsSure] = useState(false);
  const withdraw = api.useMutation('post', '/findings/{finding_id}/withdraw', { onSuccess: refresh });
  if (finding.state !== 'new' || work.submitted_at === null || work.state === 'draft') return null;
  return (
    <Card className="flex flex-col items-start gap-3">
      <p>{t(isSure ? 'withdraw.sure' : 'withdraw.what')}</p>
      {withdraw.error && <FailedState error={withdraw.error} />}
      {isSure ? (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setIsSure(false)}>{t('withdraw.keep')}</Button>
          <Button kind="danger" pending={withdraw.isPending} onClick={() => withdraw.mutate({ params: { path: { finding_id: finding.id } } })}>
            {t('withdraw.submit')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setIsSure(true)}>{t('withdraw.action')}</Button>
      )}
    </Card>
  );
}
