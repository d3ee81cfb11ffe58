// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { RadioCards } from '@/components/form/radio-cards';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { CheckInbox } from './check-inbox';

export function RegisterPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return sentTo === null ? <RegisterForm onSent={setSentTo} /> : <CheckInbox email={sentTo} />;
}

function RegisterForm({ onSent }: { onSent: (email: string) => void }) {
  const { t, i18n } = useTranslation('auth');
  const [search] = useSearchParams();
  const wanted = search.get('role');
  const { control, handleSubmit, setError } = useForm<Body<'register'>>({
    mode: 'onTouched',
    defaultValues: { ...((wanted === 'builder' || wanted === 'tester') && { role: wanted }), locale: i18n.language },
  });
  const register = api.useMutation('post', '/auth/register', {
    onSuccess: ({ email }) => onSent(email),
    onError: (problem) => showProblem(problem, setError),
  });
  const submit = handleSubmit((body) => register.mutate({ body }));
  const roles = (['builder', 'tester'] as const).map((role) => ({
    value: role,
    label: t(`register.role.${role}.label`),
    description: t(`register.role.${role}.what`),
  }));

  return (
    <Page title={t('register.title')} width="form" lead={t('register.lead')}>
      <Form control={control} onSubmit={submit}>
        <RadioCards control={control} name="role" rules={rules.register.role} label={t('register.role.label')} options={roles} help={t('register.role.both')} />
        <TextField control={control} name="full_name" rules={rules.register.full_name} label={t('register.fullName')} autoComplete="name" />
        <TextField control={control} name="email" rules={rules.register.email} label={t('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} help={t('register.emailHelp')} />
        <PasswordField control={control} name="password" rules={rules.register.password} label={t('password')} purpose="new" help={t('passwordHelp', { min: rules.register.password.minLength })} />
        <p className="text-small text-soft">
          <Trans
            t={t}
            i18nKey="register.agree"
            components={{ terms: <Link to="/terms" className="link" />, privacy: <Link to="/privacy" className="link" /> }}
          />
        </p>
        <SubmitButton pending={register.isPending}>{t('register.submit')}</SubmitButton>
      </Form>
      <p className="mt-8 border-t border-line pt-2 text-small">
        <Link to="/login" className="link inline-flex min-h-11 items-center">
          {t('register.login')}
        </Link>
      </p>
    </Page>
  );
}
