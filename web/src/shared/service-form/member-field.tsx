// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { CheckboxField } from '@/components/form/checkbox-field';
import { ChoiceChips } from '@/components/form/choice-chips';
import { ChoiceField } from '@/components/form/choice-field';
import { InstantField } from '@/components/form/instant-field';
import { LinesField } from '@/components/form/lines-field';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { ValueField } from '@/components/form/value-field';
import { number as figure } from '@/lib/format';
import type { Rule } from '@/lib/rules';

import { AnswerList } from './answer-list';
import { EntryList } from './entry-list';
import { useFormContext } from './form-context';
import type { Demand } from './rules';
import type { FormField } from './types-query';
import { useFormWords } from './use-words';

export type MemberFieldProps = { field: FormField; name: string; place: string; demand: Demand };

/** The limits of a member under the names of the API's own. */
const ruleOf = ({ type, min, max, pattern, item_max }: FormField, { isNeeded, min: least }: Demand): Rule => {
  const shared = { ...(isNeeded && { required: true }), ...(pattern !== undefined && { pattern }) };
  if (type === 'int') return { ...shared, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  if (type === 'array') return { ...shared, ...(least !== undefined && { minItems: least }), ...(max !== undefined && { maxItems: max }), items: { ...(item_max !== undefined && { maxLength: item_max }) } };
  return { ...shared, ...(type === 'url' && { format: 'uri' }), ...(max !== undefined && { maxLength: max }) };
};

/** What is asked for and how much of it; nothing that the label says already. */
const helpOf = (label: string, doc: string, least = ''): string | undefined => `${isSame(label, doc) ? '' : `${doc}.`}${least}`.trim() || undefined;
const isSame = (label: string, doc: string): boolean => label.toLocaleLowerCase() === doc.toLocaleLowerCase();

/** So many choices are still told apart at a glance. */
const CHOICES_IN_SIGHT = 5;
const STEPS_IN_SIGHT = 10;

/** One member of a form, by the shape that it has. */
export function MemberField({ field, name, place, demand }: MemberFieldProps) {
  const { control, type, answers } = useFormContext();
  const { t } = useTranslation('types');
  const { t: common } = useTranslation();
  const words = useFormWords(type.key);
  const least = demand.min === undefined ? '' : ` ${t(field.type === 'array' ? 'form.leastEntries' : 'form.leastCharacters', { count: demand.min, figure: figure(demand.min) })}`;
  const label = words.label(place);
  const shared = { control, name, label, rules: ruleOf(field, demand), help: helpOf(label, field.doc, least) };
  const options = (field.values ?? []).map((value) => ({ value, label: words.value(field.name, value) }));
  const optional = demand.isNeeded ? {} : { optional: common('optional') };

  switch (field.type) {
    case 'enum':
      return options.length <= CHOICES_IN_SIGHT ? <ChoiceField {...shared} options={options} /> : <SelectField {...shared} options={options} blank={t('form.choose')} />;
    case 'int':
      if ((field.max ?? Infinity) - (field.min ?? 0) >= STEPS_IN_SIGHT) return <NumberField {...shared} />;
      return <ValueField {...shared} {...optional} options={steps(field).map((value) => ({ value, label: figure(value) }))} />;
    case 'bool':
      if (demand.mustConfirm) return <CheckboxField {...shared} label={`${field.doc}.`} help={undefined} />;
      return <ValueField {...shared} {...optional} options={[{ value: true, label: t('form.yes') }, { value: false, label: t('form.no') }]} />;
    case 'time':
      return <InstantField {...shared} />;
    case 'url':
      return <TextField {...shared} type="url" inputMode="url" autoComplete="off" placeholder="https://" />;
    case 'object':
      return <Part field={field} name={name} place={place} demand={demand} label={shared.label} />;
    case 'array':
      if (field.item === 'enum') return <ChoiceChips {...shared} options={options} />;
      if (field.item === 'object') return answers.has(place) ? <AnswerList field={field} name={name} place={place} /> : <EntryList field={field} name={name} place={place} demand={demand} />;
      return <LinesField {...shared} words={{ line: (at) => t('form.line', { list: shared.label, number: at }), remove: (at) => t('form.removeLine', { number: at }), add: t('form.addLine') }} />;
    default:
      return field.multiline ? <TextAreaField {...shared} rows={(field.max ?? 0) > 4000 ? 8 : 3} /> : <TextField {...shared} autoComplete="off" />;
  }
}

const steps = ({ min = 0, max = 0 }: FormField): number[] => Array.from({ length: max - min + 1 }, (_, at) => min + at);

/** An object: open where something in it is needed, else there on demand. */
function Part({ field, name, place, demand, label }: MemberFieldProps & { label: string }) {
  const { rules, Members } = useFormContext();
  const { t } = useTranslation();
  const isAsked = demand.isNeeded || rules.some((rule) => [rule, ...(rule.either ?? [])].some((one) => one.field.includes(`/${place}/`) || one.field.endsWith(`/${place}`)));
  const members = <Members fields={field.fields ?? []} name={name} place={`${place}/`} />;
  if (!isAsked) {
    return (
      <Disclosure
        title={
          <span className="font-strong">
            {label} <span className="font-plain text-soft">{t('optional')}</span>
          </span>
        }
      >
        {members}
      </Disclosure>
    );
  }
  return (
    <fieldset className="border-t border-line pt-4">
      <legend className="sr-only">{label}</legend>
      <p aria-hidden className="font-strong">
        {label}
      </p>
      <p className="mb-4 text-small text-soft">{helpOf(label, field.doc)}</p>
      {members}
    </fieldset>
  );
}
