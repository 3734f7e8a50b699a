import { useTranslation } from 'react-i18next'
import type { Entry, Source } from '#contract/knowledge.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { useSourceName } from './useSourceName.ts'

export interface EntryTableProps {
  entries: readonly Entry[]
  sources: readonly Source[]
  /** Which source an entry is from is worth a column only when several are shown. */
  showsSource: boolean
  onOpen: (entry: Entry) => void
}

export function EntryTable({ entries, sources, showsSource, onOpen }: EntryTableProps) {
  const { t } = useTranslation()
  const nameOf = useSourceName()
  const question: TableColumn<Entry> = {
    key: 'question',
    title: t('knowledge.entries.question'),
    width: '38%',
    cell: entry => (
      <div className="min-w-40">
        <button
          type="button"
          dir="auto"
          aria-label={t('knowledge.entries.open', { question: entry.question })}
          className="rounded-sm text-start font-medium text-ink"
          onClick={event => {
            event.stopPropagation()
            onOpen(entry)
          }}
        >
          {entry.question}
        </button>
        {entry.tags.length > 0 && (
          <div className="mt-1 flex flex-wrap gap-1">
            {entry.tags.map(tag => (
              <Badge key={tag} tone="neutral">
                {tag}
              </Badge>
            ))}
          </div>
        )}
      </div>
    ),
  }
  const answer: TableColumn<Entry> = {
    key: 'answer',
    title: t('knowledge.entries.answer'),
    cell: entry => (
      <p dir="auto" className="line-clamp-2 min-w-48 text-ink-soft">
        {entry.answer}
      </p>
    ),
  }
  const source: TableColumn<Entry> = {
    key: 'source',
    title: t('knowledge.entries.source'),
    width: '9rem',
    cell: entry => {
      const found = sources.find(({ id }) => id === entry.sourceId)
      return <span className="line-clamp-2 text-sm text-ink-faint">{found && nameOf(found)}</span>
    },
  }
  return (
    <Table
      label={t('knowledge.entries.title')}
      columns={showsSource ? [question, answer, source] : [question, answer]}
      rows={entries}
      rowKey={entry => entry.id}
      onRowClick={onOpen}
    />
  )
}
