// SPDX-License-Identifier: Apache-2.0
// The base score of a CVSS 3.1 vector, by FIRST's specification, section 7.1 and 7.4
// (https://www.first.org/cvss/v3-1/specification-document).

const weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
} as const satisfies Record<string, Record<string, number>>;

const METRICS = 8;

/** Rights that are needed weigh less when the attack leaves what it began in. */
const privileges: Record<string, { unchanged: number; changed: number }> = {
  N: { unchanged: 0.85, changed: 0.85 },
  L: { unchanged: 0.62, changed: 0.68 },
  H: { unchanged: 0.27, changed: 0.5 },
};

/** "CVSS:3.1/AV:N/…" in its parts; null when it is not such a vector. */
function partsOf(vector: string): Map<string, string> | null {
  const [version, ...metrics] = vector.split('/');
  if (version !== 'CVSS:3.1' || metrics.length !== METRICS) return null;
  const parts = new Map<string, string>();
  for (const metric of metrics) {
    const [name = '', value = ''] = metric.split(':');
    if (parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

/** The specification's way to the next tenth, free of what floats leave behind. */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

/** 0.0 to 10.0, or null while the vector is not whole. */
export function cvssScore(vector: string): number | null {
  const parts = partsOf(vector);
  const scope = parts?.get('S');
  if (!parts || (scope !== 'U' && scope !== 'C')) return null;
  const isChanged = scope === 'C';
  const weightOf = (metric: keyof typeof weights): number | undefined => (weights[metric] as Record<string, number>)[parts.get(metric) ?? '']; // any value may have been typed
  const right = privileges[parts.get('PR') ?? ''];
  const [av, ac, ui, c, i, a] = [weightOf('AV'), weightOf('AC'), weightOf('UI'), weightOf('C'), weightOf('I'), weightOf('A')];
  if (av === undefined || ac === undefined || ui === undefined || c === undefined || i === undefined || a === undefined || !right) return null;
  const base = 1 - (1 - c) * (1 - i) * (1 - a);
  const impact = isChanged ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  if (impact <= 0) return 0;
  const exploitability = 8.22 * av * ac * ui * (isChanged ? right.changed : right.unchanged);
  return roundUp(Math.min(10, (isChanged ? 1.08 : 1) * (impact + exploitability)));
}
