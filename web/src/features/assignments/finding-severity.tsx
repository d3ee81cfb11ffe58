// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { RadioCards } from '@/components/form/radio-cards';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { scalesQuery, useScaleWords } from '@/shared/findings/scales';

import type { FindingValues } from './finding-values';
import { proposedStep } from './proposed-step';

type Scale = Schema<'SeverityScale'>;

const limits = rules.addFinding;

type FormProps = { form: Pick<UseFormReturn<FindingValues>, 'control' | 'setValue'> };

/** How bad it is on the scale that pay follows; another scale may propose it, and who differs from that says why. */
export function FindingSeverity({ form }: FormProps) {
  const { t } = useTranslation('assignments');
  const { t: f } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const { control } = form;
  const { data } = useQuery(scalesQuery());
  const [scale, severity] = useWatch({ control, name: ['scale', 'severity'] });
  const proposed = proposedStep(data?.items ?? [], scale);
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        control={control}
        name="severity"
        rules={limits.severity}
        label={t('finding.severity')}
        isStacked
        options={limits.severity.options.map((value) => ({ value, label: d(`severity.${value}`), description: t(`severityMeans.${value}`) }))}
      />
      <Disclosure title={<span>{f('scale.choose')}</span>} isOpen={scale.name !== ''}>
        <ScaleFields form={form} scales={data?.items ?? []} proposed={proposed} />
      </Disclosure>
      {proposed && severity && proposed !== severity && (
        <TextAreaField control={control} name="severity_reason" rules={{ ...limits.severity_reason, required: true }} label={f('scale.why', { severity: d(`severity.${proposed}`) })} help={f('scale.whyHelp')} rows={2} />
      )}
    </div>
  );
}

type ScaleFieldsProps = FormProps & { scales: readonly Scale[]; proposed: FindingValues['severity'] | null };

/** A scale that the tester knows: its value, and the step that it stands for here. */
function ScaleFields({ form, scales, proposed }: ScaleFieldsProps) {
  const { t } = useTranslation('findings');
  const { t: d } = useTranslation('domain');
  const words = useScaleWords();
  const { control } = form;
  const name = useWatch({ control, name: 'scale.name' });
  const scale = scales.find((known) => known.name === name);
  useProposal(form, proposed);
  return (
    <div className="flex flex-col gap-5">
      <SelectField control={control} name="scale.name" label={t('scale.name')} options={scales.map((known) => ({ value: known.name, label: words.name(known.name) }))} blank={t('scale.none')} />
      {scale && !scale.takes_vector && (
        <SelectField control={control} name="scale.value" rules={{ required: true }} label={words.name(scale.name)} options={scale.steps.map(({ value }) => ({ value, label: words.value(scale.name, value) }))} blank={t('scale.chooseValue')} />
      )}
      {scale?.takes_vector && <TextField control={control} name="scale.vector" rules={{ ...limits.scale.fields.vector, required: true }} label={t('scale.vector')} help={t('scale.vectorHelp')} autoComplete="off" spellCheck={false} />}
      <p role="status" className="text-small">
        {proposed && t('scale.proposes', { severity: d(`severity.${proposed}`) })}
      </p>
    </div>
  );
}

/** A new proposal is taken at once; what stood there when the form opened is left alone. */
function useProposal({ setValue }: FormProps['form'], proposed: FindingValues['severity'] | null): void {
  const taken = useRef(proposed);
  useEffect(() => {
    if (taken.current === proposed) return;
    taken.current = proposed;
    if (proposed) setValue('severity', proposed, { shouldDirty: true, shouldValidate: true });
  }, [proposed, setValue]);
}
