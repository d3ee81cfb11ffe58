// SPDX-License-Identifier: Apache-2.0
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { Button, LinkButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { api, type Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { AttachmentField } from '@/shared/files/attachment-field';
import { fileQuery } from '@/shared/files/file-query';
import { useRefresh } from '@/shared/use-refresh';

import { projectQuery } from './projects-query';

type Project = Schema<'Project'>;

const SCREENSHOTS_MAX = rules.setProjectPictures.screenshot_ids.maxItems;
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif';

export function ProjectPicturesPage() {
  const { projectId = '' } = useParams();
  const query = useQuery(projectQuery(projectId));
  return <QueryView query={query}>{(project) => <ProjectPictures project={project} />}</QueryView>;
}

/** "/api/v1/files/<id>?rendition=thumbnail" -> the id. */
const iconIn = ({ icon_url }: Project): string[] => /\/files\/([0-9a-f-]{36})/.exec(icon_url ?? '')?.slice(1) ?? [];

function ProjectPictures({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [icon, setIcon] = useState(() => iconIn(project));
  const [screenshots, setScreenshots] = useState(() => project.screenshots.map(({ id }) => id));
  const files = useQueries({ queries: [...icon, ...screenshots].map(fileQuery) });
  const areReady = files.every(({ data }) => data?.state === 'ready');
  const save = api.useMutation('put', '/projects/{project_id}/pictures', {
    onSuccess: async () => {
      await refresh();
      await navigate(`/projects/${project.id}`);
    },
  });
  const put = () => save.mutate({ params: { path: { project_id: project.id } }, body: { icon_id: icon[0] ?? null, screenshot_ids: screenshots } });
  return (
    <Page title={t('pictures.title')} lead={<span dir="auto">{project.name}</span>} width="form">
      <div className="flex flex-col gap-10">
        <p>{t('pictures.lead')}</p>
        <AttachmentField ids={icon} onChange={setIcon} max={1} accept={PICTURES} label={t('pictures.icon')} help={t('pictures.iconHelp')} />
        <AttachmentField ids={screenshots} onChange={setScreenshots} max={SCREENSHOTS_MAX} accept={PICTURES} label={t('pictures.screenshots')} help={t('pictures.screenshotsHelp', { count: SCREENSHOTS_MAX })} />
        {save.error && <FailedState error={save.error} />}
        <div className="flex flex-col gap-3">
          {!areReady && <p role="status" className="text-small text-soft">{t('pictures.wait')}</p>}
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" disabled={!areReady} pending={save.isPending} onClick={put}>
              {t('pictures.save')}
            </Button>
            <LinkButton kind="quiet" to={`/projects/${project.id}`}>
              {t('pictures.back')}
            </LinkButton>
          </div>
        </div>
      </div>
    </Page>
  );
}
