import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import type { StartWorker } from '#main/ports/platform.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { createRandom } from '#main/testing/random.ts'
import type { Figure } from './figures.ts'
import { processorMs } from './machine.ts'
import { modelProcessOf, startEngine, written, type BenchModel, type Direct } from './modelSides.ts'

const PREFIX_TOKENS = 2000
const AFTERWARDS_MS = 300

/** Rules, style and policies of a made-up shop, as long as asked for; another shop for each number. */
async function shopPrefix(direct: Direct, shop: number): Promise<string> {
  const rule = (index: number) =>
    `Rule ${index}: the customer of shop ${shop} may return item ${index * 7} within ${index + 10} days after delivery. 退货需要订单号。`
  const oneRule = await direct.count(`${rule(10)} `)
  const text = Array.from({ length: Math.ceil(PREFIX_TOKENS / oneRule) }, (_, index) => rule(index)).join(' ')
  return `You answer for shop ${shop}. ${text}`
}

/** Time to the first text, with the shop's part read before and not. */
export async function firstText(
  { engine, direct, model }: { engine: ModelEngine; direct: Direct; model: BenchModel },
  rounds: number,
): Promise<Figure[]> {
  const times: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] }
  let tokens = 0
  for (let round = 0; round < rounds; round++) {
    const prefix = await shopPrefix(direct, round)
    tokens = await direct.count(prefix)
    times.cold.push((await written(engine, 4, { prefix })).firstMs)
    const other = await shopPrefix(direct, round + 1000)
    await engine.prepare(other)
    // Other conversations' places may be read ahead meanwhile; who asks goes first.
    times.warm.push((await written(engine, 4, { prefix: other })).firstMs)
  }
  const of = `to the first text, ${model.name} model, shop's part of ${tokens} tokens`
  return [
    { what: `${of} cold`, unit: 'ms', values: times.cold },
    { what: `${of} read before`, unit: 'ms', values: times.warm },
    {
      what: 'to the first text, read before of cold',
      unit: 'times',
      values: times.warm.map((warm, index) => warm / (times.cold[index] ?? 0)),
      target: { of: 'p95', below: 0.25 },
    },
  ]
}

const cancelSchema = z.object({ type: z.literal('cancel'), id: z.number() })
const replySchema = z.object({ type: z.enum(['text', 'done', 'failed']), id: z.number() })

/** When the process was told to stop, and when it last said anything about that call. */
function createWatch() {
  let cancelled: { id: number; at: number; lastAt: number; isOver: boolean } | null = null
  const startWorker: StartWorker = (file, kind) => {
    const worker = startNodeWorker(file, kind)
    return {
      ...worker,
      post(message) {
        const { success, data } = cancelSchema.safeParse(message)
        if (success) cancelled = { id: data.id, at: performance.now(), lastAt: Number.NaN, isOver: false }
        worker.post(message)
      },
      listen: listener =>
        worker.listen({
          ...listener,
          message(message) {
            const { success, data } = replySchema.safeParse(message)
            if (success && cancelled?.id === data.id) {
              cancelled.lastAt = performance.now()
              cancelled.isOver ||= data.type !== 'text'
            }
            listener.message(message)
          },
        }),
    }
  }
  return {
    startWorker,
    /** Null: it was over before. */
    async silenceMs(): Promise<number | null> {
      const last = cancelled
      if (last === null) return null
      while (!last.isOver) await sleep(1)
      cancelled = null
      return last.lastAt - last.at
    },
  }
}

/** Stops replies at moments that nobody chose, while the prompt is read and while text is written. */
export async function cancelling(
  model: BenchModel,
  { times, withinMs, promptTokens }: { times: number; withinMs: number; promptTokens: number },
): Promise<Figure[]> {
  const watch = createWatch()
  const engine = startEngine({ startWorker: watch.startWorker })
  const random = createRandom(4)
  const silences: number[] = []
  const work: number[] = []
  let beforeText = 0
  try {
    await engine.use('writing', model)
    await written(engine, 16)
    const pid = modelProcessOf(process.pid)
    while (silences.length < times) {
      const stop = new AbortController()
      let hasText = false
      const text = `${random.below(1e9)} ${'Where is it? '.repeat(promptTokens / 4)}`
      const request = { prefix: '', parts: [{ text, needed: 1 }], maxTokens: 500, urgency: 'contact' } as const
      const over = (async () => {
        for await (const _ of engine.draft({ ...request, signal: stop.signal })) hasText = true
      })().catch((error: unknown) => {
        if (!stop.signal.aborted) throw error
      })
      await sleep(random.below(withinMs))
      stop.abort()
      const silence = await watch.silenceMs()
      await over
      if (silence === null) continue
      silences.push(silence)
      if (!hasText) beforeText += 1
      const before = pid === null ? null : processorMs(pid)
      await sleep(AFTERWARDS_MS)
      const after = pid === null ? null : processorMs(pid)
      if (before !== null && after !== null) work.push(after - before)
    }
  } finally {
    await engine.close()
  }
  const of = `${model.name} model, ${beforeText} of ${times} while the prompt was read`
  return [
    { what: `cancel to silence, ${of}`, unit: 'ms', values: silences, target: { of: 'p95', below: 200 } },
    {
      what: `processor time in the ${AFTERWARDS_MS} ms after it`,
      unit: 'ms',
      values: work,
      target: { of: 'p50', below: 50 },
    },
  ]
}

/** Kills the process in the middle of a reply. */
export async function crashes(model: BenchModel, engines: number): Promise<Figure[]> {
  const times: Record<'load' | 'back', number[]> = { load: [], back: [] }
  for (let index = 0; index < engines; index++) {
    const engine = startEngine()
    try {
      await engine.use('writing', model)
      // The first time it starts again at once, the second time a second later.
      for (let kill = 0; kill < 2; kill++) {
        const reply = written(engine, 400).then(
          () => 'whole',
          () => 'lost',
        )
        await sleep(200)
        const pid = modelProcessOf(process.pid)
        if (pid === null) throw new Error('there is no process with a model')
        const killed = performance.now()
        process.kill(pid, 'SIGKILL')
        if ((await reply) === 'whole') throw new Error('the reply was whole before the process was killed')
        while (engine.state('writing').stage !== 'ready') await sleep(5)
        const back = performance.now() - killed
        const { loadMs } = await engine.measure()
        times.load.push(loadMs)
        times.back.push(back - loadMs)
      }
    } finally {
      await engine.close()
    }
  }
  return [
    { what: `loading, ${model.name} model`, unit: 'ms', values: times.load },
    {
      what: 'killed to ready again, without loading',
      unit: 'ms',
      values: times.back,
      target: { of: 'max', below: 3000 },
    },
  ]
}
