// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFile } from './file-query';
import { FileThumb } from './file-thumb';
import { FileViewer } from './file-viewer';

/** A file that a text speaks of: small, and in full size on demand. */
export function FileLink({ fileId }: { fileId: string }) {
  const { t } = useTranslation('files');
  const [isOpen, setIsOpen] = useState(false);
  const { file, error } = useFile(fileId);
  if (!file) return error ? <span className="text-small text-soft">{t('state.missing')}</span> : <span className="block h-12" />;
  const content = (
    <>
      <FileThumb file={file} className="h-12 w-16" />
      <span dir="auto" className="link min-w-0 break-words">
        {file.name}
      </span>
    </>
  );
  if (file.url === null) return <span className="text-small text-soft">{t('state.missing')}</span>;
  if (file.kind === 'document') {
    return (
      <a href={`${file.url}?download=1`} download={file.name} className="inline-flex items-center gap-3">
        {content}
      </a>
    );
  }
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)} className="inline-flex items-center gap-3 text-start">
        {content}
      </button>
      {isOpen && <FileViewer files={[file]} startAt={file.id} onClose={() => setIsOpen(false)} />}
    </>
  );
}
