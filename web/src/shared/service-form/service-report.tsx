// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Badge } from '@/components/state-mark';
import { FileLink } from '@/shared/files/file-link';
import { WebAddress } from '@/shared/web-address';

import { AskedEntry } from './asked-entry';
import { objectOf, type Json } from './json';
import { EntriesView, MembersView } from './member-view';
import { answersIn, listWithEvidence, numberIn, type Evidence } from './rules';
import type { FormField, ServiceType } from './types-query';
import { capital, useFormWords } from './use-words';

type ServiceReportProps = { type: ServiceType; /** Of the item; of a simple job {steps}. */ details: unknown; report: unknown; evidence: readonly Evidence[] };

/** What was handed in, each answer below what was asked, each piece of evidence at its entry. */
export function ServiceReport({ type, details, report, evidence }: ServiceReportProps) {
  const { t } = useTranslation('types');
  const answers = answersIn(type, details);
  const list = listWithEvidence(type);
  const piecesFor = (place: string) => (number: number) => (place === list ? <EvidenceList pieces={evidence.filter(({ about }) => numberIn(about) === number)} type={type.key} /> : null);
  const rest = evidence.filter(({ about }) => !list || numberIn(about) === null);
  const listView = (field: FormField, entries: readonly unknown[], place: string): ReactNode => {
    const asked = answers.get(place);
    if (asked) return <AnswersView asked={asked} field={field} entries={entries} place={place} type={type.key} after={piecesFor(place)} />;
    return <EntriesView members={field.fields ?? []} entries={entries} place={place} type={type.key} after={piecesFor(place)} />;
  };
  return (
    <div className="flex flex-col gap-6">
      <MembersView fields={type.report} value={report} place="" type={type.key} listView={listView} />
      {rest.length > 0 && (
        <section>
          <h3 className="mb-1 font-strong">{t('evidence.title')}</h3>
          <EvidenceList pieces={rest} type={type.key} />
        </section>
      )}
    </div>
  );
}

type AnswersViewProps = { asked: readonly Json[]; field: FormField; entries: readonly unknown[]; place: string; type: string; after: (number: number) => ReactNode };

function AnswersView({ asked, field, entries, place, type, after }: AnswersViewProps) {
  const { t } = useTranslation('types');
  return (
    <ol className="@container flex flex-col">
      {asked.map((question, at) => {
        const answer = entries.find((entry) => objectOf(entry)['number'] === at + 1);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- what was asked never moves
          <li key={at} className="flex gap-3 border-t border-line py-4 first:border-0">
            <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{at + 1}</span>
            <div className="grid min-w-0 grow gap-x-8 gap-y-3 @pair:grid-cols-2">
              <AskedEntry asked={question} type={type} />
              <div className="flex min-w-0 flex-col gap-3">
                {answer === undefined ? <Badge state="waiting">{t('form.noAnswer')}</Badge> : <MembersView fields={field.fields ?? []} value={answer} place={`${place}/*/`} type={type} />}
                {after(at + 1)}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function EvidenceList({ pieces, type }: { pieces: readonly Evidence[]; type: string }) {
  const words = useFormWords(type);
  if (pieces.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {pieces.map((piece) => (
        <li key={`${piece.kind} ${piece.file_id ?? piece.url}`} className="flex flex-wrap items-center gap-x-3 py-1">
          <span className="text-small text-soft">{capital(words.value('evidence', piece.kind))}</span>
          {piece.file_id ? <FileLink fileId={piece.file_id} /> : <WebAddress url={piece.url ?? ''} />}
          {piece.note && (
            <span dir="auto" className="text-small">
              {piece.note}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
