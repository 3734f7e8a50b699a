import { FileUp, Plus, RefreshCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '#contract/knowledge.ts'
import { replaceRoute } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { EditEntry } from './EditEntry.tsx'
import { EmptyKnowledge } from './EmptyKnowledge.tsx'
import { FileImport } from './FileImport.tsx'
import { IndexNotice } from './IndexNotice.tsx'
import { KnowledgeLibrary } from './KnowledgeLibrary.tsx'
import { useKnowledge } from './knowledgeStore.ts'
import { ModelIndexNotice } from './ModelIndexNotice.tsx'
import { useKnowledgeLoaded } from './useKnowledgeLoaded.ts'
import { WordingsNotice } from './WordingsNotice.tsx'

type Open = { dialog: 'none' } | { dialog: 'import' } | { dialog: 'entry'; entry: Entry | null; question?: string }

export interface KnowledgePageProps {
  /** Opens a new entry with this question; null opens none. */
  newQuestion: string | null
}

export function KnowledgePage({ newQuestion }: KnowledgePageProps) {
  const { t } = useTranslation()
  const reload = useKnowledgeLoaded()
  const status = useKnowledge(state => state.status)
  const index = useKnowledge(state => state.index)
  const isEmpty = useKnowledge(state => state.sources.length === 0)
  const [open, setOpen] = useState<Open>(
    newQuestion === null ? { dialog: 'none' } : { dialog: 'entry', entry: null, question: newQuestion },
  )
  const close = () => {
    setOpen({ dialog: 'none' })
    // The next visit, or a reload, opens the page and not the same question again.
    if (newQuestion !== null) replaceRoute('knowledge')
  }
  const addEntry = () => setOpen({ dialog: 'entry', entry: null })

  function body() {
    if (status === 'loading') return <Skeleton className="h-96 w-full rounded-lg" />
    if (status === 'failed') {
      return (
        <EmptyState
          icon={<TriangleAlert />}
          title={t('common.loadFailedTitle')}
          body={t('common.loadFailedBody')}
          action={
            <Button icon={<RefreshCw aria-hidden />} onClick={reload}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      )
    }
    if (isEmpty) return <EmptyKnowledge onAdd={addEntry} />
    return <KnowledgeLibrary onOpen={entry => setOpen({ dialog: 'entry', entry })} />
  }

  return (
    <Page width="wide">
      <PageHeader
        title={t('knowledge.title')}
        description={t('knowledge.description')}
        actions={
          status === 'ready' && !isEmpty ? (
            <>
              <Button icon={<Plus aria-hidden />} onClick={addEntry}>
                {t('knowledge.addEntry')}
              </Button>
              <Button variant="primary" icon={<FileUp aria-hidden />} onClick={() => setOpen({ dialog: 'import' })}>
                {t('knowledge.import')}
              </Button>
            </>
          ) : undefined
        }
      />
      <div className="flex flex-1 flex-col gap-4">
        <IndexNotice index={index} />
        {index.model && <ModelIndexNotice index={index.model} />}
        <WordingsNotice />
        {body()}
      </div>
      {open.dialog === 'import' && (
        <FileImport
          onImported={close}
          frame={(content, buttons) => (
            <Dialog open onClose={close} title={t('knowledge.preview.title')} size="large" footer={buttons}>
              {content}
            </Dialog>
          )}
        />
      )}
      {open.dialog === 'entry' && <EditEntry entry={open.entry} question={open.question} onClose={close} />}
    </Page>
  )
}
