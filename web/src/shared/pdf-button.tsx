// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Busy } from '@/components/busy';
import { useToast } from '@/components/toasts';
import { toProblem } from '@/lib/problem';
import { useProblemText } from '@/lib/problem-text';
import { saveFile } from '@/lib/save-file';

type PdfButtonProps = {
  /** What it is, for those who cannot see beside what it stands. */
  label: string;
  name: string;
  /** Fetches it: a plain link could not say who asks. */
  read: () => Promise<{ data?: Blob; error?: unknown }>;
};

/** A document of one's own, fetched and saved when it is wanted. */
export function PdfButton({ label, name, read }: PdfButtonProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const textOf = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const { data, error } = await read();
      if (!data) throw error;
      saveFile(name, data, 'application/pdf');
    },
    onError: (error: unknown) => toast('problem', textOf(toProblem(error))),
  });
  return (
    <button type="button" aria-label={label} aria-busy={isPending} onClick={() => !isPending && mutate()} className="link relative z-10 inline-flex min-h-11 cursor-pointer items-center gap-2">
      {t('pdf')}
      {isPending && <Busy />}
    </button>
  );
}
