import { useTranslation } from 'react-i18next'
import type { OpeningDay } from '#contract/settings.ts'
import { isInOrder, timeChoices, weekdayNames } from '../lib/openingHours.ts'
import { Select } from './Select.tsx'
import { Switch } from './Switch.tsx'

export interface WeekHoursProps {
  /** Monday first. */
  week: readonly OpeningDay[]
  onChange: (place: number, part: Partial<OpeningDay>) => void
}

/** The hours of each weekday. */
export function WeekHours({ week, onChange }: WeekHoursProps) {
  const { i18n } = useTranslation()
  const names = weekdayNames(i18n.language)
  return (
    <ul className="flex max-w-128 flex-col divide-y divide-line">
      {week.map((day, place) => (
        <DayRow key={names[place]} name={names[place] ?? ''} day={day} onChange={part => onChange(place, part)} />
      ))}
    </ul>
  )
}

interface DayRowProps {
  name: string
  day: OpeningDay
  onChange: (part: Partial<OpeningDay>) => void
}

function DayRow({ name, day, onChange }: DayRowProps) {
  const { t } = useTranslation()
  const { open, from, to } = day
  const isWrong = open && !isInOrder(day)
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <div className="flex w-36 items-center gap-2.5">
        <Switch
          hideLabel
          label={t('settings.hours.open', { day: name })}
          checked={open}
          onChange={isOpen => onChange({ open: isOpen })}
        />
        <span className={open ? 'text-ink' : 'text-ink-faint'}>{name}</span>
      </div>
      {open ? (
        <div className="flex items-center gap-2 text-sm text-ink-soft">
          <div className="w-28">
            <Select
              hideLabel
              label={t('settings.hours.from', { day: name })}
              value={from}
              onChange={chosen => onChange({ from: chosen })}
              options={timeChoices(from, '00:00', '23:30')}
            />
          </div>
          <span aria-hidden>{t('settings.hours.until')}</span>
          <div className="w-28">
            <Select
              hideLabel
              label={t('settings.hours.to', { day: name })}
              value={to}
              onChange={chosen => onChange({ to: chosen })}
              options={[...timeChoices(to, '00:30', '23:30'), { value: '00:00', label: '24:00' }]}
            />
          </div>
        </div>
      ) : (
        <span className="text-sm text-ink-faint">{t('settings.hours.closed')}</span>
      )}
      {isWrong && (
        <p role="alert" className="w-full text-sm text-bad-ink">
          {t('settings.hours.wrongOrder')}
        </p>
      )}
    </li>
  )
}
