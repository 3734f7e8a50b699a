import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { fieldName } from './fieldName.ts'

type SampleRow = Readonly<Record<string, string>>

/** The first records of a file without columns, as Keepdesk reads them. */
export function SampleTable({ rows }: { rows: readonly SampleRow[] }) {
  const { t } = useTranslation()
  const fields = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const columns = fields.map<TableColumn<SampleRow>>(field => ({
    key: field,
    title: fieldName(field),
    cell: row => <bdi className="text-sm">{row[field]}</bdi>,
  }))
  return (
    <section className="rounded-lg border border-line bg-raised">
      <h3 className="px-5 pt-3 pb-2 font-semibold">{t('orders.import.firstRecords')}</h3>
      <Table
        label={t('orders.import.firstRecords')}
        rows={rows}
        rowKey={row => JSON.stringify(row)}
        columns={columns}
      />
    </section>
  )
}
