import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label, LabelColor } from '#contract/label.ts'
import { classes } from '#renderer/lib/classes.ts'

const chips: Readonly<Record<LabelColor, string>> = {
  gray: 'bg-label-gray text-label-gray-ink',
  red: 'bg-label-red text-label-red-ink',
  orange: 'bg-label-orange text-label-orange-ink',
  yellow: 'bg-label-yellow text-label-yellow-ink',
  green: 'bg-label-green text-label-green-ink',
  teal: 'bg-label-teal text-label-teal-ink',
  blue: 'bg-label-blue text-label-blue-ink',
  purple: 'bg-label-purple text-label-purple-ink',
  pink: 'bg-label-pink text-label-pink-ink',
}

const dots: Readonly<Record<LabelColor, string>> = {
  gray: 'bg-label-gray-ink',
  red: 'bg-label-red-ink',
  orange: 'bg-label-orange-ink',
  yellow: 'bg-label-yellow-ink',
  green: 'bg-label-green-ink',
  teal: 'bg-label-teal-ink',
  blue: 'bg-label-blue-ink',
  purple: 'bg-label-purple-ink',
  pink: 'bg-label-pink-ink',
}

export interface LabelChipProps {
  label: Pick<Label, 'name' | 'color'>
  /** Shows a cross that takes it off. */
  onRemove?: () => void
}

/** A label where something carries it. */
export function LabelChip({ label: { name, color }, onRemove }: LabelChipProps) {
  const { t } = useTranslation()
  return (
    <span
      title={name}
      className={classes(
        'inline-flex h-5 max-w-36 min-w-0 items-center rounded-sm text-xs font-medium',
        onRemove ? 'ps-1.5' : 'px-1.5',
        chips[color],
      )}
    >
      <bdi className="truncate">{name}</bdi>
      {onRemove && (
        <button
          type="button"
          aria-label={t('labels.takeOff', { name })}
          onClick={onRemove}
          className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm hover:bg-current/15"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  )
}

/** A label in a list of labels: its colour beside its name. */
export function LabelDot({ color }: { color: LabelColor }) {
  return <span aria-hidden className={classes('size-2.5 shrink-0 rounded-full', dots[color])} />
}

/** A colour to choose, with a tick when it is chosen. */
export function LabelSwatch({ color, children }: { color: LabelColor; children?: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex size-7 items-center justify-center rounded-full border border-current/40',
        chips[color],
      )}
    >
      {children}
    </span>
  )
}
