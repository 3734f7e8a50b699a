import { fileTypeFromBuffer } from 'file-type'
import { expect, test } from 'vitest'
import type { Batch, OutgoingMessage } from '#main/ports/channel.ts'
import script from '../../resources/demo/customers.json' with { type: 'json' }
import { demo } from './demo.ts'

interface Said {
  second: number
  who: string
  text: string
  key: string
}

interface Reply {
  to: string
  byOwner: boolean
  delaySeconds: number
}

const begin = Date.parse('2026-11-22T10:00:00Z')
let days = 0

/** Runs the channel on a clock that jumps from one sleep to the next. `react` plays the shop. */
function demoDay({ desk = 'both', react = () => null }: { desk?: string; react?: (said: Said) => Reply | null } = {}) {
  const said: Said[] = []
  const batches: Batch[] = []
  /** What the shop sees of its customers between two messages. */
  const seen: string[] = []
  const pending: { atMs: number; reply: Reply }[] = []
  let nowMs = begin
  let sent = 0
  const channelId = `demo-${days++}`
  const log = { info: () => {}, warn: () => {}, error: () => {} }

  function context(signal: { stop: AbortController; untilMs: number }) {
    return {
      channelId,
      settings: { desk },
      fetch: () => Promise.reject(new Error('no network')),
      log,
      clock: {
        now: () => new Date(nowMs),
        async sleep(ms: number) {
          const wakeMs = Math.min(nowMs + ms, ...pending.map(({ atMs }) => atMs))
          nowMs = Math.max(nowMs, wakeMs)
          for (const due of pending.filter(({ atMs }) => atMs <= nowMs)) {
            pending.splice(pending.indexOf(due), 1)
            await send(due.reply)
          }
          if (nowMs >= signal.untilMs) signal.stop.abort()
        },
      },
    }
  }

  async function send({ to, byOwner }: Reply, outboxId = `o${sent++}`) {
    const message: OutgoingMessage = {
      outboxId,
      to: { address: to, name: '' },
      subject: '',
      text: 'an answer',
      attachments: [],
      replyContext: null,
      automatic: !byOwner,
      createdAt: new Date(nowMs),
      attempt: 1,
      transmitting: () => {},
    }
    const signal = { stop: new AbortController(), untilMs: Infinity }
    return demo.send(context(signal), message, signal.stop.signal)
  }

  return {
    said,
    batches,
    seen,
    send,
    passTime: (ms: number) => (nowMs += ms),
    async run({ seconds, cursor = null }: { seconds: number; cursor?: string | null }) {
      const signal = { stop: new AbortController(), untilMs: nowMs + seconds * 1000 }
      const startMs = nowMs
      await demo.run(
        {
          ...context(signal),
          cursor,
          alive: () => {},
          receipt: ({ remoteId, state, at }) =>
            void seen.push(`${remoteId} ${state} after ${(at.getTime() - begin) / 1000}`),
          typing: address => void seen.push(`${address} types after ${(nowMs - begin) / 1000}`),
          async commit(batch) {
            batches.push(batch)
            for (const { from, text, dedupeKeys } of batch.messages) {
              const line = { second: (nowMs - startMs) / 1000, who: from.address, text, key: dedupeKeys[0] }
              said.push(line)
              seen.push(`${from.address} writes after ${(nowMs - begin) / 1000}`)
              const reply = react(line)
              if (reply) pending.push({ atMs: nowMs + reply.delaySeconds * 1000, reply })
            }
            return { fresh: batch.messages.length, duplicate: 0 }
          },
        },
        signal.stop.signal,
      )
    },
  }
}

const assistantAnswers = ({ who }: Said) => ({ to: who, byOwner: false, delaySeconds: 1 })
const ownerAnswers = ({ who }: Said) => ({ to: who, byOwner: true, delaySeconds: 5 })
const count = script.customers.reduce((sum, { says }) => sum + says.length, 0)

test('within the first minute eight customers have written, to both desks and in both languages', async () => {
  const day = demoDay({ react: assistantAnswers })
  await day.run({ seconds: 60 })
  expect(new Set(day.said.map(({ who }) => who)).size).toBe(8)
  expect(day.said.some(({ text }) => /\p{Script=Han}/u.test(text))).toBe(true)
  const desk = demoDay({ desk: 'desk', react: assistantAnswers })
  await desk.run({ seconds: 60 })
  expect(desk.said.length).toBeGreaterThanOrEqual(2)
})

test('customers go on only when they were answered', async () => {
  const alone = demoDay()
  await alone.run({ seconds: 3600 })
  const mia = alone.said.filter(({ who }) => who === 'demo:mia')
  expect(mia.map(({ key }) => key)).toEqual(['demo:mia:says:0'])
  const answered = demoDay({ react: assistantAnswers })
  await answered.run({ seconds: 3600 })
  expect(answered.said.filter(({ who }) => who === 'demo:mia')).toHaveLength(3)
})

test('the upset customer asks again only while nobody answers, and tells the owner more', async () => {
  const tom = (day: { said: Said[] }) =>
    day.said.filter(({ who }) => who === 'tom.becker@mail.example').map(({ text }) => text)
  const ignored = demoDay()
  await ignored.run({ seconds: 600 })
  expect(tom(ignored)).toHaveLength(2)
  expect(tom(ignored)[1]).toContain('anybody there')
  const cared = demoDay({ react: ownerAnswers })
  await cared.run({ seconds: 600 })
  expect(tom(cared).join()).not.toContain('anybody there')
  expect(tom(cared)[1]).toContain('HP-20418')
})

test('it ends: about fifty messages when the assistant answers, a few more for the owner, then rest', async () => {
  const assisted = demoDay({ react: assistantAnswers })
  await assisted.run({ seconds: 24 * 3600 })
  expect(assisted.said.length).toBeGreaterThan(45)
  expect(assisted.said.length).toBeLessThanOrEqual(count)
  const owned = demoDay({ react: ownerAnswers })
  await owned.run({ seconds: 24 * 3600 })
  expect(owned.said.length).toBeGreaterThan(count)
  expect(owned.said.length).toBeLessThan(85)
  expect(new Set(owned.said.map(({ key }) => key)).size).toBe(owned.said.length)
})

test('a customer who has said everything still answers the owner, in other words each time, and stops', async () => {
  const day = demoDay({ react: line => (line.who === 'demo:sam' ? ownerAnswers(line) : null) })
  await day.run({ seconds: 3600 })
  const sam = day.said.filter(({ who }) => who === 'demo:sam').map(({ text }) => text)
  expect(sam).toHaveLength(3)
  expect(new Set(sam).size).toBe(3)
})

test('two days are the same to the second', async () => {
  const first = demoDay({ react: assistantAnswers })
  const second = demoDay({ react: assistantAnswers })
  await first.run({ seconds: 900 })
  await second.run({ seconds: 900 })
  expect(first.said).toEqual(second.said)
})

test('after a restart it goes on where it stopped: nothing twice, nothing in a rush', async () => {
  const whole = demoDay({ react: assistantAnswers })
  await whole.run({ seconds: 75 })
  const day = demoDay({ react: assistantAnswers })
  await day.run({ seconds: 45 })
  day.passTime(8 * 3600_000)
  await day.run({ seconds: 30, cursor: day.batches.at(-1)?.cursor })
  const keys = day.said.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(12)
  expect(keys.length).toBeLessThanOrEqual(whole.said.length)
})

test('a computer that slept does not wake up to a flood', async () => {
  const day = demoDay({
    react: line => {
      if (line.who === 'demo:mia') day.passTime(8 * 3600_000)
      return null
    },
  })
  await day.run({ seconds: 8 * 3600 + 5 })
  expect(day.said.length).toBeLessThanOrEqual(9)
})

test('a reply sent a second time after a crash is taken once', async () => {
  const day = demoDay()
  await day.run({ seconds: 5 })
  await day.send({ to: 'demo:mia', byOwner: true, delaySeconds: 0 }, 'same')
  await day.send({ to: 'demo:mia', byOwner: true, delaySeconds: 0 }, 'same')
  await day.run({ seconds: 300, cursor: day.batches.at(-1)?.cursor })
  expect(day.said.filter(({ who }) => who === 'demo:mia')).toHaveLength(2)
})

test('a reply to nobody in the script is refused', async () => {
  const refused = demoDay().send({ to: 'demo:nobody', byOwner: true, delaySeconds: 0 })
  await expect(refused).rejects.toMatchObject({ code: 'no-such-contact' })
})

test('one customer sends a picture and one answers as a machine', async () => {
  const day = demoDay({ react: assistantAnswers })
  await day.run({ seconds: 3600 })
  const messages = day.batches.flatMap(batch => batch.messages)
  expect(messages.filter(({ automated }) => automated === 'auto-reply')).toHaveLength(1)
  const [picture] = messages.flatMap(({ attachments }) => attachments)
  expect((await fileTypeFromBuffer(picture?.content ?? new Uint8Array()))?.mime).toBe('image/png')
  expect(picture?.bytes).toBeLessThan(5000)
})

test('a customer gets a reply, sees it, and is seen writing before the next line', async () => {
  const day = demoDay()
  await day.run({ seconds: 5 })
  const [mia] = day.said.filter(({ who }) => who === 'demo:mia')
  expect(mia).toBeDefined()
  await day.send({ to: 'demo:mia', byOwner: false, delaySeconds: 0 }, 'reply')
  day.seen.length = 0
  await day.run({ seconds: 60, cursor: day.batches.at(-1)?.cursor })
  const about = day.seen.filter(line => line.includes('reply') || line.startsWith('demo:mia'))
  expect(about.map(line => line.replace(/ after .*/, ''))).toEqual([
    'demo:reply delivered',
    'demo:reply seen',
    'demo:mia types',
    'demo:mia writes',
  ])
  const [delivered = 0, looked = 0, typing = 0, written = 0] = about.map(line => Number(/after (.*)/.exec(line)?.[1]))
  expect(looked).toBeGreaterThan(delivered)
  expect(written - typing).toBeGreaterThan(1)
  expect(written - typing).toBeLessThanOrEqual(4)
})
