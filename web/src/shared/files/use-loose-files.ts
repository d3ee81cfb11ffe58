// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type RefObject } from 'react';

/** Pickers on the page, the newest last. */
const pickers: { root: RefObject<HTMLElement | null>; take: (files: File[]) => void }[] = [];

/** Where a paste belongs: to a picker in the dialog that is open, or else to the newest on the page. */
function receiver() {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  return pickers.findLast(({ root }) => root.current && (!dialog || dialog.contains(root.current)));
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** A picture from the clipboard has no name of its own worth keeping: it gets the moment. */
const named = (file: File, at: number): File =>
  file.name === 'image.png' ? new File([file], `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}${at > 0 ? `-${at + 1}` : ''}.png`, { type: file.type }) : file;

function paste(event: ClipboardEvent): void {
  const { clipboardData } = event;
  const files = [...(clipboardData?.files ?? [])];
  // Text copied with its picture is meant as text where text is typed.
  if (event.defaultPrevented || files.length === 0 || (isTyping(event.target) && clipboardData?.types.includes('text/plain'))) return;
  const picker = receiver();
  if (!picker) return;
  event.preventDefault();
  picker.take(files.map(named));
}

/** Dropped beside its place, a file would replace the page and all that was typed. */
function keepPage(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/** Pasted files go to the picker at hand, and none that is dropped elsewhere takes the page away. */
export function useLooseFiles(root: RefObject<HTMLElement | null>, take: (files: File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const picker = { root, take: (files: File[]) => latest.current(files) };
    if (pickers.length === 0) {
      document.addEventListener('paste', paste);
      window.addEventListener('dragover', keepPage);
      window.addEventListener('drop', keepPage);
    }
    pickers.push(picker);
    return () => {
      pickers.splice(pickers.indexOf(picker), 1);
      if (pickers.length > 0) return;
      document.removeEventListener('paste', paste);
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, [root]);
}
