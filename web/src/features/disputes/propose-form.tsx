// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { PercentField } from '@/components/form/percent-field';
import { Button } from '@/components/button';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import type { Dispute } from '@/shared/disputes-query';
import { DisputeSplit } from '@/shared/dispute-split';
import { useRefresh } from '@/shared/use-refresh';

import { standing } from './standing';

type Proposal = Body<'proposeSplit'>;

const EVEN = 50;

/** A split that this side would agree to, with what it gives to each. */
export function ProposeForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const toast = useToast();
  const refresh = useRefresh();
  const mine = standing(dispute, 'mine');
  const other = dispute.your_side === 'tester' ? dispute.builder_name : dispute.tester_name;
  const { control, handleSubmit, setError } = useForm<Proposal>({ mode: 'onTouched', defaultValues: { tester_percent: mine?.tester_percent ?? EVEN } });
  const propose = api.useMutation('post', '/disputes/{dispute_id}/propose', {
    onSuccess: async ({ state }) => {
      await refresh();
      toast('done', state === 'closed' ? t('settle.agreed') : t('settle.sent', { name: other }));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  return (
    <Form control={control} onSubmit={handleSubmit((body) => propose.mutate({ params: { path: { dispute_id: dispute.id } }, body }))}>
      <PercentField control={control} name="tester_percent" rules={rules.proposeSplit.tester_percent} label={t('settle.share', { name: dispute.tester_name })} help={t('settle.shareHelp')} />
      <Figures control={control} dispute={dispute} />
      <Button type="submit" pending={propose.isPending} className="max-md:w-full md:self-start">
        {t(mine ? 'settle.again' : 'settle.propose')}
      </Button>
    </Form>
  );
}

function Figures({ control, dispute }: { control: Control<Proposal>; dispute: Dispute }) {
  return <DisputeSplit dispute={dispute} percent={useWatch({ control, name: 'tester_percent' })} />;
}
