// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

import { selectedOf, type Drawing, type Step } from './drawing';
import { inkOf, paint, paintChoice } from './paint';
import { penOf, type Picture } from './picture';
import { useFit } from './use-fit';
import { usePen } from './use-pen';

type SurfaceProps = {
  picture: Picture;
  drawing: Drawing;
  /** Times what fits. */
  zoom: number;
  take: Dispatch<Step>;
};

/** The picture with the drawing on it. */
export function Surface({ picture, drawing, zoom, take }: SurfaceProps) {
  const { t } = useTranslation('capture');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = useFit(frame, picture) * zoom;
  const { live, ...pen } = usePen(picture, drawing, scale, take);
  const selected = selectedOf(drawing);
  const chosen = live ?? selected;

  useEffect(() => {
    const element = canvas.current;
    if (!element || scale === 0) return;
    // Never more pixels than the picture has: a zoomed one takes no more memory.
    const sharp = Math.min(1, scale * devicePixelRatio);
    element.width = Math.max(1, Math.round(picture.width * sharp));
    element.height = Math.max(1, Math.round(picture.height * sharp));
    element.style.width = `${picture.width * scale}px`;
    element.style.height = `${picture.height * scale}px`;
    const shapes = live ? [...drawing.shapes.filter(({ id }) => id !== live.id), live] : drawing.shapes;
    const ink = inkOf(element);
    const context = penOf(element);
    context.scale(sharp, sharp);
    paint(context, picture, shapes, ink);
    if (chosen) paintChoice(context, chosen, scale, ink);
  }, [picture, drawing.shapes, live, chosen, scale]);

  const isPanned = zoom > 1 && drawing.tool === 'select';
  return (
    <div className="relative min-h-0 grow bg-well">
      <div ref={frame} className="pointer-events-none absolute inset-3" />
      <div className={cx('absolute inset-0 flex p-3', zoom > 1 ? 'overflow-auto' : 'overflow-hidden')}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('shot.surface', { count: drawing.shapes.length })}
          {...pen}
          className={cx('m-auto flex-none select-none', isPanned ? 'touch-pan-x touch-pan-y' : 'touch-none', drawing.tool === 'select' ? 'cursor-default' : 'cursor-crosshair')}
        />
      </div>
    </div>
  );
}
