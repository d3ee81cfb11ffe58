// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { Panel } from '@/components/panel';
import { instant, money, percent } from '@/lib/format';
import { Brief } from '@/shared/brief';
import type { Dispute } from '@/shared/disputes-query';
import { EventTimeline } from '@/shared/event-timeline';
import { Facts } from '@/shared/facts';
import { InfoRound } from '@/shared/info-round';
import { Prose } from '@/shared/prose';
import { SubmissionView } from '@/shared/submission-view';

import { eventsOf, fileOf, type CaseFileContent } from './case';

type CaseFileProps = {
  dispute: Dispute;
  /** It is to be read now: all parts but the history begin open. */
  isWanted: boolean;
};

/** All that a decision can rest on, as it was when the dispute was opened. */
export function CaseFile({ dispute, isWanted }: CaseFileProps) {
  const { t } = useTranslation('disputes');
  const file = fileOf(dispute);
  return (
    <Panel title={t('file.title')}>
      <p className="mb-4 max-w-reading text-small text-soft">{t('file.what', { when: instant(dispute.opened_at) })}</p>
      <Disclosure isOpen={isWanted} title={<Heading>{t('file.contract')}</Heading>}>
        <Contract file={file} currency={dispute.currency} />
      </Disclosure>
      <Disclosure isOpen={isWanted} title={<Heading>{t('file.work')}</Heading>}>
        <SubmissionView id={dispute.submission_id} submission={{ ...file.work, service_type: dispute.service_type, details: file.contract.item.details }} />
      </Disclosure>
      <Disclosure isOpen={isWanted} title={<Heading>{t('file.review')}</Heading>}>
        <Review dispute={dispute} file={file} />
      </Disclosure>
      <Disclosure title={<Heading>{t('file.timeline')}</Heading>}>
        <EventTimeline events={eventsOf(dispute, file)} />
      </Disclosure>
      <p className="border-t border-line pt-3 text-note break-all text-soft">
        {t('file.seal')} <code className="font-mono select-all">{dispute.case_hash}</code>
      </p>
    </Panel>
  );
}

function Heading({ children }: { children: string }) {
  return <span className="font-strong">{children}</span>;
}

/** What was agreed: the brief, the item, the pay and the clocks. */
function Contract({ file, currency }: { file: CaseFileContent; currency: string }) {
  const { t } = useTranslation('disputes');
  const { terms, item, reward_minor, bonus_cap_minor, claimed_at, due_at, offer } = file.contract;
  return (
    <div className="flex flex-col gap-6">
      <Facts
        facts={[
          { label: t('file.reward'), value: money(reward_minor, currency) },
          { label: t('file.bonus'), value: bonus_cap_minor > 0 && money(bonus_cap_minor, currency) },
          { label: t('file.claimed'), value: instant(claimed_at) },
          { label: t('file.due'), value: instant(due_at) },
        ]}
      />
      {item.instructions && item.instructions !== terms.brief && <Prose text={item.instructions} />}
      <Brief brief={terms.brief} steps={terms.steps} requirements={terms.requirements} />
      {offer?.message && <Prose text={offer.message} />}
    </div>
  );
}

/** What the builder decided, and the question before it. */
function Review({ dispute, file: { review } }: { dispute: Dispute; file: CaseFileContent }) {
  const { t } = useTranslation('disputes');
  const { t: d } = useTranslation('domain');
  const { reject_reason, approved_percent, decided_at, comment, question, answer, unanswered } = review;
  return (
    <div className="flex flex-col gap-4">
      <Facts
        facts={[
          { label: t('file.reason'), value: reject_reason && d(`rejectReason.${reject_reason}`) },
          { label: t('file.percent'), value: approved_percent !== null && percent(approved_percent * 100) },
          { label: t('file.decided'), value: decided_at && instant(decided_at) },
        ]}
      />
      {comment ? <Prose text={comment} /> : <p className="text-soft">{t('file.noComment')}</p>}
      <InfoRound submission={{ info_question: question, info_answer: answer, info_unanswered: unanswered, tester_name: dispute.tester_name }} asker={dispute.builder_name} />
    </div>
  );
}
