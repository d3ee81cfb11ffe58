// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Disclosure } from '@/components/disclosure';
import { ChoiceField } from '@/components/form/choice-field';
import { InstantField } from '@/components/form/instant-field';
import { NumberField } from '@/components/form/number-field';
import { TextField } from '@/components/form/text-field';
import { Panel } from '@/components/panel';
import { rules } from '@/lib/rules.gen';

import type { WorkForm } from './draft';

const limits = rules.saveSubmission;

type EnvelopeFieldsProps = { control: Control<WorkForm>; setValue: UseFormSetValue<WorkForm> };

/** What stands around the report: how far it went, with what help, and how long it took. */
export function EnvelopeFields({ control, setValue }: EnvelopeFieldsProps) {
  const { t } = useTranslation('assignments');
  const assistance = useWatch({ control, name: 'assistance' });
  const endNow = () => setValue('ended_at', new Date().toISOString(), { shouldDirty: true, shouldValidate: true });
  return (
    <Panel title={t('envelope.title')}>
      <div className="flex flex-col gap-5">
        <ChoiceField control={control} name="outcome" label={t('envelope.outcome')} options={limits.outcome.options.map((value) => ({ value, label: t(`envelope.outcomeIs.${value}`) }))} />
        <ChoiceField control={control} name="assistance" label={t('envelope.assistance')} help={t('envelope.assistanceHelp')} options={limits.assistance.options.map((value) => ({ value, label: t(`envelope.assistanceIs.${value}`) }))} />
        {(assistance === 'tool' || assistance === 'ai') && <TextField control={control} name="assistance_note" rules={limits.assistance_note} label={t('envelope.assistanceNote')} autoComplete="off" />}
      </div>
      <div className="mt-5">
        <Disclosure title={<span className="text-small">{t('envelope.times')}</span>}>
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            <InstantField control={control} name="started_at" label={t('envelope.started')} />
            <div>
              <InstantField control={control} name="ended_at" label={t('envelope.ended')} />
              <Button kind="quiet" onClick={endNow} className="-ms-4">
                {t('envelope.endedNow')}
              </Button>
            </div>
            <NumberField control={control} name="active_minutes" rules={limits.active_minutes} label={t('envelope.minutes')} help={t('envelope.minutesHelp')} />
          </div>
        </Disclosure>
      </div>
    </Panel>
  );
}
