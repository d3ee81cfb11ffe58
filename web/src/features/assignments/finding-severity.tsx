// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { ChoiceField } from '@/components/form/choice-field';
import { RadioCards } from '@/components/form/radio-cards';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { factorNames, nielsenFactors, nielsenValue, scalesQuery, useScaleWords } from '@/shared/findings/scales';

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
  const combined = scale.name === 'nielsen' ? nielsenValue(scale) : null;
  const isOwnValue = combined !== null && scale.value !== '' && scale.value !== String(combined);
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
      {proposed && severity && (proposed !== severity || isOwnValue) && (
        <TextAreaField
          control={control}
          name="severity_reason"
          rules={{ ...limits.severity_reason, required: true }}
          label={proposed === severity ? f('scale.whyValue', { value: combined }) : f('scale.why', { severity: d(`severity.${proposed}`) })}
          help={f('scale.whyHelp')}
          rows={2}
        />
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
      {name === 'nielsen' && <NielsenFactors form={form} />}
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

/** What the value is a combination of, for those who weigh it; all three propose one. */
function NielsenFactors({ form: { control, setValue } }: FormProps) {
  const { t } = useTranslation('findings');
  const value = nielsenValue(useWatch({ control, name: 'scale' }));
  const taken = useRef(value);
  useEffect(() => {
    if (taken.current === value) return;
    taken.current = value;
    if (value !== null) setValue('scale.value', String(value), { shouldDirty: true, shouldValidate: true });
  }, [value, setValue]);
  const labels = { frequency: t('scale.factor.frequency.label'), impact: t('scale.factor.impact.label'), persistence: t('scale.factor.persistence.label') };
  const words = {
    rare: t('scale.factor.frequency.rare'), common: t('scale.factor.frequency.common'), easy: t('scale.factor.impact.easy'), hard: t('scale.factor.impact.hard'),
    once: t('scale.factor.persistence.once'), repeatedly: t('scale.factor.persistence.repeatedly'),
  };
  return (
    <div className="flex flex-col gap-5">
      {factorNames.map((name) => (
        <ChoiceField key={name} control={control} name={`scale.${name}`} label={labels[name]} options={nielsenFactors[name].map((word) => ({ value: word, label: words[word] }))} />
      ))}
      <p role="status" className="text-small">
        {value !== null && t('scale.factor.proposes', { value })}
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
