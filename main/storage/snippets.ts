import type { Snippet } from '#contract/snippet.ts'
import { nameKey } from '#domain/text/nameKey.ts'
import type { SnippetStore } from '#main/ports/deskStores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

type Row = Omit<Snippet, 'updatedAt'> & { updatedAt: number }

const columns = 'select id, shortcut, title, body as text, uses, updated_at as updatedAt from snippet'
const toSnippet = (row: Row): Snippet => ({ ...row, updatedAt: toDate(row.updatedAt) })

export function createSnippetStore(db: Database): SnippetStore {
  const all = db.prepare<[], Row>(`${columns} order by uses desc, shortcut_key`)
  const byId = db.prepare<[string], Row>(`${columns} where id = ?`)
  const byKey = db.prepare<[string], Row>(`${columns} where shortcut_key = ?`)
  const insert = db.prepare<[string, string, string, string, string, number]>(
    'insert into snippet (id, shortcut, shortcut_key, title, body, updated_at) values (?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare<[string, string, string, string, number, string]>(
    'update snippet set shortcut = ?, shortcut_key = ?, title = ?, body = ?, updated_at = ? where id = ?',
  )
  const remove = db.prepare<[string]>('delete from snippet where id = ?')
  const countUse = db.prepare<[string]>('update snippet set uses = uses + 1 where id = ?')
  const one = (row: Row | undefined) => (row ? toSnippet(row) : null)

  return {
    list: () => all.all().map(toSnippet),
    get: id => one(byId.get(id)),
    findByShortcut: shortcut => one(byKey.get(nameKey(shortcut))),
    insert({ id, shortcut, title, text, updatedAt }) {
      insert.run(id, shortcut, nameKey(shortcut), title, text, updatedAt.getTime())
    },
    update(id, { shortcut, title, text, updatedAt }) {
      update.run(shortcut, nameKey(shortcut), title, text, updatedAt.getTime(), id)
    },
    remove: id => remove.run(id).changes > 0,
    countUse: id => void countUse.run(id),
  }
}
