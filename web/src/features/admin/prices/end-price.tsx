// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { InstantField } from '@/components/form/instant-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { usePriceWords } from './price-words';
import type { Price } from './prices-query';

/** Ends a price without one that follows. */
export function EndPrice({ price, onClose }: { price: Price; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const refresh = useRefresh();
  const words = usePriceWords();
  const { control, handleSubmit, setError } = useForm<{ at: string; reason: string }>({ mode: 'onTouched', defaultValues: { at: '', reason: '' } });
  const end = api.useMutation('post', '/admin/prices/{price_id}/end', {
    onSuccess: async () => {
      await refresh();
      onClose();
      toast('done', t('end.done'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const submit = handleSubmit(({ at, reason }) => end.mutate({ params: { path: { price_id: price.id } }, body: { reason, ...(at && { at }) } }));
  return (
    <Modal isOpen onClose={onClose} title={t('end.title', { what: words.what(price) })}>
      <p className="mb-6 text-soft">{t(price.kind === 'fee' ? 'end.whatFee' : price.market ? 'end.whatMarket' : 'end.what')}</p>
      <Form control={control} onSubmit={submit}>
        <InstantField control={control} name="at" label={t('end.at')} help={t('end.atHelp')} />
        <TextAreaField control={control} name="reason" rules={rules.endPrice.reason} label={t('set.reason')} help={t('set.reasonHelp')} rows={2} />
        <SubmitButton pending={end.isPending}>{t('end.submit')}</SubmitButton>
      </Form>
    </Modal>
  );
}
