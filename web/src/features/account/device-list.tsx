// SPDX-License-Identifier: Apache-2.0
import { ComputerDesktopIcon, PencilSquareIcon, PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, IconButton } from '@/components/button';
import { FailedState } from '@/components/failed-state';
import { RowBones } from '@/components/skeleton';
import { Badge } from '@/components/state-mark';
import { RelativeTime } from '@/components/time';
import { api } from '@/lib/api';
import { captureEnvironment } from '@/shared/capture-environment';
import { devicesQuery, type Device } from '@/shared/tester-queries';

import { DeviceDialog, type DeviceInput } from './device-dialog';

const MAX = 30;
/** Below this width in CSS pixels a touch device is a phone. */
const TABLET_WIDTH = 600;

/** A device as it is sent back. */
const inputOf = ({ name, kind, os, os_version, browser, browser_version }: Device): DeviceInput => ({ name, kind, os, os_version, ...(browser && { browser }), ...(browser_version && { browser_version }) });

/** What this browser says of the machine that it runs on. */
function thisDevice(): Partial<DeviceInput> {
  const { os = '', os_version = '', browser = '', browser_version = '' } = captureEnvironment();
  const kind = os === 'iOS' || os === 'Android' ? (Math.min(screen.width, screen.height) < TABLET_WIDTH ? 'phone' : 'tablet') : undefined;
  return { os, os_version, browser, browser_version: browser_version.split('.')[0] ?? '', ...(kind && { kind }) };
}

/** Where in the list the dialog saves to; at the end for a new one. */
type Edited = { at: number; device: Partial<DeviceInput> };

/** What the tester can test on. The list is sent as a whole, which confirms all of it. */
export function DeviceList() {
  const { t } = useTranslation('account');
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<Edited | null>(null);
  const { data, error, isPending, refetch } = useQuery(devicesQuery());
  const put = api.useMutation('put', '/me/devices', {
    onSuccess: (list) => {
      queryClient.setQueryData(devicesQuery().queryKey, list);
      setEdited(null);
    },
  });
  if (isPending) return <RowBones count={2} />;
  if (!data) return <FailedState error={error} onRetry={() => void refetch()} />;
  const devices = data.items;
  const send = (items: readonly DeviceInput[]) => put.mutate({ body: { items: [...items] } });
  const save = (device: DeviceInput) => edited && send(devices.map(inputOf).toSpliced(edited.at, 1, device));
  const add = (device: Partial<DeviceInput>) => setEdited({ at: devices.length, device });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-small text-soft">{t('devices.lead')}</p>
      {put.error && <FailedState error={put.error} />}
      {devices.length === 0 ? (
        <p>{t('devices.none')}</p>
      ) : (
        <ul className="border-t border-line">
          {devices.map((device, at) => (
            <DeviceRow key={device.id} device={device} onEdit={() => setEdited({ at, device: inputOf(device) })} onRemove={() => send(devices.toSpliced(at, 1).map(inputOf))} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {devices.some(({ is_fresh }) => !is_fresh) && (
          <Button kind="primary" pending={put.isPending} onClick={() => send(devices.map(inputOf))}>
            {t('devices.confirm')}
          </Button>
        )}
        <Button disabled={devices.length >= MAX} onClick={() => add(thisDevice())}>
          <ComputerDesktopIcon className="size-5" />
          {t('devices.addThis')}
        </Button>
        <Button kind="quiet" disabled={devices.length >= MAX} onClick={() => add({})}>
          <PlusIcon className="size-5" />
          {t('devices.add')}
        </Button>
      </div>
      <DeviceDialog title={t(edited && edited.at < devices.length ? 'devices.edit' : 'devices.new')} device={edited?.device ?? null} isPending={put.isPending} onClose={() => setEdited(null)} onSave={save} />
    </div>
  );
}

function DeviceRow({ device, onEdit, onRemove }: { device: Device; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation('account');
  const { name, kind, os, os_version, browser, browser_version, is_fresh, confirmed_at } = device;
  return (
    <li className="flex items-center gap-2 border-b border-line py-2">
      <div className="min-w-0 grow">
        <p dir="auto" className="font-strong break-words">
          {name}
        </p>
        <p className="text-small text-soft">{[t(`devices.kind.${kind}`), `${os} ${os_version}`, browser && `${browser} ${browser_version ?? ''}`.trim()].filter(Boolean).join(' · ')}</p>
        {is_fresh ? (
          <p className="text-note text-soft">
            {t('devices.confirmed')} <RelativeTime at={confirmed_at} />
          </p>
        ) : (
          <Badge state="yours">{t('devices.stale')}</Badge>
        )}
      </div>
      <IconButton label={t('devices.editWhich', { name })} icon={<PencilSquareIcon className="size-5" />} onClick={onEdit} />
      <IconButton label={t('devices.remove', { name })} icon={<TrashIcon className="size-5" />} onClick={onRemove} />
    </li>
  );
}
