// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import { TimeLeft } from '@/components/time';
import type { Schema } from '@/lib/api';
import { Prose } from '@/shared/prose';

/** Work that came back: what the builder asks for, and until when. */
export function SentBack({ submission: { comment, changes_due_at }, name }: { submission: Schema<'Submission'>; name: string }) {
  const { t } = useTranslation('assignments');
  if (changes_due_at === null) return null;
  return (
    <Card className="flex flex-col gap-2">
      <Badge state="yours">{t('sentBack.title', { name })}</Badge>
      {comment && (
        <blockquote className="border-s-2 border-edge ps-4">
          <Prose text={comment} />
        </blockquote>
      )}
      <p className="text-small text-soft">
        <TimeLeft at={changes_due_at} /> · {t('sentBack.then')}
      </p>
    </Card>
  );
}
