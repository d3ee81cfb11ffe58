// SPDX-License-Identifier: Apache-2.0
import { ComputerDesktopIcon, MoonIcon, SunIcon } from '@heroicons/react/24/outline';
import { useTranslation } from 'react-i18next';

import { Menu } from '@/components/menu';
import { setTheme, themes, useTheme, type Theme } from '@/lib/theme';

const icons: Record<Theme, typeof SunIcon> = { system: ComputerDesktopIcon, light: SunIcon, dark: MoonIcon };

export function ThemeMenu() {
  const { t } = useTranslation('shell');
  const theme = useTheme();
  const Icon = icons[theme];
  return (
    <Menu
      label={t('look')}
      side="above"
      trigger={<Icon className="size-5" />}
      items={themes.map((choice) => {
        const ChoiceIcon = icons[choice];
        return {
          label: t(`theme.${choice}`),
          icon: <ChoiceIcon className="size-5" />,
          isCurrent: choice === theme,
          onSelect: () => setTheme(choice),
        };
      })}
    />
  );
}
