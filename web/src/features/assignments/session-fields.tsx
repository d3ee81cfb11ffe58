// SPDX-License-Identifier: Apache-2.0
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Disclosure } from '@/components/disclosure';
import { NumberField } from '@/components/form/number-field';
import { TextAreaField } from '@/components/form/text-area-field';
import { WordsField } from '@/components/form/words-field';
import { number } from '@/lib/format';
import { debriefParts } from '@/shared/report';

import type { WorkForm } from './draft';
import { MarksField } from './marks-field';
import { least, reportRules } from './report-rules';

type SessionFieldsProps = { control: Control<WorkForm> };

/** The sheet of an exploratory session. */
export function SessionFields({ control }: SessionFieldsProps) {
  const { t } = useTranslation('assignments');
  const { t: d } = useTranslation('domain');
  return (
    <div className="flex flex-col gap-6">
      <TextAreaField control={control} name="report.notes" rules={{ ...reportRules.notes, required: true }} label={d('report.notes')} help={t('session.notesHelp', { count: least.notes })} rows={8} />
      <MarksField control={control} />
      <WordsField control={control} name="report.areas_covered" rules={{ ...reportRules.areas, required: true }} label={t('session.covered')} help={t('session.areasHelp')} />
      <WordsField control={control} name="report.areas_not_covered" rules={reportRules.areas} label={t('session.notCovered')} help={t('session.areasHelp')} />
      <Shares control={control} />
      <Disclosure
        title={
          <span className="font-strong">
            {d('report.debrief')} <span className="font-plain text-soft">{t('session.debriefHint')}</span>
          </span>
        }
      >
        <div className="flex flex-col gap-5">
          {debriefParts.map((part) => (
            <TextAreaField key={part} control={control} name={`report.debrief.${part}`} rules={reportRules.debrief} label={d(`debrief.${part}`)} rows={2} />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

const shares = ['share_testing', 'share_bugs', 'share_setup'] as const;

/** Where the time went: none of the three, or all of them and 100 in sum. */
function Shares({ control }: SessionFieldsProps) {
  const { t } = useTranslation('assignments');
  const given = useWatch({ control, name: shares.map((share) => `report.${share}` as const) });
  const known = given.filter((value) => typeof value === 'number');
  const sum = known.reduce((total, value) => total + value, 0);
  return (
    <fieldset>
      <legend className="mb-1 font-strong">
        {t('session.shares')} <span className="font-plain text-soft">{t('session.sharesHint')}</span>
      </legend>
      <div className="grid gap-4 md:grid-cols-3">
        {shares.map((share) => (
          <NumberField key={share} control={control} name={`report.${share}`} rules={{ ...reportRules.share, required: true }} label={t(`session.${share}`)} />
        ))}
      </div>
      {known.length > 0 && (
        <p role="status" className={sum === 100 && known.length === shares.length ? 'mt-2 text-small text-done' : 'mt-2 text-small text-yours'}>
          {t('session.sum', { figure: number(sum) })}
        </p>
      )}
    </fieldset>
  );
}
