import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { fieldName } from './fieldName.ts'
import { fieldsOfInterest } from './importModel.ts'
import type { MappingRow } from './importModel.ts'

export interface MappingTableProps {
  rows: readonly MappingRow[]
  columns: readonly string[]
  onColumn: (field: string, column: string | null) => void
}

const NONE = 'none'
/** A column of a file may be called anything, `none` too. */
const valueOf = (column: string | null) => (column === null ? NONE : `column ${column}`)

/** Which column of the file is which field of ours, with what stands in it. */
export function MappingTable({ rows, columns, onColumn }: MappingTableProps) {
  const { t } = useTranslation()
  // A row stays where it is when its column is taken away, so that it can be given another one.
  const [atFirst, setAtFirst] = useState<ReadonlySet<string>>(() => new Set(fieldsOfInterest(rows)))
  const shown = rows.filter(({ field, column }) => atFirst.has(field) || column !== null)
  const options = [
    { value: NONE, label: t('orders.import.notThere') },
    ...columns.map(column => ({ value: valueOf(column), label: column })),
  ]
  const cells: TableColumn<MappingRow>[] = [
    {
      key: 'ours',
      title: t('orders.import.ours'),
      width: '11rem',
      cell: ({ field, required }) => (
        <span className="block pt-1.5 text-ink">
          {fieldName(field)}
          {required && <span className="ms-1.5 text-sm text-ink-faint">{t('orders.import.needed')}</span>}
        </span>
      ),
    },
    {
      key: 'column',
      title: t('orders.import.column'),
      width: '14rem',
      cell: ({ field, column }) => (
        <Select
          label={t('orders.import.columnOf', { field: fieldName(field) })}
          hideLabel
          ownWords
          value={valueOf(column)}
          onChange={chosen => onColumn(field, columns.find(name => valueOf(name) === chosen) ?? null)}
          options={options}
        />
      ),
    },
    {
      key: 'sample',
      title: t('orders.import.sample'),
      cell: ({ sample }) => (
        <p dir="auto" className="line-clamp-2 pt-1.5 text-sm text-ink-faint wrap-anywhere">
          {sample}
        </p>
      ),
    },
  ]
  return (
    <section className="rounded-lg border border-line bg-raised">
      <header className="px-5 pt-3 pb-2">
        <h3 className="font-semibold">{t('orders.import.mapping')}</h3>
        <p className="text-sm text-ink-faint">{t('orders.import.mappingHelp')}</p>
      </header>
      <Table label={t('orders.import.mapping')} columns={cells} rows={shown} rowKey={({ field }) => field} />
      {shown.length < rows.length && (
        <div className="border-t border-line px-3 py-1.5">
          <Button
            variant="ghost"
            size="small"
            icon={<ChevronDown aria-hidden />}
            onClick={() => setAtFirst(new Set(rows.map(({ field }) => field)))}
          >
            {t('orders.import.moreFields', { count: rows.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  )
}
