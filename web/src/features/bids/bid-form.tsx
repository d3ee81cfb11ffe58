// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useKeptForm } from '@/components/form/use-kept-form';
import { api } from '@/lib/api';
import { useSession } from '@/lib/session';
import type { Job, JobRole } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { beginWith, bodyOf, openLines, showOfferProblem, type OfferForm } from './offer';
import { OfferFields } from './offer-fields';
import { useMost } from './use-most';

type BidFormProps = { job: Job; role: JobRole; onCancel: () => void };

/** A tester's offer for one role. Who cannot be paid yet keeps it as a draft. */
export function BidForm({ job, role, onCancel }: BidFormProps) {
  const { t } = useTranslation('bids');
  const { user } = useSession();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const lines = openLines(role, useMost());
  const { control, handleSubmit, setError, getValues, forget } = useKeptForm<OfferForm>(`bid.${role.id}`, beginWith(lines));
  const create = api.useMutation('post', '/jobs/{job_id}/bids', {
    onSuccess: async ({ id }) => {
      forget();
      await refresh();
      await navigate(`/bids/${id}`);
    },
    onError: (problem) => showOfferProblem(problem, getValues(), setError),
  });
  const place = (draft: boolean) =>
    handleSubmit((form) => create.mutate({ params: { path: { job_id: job.id } }, body: { role_id: role.id, ...bodyOf(form), ...(draft && { draft }) } }));
  const isPayable = user?.payout_state === 'active';
  return (
    <Form control={control} onSubmit={place(false)}>
      <OfferFields control={control} lines={lines} currency={job.currency} fees={role} side="tester" />
      <p className="text-small text-soft">{t(isPayable ? 'offer.next' : 'offer.nextDraft')}</p>
      <div className="flex flex-wrap gap-3 max-md:flex-col">
        <SubmitButton pending={create.isPending}>{t(isPayable ? 'offer.send' : 'offer.keep')}</SubmitButton>
        {isPayable && (
          <Button pending={create.isPending} onClick={place(true)}>
            {t('offer.keep')}
          </Button>
        )}
        <Button kind="quiet" onClick={onCancel}>
          {t('offer.cancel')}
        </Button>
      </div>
    </Form>
  );
}
