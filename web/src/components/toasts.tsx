// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from './button';
import { StateMark } from './state-mark';

type Toast = { id: number; state: 'done' | 'problem'; text: string; action?: ToastAction | undefined };
/** What can still be done about it, such as taking it back. */
export type ToastAction = { label: string; run: () => void };
type ShowToast = (state: Toast['state'], text: string, action?: ToastAction) => void;

const SHOWN_MS = 6_000;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Says what happened elsewhere than where the reader looks. Messages about a form belong to the form. */
export const useToast = (): ShowToast => use(ToastContext);

let lastId = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>((state, text, action) => {
    lastId += 1;
    const toast = { id: lastId, state, text, action };
    setToasts((shown) => [...shown.slice(-2), toast]);
  }, []);
  const shown = useMemo(
    () => toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onDismiss={dismiss} />),
    [toasts, dismiss],
  );

  return (
    <ToastContext value={show}>
      {children}
      <section aria-label={t('messages')} aria-live="polite" className="fixed inset-x-4 bottom-4 z-30 max-md:bottom-20 mx-auto flex max-w-form flex-col gap-2">
        {shown}
      </section>
    </ToastContext>
  );
}

type ToastLineProps = { toast: Toast; onDismiss: (id: number) => void };

/** Good news leaves by itself, unless it is being read (hovered or focused); bad news waits. */
function ToastLine({ toast, onDismiss }: ToastLineProps) {
  const { t } = useTranslation();
  const [isHeld, setIsHeld] = useState(toast.state === 'problem');

  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onDismiss, toast.id]);

  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(toast.state === 'problem')}
      onFocus={() => setIsHeld(true)}
      className="flex animate-rise items-center gap-3 rounded-large border border-line bg-sheet ps-4 shadow-float"
    >
      <StateMark state={toast.state} />
      <p className="grow py-3">{toast.text}</p>
      {toast.action && (
        <Button kind="quiet" onClick={() => (toast.action?.run(), onDismiss(toast.id))}>
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} icon={<XMarkIcon className="size-5" />} onClick={() => onDismiss(toast.id)} />
    </div>
  );
}
