import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { viewSchema, type View } from '#contract/conversation.ts'
import type { Client } from '../../e2e/client.ts'
import { memoryFigure, type Figure, type Part } from './figures.ts'
import { residentMB } from './machine.ts'
import { filledFolder, runScript, timed, withApp, type Workplace } from './shop.ts'

const PAGES = 100
const OPENED = 20
const SETTLE_MS = 4000
const BULK = 1000
const target: Figure['target'] = { of: 'p95', below: 30 }
const whileBulk: Figure['target'] = { of: 'p95', below: 250 }

/** Pages of the inbox at full size, in the store and over the wire, and the memory of the main process there. */
export async function inbox(place: Workplace, small: boolean): Promise<Part> {
  const [conversations, messages] = small ? [10_000, 100_000] : [100_000, 1_000_000]
  const data = await filledFolder(place, conversations, messages)
  place.say('reading pages ...')
  const stored = z.record(z.string(), z.array(z.number())).parse(JSON.parse(await runScript('inboxStore.ts', [data])))
  const figures: Figure[] = Object.entries(stored).map(([what, values]) => ({
    what: `page of ${what}, in the store`,
    unit: 'ms',
    values,
    target,
  }))
  await withApp(data, async ({ client }, app) => {
    await sleep(SETTLE_MS)
    figures.push(memoryFigure('after the start', residentMB(app.pid)))
    for (const view of viewSchema.options) {
      figures.push({ what: `page of "${view}", to a screen`, unit: 'ms', values: await pages(client, view), target })
    }
    const search = await timed(20, index =>
      client.conversation.list({
        view: 'all',
        limit: 50,
        text: ['kettle Berlin', '退款', 'Where is my order'][index % 3],
      }),
    )
    figures.push({ what: 'page of a search, to a screen', unit: 'ms', values: search })
    figures.push({
      what: 'counts of all views, to a screen',
      unit: 'ms',
      values: await timed(50, () => client.conversation.counts()),
    })
    const { items } = await client.conversation.list({ view: 'all', limit: OPENED })
    const opening = await timed(items.length, index => client.conversation.get({ id: items[index]?.id ?? '' }))
    figures.push({ what: 'opening a conversation, to a screen', unit: 'ms', values: opening })
    figures.push(await bulk(client))
    figures.push(
      memoryFigure(`after ${PAGES * viewSchema.options.length} pages, ${OPENED} opened`, residentMB(app.pid)),
    )
  })
  rmSync(data, { recursive: true, force: true })
  const number = (value: number) => value.toLocaleString('en')
  const sizes = `${number(conversations)} conversations, ${number(messages)} messages, 1,000 entries of knowledge, 50 rows`
  return { name: 'Inbox', sizes, figures }
}

/** Resolves and opens a thousand conversations, while a screen goes on asking for its list: how long that waits. */
async function bulk({ conversation }: Client): Promise<Figure> {
  const ids: string[] = []
  let cursor: string | null = null
  while (ids.length < BULK) {
    const page: Awaited<ReturnType<typeof conversation.list>> = await conversation.list({
      view: 'resolved',
      limit: 200,
      cursor,
    })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
    if (cursor === null) break
  }
  let isDone = false
  const acting = conversation
    .bulk({ ids: ids.slice(0, BULK), action: { kind: 'reopen' } })
    .then(({ undoId }) => conversation.undoBulk({ undoId: undoId ?? '' }))
    .finally(() => (isDone = true))
  const values: number[] = []
  while (!isDone) {
    const [value = 0] = await timed(1, () => conversation.list({ view: 'all', limit: 50 }))
    values.push(value)
  }
  await acting
  return { what: `page of "all" while ${BULK} are changed and put back`, unit: 'ms', values, target: whileBulk }
}

/** From the top down, and from the top again where a view ends. */
async function pages(client: Client, view: View): Promise<number[]> {
  let cursor: string | null = null
  return timed(PAGES, async () => {
    const page: Awaited<ReturnType<typeof client.conversation.list>> = await client.conversation.list({
      view,
      limit: 50,
      cursor,
    })
    cursor = page.nextCursor
  })
}
