import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, OrderPreview, OrderRecordKind } from '#contract/orders.ts'
import type { Upload } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { toUpload } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ACCEPTED, MAX_FILE_BYTES, withColumn } from './importModel.ts'
import { ImportReview } from './ImportReview.tsx'
import { ordersChanged, showTab } from './ordersStore.ts'

type Step =
  | { at: 'choose'; complaint: string | null }
  | { at: 'reading'; name: string }
  | { at: 'review'; upload: Upload; preview: OrderPreview; isReading: boolean }

/** Choose a file, say which column is what, see what would be taken, then import. */
export function OrderImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const language = currentLanguage()
  const [step, setStep] = useState<Step>({ at: 'choose', complaint: null })
  const max = formatBytes(MAX_FILE_BYTES, language)
  /** Only the newest reading counts; one that comes back after another choice is dropped. */
  const readings = useRef(0)

  function startAgain(complaint: string | null) {
    readings.current += 1
    setStep({ at: 'choose', complaint })
  }

  async function read(upload: Upload, how: { records?: OrderRecordKind; mapping?: ColumnMapping } = {}) {
    readings.current += 1
    const reading = readings.current
    try {
      const preview = await rpc.orders.preview({ upload, ...how })
      if (reading === readings.current) setStep({ at: 'review', upload, preview, isReading: false })
    } catch {
      if (reading === readings.current) startAgain(t('orders.import.readFailed'))
    }
  }

  async function choose(file: File) {
    if (file.size > MAX_FILE_BYTES) {
      startAgain(t('orders.import.tooBig', { name: file.name, size: formatBytes(file.size, language), max }))
      return
    }
    setStep({ at: 'reading', name: file.name })
    await read(await toUpload(file))
  }

  /** The choice is shown at once, the counts as soon as the file has been read that way. */
  function readAgain(upload: Upload, chosen: OrderPreview, mapping?: ColumnMapping) {
    setStep({ at: 'review', upload, preview: chosen, isReading: true })
    void read(upload, { records: chosen.records, ...(mapping ? { mapping } : {}) })
  }

  async function importNow({ previewId, records }: OrderPreview) {
    try {
      const counts = await rpc.orders.import({ previewId })
      const words = {
        added: formatNumber(counts.added, language),
        updated: formatNumber(counts.updated, language),
        unchanged: formatNumber(counts.unchanged, language),
      }
      showToast({ tone: 'good', text: t('orders.import.done', words) })
      if (records !== 'warranties') showTab(records)
      ordersChanged()
      onClose()
    } catch (error) {
      startAgain(t(errorCode(error) === 'PREVIEW_EXPIRED' ? 'orders.import.expired' : 'common.actionFailed'))
    }
  }

  switch (step.at) {
    case 'choose':
      return (
        <Dialog open onClose={onClose} title={t('orders.import.title')} size="large">
          <div className="flex flex-col gap-3 pb-2">
            {step.complaint !== null && <Banner tone="bad">{step.complaint}</Banner>}
            <FileDrop
              label={t('orders.import.dropLabel')}
              help={t('orders.import.dropHelp', { max })}
              accept={ACCEPTED}
              onFiles={([file]) => file && void choose(file)}
            />
          </div>
        </Dialog>
      )
    case 'reading':
      return (
        <Dialog open onClose={onClose} title={t('orders.import.title')} size="large">
          <p role="status" className="flex items-center justify-center gap-2.5 py-16 text-ink-soft">
            <Spinner /> {t('orders.import.reading', { name: step.name })}
          </p>
        </Dialog>
      )
    case 'review': {
      const { upload, preview, isReading } = step
      return (
        <ImportReview
          preview={preview}
          isReading={isReading}
          onRecords={records => readAgain(upload, { ...preview, records })}
          onColumn={(field, column) => {
            const chosen = withColumn(preview, field, column)
            readAgain(upload, chosen, chosen.mapping)
          }}
          onImport={() => importNow(preview)}
          onBack={() => startAgain(null)}
          onClose={onClose}
        />
      )
    }
    default:
      return assertNever(step)
  }
}
