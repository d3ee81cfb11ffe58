// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { RowBones } from '@/components/skeleton';
import { api, type Body, type Schema } from '@/lib/api';

import { CodeField } from './code-field';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';
import { showCodeProblem } from './show-code-problem';

type EnrolProps = { /** The codes are kept: the second factor is on. */ onDone: () => void };

/** From a fresh secret to ten recovery codes. Nothing is on before a first code was right. */
export function Enrol({ onDone }: EnrolProps) {
  const enrol = api.useMutation('post', '/auth/totp');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { mutate } = enrol;
  // A new secret for each visit: asking for one is part of being here.
  useEffect(() => mutate({}), [mutate]);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (enrol.isError) return <FailedState error={enrol.error} onRetry={() => mutate({})} />;
  if (!enrol.data) return <RowBones count={3} />;
  return <Confirm enrolment={enrol.data} onConfirmed={setCodes} />;
}

type ConfirmProps = { enrolment: Schema<'TotpEnrolment'>; onConfirmed: (codes: readonly string[]) => void };

function Confirm({ enrolment: { secret, otpauth_uri }, onConfirmed }: ConfirmProps) {
  const { t } = useTranslation('account');
  const { control, handleSubmit, setError } = useForm<Body<'confirmTotp'>>({ mode: 'onTouched' });
  const confirm = api.useMutation('post', '/auth/totp/confirm', {
    onSuccess: ({ recovery_codes }) => onConfirmed(recovery_codes),
    onError: (problem) => showCodeProblem(problem, setError),
  });
  return (
    <div className="flex flex-col gap-6">
      <ol className="flex list-decimal flex-col gap-6 ps-5 marker:font-strong">
        <li>
          <p>{t('factor.scan')}</p>
          <div className="mt-3 flex flex-wrap items-center gap-6">
            <QrCode text={otpauth_uri} label={t('factor.qr')} />
            <div className="min-w-0 flex-1 basis-56 text-small">
              <p className="text-soft">{t('factor.type')}</p>
              <p className="mt-1 font-mono text-body break-words select-all">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
              <a href={otpauth_uri} className="link mt-1 inline-flex min-h-11 items-center md:hidden">
                {t('factor.open')}
              </a>
            </div>
          </div>
        </li>
        <li>
          <p className="mb-4">{t('factor.thenCode')}</p>
          <Form control={control} onSubmit={handleSubmit((body) => confirm.mutate({ body }))}>
            <CodeField control={control} name="code" label={t('factor.code')} />
            <SubmitButton pending={confirm.isPending}>{t('factor.confirm')}</SubmitButton>
          </Form>
        </li>
      </ol>
    </div>
  );
}
