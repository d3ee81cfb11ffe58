// SPDX-License-Identifier: Apache-2.0
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { number } from '@/lib/format';
import { nielsenValue } from '@/shared/findings/scales';

import { useFormContext, type MembersProps } from './form-context';
import { objectOf } from './json';
import { MemberField } from './member-field';
import { demandOf, isOtherChoice } from './rules';
import type { FormField } from './types-query';

const isWide = ({ type, multiline, fields, values = [], item }: FormField): boolean => Boolean(multiline) || Boolean(fields) || type === 'array' || item !== undefined || values.length > 2;

/** The members of an object, those left out that nobody asks for as things are. */
export function MemberList({ fields, name, place, isEntry = false }: MembersProps) {
  const { control, type, rules, details } = useFormContext();
  const object = objectOf(useWatch({ control, name }));
  const sum = rules.find((rule) => rule.kind === 'sum')?.members ?? [];
  const isSummed = (field: FormField) => place === '' && sum.includes(field.name);
  return (
    <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
      {fields.map((field) => {
        const demand = demandOf(rules, place + field.name, object, fields, isEntry);
        if (demand.isHidden || field.name === 'number' || isOtherChoice(field.name, type, details)) return null;
        return (
          <div key={field.name} className={isWide(field) ? 'min-w-0 md:col-span-2' : 'min-w-0'}>
            <MemberField field={field} name={`${name}.${field.name}`} place={place + field.name} demand={demand} />
            {field.name === 'severity' && <Proposed value={nielsenValue(object)} />}
            {isSummed(field) && field.name === sum.at(-1) && <Sum figures={sum.map((member) => object[member])} />}
          </div>
        );
      })}
    </div>
  );
}

/** What frequency, impact and persistence suggest, where a form asks for them. */
function Proposed({ value }: { value: number | null }) {
  const { t } = useTranslation('findings');
  if (value === null) return null;
  return (
    <p role="status" className="mt-2 text-small">
      {t('scale.factor.proposes', { value })}
    </p>
  );
}

/** Parts that make a whole: none of them, or all and 100 in sum. */
function Sum({ figures }: { figures: readonly unknown[] }) {
  const { t } = useTranslation('types');
  const known = figures.filter((figure) => typeof figure === 'number');
  if (known.length === 0) return null;
  const sum = known.reduce((total, figure) => total + figure, 0);
  return (
    <p role="status" className={sum === 100 && known.length === figures.length ? 'mt-2 text-small text-done' : 'mt-2 text-small text-yours'}>
      {t('form.sum', { figure: number(sum) })}
    </p>
  );
}
