import type { PlaybookRecord, PlaybookStore } from '#main/ports/playbookStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

interface Row {
  id: string
  yaml: string | null
  enabled: number
  updatedAt: number
}

export function createPlaybookStore(db: Database): PlaybookStore {
  const columns = 'id, yaml, enabled, updated_at as updatedAt'
  const all = db.prepare<[], Row>(`select ${columns} from playbook order by id`)
  const one = db.prepare<[string], Row>(`select ${columns} from playbook where id = ?`)
  const put = db.prepare<Row>(
    'insert or replace into playbook (id, yaml, enabled, updated_at) values (@id, @yaml, @enabled, @updatedAt)',
  )
  const remove = db.prepare<[string]>('delete from playbook where id = ?')
  return {
    list: () => all.all().map(toRecord),
    get(id) {
      const row = one.get(id)
      return row ? toRecord(row) : null
    },
    put: ({ id, yaml, enabled, updatedAt }) =>
      void put.run({ id, yaml, enabled: Number(enabled), updatedAt: updatedAt.getTime() }),
    remove: id => void remove.run(id),
  }
}

function toRecord({ id, yaml, enabled, updatedAt }: Row): PlaybookRecord {
  return { id, yaml, enabled: enabled === 1, updatedAt: toDate(updatedAt) }
}
