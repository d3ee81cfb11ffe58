// SPDX-License-Identifier: Apache-2.0
import { ArrowDownTrayIcon, PrinterIcon, Square2StackIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { useToast } from '@/components/toasts';
import { saveFile } from '@/lib/save-file';

type RecoveryCodesProps = { codes: readonly string[]; onKept: () => void };

/** The way in without the phone. They are shown this once: the server keeps only their fingerprints. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const text = codes.join('\n');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast('done', t('factor.copied')),
      () => toast('problem', t('factor.notCopied')),
    );
  return (
    <div className="flex flex-col gap-4">
      <p>{t('factor.codesWhat')}</p>
      <ol aria-label={t('factor.codes')} className="grid w-fit grid-cols-[max-content] gap-x-10 gap-y-1 rounded-large border border-line bg-sheet p-4 font-mono md:grid-cols-[max-content_max-content]">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button onClick={() => void copy()}>
          <Square2StackIcon className="size-5" />
          {t('factor.copy')}
        </Button>
        <Button onClick={() => saveFile(`${t('factor.fileName')}.txt`, `${text}\n`, 'text/plain')}>
          <ArrowDownTrayIcon className="size-5" />
          {t('factor.download')}
        </Button>
        <Button onClick={() => print()}>
          <PrinterIcon className="size-5" />
          {t('factor.print')}
        </Button>
      </div>
      <Button kind="primary" onClick={onKept} className="max-md:w-full md:self-start print:hidden">
        {t('factor.kept')}
      </Button>
    </div>
  );
}
