// SPDX-License-Identifier: Apache-2.0
import { PlusIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { FieldValues } from 'react-hook-form';

import { cx } from '@/lib/cx';

import { Button, IconButton } from '../button';
import { FieldNotes, inputLook } from './field-shell';
import { useField, type FieldProps } from './use-field';

type LinesFieldProps<T extends FieldValues> = FieldProps<T> & {
  words: { line: (number: number) => string; remove: (number: number) => string; add: string };
};

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '');

/**
 * An ordered list of short texts. Enter goes on with a new line, Backspace in an empty one takes it
 * away, Alt with an arrow moves it. The value holds the lines that say something.
 */
export function LinesField<T extends FieldValues>({ control, name, label, rules, help, words }: LinesFieldProps<T>) {
  const { field, error, input } = useField({ control, name, label, help, ...(rules && { rules }) });
  const list = useRef<HTMLOListElement>(null);
  const [lines, setLines] = useState<readonly string[]>(() => [...(field.value ?? []), ''].slice(0, Math.max(1, field.value?.length ?? 0)));
  const most = rules?.maxItems ?? Infinity;

  const change = (next: readonly string[], focusAt?: number) => {
    flushSync(() => setLines(next));
    field.onChange(filled(next));
    if (focusAt !== undefined) list.current?.querySelectorAll('input')[focusAt]?.focus();
  };
  const add = (at: number) => lines.length < most && change(lines.toSpliced(at, 0, ''), at);
  const remove = (at: number) => change(lines.length === 1 ? [''] : lines.toSpliced(at, 1), Math.max(0, at - 1));
  const move = (from: number, to: number) => {
    const line = lines[from];
    if (line !== undefined && to >= 0 && to < lines.length) change(lines.toSpliced(from, 1).toSpliced(to, 0, line), to);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add(at + 1);
    else if (event.key === 'Backspace' && lines[at] === '' && lines.length > 1) remove(at);
    else if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else return;
    event.preventDefault();
  };

  return (
    <fieldset aria-describedby={input['aria-describedby']} className="flex flex-col gap-2">
      <legend className="mb-1 font-strong">{label}</legend>
      <ol ref={list} className="flex flex-col gap-2">
        {lines.map((line, at) => (
          // A line is known by its place: it has no other identity, and its text changes with each key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="flex items-center gap-2">
            <span className="figures w-5 flex-none text-end font-mono text-small text-soft">{at + 1}</span>
            <input
              id={at === 0 ? input.id : undefined}
              ref={at === 0 ? field.ref : undefined}
              aria-label={words.line(at + 1)}
              aria-invalid={input['aria-invalid']}
              value={line}
              autoComplete="off"
              dir="auto"
              maxLength={rules?.items?.maxLength}
              onChange={(event) => change(lines.with(at, event.target.value))}
              onKeyDown={(event) => onKeyDown(event, at)}
              onBlur={field.onBlur}
              className={cx(inputLook, 'min-w-0')}
            />
            <IconButton label={words.remove(at + 1)} icon={<XMarkIcon className="size-5" />} disabled={lines.length === 1 && line === ''} onClick={() => remove(at)} />
          </li>
        ))}
      </ol>
      <Button kind="quiet" disabled={lines.length >= most} onClick={() => add(lines.length)} className="self-start">
        <PlusIcon className="size-5" />
        {words.add}
      </Button>
      <FieldNotes id={input.id} help={help} error={error} />
    </fieldset>
  );
}
