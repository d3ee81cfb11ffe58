// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId } from 'react';

import { fieldsOf } from './use-field';

/** An id for something that is no field but can be missing, so that the meter finds the way to it. */
export function usePlace(control: object, name: string, label: string): string {
  const id = useId();
  useEffect(() => {
    const places = fieldsOf(control);
    places.set(name, { id, label });
    return () => {
      places.delete(name);
    };
  }, [control, name, id, label]);
  return id;
}
