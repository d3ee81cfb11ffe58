// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, type ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues, type UseControllerReturn } from 'react-hook-form';

import { number } from '@/lib/format';
import { limitsOf, useCodeText } from '@/lib/problem-text';
import { refusalOf, type Rule } from '@/lib/rules';

/** What every field takes: where it belongs, its limits from rules.gen.ts, and its words. */
export type FieldProps<T extends FieldValues> = {
  control: Control<T>;
  name: FieldPath<T>;
  label: string;
  rules?: Rule;
  help?: ReactNode;
};

type Entry = { id: string; label: string };

/** The fields that a form shows now, in order: the error summary links to them by name. */
const shownFields = new WeakMap<object, Map<string, Entry>>();

export function fieldsOf(control: object): Map<string, Entry> {
  const known = shownFields.get(control) ?? new Map<string, Entry>();
  shownFields.set(control, known);
  return known;
}

const NO_RULE: Rule = {};

/** The parts that every kind of field is made of. */
export function useField<T extends FieldValues>(
  { control, name, label, rules = NO_RULE, help }: FieldProps<T>,
  writeLimit: (value: number) => string = number,
) {
  const id = useId();
  const codeText = useCodeText();
  const { field, fieldState }: UseControllerReturn<T> = useController({
    control,
    name,
    rules: { validate: (value: unknown) => refusalOf(value, rules) ?? true },
  });

  useEffect(() => {
    const fields = fieldsOf(control);
    fields.set(name, { id, label });
    return () => {
      fields.delete(name);
    };
  }, [control, name, id, label]);

  const code = codeOf(fieldState.error);
  const error = code ? codeText(code, limitsOf(rules, writeLimit)) : null;
  return {
    field,
    error,
    shell: { id, label, help, error, isOptional: !rules.required },
    input: {
      id,
      'aria-invalid': Boolean(error),
      'aria-describedby': describedBy(id, Boolean(help), Boolean(error)),
      'aria-required': Boolean(rules.required),
    },
  };
}

/** The server's codes come as the error's type; our own checks answer with the code as the message. */
export function codeOf(error: { type?: string | number; message?: string } | undefined): string | null {
  if (!error) return null;
  return error.type === 'validate' ? (error.message ?? null) : String(error.type);
}

function describedBy(id: string, hasHelp: boolean, hasError: boolean): string | undefined {
  const ids = [hasHelp && `${id}-help`, hasError && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
