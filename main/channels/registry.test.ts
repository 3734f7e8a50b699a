import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channelKindSchema, channelSettingsSchema, formFieldSchema, presetSchema } from '#contract/channel.ts'
import type { ChannelKind, ChannelSettings, FormField } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { OutgoingMessage } from '#main/ports/channel.ts'
import { adapters } from './registry.ts'

/** Takes connections and never says a word: the worst partner a channel can have. */
let silent: Server
let port: number
beforeAll(async () => {
  silent = createServer(() => {})
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  port = (silent.address() as AddressInfo).port
})
afterAll(() => {
  silent.close()
})

function goodSettings(kind: ChannelKind): ChannelSettings {
  const host = '127.0.0.1'
  switch (kind) {
    case 'email':
      return {
        address: 'shop@shop.example',
        password: 'secret',
        imapHost: host,
        imapPort: port,
        imapSecurity: 'none',
        smtpHost: host,
        smtpPort: port,
        smtpSecurity: 'none',
      }
    case 'telegram':
      return { botToken: `7000000001:${'x'.repeat(35)}`, apiRoot: `http://${host}:${port}` }
    case 'demo':
      return {}
    default:
      return assertNever(kind)
  }
}

/** Like the supervisor's, for a channel that nothing ever answers. */
function contextOf(kind: ChannelKind) {
  return {
    channelId: 'c1',
    settings: goodSettings(kind),
    cursor: null,
    fetch: (url: string, init?: RequestInit) => fetch(url, init),
    log: { info() {}, warn() {}, error() {} },
    clock: {
      now: () => new Date(),
      sleep: (ms: number, signal: AbortSignal) =>
        new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms)
          signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
          if (signal.aborted) resolve()
        }),
    },
    alive() {},
    receipt() {},
    typing() {},
    commit: async () => ({ fresh: 0, duplicate: 0 }),
  }
}

const addresses: Readonly<Record<ChannelKind, string>> = {
  email: 'mia@customer.example',
  telegram: '5001',
  demo: 'demo:mia',
}

const messageTo = (kind: ChannelKind): OutgoingMessage => ({
  outboxId: 'o1',
  to: { address: addresses[kind], name: '' },
  subject: '',
  text: 'Hello',
  attachments: [],
  replyContext: null,
  automatic: false,
  createdAt: new Date(),
  attempt: 1,
  transmitting() {},
})

async function msToEnd(work: Promise<unknown>): Promise<number> {
  const started = Date.now()
  await work.catch(() => null)
  return Date.now() - started
}

function fits(field: FormField, value: unknown): boolean {
  switch (field.input) {
    case 'text':
    case 'secret':
    case 'email':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity)
    case 'toggle':
      return typeof value === 'boolean'
    case 'choice':
      return field.options?.includes(String(value)) === true
    default:
      return assertNever(field.input)
  }
}

test('there is exactly one adapter for every kind of channel', () => {
  expect(adapters.map(({ kind }) => kind).toSorted()).toEqual(channelKindSchema.options.toSorted())
})

describe.each(adapters.map(adapter => ({ kind: adapter.kind, adapter })))('$kind', ({ kind, adapter }) => {
  const fields = new Map(adapter.fields.map(field => [field.key, field]))

  test('good settings have no problems and lead only to servers that they name', () => {
    const settings = goodSettings(kind)
    expect(adapter.problems(settings)).toEqual([])
    for (const endpoint of adapter.endpoints(settings)) expect(endpoint).toEqual({ host: '127.0.0.1', port })
  })

  test('a missing required field is named, and nothing is named that the form does not have', () => {
    const required = adapter.fields.filter(field => field.required)
    for (const { key } of required) {
      const { [key]: _left, ...rest } = goodSettings(kind)
      expect(adapter.problems(rest)).toEqual([key])
    }
    for (const problem of adapter.problems({})) expect([...fields.keys()]).toContain(problem)
  })

  test('every field of the form is a setting: a senseless value in it is noticed', () => {
    for (const { key, input } of adapter.fields) {
      const senseless = input === 'text' || input === 'secret' || input === 'email' ? 7 : 'senseless'
      expect(adapter.problems({ ...goodSettings(kind), [key]: senseless })).toEqual([key])
    }
  })

  test('the form is sound: keys once, defaults and choices that fit, conditions on fields that are there', () => {
    expect(fields.size).toBe(adapter.fields.length)
    for (const field of adapter.fields) {
      expect(() => formFieldSchema.parse(field)).not.toThrow()
      if (field.default !== undefined) expect(fits(field, field.default), field.key).toBe(true)
      if (field.input === 'choice') expect(field.options?.length).toBeGreaterThan(1)
      if (field.showIf) expect([...fields.keys()]).toContain(field.showIf.key)
    }
  })

  test('presets fill fields with values that fit and never a secret', () => {
    const ids = adapter.presets.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const preset of adapter.presets) {
      expect(() => presetSchema.parse(preset)).not.toThrow()
      for (const [key, value] of Object.entries(channelSettingsSchema.parse(preset.values))) {
        const field = fields.get(key)
        expect(field && field.input !== 'secret' && fits(field, value), `${preset.id}.${key}`).toBe(true)
      }
      expect(adapter.problems({ ...goodSettings(kind), ...preset.values })).toEqual([])
    }
  })

  test('limits are limits', () => {
    expect(adapter.maxTextLength).toBeGreaterThan(0)
    expect(adapter.maxAttachmentBytes).toBeGreaterThanOrEqual(0)
    expect(adapter.watchdogMs).toBeGreaterThanOrEqual(30_000)
    expect(adapter.watchdogMs).toBeLessThan(2 ** 31)
  })

  test.each(['run', 'check', 'send'] as const)(
    '%s ends promptly when it is stopped, even by a silent server',
    async what => {
      const stop = new AbortController()
      const context = contextOf(kind)
      const work = {
        run: () => adapter.run(context, stop.signal),
        check: () => adapter.check(context, stop.signal),
        send: () => adapter.send(context, messageTo(kind), stop.signal),
      }[what]()
      setTimeout(() => stop.abort(), 150)
      expect(await msToEnd(work)).toBeLessThan(1500)
    },
  )

  test('started with a signal that is over already, it ends at once', async () => {
    expect(await msToEnd(adapter.run(contextOf(kind), AbortSignal.abort()))).toBeLessThan(1000)
  })

  test('only a channel that can look has a verdict on an uncertain send', async () => {
    if (adapter.deliveryClass === 'lookup') return
    const { signal } = new AbortController()
    expect(await adapter.reconcile(contextOf(kind), messageTo(kind), signal)).toBe('cannot-tell')
  })
})
