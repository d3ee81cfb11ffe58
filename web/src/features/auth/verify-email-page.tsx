// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { Bone, Skeleton } from '@/components/skeleton';
import { Badge } from '@/components/state-mark';
import { api, type Body } from '@/lib/api';
import { isPassing, showProblem, toProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { CheckInbox } from './check-inbox';

/** Where the link in the mail leads; without a token, the place to ask for a new one. */
export function VerifyEmailPage() {
  const [search] = useSearchParams();
  const token = search.get('token');
  return token ? <Verify token={token} /> : <Resend />;
}

function Verify({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const verify = api.useMutation('post', '/auth/verify-email');
  const { mutate } = verify;
  const isSent = useRef(false);

  useEffect(() => {
    if (isSent.current) return; // a token can be spent once
    isSent.current = true;
    mutate({ body: { token } });
  }, [mutate, token]);

  if (verify.isError && !isPassing(toProblem(verify.error))) return <Resend isAfterBadLink />;
  return (
    <Page title={t('verify.title')} width="form">
      {verify.isError && <FailedState error={verify.error} onRetry={() => mutate({ body: { token } })} />}
      {verify.isSuccess && (
        <div className="flex flex-col items-start gap-6">
          <Badge state="done">{t('verify.done')}</Badge>
          <LinkButton to="/login" kind="primary">
            {t('verify.login')}
          </LinkButton>
        </div>
      )}
      {(verify.isPending || verify.isIdle) && (
        <Skeleton className="flex flex-col gap-6">
          <Bone className="h-6 w-64" />
          <Bone className="h-11 w-28" />
        </Skeleton>
      )}
    </Page>
  );
}

function Resend({ isAfterBadLink = false }: { isAfterBadLink?: boolean }) {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { control, handleSubmit, setError } = useForm<Body<'resendVerification'>>({ mode: 'onTouched' });
  const resend = api.useMutation('post', '/auth/verify-email/resend', {
    onSuccess: (_answer, { body }) => setSentTo(body.email),
    onError: (problem) => showProblem(problem, setError),
  });

  if (sentTo !== null) return <CheckInbox email={sentTo} />;
  return (
    <Page title={t('verify.title')} width="form" lead={isAfterBadLink ? t('verify.badLink') : t('verify.lead')}>
      <Form control={control} onSubmit={handleSubmit((body) => resend.mutate({ body }))}>
        <TextField control={control} name="email" rules={rules.resendVerification.email} label={t('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />
        <SubmitButton pending={resend.isPending}>{t('verify.send')}</SubmitButton>
      </Form>
    </Page>
  );
}
