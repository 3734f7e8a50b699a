import { RefreshCw, SearchX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '#contract/knowledge.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { EntryTable } from './EntryTable.tsx'
import { askFor, PAGE_SIZE, useKnowledge } from './knowledgeStore.ts'
import { Pager } from './Pager.tsx'
import { useEntriesLoaded } from './useEntriesLoaded.ts'

export function EntriesPanel({ onOpen }: { onOpen: (entry: Entry) => void }) {
  const { t } = useTranslation()
  const reload = useEntriesLoaded()
  const { entries, query, sources } = useKnowledge()

  function body() {
    if (entries.status === 'loading') return <EntriesSkeleton />
    if (entries.status === 'failed') {
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
    if (entries.items.length > 0) {
      return (
        <EntryTable
          entries={entries.items}
          sources={sources}
          showsSource={query.sourceId === null && sources.length > 1}
          onOpen={onOpen}
        />
      )
    }
    return query.text.trim() === '' ? (
      <p className="px-5 py-10 text-center text-ink-soft">{t('knowledge.entries.noneInSource')}</p>
    ) : (
      <EmptyState icon={<SearchX />} title={t('knowledge.entries.none')} body={t('knowledge.entries.noneHelp')} />
    )
  }

  return (
    <Card flush>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3.5">
        <div className="w-full max-w-96">
          <TextField
            label={t('knowledge.entries.search')}
            placeholder={t('knowledge.entries.searchPlaceholder')}
            value={query.text}
            maxLength={200}
            onChange={text => askFor({ text })}
          />
        </div>
        <p role="status" className="pb-1.5 text-sm text-ink-faint tabular-nums">
          {entries.status === 'ready' &&
            t('knowledge.entries.count', {
              count: entries.total,
              formatted: formatNumber(entries.total, currentLanguage()),
            })}
        </p>
      </div>
      {body()}
      <Pager offset={query.offset} pageSize={PAGE_SIZE} total={entries.total} onOffset={offset => askFor({ offset })} />
    </Card>
  )
}

function EntriesSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4 p-5">
      {['a', 'b', 'c', 'd', 'e'].map(key => (
        <div key={key} className="grid grid-cols-[2fr_3fr] gap-6">
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  )
}
