import { Download, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat, ExportOptions, FilePiece } from '#contract/report.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { saveBlob } from '#renderer/lib/files.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { takeFile } from './takeFile.ts'

const formats = ['html', 'pdf', 'csv', 'json'] as const

export interface ExportDialogProps {
  title: string
  /** Shown for the format that is chosen. */
  extra?: (format: ExportFormat) => ReactNode
  /** Whether notes can be in it at all. */
  hasNotes: (format: ExportFormat) => boolean
  make: (format: ExportFormat, options: ExportOptions, signal: AbortSignal) => Promise<AsyncIterable<FilePiece>>
  onClose: () => void
}

type Trouble = 'no-printer' | 'print-failed' | 'failed'

/** Asks how, makes the file, and hands it to the browser's download folder. */
export function ExportDialog({ title, extra, hasNotes, make, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [options, setOptions] = useState<ExportOptions>({ notes: false, personalData: true })
  const [bytes, setBytes] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const running = useRef<AbortController>(null)

  function close() {
    running.current?.abort()
    onClose()
  }

  async function taken(wanted: ExportFormat) {
    const aborter = new AbortController()
    running.current = aborter
    setTrouble(null)
    setBytes(0)
    const given = { ...options, notes: options.notes && hasNotes(wanted) }
    try {
      const file = await takeFile(
        make(wanted, given, aborter.signal),
        size => !aborter.signal.aborted && setBytes(size),
      )
      return aborter.signal.aborted ? null : file
    } catch (error) {
      if (!aborter.signal.aborted) setTrouble(troubleOf(errorCode(error)))
      return null
    } finally {
      setBytes(null)
    }
  }

  async function save() {
    const file = await taken(format)
    if (file === null) return
    saveBlob(file.blob, file.name)
    showToast({ tone: 'good', text: t('reports.exporting.saved', { name: file.name }) })
    onClose()
  }

  async function print() {
    const file = await taken('html')
    if (file === null) return
    const { printPage } = await import('./printPage.ts')
    printPage(await file.blob.text(), title)
  }

  const isBusy = bytes !== null
  return (
    <Dialog
      open
      onClose={close}
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {t('common.cancel')}
          </Button>
          {trouble === 'no-printer' || trouble === 'print-failed' ? (
            <Button variant="primary" busy={isBusy} icon={<Printer aria-hidden />} onClick={() => void print()}>
              {t('reports.exporting.print')}
            </Button>
          ) : (
            <Button variant="primary" busy={isBusy} icon={<Download aria-hidden />} onClick={() => void save()}>
              {t('reports.exporting.save')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-3">
        <div>
          <Segmented
            label={t('reports.exporting.format')}
            value={format}
            onChange={chosen => {
              setFormat(chosen)
              setTrouble(null)
            }}
            disabled={isBusy}
            options={formats.map(value => ({ value, label: t(`reports.exporting.${value}`) }))}
          />
          <p className="mt-1.5 text-sm text-ink-soft">{t(`reports.exporting.${format}Help`)}</p>
        </div>
        {extra?.(format)}
        {hasNotes(format) && (
          <Switch
            label={t('reports.exporting.notes')}
            checked={options.notes}
            onChange={notes => setOptions({ ...options, notes })}
          />
        )}
        <Switch
          label={t('reports.exporting.personalData')}
          help={t('reports.exporting.personalDataHelp')}
          checked={options.personalData}
          onChange={personalData => setOptions({ ...options, personalData })}
        />
        <p role="status" className="min-h-5 text-sm text-ink-soft">
          {bytes !== null &&
            (bytes === 0
              ? t('reports.exporting.working')
              : t('reports.exporting.bytes', { size: formatBytes(bytes, currentLanguage()) }))}
        </p>
        {trouble === 'failed' && <Banner tone="bad">{t('reports.exporting.failed')}</Banner>}
        {trouble === 'no-printer' && <Banner tone="warning">{t('reports.exporting.noPrinter')}</Banner>}
        {trouble === 'print-failed' && <Banner tone="warning">{t('reports.exporting.printFailed')}</Banner>}
      </div>
    </Dialog>
  )
}

function troubleOf(code: string | null): Trouble {
  return code === 'NO_PRINTER' ? 'no-printer' : code === 'PRINT_FAILED' ? 'print-failed' : 'failed'
}
