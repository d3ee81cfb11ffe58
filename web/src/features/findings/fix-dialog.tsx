// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm, type UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { Modal } from '@/components/modal';
import { api, type Schema } from '@/lib/api';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

export type FixStep = 'fixed' | 'verified' | 'reopened';

type FixValues = { build: string; note: string };
type FixDialogProps = { finding: Schema<'Finding'>; step: FixStep | null; onClose: () => void };

const { build: buildRule } = rules.markFindingFixed;
const noteRules = { fixed: rules.markFindingFixed.note, verified: rules.markFindingVerified.note, reopened: rules.reopenFinding.note };

/** A word that goes with a step of the fix. */
export function FixDialog({ finding, step, onClose }: FixDialogProps) {
  const { t } = useTranslation('findings');
  const formId = useId();
  const { send, isPending } = useStep(finding, step ?? 'fixed', onClose);
  return (
    <Modal
      isOpen={step !== null}
      onClose={onClose}
      title={t(`fix.${step ?? 'fixed'}.title`)}
      actions={
        <>
          <Button onClick={onClose}>{t('fix.back')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={isPending}>
            {t(`fix.${step ?? 'fixed'}.submit`)}
          </Button>
        </>
      }
    >
      {step && <FixForm id={formId} step={step} onSend={send} />}
    </Modal>
  );
}

type FixFormProps = { id: string; step: FixStep; onSend: (values: FixValues, setError: UseFormSetError<FixValues>) => void };

/** Inside of the dialog, so that it begins anew each time that it opens. */
function FixForm({ id, step, onSend }: FixFormProps) {
  const { t } = useTranslation('findings');
  const { control, handleSubmit, setError } = useForm<FixValues>({ mode: 'onTouched', defaultValues: { build: '', note: '' } });
  return (
    <Form id={id} control={control} onSubmit={handleSubmit((values) => onSend(values, setError))}>
      <p>{t(`fix.${step}.what`)}</p>
      {step === 'fixed' && <TextField control={control} name="build" rules={buildRule} label={t('fix.build')} autoComplete="off" />}
      <TextAreaField control={control} name="note" rules={noteRules[step]} label={t(step === 'reopened' ? 'fix.noteNeeded' : 'fix.note')} rows={3} />
    </Form>
  );
}

function useStep({ id }: Schema<'Finding'>, step: FixStep, onDone: () => void) {
  const refresh = useRefresh();
  const fix = api.useMutation('post', '/findings/{finding_id}/fixed');
  const verify = api.useMutation('post', '/findings/{finding_id}/verified');
  const reopen = api.useMutation('post', '/findings/{finding_id}/reopened');
  const params = { path: { finding_id: id } };
  const send = async ({ build, note }: FixValues, setError: UseFormSetError<FixValues>) => {
    const said = note.trim() && { note: note.trim() };
    try {
      if (step === 'fixed') await fix.mutateAsync({ params, body: { ...said, ...(build.trim() && { build: build.trim() }) } });
      else if (step === 'verified') await verify.mutateAsync({ params, body: { ...said } });
      else await reopen.mutateAsync({ params, body: { note: note.trim() } });
      await refresh();
      onDone();
    } catch (problem) {
      showProblem(problem, setError);
    }
  };
  return { send: (values: FixValues, setError: UseFormSetError<FixValues>) => void send(values, setError), isPending: fix.isPending || verify.isPending || reopen.isPending };
}
