// SPDX-License-Identifier: Apache-2.0
import type { FormEventHandler, ReactNode } from 'react';
import type { Control, FieldValues } from 'react-hook-form';

import { FormProblem } from './form-problem';

type FormProps<T extends FieldValues> = { control: Control<T>; onSubmit: FormEventHandler<HTMLFormElement>; children: ReactNode; /** For a button that stands outside, as in a dialog. */ id?: string };

/** One column, with what went wrong on top. */
export function Form<T extends FieldValues>({ control, onSubmit, children, id }: FormProps<T>) {
  return (
    <form id={id} noValidate onSubmit={onSubmit} className="flex max-w-form flex-col gap-6">
      <FormProblem control={control} />
      {children}
    </form>
  );
}
