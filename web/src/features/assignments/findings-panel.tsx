// SPDX-License-Identifier: Apache-2.0
import { PencilSquareIcon, PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { usePlace } from '@/components/form/use-place';
import { Panel } from '@/components/panel';
import { api, type Schema } from '@/lib/api';
import { Severity } from '@/shared/findings/severity';

import { draftQuery, missingQuery } from './draft-query';
import { FindingDialog } from './finding-dialog';

type Finding = Schema<'Finding'>;

type FindingsPanelProps = { control: object; submission: Schema<'Submission'> };

/** What was found so far; each is saved on its own. */
export function FindingsPanel({ control, submission }: FindingsPanelProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const id = usePlace(control, 'findings', d('submission.findings'));
  const [open, setOpen] = useState<Finding | 'new' | null>(null);
  const refresh = useFindingRefresh(submission.id);
  const { findings } = submission;
  return (
    <Panel title={d('submission.findings')} aside={<span className="figures text-small text-soft">{d('submission.findingCount', { count: findings.length })}</span>}>
      {findings.length === 0 && <p className="mb-4 text-soft">{t('findings.none')}</p>}
      <ol className="mb-4">
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} onEdit={() => setOpen(finding)} onDeleted={refresh} />
        ))}
      </ol>
      <Button id={id} onClick={() => setOpen('new')}>
        <PlusIcon className="size-5" />
        {t('findings.add')}
      </Button>
      <FindingDialog submission={submission} finding={open === 'new' ? null : open} isOpen={open !== null} onClose={() => setOpen(null)} onSaved={refresh} />
    </Panel>
  );
}

/** The draft with its new tag, and what is missing without or with the finding. */
function useFindingRefresh(submissionId: string) {
  const queryClient = useQueryClient();
  return () => Promise.all([queryClient.invalidateQueries(draftQuery(submissionId)), queryClient.invalidateQueries(missingQuery(submissionId))]);
}

type FindingRowProps = { finding: Finding; onEdit: () => void; onDeleted: () => Promise<unknown> };

function FindingRow({ finding, onEdit, onDeleted }: FindingRowProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const [isSure, setIsSure] = useState(false);
  const remove = api.useMutation('delete', '/findings/{finding_id}', { onSuccess: onDeleted });
  return (
    <li className="border-t border-line py-3 last:border-b">
      <div className="flex items-start gap-3">
        <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{finding.number}</span>
        <div className="min-w-0 grow">
          <p dir="auto" className="font-strong break-words">
            {finding.title}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-soft">
            <Severity severity={finding.severity} />
            {d(`findingKind.${finding.kind}`)} · {d(`reproducibility.${finding.reproducibility}`)}
          </p>
        </div>
        <IconButton label={t('findings.edit', { number: finding.number })} icon={<PencilSquareIcon className="size-5" />} onClick={onEdit} />
        <IconButton label={t('findings.delete', { number: finding.number })} icon={<TrashIcon className="size-5" />} onClick={() => setIsSure(true)} />
      </div>
      {remove.error && <FailedState error={remove.error} />}
      {isSure && (
        <div className="flex flex-wrap items-center gap-3 ps-9 pt-2">
          <p className="text-small">{t('findings.sure')}</p>
          <Button onClick={() => setIsSure(false)}>{t('findings.keep')}</Button>
          <Button kind="danger" pending={remove.isPending} onClick={() => remove.mutate({ params: { path: { finding_id: finding.id } } })}>
            {t('findings.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}
