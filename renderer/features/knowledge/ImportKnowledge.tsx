import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { EditEntry } from './EditEntry.tsx'
import { FileImport } from './FileImport.tsx'

/** Both ways to give the assistant knowledge, outside the knowledge page: a step of the first run. */
export function ImportKnowledge({ onImported }: { onImported: () => void }) {
  const { t } = useTranslation()
  const [isWriting, setIsWriting] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      <FileImport onImported={onImported} />
      <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 border-t border-line pt-3">
        <p className="text-sm text-ink-soft">{t('knowledge.orWrite')}</p>
        <Button size="small" icon={<Plus aria-hidden />} onClick={() => setIsWriting(true)}>
          {t('knowledge.addEntry')}
        </Button>
      </div>
      {isWriting && <EditEntry entry={null} onChanged={onImported} onClose={() => setIsWriting(false)} />}
    </div>
  )
}
