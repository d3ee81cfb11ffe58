// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { meQuery } from '@/lib/session';
import { showCodeProblem } from '@/shared/second-factor/show-code-problem';

/** Back to the password alone, for who still has both. */
export function DisableFactor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const queryClient = useQueryClient();
  const { control, handleSubmit, setError } = useForm<Body<'disableTotp'>>({ mode: 'onTouched' });
  const disable = api.useMutation('delete', '/auth/totp', {
    onSuccess: async () => {
      await queryClient.invalidateQueries(meQuery());
      onClose();
      toast('done', t('factor.ended'));
    },
    onError: (problem) => showCodeProblem(problem, setError),
  });
  return (
    <Modal isOpen onClose={onClose} title={t('factor.endTitle')}>
      <p className="mb-6 text-soft">{t('factor.endWhat')}</p>
      <Form control={control} onSubmit={handleSubmit((body) => disable.mutate({ body }))}>
        <PasswordField control={control} name="password" rules={rules.disableTotp.password} label={t('factor.password')} purpose="current" />
        <TextField control={control} name="code" rules={rules.disableTotp.code} label={t('factor.code')} help={t('factor.orRecovery')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
        <SubmitButton pending={disable.isPending}>{t('factor.endSubmit')}</SubmitButton>
      </Form>
    </Modal>
  );
}
