import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface TableColumn<Row> {
  key: string
  title: string
  /** The title is read aloud but not shown. */
  hideTitle?: boolean
  align?: 'start' | 'end'
  /** A CSS width; one column without it takes the rest. */
  width?: string
  cell: (row: Row) => ReactNode
}

export interface TableProps<Row> {
  /** Read aloud as the table's name. */
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A click anywhere on the row; put a real button or link in one cell for the keyboard. */
  onRowClick?: (row: Row) => void
}

/** On a phone each row becomes a block, with the titles beside what belongs to them. */
export function Table<Row>({ label, columns, rows, rowKey, onRowClick }: TableProps<Row>) {
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-base max-[759px]:block">
        <thead className="max-[759px]:sr-only">
          <tr className="border-b border-line text-start text-sm text-ink-faint">
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                className={classes(
                  'px-3 py-2 font-medium first:ps-5 last:pe-5',
                  column.align === 'end' ? 'text-end' : 'text-start',
                )}
              >
                <span className={column.hideTitle ? 'sr-only' : undefined}>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-[759px]:block">
          {rows.map(row => (
            <tr
              key={rowKey(row)}
              onClick={onRowClick && (() => onRowClick(row))}
              className={classes(
                'border-b border-line align-top last:border-0 max-[759px]:block max-[759px]:py-2',
                onRowClick && 'cursor-pointer hover:bg-sunken/60',
              )}
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  className={classes(
                    'px-3 py-2.5 wrap-anywhere first:ps-5 last:pe-5 max-[759px]:flex max-[759px]:items-baseline max-[759px]:gap-3 max-[759px]:px-5 max-[759px]:py-1',
                    column.align === 'end' && 'tabular-nums min-[760px]:text-end',
                  )}
                >
                  {index > 0 && !column.hideTitle && (
                    <span aria-hidden className="hidden w-24 shrink-0 text-sm text-ink-faint max-[759px]:block">
                      {column.title}
                    </span>
                  )}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
