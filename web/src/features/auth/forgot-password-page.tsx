// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Drawing } from '@/components/drawings';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { control, handleSubmit, setError } = useForm<Body<'forgotPassword'>>({ mode: 'onTouched' });
  const forgot = api.useMutation('post', '/auth/password/forgot', {
    onSuccess: (_answer, { body }) => setSentTo(body.email),
    onError: (problem) => showProblem(problem, setError),
  });

  if (sentTo !== null) {
    return (
      <Page title={t('inbox.title')} width="form">
        <Drawing name="letter" />
        <p className="mt-4 mb-6">{t('forgot.sent', { email: sentTo })}</p>
        <LinkButton to="/login">{t('forgot.back')}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t('forgot.title')} width="form" lead={t('forgot.lead')}>
      <Form control={control} onSubmit={handleSubmit((body) => forgot.mutate({ body }))}>
        <TextField control={control} name="email" rules={rules.forgotPassword.email} label={t('email')} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <SubmitButton pending={forgot.isPending}>{t('forgot.submit')}</SubmitButton>
      </Form>
    </Page>
  );
}
