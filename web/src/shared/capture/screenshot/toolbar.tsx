// SPDX-License-Identifier: Apache-2.0
import {
  ArrowUpRightIcon,
  ArrowUturnLeftIcon,
  ArrowUturnRightIcon,
  CursorArrowRaysIcon,
  EyeSlashIcon,
  HashtagIcon,
  ChatBubbleBottomCenterTextIcon,
  StopIcon,
} from '@heroicons/react/24/outline';
import type { ComponentType, Dispatch, SVGProps } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '@/components/button';
import { cx } from '@/lib/cx';

import type { Drawing, Step, Tool } from './drawing';
import { toolKeys } from './drawing-keys';
import { shapeKinds } from './shapes';

const icons: Record<Tool, ComponentType<SVGProps<SVGSVGElement>>> = {
  select: CursorArrowRaysIcon,
  arrow: ArrowUpRightIcon,
  box: StopIcon,
  text: ChatBubbleBottomCenterTextIcon,
  number: HashtagIcon,
  blur: EyeSlashIcon,
};
const tools: readonly Tool[] = ['select', ...shapeKinds];

type ToolbarProps = { drawing: Drawing; take: Dispatch<Step> };

/** What to draw with, and the way back. */
export function Toolbar({ drawing, take }: ToolbarProps) {
  const { t } = useTranslation('capture');
  return (
    <div role="toolbar" aria-label={t('shot.tools')} className="flex flex-none items-center justify-between border-b border-line px-1 md:px-5">
      <div className="flex">
        {tools.map((tool) => (
          <ToolButton key={tool} tool={tool} isChosen={drawing.tool === tool} onChoose={() => take({ type: 'tool', tool })} />
        ))}
      </div>
      <div className="flex">
        <IconButton label={t('shot.undo')} icon={<ArrowUturnLeftIcon className="size-5 rtl:-scale-x-100" />} disabled={drawing.past.length === 0} onClick={() => take({ type: 'undo' })} />
        <IconButton label={t('shot.redo')} icon={<ArrowUturnRightIcon className="size-5 rtl:-scale-x-100" />} disabled={drawing.future.length === 0} onClick={() => take({ type: 'redo' })} />
      </div>
    </div>
  );
}

function ToolButton({ tool, isChosen, onChoose }: { tool: Tool; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('capture');
  const Icon = icons[tool];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={`${t(`shot.tool.${tool}`)} (${toolKeys[tool].toUpperCase()})`}
      onClick={onChoose}
      className={cx('-mb-px flex min-h-11 min-w-11 items-center justify-center gap-1.5 border-b-2 focus-visible:-outline-offset-2 md:px-3', isChosen ? 'border-ink font-strong' : 'border-transparent text-soft hover:text-ink')}
    >
      <Icon aria-hidden className="size-5" />
      <span className="max-lg:sr-only">{t(`shot.tool.${tool}`)}</span>
    </button>
  );
}
