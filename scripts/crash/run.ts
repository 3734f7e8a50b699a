// Kills Keepdesk again and again while mail is flowing, then counts what every customer got.
// node scripts/crash/run.ts [--cycles N] [--naive] [--json]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { command, removeFolder, startApp, temporaryFolder } from '../../e2e/app.ts'
import { connectTo } from '../../e2e/client.ts'
import { startMailServers, type MailServers } from '../../e2e/servers/mail.ts'
import { startSlowLine } from '../../e2e/servers/slowLine.ts'

const MAILS_PER_CYCLE = 2
/** Several mailboxes, because one channel sends at most 60 automatic answers an hour. */
const MAILBOXES = 5
/** Each SMTP answer is this late: a crash can fall between "accepted" and knowing it. */
const LINE_DELAY_MS = 40
const SHORTEST_LIFE_MS = 150
const LONGEST_LIFE_MS = 1100
/** So long a kill waits for the moment in which a reply was accepted and nobody knows it yet. */
const AIM_MS = 6000
const QUIET_MS = 60_000

interface Result {
  cycles: number
  naive: boolean
  questions: number
  answeredOnce: number
  /** Answered more than once. */
  twice: number
  /** Shown to the owner as "may have been sent". */
  uncertain: number
  /** Not answered, but on the owner's list. */
  withOwner: number
  /** Neither answered nor with the owner. */
  lost: number
  /** Of those that are uncertain: had in truth arrived. */
  uncertainArrived: number
  /** Replies on their way at the moment of a kill, on average. */
  inFlightPerCycle: number
  seconds: number
}

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    naive: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/** A plain generator with a seed, so that a run can be repeated. Mulberry32, public domain. */
function createRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Looks into the data folder while nobody runs on it. */
function inspect<T>(folder: string, look: (stores: ReturnType<typeof createStores>) => T): T {
  const { key: hex } = JSON.parse(readFileSync(join(folder, 'keepdesk.key'), 'utf8')) as { key: string }
  const key = Buffer.from(hex, 'hex')
  const log = { info() {}, warn() {}, error() {} }
  const db = openDatabase({ file: join(folder, 'keepdesk.db'), key, log })
  try {
    return look(createStores(db, { blobs: createBlobStore({ folder: join(folder, 'attachments'), key }) }))
  } finally {
    db.close()
  }
}

async function openShop(folder: string, mail: MailServers, smtpPort: number) {
  const faq = join(folder, 'faq.csv')
  const wordings = 'opening hours|when do you open|what time do you open|when are you open today'
  writeFileSync(faq, `id,question,answer,wordings\nopen,When are you open?,We open at nine every day.,${wordings}\n`)
  const imported = await command(['import', 'knowledge', faq, '--data-dir', join(folder, 'data')])
  if (imported.code !== 0) throw new Error(imported.stderr)
  const app = await startApp(join(folder, 'data'))
  const { client, close } = await connectTo(app.url)
  const server = {
    imapHost: mail.host,
    imapPort: mail.imapPort,
    imapSecurity: 'none',
    smtpHost: mail.host,
    smtpPort,
    smtpSecurity: 'none',
  }
  for (let number = 0; number < MAILBOXES; number += 1) {
    const settings = { address: `${shop(number)}@shop.test`, password: mail.password, ...server }
    const channel = await client.channel.create({ kind: 'email', name: `Mail ${number}`, settings })
    await client.channel.setMode({ id: channel.id, mode: 'auto' })
  }
  while ((await client.channel.list()).some(({ health }) => health.state !== 'live')) await sleep(50)
  close()
  await app.stop()
}

const customer = (number: number) => `q${number}`
const shop = (number: number) => `shop${number % MAILBOXES}`

function ask(mail: MailServers, number: number) {
  return mail.deliver({
    from: `Customer <${customer(number)}@customer.test>`,
    to: `${shop(number)}@shop.test`,
    subject: `Question ${number}`,
    text: 'Hello, when are you open?',
  })
}

/** Runs until every question is answered or with the owner. */
async function runUntilQuiet(data: string, mail: MailServers, questions: number) {
  const app = await startApp(data)
  const until = Date.now() + QUIET_MS
  while (Date.now() < until) {
    await sleep(1500)
    let open = 0
    for (let number = 0; number < questions; number += 1) {
      open += (await mail.mailbox(customer(number))).length === 0 ? 1 : 0
    }
    const { client, close } = await connectTo(await linkInto(data))
    const { items } = await client.conversation.list({ view: 'needs-me', limit: 200 })
    close()
    if (open <= items.length) break
  }
  await sleep(1500)
  await app.stop()
}

/** A start on a folder in use refuses and gives a fresh link. */
async function linkInto(data: string): Promise<string> {
  const { stderr } = await command(['serve', '--no-open', '--data-dir', data])
  const link = /Open it here: (\S+)/.exec(stderr)?.[1]
  if (!link) throw new Error(stderr)
  return link
}

async function count(data: string, mail: MailServers, questions: number) {
  const counts = { answeredOnce: 0, twice: 0, uncertain: 0, withOwner: 0, lost: 0, uncertainArrived: 0 }
  const { uncertain, waiting } = inspect(data, stores => {
    const rows = stores.outbox.inState('uncertain')
    const page = { view: 'needs-me', filter: {}, sort: 'newest', text: '', cursor: null, limit: 10_000 } as const
    return {
      uncertain: new Set(rows.map(({ conversationId }) => stores.conversations.get(conversationId)?.address)),
      waiting: new Set(stores.conversations.list(page).items.map(({ address }) => address)),
    }
  })
  for (let number = 0; number < questions; number += 1) {
    const replies = (await mail.mailbox(customer(number))).length
    const address = `${customer(number)}@customer.test`
    const isUncertain = uncertain.has(address)
    if (replies > 1) counts.twice += 1
    else if (isUncertain) {
      counts.uncertain += 1
      counts.uncertainArrived += replies
    } else if (replies === 1) counts.answeredOnce += 1
    else if (waiting.has(address)) counts.withOwner += 1
    else counts.lost += 1
  }
  return counts
}

async function run(cycles: number, naive: boolean): Promise<Result> {
  const started = Date.now()
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const mail = await startMailServers({ folder: temporaryFolder() })
  const line = await startSlowLine(mail.smtpPort, LINE_DELAY_MS)
  const random = createRandom(20261122)
  let questions = 0
  let inFlight = 0
  try {
    await openShop(folder, mail, line.port)
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const app = await startApp(data)
      const life = SHORTEST_LIFE_MS + random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS)
      const asking = Promise.all(Array.from({ length: MAILS_PER_CYCLE }, () => ask(mail, questions++)))
      // Every second kill falls where it hurts most.
      await (cycle % 2 === 0 ? sleep(life) : Promise.race([line.accepted(), sleep(AIM_MS)]))
      await app.kill()
      await asking
      inFlight += inspect(data, stores => {
        const cutOff = [...stores.outbox.inState('sending'), ...stores.outbox.inState('queued')]
        // What a program without the uncertain state does after a crash: everything that is not "sent" goes out again.
        if (naive) for (const row of cutOff) stores.outbox.update(row.id, { state: 'queued', transmittingAt: null })
        return cutOff.length
      })
      if (!values.json && (cycle + 1) % 10 === 0) console.log(`${cycle + 1} kills, ${questions} questions`)
    }
    await runUntilQuiet(data, mail, questions)
    const counts = await count(data, mail, questions)
    const seconds = Math.round((Date.now() - started) / 1000)
    return { cycles, naive, questions, ...counts, inFlightPerCycle: Number((inFlight / cycles).toFixed(2)), seconds }
  } finally {
    await line.stop()
    await mail.stop()
    removeFolder(folder)
  }
}

const result = await run(Number(values.cycles), values.naive)
console.log(values.json ? JSON.stringify(result) : result)
process.exit(!values.naive && (result.lost > 0 || result.twice > 0) ? 1 : 0)
