// SPDX-License-Identifier: Apache-2.0
import { XMarkIcon } from '@heroicons/react/24/outline';
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { cx } from '@/lib/cx';

type CaptureFrameProps = {
  title: string;
  /** Escape or the cross: the owner closes it, or asks first. */
  onLeave: () => void;
  /** As large as the window gives, for what is drawn on. */
  isLarge?: boolean;
  children: ReactNode;
  /** The buttons, primary last. */
  actions?: ReactNode;
};

/**
 * A dialog that holds work: it never closes by a click beside it. It may stand inside a form or another
 * dialog, so none of its keys and events, and nothing pasted or dropped into it, reaches what is around it.
 */
export function CaptureFrame({ title, onLeave, isLarge = false, children, actions }: CaptureFrameProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Closed while it is still in the page: then the browser gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  /** A second Escape closes a dialog whatever it says; what it holds is not lost by that. */
  const stay = (event: SyntheticEvent) => {
    event.stopPropagation();
    if (dialog.current?.isConnected) dialog.current.showModal();
    onLeave();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- they only keep events from going further
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={ask}
      onClose={stay}
      onKeyDown={keepInside}
      onPaste={(event) => event.stopPropagation()}
      onDrop={(event) => event.stopPropagation()}
      onDragOver={(event) => event.stopPropagation()}
      className={cx(
        'm-auto w-full rounded-large border border-line bg-sheet p-0 text-ink shadow-float focus-visible:outline-none open:animate-rise max-md:mb-0 max-md:max-w-full max-md:rounded-b-none',
        isLarge ? 'h-dvh max-h-dvh max-w-board md:h-[94dvh]' : 'max-w-form',
      )}
    >
      <div className={cx('flex flex-col', isLarge ? 'h-full' : 'max-h-[90dvh]')}>
        <div className="flex flex-none items-center justify-between gap-4 border-b border-line py-1 ps-4 pe-2 md:ps-6">
          <h2 id={titleId} className="text-lead font-strong">
            {title}
          </h2>
          <IconButton label={t('close')} icon={<XMarkIcon className="size-5" />} onClick={onLeave} />
        </div>
        <div className={cx('relative min-h-0', isLarge ? 'flex grow flex-col' : 'overflow-y-auto p-4 md:p-6')}>{children}</div>
        {actions && <div className="flex flex-none flex-wrap items-center justify-end gap-3 border-t border-line p-3 md:px-6">{actions}</div>}
      </div>
    </dialog>
  );
}

/** Enter in a field of the dialog is not to send the form that the dialog stands in. */
function keepInside(event: KeyboardEvent<HTMLElement>): void {
  event.stopPropagation();
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
