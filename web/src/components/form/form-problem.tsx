// SPDX-License-Identifier: Apache-2.0
import { get, useFormState, type Control, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useSlugText } from '@/lib/problem-text';

import { RequestId } from '../failed-state';
import { StateMark } from '../state-mark';
import { codeOf, fieldsOf } from './use-field';

type FormProblemProps<T extends FieldValues> = { control: Control<T> };

/** On top of a form: what the server refused as a whole, and links to the fields that need a look. */
export function FormProblem<T extends FieldValues>({ control }: FormProblemProps<T>) {
  const { t } = useTranslation();
  const slugText = useSlugText();
  const { errors, submitCount } = useFormState({ control });
  const fields = fieldsOf(control);
  const faulty = [...fields].filter(([name]) => get(errors, name));
  const hasUnseen = Object.keys(errors).some((name) => name !== 'root' && ![...fields.keys()].some((shown) => shown.split('.')[0] === name));
  const slug = codeOf(errors.root) ?? (hasUnseen ? 'invalid-input' : null);
  if (!slug && (faulty.length < 2 || submitCount === 0)) return null;
  return (
    <div role="alert" className="border-s-2 border-problem ps-4">
      <p className="flex items-start gap-2">
        <StateMark state="problem" className="mt-1" />
        {slug ? slugText(slug) : t('fieldsToMend', { count: faulty.length })}
      </p>
      {!slug && (
        <ul className="mt-1 ps-6">
          {faulty.map(([name, { id, label }]) => (
            <li key={name}>
              <a href={`#${id}`} className="link" onClick={(event) => focusField(event, id)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {errors.root?.message && <RequestId id={errors.root.message} />}
    </div>
  );
}

function focusField(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
