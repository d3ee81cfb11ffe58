// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextAreaField } from '@/components/form/text-area-field';
import { StateMark } from '@/components/state-mark';
import { api, type Body, type Schema } from '@/lib/api';
import { money } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { useWorth } from './bonus';
import { otherFindingsQuery } from './other-findings';

type Finding = Schema<'Finding'>;
type Judgement = Body<'judgeFinding'>;

const limits = rules.judgeFinding;

type JudgeProps = { finding: Finding; submission: Schema<'Submission'> };

/** What the builder says of a finding: valid with one click, anything else with a reason. */
export function Judge({ finding, submission }: JudgeProps) {
  const { t } = useTranslation('reviews');
  const [isOpen, setIsOpen] = useState(false);
  const refresh = useRefresh();
  const judge = api.useMutation('post', '/findings/{finding_id}/verdict', { onSuccess: refresh });
  const params = { path: { finding_id: finding.id } };
  if (isOpen) return <JudgeForm finding={finding} submission={submission} onDone={() => setIsOpen(false)} />;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      {judge.error && <FailedState error={judge.error} />}
      <div className="flex flex-wrap items-center gap-3">
        {finding.state !== 'valid' && (
          <Button data-judge="valid" pending={judge.isPending} onClick={() => judge.mutate({ params, body: { verdict: 'valid' } })}>
            {t('judge.valid')}
          </Button>
        )}
        <Button data-judge="other" kind="quiet" onClick={() => setIsOpen(true)}>
          {t(finding.state === 'valid' ? 'judge.change' : 'judge.other')}
        </Button>
        <Worth finding={finding} submission={submission} />
      </div>
    </div>
  );
}

/** What this finding earns, as far as it is valid. */
function Worth({ finding, submission }: JudgeProps) {
  const { t } = useTranslation('reviews');
  const worth = useWorth(submission)(finding.severity_final ?? finding.severity);
  if (worth === 0) return null;
  return <span className="text-small text-soft">{t('judge.worth', { amount: money(worth, submission.currency) })}</span>;
}

type LoweredProps = JudgeProps & Pick<Judgement, 'verdict' | 'severity_final'>;

/** A verdict that lowers the pay says so, with the figure. */
function Lowered({ finding, submission, verdict, severity_final }: LoweredProps) {
  const { t } = useTranslation('reviews');
  const worthOf = useWorth(submission);
  const left = verdict === 'valid' ? worthOf(severity_final ?? finding.severity) : 0;
  const lowered = worthOf(finding.severity) - left;
  if (!verdict || lowered <= 0) return null;
  return (
    <p className="flex items-start gap-2 text-small">
      <StateMark state="waiting" className="mt-0.5" />
      {t('judge.lowers', { name: submission.tester_name, amount: money(lowered, submission.currency) })}
    </p>
  );
}

function JudgeForm({ finding, submission, onDone }: JudgeProps & { onDone: () => void }) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const refresh = useRefresh();
  const { control, handleSubmit, setError } = useForm<Judgement>({ mode: 'onTouched', defaultValues: { severity_final: finding.severity_final ?? finding.severity } });
  const [verdict, severity] = useWatch({ control, name: ['verdict', 'severity_final'] });
  const judge = api.useMutation('post', '/findings/{finding_id}/verdict', {
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: (problem) => showProblem(problem, setError),
  });
  // Only what goes with the verdict is sent: another severity with its reason, a duplicate with its first.
  const send = handleSubmit(({ verdict: said, severity_final, reason, duplicate_of }) =>
    judge.mutate({
      params: { path: { finding_id: finding.id } },
      body: {
        verdict: said,
        ...(severity_final && severity_final !== finding.severity && { severity_final }),
        ...(reason?.trim() && { reason }),
        ...(said === 'duplicate' && duplicate_of && { duplicate_of }),
      },
    }),
  );
  const needsReason = (verdict && verdict !== 'valid') || (severity && severity !== finding.severity);
  return (
    <div className="border-t border-line pt-3">
      <Form control={control} onSubmit={send}>
        <SelectField control={control} name="verdict" rules={limits.verdict} label={t('judge.verdict')} options={limits.verdict.options.map((value) => ({ value, label: d(`findingVerdict.${value}`) }))} blank={t('judge.choose')} />
        {verdict === 'duplicate' && <FirstField control={control} finding={finding} jobId={submission.job_id} />}
        <SelectField control={control} name="severity_final" rules={{ ...limits.severity_final, required: true }} label={t('judge.severity')} options={limits.severity_final.options.map((value) => ({ value, label: d(`severity.${value}`) }))} />
        <Lowered finding={finding} submission={submission} verdict={verdict} {...(severity && { severity_final: severity })} />
        <TextAreaField control={control} name="reason" rules={{ ...limits.reason, required: Boolean(needsReason) }} label={t('judge.reason')} rows={2} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={judge.isPending}>{t('judge.save')}</SubmitButton>
          <Button kind="quiet" onClick={onDone}>
            {t('judge.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Which finding it repeats: those that were handed in for the same job. */
function FirstField({ control, finding, jobId }: { control: Control<Judgement>; finding: Finding; jobId: string }) {
  const { t } = useTranslation('reviews');
  const { data = [] } = useQuery(otherFindingsQuery(jobId));
  const options = data.filter(({ id }) => id !== finding.id).map(({ id, title, tester_name }) => ({ value: id, label: `${title} (${tester_name})` }));
  return <SelectField control={control} name="duplicate_of" rules={{ required: true }} label={t('judge.first')} options={options} blank={t('judge.chooseFirst')} />;
}
