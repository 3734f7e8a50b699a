import type { Figure, Part } from './figures.ts'
import { named, pairs } from './faq.ts'
import { residentMB } from './machine.ts'
import type { AskTimes } from './pipelineAsk.ts'
import type { MailTimes } from './pipelineMail.ts'
import { BATCH, ordersCsv, questionsTo } from './pipelineTexts.ts'
import type { Share } from './profile.ts'
import { catalogueFolder, runScript, timed, withApp, type Workplace } from './shop.ts'

const QUESTIONS = 300
/** How many entries, and the most milliseconds from a message to its decision; null where only the memory is looked at. */
const sizes = [
  { entries: 1_000, below: null },
  { entries: 10_000, below: 15 },
  { entries: 70_000, below: 50 },
] as const
const ORDERS = 10_000
const SINGLE = 300
const MAILS = 3_000
const WANTED_A_SECOND = 3_000

/** From a message to its decision and to the outbox, one by one and many at once. */
export async function pipeline(place: Workplace): Promise<Part> {
  const figures: Figure[] = []
  for (const { entries, below } of sizes) figures.push(...(await asked(place, entries, below)))
  const mail = await mailed(place)
  const { flood, shares } = mail
  const rate = flood.mails / flood.seconds
  return {
    name: 'Pipeline',
    sizes: `${QUESTIONS} questions each; ${ORDERS.toLocaleString('en')} orders, ${SINGLE} of them asked after; ${MAILS.toLocaleString('en')} mails in batches of ${BATCH}, ${flood.replies} of them answered`,
    figures: [
      ...figures,
      {
        what: 'order status, from receipt to outbox',
        unit: 'ms',
        values: mail.status,
        target: { of: 'p95', below: 50 },
      },
      { what: 'mails through everything, stored', unit: 'a second', values: [rate] },
      { what: '  a mail: taking it in', unit: 'ms', values: [flood.taking] },
      { what: '  a mail: understanding it', unit: 'ms', values: [flood.reading] },
      { what: '  a mail: searching, deciding, storing, queueing', unit: 'ms', values: [flood.rest] },
      {
        what: '  a mail: processor time, all threads',
        unit: 'ms',
        values: [(flood.processorSeconds * 1000) / flood.mails],
      },
    ],
    notes: [distance(rate), ...shares.filter(({ share }) => share >= 0.01).map(shareLine)],
  }
}

function distance(rate: number): string {
  return rate >= WANTED_A_SECOND
    ? `${WANTED_A_SECOND.toLocaleString('en')} mails a second are reached.`
    : `Of ${WANTED_A_SECOND.toLocaleString('en')} mails a second ${rate.toFixed(0)} are reached: ${(WANTED_A_SECOND / rate).toFixed(1)} times too slow. Where the program's own thread spends the time:`
}

function shareLine({ what, share }: Share): string {
  return `  ${(share * 100).toFixed(0).padStart(3)} %  ${what}`
}

async function asked(place: Workplace, entries: number, below: number | null): Promise<Figure[]> {
  const data = await catalogueFolder(place, entries)
  const known = pairs(entries, named)
  const texts = questionsTo(known, QUESTIONS)
  const memory = { start: 0, end: 0 }
  const screen = await withApp(data, async ({ client }, { pid }) => {
    for (const text of questionsTo(known, 20, QUESTIONS)) await client.assistant.tryQuestion({ text })
    memory.start = residentMB(pid)
    const values = await timed(QUESTIONS, index => client.assistant.tryQuestion({ text: texts[index] ?? '' }))
    memory.end = residentMB(pid)
    return values
  })
  const inside: AskTimes = JSON.parse(await runScript('pipelineAsk.ts', [data, String(entries), String(QUESTIONS)]))
  const at = `${entries.toLocaleString('en')} entries: `
  const ms = (what: string, values: readonly number[]): Figure => ({ what: at + what, unit: 'ms', values })
  const whole = ms('message to decision', inside.whole)
  return [
    below === null ? whole : { ...whole, target: { of: 'p95', below } },
    ms('  of it understanding', inside.reading),
    ms('  of it searching', inside.searching),
    ms('  of it deciding and writing', inside.deciding),
    ms('  processor time, all threads', inside.processor),
    ms('message to decision, to a screen', screen),
    { what: `${at}memory after 20 questions`, unit: 'MB', values: [memory.start] },
    { what: `${at}memory after ${QUESTIONS} more`, unit: 'MB', values: [memory.end] },
  ]
}

async function mailed(place: Workplace): Promise<MailTimes> {
  const [, { entries }] = sizes
  const data = await catalogueFolder(place, entries)
  await withApp(data, async ({ client }) => {
    const upload = { name: 'orders.csv', mime: 'text/csv', base64: Buffer.from(ordersCsv(ORDERS)).toString('base64') }
    const { previewId } = await client.orders.preview({ upload })
    await client.orders.import({ previewId })
    await client.settings.update({ shopName: 'Lamp & Co' })
  })
  place.say(`sending ${SINGLE + MAILS} mails through it ...`)
  const numbers = [entries, ORDERS, SINGLE, MAILS].map(String)
  return JSON.parse(await runScript('pipelineMail.ts', [data, ...numbers]))
}
