// SPDX-License-Identifier: Apache-2.0
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

import type { Drawing, Step } from './drawing';
import { numberOf } from './shapes';

/** All that is drawn, by name: chosen here by those who do not point, and told to those who do not see. */
export function ShapeList({ drawing, take }: { drawing: Drawing; take: Dispatch<Step> }) {
  const { t } = useTranslation('capture');
  if (drawing.shapes.length === 0) return <p className="flex-none border-t border-line px-4 py-2.5 text-small text-soft md:px-6">{t('shot.hint')}</p>;
  return (
    <ul aria-label={t('shot.drawn')} className="flex flex-none gap-1 overflow-x-auto border-t border-line px-3 md:px-5">
      {drawing.shapes.map((shape) => (
        <li key={shape.id} className="flex-none">
          <button
            type="button"
            aria-pressed={shape.id === drawing.selectedId}
            onClick={() => take({ type: 'select', id: shape.id === drawing.selectedId ? null : shape.id })}
            className={cx('min-h-11 px-2 text-small focus-visible:-outline-offset-2', shape.id === drawing.selectedId ? 'font-strong underline underline-offset-4' : 'text-soft hover:text-ink')}
          >
            {t(`shot.shape.${shape.kind}`, { number: numberOf(drawing.shapes, shape) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
