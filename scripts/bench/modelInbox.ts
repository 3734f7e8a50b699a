import { createReadStream, rmSync, statSync } from 'node:fs'
import { viewSchema } from '#contract/conversation.ts'
import type { Client } from '../../e2e/client.ts'
import type { Figure } from './figures.ts'
import { processorMs } from './machine.ts'
import { modelProcessOf, type BenchModel } from './modelSides.ts'
import { filledFolder, timed, withApp, type Workplace } from './shop.ts'

const CONVERSATIONS = 10_000
const MESSAGES = 100_000
const PIECE_BYTES = 3 * 2 ** 20
const AT_ONCE = 4
const CALLS = 100

/** What the screen waits for in the inbox, without a model and while it writes all the time. */
export async function modelInbox(place: Workplace, model: BenchModel): Promise<Figure[]> {
  const data = await filledFolder(place, CONVERSATIONS, MESSAGES)
  const figures: Figure[] = []
  await withApp(data, async ({ client }, app) => {
    const without = await inboxCalls(client)
    place.say('installing a model in a shop ...')
    await install(client, model)
    place.say('inbox calls while the model is at work ...')
    const pid = modelProcessOf(app.pid)
    const work = keepBusy(client)
    await work.begun
    const [began, before] = [performance.now(), pid === null ? null : processorMs(pid)]
    const during = await inboxCalls(client)
    const [ended, after] = [performance.now(), pid === null ? null : processorMs(pid)]
    await work.stop()
    const cores = before === null || after === null ? [] : [(after - before) / (ended - began)]
    figures.push(
      { what: 'cores that the model kept busy meanwhile', unit: 'times', values: cores },
      { what: 'inbox calls without a model', unit: 'ms', values: without },
      { what: 'inbox calls while the model writes', unit: 'ms', values: during, target: { of: 'p95', below: 50 } },
    )
  })
  rmSync(data, { recursive: true, force: true })
  return figures
}

async function install(client: Client, { file, name }: BenchModel) {
  const { id } = await client.model.beginFile({ name: `${name}.gguf`, bytes: statSync(file).size })
  let offset = 0
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    if (!Buffer.isBuffer(piece)) throw new Error('no bytes')
    await client.model.addPiece({ id, offset, base64: piece.toString('base64') })
    offset += piece.length
  }
  await client.model.finishFile({ id })
}

/** Several replies at once, each followed by another. */
function keepBusy(client: Client) {
  const stop = new AbortController()
  const begun = Promise.withResolvers<void>()
  const text = 'Thank you for your message. We are looking for your parcel and will write again tomorrow.'
  async function again() {
    while (!stop.signal.aborted) {
      try {
        for await (const _ of await client.help.rewrite({ text, how: 'friendlier' }, { signal: stop.signal })) {
          begun.resolve()
        }
      } catch (error) {
        // What a model of noise writes is refused in the end; that it could not begin is not what is measured.
        if (!stop.signal.aborted && !String(error).includes('NO_HELP')) begun.reject(error)
      }
    }
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, again))
  return {
    begun: begun.promise,
    async stop() {
      stop.abort()
      await all
    },
  }
}

/** The calls of a screen that is being worked with, in turn. */
async function inboxCalls(client: Client): Promise<number[]> {
  const { items } = await client.conversation.list({ view: 'all', limit: 50 })
  const views = viewSchema.options
  const calls = [
    (index: number) => client.conversation.list({ view: views[index % views.length] ?? 'all', limit: 50 }),
    (index: number) => client.conversation.get({ id: items[index % items.length]?.id ?? '' }),
    () => client.conversation.counts(),
    (index: number) =>
      client.conversation.list({ view: 'all', limit: 50, text: ['kettle Berlin', '退款', 'order'][index % 3] }),
  ]
  return timed(CALLS * calls.length, async index => calls[index % calls.length]?.(index))
}
