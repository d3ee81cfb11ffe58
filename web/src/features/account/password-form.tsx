// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

import { sessionsQuery } from './account-query';

export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const queryClient = useQueryClient();
  const { control, handleSubmit, reset, setError } = useForm<Body<'changePassword'>>({ mode: 'onTouched' });
  const change = api.useMutation('post', '/auth/password/change', {
    onSuccess: async () => {
      await queryClient.invalidateQueries(sessionsQuery());
      reset({ current_password: '', password: '' });
      toast('done', t('password.changed'));
    },
    onError: (problem) => showProblem(problem, setError),
  });

  return (
    <Form control={control} onSubmit={handleSubmit((body) => change.mutate({ body }))}>
      {/* Tells a password manager whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField control={control} name="current_password" rules={rules.changePassword.current_password} label={t('password.current')} purpose="current" />
      <PasswordField control={control} name="password" rules={rules.changePassword.password} label={t('password.new')} purpose="new" help={t('password.help', { min: rules.changePassword.password.minLength })} />
      <SubmitButton pending={change.isPending}>{t('password.save')}</SubmitButton>
    </Form>
  );
}
