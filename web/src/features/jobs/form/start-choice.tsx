// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { LinkButton } from '@/components/button';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';

import { PastJobs } from './past-jobs';
import { TemplateList } from './template-list';

const kinds = ['simple', 'structured'] as const;
const points = ['price', 'who', 'pay', 'work', 'good'] as const;

type StartChoiceProps = {
  /** The project that one comes from, if any. */
  projectId: string;
};

/** Where a job begins: which kind, from a template, or from one that was posted before. */
export function StartChoice({ projectId }: StartChoiceProps) {
  const { t } = useTranslation('jobs');
  const linkTo = (kind: (typeof kinds)[number], template = '') => {
    const search = new URLSearchParams({ kind, ...(projectId && { project: projectId }), ...(template && { template }) });
    return `/jobs/new?${search.toString()}`;
  };
  return (
    <Page title={t('form.title')} lead={t('start.lead')} width="board">
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        {kinds.map((kind) => (
          <section key={kind} className="flex flex-col border-t border-edge pt-4">
            <h2 className="text-lead">{t(`start.${kind}.title`)}</h2>
            <p className="mt-1 text-soft">{t(`start.${kind}.what`)}</p>
            <dl className="my-4 grow border-t border-line">
              {points.map((point) => (
                <div key={point} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 border-b border-line py-2 text-small">
                  <dt className="text-soft">{t(`start.point.${point}`)}</dt>
                  <dd>{t(`start.${kind}.${point}`)}</dd>
                </div>
              ))}
            </dl>
            <LinkButton to={linkTo(kind)} kind={kind === 'simple' ? 'primary' : 'secondary'} className="self-start max-md:w-full">
              {t(`start.${kind}.begin`)}
            </LinkButton>
          </section>
        ))}
        <Panel title={t('start.templates')}>
          <TemplateList linkTo={linkTo} />
        </Panel>
        <Panel title={t('start.past')}>
          <PastJobs />
        </Panel>
      </div>
    </Page>
  );
}
