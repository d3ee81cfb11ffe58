// SPDX-License-Identifier: Apache-2.0
// What a file is, and why it was not taken, in words.
import { useTranslation } from 'react-i18next';

import { bytes, clock } from '@/lib/format';

import type { StoredFile } from './file-query';

const refusals = ['type-not-allowed', 'archive', 'not-what-it-says', 'too-large', 'too-many-pixels', 'too-long', 'broken', 'took-too-long', 'empty'] as const;

const knownRefusal = (code: string | null) => refusals.find((known) => known === code) ?? 'other';

/** Why the server did not take it. */
export function useRefusalText(): (file: StoredFile) => string {
  const { t } = useTranslation('files');
  return ({ refused_code }) => t(`refused.${knownRefusal(refused_code)}`);
}

/** "Picture · 1280 × 720 · 240 kB" */
export function useFileFacts(): (file: StoredFile) => string {
  const { t } = useTranslation('files');
  return ({ kind, width, height, duration_ms: duration, size_bytes: size }) =>
    [kind && t(`kind.${kind}`), width && height && `${width} × ${height}`, duration && clock(duration), bytes(size)].filter(Boolean).join(' · ');
}
