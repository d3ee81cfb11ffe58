// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext, type ComponentType } from 'react';
import type { Control } from 'react-hook-form';

import type { Answers } from './rules';
import type { FormField, FormRule, ServiceType } from './types-query';

export type MembersProps = {
  fields: readonly FormField[];
  /** Of the object in the form's values, as "report.steps.2". */
  name: string;
  /** Its place in the rules, with a slash behind it; "" is the form itself. */
  place: string;
  /** An entry that answers; its number is said elsewhere. */
  isEntry?: boolean;
};

/** What every part of a form looks at. */
export type FormContext = {
  control: Control;
  type: ServiceType;
  rules: readonly FormRule[];
  /** Of the item; what a report answers. */
  details: unknown;
  answers: Answers;
  /** Shows the members of an object; a member may itself have some. */
  Members: ComponentType<MembersProps>;
};

const Context = createContext<FormContext | null>(null);

export const FormProvider = Context.Provider;

export function useFormContext(): FormContext {
  const context = useContext(Context);
  if (!context) throw new Error('a field of a form stands outside of it');
  return context;
}
