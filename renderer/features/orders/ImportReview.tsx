import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderPreview, OrderRecordKind } from '#contract/orders.ts'
import { orderRecordKindSchema } from '#contract/orders.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { fieldName } from './fieldName.ts'
import { mappingRows, missingFields, outcomeOf } from './importModel.ts'
import { MappingTable } from './MappingTable.tsx'
import { ProblemList } from './ProblemList.tsx'
import { SampleTable } from './SampleTable.tsx'

export interface ImportReviewProps {
  preview: OrderPreview
  /** The file is being read once more in the way just chosen. */
  isReading: boolean
  onRecords: (records: OrderRecordKind) => void
  onColumn: (field: string, column: string | null) => void
  onImport: () => Promise<void>
  onBack: () => void
  onClose: () => void
}

/** What the file holds, in the way it is read now, before anything is stored. */
export function ImportReview({
  preview,
  isReading,
  onRecords,
  onColumn,
  onImport,
  onBack,
  onClose,
}: ImportReviewProps) {
  const { t } = useTranslation()
  const [isBusy, setIsBusy] = useState(false)
  const outcome = outcomeOf(preview)
  const missing = missingFields(preview)
  const importNow = async () => {
    setIsBusy(true)
    await onImport()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('orders.import.title')}
      size="large"
      footer={
        <>
          <Button variant="ghost" disabled={isBusy} onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={outcome !== 'changes' || missing.length > 0 || isReading}
            onClick={() => void importNow()}
          >
            {t(isBusy ? 'orders.import.importing' : 'orders.import.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <p className="text-base text-ink-soft">{t('orders.import.nothingStored')}</p>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-semibold wrap-anywhere">
              <bdi>{preview.name}</bdi>
            </p>
            <div role="status" className="mt-1.5 flex min-h-5 flex-wrap items-center gap-1.5">
              {isReading ? (
                <span className="flex items-center gap-1.5 text-sm text-ink-soft">
                  <Spinner /> {t('orders.import.again')}
                </span>
              ) : (
                <Counts preview={preview} />
              )}
            </div>
          </div>
          <div className="w-56">
            <Select
              label={t('orders.import.kind')}
              help={t('orders.import.kindHelp')}
              value={preview.records}
              onChange={onRecords}
              options={orderRecordKindSchema.options.map(kind => ({
                value: kind,
                label: t(`orders.import.kinds.${kind}`),
              }))}
            />
          </div>
        </div>
        {missing.length > 0 && (
          <Banner tone="warning">{t('orders.import.missing', { fields: missing.map(fieldName).join(', ') })}</Banner>
        )}
        {preview.withoutEmail > 0 && !isReading && (
          <Banner tone="warning">
            {t('orders.import.withoutEmail', {
              count: preview.withoutEmail,
              formatted: formatNumber(preview.withoutEmail, currentLanguage()),
            })}
          </Banner>
        )}
        {outcome === 'unchanged' && !isReading && <Banner tone="neutral">{t('orders.import.allUnchanged')}</Banner>}
        {preview.problems.length > 0 && (
          <ProblemList isWholeFile={outcome === 'nothing'} problems={preview.problems} total={preview.problemCount} />
        )}
        {preview.columns.length > 0 && (
          <MappingTable
            key={preview.records}
            rows={mappingRows(preview)}
            columns={preview.columns}
            onColumn={onColumn}
          />
        )}
        {preview.columns.length === 0 && preview.sample.length > 0 && <SampleTable rows={preview.sample} />}
      </div>
    </Dialog>
  )
}

function Counts({ preview: { added, updated, unchanged, leftOut } }: { preview: OrderPreview }) {
  const { t } = useTranslation()
  const formatted = (count: number) => ({ formatted: formatNumber(count, currentLanguage()) })
  return (
    <>
      {added > 0 && <Badge tone="good">{t('orders.import.added', formatted(added))}</Badge>}
      {updated > 0 && <Badge tone="accent">{t('orders.import.updated', formatted(updated))}</Badge>}
      {unchanged > 0 && <Badge tone="neutral">{t('orders.import.unchanged', formatted(unchanged))}</Badge>}
      {leftOut > 0 && <Badge tone="warning">{t('orders.import.leftOut', formatted(leftOut))}</Badge>}
    </>
  )
}
