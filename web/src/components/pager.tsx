// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from './button';

type PagerProps = { hasMore: boolean; isLoading: boolean; onMore: () => void };

/** The way to the next page of a list that is read by cursor. */
export function Pager({ hasMore, isLoading, onMore }: PagerProps) {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <div className="pt-6">
      <Button pending={isLoading} onClick={onMore}>
        {t('loadMore')}
      </Button>
    </div>
  );
}
