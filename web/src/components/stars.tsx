// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

const FULL = [1, 2, 3, 4, 5] as const;

function Star({ isOn }: { isOn: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" strokeLinejoin="round" className={cx('size-5 stroke-[1.5]', isOn ? 'fill-ink stroke-ink' : 'fill-none stroke-edge')}>
      <path d="m10 2.5 2.3 4.9 5.2.7-3.8 3.7 1 5.3-4.7-2.6-4.7 2.6 1-5.3-3.8-3.7 5.2-.7z" />
    </svg>
  );
}

/** A rating that was given. */
export function Stars({ value }: { value: number }) {
  const { t } = useTranslation();
  return (
    <span role="img" aria-label={t('stars', { count: value })} className="inline-flex">
      {FULL.map((step) => (
        <Star key={step} isOn={step <= value} />
      ))}
    </span>
  );
}

type StarRatingProps = { label: string; value: number | null; onChange: (value: number) => void };

/** A rating being given: five radio buttons that look like stars. */
export function StarRating({ label, value, onChange }: StarRatingProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset>
      <legend className="font-strong">{label}</legend>
      <div className="-ms-3 flex">
        {FULL.map((step) => (
          <label key={step} className="grid size-11 cursor-pointer place-items-center rounded-small has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <input type="radio" name={name} value={step} checked={step === value} onChange={() => onChange(step)} className="sr-only" />
            <span className="sr-only">{t('stars', { count: step })}</span>
            <Star isOn={value !== null && step <= value} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
