import { FileBraces, FileSpreadsheet, RefreshCw, Store, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderSource } from '#contract/orders.ts'
import { formatMoment, formatNumber, formatShortDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { isShop } from './sourceKinds.ts'
import { useFaultWords } from './useFaultWords.ts'

export interface SourceListProps {
  sources: readonly OrderSource[]
  now: Date
  /** Being read right now. */
  busyIds: ReadonlySet<string>
  onSync: (source: OrderSource) => void
  onRemove: (source: OrderSource) => void
}

/** Every file and shop the records came from, with what went wrong there. */
export function SourceList({ sources, now, busyIds, onSync, onRemove }: SourceListProps) {
  const { t } = useTranslation()
  return (
    <section className="min-w-0" aria-labelledby="order-sources">
      <h2 id="order-sources" className="px-2.5 pb-2 text-sm font-semibold text-ink-soft">
        {t('orders.sources.title')}
      </h2>
      <ul className="grid grid-cols-1 gap-1 sm:grid-cols-2 lg:grid-cols-1">
        {sources.map(source => (
          <SourceRow
            key={source.id}
            source={source}
            now={now}
            isBusy={busyIds.has(source.id)}
            onSync={() => onSync(source)}
            onRemove={() => onRemove(source)}
          />
        ))}
      </ul>
    </section>
  )
}

interface SourceRowProps {
  source: OrderSource
  now: Date
  isBusy: boolean
  onSync: () => void
  onRemove: () => void
}

const icons = { csv: FileSpreadsheet, json: FileBraces, woocommerce: Store, shopify: Store }

function SourceRow({ source, now, isBusy, onSync, onRemove }: SourceRowProps) {
  const { t } = useTranslation()
  const wordsFor = useFaultWords()
  const language = currentLanguage()
  const { name, kind, records, count, syncedAt, fault } = source
  const Icon = icons[kind]
  const counted = t(`orders.sources.count.${records ?? 'records'}`, { count, formatted: formatNumber(count, language) })

  function when(): string {
    if (syncedAt === null) return t('orders.sources.neverSynced')
    return isShop(kind)
      ? t('orders.sources.syncedAt', { date: formatMoment(syncedAt, now, language) })
      : t('orders.sources.importedAt', { date: formatShortDate(syncedAt, now, language) })
  }

  return (
    <li className="flex items-start gap-1 rounded-md py-2 ps-2.5 pe-1">
      <Icon aria-hidden className="mt-0.5 me-1.5 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <bdi className="block truncate text-base font-medium text-ink" title={name}>
          {name}
        </bdi>
        <p className="text-sm text-ink-faint">
          {isShop(kind) && `${t(`orders.sources.kind.${kind}`)} · `}
          {counted}
        </p>
        <p className="text-sm text-ink-faint">{when()}</p>
        {fault !== null && (
          <p className="mt-1 flex items-start gap-1.5 text-sm text-bad-ink">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {wordsFor(fault)}
          </p>
        )}
      </div>
      {isBusy && (
        <span className="inline-flex size-7 items-center justify-center text-ink-soft">
          <Spinner label={t('orders.connect.connecting')} />
        </span>
      )}
      {isShop(kind) && !isBusy && (
        <IconButton
          size="small"
          label={t('orders.sources.syncNow', { name })}
          icon={<RefreshCw aria-hidden />}
          onClick={onSync}
        />
      )}
      <IconButton
        size="small"
        label={t('orders.sources.remove', { name })}
        icon={<Trash2 aria-hidden />}
        onClick={onRemove}
      />
    </li>
  )
}
