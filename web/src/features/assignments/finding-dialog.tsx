// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Modal } from '@/components/modal';
import { api, type Schema } from '@/lib/api';

import { FindingForm } from './finding-form';
import { bodyOf, type FindingValues } from './finding-values';

type Finding = Schema<'Finding'>;

type FindingDialogProps = {
  submission: Pick<Schema<'Submission'>, 'id' | 'environment'>;
  /** Null for a new one. */
  finding: Finding | null;
  isOpen: boolean;
  onClose: () => void;
  onSaved: () => Promise<unknown>;
};

/** One finding, written down or changed. */
export function FindingDialog({ submission, finding, isOpen, onClose, onSaved }: FindingDialogProps) {
  const { t } = useTranslation('assignments');
  const formId = useId();
  const add = api.useMutation('post', '/submissions/{submission_id}/findings');
  const update = api.useMutation('patch', '/findings/{finding_id}');

  const save = async (values: FindingValues) => {
    const body = bodyOf(values);
    if (finding) await update.mutateAsync({ params: { path: { finding_id: finding.id } }, body });
    else await add.mutateAsync({ params: { path: { submission_id: submission.id } }, body });
    await onSaved();
    onClose();
  };

  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={finding ? t('finding.edit', { number: finding.number }) : t('finding.new')}
      actions={
        <>
          <Button onClick={onClose}>{t('finding.back')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={add.isPending || update.isPending}>
            {t('finding.save')}
          </Button>
        </>
      }
    >
      <FindingForm id={formId} keptAs={`finding.${finding?.id ?? submission.id}`} finding={finding} submission={submission} onSave={save} />
    </Modal>
  );
}
