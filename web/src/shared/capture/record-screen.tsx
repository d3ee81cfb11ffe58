// SPDX-License-Identifier: Apache-2.0
import { VideoCameraIcon } from '@heroicons/react/24/outline';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';

const RecorderDialog = lazy(async () => ({ default: (await import('./recorder/recorder-dialog')).RecorderDialog }));

type RecordScreenProps = {
  /** The recording's file: all of it is at the server, which looks at it now. */
  onRecorded: (fileId: string) => void;
  disabled?: boolean;
};

/** Opens the screen recorder. It may stand inside a form and inside a dialog, and must stay there while it records. */
export function RecordScreen({ onRecorded, disabled = false }: RecordScreenProps) {
  const { t } = useTranslation('capture');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button disabled={disabled || isOpen} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <VideoCameraIcon aria-hidden className="size-5" />
        {t('record.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <RecorderDialog onRecorded={onRecorded} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
