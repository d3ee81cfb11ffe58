// SPDX-License-Identifier: Apache-2.0
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Menu } from '@/components/menu';
import type { Schema } from '@/lib/api';
import { WaiveDialog } from '@/shared/waive-dialog';

import { CancelSeat } from './cancel-seat';

type Assignment = Schema<'Assignment'>;

const canCancel = ({ state, compensation_minor }: Assignment): boolean => state === 'active' && compensation_minor !== null;

/** What is rarely done to one seat: ending it, or doing without a piece of its work. Most seats have nothing here. */
export function SeatMenu({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('jobs');
  const [dialog, setDialog] = useState<string | null>(null);
  const { awaited, tester_name, tester_fee_bps, currency } = assignment;
  const items = [
    ...awaited.map(({ id, title }) => ({ label: t('seat.waive', { title }), onSelect: () => setDialog(id) })),
    ...(canCancel(assignment) ? [{ label: t('seat.cancel'), isDanger: true, onSelect: () => setDialog('cancel') }] : []),
  ];
  if (items.length === 0) return null;
  const close = () => setDialog(null);
  return (
    <div className="relative z-10">
      <Menu label={t('seat.more', { name: tester_name })} trigger={<EllipsisHorizontalIcon className="size-6" />} items={items} />
      <CancelSeat assignment={assignment} isOpen={dialog === 'cancel'} onClose={close} />
      {awaited.map((work) => (
        <WaiveDialog key={work.id} work={{ ...work, tester_name, tester_fee_bps, currency }} isOpen={dialog === work.id} onClose={close} />
      ))}
    </div>
  );
}
