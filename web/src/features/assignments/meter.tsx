// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { FailedState } from '@/components/failed-state';
import { fieldsOf } from '@/components/form/use-field';
import { Panel } from '@/components/panel';
import { Badge } from '@/components/state-mark';
import type { Schema } from '@/lib/api';
import { useReadyCount } from '@/shared/files/file-query';
import type { ServiceType } from '@/shared/service-form/types-query';

import type { WorkForm } from './draft';
import { missingQuery } from './draft-query';
import { lackedBy, placeOf, useLackText, wantedOf } from './missing';

const SHOWN = 6;

type MeterProps = { control: Control<WorkForm>; submission: Schema<'Submission'>; type: ServiceType };

/** How complete the work is, and what is missing, each with the way to its place. */
export function Meter({ control, submission, type }: MeterProps) {
  const { t } = useTranslation('assignments');
  const textOf = useLackText(type.key);
  const { data, error, refetch } = useQuery(missingQuery(submission.id));
  const environment = useWatch({ control, name: 'environment' });
  const evidence = useWatch({ control, name: 'evidence' });
  const ready = useReadyCount([...evidence.flatMap(({ file_id }) => file_id || []), ...submission.findings.flatMap(({ attachment_ids }) => attachment_ids)]);
  useEffect(() => {
    if (ready > 0) void refetch(); // nothing was typed, and still the server misses less
  }, [ready, refetch]);
  if (!data) return error ? <FailedState error={error} onRetry={() => void refetch()} /> : null;
  const missing = lackedBy(data.missing, environment);
  const wanted = Math.max(wantedOf(submission, type), missing.length);
  const done = wanted - missing.length;
  return (
    <Panel title={t('meter.title')} aside={<span className="figures text-small text-soft">{t('meter.of', { done, wanted })}</span>}>
      <div id="missing" tabIndex={-1} className="flex flex-col gap-3 outline-none">
        <svg aria-hidden className="h-2 w-full rounded-small bg-well rtl:-scale-x-100">
          <rect width={`${(done * 100) / wanted}%`} height="100%" rx="4" className="fill-ink" />
        </svg>
        {missing.length === 0 ? (
          <Badge state="done">{t('meter.complete')}</Badge>
        ) : (
          <ul>
            {missing.slice(0, SHOWN).map((lack) => (
              <li key={lack.pointer + lack.code}>
                <button type="button" className="link flex min-h-11 items-center text-start" onClick={() => goTo(control, placeOf(lack))}>
                  {textOf(lack)}
                </button>
              </li>
            ))}
            {missing.length > SHOWN && <li className="text-small text-soft">{t('meter.more', { count: missing.length - SHOWN })}</li>}
          </ul>
        )}
      </div>
    </Panel>
  );
}

/** The element is focused, and so comes into view. What has no field of its own is part of one that has. */
function goTo(control: object, place: string): void {
  const entry = fieldsOf(control).get(place);
  if (!entry && place.includes('.')) return goTo(control, place.slice(0, place.lastIndexOf('.')));
  const element = entry && document.getElementById(entry.id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
