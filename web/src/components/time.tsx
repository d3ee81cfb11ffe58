// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useNow } from '@/lib/clock';
import { cx } from '@/lib/cx';
import { instant, relative, span } from '@/lib/format';

type TimeProps = { at: string };

/** How long ago or ahead; the exact instant on hover or tap, in the reader's zone. */
export function RelativeTime({ at }: TimeProps) {
  const now = useNow();
  return <ExactOnDemand at={at} words={relative(at, now)} />;
}

/** How long is left until a deadline. */
export function TimeLeft({ at }: TimeProps) {
  const { t } = useTranslation();
  const left = Date.parse(at) - useNow();
  return <ExactOnDemand at={at} words={left > 0 ? t('timeLeft', { span: span(left) }) : t('timeOver')} />;
}

function ExactOnDemand({ at, words }: { at: string; words: string }) {
  const [isExact, setIsExact] = useState(false);
  const exact = instant(at);
  return (
    <button type="button" title={exact} onClick={() => setIsExact(!isExact)} className={cx('figures relative z-10 cursor-help rounded-small text-start after:absolute after:-inset-x-2 after:-inset-y-3', !isExact && 'whitespace-nowrap')}>
      <time dateTime={at}>{isExact ? exact : words}</time>
    </button>
  );
}
