// SPDX-License-Identifier: Apache-2.0
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { usePlace } from '@/components/form/use-place';
import { rules } from '@/lib/rules.gen';
import { CaptureScreenshot } from '@/shared/capture/capture-screenshot';
import { RecordScreen } from '@/shared/capture/record-screen';
import { AttachmentField } from '@/shared/files/attachment-field';

import type { FindingValues } from './finding-values';

const { maxItems: most = 20 } = rules.addFinding.attachment_ids;

/** What shows the finding, in the order in which it is looked at. */
export function FindingAttachments({ control }: { control: Control<FindingValues> }) {
  const { t } = useTranslation('findings');
  const { field, fieldState } = useController({ control, name: 'attachment_ids' });
  const id = usePlace(control, 'attachment_ids', t('files.title'));
  return (
    <div className="flex flex-col gap-2">
      <AttachmentField
        id={id}
        ids={field.value}
        onChange={field.onChange}
        max={most}
        label={t('files.title')}
        more={({ add, addId }) => (
          <>
            <CaptureScreenshot onFile={(file) => add([file])} />
            <RecordScreen onRecorded={addId} />
          </>
        )}
      />
      {fieldState.error && <p className="text-small text-problem">{t('files.refused')}</p>}
    </div>
  );
}
