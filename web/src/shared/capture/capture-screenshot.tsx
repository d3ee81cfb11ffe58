// SPDX-License-Identifier: Apache-2.0
import { CameraIcon } from '@heroicons/react/24/outline';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';

const ScreenshotDialog = lazy(async () => ({ default: (await import('./screenshot/screenshot-dialog')).ScreenshotDialog }));

type CaptureScreenshotProps = {
  /** The picture as it was drawn on; what it was made of stays in this browser. */
  onFile: (file: File) => void;
  disabled?: boolean;
};

/** Opens the screenshot tool. It may stand inside a form and inside a dialog. */
export function CaptureScreenshot({ onFile, disabled = false }: CaptureScreenshotProps) {
  const { t } = useTranslation('capture');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button disabled={disabled} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <CameraIcon aria-hidden className="size-5" />
        {t('shot.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <ScreenshotDialog onFile={onFile} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
