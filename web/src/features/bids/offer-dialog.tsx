// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { Modal } from '@/components/modal';
import { api, type Schema } from '@/lib/api';
import type { Job, JobRole } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { beginWith, bodyOf, openLines, showOfferProblem, type OfferForm } from './offer';
import { OfferFields } from './offer-fields';
import { useMost } from './use-most';

type OfferDialogProps = { job: Job; role: JobRole; tester: Schema<'TesterCard'> | null; onClose: () => void };

/** The builder makes a tester the first offer. */
export function OfferDialog({ job, role, tester, onClose }: OfferDialogProps) {
  const { t } = useTranslation('bids');
  const formId = useId();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const offer = api.useMutation('post', '/jobs/{job_id}/offers', {
    onSuccess: async ({ id }) => {
      await refresh();
      await navigate(`/bids/${id}`);
    },
  });
  return (
    <Modal
      isOpen={tester !== null}
      onClose={onClose}
      title={t('direct.title', { name: tester?.full_name ?? '' })}
      actions={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={offer.isPending}>
            {t('direct.send')}
          </Button>
        </>
      }
    >
      {tester && (
        <DirectOfferForm
          id={formId}
          role={role}
          currency={job.currency}
          onSubmit={(form, setError) =>
            offer.mutate(
              { params: { path: { job_id: job.id } }, body: { role_id: role.id, tester_id: tester.id, ...bodyOf(form) } },
              { onError: (problem) => showOfferProblem(problem, form, setError) },
            )
          }
        />
      )}
    </Modal>
  );
}

type DirectOfferFormProps = { id: string; role: JobRole; currency: string; onSubmit: (form: OfferForm, setError: ReturnType<typeof useForm<OfferForm>>['setError']) => void };

function DirectOfferForm({ id, role, currency, onSubmit }: DirectOfferFormProps) {
  const { t } = useTranslation('bids');
  const lines = openLines(role, useMost());
  const { control, handleSubmit, setError } = useForm<OfferForm>({ mode: 'onTouched', defaultValues: beginWith(lines) });
  return (
    <Form id={id} control={control} onSubmit={handleSubmit((form) => onSubmit(form, setError))}>
      <p className="text-soft">{t('direct.what')}</p>
      <OfferFields control={control} lines={lines} currency={currency} fees={role} side="builder" />
    </Form>
  );
}
