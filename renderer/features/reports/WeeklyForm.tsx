import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#contract/report.ts'
import type { WeeklyReport } from '#contract/settings.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { weekdayKeys } from './reportWords.ts'

export interface WeeklyFormProps {
  value: WeeklyReport
  formats: readonly ExportFormat[]
  /** Of the folder. */
  error: string | null
  onChange: (value: WeeklyReport) => void
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

export function WeeklyForm({ value, formats, error, onChange }: WeeklyFormProps) {
  const { t } = useTranslation()
  const times = hours.includes(value.at) ? hours : [...hours, value.at].toSorted()
  const example = navigator.userAgent.includes('Windows') ? 'D:\\Reports' : '/home/shop/reports'

  function toggle(format: ExportFormat, isOn: boolean) {
    const chosen = formats.filter(known => (known === format ? isOn : value.formats.includes(known)))
    // One at least: a report in no file is none.
    if (chosen.length > 0) onChange({ ...value, formats: chosen })
  }

  return (
    <>
      <Switch label={t('reports.weekly.on')} checked={value.on} onChange={on => onChange({ ...value, on })} />
      <div className="flex flex-wrap gap-4">
        <div className="min-w-60 flex-1 basis-80">
          <TextField
            label={t('reports.weekly.folder')}
            value={value.folder}
            onChange={folder => onChange({ ...value, folder })}
            help={t('reports.weekly.folderHelp', { example })}
            error={error ?? undefined}
            maxLength={1000}
          />
        </div>
        <div className="w-36">
          <Select
            label={t('reports.weekly.weekday')}
            value={String(value.weekday)}
            onChange={weekday => onChange({ ...value, weekday: Number(weekday) })}
            options={weekdayKeys.map((day, index) => ({ value: String(index), label: t(`reports.weekly.${day}`) }))}
          />
        </div>
        <div className="w-28">
          <Select
            label={t('reports.weekly.at')}
            value={value.at}
            onChange={at => onChange({ ...value, at })}
            options={times.map(time => ({ value: time, label: time }))}
          />
        </div>
      </div>
      <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <legend className="mb-1.5 text-sm font-medium">{t('reports.weekly.formats')}</legend>
        {formats.map(format => (
          <Switch
            key={format}
            label={t(`reports.exporting.${format}`)}
            checked={value.formats.includes(format)}
            onChange={isOn => toggle(format, isOn)}
          />
        ))}
      </fieldset>
      <Switch
        label={t('reports.exporting.personalData')}
        checked={value.personalData}
        onChange={personalData => onChange({ ...value, personalData })}
      />
    </>
  )
}
