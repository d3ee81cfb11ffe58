// SPDX-License-Identifier: Apache-2.0
import { ComputerDesktopIcon } from '@heroicons/react/24/outline';
import type { Control, UseFormSetValue } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Disclosure } from '@/components/disclosure';
import { TextAreaField } from '@/components/form/text-area-field';
import { TextField } from '@/components/form/text-field';
import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { rules } from '@/lib/rules.gen';
import { captureEnvironment } from '@/shared/capture-environment';
import { EvidenceForm } from '@/shared/service-form/evidence-form';
import { ServiceForm } from '@/shared/service-form/service-form';
import type { ServiceType } from '@/shared/service-form/types-query';

import { environmentParts, type WorkForm } from './draft';
import { EnvelopeFields } from './envelope-fields';

const limits = rules.saveSubmission;

/** What a summary needs at least, said before it is missed. */
const SUMMARY_LEAST = 20;

type WorkFieldsProps = {
  control: Control<WorkForm>;
  setValue: UseFormSetValue<WorkForm>;
  submission: Schema<'Submission'>;
  type: ServiceType;
};

/** All that a submission asks for but its findings, in the order in which it comes up. */
export function WorkFields({ control, setValue, submission, type }: WorkFieldsProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  return (
    <>
      <EnvironmentFields control={control} setValue={setValue} />
      <Panel title={d(`serviceType.${submission.service_type}`)}>
        <ServiceForm control={control} name="report" type={type} details={submission.details} />
      </Panel>
      <Panel title={t('evidence')}>
        <EvidenceForm control={control} name="evidence" reportName="report" type={type} />
      </Panel>
      <Panel title={d('submission.summary')}>
        <TextAreaField control={control} name="summary" rules={{ ...limits.summary, required: true }} label={t('summary.label')} help={t('summary.help', { count: SUMMARY_LEAST })} rows={4} />
      </Panel>
      <EnvelopeFields control={control} setValue={setValue} />
    </>
  );
}

function EnvironmentFields({ control, setValue }: Pick<WorkFieldsProps, 'control' | 'setValue'>) {
  const { t } = useTranslation('assignments');
  const read = () => {
    for (const [part, value] of Object.entries(captureEnvironment())) {
      const known = environmentParts.find((name) => name === part);
      if (known) setValue(`environment.${known}`, value, { shouldDirty: true });
    }
  };
  return (
    <Panel title={t('environment.title')}>
      <p className="text-small text-soft">{t('environment.help')}</p>
      <Button kind="quiet" onClick={read} className="-ms-4 mb-4">
        <ComputerDesktopIcon className="size-5" />
        {t('environment.read')}
      </Button>
      <EnvironmentGrid control={control} parts={mainParts} />
      <div className="mt-4">
        <Disclosure title={<span className="text-small">{t('environment.more')}</span>}>
          <EnvironmentGrid control={control} parts={otherParts} />
        </Disclosure>
      </div>
    </Panel>
  );
}

/** What tells most; the rest is there for the tester who knows that it matters. */
const mainParts = ['os', 'os_version', 'browser', 'browser_version', 'device'] as const;
const otherParts = ['viewport', 'pixel_ratio', 'locale', 'time_zone', 'network', 'build'] as const;

type EnvironmentGridProps = Pick<WorkFieldsProps, 'control'> & { parts: readonly (typeof environmentParts)[number][] };

function EnvironmentGrid({ control, parts }: EnvironmentGridProps) {
  const { t } = useTranslation('assignments');
  return (
    <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
      {parts.map((part) => (
        <TextField
          key={part}
          control={control}
          name={`environment.${part}`}
          rules={{ ...limits.environment.fields[part], required: part === 'os' }}
          label={t(`environment.${part}`)}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
    </div>
  );
}
