// SPDX-License-Identifier: Apache-2.0
import { WebAddress } from '@/shared/web-address';

import { textOf, type Json } from './json';
import { useFormWords } from './use-words';

/** An entry of the details in words: its first text, and below it what else it says. */
export function AskedEntry({ asked, type }: { asked: Json; type: string }) {
  const words = useFormWords(type);
  const said = Object.entries(asked).filter(([, value]) => value !== null && value !== '');
  const [title] = said.find(([, value]) => typeof value === 'string') ?? said[0] ?? [];
  return (
    <div>
      <p dir="auto" className="font-strong break-words">
        {String(asked[title ?? ''] ?? '')}
      </p>
      {said
        .filter(([name]) => name !== title)
        .map(([name, value]) =>
          name === 'url' ? (
            <WebAddress key={name} url={textOf(value)} />
          ) : (
            <p key={name} dir="auto" className="text-small break-words text-soft">
              {words.label(name)}: {typeof value === 'string' ? value : String(value)}
            </p>
          ),
        )}
    </div>
  );
}
