import { alwaysScheduled, channelSettingsSchema, scheduleSchema } from '#contract/channel.ts'
import type { ChannelKind, ChannelMode } from '#contract/channel.ts'
import type { ChannelRecord, ChannelStore } from '#main/ports/stores.ts'
import { createUpdate, toDate, toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'

interface Row {
  id: string
  kind: ChannelKind
  name: string
  mode: ChannelMode
  enabled: number
  schedule: string | null
  settings: string
  account: string
  cursor: string | null
  createdAt: number
  removedAt: number | null
}

const toChannel = (row: Row): ChannelRecord => ({
  ...row,
  enabled: row.enabled === 1,
  schedule: row.schedule === null ? alwaysScheduled : scheduleSchema.parse(JSON.parse(row.schedule)),
  settings: channelSettingsSchema.parse(JSON.parse(row.settings)),
  createdAt: toDate(row.createdAt),
  removedAt: toDateOrNull(row.removedAt),
})

const columns = `select id, kind, name, mode, enabled, schedule, settings, account, cursor,
  created_at as createdAt, removed_at as removedAt from channel`

export function createChannelStore(db: Database): ChannelStore {
  const present = db.prepare<[], Row>(`${columns} where removed_at is null order by no`)
  const byId = db.prepare<[string], Row>(`${columns} where id = ?`)
  const insert = db.prepare<Row>(`
    insert into channel (id, kind, name, mode, enabled, schedule, settings, account, cursor, created_at, removed_at)
    values (@id, @kind, @name, @mode, @enabled, @schedule, @settings, @account, @cursor, @createdAt, @removedAt)`)
  const update = createUpdate(db, 'channel')

  return {
    list: () => present.all().map(toChannel),
    get(id) {
      const row = byId.get(id)
      return row ? toChannel(row) : null
    },
    insert(channel) {
      insert.run({
        ...channel,
        enabled: Number(channel.enabled),
        schedule: JSON.stringify(channel.schedule),
        settings: JSON.stringify(channel.settings),
        createdAt: channel.createdAt.getTime(),
        removedAt: channel.removedAt?.getTime() ?? null,
      })
    },
    update(id, { settings, schedule, ...rest }) {
      update(id, {
        ...rest,
        settings: settings && JSON.stringify(settings),
        schedule: schedule && JSON.stringify(schedule),
      })
    },
  }
}
