// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';

import { letGo } from '../screen';
import { listMicrophones, openMicrophone, watchLevel, type Level, type Microphone } from './microphone';

/** Of the choices: no microphone, or the one that the system prefers. */
export const NONE = '';
export const PREFERRED = 'default';

type Trouble = 'denied' | 'absent' | 'failed';

const troubles: Record<string, Trouble> = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'absent', OverconstrainedError: 'absent' };
const troubleOf = (error: unknown): Trouble => troubles[error instanceof Error ? error.name : ''] ?? 'failed';

const SILENCE: Level = { level: 0, isHeard: false };

/** The choice of a microphone, and what is heard by it. It is open only while it is chosen. */
export function useMicrophone() {
  const [microphones, setMicrophones] = useState<readonly Microphone[]>([]);
  const [chosen, setChosen] = useState<string>(NONE);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [level, setLevel] = useState<Level>(SILENCE);
  const open = useRef<MediaStream | null>(null);

  const hold = (next: MediaStream | null) => {
    if (open.current) letGo(open.current);
    open.current = next;
    setStream(next);
    setLevel(SILENCE);
  };
  const choose = async (id: string) => {
    setTrouble(null);
    setChosen(id);
    hold(null);
    if (id === NONE) return;
    try {
      hold(await openMicrophone(id === PREFERRED ? null : id));
      setMicrophones(await listMicrophones()); // their names are told from now on
      setChosen(open.current?.getAudioTracks()[0]?.getSettings().deviceId ?? id);
    } catch (error) {
      setTrouble(troubleOf(error));
      setChosen(NONE);
    }
  };

  useEffect(() => (stream ? watchLevel(stream, setLevel) : undefined), [stream]);
  useEffect(() => () => (open.current ? letGo(open.current) : undefined), []);

  return {
    microphones,
    chosen,
    choose: (id: string) => void choose(id),
    trouble,
    level,
    isOpen: stream !== null,
    stream,
    /** It is the recording's from now on. */
    giveAway: () => {
      open.current = null;
    },
  };
}

export type ChosenMicrophone = ReturnType<typeof useMicrophone>;
