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

import { captureEnvironment } from './capture-environment';
import { environmentParts, type WorkForm } from './draft';
import { least } from './report-rules';
import { ScriptedFields } from './scripted-fields';
import { SessionFields } from './session-fields';

const limits = rules.saveSubmission;

type WorkFieldsProps = {
  control: Control<WorkForm>;
  setValue: UseFormSetValue<WorkForm>;
  submission: Schema<'Submission'>;
};

/** All that a submission asks for but its findings, in the order in which it comes up. */
export function WorkFields({ control, setValue, submission }: WorkFieldsProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  const isSession = submission.service_type === 'exploratory';
  return (
    <>
      <EnvironmentFields control={control} setValue={setValue} />
      <Panel title={d(`submission.report.${submission.service_type}`)}>
        {isSession ? <SessionFields control={control} /> : <ScriptedFields control={control} steps={submission.steps} />}
      </Panel>
      <Panel title={d('submission.summary')}>
        <TextAreaField control={control} name="summary" rules={{ ...limits.summary, required: true }} label={t('summary.label')} help={t('summary.help', { count: least.summary })} rows={4} />
      </Panel>
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
const otherParts = ['viewport', 'locale', 'time_zone', 'network', 'build'] as const;

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
