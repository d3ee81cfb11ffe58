// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Checklist } from '@/components/checklist';

type FirstRunProps = { hasProject: boolean; hasDraft: boolean };

/** The way to the first published job. The draft that is to be paid stands in the list below. */
export function FirstRun({ hasProject, hasDraft }: FirstRunProps) {
  const { t } = useTranslation('builder-board');
  return (
    <Checklist
      title={t('first.title')}
      lead={t('first.lead')}
      items={[
        {
          key: 'project',
          title: t('first.project.title'),
          text: t('first.project.text'),
          isDone: hasProject,
          action: (
            <LinkButton to="/projects/new" kind="primary">
              {t('first.project.action')}
            </LinkButton>
          ),
        },
        {
          key: 'job',
          title: t('first.job.title'),
          text: t('first.job.text'),
          isDone: hasDraft,
          action: (
            <LinkButton to="/jobs/new" kind="primary">
              {t('first.job.action')}
            </LinkButton>
          ),
        },
        { key: 'publish', title: t('first.publish.title'), text: t('first.publish.text'), isDone: false },
      ]}
    />
  );
}
