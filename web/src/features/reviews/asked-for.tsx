// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';
import { Brief } from '@/shared/brief';
import { Prose } from '@/shared/prose';
import { DetailsView } from '@/shared/service-form/details-view';
import { answersIn } from '@/shared/service-form/rules';
import { useServiceType } from '@/shared/service-form/types-query';
import { withoutAnswered } from '@/shared/unanswered';

type AskedForProps = {
  submission: Schema<'Submission'>;
  assignment: Schema<'Assignment'>;
  /** One line that opens, at every width: something else needs the room. */
  isFolded: boolean;
};

/** The terms that the work was made under, beside it; on a phone one line that opens. */
export function AskedFor({ submission, assignment, isFolded }: AskedForProps) {
  const { t } = useTranslation('reviews');
  const { brief, steps, requirements } = assignment.terms;
  const type = useServiceType(submission.service_type);
  // A report that answers the steps shows them already.
  const isAnswered = type !== undefined && answersIn(type, submission.details).size > 0;
  const plan = <Brief brief={brief} steps={isAnswered ? [] : steps} requirements={requirements} />;
  const shown =
    submission.item_id === null ? (
      plan
    ) : (
      <div className="flex flex-col gap-4">
        <Prose text={submission.instructions} />
        {type && <DetailsView type={withoutAnswered(type)} details={submission.details} />}
        <Disclosure title={<span className="text-small">{t('desk.plan')}</span>}>{plan}</Disclosure>
      </div>
    );
  return (
    <aside className="min-w-0">
      {!isFolded && (
        <Panel title={t('desk.asked')} className="max-lg:hidden">
          {shown}
        </Panel>
      )}
      <Disclosure title={t('desk.asked')} className={cx('border-b', !isFolded && 'lg:hidden')}>
        {shown}
      </Disclosure>
    </aside>
  );
}
