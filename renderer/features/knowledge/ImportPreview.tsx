import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePreview } from '#contract/knowledge.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { FilePreviewCard } from './FilePreviewCard.tsx'
import { outcomeOf } from './importOutcome.ts'
import { useOffersWordings } from './useOffersWordings.ts'

/** Puts content and its buttons into a dialog or straight onto a page. */
export type Frame = (content: ReactNode, buttons: ReactNode) => ReactNode

export interface ImportPreviewProps {
  files: readonly FilePreview[]
  frame: Frame
  /** `suggests`: other ways to ask are thought of afterwards. */
  onImport: (suggests: boolean) => Promise<void>
  onCancel: () => void
}

export function ImportPreview({ files, frame, onImport, onCancel }: ImportPreviewProps) {
  const { t } = useTranslation()
  const [isBusy, setIsBusy] = useState(false)
  const isOffered = useOffersWordings()
  const [suggests, setSuggests] = useState(false)
  const outcome = outcomeOf(files)
  const importNow = async () => {
    setIsBusy(true)
    await onImport(isOffered && suggests)
  }
  return frame(
    <div className="flex flex-col gap-3 pb-2">
      {outcome === 'changes' && <p className="text-base text-ink-soft">{t('knowledge.preview.nothingStored')}</p>}
      {outcome === 'nothing' && <Banner tone="warning">{t('knowledge.preview.nothingToImport')}</Banner>}
      {outcome === 'unchanged' && <Banner tone="neutral">{t('knowledge.preview.allUnchanged')}</Banner>}
      {files.map((file, position) => (
        <FilePreviewCard key={`${position}-${file.name}`} file={file} />
      ))}
      {outcome === 'changes' && isOffered && (
        <Switch
          label={t('knowledge.wordings.option')}
          help={t('knowledge.wordings.optionHelp')}
          checked={suggests}
          onChange={setSuggests}
        />
      )}
    </div>,
    <>
      <Button variant={outcome === 'changes' ? 'ghost' : 'primary'} disabled={isBusy} onClick={onCancel}>
        {t('common.back')}
      </Button>
      {outcome === 'changes' && (
        <Button variant="primary" busy={isBusy} onClick={() => void importNow()}>
          {t(isBusy ? 'knowledge.preview.importing' : 'knowledge.preview.confirm')}
        </Button>
      )}
    </>,
  )
}
