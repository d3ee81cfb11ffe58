// SPDX-License-Identifier: Apache-2.0
import { AskedEntry } from './asked-entry';
import { useFormContext } from './form-context';
import type { FormField } from './types-query';
import { useFormWords } from './use-words';

type AnswerListProps = { field: FormField; name: string; place: string };

/** What was asked, entry by entry, each with the fields of its answer below it. */
export function AnswerList({ field, name, place }: AnswerListProps) {
  const { type, answers, Members } = useFormContext();
  const label = useFormWords(type.key).label(place);
  return (
    <fieldset>
      <legend className="mb-3 font-strong">{label}</legend>
      <ol className="flex flex-col">
        {(answers.get(place) ?? []).map((asked, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- what was asked never moves
          <li key={at} className="flex gap-3 border-t border-line py-5 first:border-0 first:pt-0">
            <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{at + 1}</span>
            <div role="group" aria-label={`${label} ${at + 1}`} className="flex min-w-0 grow flex-col gap-3">
              <AskedEntry asked={asked} type={type.key} />
              <Members fields={field.fields ?? []} name={`${name}.${at}`} place={`${place}/*/`} isEntry />
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
