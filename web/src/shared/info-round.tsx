// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/panel';
import { StateMark } from '@/components/state-mark';
import type { Schema } from '@/lib/api';

import { Prose } from './prose';

type InfoRoundProps = { submission: Pick<Schema<'Submission'>, 'info_question' | 'info_answer' | 'info_unanswered' | 'tester_name'>; asker: string };

/** The last question about a submission, and what came of it. */
export function InfoRound({ submission, asker }: InfoRoundProps) {
  const { t } = useTranslation('work');
  const { info_question: question, info_answer: answer, info_unanswered, tester_name } = submission;
  if (question === null) return null;
  return (
    <Card className="flex flex-col gap-3">
      <div>
        <h2 className="text-small font-plain text-soft">{t('info.asked', { name: asker })}</h2>
        <Prose text={question} />
      </div>
      {answer !== null && (
        <div className="border-s-2 border-edge ps-4">
          <h3 className="text-small font-plain text-soft">{t('info.answered', { name: tester_name })}</h3>
          <Prose text={answer} />
        </div>
      )}
      {info_unanswered && (
        <p className="flex items-start gap-2 text-small">
          <StateMark state="waiting" className="mt-0.5" />
          {t('info.unanswered')}
        </p>
      )}
    </Card>
  );
}
