// SPDX-License-Identifier: Apache-2.0
import { Bars2Icon } from '@heroicons/react/24/outline';
import type { KeyboardEvent, PointerEvent } from 'react';

import { IconButton } from '@/components/button';

const strides: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

type OrderHandleProps = {
  /** Which row it moves, and how: by dragging, or with the arrow keys. */
  label: string;
  at: number;
  onMove: (from: number, to: number) => void;
  onDrag: (event: PointerEvent, from: number) => void;
  className?: string;
};

/** What a row of an ordered list is moved by; the row says data-row. */
export function OrderHandle({ label, at, onMove, onDrag, className = '' }: OrderHandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = strides[event.key];
    if (stride === undefined) return;
    event.preventDefault();
    onMove(at, at + stride);
  };
  return (
    <IconButton
      data-handle
      label={label}
      icon={<Bars2Icon className="size-5" />}
      onPointerDown={(event) => onDrag(event, at)}
      onKeyDown={onKeyDown}
      className={`cursor-grab touch-none ${className}`}
    />
  );
}
