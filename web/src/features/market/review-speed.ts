// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { span } from '@/lib/format';

const HOUR_MS = 3_600_000;

/** How long a builder takes to decide, in words; null while nobody knows. */
export function useReviewSpeed(): (job: { builder_review_hours: number | null }) => string | null {
  const { t } = useTranslation('market');
  return ({ builder_review_hours }) => {
    if (builder_review_hours === null) return null;
    return builder_review_hours < 1 ? t('speed.hour') : t('speed.about', { span: span(builder_review_hours * HOUR_MS) });
  };
}
