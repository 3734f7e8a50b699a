import { LibraryBig, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { FileImport } from './FileImport.tsx'

export function EmptyKnowledge({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="mx-auto flex w-full max-w-[46rem] flex-col">
      <EmptyState
        icon={<LibraryBig />}
        title={t('knowledge.empty.title')}
        body={t('knowledge.empty.body')}
        action={
          <Button icon={<Plus aria-hidden />} onClick={onAdd}>
            {t('knowledge.addEntry')}
          </Button>
        }
      />
      <FileImport onImported={() => {}} />
    </div>
  )
}
