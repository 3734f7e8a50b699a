import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { thisMachine } from '#main/ai/host/machine.ts'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import type { Figure, Target } from './figures.ts'
import { processorMs } from './machine.ts'
import { modelProcessOf, quietThreads, startEngine, written, type BenchModel, type Direct } from './modelSides.ts'

/** Milliseconds a token, from the first one to the last one. */
async function engineMs(engine: ModelEngine, tokens: number): Promise<number> {
  const { firstMs, lastMs } = await written(engine, tokens)
  return (lastMs - firstMs) / (tokens - 1)
}

async function directMs(direct: Direct, tokens: number, limitMs?: number): Promise<number> {
  const { tokens: count, ms } = await direct.write(tokens, limitMs)
  return ms / Math.max(1, count - 1)
}

/** The engine and the plain process in turn, so that both have the same noise. The same model is loaded in both. */
export async function overhead(
  { engine, direct, model }: { engine: ModelEngine; direct: Direct; model: BenchModel },
  { rounds, tokens, target }: { rounds: number; tokens: number; target: 'share' | 'time' },
): Promise<Figure[]> {
  const pairs: { own: number; plain: number }[] = []
  const work: number[] = []
  const pid = modelProcessOf(process.pid)
  const workOf = async (of: number | null, what: () => Promise<number>) => {
    const before = of === null ? null : processorMs(of)
    const ms = await what()
    const after = of === null ? null : processorMs(of)
    return { ms, work: (after ?? Number.NaN) - (before ?? Number.NaN) }
  }
  const own = () => workOf(pid, () => engineMs(engine, tokens))
  await engineMs(engine, tokens)
  await directMs(direct, tokens)
  for (let round = 0; round < rounds; round++) {
    const early = round % 2 === 0 ? await own() : null
    const plain = await workOf(direct.pid, () => directMs(direct, tokens))
    const engines = early ?? (await own())
    pairs.push({ own: engines.ms, plain: plain.ms })
    work.push((engines.work / plain.work - 1) * 100)
  }
  const name = `${model.name} model`
  return [
    { what: `${name}, plain process`, unit: 'a second', values: pairs.map(({ plain }) => 1000 / plain) },
    { what: `${name}, engine`, unit: 'a second', values: pairs.map(({ own }) => 1000 / own) },
    {
      what: `${name}, the engine's process works more, reading included`,
      unit: '%',
      values: work.filter(value => !Number.isNaN(value)),
    },
    target === 'share'
      ? {
          what: `${name}, the engine takes more, of the plain process`,
          unit: '%',
          values: pairs.map(({ own, plain }) => (own / plain - 1) * 100),
          target: { of: 'p50', below: 5 },
        }
      : {
          what: `${name}, the engine takes more, a token`,
          unit: 'ms',
          values: pairs.map(({ own, plain }) => own - plain),
          target: { of: 'p50', below: 0.3 },
        },
  ]
}

/** Prompts are read one after the other in any case, so these are short. */
const SHORT = { text: 'Hello?' }

/**
 * So many replies together, against the same one after the other. Also by the processor's time, which other programs
 * on this machine change less.
 */
export async function together(
  engine: ModelEngine,
  model: BenchModel,
  { counts, rounds, tokens }: { counts: readonly number[]; rounds: number; tokens: number },
): Promise<Figure[]> {
  const pid = modelProcessOf(process.pid)
  const costOf = async (work: () => Promise<unknown>) => {
    const [started, before] = [performance.now(), pid === null ? null : processorMs(pid)]
    await work()
    const after = pid === null ? null : processorMs(pid)
    return { ms: performance.now() - started, processorMs: (after ?? Number.NaN) - (before ?? Number.NaN) }
  }
  const side = (count: number) => Promise.all(Array.from({ length: count }, () => written(engine, tokens, SHORT)))
  const inTurn = async (count: number) => {
    for (let index = 0; index < count; index++) await written(engine, tokens, SHORT)
  }
  // What it learns about this computer first is not what it is like later.
  for (const count of counts) await side(count)
  const empty = (): Record<'times' | 'work', number[]> => ({ times: [], work: [] })
  const gains = counts.map(count => ({ count, ...empty() }))
  for (let round = 0; round < rounds; round++) {
    for (const { count, times, work } of gains) {
      const early = round % 2 === 0 ? await costOf(() => inTurn(count)) : null
      const beside = await costOf(() => side(count))
      const one = early ?? (await costOf(() => inTurn(count)))
      times.push(one.ms / beside.ms)
      work.push(one.processorMs / beside.processorMs)
    }
  }
  return gains.flatMap(({ count, times, work }): Figure[] => {
    const what = `${model.name} model, ${count} replies together`
    const target: Target = { of: 'p50', atLeast: count === 8 ? 1.5 : 1 }
    const measured = work.filter(value => !Number.isNaN(value))
    return [
      { what, unit: 'times', values: times, target },
      { what: `${what}, by the processor's time`, unit: 'times', values: measured },
    ]
  })
}

/** With as many busy programs as there are cores to lose, how the threads that the engine chooses do. */
export async function threads(
  { direct, model }: { direct: Direct; model: BenchModel },
  { rounds, tokens, limitMs }: { rounds: number; tokens: number; limitMs: number },
): Promise<Figure[]> {
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
  const endWithUs = () => void busy.kill('SIGKILL')
  process.once('exit', endWithUs)
  const engine = startEngine({ machine: thisMachine() })
  const speeds: Record<'engine' | 'one' | 'all', number[]> = { engine: [], one: [], all: [] }
  try {
    await sleep(500)
    await engine.use('writing', model)
    await engineMs(engine, tokens)
    for (let round = 0; round < rounds; round++) {
      speeds.engine.push(1000 / (await engineMs(engine, tokens)))
      await direct.load(model.file, 1)
      speeds.one.push(1000 / (await directMs(direct, tokens)))
      await direct.load(model.file, thisMachine().cores)
      speeds.all.push(1000 / (await directMs(direct, tokens, limitMs)))
    }
  } finally {
    await engine.close()
    endWithUs()
    process.removeListener('exit', endWithUs)
  }
  const best = speeds.one.map((speed, index) => Math.max(speed, speeds.all[index] ?? 0))
  const values = speeds.engine.map((speed, index) => speed / (best[index] ?? 1))
  await direct.load(model.file, quietThreads())
  const beside = `beside a busy program, ${model.name} model`
  return [
    { what: `${beside}, plain, 1 thread`, unit: 'a second', values: speeds.one },
    { what: `${beside}, plain, ${thisMachine().cores} threads`, unit: 'a second', values: speeds.all },
    { what: `${beside}, engine`, unit: 'a second', values: speeds.engine },
    { what: `${beside}, engine of the best`, unit: 'times', values, target: { of: 'p50', atLeast: 0.8 } },
  ]
}
