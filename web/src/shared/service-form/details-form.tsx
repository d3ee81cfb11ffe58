// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';

import { FormProvider } from './form-context';
import { MemberList } from './member-list';
import type { ServiceType } from './types-query';

type DetailsFormProps<T extends FieldValues> = {
  control: Control<T>;
  /** Of the details in the form's values; they begin as formValues() makes them. */
  name: FieldPath<T>;
  type: ServiceType;
};

const NO_ANSWERS = new Map();

/** What a builder says about an item, for any kind of test. */
export function DetailsForm<T extends FieldValues>({ control, name, type }: DetailsFormProps<T>) {
  const context = useMemo(
    // The fields inside are only known at run time, so their names are any text.
    () => ({ control: control as unknown as Control, type, rules: type.details_minimum, details: {}, answers: NO_ANSWERS, Members: MemberList }),
    [control, type],
  );
  return (
    <FormProvider value={context}>
      {type.terms && <p className="mb-5 max-h-64 overflow-y-auto border-s-2 border-edge ps-3 text-small whitespace-pre-line">{type.terms}</p>}
      <MemberList fields={type.details} name={name} place="" />
    </FormProvider>
  );
}
