import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePreview } from '#contract/knowledge.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { downloadText } from './downloadText.ts'
import { ImportPreview } from './ImportPreview.tsx'
import type { Frame } from './ImportPreview.tsx'
import { knowledgeChanged } from './knowledgeStore.ts'
import { sampleCsv } from './sampleFile.ts'
import { ACCEPTED, MAX_FILE_BYTES, MAX_IMPORT_BYTES, refusalsOf, toUpload } from './uploads.ts'
import type { Refusal } from './uploads.ts'
import { suggestForFiles } from './wordingsRun.ts'

type Step =
  | { at: 'choose'; complaints: readonly string[] }
  | { at: 'reading'; count: number }
  | { at: 'preview'; previewId: string; files: readonly FilePreview[] }

export interface FileImportProps {
  /** Left out: straight onto the page. */
  frame?: Frame
  onImported: () => void
}

const onPage: Frame = (content, buttons) => (
  <>
    {content}
    {buttons && <footer className="flex flex-wrap justify-end gap-2 pt-3">{buttons}</footer>}
  </>
)

/** Choose files, see what is in them, then import. */
export function FileImport({ frame = onPage, onImported }: FileImportProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const language = currentLanguage()
  const [step, setStep] = useState<Step>({ at: 'choose', complaints: [] })

  function wordsFor(refusal: Refusal): string {
    switch (refusal.reason) {
      case 'too-big': {
        const sizes = { size: formatBytes(refusal.bytes, language), max: formatBytes(MAX_FILE_BYTES, language) }
        return t('knowledge.drop.tooBig', { name: refusal.name, ...sizes })
      }
      case 'too-big-together': {
        const sizes = { size: formatBytes(refusal.bytes, language), max: formatBytes(MAX_IMPORT_BYTES, language) }
        return t('knowledge.drop.tooBigTogether', sizes)
      }
      case 'too-many':
        return t('knowledge.drop.tooMany', { max: refusal.max })
      default:
        return assertNever(refusal)
    }
  }

  async function read(files: readonly File[]) {
    const refusals = refusalsOf(files)
    if (refusals.length > 0) {
      setStep({ at: 'choose', complaints: refusals.map(wordsFor) })
      return
    }
    setStep({ at: 'reading', count: files.length })
    try {
      const uploads = await Promise.all(files.map(toUpload))
      const preview = await rpc.knowledge.preview({ uploads })
      setStep({ at: 'preview', ...preview })
    } catch {
      setStep({ at: 'choose', complaints: [t('knowledge.drop.readFailed')] })
    }
  }

  async function importNow(previewId: string, namesToSuggestFor: readonly string[]) {
    try {
      const { added, updated, removed } = await rpc.knowledge.import({ previewId })
      const counts = {
        added: formatNumber(added, language),
        updated: formatNumber(updated, language),
        removed: formatNumber(removed, language),
      }
      showToast({ tone: 'good', text: t('knowledge.imported', counts) })
      setStep({ at: 'choose', complaints: [] })
      knowledgeChanged()
      if (namesToSuggestFor.length > 0) void suggestForFiles(rpc, namesToSuggestFor)
      onImported()
    } catch (error) {
      const isExpired = errorCode(error) === 'PREVIEW_EXPIRED'
      setStep({ at: 'choose', complaints: [t(isExpired ? 'knowledge.preview.expired' : 'common.actionFailed')] })
    }
  }

  switch (step.at) {
    case 'choose':
      return frame(
        <div className="flex flex-col gap-3">
          {step.complaints.map(complaint => (
            <Banner key={complaint} tone="bad">
              {complaint}
            </Banner>
          ))}
          <FileDrop
            label={t('knowledge.drop.label')}
            help={t('knowledge.drop.help')}
            accept={ACCEPTED}
            multiple
            onFiles={files => void read(files)}
          />
          <Button
            variant="ghost"
            size="small"
            className="self-center"
            icon={<Download aria-hidden />}
            onClick={() => downloadText(t('knowledge.drop.sampleFileName'), 'text/csv', sampleCsv(t, language))}
          >
            {t('knowledge.drop.sample')}
          </Button>
        </div>,
        null,
      )
    case 'reading':
      return frame(
        <p role="status" className="flex items-center justify-center gap-2.5 py-16 text-ink-soft">
          <Spinner /> {t('knowledge.drop.reading', { count: step.count })}
        </p>,
        null,
      )
    case 'preview':
      return (
        <ImportPreview
          files={step.files}
          frame={frame}
          onImport={suggests => importNow(step.previewId, suggests ? step.files.map(({ name }) => name) : [])}
          onCancel={() => setStep({ at: 'choose', complaints: [] })}
        />
      )
    default:
      return assertNever(step)
  }
}
