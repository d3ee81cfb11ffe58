// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';

import { keep, kept } from '@/lib/kept';

/** A form whose text survives a reload and a look at another page. Call forget() once the server has it. */
export function useKeptForm<T extends FieldValues>(key: string, values: DefaultValues<T>): UseFormReturn<T> & { forget: () => void } {
  const form = useForm<T>({ mode: 'onTouched', defaultValues: { ...values, ...kept<DefaultValues<T>>(key) } });
  const { subscribe } = form;
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values: typed }) => keep(key, typed) }), [subscribe, key]);
  return { ...form, forget: () => keep(key, null) };
}
