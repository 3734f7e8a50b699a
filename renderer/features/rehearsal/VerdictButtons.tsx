import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RehearsalVerdict } from '#contract/rehearsal.ts'
import { classes } from '#renderer/lib/classes.ts'

export interface VerdictButtonsProps {
  /** The question, so that each pair has names of its own. */
  text: string
  verdict: RehearsalVerdict | null
  inTabOrder?: boolean
  /** With words beside the signs. */
  large?: boolean
  onMark: (verdict: RehearsalVerdict | null) => void
}

/** Right or wrong; the one that is on takes itself back. */
export function VerdictButtons({ text, verdict, inTabOrder = true, large = false, onMark }: VerdictButtonsProps) {
  const { t } = useTranslation()
  const button = (value: RehearsalVerdict) => {
    const isOn = verdict === value
    const Icon = value === 'right' ? Check : X
    const on =
      value === 'right' ? 'border-good-ink bg-good-soft text-good-ink' : 'border-bad-ink bg-bad-soft text-bad-ink'
    const shortText = text.length > 80 ? `${text.slice(0, 80)}…` : text
    return (
      <button
        type="button"
        aria-pressed={isOn}
        aria-label={t(value === 'right' ? 'rehearsal.results.markRightLong' : 'rehearsal.results.markWrongLong', {
          text: shortText,
        })}
        title={t(value === 'right' ? 'rehearsal.results.markRight' : 'rehearsal.results.markWrong')}
        tabIndex={inTabOrder ? 0 : -1}
        onClick={() => onMark(isOn ? null : value)}
        className={classes(
          'inline-flex h-7 items-center justify-center gap-1.5 rounded-md border text-sm transition-colors [&_svg]:size-4',
          large ? 'px-2.5' : 'w-7',
          isOn ? on : 'border-line-strong/45 bg-raised text-ink-soft hover:border-line-strong hover:text-ink',
        )}
      >
        <Icon aria-hidden />
        {large && t(value === 'right' ? 'rehearsal.results.markRight' : 'rehearsal.results.markWrong')}
      </button>
    )
  }
  return (
    <span className="inline-flex shrink-0 gap-1">
      {button('right')}
      {button('wrong')}
    </span>
  )
}
