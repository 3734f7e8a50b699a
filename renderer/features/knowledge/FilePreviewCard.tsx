import { useTranslation } from 'react-i18next'
import type { FilePreview } from '#contract/knowledge.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { BadRowList } from './BadRowList.tsx'
import { FormatIcon } from './FormatIcon.tsx'

/** What one file holds, before anything of it is stored. */
export function FilePreviewCard({ file }: { file: FilePreview }) {
  const { t } = useTranslation()
  const formatted = (count: number) => ({ formatted: formatNumber(count, currentLanguage()) })
  return (
    <section className="rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <FormatIcon format={file.format} />
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="font-semibold text-ink wrap-anywhere">{file.name}</h3>
          <p className="text-sm text-ink-faint">{t(`knowledge.format.${file.format ?? 'unknown'}`)}</p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          {file.added > 0 && <Badge tone="good">{t('knowledge.preview.added', formatted(file.added))}</Badge>}
          {file.updated > 0 && <Badge tone="accent">{t('knowledge.preview.updated', formatted(file.updated))}</Badge>}
          {file.unchanged > 0 && (
            <Badge tone="neutral">{t('knowledge.preview.unchanged', formatted(file.unchanged))}</Badge>
          )}
          {file.removed > 0 && <Badge tone="warning">{t('knowledge.preview.removed', formatted(file.removed))}</Badge>}
        </div>
      </header>
      {file.removed > 0 && <p className="px-4 pb-3 text-sm text-warning-ink">{t('knowledge.preview.removedNote')}</p>}
      {file.sample.length > 0 && (
        <div className="border-t border-line px-4 py-3">
          <h4 className="pb-1.5 text-sm font-medium text-ink-soft">{t('knowledge.preview.sample')}</h4>
          <dl className="flex flex-col gap-2">
            {file.sample.slice(0, 5).map((entry, position) => (
              <div key={entry.externalId ?? `${position}-${entry.question}`}>
                <dt dir="auto" className="line-clamp-2 text-base font-medium text-ink wrap-anywhere">
                  {entry.question}
                </dt>
                <dd dir="auto" className="line-clamp-2 text-base text-ink-soft wrap-anywhere">
                  {entry.answer}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {file.badRowCount > 0 && (
        <BadRowList isWholeFile={file.entryCount === 0} rows={file.badRows} total={file.badRowCount} />
      )}
    </section>
  )
}
