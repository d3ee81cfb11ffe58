// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '@/lib/api';
import { useShortcut } from '@/lib/shortcuts';

type Finding = Pick<Schema<'Finding'>, 'id'>;

const rowOf = (id: string): HTMLElement | null => document.getElementById(`finding-${id}`);

/** Brings a finding into view, opened. */
function show(id: string): void {
  const row = rowOf(id);
  row?.setAttribute('open', '');
  row?.querySelector('summary')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** f goes from finding to finding; v calls the one it stands at valid, t looked at, e opens its verdict. */
export function useFindingKeys(findings: readonly Finding[]): void {
  const { t } = useTranslation('reviews');
  const [currentId, setCurrentId] = useState<string | null>(null);
  const press = (what: 'valid' | 'triage' | 'other') => currentId && rowOf(currentId)?.querySelector<HTMLElement>(`[data-judge=${what}]`)?.click();
  useShortcut({ keys: 'f', label: t('keys.finding') }, () => {
    const at = findings.findIndex(({ id }) => id === currentId);
    const next = findings[(at + 1) % findings.length];
    if (!next) return;
    setCurrentId(next.id);
    show(next.id);
  });
  useShortcut({ keys: 'v', label: t('keys.valid') }, () => press('valid'));
  useShortcut({ keys: 't', label: t('keys.triage') }, () => press('triage'));
  useShortcut({ keys: 'e', label: t('keys.judge') }, () => press('other'));
}
