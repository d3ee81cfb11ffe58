// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { rules } from '@/lib/rules.gen';

const types = rules.setPrice.service_type.options;

/** What a kind of test is called here; an unknown one keeps its key. */
export function useTypeName(): (key: string) => string {
  const { t } = useTranslation('domain');
  return (key) => {
    const known = types.find((type) => type === key);
    return known ? t(`serviceType.${known}`) : key;
  };
}
