// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { useDragOrder } from './use-drag-order';

/** The order of a list, changed by dragging a row's handle or with its arrow keys, and said aloud. */
export function useOrder(count: number, move: (from: number, to: number) => void) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const moveTo = (from: number, to: number) => {
    if (to < 0 || to >= count || to === from) return;
    flushSync(() => move(from, to));
    list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]')[to]?.querySelector<HTMLElement>('[data-handle]')?.focus(); // moving took it away
    setSaid(t('order.moved', { from: from + 1, to: to + 1 }));
  };
  return { list, said, moveTo, startDrag: useDragOrder(list, moveTo) };
}
