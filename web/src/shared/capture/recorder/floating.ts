// SPDX-License-Identifier: Apache-2.0
// A small window of this page that stays on top of all others, where the browser has such a thing.
import { useEffect, useRef, useState } from 'react';

/** Not in every browser yet, and not in the compiler's library. */
type FloatingWindows = { requestWindow: (size: { width: number; height: number }) => Promise<Window> };
declare global {
  interface Window {
    documentPictureInPicture?: FloatingWindows;
  }
}

export const canFloat = (): boolean => window.documentPictureInPicture !== undefined;

const SIZE = { width: 380, height: 190 };

/** It begins empty and without looks: it gets those of this page. */
function dress(small: Document): void {
  const { lang, dir, dataset } = document.documentElement;
  Object.assign(small.documentElement, { lang, dir });
  if (dataset['theme']) small.documentElement.dataset['theme'] = dataset['theme'];
  small.title = document.title;
  const looks = document.querySelectorAll('link[rel="stylesheet"], style');
  small.head.append(...[...looks].map((look) => small.importNode(look, true)));
}

export type Floating = {
  /** What to draw into; null while there is none. */
  body: HTMLElement | null;
  /** Only in answer to a press. Without one, or where the browser says no, nothing happens. */
  open: () => Promise<void>;
  close: () => void;
};

/** While it is of use: afterwards it is closed. */
export function useFloating(isOfUse: boolean): Floating {
  const small = useRef<Window>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const open = async () => {
    const made = await window.documentPictureInPicture?.requestWindow(SIZE).catch(() => null);
    if (!made) return;
    dress(made.document);
    made.addEventListener('pagehide', () => setBody((shown) => (shown === made.document.body ? null : shown)));
    small.current = made;
    setBody(made.document.body);
  };
  const close = () => small.current?.close();
  useEffect(() => {
    if (!isOfUse) small.current?.close();
  }, [isOfUse]);
  useEffect(() => () => small.current?.close(), []);
  return { body, open, close };
}
