import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodSchema } from '#contract/report.ts'
import { periodChoices } from '#domain/report/periods.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { choosePeriod, setCompare, useReports } from './reportsStore.ts'
import type { Choice } from './reportsStore.ts'
import { chosenPeriod } from './useReportLoaded.ts'

/** Which days, and whether beside those before. */
export function PeriodBar() {
  const { t } = useTranslation()
  const { choice, own, compare } = useReports()
  const [dates, setDates] = useState(() => chosenPeriod({ choice, own }, new Date()))
  const isWrong = choice === 'own' && !periodSchema.safeParse(dates).success
  const choices: Choice[] = [...periodChoices, 'own']

  function choose(next: Choice) {
    if (next !== 'own') return choosePeriod(next)
    const period = chosenPeriod({ choice, own }, new Date())
    setDates(period)
    choosePeriod('own', period)
  }

  function change(next: { from: string; to: string }) {
    setDates(next)
    const period = periodSchema.safeParse(next)
    if (period.success) choosePeriod('own', period.data)
  }

  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="w-44">
        <Select
          label={t('reports.period.label')}
          value={choice}
          onChange={choose}
          options={choices.map(value => ({ value, label: t(`reports.period.${value}`) }))}
        />
      </div>
      {choice === 'own' && (
        <>
          <div className="w-40">
            <TextField
              type="date"
              label={t('reports.period.from')}
              value={dates.from}
              onChange={from => change({ ...dates, from })}
              error={isWrong ? t('reports.period.wrong') : undefined}
            />
          </div>
          <div className="w-40">
            <TextField
              type="date"
              label={t('reports.period.to')}
              value={dates.to}
              onChange={to => change({ ...dates, to })}
            />
          </div>
        </>
      )}
      <div className="flex h-8.5 items-center">
        <Switch label={t('reports.period.compare')} checked={compare} onChange={setCompare} />
      </div>
    </div>
  )
}
