// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { adoptUser, type User } from '@/lib/session';

import { countryOptions, localeOptions, timeZoneOptions } from './places';

/** Name, and how dates, times and money are written for this person. */
export function ProfileForm({ user }: { user: User }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const { full_name, locale, time_zone, country } = user;
  const { control, handleSubmit, setError } = useForm<Body<'updateMe'>>({
    mode: 'onTouched',
    defaultValues: { full_name, locale, time_zone, ...(country && { country }) },
  });
  const update = api.useMutation('patch', '/me', {
    onSuccess: (changed) => {
      adoptUser(changed);
      toast('done', t('profile.saved'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  const save = handleSubmit(({ country: chosen, ...body }) => update.mutate({ body: { ...body, ...(chosen && { country: chosen }) } }));

  return (
    <Form control={control} onSubmit={save}>
      <TextField control={control} name="full_name" rules={{ ...rules.updateMe.full_name, required: true }} label={t('profile.fullName')} autoComplete="name" />
      <SelectField control={control} name="country" rules={rules.updateMe.country} label={t('profile.country')} options={countryOptions()} blank={t('profile.noCountry')} autoComplete="country" help={t('profile.countryHelp')} />
      <SelectField control={control} name="locale" rules={{ ...rules.updateMe.locale, required: true }} label={t('profile.locale')} options={localeOptions(locale)} help={t('profile.localeHelp')} />
      <SelectField control={control} name="time_zone" rules={{ ...rules.updateMe.time_zone, required: true }} label={t('profile.timeZone')} options={timeZoneOptions(time_zone)} />
      <SubmitButton pending={update.isPending}>{t('profile.save')}</SubmitButton>
    </Form>
  );
}
