// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { TextField } from '@/components/form/text-field';
import { http, type Body, type Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

import { ActButton, type Reasoned } from '../frame/act';
import { sent } from '../frame/sent';

export const redriveNeeds = ['support', 'finance'] as const;

/** One dead job gets its tries back; what it sends to others keeps its key. */
export function RedriveJob({ job: { id, kind, attempts } }: { job: Schema<'QueueJob'> }) {
  const { t } = useTranslation('admin-site');
  const params = { path: { queue_job_id: id } };
  return (
    <ActButton<Reasoned>
      label={t('redrive.label')}
      needs={redriveNeeds}
      title={t('redrive.title', { kind })}
      what={t('redrive.what', { count: attempts })}
      submit={t('redrive.submit')}
      done={t('redrive.done')}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/queue/{queue_job_id}/redrive', { params, body }))}
    />
  );
}

/** All dead jobs of a kind, once what stopped them is mended. */
export function RedriveKind({ kind }: { kind: string }) {
  const { t } = useTranslation('admin-site');
  return (
    <ActButton<Body<'redriveKind'>>
      key={kind}
      label={t('redrive.all')}
      needs={redriveNeeds}
      title={t('redrive.allTitle')}
      what={t('redrive.allWhat')}
      submit={t('redrive.allSubmit')}
      done={t('redrive.allDone')}
      values={{ reason: '', kind }}
      run={(body) => sent(http.POST('/admin/queue/redrive', { body }))}
    >
      {(control) => <TextField control={control} name="kind" rules={rules.redriveKind.kind} label={t('queue.kind')} help={t('redrive.kindHelp')} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
    </ActButton>
  );
}
