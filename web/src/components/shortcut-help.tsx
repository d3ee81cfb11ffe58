// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { useShortcutList } from '@/lib/shortcuts';

import { Modal } from './modal';

type ShortcutHelpProps = { isOpen: boolean; onClose: () => void };

/** The keys that work on the present page. */
export function ShortcutHelp({ isOpen, onClose }: ShortcutHelpProps) {
  const { t } = useTranslation();
  const shortcuts = useShortcutList();
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={t('keys')}>
      <dl className="flex flex-col">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className="flex items-center justify-between gap-6 border-b border-line py-2 last:border-0">
            <dt>{shortcut.label}</dt>
            <dd>
              <Keys keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Keys({ keys }: { keys: string }) {
  const parts = keys.replace('mod', isApple ? '⌘' : 'Ctrl').split('+');
  return (
    <span className="inline-flex gap-1">
      {parts.map((part) => (
        <kbd key={part} className="min-w-6 rounded-small border border-line bg-well px-1.5 text-center font-mono text-note">
          {part.length === 1 ? part.toUpperCase() : part}
        </kbd>
      ))}
    </span>
  );
}
