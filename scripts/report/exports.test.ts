import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { exportFormatSchema, type CsvRows, type ExportFormat } from '#contract/report.ts'
import { createExports } from '#main/exporters/exports.ts'
import { reportJson } from '#main/exporters/reportJson.ts'
import { createReports } from '#main/services/reports.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { openTestDatabase, quietLog, testFolder, testKey } from '#main/testing/storage.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { createStores } from '#main/storage/stores.ts'
import { join } from 'node:path'
import { seedReport } from './seed.ts'

const period = { from: '2026-03-01', to: '2026-09-30' }

/** The life of a shop, and a printer that gives back the page. */
function setUp() {
  const folder = testFolder()
  const db = openTestDatabase(folder)
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(folder, 'blobs'), key: testKey }) })
  seedReport(db, { conversations: 400, until: new Date('2026-11-15T12:00:00Z') })
  stores.settings.update({ timeZone: 'Asia/Shanghai', shopName: 'Lamp & Co' })
  const clock = createManualClock(new Date('2026-11-15T12:00:00Z'))
  const reports = createReports({
    stores,
    clock,
    log: quietLog,
    embed: async texts => texts.map(() => new Float32Array(8)),
    isAnswered: async () => false,
  })
  const files = createExports({
    stores,
    shop: () => ({ language: 'en', shopName: 'Lamp & Co', timeZone: 'Asia/Shanghai' }),
    reports,
    printer: { print: async html => new TextEncoder().encode(html) },
    clock,
  })
  return { db, stores, reports, files }
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece)
  return text
}

const all: readonly (readonly [ExportFormat, CsvRows])[] = [
  ...exportFormatSchema.options.map(format => [format, 'conversations'] as const),
  ['csv', 'messages'],
]

test('rows are as many as the report counts, and as SQL counts by itself', async () => {
  const { db, reports, files } = setUp()
  const { totals } = await reports.period({ period, compare: false })
  const options = { notes: false, personalData: true }
  const rowsOf = async (rows: CsvRows): Promise<Record<string, string>[]> =>
    parse(await whole(files.period({ period, compare: false, format: 'csv', rows, options }).pieces), {
      columns: true,
      bom: true,
    })
  const conversations = await rowsOf('conversations')
  expect(conversations).toHaveLength(totals.conversations)
  const messages = await rowsOf('messages')
  const by = (author: string) => messages.filter(row => row.Author === author).length
  expect([by('Customer'), by('Assistant of the shop'), by('Shop')]).toEqual([
    totals.messagesReceived,
    totals.messagesByAssistant,
    totals.messagesByOwner,
  ])
  const [from, to] = [Date.parse('2026-02-28T16:00:00Z'), Date.parse('2026-09-30T16:00:00Z')]
  const counted = db
    .prepare<[number, number], number>(
      `select count(*) from (select min(sent_at) as at from message where author = 'contact' and kind = 'message'
      group by conversation_id) where at >= ? and at < ?`,
    )
    .pluck()
    .get(from, to)
  expect(conversations).toHaveLength(counted ?? -1)
}, 60_000)

test('no cell is a formula, whatever customers and the shop wrote', async () => {
  const { files } = setUp()
  const options = { notes: true, personalData: true }
  for (const rows of ['conversations', 'messages'] as const) {
    const text = await whole(files.period({ period, compare: false, format: 'csv', rows, options }).pieces)
    expect(text.startsWith('\uFEFF')).toBe(true)
    const cells: string[][] = parse(text, { bom: true })
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u)
  }
}, 60_000)

test('without personal data no name and no address of a customer is left, in any format', async () => {
  const { db, stores, files } = setUp()
  // The made-up ones are parts of ids, which are no personal data.
  db.exec(`update handle set address = 'chat' || lower(hex(randomblob(5))) where channel_id = 'report-chat'`)
  db.exec(`update handle set address = lower(hex(randomblob(5))) || '@mail.example' where channel_id <> 'report-chat'`)
  // What people sign with, and the address they give in the text.
  db.exec(`update message set body = body || ' Regards, ' || (select k.name from conversation c join handle h on h.id = c.handle_id
      join contact k on k.id = h.contact_id where c.id = message.conversation_id) || ', write to ' ||
      (select h.address from conversation c join handle h on h.id = c.handle_id where c.id = message.conversation_id)
    where author = 'contact' and kind = 'message'`)
  const addresses = db.prepare<[], string>('select address from handle').pluck().all()
  const options = { notes: true, personalData: false }
  const texts: string[] = []
  for (const [format, rows] of all) {
    texts.push(await whole(files.period({ period, compare: true, format, rows, options }).pieces))
  }
  const { items } = stores.conversations.list({
    view: 'all',
    filter: {},
    sort: 'newest',
    text: '',
    cursor: null,
    limit: 12,
  })
  const names = items.map(({ contactName }) => contactName).filter(name => /\p{L}{4}/u.test(name))
  for (const { id } of items) {
    for (const format of exportFormatSchema.options) {
      const file = files.conversation({ id, format, options })
      if (file) texts.push(await whole(file.pieces))
    }
  }
  const together = texts.join('\n')
  expect(together).toContain('Contact ')
  expect(addresses.filter(address => together.includes(address))).toEqual([])
  expect(names.filter(name => together.includes(`Regards, ${name}`))).toEqual([])
}, 120_000)

test('the JSON says what it is, and tells what the columns of the tables mean', async () => {
  const { reports } = setUp()
  const document: unknown = JSON.parse(reportJson(await reports.period({ period, compare: true }), true))
  expect(document).toMatchObject({ format: 'keepdesk.report', version: 1, personalData: true, period })
  expect(document).toHaveProperty(['columns', 'messages', 0, 'key'], 'message_id')
}, 60_000)
