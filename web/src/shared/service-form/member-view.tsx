// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Badge, type State } from '@/components/state-mark';
import { instant, number as figure } from '@/lib/format';
import { Facts } from '@/shared/facts';
import { Prose } from '@/shared/prose';
import { WebAddress } from '@/shared/web-address';

import { isGiven, listOf, objectOf, textOf } from './json';
import type { FormField } from './types-query';
import { useFormWords } from './use-words';

/** How an answer is marked; others are only words. */
const states: Record<string, State> = {
  ...Object.fromEntries(['pass', 'passed', 'works', 'fixed', 'within', 'direct', 'go', 'succeeded', 'fine', 'held', 'newly_working', 'better', 'right'].map((value) => [value, 'done' as const])),
  ...Object.fromEntries(['fail', 'failed', 'fails', 'not_fixed', 'beyond', 'gave_up', 'no_go', 'declined', 'newly_broken', 'worse', 'wrong', 'critical'].map((value) => [value, 'problem' as const])),
  ...Object.fromEntries(['blocked', 'degraded', 'partly', 'indirect', 'issues', 'cannot_tell', 'cannot_verify', 'not_reachable'].map((value) => [value, 'yours' as const])),
  ...Object.fromEntries(['skipped', 'untested', 'not_tried', 'inapplicable', 'not_seen'].map((value) => [value, 'waiting' as const])),
};

type MembersViewProps = {
  fields: readonly FormField[];
  value: unknown;
  place: string;
  type: string;
  /** Lists that are shown in a way of their own. */
  listView?: (field: FormField, entries: readonly unknown[], place: string) => ReactNode;
};

const isShort = ({ type, multiline, item }: FormField): boolean => !multiline && type !== 'object' && (type !== 'array' || item !== 'object');

/** What an object says: short members side by side, then the long ones under their names. */
export function MembersView({ fields, value, place, type, listView }: MembersViewProps) {
  const words = useFormWords(type);
  const object = objectOf(value);
  const said = fields.filter(({ name }) => name !== 'number' && isGiven(object[name]));
  return (
    <div className="flex flex-col gap-5">
      <Facts facts={said.filter(isShort).map((field) => ({ label: words.label(place + field.name), value: <ShortValue field={field} value={object[field.name]} type={type} /> }))} />
      {said
        .filter((field) => !isShort(field))
        .map((field) => {
          const own = field.type === 'array' ? listView?.(field, listOf(object[field.name]), place + field.name) : undefined;
          return (
            <section key={field.name}>
              <h3 className="mb-1 font-strong">{words.label(place + field.name)}</h3>
              {own ?? <LongValue field={field} value={object[field.name]} place={place + field.name} type={type} />}
            </section>
          );
        })}
    </div>
  );
}

type ValueProps = { field: FormField; value: unknown; type: string };

export function ShortValue({ field, value, type }: ValueProps) {
  const words = useFormWords(type);
  const { t } = useTranslation('types');
  if (field.type === 'enum') {
    const state = states[textOf(value)];
    const text = words.value(field.name, textOf(value));
    return state ? <Badge state={state}>{text}</Badge> : text;
  }
  if (field.type === 'bool') return value === true ? t('form.yes') : t('form.no');
  if (field.type === 'int') return <span className="figures">{figure(Number(value))}</span>;
  if (field.type === 'time') return instant(textOf(value));
  if (field.type === 'url') return <WebAddress url={textOf(value)} />;
  if (field.type !== 'array') return <span dir="auto">{textOf(value)}</span>;
  const texts = listOf(value).map(textOf);
  return <span dir="auto">{(field.item === 'enum' ? texts.map((text) => words.value(field.name, text)) : texts).join(', ')}</span>;
}

function LongValue({ field, value, place, type }: ValueProps & { place: string }) {
  const members = field.fields ?? [];
  if (field.type === 'object') return <MembersView fields={members} value={value} place={`${place}/`} type={type} />;
  if (field.type === 'array') return <EntriesView members={members} entries={listOf(value)} place={place} type={type} />;
  return <Prose text={textOf(value)} />;
}

type EntriesViewProps = { members: readonly FormField[]; entries: readonly unknown[]; place: string; type: string; after?: (number: number) => ReactNode };

/** Entries by number. */
export function EntriesView({ members, entries, place, type, after }: EntriesViewProps) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an entry is known by its place
        <Fragment key={at}>
          <li className="flex gap-3 border-t border-line py-3 first:border-0">
            <span className="figures w-6 flex-none text-end font-mono text-small/6 text-soft">{Number(objectOf(entry)['number']) || at + 1}</span>
            <div className="flex min-w-0 grow flex-col gap-3">
              <MembersView fields={members} value={entry} place={`${place}/*/`} type={type} />
              {after?.(Number(objectOf(entry)['number']) || at + 1)}
            </div>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
