import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePreview } from '#contract/knowledge.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { FilePreviewCard } from './FilePreviewCard.tsx'
import { outcomeOf } from './importOutcome.ts'

export interface ImportPreviewProps {
  files: readonly FilePreview[]
  onImport: () => Promise<void>
  onCancel: () => void
}

export function ImportPreview({ files, onImport, onCancel }: ImportPreviewProps) {
  const { t } = useTranslation()
  const [isBusy, setIsBusy] = useState(false)
  const outcome = outcomeOf(files)
  const importNow = async () => {
    setIsBusy(true)
    await onImport()
  }
  return (
    <div className="flex flex-col gap-3">
      {outcome === 'changes' && <p className="text-base text-ink-soft">{t('knowledge.preview.nothingStored')}</p>}
      {outcome === 'nothing' && <Banner tone="warning">{t('knowledge.preview.nothingToImport')}</Banner>}
      {outcome === 'unchanged' && <Banner tone="neutral">{t('knowledge.preview.allUnchanged')}</Banner>}
      {files.map((file, position) => (
        <FilePreviewCard key={`${position}-${file.name}`} file={file} />
      ))}
      <footer className="sticky bottom-0 -mx-1 flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-1 py-3">
        <Button variant={outcome === 'changes' ? 'ghost' : 'primary'} disabled={isBusy} onClick={onCancel}>
          {t('common.back')}
        </Button>
        {outcome === 'changes' && (
          <Button variant="primary" busy={isBusy} onClick={() => void importNow()}>
            {t(isBusy ? 'knowledge.preview.importing' : 'knowledge.preview.confirm')}
          </Button>
        )}
      </footer>
    </div>
  )
}
