// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { PageBones } from '@/components/skeleton';
import { api, type Schema } from '@/lib/api';
import { configQuery } from '@/lib/config';
import { minorPerMajor } from '@/lib/format';
import { showProblem } from '@/lib/problem';
import { projectsQuery } from '@/shared/jobs-query';
import { useRefresh } from '@/shared/use-refresh';

import { templatesQuery } from '../jobs-query';
import { NewPlan } from '../plan/new-plan';
import { JobFrame } from './job-frame';
import { PriceReceipt } from './price-receipt';
import { StartChoice } from './start-choice';
import { SubjectStep } from './subject-step';
import { WorkStep } from './work-step';

/** What a reward begins with when no template proposes one; the next step asks for it. */
const FIRST_REWARD = 15;

/** A new job until it is a draft on the server: its kind, the project, then the words. */
export function NewJobPage() {
  const projects = useQuery(projectsQuery());
  const config = useQuery(configQuery());
  return (
    <QueryView query={config}>
      {(site) => <QueryView query={projects}>{({ items }) => (items.length === 0 ? <NoProject /> : <BeginJob projects={items} config={site} />)}</QueryView>}
    </QueryView>
  );
}

function NoProject() {
  const { t } = useTranslation('jobs');
  return (
    <Page title={t('form.title')} width="form">
      <EmptyState
        drawing="signpost"
        title={t('subject.noProject')}
        action={
          <LinkButton to="/projects/new?then=job" kind="primary">
            {t('subject.newProject')}
          </LinkButton>
        }
      >
        {t('subject.noProjectWhy')}
      </EmptyState>
    </Page>
  );
}

type NewJobProps = { projects: readonly Schema<'Project'>[]; config: Schema<'SiteConfig'> };

/** First the kind of job, unless the address says it. */
function BeginJob({ projects, config }: NewJobProps) {
  const [search] = useSearchParams();
  const projectId = search.get('project') ?? '';
  const kind = search.get('kind') ?? (search.has('step') ? 'simple' : null);
  if (kind === 'simple') return <NewJob projects={projects} config={config} />;
  if (kind !== 'structured') return <StartChoice projectId={projectId} />;
  return <NewPlan projects={projects} config={config} projectId={projectId} templateKey={search.get('template') ?? ''} />;
}

function NewJob({ projects, config }: NewJobProps) {
  const { t } = useTranslation('jobs');
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const templates = useQuery(templatesQuery());
  const create = api.useMutation('post', '/jobs');
  const only = projects.length === 1 ? projects[0]?.id : undefined;
  const subject = { project_id: search.get('project') ?? only ?? '', template: search.get('template') ?? '' };
  const template = templates.data?.items.find(({ key }) => key === subject.template);
  const currency = config.currencies[0] ?? 'usd';
  const reward = template?.reward_minor ?? FIRST_REWARD * minorPerMajor(currency);
  const price = { seats: 1, rewardMinor: Math.min(config.reward_max_minor, Math.max(config.reward_min_minor, reward)), currency };

  if (search.get('step') !== 'work' || subject.project_id === '') {
    return (
      <JobFrame current="subject" done={[]} onGo={() => undefined} summary={null}>
        <SubjectStep
          projects={projects}
          subject={subject}
          isNew
          currency={currency}
          pending={false}
          onDone={(chosen) => setSearch({ project: chosen.project_id, ...(chosen.template && { template: chosen.template }), step: 'work' })}
        />
      </JobFrame>
    );
  }
  if (subject.template !== '' && templates.isPending) return <PageBones />;
  return (
    <JobFrame current="work" done={['subject']} onGo={() => setSearch({ kind: 'simple', project: subject.project_id, template: subject.template })} summary={<PriceReceipt price={price} serviceType={template?.service_type} />}>
      <WorkStep
        keptAs={`job.new.${subject.template}`}
        work={template ? workOf(template) : { title: '', brief: '', steps: [] }}
        pending={create.isPending}
        submit={t('form.saveDraft')}
        onDone={(work, { setError, forget }) =>
          create.mutate(
            { body: { ...work, kind: 'simple', project_id: subject.project_id, reward_minor: price.rewardMinor, currency, seats: 1 } },
            {
              onSuccess: async (job) => {
                forget();
                await refresh();
                await navigate(`/jobs/${job.id}/edit?step=terms`, { replace: true });
              },
              onError: (problem) => showProblem(problem, setError),
            },
          )
        }
      />
    </JobFrame>
  );
}

const workOf = ({ title, brief, service_type, steps, platforms }: Schema<'Template'>) => ({
  title,
  brief,
  service_type,
  steps: steps.map(({ text, expected }) => ({ text, expected: expected ?? '' })),
  requirements: { platforms },
});
