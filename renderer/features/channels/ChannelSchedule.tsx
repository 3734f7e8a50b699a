import { useTranslation } from 'react-i18next'
import type { Schedule } from '#contract/channel.ts'
import type { Opening } from '#domain/hours/opening.ts'
import { isOnDuty } from '#domain/hours/schedule.ts'
import { useWeek } from '#renderer/lib/useWeek.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { WeekHours } from '#renderer/ui/WeekHours.tsx'

const choices: readonly Schedule['when'][] = ['always', 'opening-hours', 'outside-opening-hours', 'own']

export interface ChannelScheduleProps {
  schedule: Schedule
  /** Of the shop. */
  opening: Opening
  now: Date
  /** False when it was not saved. */
  onChange: (schedule: Schedule) => Promise<boolean>
}

/** When the assistant works on this channel, and whether it does now. */
export function ChannelSchedule({ schedule, opening, now, onChange }: ChannelScheduleProps) {
  const { t } = useTranslation()
  const { week, change } = useWeek(schedule.hours, hours => onChange({ ...schedule, hours }))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span aria-hidden className="text-sm font-medium text-ink">
          {t('channels.schedule.label')}
        </span>
        <div className="w-52">
          <Select
            hideLabel
            label={t('channels.schedule.label')}
            value={schedule.when}
            onChange={when => void onChange({ ...schedule, when })}
            options={choices.map(value => ({ value, label: t(`channels.schedule.${value}`) }))}
          />
        </div>
        <p role="status" className="min-w-0 flex-1 basis-72 text-sm text-ink-soft">
          {schedule.when === 'always'
            ? null
            : isOnDuty(schedule, now, opening)
              ? `${t('channels.schedule.onDuty')} ${t('channels.schedule.help')}`
              : t('channels.schedule.resting')}
        </p>
      </div>
      {schedule.when === 'own' && <WeekHours week={week} onChange={change} />}
    </div>
  )
}
