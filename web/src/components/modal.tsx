// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from './button';

type ModalProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The buttons, primary last. */
  actions?: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal({ isOpen, onClose, title, children, actions }: ModalProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      closedby="any"
      className="m-auto w-full max-w-form rounded-large border border-line bg-sheet p-0 text-ink shadow-float open:animate-rise max-md:mb-0 max-md:max-w-full max-md:rounded-b-none"
    >
      {isOpen && (
        <div className="flex max-h-[85dvh] flex-col">
          <div className="flex items-center justify-between gap-4 border-b border-line py-2 ps-4 pe-2 md:ps-6">
            <h2 id={titleId} className="text-lead font-strong">
              {title}
            </h2>
            <IconButton label={t('close')} icon={<XMarkIcon className="size-5" />} onClick={() => dialog.current?.close()} />
          </div>
          <div className="relative overflow-y-auto p-4 md:p-6">{children}</div>
          {actions && <div className="flex flex-wrap justify-end gap-3 border-t border-line p-4 md:px-6">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
