import { createRandom, type Random } from '#main/testing/random.ts'
import type { Database } from '#main/storage/database.ts'
import { transaction } from '#main/storage/transaction.ts'
import { plots, talkativePlots, type Plot } from './seedPlots.ts'
import { createTelling, DAY } from './seedStories.ts'
import { wordsOf, type Tongue } from './seedTexts.ts'
import { createSeedWriter, type SeedWriter } from './seedWriter.ts'

export interface ReportSeed {
  conversations: number
  /** The time at which the shop is left. */
  until: Date
  days?: number
  seed?: number
  /** About ten messages a conversation, instead of four. */
  isTalkative?: boolean
  progress?: (line: string) => void
}

const BATCH = 2000
/** Who writes how often, by hour of a day in UTC. */
const byHour = [1, 1, 1, 1, 1, 2, 4, 8, 12, 14, 14, 12, 10, 10, 11, 11, 10, 9, 9, 10, 10, 8, 4, 2]
const channels = [
  { id: 'report-mail', kind: 'email', name: 'Shop mail', share: 6 },
  { id: 'report-chat', kind: 'telegram', name: 'Telegram', share: 3 },
  { id: 'report-old', kind: 'email', name: 'Old "mail", closed', share: 1 },
] as const

/** Fills a new database with the life of a shop that has an assistant: everything that reports count occurs. */
export function seedReport(db: Database, options: ReportSeed) {
  const { conversations, until, days = 400, seed = 1, isTalkative = false, progress } = options
  const random = createRandom(seed)
  const writer = createSeedWriter(db)
  const end = until.getTime()
  const from = end - days * DAY
  putChannels(db, from, end)
  const people = createPeople(writer, random)
  const chosen = isTalkative ? talkativePlots : plots
  const starts = Array.from({ length: conversations }, () => startOf(random, from, days)).sort((a, b) => a - b)
  for (let first = 0; first < conversations; first += BATCH) {
    transaction(db, () => {
      for (const at of starts.slice(first, first + BATCH)) {
        if (at < end) tellOne(writer, random, { someone: people(at), at, until: end, plots: chosen })
      }
    })
    progress?.(`${Math.min(conversations, first + BATCH)} conversations`)
  }
}

function putChannels(db: Database, from: number, end: number) {
  const put = db.prepare(`insert into channel (id, kind, name, mode, enabled, settings, account, created_at, removed_at)
    values (?, ?, ?, 'auto', 0, '{}', 'shop@example.com', ?, ?)`)
  for (const { id, kind, name } of channels) put.run(id, kind, name, from, id === 'report-old' ? end : null)
}

function startOf(random: Random, from: number, days: number): number {
  const hours = byHour.flatMap((share, hour) => Array.from({ length: share }, () => hour))
  const day = Math.floor((from + random.below(days) * DAY) / DAY) * DAY
  return day + random.pick(hours) * (DAY / 24) + random.below(DAY / 24)
}

interface Someone {
  contactId: string
  name: string
  tongue: Tongue
  handles: Map<string, string>
}

/** A third of the conversations are with somebody who wrote before, some of them on another channel. */
function createPeople(writer: SeedWriter, random: Random) {
  const known: Someone[] = []
  return (at: number): Someone => {
    if (known.length > 0 && random.chance(0.33)) return random.pick(known)
    const tongue: Tongue = random.chance(0.3) ? 'zh' : 'en'
    const name = random.pick(wordsOf[tongue].names)
    const someone = { contactId: writer.person(name, at), name, tongue, handles: new Map<string, string>() }
    known.push(someone)
    return someone
  }
}

interface Beginning {
  someone: Someone
  at: number
  until: number
  plots: readonly Plot[]
}

function tellOne(writer: SeedWriter, random: Random, { someone, at, until, plots: possible }: Beginning) {
  const { contactId, name, tongue, handles } = someone
  const channel = random.pick(channels.flatMap(one => Array.from({ length: one.share }, () => one.id)))
  // The first parts of it: eight places alone are the same for two of a hundred thousand.
  const own = contactId.slice(0, 18)
  const address = channel === 'report-chat' ? own : `c${own}@example.com`
  const handle = handles.get(channel) ?? writer.handle(contactId, channel, address, name)
  handles.set(channel, handle)
  const conversationId = writer.conversation(channel, handle, 'A question', at)
  if (random.chance(0.01)) {
    // A mail with a one-time code: nobody wrote yet.
    writer.sent(conversationId, channel, { author: 'assistant', text: 'Your code is 123456.', at })
    return
  }
  const story = createTelling(writer, random, { conversationId, channelId: channel, tongue, at, until })
  story.received(story.question(), random.chance(0.05) ? { lateMs: 3 * 3_600_000 } : {})
  pickPlot(random, possible).tell(story)
  story.ends()
}

function pickPlot(random: Random, possible: readonly Plot[]): Plot {
  let lot = random.below(possible.reduce((sum, { weight }) => sum + weight, 0))
  for (const plot of possible) {
    lot -= plot.weight
    if (lot < 0) return plot
  }
  throw new Error('No plot')
}
