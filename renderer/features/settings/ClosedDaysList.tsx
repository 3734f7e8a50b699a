import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosedDays } from '#contract/settings.ts'
import { isoDay } from '#domain/shopClock.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { closedDaysText, withClosed } from '#renderer/lib/openingHours.ts'
import { shopToday } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface ClosedDaysListProps {
  days: readonly ClosedDays[]
  onChange: (days: ClosedDays[]) => void
}

/** Holidays and days off, single ones and several in a row. */
export function ClosedDaysList({ days, onChange }: ClosedDaysListProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const today = isoDay(shopToday(useNow()))
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const added = { from: first, to: last === '' ? first : last }
  const isWrong = first !== '' && added.to < first
  const isGood = first !== '' && !isWrong && added.to >= today

  function add() {
    onChange(withClosed(days, added, today))
    setFirst('')
    setLast('')
  }

  return (
    <div role="group" aria-label={t('settings.hours.closedDays')} className="flex flex-col gap-2">
      <div>
        <p className="text-sm font-medium text-ink">{t('settings.hours.closedDays')}</p>
        <p className="text-sm text-ink-faint">{t('settings.hours.closedDaysHelp')}</p>
      </div>
      {days.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {days.map(one => {
            const text = closedDaysText(one, language)
            return (
              <li
                key={`${one.from}-${one.to}`}
                className="flex items-center gap-1 rounded-md border border-line bg-sunken py-0.5 ps-2.5 pe-1 text-sm"
              >
                {text}
                <IconButton
                  size="small"
                  label={t('settings.hours.remove', { days: text })}
                  icon={<X aria-hidden />}
                  onClick={() => onChange(days.filter(other => other !== one))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-40">
          <TextField type="date" min={today} label={t('settings.hours.first')} value={first} onChange={setFirst} />
        </div>
        <div className="w-40">
          <TextField
            type="date"
            min={first === '' ? today : first}
            label={t('settings.hours.last')}
            value={last}
            onChange={setLast}
          />
        </div>
        <Button icon={<Plus aria-hidden />} disabled={!isGood} onClick={add}>
          {t('settings.hours.add')}
        </Button>
      </div>
      {isWrong && (
        <p role="alert" className="text-sm text-bad-ink">
          {t('settings.hours.wrongOrder')}
        </p>
      )}
    </div>
  )
}
