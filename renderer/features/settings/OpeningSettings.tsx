import { useTranslation } from 'react-i18next'
import type { OpeningDay, Settings } from '#contract/settings.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { computerZone } from '#renderer/lib/shopToday.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { ClosedDaysList } from './ClosedDaysList.tsx'
import { isInOrder, timeChoices, weekdayNames } from './openingHours.ts'
import { useOpeningHours } from './useOpeningHours.ts'

const zones = Intl.supportedValuesOf('timeZone')

export interface OpeningSettingsProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => Promise<boolean>
}

/** When somebody answers, and on whose clock. */
export function OpeningSettings({ settings, onSave }: OpeningSettingsProps) {
  const { t } = useTranslation()
  const { week, change } = useOpeningHours(settings.openingHours, onSave)
  const names = weekdayNames(currentLanguage())
  const known = settings.timeZone === '' || zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones]
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="mb-3 text-sm text-ink-faint">{t('settings.hours.help')}</p>
        <ul className="flex max-w-128 flex-col divide-y divide-line">
          {week.map((day, place) => (
            <DayRow key={names[place]} name={names[place] ?? ''} day={day} onChange={part => change(place, part)} />
          ))}
        </ul>
        {week.every(({ open }) => !open) && (
          <p role="status" className="mt-2 text-sm text-warning-ink">
            {t('settings.hours.allClosed')}
          </p>
        )}
      </div>
      <ClosedDaysList days={settings.closedDays} onChange={closedDays => void onSave({ closedDays })} />
      <div className="max-w-112">
        <Select
          label={t('settings.hours.timeZone')}
          help={t('settings.hours.timeZoneHelp')}
          value={settings.timeZone}
          onChange={timeZone => void onSave({ timeZone })}
          options={[
            { value: '', label: t('settings.hours.likeComputer', { zone: computerZone() }) },
            ...known.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
        />
      </div>
    </div>
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
