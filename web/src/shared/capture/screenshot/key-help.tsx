// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Keys } from '@/components/shortcut-help';

import type { Tool } from './drawing';
import { toolKeys } from './drawing-keys';
import { shapeKinds } from './shapes';

const tools: readonly Tool[] = ['select', ...shapeKinds];
const others = [
  { keys: '+', what: 'add' },
  { keys: 'Tab', what: 'choose' },
  { keys: '← → ↑ ↓', what: 'move' },
  { keys: 'Shift+← → ↑ ↓', what: 'size' },
  { keys: 'Alt+← → ↑ ↓', what: 'fine' },
  { keys: 'Delete', what: 'remove' },
  { keys: 'mod+z', what: 'undo' },
  { keys: 'mod+Shift+z', what: 'redo' },
  { keys: 'Escape', what: 'letGo' },
] as const;

/** The keys of the drawing; for those who have a keyboard in front of them. */
export function KeyHelp() {
  const { t } = useTranslation('capture');
  return (
    <details className="flex-none border-t border-line text-small max-md:hidden">
      <summary className="px-6 py-2 text-soft hover:text-ink">{t('shot.keys')}</summary>
      <dl className="grid max-h-48 grid-cols-3 gap-x-8 gap-y-1 overflow-y-auto px-6 pb-3">
        {tools.map((tool) => (
          <Row key={tool} keys={toolKeys[tool]} what={t(`shot.tool.${tool}`)} />
        ))}
        {others.map(({ keys, what }) => (
          <Row key={what} keys={keys} what={t(`shot.key.${what}`)} />
        ))}
      </dl>
    </details>
  );
}

function Row({ keys, what }: { keys: string; what: string }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <dt>{what}</dt>
      <dd>
        {/* "+" parts the keys of a chord, and is one itself. */}
        {keys === '+' ? <kbd className="rounded-small border border-line bg-well px-1.5 font-mono text-note">+</kbd> : <Keys keys={keys} />}
      </dd>
    </div>
  );
}
