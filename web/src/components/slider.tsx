// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
  /** The value in words: "3 testers", "$15.00". */
  write: (value: number) => string;
};

/** A number to play with; the value stands beside the label, so nothing hides under a thumb. */
export function Slider({ label, value, min, max, step = 1, onChange, write }: SliderProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-small text-soft">
          {label}
        </label>
        <output htmlFor={id} className="figures font-strong">
          {write(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        value={value}
        min={min}
        max={max}
        step={step}
        aria-valuetext={write(value)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-11 w-full cursor-pointer"
      />
    </div>
  );
}
