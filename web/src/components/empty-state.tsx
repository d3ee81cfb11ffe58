// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

import { Drawing, type DrawingName } from './drawings';

type EmptyStateProps = {
  drawing: DrawingName;
  title: string;
  /** What belongs here. */
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
};

export function EmptyState({ drawing, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 py-8">
      <Drawing name={drawing} />
      <p className="mt-2 text-lead font-strong">{title}</p>
      {children && <div className="max-w-form text-soft">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
