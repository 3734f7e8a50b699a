import { defaultSettings, settingsSchema, type Settings } from '#contract/settings.ts'
import type { SettingsStore } from '#main/ports/stores.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

export function createSettingsStore(db: Database): SettingsStore {
  const all = db.prepare<[], { key: string; value: string }>('select key, value from setting')
  const put = db.prepare<[string, string]>(
    'insert into setting (key, value) values (?, ?) on conflict do update set value = excluded.value',
  )

  /** What was read last; null after a change. */
  let known: Settings | null = null
  /** A change inside a transaction may still be undone, and holds for sure once there is none. */
  let isSure = true

  function read(): Settings {
    const stored: Record<string, unknown> = {}
    for (const { key, value } of all.all()) stored[key] = JSON.parse(value)
    const read = settingsSchema.safeParse({ ...defaultSettings, ...stored })
    if (read.success) return read.data
    // Values that another version allowed fall back; the rest stays the owner's choice.
    for (const { path } of read.error.issues) delete stored[String(path[0])]
    return settingsSchema.parse({ ...defaultSettings, ...stored })
  }

  function get(): Settings {
    isSure ||= !db.inTransaction
    if (!isSure) return read()
    known ??= Object.freeze(read())
    return known
  }

  return {
    get,
    update(change) {
      const good = settingsSchema.partial().parse(change)
      known = null
      isSure = !db.inTransaction
      transaction(db, () => {
        for (const [key, value] of Object.entries(good)) if (value !== undefined) put.run(key, JSON.stringify(value))
      })
      return get()
    },
  }
}
