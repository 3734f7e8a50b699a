import type { Database, Statement } from './sqlite.ts'

/** What SQLite keeps: times as milliseconds, truths as 0 and 1. */
export type Cell = string | number | null | Uint8Array

export function toCell(value: string | number | boolean | Date | null): Cell {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'boolean' ? Number(value) : value
}

export function toDate(milliseconds: number): Date {
  return new Date(milliseconds)
}

export function toDateOrNull(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds)
}

const toColumn = (key: string) => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

type Change = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** Sets just the given fields, `lastMessageAt` in the column `last_message_at`; each set of fields is prepared once. */
export function createUpdate(db: Database, table: string) {
  const prepared = new Map<string, Statement>()
  return (id: string, change: Change) => {
    const values: Record<string, Cell> = {}
    for (const [key, value] of Object.entries(change)) if (value !== undefined) values[key] = toCell(value)
    const keys = Object.keys(values)
    if (keys.length === 0) return
    const sql = `update ${table} set ${keys.map(key => `${toColumn(key)} = @${key}`).join(', ')} where id = @id`
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    if (statement.run({ ...values, id }).changes === 0) throw new Error(`No ${table} has the id ${id}`)
  }
}
