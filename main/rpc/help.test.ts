import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { helpContract } from '#contract/help.ts'
import { NoHelp } from '#main/services/errors.ts'
import type { Help } from '#main/services/help.ts'
import { createFakeModel } from '#main/testing/fakeModel.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { helpProcedures } from './help.ts'

const clock = createManualClock()
let ports: MessageChannel
beforeEach(() => {
  ports = new MessageChannel()
})
afterEach(() => {
  ports.port1.close()
  ports.port2.close()
})

/** The screen's side of a help that runs over a real wire. */
function screenOf(help: Partial<Help>): ContractRouterClient<typeof helpContract> {
  const none = () => {
    throw new Error('Not asked for here')
  }
  const whole = {
    abilities: none,
    suggest: none,
    rewrite: none,
    translate: none,
    summarize: none,
    wordings: none,
    ...help,
  }
  new RPCHandler(helpProcedures(whole)).upgrade(ports.port1)
  ports.port1.start()
  ports.port2.start()
  return createORPCClient(new RPCLink({ port: ports.port2 }))
}

function endless(model: ReturnType<typeof createFakeModel>) {
  return screenOf({
    async *rewrite(_text, _how, signal) {
      yield { type: 'text' as const, text: 'Dear' }
      const request = { prefix: '', parts: [], maxTokens: 1, urgency: 'owner' as const }
      for await (const text of model.draft({ ...request, signal })) yield { type: 'text' as const, text }
    },
  })
}

async function until(holds: () => boolean) {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise(resolve => setTimeout(resolve, 5))
  expect(holds()).toBe(true)
}

test('breaking off a stream on the screen stops the model', async () => {
  const model = createFakeModel([{ until: new Promise(() => {}) }], { clock })
  const aborter = new AbortController()
  const pieces = await endless(model).rewrite({ text: 'Hi', how: 'shorter' }, { signal: aborter.signal })
  expect((await pieces.next()).value).toEqual({ type: 'text', text: 'Dear' })
  const next = pieces.next().catch(() => 'broken off')
  await until(() => model.running() === 1)
  aborter.abort()
  await until(() => model.cancelled() === 1)
  expect(await next).toBe('broken off')
})

test('a screen that goes away stops the model', async () => {
  const model = createFakeModel([{ until: new Promise(() => {}) }], { clock })
  const pieces = await endless(model).rewrite({ text: 'Hi', how: 'shorter' })
  await pieces.next()
  void pieces.next().catch(() => {})
  await until(() => model.running() === 1)
  ports.port2.close()
  await until(() => model.cancelled() === 1)
})

test('why there is no help reaches the screen in the middle of a stream', async () => {
  const screen = screenOf({
    async *rewrite() {
      yield { type: 'text' as const, text: 'Dear' }
      throw new NoHelp('values-changed', { values: ['20'] })
    },
  })
  const pieces = await screen.rewrite({ text: 'Hi', how: 'shorter' })
  await pieces.next()
  await expect(pieces.next()).rejects.toMatchObject({
    code: 'NO_HELP',
    defined: true,
    data: { reason: 'values-changed', values: ['20'] },
  })
})
