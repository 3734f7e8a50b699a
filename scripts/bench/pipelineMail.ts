// A process of its own, because the database belongs to one process at a time:
// node scripts/bench/pipelineMail.ts DATA_FOLDER ENTRIES ORDERS SINGLE_MAILS MAILS
import { setTimeout as sleep } from 'node:timers/promises'
import { pairs, named } from './faq.ts'
import { mailChannel, openInside } from './inside.ts'
import { BATCH, dayOfMail, mailOf, statusQuestion } from './pipelineTexts.ts'
import { profiled, type Share } from './profile.ts'

export interface MailTimes {
  /** From receiving an order question to its answer in the outbox, one after the other. */
  status: number[]
  flood: {
    mails: number
    replies: number
    seconds: number
    /** Of all threads. */
    processorSeconds: number
    /** Milliseconds a mail. */
    taking: number
    reading: number
    /** Searching, deciding, storing and queueing: of several mails side by side. */
    rest: number
  }
  shares: Share[]
}

const WARM_UP = 40
const PROFILED = 400
const [data, ...numbers] = process.argv.slice(2)
const [entries, orders, single, mails] = numbers.map(Number)
if (!data || !entries || !orders || !single || !mails) {
  throw new Error('pipelineMail.ts DATA_FOLDER ENTRIES ORDERS SINGLE_MAILS MAILS')
}

let onQueued = () => {}
const shop = await openInside(data, { onQueued: () => onQueued() })
shop.answering.start()
let number = 0
let channelId = ''
let room = 0

/** One account answers no more than 60 in an hour by itself, so every batch comes to another one. */
async function take(texts: readonly { text: string; order: number }[]) {
  if (texts.length > room) {
    channelId = `bench-${number}`
    room = BATCH
    shop.stores.channels.insert(mailChannel(channelId))
  }
  room -= texts.length
  const messages = texts.map(({ text, order }) => mailOf(text, order, ++number))
  await shop.ingest.commit(channelId, { messages, cursor: String(number) })
}

async function untilThought() {
  while (shop.stores.work.nextDue() !== null) await sleep(2)
}

/** Throws when it is thought about and nothing is in the outbox. */
async function one(order: number): Promise<number> {
  const times: number[] = []
  const started = performance.now()
  onQueued = () => void times.push(performance.now() - started)
  await take([{ text: statusQuestion(order), order }])
  await untilThought()
  const [took] = times
  if (took === undefined) throw new Error(`"${statusQuestion(order)}" got no answer`)
  return took
}

/** First all are taken in, then all are thought about: it is one thread, so side by side it would take as long. */
async function flood(texts: readonly { text: string; order: number }[]): Promise<number> {
  const begin = performance.now()
  shop.gate.isOpen = false
  for (let start = 0; start < texts.length; start += BATCH) await take(texts.slice(start, start + BATCH))
  const taking = performance.now() - begin
  shop.gate.isOpen = true
  shop.answering.wake()
  await untilThought()
  return taking
}

for (let order = 0; order < WARM_UP; order += 1) await one(order)
const status: number[] = []
for (let index = 0; index < single; index += 1) status.push(await one((index * 31 + WARM_UP) % orders))

onQueued = () => {}
const texts = dayOfMail(pairs(entries, named), orders, mails)
const before = shop.stores.outbox.inState('queued').length
Object.assign(shop.spent, { reading: 0, searching: 0 })
const used = process.cpuUsage()
const started = performance.now()
const taking = await flood(texts)
const took = performance.now() - started
const { user, system } = process.cpuUsage(used)
const { reading } = shop.spent
const replies = shop.stores.outbox.inState('queued').length - before
const shares = await profiled(() => flood(texts.slice(0, PROFILED)))
await shop.close()

const each = (ms: number) => ms / mails
const result: MailTimes = {
  status,
  flood: {
    mails,
    replies,
    seconds: took / 1000,
    processorSeconds: (user + system) / 1e6,
    taking: each(taking),
    reading: each(reading),
    rest: each(took - taking - reading),
  },
  shares,
}
process.stdout.write(JSON.stringify(result))
