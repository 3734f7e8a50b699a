import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { filledFolder, timed, withApp, withEnvironment, type Workplace } from './shop.ts'
import type { Figure, Part } from './figures.ts'

const SETTLE_MS = 4000
const target: Figure['target'] = { of: 'p95', below: 150 }

/** What an owner types, by what makes it hard. Several of each, as the first of a kind also reads pages from the disk. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'a rare word': ['123456', '654321', '222333', '481516'],
  'a very frequent word': ['order', 'refund', 'shipping', 'the'],
  'two words': ['kettle Berlin', 'refund violet', 'invoice backpack', 'warranty Porto'],
  'four words, few have all': ['refund teapot warranty Porto', 'helmet copper address twice'],
  'a phrase': ['"where is my order"', '"available in violet"', '"teapot arrived broken"'],
  'a phrase that nobody wrote': ['"order where my"', '"violet in available"'],
  Chinese: ['退款', '发货到北京', '绿色的雨伞', '發票'],
  'a beginning of words': ['ship', 'ava', 'tra', 'wor', '订'],
  'part of a number': ['3456', '20611', '9876'],
  'with filters': [
    'refund from:anna',
    'order channel:demo',
    'lamp from:me',
    'refund after:30d',
    'order before:2025 channel:email',
    'from:assistant -order invoice',
  ],
  'a contact and a word': ['Weberini refund', '王小明 退款'],
  'a typing error': ['warrnaty', 'headpones', '退款已经处里'],
  'nothing to find': ['xylophone', 'helped paid zzzz', '龘', '"copper invoice tomorrow"'],
}
const AGAIN = 10

/** Searches over every message of a large shop, as a screen gets them, and how long the program stood still meanwhile. */
export async function search(place: Workplace, small: boolean): Promise<Part> {
  const [conversations, messages] = small ? [10_000, 100_000] : [100_000, 1_000_000]
  const data = await filledFolder(place, conversations, messages)
  const pauses = join(place.folder, 'search-loop.txt')
  const options = `--import=${join(import.meta.dirname, 'watchLoop.mjs')}`
  const figures: Figure[] = []
  const all: number[] = []
  place.say('searching ...')
  const [from, until] = await withEnvironment({ KEEPDESK_BENCH_LOOP: pauses, NODE_OPTIONS: options }, () =>
    withApp(data, async ({ client }) => {
      await sleep(SETTLE_MS)
      const began = Date.now()
      for (const [kind, texts] of Object.entries(kinds)) {
        const values = await timed(texts.length * AGAIN, index =>
          client.search.find({ text: texts[index % texts.length] ?? '' }),
        )
        all.push(...values)
        figures.push({ what: `search: ${kind}`, unit: 'ms', values })
      }
      let cursor: string | null = null
      const pages = await timed(50, async () => {
        cursor = (await client.search.find({ text: 'order', cursor })).nextCursor
      })
      figures.push({ what: 'next page of a very frequent word', unit: 'ms', values: pages })
      await sleep(500)
      return [began, Date.now()]
    }),
  )
  figures.unshift({ what: 'search, all kinds', unit: 'ms', values: all, target })
  figures.push({
    what: 'longest pause of the program, each quarter second',
    unit: 'ms',
    values: between(pauses, from, until),
  })
  rmSync(data, { recursive: true, force: true })
  const number = (value: number) => value.toLocaleString('en')
  return { name: 'Search', sizes: `${number(messages)} messages of ${number(conversations)} contacts`, figures }
}

function between(file: string, from = 0, until = 0): number[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(' ').map(Number))
    .flatMap(([at = 0, pause = 0]) => (at >= from && at <= until ? [pause] : []))
}
