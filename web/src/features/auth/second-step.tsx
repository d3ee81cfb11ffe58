// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/page';
import { api, type Body } from '@/lib/api';
import { slugOf, showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { startSession } from '@/lib/session';
import { CodeField } from '@/shared/second-factor/code-field';

type SecondStepProps = {
  /** What the first step has found right. */
  credentials: Pick<Body<'login'>, 'email' | 'password'>;
  onBack: () => void;
};

type Codes = { totp_code: string; recovery_code: string };

/** The password was right; now the code from the app, or one of the recovery codes. */
export function SecondStep({ credentials, onBack }: SecondStepProps) {
  const { t } = useTranslation('auth');
  const [means, setMeans] = useState<keyof Codes>('totp_code');
  const { control, handleSubmit, setError, reset } = useForm<Codes>({ mode: 'onSubmit', defaultValues: { totp_code: '', recovery_code: '' } });
  const login = api.useMutation('post', '/auth/login', {
    onSuccess: (grant) => startSession(grant),
    onError: (problem) => {
      if (slugOf(problem) === 'second-factor-required') setError(means, { type: 'wrong-code' });
      else showProblem(problem, setError);
    },
  });
  const submit = handleSubmit((codes) => login.mutate({ body: { ...credentials, [means]: codes[means].trim() } }));
  const change = () => {
    reset();
    setMeans(means === 'totp_code' ? 'recovery_code' : 'totp_code');
  };
  return (
    <Page title={t('second.title')} width="form" lead={t('second.lead', { email: credentials.email })}>
      <Form control={control} onSubmit={submit}>
        {means === 'totp_code' ? (
          <CodeField key={means} control={control} name="totp_code" label={t('second.code')} help={t('second.codeHelp')} />
        ) : (
          <TextField key={means} control={control} name="recovery_code" rules={{ ...rules.login.recovery_code, required: true }} label={t('second.recovery')} help={t('second.recoveryHelp')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
        <SubmitButton pending={login.isPending}>{t('login.submit')}</SubmitButton>
      </Form>
      <div className="mt-8 flex flex-wrap gap-x-6 border-t border-line pt-2">
        <Button kind="quiet" onClick={change} className="-ms-4">
          {t(means === 'totp_code' ? 'second.useRecovery' : 'second.useCode')}
        </Button>
        <Button kind="quiet" onClick={onBack} className="max-md:-ms-4">
          {t('second.back')}
        </Button>
      </div>
    </Page>
  );
}
