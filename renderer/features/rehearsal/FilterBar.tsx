import { Check, CircleDashed, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultFilter, Tally } from '#contract/rehearsal.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { actions, countOf, looks } from './outcomes.tsx'

export interface FilterBarProps {
  tally: Tally
  done: number
  filter: ResultFilter
  onFilter: (filter: ResultFilter) => void
}

/** The parts of the bar above it with their numbers; a press shows only those. */
export function FilterBar({ tally, done, filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation()
  const button = (value: ResultFilter, label: string, count: number, icon?: ReactNode) => (
    <FilterButton
      key={value}
      label={label}
      count={count}
      icon={icon}
      isOn={filter === value}
      onPress={() => onFilter(value)}
    />
  )
  return (
    <div role="group" aria-label={t('rehearsal.filter.label')} className="flex flex-wrap items-center gap-1.5">
      {button('all', t('rehearsal.filter.all'), done)}
      {actions.map(action =>
        button(
          action,
          t(`rehearsal.action.${action}`),
          countOf(tally, action),
          <span aria-hidden className={classes('size-2.5 rounded-full', looks[action].bar)} />,
        ),
      )}
      <span aria-hidden className="mx-1 h-4 w-px bg-line-strong/50" />
      {button('right', t('rehearsal.filter.right'), tally.right, <Check aria-hidden />)}
      {button('wrong', t('rehearsal.filter.wrong'), tally.wrong, <X aria-hidden />)}
      {button(
        'unmarked',
        t('rehearsal.filter.unmarked'),
        done - tally.right - tally.wrong,
        <CircleDashed aria-hidden />,
      )}
    </div>
  )
}

interface FilterButtonProps {
  label: string
  count: number
  icon: ReactNode
  isOn: boolean
  onPress: () => void
}

function FilterButton({ label, count, icon, isOn, onPress }: FilterButtonProps) {
  const { i18n } = useTranslation()
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={classes(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm transition-colors [&_svg]:size-3.5',
        isOn
          ? 'border-accent bg-accent-soft font-medium text-accent-ink'
          : 'border-line bg-raised text-ink-soft hover:border-line-strong hover:text-ink',
      )}
    >
      {icon}
      {label}
      <span className="tabular-nums">{formatNumber(count, i18n.language)}</span>
    </button>
  )
}
