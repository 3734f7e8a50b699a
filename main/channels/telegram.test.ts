import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publishedSchema, startTelegramServer } from '../../e2e/servers/telegram.ts'
import type { TelegramServer } from '../../e2e/servers/telegram.ts'
import type { ChannelSettings } from '#contract/channel.ts'
import type {
  Batch,
  ChannelContext,
  ChannelFault,
  IncomingMessage,
  OutgoingMessage,
  RunContext,
} from '#main/ports/channel.ts'
import type { Clock } from '#main/ports/clock.ts'
import { telegram } from './telegram.ts'

let server: TelegramServer
beforeAll(() => {
  if (publishedSchema() === null) process.stderr.write('telegram.test.ts: the published Bot API schema is not here\n')
})
beforeEach(async () => {
  server = await startTelegramServer()
})
afterEach(async () => {
  await server.stop()
  expect(server.violations).toEqual([])
})

/** Sleeps of retries are skipped; time limits of requests never pass. */
const clock: Clock = {
  now: () => new Date('2026-11-22T10:00:00Z'),
  sleep: (ms, signal) =>
    ms <= 10_000
      ? Promise.resolve()
      : new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true })),
}

/** Every time limit passes after a tenth of a second. */
const hurried: Clock = { ...clock, sleep: () => new Promise(resolve => setTimeout(resolve, 100)) }

function contextOf(settings: ChannelSettings, shop: Clock = clock): ChannelContext<ChannelSettings> {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  return { channelId: 'c1', settings, fetch: (url, init) => fetch(url, init), clock: shop, log }
}

const settings = () => ({ botToken: server.token, apiRoot: server.apiRoot })

/** Runs the channel until `enough` says so; returns what it stored. */
async function runUntil(
  enough: (stored: IncomingMessage[], batches: Batch[]) => boolean,
  more: {
    cursor?: string | null
    commit?: (batch: Batch) => Promise<void>
    settings?: ChannelSettings
    shop?: Clock
  } = {},
) {
  const stored: IncomingMessage[] = []
  const batches: Batch[] = []
  const alive: string[] = []
  const stop = new AbortController()
  const context: RunContext<ChannelSettings> = {
    ...contextOf(more.settings ?? settings(), more.shop),
    cursor: more.cursor ?? null,
    alive: state => {
      alive.push(state)
      if (enough(stored, batches)) stop.abort()
    },
    receipt() {},
    typing() {},
    async commit(batch) {
      await more.commit?.(batch)
      batches.push(batch)
      stored.push(...batch.messages)
      if (enough(stored, batches)) stop.abort()
      return { fresh: batch.messages.length, duplicate: 0 }
    },
  }
  await telegram.run(context, stop.signal)
  return { stored, batches, alive, cursor: batches.at(-1)?.cursor ?? null }
}

const chat = { id: 5001, type: 'private', first_name: 'Mia' }
const from = { id: 5001, is_bot: false, first_name: 'Mia', last_name: 'Lund' }
const pushMessage = (parts: Record<string, unknown>) =>
  server.push({ message: { message_id: 900, date: 1_790_000_000, chat, from, ...parts } })
const received = async (parts: Record<string, unknown>) => {
  pushMessage(parts)
  const { stored } = await runUntil((_, batches) => batches.length > 0)
  return stored[0]
}

function outgoing(more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    outboxId: 'o1',
    to: { address: '5001', name: 'Mia' },
    subject: '',
    text: 'We open at *ten*.',
    attachments: [],
    replyContext: { chatId: 5001, messageId: 900 },
    automatic: true,
    createdAt: new Date(),
    attempt: 1,
    transmitting: () => {},
    ...more,
  }
}
const send = (more: Partial<OutgoingMessage> = {}, shop?: Clock) =>
  telegram.send(contextOf(settings(), shop), outgoing(more), new AbortController().signal)
const faultOf = async (work: Promise<unknown>): Promise<ChannelFault> =>
  work.then(
    () => Promise.reject(new Error('It went through')),
    (fault: ChannelFault) => fault,
  )
const photo = (id: string) => [
  { file_id: 'small', file_unique_id: 's', width: 90, height: 60 },
  { file_id: id, file_unique_id: 'b', width: 900, height: 600, file_size: 4 },
]

describe('receiving', () => {
  test('a text becomes a message of the chat it came in', async () => {
    expect(await received({ text: '你好 👋 מחיר?' })).toMatchObject({
      remoteId: '900',
      threadRefs: ['chat:5001'],
      ownRefs: ['chat:5001'],
      from: { address: '5001', name: 'Mia Lund' },
      text: '你好 👋 מחיר?',
      automated: null,
      sentAt: new Date(1_790_000_000_000),
      replyContext: { chatId: 5001, messageId: 900 },
    })
  })

  test('Telegram is told to forget an update only after it was stored', async () => {
    server.pushText('first')
    let waitingAtCommit = 0
    await runUntil((_, batches) => batches.length > 0, {
      commit: async () => {
        await new Promise(resolve => setTimeout(resolve, 50))
        waitingAtCommit = server.pending()
      },
    })
    expect(waitingAtCommit).toBe(1)
  })

  test('a message whose storing failed comes again after the next connection, with the same key', async () => {
    server.pushText('keep me')
    const full = () => Promise.reject(new Error('disk full'))
    await expect(runUntil(() => false, { commit: full })).rejects.toThrow('disk full')
    const { stored, cursor } = await runUntil(messages => messages.length > 0)
    expect(stored.map(message => message.text)).toEqual(['keep me'])
    const again = await runUntil((_, batches) => batches.length > 0 || server.pending() === 0, { cursor })
    expect(again.stored).toEqual([])
  })

  test('more than one page waiting arrives in order, and the state says so', async () => {
    for (let number = 1; number <= 230; number++) server.pushText(`message ${number}`)
    const { stored, alive } = await runUntil(messages => messages.length === 230)
    expect(stored.map(message => message.text)).toEqual(Array.from({ length: 230 }, (_, i) => `message ${i + 1}`))
    expect(alive.slice(0, 3)).toEqual(['catching-up', 'catching-up', 'live'])
  })

  test('a message written while the poll is waiting arrives at once', async () => {
    const started = Date.now()
    setTimeout(() => server.pushText('now'), 100)
    await runUntil(messages => messages.length > 0)
    expect(Date.now() - started).toBeLessThan(2000)
  })

  test('another bot in the same channel starts from its own beginning, with keys of its own', async () => {
    server.pushText('to the new bot')
    const { stored } = await runUntil(messages => messages.length > 0, { cursor: '7000000099:999999' })
    expect(stored[0]?.dedupeKeys).toEqual(['7000000001:update:100001', '7000000001:chat:5001:msg:1'])
  })

  test('groups, the start button, pins and unknown updates are passed over without stopping', async () => {
    server.push({
      message: { message_id: 1, date: 1, chat: { id: -9, type: 'group', title: 'Fans' }, from, text: 'hi all' },
    })
    pushMessage({ text: '/start shop', entities: [{ type: 'bot_command', offset: 0, length: 6 }] })
    pushMessage({ pinned_message: { message_id: 3, date: 0, chat } })
    server.pushText('a real question')
    const { stored } = await runUntil(messages => messages.length > 0)
    expect(stored.map(message => message.text)).toEqual(['a real question'])
  })

  test('a message of an unknown kind is named, and the next one still arrives', async () => {
    pushMessage({ story: { chat, id: 4 } })
    server.pushText('and this')
    const { stored } = await runUntil(messages => messages.length === 2)
    expect(stored[0]?.text).toContain('cannot be shown here')
    expect(new TextDecoder().decode(stored[0]?.raw)).toContain('"story":{')
    expect(stored[1]?.text).toBe('and this')
  })

  test('a part with a shape of the future is left out and the words are kept', async () => {
    const shape = { message_id: 7, date: 1, chat, from, text: 'hello', photo: 'now a string' }
    const { arrivalsOf } = await import('./telegram/incoming.ts')
    const [arrival] = arrivalsOf([{ update_id: 1, message: shape }], '1')
    expect(arrival?.message.text).toBe('hello')
    expect(arrivalsOf([{ update_id: 2, message: { text: 'no chat' } }], '1')).toEqual([])
  })

  test('another bot and an away message are marked as machines', async () => {
    server.pushText('beep', { id: 8, firstName: 'Robo', isBot: true })
    pushMessage({ text: 'I am away', is_from_offline: true })
    const { stored } = await runUntil(messages => messages.length === 2)
    expect(stored.map(message => message.automated)).toEqual(['bot', 'auto-reply'])
  })

  test('an edited text arrives as news; a moving location does not', async () => {
    const edited = { message_id: 900, date: 1, edit_date: 1_790_000_100, chat, from }
    server.push({ edited_message: { ...edited, location: { latitude: 1.5, longitude: 2.5 } } })
    server.push({ edited_message: { ...edited, text: 'size L, not M' } })
    const { stored } = await runUntil(messages => messages.length > 0)
    expect(stored[0]).toMatchObject({ text: '✏️ size L, not M', sentAt: new Date(1_790_000_100_000) })
    expect(stored[0]?.dedupeKeys[1]).toContain(':edit:')
  })

  test.each([
    [
      {
        sticker: {
          file_id: 's',
          file_unique_id: 's',
          type: 'regular',
          width: 1,
          height: 1,
          is_animated: false,
          is_video: false,
          emoji: '🙏',
        },
      },
      '🙏',
    ],
    [{ location: { latitude: 44.6, longitude: -63.5 } }, 'mlat=44.6&mlon=-63.5'],
    [{ contact: { phone_number: '+1 902 555 0142', first_name: 'Ana', last_name: 'Li' } }, '👤 Ana Li +1 902 555 0142'],
    [
      { text: '看这里 please', entities: [{ type: 'text_link', offset: 0, length: 3, url: 'https://x.example/a' }] },
      '看这里 (https://x.example/a) please',
    ],
  ])('content without plain words is put into words: %j', async (parts, words) => {
    expect((await received(parts))?.text).toContain(words)
  })

  test('what the customer answers to is kept as a quotation', async () => {
    const reply_to_message = { message_id: 5, date: 1, chat, text: 'Blue or green?' }
    expect(await received({ text: 'blue', reply_to_message })).toMatchObject({ text: 'blue', quoted: 'Blue or green?' })
  })
})

describe('files', () => {
  test('the largest size of a photo is fetched before the message is stored', async () => {
    const id = server.addFile(new Uint8Array([1, 2, 3, 4]))
    const message = await received({ photo: photo(id), caption: 'broken handle' })
    expect(message).toMatchObject({ text: 'broken handle' })
    expect(message?.attachments).toEqual([
      {
        name: 'photo-900.jpg',
        mime: 'image/jpeg',
        contentId: null,
        inline: false,
        content: new Uint8Array([1, 2, 3, 4]),
        bytes: 4,
        missing: null,
      },
    ])
  })

  test('photos sent together are one message', async () => {
    const ids = [server.addFile(new Uint8Array([1])), server.addFile(new Uint8Array([2]))]
    for (const [index, id] of ids.entries()) {
      pushMessage({
        message_id: 900 + index,
        photo: photo(id),
        media_group_id: 'g',
        ...(index === 0 && { caption: 'both cracked' }),
      })
    }
    const { stored } = await runUntil((_, batches) => batches.length > 0)
    expect(stored).toHaveLength(1)
    expect(stored[0]).toMatchObject({ text: 'both cracked' })
    expect(stored[0]?.attachments.map(({ content }) => content?.[0])).toEqual([1, 2])
    expect(stored[0]?.dedupeKeys).toHaveLength(4)
  })

  test('a file that is gone, unknown or too big is named as missing and holds nothing up', async () => {
    const gone = {
      file_id: server.addFile('gone'),
      file_unique_id: 'u',
      file_name: 'invoice.pdf',
      mime_type: 'application/pdf',
    }
    pushMessage({ document: gone })
    pushMessage({ voice: { file_id: 'never-heard-of', file_unique_id: 'v', duration: 3 } })
    pushMessage({
      video: { file_id: 'x', file_unique_id: 'x', width: 1, height: 1, duration: 9, file_size: 21_000_000 },
    })
    const { stored } = await runUntil(messages => messages.length === 3)
    const missing = stored.flatMap(({ attachments }) => attachments.map(({ name, missing }) => `${name} ${missing}`))
    expect(missing).toEqual(['invoice.pdf unavailable', 'voice-900.ogg unavailable', 'video-900.mp4 too-big'])
  })

  test('a download that stalls is given up, and the message arrives without the file', async () => {
    pushMessage({ document: { file_id: server.addFile('stalls'), file_unique_id: 'u' }, caption: 'see here' })
    const { stored } = await runUntil(messages => messages.length > 0, { shop: hurried })
    expect(stored[0]).toMatchObject({ text: 'see here', attachments: [{ missing: 'unavailable' }] })
  })

  test('a file that says it is small and is not is cut off', async () => {
    const file_id = server.addFile(new Uint8Array(20 * 1024 * 1024 + 1))
    const message = await received({ document: { file_id, file_unique_id: 'u' } })
    expect(message?.attachments[0]).toMatchObject({ content: null, missing: 'too-big' })
  })
})

describe('connecting', () => {
  test('a webhook is announced by the test button and removed before polling', async () => {
    server.setWebhook('https://old.example/hook')
    const checked = await telegram.check(contextOf(settings()), new AbortController().signal)
    expect(checked).toEqual({ account: '@harbour_pine_bot', notes: ['webhook-will-be-removed'] })
    server.pushText('hi')
    await runUntil(messages => messages.length > 0)
    expect(server.webhook()).toBe('')
  })

  test('a second program on the same bot is a conflict, a wrong token is wrong credentials', async () => {
    server.failNext('conflict')
    expect(await faultOf(runUntil(() => false))).toMatchObject({ code: 'conflict' })
    const wrong = { ...settings(), botToken: server.token.replace('Test', 'Tast') }
    expect(await faultOf(runUntil(() => false, { settings: wrong }))).toMatchObject({ code: 'wrong-credentials' })
  })

  test('a server that is off is unreachable, and the token is in no error', async () => {
    const off = await startTelegramServer()
    await off.stop()
    const fault = await faultOf(runUntil(() => false, { settings: { botToken: off.token, apiRoot: off.apiRoot } }))
    expect(fault.code).toBe('unreachable')
    expect(`${fault.message} ${String(fault.cause)}`).not.toContain(off.token)
  })

  test('stopping ends a waiting poll at once', async () => {
    const stop = new AbortController()
    const context = {
      ...contextOf(settings()),
      cursor: null,
      alive: () => {},
      receipt: () => {},
      typing: () => {},
      commit: () => Promise.reject(new Error()),
    }
    const running = telegram.run(context, stop.signal)
    await expect.poll(() => server.calls().filter(method => method === 'getUpdates').length).toBe(2)
    stop.abort()
    const started = Date.now()
    await running
    expect(Date.now() - started).toBeLessThan(1000)
  })
})

describe('sending', () => {
  test('a reply is plain text that points at the message it answers', async () => {
    const sent = await send()
    expect(sent).toEqual({ remoteId: '1', ownRefs: ['chat:5001'] })
    expect(server.sent()[0]?.params).toEqual({
      chat_id: 5001,
      text: 'We open at *ten*.',
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: 900, allow_sending_without_reply: true },
    })
  })

  test('a contact sees that the shop is writing', async () => {
    const { signal } = new AbortController()
    await telegram.typing(contextOf(settings()), { address: '5001', name: 'Mia' }, signal)
    expect(server.chatActions()).toEqual([{ chatId: 5001, action: 'typing' }])
    expect(server.sent()).toEqual([])
  })

  test('a contact who never wrote is addressed by the chat number', async () => {
    await send({ replyContext: null })
    expect(server.sent()[0]?.params).toMatchObject({ chat_id: 5001 })
    expect(await faultOf(send({ replyContext: null, to: { address: 'mia', name: '' } }))).toMatchObject({
      code: 'no-such-contact',
    })
  })

  test.each([
    ['429', { code: 'rate-limited', retryAfterMs: 1000, maybeDelivered: false }],
    ['500', { code: 'transient', maybeDelivered: true }],
    ['timeout-after-accept', { code: 'transient', maybeDelivered: true }],
    ['blocked', { code: 'blocked-by-contact', maybeDelivered: false }],
    ['chat-not-found', { code: 'no-such-contact', maybeDelivered: false }],
    ['unauthorized', { code: 'wrong-credentials', maybeDelivered: false }],
  ] as const)('%s says whether the message may have arrived', async (trouble, fault) => {
    server.failNext(trouble)
    expect(await faultOf(send())).toMatchObject(fault)
  })

  test('a server that never answers leaves the send uncertain', async () => {
    server.failNext('silence')
    expect(await faultOf(send({}, hurried))).toMatchObject({ code: 'transient', maybeDelivered: true })
  })

  test('a server that is off got nothing', async () => {
    await server.stop()
    expect(await faultOf(send())).toMatchObject({ code: 'unreachable', maybeDelivered: false })
  })

  test('the outbox is told before the first byte leaves', async () => {
    let sentThen = -1
    await send({ transmitting: () => (sentThen = server.calls().length) })
    expect(sentThen).toBe(0)
  })

  test('a picture with a short text goes out as one request, a file keeps its name and bytes', async () => {
    const picture = { name: 'mug.png', mime: 'image/png', content: new Uint8Array([137, 80]) }
    await send({ text: '42', attachments: [picture] })
    expect(server.sent()).toMatchObject([{ method: 'sendPhoto', params: { caption: '42' }, file: { name: 'mug.png' } }])
    const list = { name: '价目表.pdf', mime: 'application/pdf', content: new Uint8Array([1, 2, 3]) }
    await send({ attachments: [list, picture] })
    expect(
      server
        .sent()
        .slice(1)
        .map(({ method }) => method),
    ).toEqual(['sendMessage', 'sendDocument', 'sendPhoto'])
    expect(server.sent()[2]?.file).toEqual({ name: '价目表.pdf', type: 'application/pdf', bytes: list.content })
  })

  test('when a later part fails, the send is uncertain, so that the first part is never repeated', async () => {
    const file = { name: 'a.pdf', mime: 'application/pdf', content: new Uint8Array([1]) }
    const fault = await faultOf(
      send({
        text: 'x'.repeat(2000),
        attachments: [file],
        transmitting: () => {
          if (server.calls().length > 0) server.failNext('blocked')
        },
      }),
    )
    expect(fault).toMatchObject({ code: 'blocked-by-contact', maybeDelivered: true })
  })
})

test('the whole message of BotFather may be pasted as the token', () => {
  const message = `Done! Use this token to access the HTTP API:\n110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_\nKeep it safe.`
  expect(telegram.problems({ botToken: message })).toEqual([])
  expect(telegram.problems({ botToken: 'Done! Congratulations' })).toEqual(['botToken'])
  expect(telegram.problems({ botToken: message, apiRoot: 'telegram' })).toEqual(['apiRoot'])
  expect(telegram.endpoints({ botToken: message })).toEqual([{ host: 'api.telegram.org', port: 443 }])
})

test('recorded updates replay without loss and without doubles', async () => {
  const folder = join(import.meta.dirname, 'fixtures/telegram')
  const recorded = readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  expect(recorded.length).toBeGreaterThan(0)
  for (const { update } of recorded) server.push(update)
  const expected = recorded.filter(({ text }) => text !== null)
  const { stored } = await runUntil(messages => messages.length === expected.length)
  expect(stored.map(message => message.text)).toEqual(expected.map(({ text }) => text))
  expect(new Set(stored.flatMap(message => message.dedupeKeys)).size).toBe(expected.length * 2)
})

describe('the test server', () => {
  test.each([[undefined], [null]])('notices a request that breaks the rules, with the schema at %s', async specFile => {
    const watched = await startTelegramServer({ specFile })
    const body = JSON.stringify({ chat_id: 5001, text: 7, mood: 'good' })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${watched.apiRoot}/bot${watched.token}/sendMessage`, { method: 'POST', headers, body })
    expect(watched.violations.slice(0, 2)).toEqual(['sendMessage.text is no String', 'sendMessage.mood is unknown'])
    await watched.stop()
  })

  test('refuses an update that Telegram would never send', () => {
    expect(() => server.push({ massage: { message_id: 1 } })).toThrow('breaks the schema')
  })
})
