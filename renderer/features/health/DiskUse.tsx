import { useTranslation } from 'react-i18next'
import type { HealthReport } from '#contract/health.ts'
import { formatBytes } from '#renderer/i18n/format.ts'

const parts = ['freeBytes', 'databaseBytes', 'attachmentBytes', 'modelBytes', 'indexBytes', 'logBytes'] as const

/** What takes how much room. */
export function DiskUse({ disk }: { disk: HealthReport['disk'] }) {
  const { t, i18n } = useTranslation()
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      {parts.map(part => (
        <div key={part}>
          <dt className="text-sm text-ink-soft">{t(`health.disk.${part}`)}</dt>
          <dd className="text-base tabular-nums">{formatBytes(disk[part], i18n.language)}</dd>
        </div>
      ))}
    </dl>
  )
}
