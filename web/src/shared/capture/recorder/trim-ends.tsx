// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Slider } from '@/components/slider';
import { clock } from '@/lib/format';

type Ends = { startMs: number; endMs: number };

type TrimEndsProps = Ends & {
  durationMs: number;
  onChange: (ends: Ends) => void;
  /** Shows a moment, so that the cut is seen. */
  onLook: (atMs: number) => void;
};

const STEP_MS = 100;
/** What is left is at least so long. */
const SHORTEST_MS = 1_000;

/** Cuts both ends with a finger, a mouse or the arrow keys; the picture follows. */
export function TrimEnds({ startMs, endMs, durationMs, onChange, onLook }: TrimEndsProps) {
  const { t } = useTranslation('capture');
  if (durationMs < 2 * SHORTEST_MS) return null;
  const setStart = (value: number) => {
    const next = Math.min(value, endMs - SHORTEST_MS);
    onChange({ startMs: next, endMs });
    onLook(next);
  };
  const setEnd = (value: number) => {
    const next = Math.max(value, startMs + SHORTEST_MS);
    onChange({ startMs, endMs: next });
    onLook(next);
  };
  return (
    <fieldset className="grid gap-x-6 md:grid-cols-2">
      <legend className="sr-only">{t('record.trim')}</legend>
      <Slider label={t('record.trimStart')} value={startMs} min={0} max={durationMs} step={STEP_MS} onChange={setStart} write={clock} />
      <Slider label={t('record.trimEnd')} value={endMs} min={0} max={durationMs} step={STEP_MS} onChange={setEnd} write={clock} />
    </fieldset>
  );
}
