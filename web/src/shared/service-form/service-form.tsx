// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';

import { FormProvider } from './form-context';
import { MemberList } from './member-list';
import { answersIn } from './rules';
import type { ServiceType } from './types-query';

type ServiceFormProps<T extends FieldValues> = {
  control: Control<T>;
  /** Of the report in the form's values; they begin as formValues() makes them. */
  name: FieldPath<T>;
  type: ServiceType;
  /** Of the item; of a simple job {steps}. */
  details: unknown;
};

/** What a tester fills in, for any kind of test. */
export function ServiceForm<T extends FieldValues>({ control, name, type, details }: ServiceFormProps<T>) {
  const context = useMemo(
    // The fields inside are only known at run time, so their names are any text.
    () => ({ control: control as unknown as Control, type, rules: type.minimum, details, answers: answersIn(type, details), Members: MemberList }),
    [control, type, details],
  );
  return (
    <FormProvider value={context}>
      <MemberList fields={type.report} name={name} place="" />
    </FormProvider>
  );
}
