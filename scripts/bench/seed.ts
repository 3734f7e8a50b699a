import { createHash } from 'node:crypto'
import { openDatabase, type Database } from '#main/storage/database.ts'
import { prepareMessageWrites } from '#main/storage/messageWrites.ts'
import { createSearchFilling } from '#main/storage/searchFilling.ts'
import { createSearchIndex } from '#main/storage/searchIndex.ts'
import { transaction } from '#main/storage/transaction.ts'
import type { NewMessage } from '#main/ports/stores.ts'
import { createSpeaker, type Speaker } from './seedText.ts'

export interface SeedOptions {
  file: string
  key: Uint8Array
  conversations: number
  messages: number
  /** The first so many are this long. */
  long?: { conversations: number; messages: number }
  /** The newest message's time. */
  until?: Date
  progress?: (line: string) => void
}

interface Plan {
  id: string
  handleId: string
  contactId: string
  channelId: string
  isChinese: boolean
  count: number
  last: NewMessage | null
}

const DAY = 86_400_000
const SPAN_DAYS = 730
const BATCH = 50_000
const quiet = { info() {}, warn() {}, error() {} }

/** Fills a new database with the traffic of two years: two channels, most conversations finished, a few waiting. */
export function seed(options: SeedOptions) {
  const { file, key, conversations, messages, long, until = new Date(), progress = () => {} } = options
  const started = performance.now()
  const say = (what: string) => progress(`${((performance.now() - started) / 1000).toFixed(1)} s: ${what}`)
  const speaker = createSpeaker(conversations * 31 + messages)
  const plans = planConversations(speaker, conversations, messages)
  for (const plan of plans.slice(0, long?.conversations ?? 0)) plan.count = long?.messages ?? plan.count
  const db = openDatabase({ file, key, log: quiet })
  try {
    db.pragma('cache_size = -400000')
    const from = until.getTime() - SPAN_DAYS * DAY
    putChannels(db, from)
    putMessages(db, speaker, plans, from, until.getTime())
    say('messages written')
    finish(db, speaker, plans)
    say('conversations brought up to date')
    putSearch(db, plans)
    say('full text written')
  } finally {
    db.close()
  }
  say('closed')
}

/** Ids of the first conversations, which may be the long ones. */
export function longIds(count: number): string[] {
  return Array.from({ length: count }, (_, number) => idOf('conversation', number))
}

/** Looks like a UUID version 7 and sorts like one. */
function idOf(kind: string, number: number): string {
  const hex = createHash('sha256').update(`${kind}${number}`).digest('hex')
  return `${number.toString(16).padStart(8, '0')}-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}

/** Most are short, a few are very long. */
function planConversations(speaker: Speaker, conversations: number, messages: number): Plan[] {
  const plans = Array.from({ length: conversations }, (_, number): Plan => ({
    id: idOf('conversation', number),
    handleId: idOf('handle', number),
    contactId: idOf('contact', number),
    channelId: number % 50 === 0 ? 'seed-demo' : 'seed-email',
    isChinese: speaker.isChinese(),
    count: 1,
    last: null,
  }))
  for (let rest = messages - conversations; rest > 0; rest -= 1) {
    const share = speaker.below(conversations) * (speaker.below(1000) / 1000)
    const plan = plans[Math.floor(share)]
    if (plan) plan.count += 1
  }
  return plans
}

function putChannels(db: Database, from: number) {
  const put = db.prepare(`insert into channel (id, kind, name, mode, enabled, settings, account, created_at)
    values (?, ?, ?, 'draft', 0, '{}', 'shop@example.com', ?)`)
  put.run('seed-email', 'email', 'Email', from)
  put.run('seed-demo', 'demo', 'Demo', from)
}

/** In the order of time, all conversations mixed, as they would have come. */
function putMessages(db: Database, speaker: Speaker, plans: Plan[], from: number, until: number) {
  const begin = prepareBeginnings(db, speaker)
  const write = prepareMessageWrites(db)
  const putRef = db.prepare('insert into conversation_ref (channel_id, ref, conversation_id) values (?, ?, ?)')
  const putOutbox = db.prepare(`insert into outbox (id, message_id, conversation_id, channel_id, state, attempts,
    created_at, not_before, remote_id, copy_pending) values (?, ?, ?, ?, 'sent', 1, ?, ?, ?, 0)`)
  const order = timeline(speaker, plans, from, until)
  for (let start = 0; start < order.length; start += BATCH) {
    transaction(db, () => {
      order.slice(start, start + BATCH).forEach(({ plan, at }, offset) => {
        if (!plan.last) begin(plan, at)
        const message = messageOf(speaker, plan, idOf('message', start + offset), at)
        write(message)
        putRef.run(plan.channelId, `<${message.id}@example.com>`, plan.id)
        if (message.direction === 'outgoing') {
          putOutbox.run(`o${message.id}`, message.id, plan.id, plan.channelId, at, at, message.remoteId)
        }
        plan.last = message
      })
    })
  }
}

function timeline(speaker: Speaker, plans: Plan[], from: number, until: number) {
  const order: { plan: Plan; at: number }[] = []
  for (const plan of plans) {
    const first = from + speaker.below(until - from)
    const span = Math.min(until - first, plan.count * DAY)
    for (let n = 0; n < plan.count; n += 1) order.push({ plan, at: first + speaker.below(span + 1) })
  }
  return order.sort((a, b) => a.at - b.at)
}

function prepareBeginnings(db: Database, speaker: Speaker) {
  const putContact = db.prepare('insert into contact (id, name, created_at) values (?, ?, ?)')
  const putHandle = db.prepare('insert into handle (id, contact_id, channel_id, address, name) values (?, ?, ?, ?, ?)')
  const putConversation = db.prepare(`insert into conversation (id, channel_id, handle_id, subject, status, handler,
    unread, last_message_at, preview, reply_context, created_at) values (?, ?, ?, ?, 'open', 'assistant', 0, ?, '', 'null', ?)`)
  let people = 0
  return (plan: Plan, at: number) => {
    const name = speaker.name(plan.isChinese)
    const address = `${plan.isChinese ? 'kehu' : name.toLowerCase().replace(/[^a-z]+/g, '.')}${people++}@example.com`
    putContact.run(plan.contactId, name, at)
    putHandle.run(plan.handleId, plan.contactId, plan.channelId, address, name)
    putConversation.run(plan.id, plan.channelId, plan.handleId, speaker.subject(plan.isChinese), at, at)
  }
}

function messageOf(speaker: Speaker, plan: Plan, id: string, at: number): NewMessage {
  const isIncoming = plan.last?.direction !== 'incoming' || speaker.below(5) === 0
  return {
    id,
    conversationId: plan.id,
    kind: 'message',
    direction: isIncoming ? 'incoming' : 'outgoing',
    author: isIncoming ? 'contact' : speaker.below(3) === 0 ? 'owner' : 'assistant',
    text: isIncoming ? speaker.question(plan.isChinese) : speaker.reply(plan.isChinese),
    quoted: null,
    html: null,
    sentAt: new Date(at),
    receivedAt: new Date(at),
    automated: null,
    remoteId: `<${id}@example.com>`,
    answerId: null,
    activity: null,
    attachments: [],
  }
}

/** The state each conversation was left in: 84 % resolved, 5 % snoozed, the rest open, a fifth of those with the owner. */
function finish(db: Database, speaker: Speaker, plans: Plan[]) {
  const update = db.prepare(`update conversation set last_message_at = ?, preview = ?, status = ?, handler = ?,
    handoff_reason = ?, waiting_since = ?, snoozed_until = ?, unread = ? where id = ?`)
  const suggest = db.prepare(`insert into suggestion (id, conversation_id, message_id, answer_id, body, created_at)
    values (?, ?, ?, '', ?, ?)`)
  transaction(db, () => {
    for (const { id, last, isChinese } of plans) {
      if (!last) continue
      const at = last.sentAt.getTime()
      const lot = speaker.below(100)
      const status = lot < 84 ? 'resolved' : lot < 89 ? 'snoozed' : 'open'
      const isOwners = lot >= 98
      const waiting = status === 'open' && last.direction === 'incoming' ? at : null
      update.run(
        at,
        last.text.slice(0, 140),
        status,
        isOwners ? 'owner' : 'assistant',
        isOwners ? 'no-knowledge' : null,
        waiting,
        status === 'snoozed' ? at + 30 * DAY : null,
        waiting === null ? 0 : 1,
        id,
      )
      if (lot === 97) suggest.run(`s${id}`, id, last.id, speaker.reply(isChinese), at)
    }
  })
}

/** By conversation, not by time: the full-text index is built many times faster when row numbers rise. */
function putSearch(db: Database, plans: Plan[]) {
  const search = createSearchIndex(db)
  const messages = db.prepare<[string], { no: number; number: number; body: string }>(`
    select c.no, m.number, m.body from conversation c join message m on m.conversation_id = c.id
    where c.id = ? order by m.number`)
  const contacts = plans.map(({ contactId }) => contactId)
  const inOrder = db.prepare<[], string>('select id from conversation order by no').pluck().all()
  transaction(db, () => {
    for (const id of inOrder) {
      search.putConversation(id)
      for (const { no, number, body } of messages.all(id)) search.putMessage(no, number, body)
    }
  })
  transaction(db, () => {
    for (const id of contacts) search.putContactAlone(id)
  })
  const { fill } = createSearchFilling(db)
  while (fill(BATCH));
}
