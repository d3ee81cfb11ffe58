// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { Button } from '../button';

type SubmitButtonProps = { pending: boolean; children: ReactNode };

/** The one primary action of a form; on a phone it is as wide as the thumb's reach. */
export function SubmitButton({ pending, children }: SubmitButtonProps) {
  return (
    <Button type="submit" kind="primary" pending={pending} className="max-md:w-full md:self-start">
      {children}
    </Button>
  );
}
