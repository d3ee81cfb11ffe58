// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import type { Bid } from '@/shared/bids-query';
import type { JobRole } from '@/shared/jobs-query';

export type JobChange = {
  /** Items that the offer names and the role does not have any more. */
  gone: string[];
  /** Required items that the offer does not name. */
  added: string[];
};

/** How the role now differs from what the offer names. */
export function changeOf(bid: Pick<Bid, 'items'>, role: Pick<JobRole, 'items'> | undefined): JobChange {
  const wanted = role?.items ?? [];
  return {
    gone: bid.items.filter(({ item_id }) => !wanted.some(({ id }) => id === item_id)).map(({ title }) => title),
    added: wanted.filter(({ id, required }) => required && !bid.items.some(({ item_id }) => item_id === id)).map(({ title }) => title),
  };
}

export const isUnchanged = ({ gone, added }: JobChange): boolean => gone.length + added.length === 0;

/** The builder has changed the job under an open offer: what that means for it. */
export function JobChangePanel({ change }: { change: JobChange }) {
  const { t } = useTranslation('bids');
  return (
    <Card className="flex flex-col gap-2">
      <Badge state="yours">{t('change.title')}</Badge>
      <p className="max-w-reading text-soft">{t(isUnchanged(change) ? 'change.words' : 'change.items')}</p>
      {change.added.length > 0 && <p>{t('change.added', { titles: change.added.join(', ') })}</p>}
      {change.gone.length > 0 && <p>{t('change.gone', { titles: change.gone.join(', ') })}</p>}
    </Card>
  );
}
