// SPDX-License-Identifier: Apache-2.0
import { useEffect, type KeyboardEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { CheckboxField } from '@/components/form/checkbox-field';
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
import { KnownField } from './known-field';
import { RootField } from './root-field';

export type Judgement = Body<'judgeFinding'>;

const limits = rules.judgeFinding;

type JudgeFormProps = { finding: Schema<'Finding'>; submission: Schema<'Submission'>; onDone: () => void };

/** A verdict with all that goes with it. Escape leaves it and goes back to the finding. */
export function JudgeForm({ finding, submission, onDone }: JudgeFormProps) {
  const { t } = useTranslation('reviews');
  const { t: d } = useTranslation('domain');
  const refresh = useRefresh();
  const { control, handleSubmit, setError, setFocus, formState: { errors } } = useForm<Judgement>({ mode: 'onTouched', defaultValues: { severity_final: finding.severity_final ?? finding.severity } });
  const [verdict, severity] = useWatch({ control, name: ['verdict', 'severity_final'] });
  const leave = () => {
    onDone();
    document.querySelector<HTMLElement>(`#finding-${finding.id} > summary`)?.focus();
  };
  const judge = api.useMutation('post', '/findings/{finding_id}/verdict', {
    onSuccess: async () => {
      await refresh();
      leave();
    },
    onError: (problem) => showProblem(problem, setError),
  });
  useEffect(() => setFocus('verdict'), [setFocus]);
  const send = handleSubmit((said) => judge.mutate({ params: { path: { finding_id: finding.id } }, body: bodyOf(said, finding) }));
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && leave();
  const needsReason = (verdict && verdict !== 'valid') || (severity && severity !== finding.severity);
  return (
    // Keys pressed in its fields bubble here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown} className="border-t border-line pt-3">
      <Form control={control} onSubmit={send}>
        <SelectField control={control} name="verdict" rules={limits.verdict} label={t('judge.verdict')} options={limits.verdict.options.map((value) => ({ value, label: d(`findingVerdict.${value}`) }))} blank={t('judge.choose')} />
        {verdict === 'duplicate' && (
          <>
            <RootField control={control} finding={finding} jobId={submission.job_id} />
            <CheckboxField control={control} name="confirmation" label={t('judge.confirmation')} help={t('judge.confirmationHelp')} />
            {errors.confirmation && <p className="text-small">{t('judge.noConfirmation')}</p>}
          </>
        )}
        {verdict === 'known' && <KnownField control={control} submission={submission} />}
        <SelectField control={control} name="severity_final" rules={{ ...limits.severity_final, required: true }} label={t('judge.severity')} options={limits.severity_final.options.map((value) => ({ value, label: d(`severity.${value}`) }))} />
        <Lowered finding={finding} submission={submission} verdict={verdict} {...(severity && { severity_final: severity })} />
        <TextAreaField control={control} name="reason" rules={{ ...limits.reason, required: Boolean(needsReason) }} label={t('judge.reason')} rows={2} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={judge.isPending}>{t('judge.save')}</SubmitButton>
          <Button kind="quiet" onClick={leave}>
            {t('judge.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Only what goes with the verdict: another severity with its reason, a duplicate with its first, a known issue. */
function bodyOf({ verdict, severity_final, reason, duplicate_of, confirmation, known_issue_id }: Judgement, finding: Schema<'Finding'>): Judgement {
  return {
    verdict,
    ...(severity_final && severity_final !== finding.severity && { severity_final }),
    ...(reason?.trim() && { reason }),
    ...(verdict === 'duplicate' && duplicate_of && { duplicate_of }),
    ...(verdict === 'duplicate' && confirmation && { confirmation }),
    ...(verdict === 'known' && known_issue_id && { known_issue_id }),
  };
}

type LoweredProps = Pick<JudgeFormProps, 'finding' | 'submission'> & Pick<Judgement, 'verdict' | 'severity_final'>;

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
