// SPDX-License-Identifier: Apache-2.0
import { MagnifyingGlassMinusIcon, MagnifyingGlassPlusIcon, PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { inputLook } from '@/components/form/field-shell';
import { cx } from '@/lib/cx';

import { selectedOf, type Drawing, type Step } from './drawing';
import { colours, type Colour, type Shape } from './shapes';

const swatches: Record<Colour, string> = { red: 'bg-pen-red', blue: 'bg-pen-blue', black: 'bg-pen-black', white: 'bg-pen-white' };

type ShapeBarProps = {
  drawing: Drawing;
  take: Dispatch<Step>;
  zoom: number;
  onZoom: (zoom: number) => void;
  onAddInMiddle: () => void;
  onWrite: (shape: Shape, words: string) => void;
};

/** How much larger than what fits. */
const NEAR = 3;

/** Colour, words and removal of what is chosen, and how near the picture is. */
export function ShapeBar({ drawing, take, zoom, onZoom, onAddInMiddle, onWrite }: ShapeBarProps) {
  const { t } = useTranslation('capture');
  const selected = selectedOf(drawing);
  return (
    <div className="relative flex min-h-13 flex-none items-center gap-x-4 border-t border-line px-1 md:px-5">
      <fieldset className="flex">
        <legend className="sr-only">{t('shot.colours')}</legend>
        {colours.map((colour) => (
          <Swatch key={colour} colour={colour} isChosen={colour === (selected && selected.kind !== 'blur' ? selected.colour : drawing.colour)} onChoose={() => take({ type: 'colour', colour })} />
        ))}
      </fieldset>
      {selected?.kind === 'text' && <Words key={selected.id} shape={selected} onWrite={(words) => onWrite(selected, words)} />}
      <div className="ms-auto flex">
        {drawing.tool !== 'select' && <IconButton label={t('shot.inMiddle')} icon={<PlusIcon className="size-5" />} onClick={onAddInMiddle} />}
        <IconButton label={t('shot.remove')} icon={<TrashIcon className="size-5" />} disabled={!selected} onClick={() => selected && take({ type: 'remove', id: selected.id })} />
        {zoom === 1 ? (
          <IconButton label={t('shot.nearer')} icon={<MagnifyingGlassPlusIcon className="size-5" />} onClick={() => onZoom(NEAR)} />
        ) : (
          <IconButton label={t('shot.further')} icon={<MagnifyingGlassMinusIcon className="size-5" />} onClick={() => onZoom(1)} />
        )}
      </div>
    </div>
  );
}

function Swatch({ colour, isChosen, onChoose }: { colour: Colour; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('capture');
  return (
    <button type="button" aria-pressed={isChosen} aria-label={t(`shot.colour.${colour}`)} title={t(`shot.colour.${colour}`)} onClick={onChoose} className="flex size-11 items-center justify-center focus-visible:-outline-offset-2">
      <span className={cx('block rounded-full border border-edge', swatches[colour], isChosen ? 'size-7 outline-2 outline-offset-2 outline-ink' : 'size-5')} />
    </button>
  );
}

/** A text that was just placed is written at once; so the focus goes there. */
function Words({ shape, onWrite }: { shape: Shape; onWrite: (words: string) => void }) {
  const { t } = useTranslation('capture');
  return (
    <input
      ref={(field) => {
        if (field && shape.text === '' && field.value === '') field.focus();
      }}
      aria-label={t('shot.words')}
      placeholder={t('shot.words')}
      value={shape.text}
      maxLength={120}
      onChange={(event) => onWrite(event.target.value)}
      className={cx(inputLook, 'max-md:absolute max-md:inset-x-3 max-md:bottom-full max-md:mb-2 max-md:w-auto md:grow md:basis-40')}
    />
  );
}
