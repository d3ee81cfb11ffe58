// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for a while. */
export function useDebounced<Value>(value: Value, milliseconds: number): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return still;
}
