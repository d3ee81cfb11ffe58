// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { api } from '@/lib/api';
import { slugOf, toProblem } from '@/lib/problem';
import type { Bid, Side } from '@/shared/bids-query';
import type { JobRole } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { beginWith, bodyOf, counterLines, lastOf, openLines, showOfferProblem, type OfferForm } from './offer';
import { OfferFields } from './offer-fields';
import { useMost } from './use-most';

type AnswerFormProps = {
  bid: Bid;
  role: JobRole | undefined;
  side: Side;
  /** Answer the other side's offer, or change one's own that has no answer yet. */
  kind: 'counter' | 'revise';
  onDone: () => void;
};

/** Other figures, in place, beginning with those on the table. */
export function AnswerForm({ bid, role, side, kind, onDone }: AnswerFormProps) {
  const { t } = useTranslation('bids');
  const refresh = useRefresh();
  const most = useMost();
  const rule = lastOf(bid, side) ? side : (`${side}First` as const);
  const isCounter = kind === 'counter' || !role;
  const lines = isCounter ? counterLines(bid, role, side, most) : openLines(role, most);
  const { control, handleSubmit, setError, getValues } = useForm<OfferForm>({ mode: 'onTouched', defaultValues: beginWith(lines, bid.items, bid.days) });
  const outcome = {
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: (problem: unknown) => {
      showOfferProblem(problem, getValues(), setError);
      // The thread has moved on: what stands below the form is read again.
      if (slugOf(toProblem(problem)) === 'not-your-turn') void refresh();
    },
  };
  const counter = api.useMutation('post', '/bids/{bid_id}/counter', outcome);
  const revise = api.useMutation('post', '/bids/{bid_id}/revise', outcome);
  const send = handleSubmit((form) => (kind === 'counter' ? counter : revise).mutate({ params: { path: { bid_id: bid.id } }, body: bodyOf(form) }));
  return (
    <Form control={control} onSubmit={send}>
      {kind === 'counter' && <p className="text-soft">{t(`counter.rule.${rule}`, { count: bid.counters_left })}</p>}
      <OfferFields control={control} lines={lines} currency={bid.currency} fees={bid} side={side} isCounter={kind === 'counter'} />
      <div className="flex flex-wrap gap-3 max-md:flex-col">
        <SubmitButton pending={counter.isPending || revise.isPending}>{t(kind === 'counter' ? 'counter.send' : 'revise.send')}</SubmitButton>
        <Button kind="quiet" onClick={onDone}>
          {t('offer.cancel')}
        </Button>
      </div>
    </Form>
  );
}
