// SPDX-License-Identifier: Apache-2.0
import { MinusIcon, PlusIcon } from '@heroicons/react/24/outline';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { percent } from '@/lib/format';

import type { ViewableFile } from './file-query';

/** Of the picture's own size; null: as large as fits. */
const STEPS = [25, 50, 100, 200, 400] as const;

type Zoom = (typeof STEPS)[number] | null;

function stepped(zoom: Zoom, by: 1 | -1): Zoom {
  if (zoom === null) return by === 1 ? 100 : 50;
  return STEPS[STEPS.indexOf(zoom) + by] ?? zoom;
}

/** A picture: as large as fits, or nearer; plus, minus and zero do the same as the buttons. */
export function PictureView({ file }: { file: ViewableFile }) {
  const { t } = useTranslation('files');
  const [zoom, setZoom] = useState<Zoom>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '=') setZoom((now) => stepped(now, 1));
    if (key === '-') setZoom((now) => stepped(now, -1));
    if (key === '0') setZoom(null);
  };
  const width = file.width ?? 0;
  return (
    <div className="relative min-h-0 grow">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolled and zoomed by the keyboard */}
      <div tabIndex={0} role="group" aria-label={t('viewer.picture', { name: file.name, percent: percent((zoom ?? 100) * 100) })} onKeyDown={onKeyDown} className="flex h-full overflow-auto bg-well">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons below do the same */}
        <img
          src={file.url ?? ''}
          alt={file.name}
          width={zoom === null ? width || undefined : (width * zoom) / 100}
          height={zoom === null ? (file.height ?? undefined) : undefined}
          className={zoom === null ? 'm-auto max-h-full max-w-full object-contain' : 'm-auto h-auto max-w-none flex-none'}
          onDoubleClick={() => setZoom(zoom === null ? 100 : null)}
        />
      </div>
      <div className="absolute end-4 bottom-4 flex rounded-small border border-line bg-sheet">
        <IconButton label={t('viewer.smaller')} icon={<MinusIcon className="size-5" />} disabled={zoom === STEPS[0]} onClick={() => setZoom(stepped(zoom, -1))} />
        <button type="button" onClick={() => setZoom(null)} className="figures min-h-11 min-w-16 px-2 text-small hover:bg-well">
          {zoom === null ? t('viewer.fit') : percent(zoom * 100)}
        </button>
        <IconButton label={t('viewer.larger')} icon={<PlusIcon className="size-5" />} disabled={zoom === STEPS.at(-1)} onClick={() => setZoom(stepped(zoom, 1))} />
      </div>
    </div>
  );
}
