// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FormProblem } from '@/components/form/form-problem';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import type { Bid } from '@/shared/bids-query';
import { useRefresh } from '@/shared/use-refresh';

type Rejection = Body<'rejectBid'>;

type RejectDialogProps = { bid: Bid; isOpen: boolean; onClose: () => void };

/** Turn an offer down, with a reason that the tester reads. */
export function RejectDialog({ bid, isOpen, onClose }: RejectDialogProps) {
  const { t } = useTranslation('bids');
  const formId = useId();
  const refresh = useRefresh();
  const toast = useToast();
  const reject = api.useMutation('post', '/bids/{bid_id}/reject');
  const send = (body: Rejection, setError: ReturnType<typeof useForm<Rejection>>['setError']) =>
    reject.mutate(
      { params: { path: { bid_id: bid.id } }, body },
      {
        onSuccess: async () => {
          await refresh();
          onClose();
          toast('done', t('reject.done', { name: bid.tester_name }));
        },
        onError: (problem) => showProblem(problem, setError),
      },
    );
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={t('reject.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button type="submit" form={formId} kind="danger" pending={reject.isPending}>
            {t('reject.submit')}
          </Button>
        </>
      }
    >
      <RejectForm id={formId} name={bid.tester_name} onSubmit={send} />
    </Modal>
  );
}

type RejectFormProps = { id: string; name: string; onSubmit: (body: Rejection, setError: ReturnType<typeof useForm<Rejection>>['setError']) => void };

function RejectForm({ id, name, onSubmit }: RejectFormProps) {
  const { t } = useTranslation('bids');
  const { control, handleSubmit, setError } = useForm<Rejection>({ mode: 'onTouched' });
  const reasons = rules.rejectBid.reason.options.map((value) => ({ value, label: t(`reason.${value}`) }));
  return (
    <form id={id} noValidate onSubmit={handleSubmit((body) => onSubmit(body, setError))} className="flex flex-col gap-5">
      <FormProblem control={control} />
      <SelectField control={control} name="reason" rules={rules.rejectBid.reason} label={t('reject.reason')} options={reasons} blank={t('reject.choose')} />
      <TextAreaField control={control} name="note" rules={rules.rejectBid.note} label={t('reject.note')} rows={3} />
      <p className="text-small text-soft">{t('reject.what', { name })}</p>
    </form>
  );
}
