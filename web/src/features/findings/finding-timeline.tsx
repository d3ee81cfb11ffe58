// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Timeline, type TimelineEvent } from '@/components/timeline';

import type { FindingSheetProps } from './finding-page';

/** What happened to a finding, as its own dates tell it. */
export function FindingTimeline(props: FindingSheetProps) {
  return <Timeline events={useEvents(props)} />;
}

function useEvents({ finding, work, side }: FindingSheetProps): TimelineEvent[] {
  const { t } = useTranslation('findings');
  const { state, triaged_at, judged_at, fixed_at, fixed_build, fix_note, retest_job_id, updated_at } = finding;
  const after = (['verified', 'reopened', 'withdrawn'] as const).find((last) => last === state);
  const isRetested = state === 'retest_ordered' && retest_job_id !== null;
  const toJob = isRetested && side === 'builder' && (
    <Link to={`/jobs/${retest_job_id}`} className="link">
      {t('fix.toRetest')}
    </Link>
  );
  const events: (TimelineEvent | false)[] = [
    // What comes last changed the finding last.
    { id: 'reported', at: finding.created_at, state: 'waiting', text: t('event.reported', { name: work.tester_name }) },
    work.submitted_at !== null && { id: 'handed-in', at: work.submitted_at, state: 'waiting', text: t('event.handedIn') },
    triaged_at !== null && { id: 'triaged', at: triaged_at, state: 'waiting', text: t('event.triaged') },
    judged_at !== null && { id: 'judged', at: judged_at, state: 'done', text: t('event.judged'), effect: finding.verdict_reason },
    fixed_at !== null && { id: 'fixed', at: fixed_at, state: 'done', text: fixed_build ? t('event.fixedIn', { build: fixed_build }) : t('event.fixed'), ...(!after && { effect: fix_note }) },
    isRetested && { id: 'retest', at: updated_at, state: 'theirs', text: t('event.retest'), effect: toJob },
    after !== undefined && { id: after, at: updated_at, state: after === 'reopened' ? 'problem' : 'done', text: t(`event.${after}`), effect: fix_note },
  ];
  // They are written in the order in which they can happen; the newest comes first.
  return events.filter((event) => event !== false).toReversed();
}
