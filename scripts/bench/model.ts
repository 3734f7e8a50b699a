import type { Figure, Part } from './figures.ts'
import { modelInbox } from './modelInbox.ts'
import { makeModel, quietThreads, startDirect, startEngine, type BenchModel, type Direct } from './modelSides.ts'
import { overhead, threads, together } from './modelSpeed.ts'
import { cancelling, crashes, firstText } from './modelWaiting.ts'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import type { Workplace } from './shop.ts'

interface Sides {
  engine: ModelEngine
  direct: Direct
  model: BenchModel
}

/** The engine of the language models against node-llama-cpp alone, with models of noise made here, on the processor. */
export async function model(place: Workplace): Promise<Part> {
  place.say('making models ...')
  const models = {
    tiny: makeModel(place, 'tiny'),
    medium: makeModel(place, 'medium'),
    large: makeModel(place, 'large'),
  }
  const direct = await startDirect()
  const figures: Figure[] = []

  async function measured(model: BenchModel, what: string, work: (sides: Sides) => Promise<Figure[]>) {
    place.say(`${what}, ${model.name} model ...`)
    const engine = startEngine()
    try {
      await engine.use('writing', model)
      await direct.load(model.file, quietThreads())
      figures.push(...(await work({ engine, direct, model })))
    } finally {
      await engine.close()
    }
  }
  try {
    const { tiny, medium, large } = models
    await measured(large, 'speed', sides => overhead(sides, { rounds: 7, tokens: 24, target: 'share' }))
    await measured(medium, 'speed', sides => overhead(sides, { rounds: 9, tokens: 128, target: 'time' }))
    await measured(tiny, 'speed', sides => overhead(sides, { rounds: 9, tokens: 400, target: 'time' }))
    await measured(medium, 'replies together', ({ engine }) =>
      together(engine, medium, { counts: [2, 4, 8], rounds: 5, tokens: 80 }),
    )
    await measured(large, 'replies together', ({ engine }) =>
      together(engine, large, { counts: [2, 8], rounds: 3, tokens: 24 }),
    )
    await measured(medium, 'waiting for the first text', sides => firstText(sides, 5))
    place.say('threads beside a busy program ...')
    figures.push(...(await threads({ direct, model: medium }, { rounds: 4, tokens: 48, limitMs: 3000 })))
  } finally {
    direct.end()
  }
  place.say('cancelling ...')
  figures.push(...(await cancelling(models.medium, { times: 30, withinMs: 600, promptTokens: 400 })))
  figures.push(...(await cancelling(models.large, { times: 20, withinMs: 2000, promptTokens: 200 })))
  place.say('killing the process ...')
  figures.push(...(await crashes(models.medium, 3)))
  figures.push(...(await modelInbox(place, models.large)))
  const sizes = Object.values(models).map(
    ({ name, megabytes, millions }) => `${name} ${megabytes.toFixed(1)} MB (${millions.toFixed(1)} million numbers)`,
  )
  return {
    name: 'Language model',
    sizes: `${sizes.join(', ')}; ${quietThreads()} threads where nothing else is said`,
    figures,
    notes: ['Both sides are measured in turn. "together": the time of the same replies one after the other, of it.'],
  }
}
