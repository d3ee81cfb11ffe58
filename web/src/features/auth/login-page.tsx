// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';

import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { api, type Body } from '@/lib/api';
import { showProblem, slugOf } from '@/lib/problem';
import { returnPath } from '@/lib/return-to';
import { rules } from '@/lib/rules.gen';
import { startSession, useSession } from '@/lib/session';

import { SecondStep } from './second-step';

export function LoginPage() {
  const { t } = useTranslation('auth');
  const { status } = useSession();
  const [search] = useSearchParams();
  const [proven, setProven] = useState<Body<'login'> | null>(null);
  const { control, handleSubmit, setError } = useForm<Body<'login'>>({ mode: 'onTouched' });
  const login = api.useMutation('post', '/auth/login', {
    onSuccess: (grant) => startSession(grant),
    onError: (problem, { body }) => (slugOf(problem) === 'second-factor-required' ? setProven(body) : showProblem(problem, setError)),
  });
  const submit = handleSubmit((body) => login.mutate({ body }));

  if (status === 'signed-in') return <Navigate to={returnPath(search)} replace />;
  if (proven) return <SecondStep credentials={proven} onBack={() => setProven(null)} />;
  return (
    <Page title={t('login.title')} width="form" lead={search.has('return_to') && t('login.andBack')}>
      <Form control={control} onSubmit={submit}>
        <TextField control={control} name="email" rules={rules.login.email} label={t('email')} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordField control={control} name="password" rules={rules.login.password} label={t('password')} purpose="current" />
        <SubmitButton pending={login.isPending}>{t('login.submit')}</SubmitButton>
      </Form>
      <ul className="mt-8 border-t border-line pt-2 text-small">
        <li>
          <Link to="/forgot-password" className="link inline-flex min-h-11 items-center">
            {t('login.forgot')}
          </Link>
        </li>
        <li>
          <Link to="/verify-email" className="link inline-flex min-h-11 items-center">
            {t('login.resend')}
          </Link>
        </li>
        <li>
          <Link to="/register" className="link inline-flex min-h-11 items-center">
            {t('login.register')}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
