import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Label } from '#contract/label.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { LabelChip } from '#renderer/ui/LabelChip.tsx'

export interface LabelLineProps {
  label: Label
  canGoUp: boolean
  canGoDown: boolean
  onMove: (step: 1 | -1) => void
  onEdit: () => void
  onDelete: () => void
  onDragStart: () => void
  /** Another one was let go here. */
  onDrop: () => void
}

/** One label among all: can be dragged to its place, or moved there by its buttons. */
export function LabelLine({
  label,
  canGoUp,
  canGoDown,
  onMove,
  onEdit,
  onDelete,
  onDragStart,
  onDrop,
}: LabelLineProps) {
  const { t, i18n } = useTranslation()
  const { name, conversations } = label
  return (
    <li
      draggable
      onDragStart={onDragStart}
      onDragOver={event => event.preventDefault()}
      onDrop={onDrop}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5"
    >
      <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-ink-faint" />
      <span className="flex min-w-0 flex-1 items-center gap-3">
        <LabelChip label={label} />
        <span className="truncate text-sm text-ink-faint tabular-nums">
          {t('labels.manage.carriers', {
            count: conversations,
            number: formatNumber(conversations, i18n.language),
          })}
        </span>
      </span>
      <span className="ms-auto flex">
        <IconButton
          size="small"
          label={t('labels.manage.up', { name })}
          icon={<ArrowUp aria-hidden />}
          disabled={!canGoUp}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label={t('labels.manage.down', { name })}
          icon={<ArrowDown aria-hidden />}
          disabled={!canGoDown}
          onClick={() => onMove(1)}
        />
        <IconButton
          size="small"
          label={t('labels.manage.edit', { name })}
          icon={<Pencil aria-hidden />}
          onClick={onEdit}
        />
        <IconButton
          size="small"
          label={t('labels.manage.delete', { name })}
          icon={<Trash2 aria-hidden />}
          onClick={onDelete}
        />
      </span>
    </li>
  )
}
