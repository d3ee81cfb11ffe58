// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import type { Schema } from '@/lib/api';
import type { Assignment } from '@/shared/assignments-query';

import { missingQuery } from './draft-query';
import { HandInDialog } from './hand-in-dialog';
import { lackedBy } from './missing';
import { ReturnSeat } from './return-seat';
import { SaveLine, SaveTrouble } from './save-state';
import type { DraftWork } from './use-draft';

type HandInBarProps = {
  assignment: Assignment;
  submission: Schema<'Submission'>;
  work: DraftWork;
  /** Brings the form to the front, where what is missing stands. */
  onBrief: () => void;
};

/** Always in reach: whether all is saved, what is missing, and the way to hand in. */
export function HandInBar({ assignment, submission, work, onBrief }: HandInBarProps) {
  const { t } = useTranslation('assignments');
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(missingQuery(submission.id));
  const environment = useWatch({ control: work.form.control, name: 'environment' });
  const count = lackedBy(data?.missing ?? [], environment).length;
  const showMissing = () => {
    onBrief();
    requestAnimationFrame(() => {
      const list = document.getElementById('missing');
      list?.scrollIntoView({ block: 'center' });
      list?.focus({ preventScroll: true });
    });
  };
  const handIn = async () => {
    if (await work.saver.flush()) setIsOpen(true);
  };
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-10 flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
      <SaveTrouble work={work} />
      <div className="flex grow items-center justify-between gap-4">
        <SaveLine state={work.state} />
        {mayReturn(assignment) && <ReturnSeat assignment={assignment} onReturned={work.forget} />}
      </div>
      {count > 0 ? (
        <Button onClick={showMissing} className="max-md:w-full">
          {t('bar.missing', { count })}
        </Button>
      ) : (
        <Button kind="primary" onClick={() => void handIn()} disabled={!data || work.state.kind === 'conflict' || work.state.kind === 'over'} className="max-md:w-full">
          {t('bar.handIn')}
        </Button>
      )}
      <HandInDialog assignment={assignment} submission={submission} isOpen={isOpen} onClose={() => setIsOpen(false)} onDone={work.forget} />
    </div>
  );
}

/** A seat can be given back until something was handed in. */
const mayReturn = ({ submissions }: Assignment): boolean => submissions.every(({ submitted_at }) => submitted_at === null);
