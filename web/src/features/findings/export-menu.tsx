// SPDX-License-Identifier: Apache-2.0
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Busy } from '@/components/busy';
import { Menu } from '@/components/menu';
import { useToast } from '@/components/toasts';
import { http, type Schema } from '@/lib/api';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { saveFile } from '@/lib/save-file';

import { queryOf, type Filters } from './filters';

/** The ends of the addresses, which are those of the files. */
const formats = ['csv', 'json', 'junit.xml', 'sarif', 'pdf'] as const;
type Format = (typeof formats)[number];

type ExportMenuProps = { project: Pick<Schema<'Project'>, 'id' | 'name'>; /** What is left out of the list is left out of the file. */ filters: Filters };

/** The findings of the project as a file, for other tools or for paper. */
export function ExportMenu({ project, filters }: ExportMenuProps) {
  const { t } = useTranslation('findings');
  const toast = useToast();
  const textOf = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: async (format: Format) => saveFile(`${fileName(project.name)}.${format}`, await read(project.id, format, filters), ''),
    onError: (error: unknown) => toast('problem', textOf(toProblem(error))),
  });
  const words = { csv: t('export.csv'), json: t('export.json'), 'junit.xml': t('export.junit'), sarif: t('export.sarif'), pdf: t('export.pdf') };
  return (
    <Menu
      label={t('export.title')}
      trigger={
        <>
          {isPending ? <Busy /> : <ArrowDownTrayIcon className="size-5" />}
          {t('export.title')}
        </>
      }
      items={formats.map((format) => ({ label: words[format], onSelect: () => !isPending && mutate(format) }))}
    />
  );
}

/** Fetched, because a plain link could not say who asks. */
async function read(projectId: string, format: Format, filters: Filters): Promise<Blob> {
  const { q: _, ...query } = queryOf(filters); // words are for looking only
  const { data, error } = await http.GET(`/projects/{project_id}/findings.${format}`, { params: { path: { project_id: projectId }, query }, parseAs: 'blob' });
  if (!data) throw error;
  return data;
}

/** A name that every system takes. */
const fileName = (name: string): string => `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '').slice(0, 60) || 'project'}-findings`;
