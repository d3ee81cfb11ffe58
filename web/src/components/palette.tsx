// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { cx } from '@/lib/cx';

export type Command = { id: string; label: string; group: string; run: () => void };

type PaletteProps = { isOpen: boolean; onClose: () => void; commands: readonly Command[] };

/** Type a few letters, press Enter, be there. */
export function Palette({ isOpen, onClose, commands }: PaletteProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      aria-label={t('palette')}
      onClose={onClose}
      closedby="any"
      className="mx-auto mt-24 mb-auto w-full max-w-form rounded-large border border-line bg-sheet p-0 text-ink shadow-float open:animate-rise"
    >
      {isOpen && <Search commands={commands} onDone={() => dialog.current?.close()} />}
    </dialog>
  );
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word that was typed must occur. */
function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const words = fold(typed).split(/\s+/);
  return commands.filter(({ label, group }) => words.every((word) => fold(`${group} ${label}`).includes(word)));
}

type SearchProps = { commands: readonly Command[]; onDone: () => void };

function Search({ commands, onDone }: SearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = matching(commands, typed);
  const chosen = found[Math.min(at, found.length - 1)];

  const run = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: found.length - 1 };
    const move = moves[event.key];
    if (event.key === 'Enter') run(chosen);
    else if (move !== undefined && found.length > 0) setAt((present) => (present + move) % found.length);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        // The dialog was opened to type into this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        role="combobox"
        aria-label={t('palette')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-autocomplete="list"
        placeholder={t('palettePrompt')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-14 w-full border-b border-line bg-transparent px-4 text-lead outline-none"
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('palette')} className="max-h-80 overflow-y-auto p-2">
        {found.map((command) => (
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            // The keyboard stays in the input, as the combobox pattern has it.
            tabIndex={-1}
            onPointerMove={() => setAt(found.indexOf(command))}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
            className={cx('flex min-h-11 items-center justify-between gap-4 rounded-small px-3', command === chosen && 'bg-well')}
          >
            {command.label}
            <span className="text-small text-soft">{command.group}</span>
          </div>
        ))}
        {found.length === 0 && <p className="px-3 py-2 text-soft">{t('paletteNothing')}</p>}
      </div>
    </>
  );
}
