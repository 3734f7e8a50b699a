import { statSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeFolder, temporaryFolder } from '../../e2e/app.ts'
import type { Client } from '../../e2e/client.ts'
import { startMailServers, type MailServers } from '../../e2e/servers/mail.ts'
import { askable } from './faq.ts'
import { memoryFigure, type Figure, type Part } from './figures.ts'
import { residentMB } from './machine.ts'
import { importPairs, withApp, type Workplace } from './shop.ts'
import { now, startWire, waitedForServer, type Wire } from './wire.ts'

/** Several, because one channel sends at most 60 automatic answers an hour. */
const MAILBOXES = 5
const MAILS = 60
const GIVE_UP_MS = 30_000
const PAUSE_MS = 150

interface Mailbox {
  address: string
  imap: Wire
  smtp: Wire
}

interface Journey {
  customer: string
  mailbox: Mailbox
  /** The customer's server took the mail. */
  acceptedAt: number
}

interface Times {
  /** Until the shop's server took the reply. */
  total: number
  /** Until it lay in the customer's mailbox. */
  delivered: number
  /** Until the shop's server told Keepdesk of new mail. */
  untilTold: number
  /** Of the rest, what was not waiting for a server. */
  own: number
  received: number
  thought: number
  submitted: number
}

/** A customer's mail from "accepted" to the reply "accepted", through real servers with IDLE. */
export async function mail(place: Workplace): Promise<Part> {
  const folder = temporaryFolder()
  const servers = await startMailServers({ folder })
  const mailboxes = await Promise.all(
    Array.from({ length: MAILBOXES }, async (_, number): Promise<Mailbox> => {
      const [imap, smtp] = await Promise.all([startWire(servers.imapPort), startWire(servers.smtpPort)])
      return { address: `shop${number}@shop.test`, imap, smtp }
    }),
  )
  try {
    return await withApp(join(place.folder, 'mail'), async ({ client }, { pid }) => {
      await importPairs(client, 1000)
      for (const mailbox of mailboxes) await open(client, mailbox, servers)
      while ((await client.channel.list()).some(({ health }) => health.state !== 'live')) await sleep(50)
      await sleep(1000)
      await travel(client, servers, folder, mailboxes, -MAILBOXES, 1) // The first ones load code.
      place.say(`${MAILS} mails, one at a time ...`)
      const alone: Times[] = []
      for (let number = 0; number < MAILS; number += 1)
        alone.push(...(await travel(client, servers, folder, mailboxes, number, 1)))
      place.say(`${MAILS} mails, ${MAILBOXES} at once ...`)
      const crowded: Times[] = []
      for (let number = MAILS; number < 2 * MAILS; number += MAILBOXES) {
        crowded.push(...(await travel(client, servers, folder, mailboxes, number, MAILBOXES)))
      }
      const sizes = `1,000 entries of knowledge, ${MAILBOXES} mailboxes with IDLE, Dovecot and Exim on this machine`
      const figures = [
        ...figuresOf('one at a time', alone, 100),
        ...figuresOf(`${MAILBOXES} at once`, crowded, null),
        memoryFigure(`with ${MAILBOXES} mailboxes, after ${2 * MAILS} mails`, residentMB(pid)),
      ]
      return { name: 'Mail', sizes, figures }
    })
  } finally {
    await Promise.all(mailboxes.flatMap(({ imap, smtp }) => [imap.stop(), smtp.stop()]))
    await servers.stop()
    removeFolder(folder)
  }
}

async function open(client: Client, { address, imap, smtp }: Mailbox, servers: MailServers) {
  const settings = {
    address,
    password: servers.password,
    imapHost: servers.host,
    imapPort: imap.port,
    imapSecurity: 'none',
    smtpHost: servers.host,
    smtpPort: smtp.port,
    smtpSecurity: 'none',
  }
  const { id } = await client.channel.create({ kind: 'email', name: address, settings })
  await client.channel.setMode({ id, mode: 'auto' })
}

/** Sends so many mails at once, each to its own mailbox, and waits for all the replies. */
async function travel(
  client: Client,
  servers: MailServers,
  folder: string,
  mailboxes: readonly Mailbox[],
  first: number,
  count: number,
): Promise<Times[]> {
  const journeys = await Promise.all(
    Array.from({ length: count }, async (_, offset): Promise<Journey> => {
      const number = first + offset
      const mailbox = mailboxes.at(number % mailboxes.length)
      if (!mailbox) throw new Error('No mailbox')
      mailbox.smtp.dialogues.length = 0
      for (const dialogue of mailbox.imap.dialogues) dialogue.chunks.length = 0
      const customer = `customer${number}`
      const text = `Hello,\n\n${askable[Math.abs(number) % askable.length] ?? ''}\n\nThank you\nAnna`
      const from = `Anna <${customer}@customer.test>`
      await servers.deliver({ from, to: mailbox.address, subject: `Question ${number}`, text })
      return { customer, mailbox, acceptedAt: now() }
    }),
  )
  const arrivals = await Promise.all(journeys.map(({ customer }) => arrival(join(folder, 'mail', customer, 'new'))))
  // The copy in Sent is filed meanwhile.
  await sleep(PAUSE_MS)
  return Promise.all(journeys.map((journey, index) => timesOf(client, journey, arrivals[index] ?? 0)))
}

/** When the mail lay in the folder. */
async function arrival(maildir: string): Promise<number> {
  const until = Date.now() + GIVE_UP_MS
  for (;;) {
    const [file] = readdirSafe(maildir)
    if (file) return statSync(join(maildir, file)).ctimeMs
    if (Date.now() > until) throw new Error(`No reply in ${maildir} within ${GIVE_UP_MS / 1000} s`)
    await sleep(10)
  }
}

function readdirSafe(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // Nobody wrote to this customer yet.
  }
}

async function timesOf(client: Client, { customer, mailbox, acceptedAt }: Journey, arrivedAt: number): Promise<Times> {
  const { items } = await client.conversation.list({ view: 'all', limit: 20 })
  const conversation = items.find(({ address }) => address === `${customer}@customer.test`)
  if (!conversation) throw new Error(`No conversation with ${customer}`)
  const { messages } = await client.conversation.get({ id: conversation.id })
  const question = messages.find(({ direction }) => direction === 'incoming')
  const reply = messages.find(({ direction, kind }) => direction === 'outgoing' && kind === 'message')
  if (!question || !reply) throw new Error(`No reply to ${customer}`)
  const committedAt = question.receivedAt.getTime()
  const queuedAt = reply.sentAt.getTime()

  const reading = mailbox.imap.dialogues.find(({ chunks }) => chunks.some(isNews))
  const told = reading?.chunks.find(isNews)
  const sending = mailbox.smtp.dialogues[0]
  const bodyAt = sending?.chunks.findIndex(({ from, text }) => from === 'server' && text.startsWith('354')) ?? -1
  const body = sending?.chunks
    .slice(bodyAt + 1)
    .findLast(({ from, text }) => from === 'keepdesk' && !/^QUIT/i.test(text))
  const taken = body && sending?.chunks.find(({ from, at }) => from === 'server' && at >= body.at)
  if (!reading || !told || !sending || !body || !taken) throw new Error(`The wire did not see the reply to ${customer}`)
  const waited = waitedForServer(reading, told.at, committedAt) + waitedForServer(sending, sending.openedAt, body.at)
  return {
    total: taken.at - acceptedAt,
    delivered: arrivedAt - acceptedAt,
    untilTold: told.at - acceptedAt,
    own: body.at - told.at - waited,
    received: committedAt - told.at - waitedForServer(reading, told.at, committedAt),
    thought: queuedAt - committedAt,
    submitted: body.at - queuedAt - waitedForServer(sending, sending.openedAt, body.at),
  }
}

const isNews = ({ from, text }: { from: string; text: string }) => from === 'server' && /^\* \d+ EXISTS/m.test(text)

/** At once, Keepdesk's own part of one mail holds waiting for the other mails too, so only the whole has a target there. */
function figuresOf(how: string, times: readonly Times[], ownBelow: number | null): Figure[] {
  const of = (key: keyof Times) => times.map(time => time[key])
  return [
    {
      what: `${how}: mail accepted to reply accepted`,
      unit: 'ms',
      values: of('total'),
      target: { of: 'p95', below: 2000 },
    },
    { what: `${how}: to the customer's mailbox`, unit: 'ms', values: of('delivered') },
    { what: '  until the server told of new mail', unit: 'ms', values: of('untilTold') },
    {
      what: "  Keepdesk's own part",
      unit: 'ms',
      values: of('own'),
      ...(ownBelow === null ? {} : { target: { of: 'p95', below: ownBelow } as const }),
    },
    { what: '    told to committed', unit: 'ms', values: of('received') },
    { what: '    committed to answer queued', unit: 'ms', values: of('thought') },
    { what: '    queued to handed over', unit: 'ms', values: of('submitted') },
  ]
}
