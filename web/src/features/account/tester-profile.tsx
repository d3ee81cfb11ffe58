// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { CheckboxField } from '@/components/form/checkbox-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { WordsField } from '@/components/form/words-field';
import { RowBones } from '@/components/skeleton';
import { useToast } from '@/components/toasts';
import { api, type Body } from '@/lib/api';
import { number, percent } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { Facts } from '@/shared/facts';
import { testerProfileQuery, type TesterProfile } from '@/shared/tester-queries';

const limits = rules.updateTesterProfile;

/** What builders and the matching know of a tester: in their own words, and by their work. */
export function TesterProfilePart() {
  const { data, error, isPending, refetch } = useQuery(testerProfileQuery());
  if (isPending) return <RowBones count={3} />;
  if (!data) return <FailedState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex flex-col gap-6">
      <Record profile={data} />
      <ProfileForm profile={data} />
    </div>
  );
}

const BPS = 100;

function Record({ profile: { level, approved, approval_rate, on_time_rate } }: { profile: TesterProfile }) {
  const { t } = useTranslation('account');
  const { t: b } = useTranslation('bids');
  const rateOf = (rate: number | null) => (rate === null ? b('tester.unknown') : percent(rate * BPS));
  return (
    <Facts
      facts={[
        { label: b('tester.level'), value: b(`level.${level}`) },
        { label: b('tester.approved'), value: number(approved) },
        { label: b('tester.approval'), value: rateOf(approval_rate) },
        { label: t('tester.onTime'), value: rateOf(on_time_rate) },
      ]}
    />
  );
}

function ProfileForm({ profile }: { profile: TesterProfile }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const queryClient = useQueryClient();
  const { bio, languages, skills, is_paused } = profile;
  const { control, handleSubmit, setError } = useForm<Body<'updateTesterProfile'>>({ mode: 'onTouched', defaultValues: { bio, languages, skills, is_paused } });
  const update = api.useMutation('patch', '/me/tester-profile', {
    onSuccess: (changed) => {
      queryClient.setQueryData(testerProfileQuery().queryKey, changed);
      toast('done', t('tester.saved'));
    },
    onError: (problem) => showProblem(problem, setError),
  });
  return (
    <Form control={control} onSubmit={handleSubmit((body) => update.mutate({ body }))}>
      <WordsField control={control} name="languages" rules={limits.languages} label={t('tester.languages')} help={t('tester.languagesHelp')} />
      <WordsField control={control} name="skills" rules={limits.skills} label={t('tester.skills')} help={t('tester.skillsHelp')} />
      <TextAreaField control={control} name="bio" rules={limits.bio} label={t('tester.bio')} rows={3} />
      <CheckboxField control={control} name="is_paused" label={t('tester.paused')} help={t('tester.pausedHelp')} />
      <SubmitButton pending={update.isPending}>{t('tester.save')}</SubmitButton>
    </Form>
  );
}
