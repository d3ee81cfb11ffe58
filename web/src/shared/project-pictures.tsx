// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';
import type { Schema } from '@/lib/api';
import { cx } from '@/lib/cx';

import { FileViewer } from './files/file-viewer';
import type { ViewableFile } from './files/file-query';

type Screenshot = Schema<'Screenshot'>;

/** The icon of what is tested; nothing where there is none. The name stands beside it. */
export function ProjectIcon({ url, className = 'size-14' }: { url: string | null; className?: string }) {
  if (url === null) return null;
  return <img src={url} alt="" width={56} height={56} loading="lazy" decoding="async" className={cx('flex-none rounded-large border border-line bg-well object-cover', className)} />;
}

/** A part of a page about a project or its job; nothing where it has no pictures. */
export function ScreenshotPanel({ screenshots }: { screenshots: readonly Screenshot[] }) {
  const { t } = useTranslation('files');
  if (screenshots.length === 0) return null;
  return (
    <Panel title={t('screenshots')}>
      <ScreenshotGrid screenshots={screenshots} />
    </Panel>
  );
}

/** What it looks like: small pictures that open large. */
function ScreenshotGrid({ screenshots }: { screenshots: readonly Screenshot[] }) {
  const { t } = useTranslation('files');
  const [openId, setOpenId] = useState<string | null>(null);
  const nameOf = (at: number) => t('screenshot', { number: at + 1 });
  const files = screenshots.map((picture, at): ViewableFile => ({ ...picture, name: nameOf(at), kind: 'picture', poster_url: null, duration_ms: null, marks: [] }));
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {screenshots.map(({ id, thumbnail_url, url }, at) => (
          <li key={id}>
            <button type="button" aria-label={t('open', { name: nameOf(at) })} onClick={() => setOpenId(id)} className="block aspect-4/3 w-full overflow-hidden rounded-small border border-line bg-well hover:border-ink">
              <img src={thumbnail_url ?? url} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
            </button>
          </li>
        ))}
      </ul>
      {openId !== null && <FileViewer files={files} startAt={openId} onClose={() => setOpenId(null)} />}
    </>
  );
}
