// SPDX-License-Identifier: Apache-2.0
import { ChevronDownIcon } from '@heroicons/react/24/outline';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldShell, inputLook } from '@/components/form/field-shell';
import { Badge } from '@/components/state-mark';
import { cx } from '@/lib/cx';

import { NONE, PREFERRED, type ChosenMicrophone } from './use-microphone';

type SoundChoiceProps = { microphone: ChosenMicrophone; withSound: boolean; onWithSound: (withSound: boolean) => void };

/** Which sound is recorded: a voice, that of what is shared, both or none. */
export function SoundChoice({ microphone, withSound, onWithSound }: SoundChoiceProps) {
  const { t } = useTranslation('capture');
  const id = useId();
  const { microphones, chosen, choose, trouble, isOpen } = microphone;
  const options = microphones.length > 0 ? microphones : [{ id: PREFERRED, label: t('record.microphone.preferred') }];
  return (
    <div className="flex flex-col gap-3">
      <FieldShell id={id} label={t('record.microphone.label')} isOptional={false} error={trouble && t(`record.microphone.trouble.${trouble}`)}>
        <div className="relative">
          <select id={id} value={chosen} onChange={(event) => choose(event.target.value)} aria-invalid={trouble !== null} aria-describedby={trouble ? `${id}-error` : undefined} className={cx(inputLook, 'appearance-none pe-10')}>
            <option value={NONE}>{t('record.microphone.none')}</option>
            {options.map((option, at) => (
              <option key={option.id} value={option.id}>
                {option.label || t('record.microphone.unnamed', { number: at + 1 })}
              </option>
            ))}
          </select>
          <ChevronDownIcon aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4" />
        </div>
      </FieldShell>
      {isOpen && <Heard microphone={microphone} />}
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input type="checkbox" checked={withSound} onChange={(event) => onWithSound(event.target.checked)} className="size-5 flex-none accent-accent" />
        {t('record.tabSound')}
      </label>
    </div>
  );
}

/** Whether anything is heard: found out before the recording, and not after it. */
function Heard({ microphone }: { microphone: ChosenMicrophone }) {
  const { t } = useTranslation('capture');
  const { level, isHeard } = microphone.level;
  return (
    <div className="flex flex-col gap-1">
      <svg aria-hidden className="h-2 w-full rounded-small bg-well rtl:-scale-x-100">
        <rect width={`${Math.round(level * 100)}%`} height="100%" className={isHeard ? 'fill-done' : 'fill-edge'} />
      </svg>
      <div role="status">
        <Badge state={isHeard ? 'done' : 'waiting'}>{t(isHeard ? 'record.microphone.heard' : 'record.microphone.silent')}</Badge>
      </div>
    </div>
  );
}
