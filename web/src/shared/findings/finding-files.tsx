// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import type { Schema } from '@/lib/api';

import { FileGrid } from '../files/file-grid';
import { useFiles } from '../files/file-query';

type FindingFilesProps = { finding: Pick<Schema<'Finding'>, 'submission_id' | 'attachment_ids'> };

/** What shows a finding, in the tester's order. */
export function FindingFiles({ finding }: FindingFilesProps) {
  const { t } = useTranslation('findings');
  const { data, error, isPending, refetch } = useFiles(finding.submission_id);
  if (isPending) return <RowBones count={2} />;
  if (!data) return <FailedState error={error} onRetry={() => void refetch()} />;
  const files = finding.attachment_ids.flatMap((id) => data.filter((file) => file.id === id));
  if (files.length === 0) return <p className="text-small text-soft">{t('files.gone')}</p>;
  return <FileGrid files={files} label={t('files.title')} isNarrow />;
}
