// SPDX-License-Identifier: Apache-2.0
// The drawing of a chart; in a chunk of its own, with the library that draws.
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

import type { Chart } from './chart-types';

/** Told apart by lightness too, in the order of the series. */
const fills = ['var(--color-accent)', 'var(--color-yours)', 'var(--color-theirs)', 'var(--color-edge)'] as const;
const HEIGHT = 240;

/** Bars by day. Those who cannot see it have the table below it. */
export function DayBars({ chart: { days, series, write, writeDay } }: { chart: Chart }) {
  const rows = days.map((day, at) => Object.fromEntries([['day', day], ...series.map(({ key, values }) => [key, values[at] ?? 0])]));
  return (
    <div aria-hidden className="text-note">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart data={rows} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="day" tickFormatter={writeDay} tickLine={false} stroke="var(--color-edge)" tick={{ fill: 'var(--color-soft)' }} minTickGap={24} />
          <YAxis tickFormatter={write} tickLine={false} axisLine={false} width="auto" allowDecimals={false} tick={{ fill: 'var(--color-soft)' }} />
          <Tooltip
            cursor={{ fill: 'var(--color-well)' }}
            isAnimationActive={false}
            labelFormatter={(day) => writeDay(String(day))}
            formatter={(value) => write(Number(value))}
            contentStyle={{ background: 'var(--color-sheet)', border: '1px solid var(--color-line)', borderRadius: 'var(--radius-small)', color: 'var(--color-ink)' }}
            itemStyle={{ color: 'var(--color-ink)' }}
          />
          {series.length > 1 && <Legend itemSorter={null} formatter={(name) => <span className="text-soft">{name}</span>} />}
          {series.map(({ key, label }, at) => (
            <Bar key={key} dataKey={key} name={label} fill={fills[at % fills.length] ?? fills[0]} isAnimationActive={false} maxBarSize={24} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
