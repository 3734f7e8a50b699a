import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { PAGE_SIZE } from './listStore.ts'
import type { RecordList } from './listStore.ts'
import { TableSkeleton } from './TableSkeleton.tsx'

export interface ListPanelProps<Item extends { id: string }> {
  /** Whose texts it shows. */
  about: 'list' | 'products'
  list: RecordList<Item>
  columns: readonly TableColumn<Item>[]
  icon: ReactNode
  onOpen?: (item: Item) => void
  onRetry: () => void
}

/** A search field, what it finds, and the way to the next page. */
export function ListPanel<Item extends { id: string }>(props: ListPanelProps<Item>) {
  const { about, list, columns, icon, onOpen, onRetry } = props
  const { t } = useTranslation()
  const { query, status, items, total } = list.useList()
  const formatted = (value: number) => formatNumber(value, currentLanguage())

  function body() {
    if (status === 'loading') return <TableSkeleton />
    if (status === 'failed') return <LoadFailed onRetry={onRetry} />
    if (items.length > 0) {
      return (
        <Table
          label={t(`orders.tab.${about === 'list' ? 'orders' : 'products'}`)}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          onRowClick={onOpen}
        />
      )
    }
    return query.text.trim() === '' ? (
      <EmptyState icon={icon} title={t(`orders.${about}.nothingYet`)} body={t(`orders.${about}.nothingYetHelp`)} />
    ) : (
      <EmptyState icon={<SearchX />} title={t(`orders.${about}.none`)} body={t(`orders.${about}.noneHelp`)} />
    )
  }

  return (
    <Card flush>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3.5">
        <div className="w-full max-w-96">
          <TextField
            label={t(`orders.${about}.search`)}
            placeholder={t(`orders.${about}.searchPlaceholder`)}
            value={query.text}
            maxLength={200}
            onChange={text => list.askFor({ text })}
          />
        </div>
        <p role="status" className="pb-1.5 text-sm text-ink-faint tabular-nums">
          {status === 'ready' && t(`orders.${about}.count`, { count: total, formatted: formatted(total) })}
        </p>
      </div>
      {body()}
      <Pager
        offset={query.offset}
        pageSize={PAGE_SIZE}
        total={total}
        words={(from, to) =>
          t('orders.list.page', { from: formatted(from), to: formatted(to), total: formatted(total) })
        }
        onOffset={offset => list.askFor({ offset })}
      />
    </Card>
  )
}
