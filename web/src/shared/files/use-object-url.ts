// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

/** The address of a picture that is only on this page yet. */
export function useObjectUrl(content: Blob | null): string | null {
  const isPicture = content?.type.startsWith('image/') ?? false;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!content || !isPicture) return undefined;
    const made = URL.createObjectURL(content);
    // oxlint-disable-next-line react/set-state-in-effect -- the address is made outside and has to be given back
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [content, isPicture]);
  return url;
}
