// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

import { cx } from '@/lib/cx';

import { pathOf, places } from './places';

/** Every page of the administration, under six headings. */
export function AdminMenu({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <nav aria-label={t('menu.title')} className="flex flex-col gap-5">
      {places.map(({ group, pages }) => (
        <div key={group}>
          <h2 id={`menu-${group}`} className="px-3 text-note font-plain text-soft">
            {t(`group.${group}`)}
          </h2>
          <ul aria-labelledby={`menu-${group}`}>
            {pages.map((place) => (
              <li key={place}>
                <NavLink
                  to={pathOf(place)}
                  end={place === 'dashboard'}
                  onClick={onChosen}
                  className={({ isActive }) => cx('flex min-h-11 items-center rounded-small px-3 text-small lg:min-h-9', isActive ? 'bg-well font-strong' : 'hover:bg-well')}
                >
                  {t(`place.${place}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
