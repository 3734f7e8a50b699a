import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { computerZone } from '#renderer/lib/shopToday.ts'
import { useWeek } from '#renderer/lib/useWeek.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { WeekHours } from '#renderer/ui/WeekHours.tsx'
import { ClosedDaysList } from './ClosedDaysList.tsx'
import { OpenNow } from './OpenNow.tsx'

const zones = Intl.supportedValuesOf('timeZone')

export interface OpeningSettingsProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => Promise<boolean>
}

/** When somebody answers, and on whose clock. */
export function OpeningSettings({ settings, onSave }: OpeningSettingsProps) {
  const { t } = useTranslation()
  const { week, change } = useWeek(settings.openingHours, openingHours => onSave({ openingHours }))
  const known = settings.timeZone === '' || zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones]
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="mb-3 text-sm text-ink-faint">{t('settings.hours.help')}</p>
        <div className="mb-3">
          <OpenNow settings={settings} />
        </div>
        <WeekHours week={week} onChange={change} />
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
