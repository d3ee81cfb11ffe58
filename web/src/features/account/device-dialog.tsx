// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { Modal } from '@/components/modal';
import type { Body } from '@/lib/api';
import { rules } from '@/lib/rules.gen';

export type DeviceInput = Body<'putDevices'>['items'][number];

const limits = rules.putDevices.items.items.fields;

type DeviceDialogProps = {
  title: string;
  /** What the form begins with; null keeps the dialog closed. */
  device: Partial<DeviceInput> | null;
  isPending: boolean;
  onClose: () => void;
  onSave: (device: DeviceInput) => void;
};

/** One device: what it is, its system and its browser. */
export function DeviceDialog({ title, device, isPending, onClose, onSave }: DeviceDialogProps) {
  const { t } = useTranslation('account');
  const formId = useId();
  return (
    <Modal
      isOpen={device !== null}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('devices.cancel')}</Button>
          <Button type="submit" form={formId} kind="primary" pending={isPending}>
            {t('devices.save')}
          </Button>
        </>
      }
    >
      {device && <DeviceForm id={formId} device={device} onSave={onSave} />}
    </Modal>
  );
}

function DeviceForm({ id, device, onSave }: { id: string; device: Partial<DeviceInput>; onSave: (device: DeviceInput) => void }) {
  const { t } = useTranslation('account');
  const { control, handleSubmit } = useForm<DeviceInput>({ mode: 'onTouched', defaultValues: device });
  const kinds = limits.kind.options.map((value) => ({ value, label: t(`devices.kind.${value}`) }));
  // An empty browser is no browser: left out, not sent as an empty word.
  const save = handleSubmit(({ browser, browser_version, ...rest }) => onSave({ ...rest, ...(browser && { browser }), ...(browser_version && { browser_version }) }));
  return (
    <Form id={id} control={control} onSubmit={save}>
      <TextField control={control} name="name" rules={limits.name} label={t('devices.name')} help={t('devices.nameHelp')} autoComplete="off" />
      <SelectField control={control} name="kind" rules={limits.kind} label={t('devices.what')} options={kinds} blank={t('devices.choose')} />
      <div className="grid gap-6 md:grid-cols-2">
        <TextField control={control} name="os" rules={limits.os} label={t('devices.os')} autoComplete="off" />
        <TextField control={control} name="os_version" rules={limits.os_version} label={t('devices.osVersion')} autoComplete="off" />
        <TextField control={control} name="browser" rules={limits.browser} label={t('devices.browser')} autoComplete="off" />
        <TextField control={control} name="browser_version" rules={limits.browser_version} label={t('devices.browserVersion')} autoComplete="off" />
      </div>
    </Form>
  );
}
