// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Page } from '@/components/page';
import { Badge } from '@/components/state-mark';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';

/** Where the link in the mail leads: a new password for the one that was forgotten. */
export function ResetPasswordPage() {
  const { t } = useTranslation('auth');
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const { control, handleSubmit, setError } = useForm<Pick<Body<'resetPassword'>, 'password'>>({ mode: 'onTouched' });
  const reset = api.useMutation('post', '/auth/password/reset', {
    onError: (problem) => showProblem(problem, setError),
  });
  const submit = handleSubmit(({ password }) => reset.mutate({ body: { token, password } }));

  if (reset.isSuccess) {
    return (
      <Page title={t('reset.title')} width="form">
        <div className="flex flex-col items-start gap-6">
          <Badge state="done">{t('reset.done')}</Badge>
          <LinkButton to="/login" kind="primary">
            {t('reset.login')}
          </LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('reset.title')} width="form" lead={t('reset.lead')}>
      <Form control={control} onSubmit={submit}>
        <PasswordField control={control} name="password" rules={rules.resetPassword.password} label={t('reset.password')} purpose="new" help={t('passwordHelp', { min: rules.resetPassword.password.minLength })} />
        <SubmitButton pending={reset.isPending}>{t('reset.submit')}</SubmitButton>
      </Form>
      <p className="mt-8 border-t border-line pt-2 text-small">
        <Link to="/forgot-password" className="link inline-flex min-h-11 items-center">
          {t('reset.again')}
        </Link>
      </p>
    </Page>
  );
}
