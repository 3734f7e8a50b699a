import { MessageSquareText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useSnippets } from '#renderer/rpc/snippetList.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { SnippetDialog } from './SnippetDialog.tsx'
import { SnippetRow } from './SnippetRow.tsx'

/** The owner's saved texts: looked through, added, changed, deleted. */
export function SnippetsManager() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { snippets, hasFailed } = useSnippets()
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null)
  const [doomed, setDoomed] = useState<Snippet | null>(null)
  const remove = async () => {
    if (doomed === null) return
    try {
      await rpc.snippet.remove({ id: doomed.id })
    } catch {
      showToast({ tone: 'bad', text: t('snippets.failed') })
    }
    setDoomed(null)
  }
  const hasSome = (snippets?.length ?? 0) > 0
  const add = (
    <Button
      size={hasSome ? 'small' : 'medium'}
      variant={hasSome ? 'secondary' : 'primary'}
      icon={<Plus aria-hidden />}
      onClick={() => setEdited('new')}
    >
      {t('snippets.add')}
    </Button>
  )
  return (
    <Card title={t('snippets.title')} description={t('snippets.description')} actions={hasSome ? add : undefined} flush>
      {snippets === null && !hasFailed && (
        <div role="status" aria-label={t('snippets.loading')} className="flex flex-col gap-2 px-5 pb-5">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
      )}
      {snippets === null && hasFailed && (
        <div className="px-5 pb-5">
          <Banner tone="bad">{t('snippets.loadFailed')}</Banner>
        </div>
      )}
      {snippets?.length === 0 && (
        <div className="flex">
          <EmptyState
            icon={<MessageSquareText />}
            title={t('snippets.empty.title')}
            body={t('snippets.empty.body')}
            action={add}
          />
        </div>
      )}
      {snippets !== null && snippets.length > 0 && (
        <ul aria-label={t('snippets.list')} className="border-t border-line">
          {snippets.map(snippet => (
            <SnippetRow
              key={snippet.id}
              snippet={snippet}
              onEdit={() => setEdited(snippet)}
              onRemove={() => setDoomed(snippet)}
            />
          ))}
        </ul>
      )}
      {edited !== null && <SnippetDialog snippet={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      <ConfirmDialog
        open={doomed !== null}
        title={t('snippets.removeTitle', { name: doomed?.shortcut ?? '' })}
        body={t('snippets.removeBody')}
        confirmLabel={t('snippets.removeConfirm')}
        danger
        onConfirm={remove}
        onClose={() => setDoomed(null)}
      />
    </Card>
  )
}
