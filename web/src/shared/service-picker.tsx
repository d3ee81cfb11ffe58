// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Modal } from '@/components/modal';
import { configQuery } from '@/lib/config';
import { money } from '@/lib/format';

import type { ServiceType } from './jobs-query';
import { priceBookQuery } from './pricing-query';

/** What is asked of people, from plain to special. */
const groups = {
  works: ['functional_scripted', 'exploratory', 'smoke_release', 'regression', 'fix_verification', 'compatibility'],
  feels: ['usability_unmoderated', 'usability_moderated', 'onboarding_ftue', 'beta_diary', 'competitive_review'],
  special: ['accessibility', 'localisation', 'content_docs', 'performance_perceived', 'payment_flow', 'api_dx', 'security'],
} as const satisfies Record<string, readonly ServiceType[]>;

const groupNames = ['works', 'feels', 'special'] as const;

type ServicePickerProps = { isOpen: boolean; onClose: () => void; onPick: (type: ServiceType) => void; currency: string };

/** Every kind of test that the site offers, with what it costs today. */
export function ServicePicker({ isOpen, onClose, onPick, currency }: ServicePickerProps) {
  const { t } = useTranslation('domain');
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={t('picker.title')}>
      <PickerList onPick={onPick} currency={currency} />
    </Modal>
  );
}

function PickerList({ onPick, currency }: Pick<ServicePickerProps, 'onPick' | 'currency'>) {
  const { t } = useTranslation('domain');
  const { data: config } = useQuery(configQuery());
  const { data: book } = useQuery(priceBookQuery(currency));
  const isOn = (type: ServiceType) => config?.service_types.includes(type) ?? false;
  const priceOf = (type: ServiceType) => book?.service_types.find(({ service_type }) => service_type === type)?.base_minor;
  return (
    <div className="flex flex-col gap-6">
      {groupNames.map((group) => (
        <section key={group}>
          <h3 className="mb-1 text-small text-soft">{t(`picker.group.${group}`)}</h3>
          <ul className="border-t border-line">
            {groups[group].filter(isOn).map((type) => (
              <li key={type} className="border-b border-line">
                <button type="button" onClick={() => onPick(type)} className="flex min-h-14 w-full items-start justify-between gap-4 px-2 py-3 text-start hover:bg-well focus-visible:-outline-offset-2">
                  <span>
                    <span className="block font-strong">{t(`serviceType.${type}`)}</span>
                    <span className="block text-small text-soft">{t(`serviceWhat.${type}`)}</span>
                  </span>
                  {priceOf(type) !== undefined && (
                    <span className="figures text-end text-small whitespace-nowrap">
                      {money(priceOf(type) ?? 0, currency)}
                      <span className="block text-note text-soft">{t(`serviceUnit.${type}`, { count: 1 })}</span>
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
