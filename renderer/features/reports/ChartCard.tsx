import { Table2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'

export interface NumberTable {
  head: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly string[])[]
}

export interface ChartCardProps {
  title: string
  description?: string
  children: ReactNode
  /** The numbers behind the drawing: always read aloud, seen on demand. */
  table: NumberTable
}

export function ChartCard({ title, description, children, table }: ChartCardProps) {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  const tableId = useId()
  return (
    <Card
      title={title}
      description={description}
      actions={
        <Button
          size="small"
          variant="ghost"
          icon={<Table2 aria-hidden />}
          aria-expanded={isShown}
          aria-controls={tableId}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isShown ? 'reports.table.hide' : 'reports.table.show')}
        </Button>
      }
    >
      {children}
      <div
        id={tableId}
        className={classes(isShown ? 'mt-4 max-h-96 overflow-auto' : 'sr-only')}
        tabIndex={isShown ? 0 : undefined}
        role="group"
        aria-label={title}
      >
        <Numbers label={title} table={table} />
      </div>
    </Card>
  )
}

export function Numbers({ label, table: { head, rows } }: { label: string; table: NumberTable }) {
  return (
    <table aria-label={label} className="w-full border-collapse text-sm tabular-nums">
      <thead>
        <tr className="border-b border-line text-ink-faint">
          {head.map((name, index) => (
            <th
              key={index}
              scope="col"
              className={classes('py-1.5 pe-3 font-medium last:pe-0', index === 0 ? 'text-start' : 'text-end')}
            >
              {name === '' ? <span className="sr-only">{label}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells], index) => (
          <tr key={index} className="border-b border-line last:border-0">
            <th scope="row" dir="auto" className="py-1.5 pe-3 text-start font-normal wrap-anywhere">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td key={at} className="py-1.5 pe-3 text-end last:pe-0">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
