// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, useState } from 'react';

import { refusalOf, type Refusal } from '../screen';
import { grabScreen } from './grab-screen';
import { openPicture, type Picture } from './picture';

export type Source = {
  isBusy: boolean;
  trouble: Refusal | 'unreadable' | 'noPicture' | null;
  open: (file: Blob) => void;
  grab: () => void;
};

const pictureIn = (data: DataTransfer | null): File | undefined => [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));

/** Takes a picture from wherever it comes; one that is pasted may come at any time until there is one. */
export function useSource(hasPicture: boolean, onPicture: (picture: Picture) => void): Source {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Source['trouble']>(null);

  const take = async (bring: () => Promise<Picture>, troubleOf: (error: unknown) => Source['trouble']) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      onPicture(await bring());
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  const open = (file: Blob) => void take(() => openPicture(file), () => 'unreadable');
  const grab = () => void take(grabScreen, refusalOf);

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (hasPicture) return;
    event.stopPropagation(); // the form around takes pasted files, too
    const file = pictureIn(event.clipboardData);
    if (file) open(file);
    else setTrouble('noPicture');
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, []);

  return { isBusy, trouble, open, grab };
}
