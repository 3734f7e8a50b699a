import type { Llama, LlamaGrammar } from 'node-llama-cpp'
import type { Work } from '#main/ai/modelCalls.ts'
import { CallFailure } from './failure.ts'
import { grammarOf } from './grammar.ts'
import { fitted, readShape, type Shape } from './shape.ts'
import type { Writer } from './writer.ts'

/** Grammars that are kept; a service asks for the same one again and again. */
const mostGrammars = 16
/** A broken answer is asked for again so often, with another seed. */
const tries = 2

/** Lets a model write one JSON value of a shape. */
export function createCompleter(llama: Llama) {
  const known = new Map<string, { shape: Shape; grammar: LlamaGrammar }>()

  async function prepared(schema: Readonly<Record<string, unknown>>) {
    const key = JSON.stringify(schema)
    const found = known.get(key)
    if (found !== undefined) return found
    const shape = readShape(schema)
    const made = { shape, grammar: await llama.createGrammar({ grammar: grammarOf(shape) }) }
    const [oldest] = known.keys()
    if (known.size >= mostGrammars && oldest !== undefined) known.delete(oldest)
    known.set(key, made)
    return made
  }

  return async (writer: Writer, work: Work, schema: Readonly<Record<string, unknown>>, signal: AbortSignal) => {
    const { shape, grammar } = await prepared(schema)
    let detail = ''
    for (let attempt = 0; attempt < tries; attempt++) {
      const seed = work.seed + attempt
      const temperature = attempt === 0 ? work.temperature : Math.max(work.temperature, 0.5)
      const { text, end } = await writer.complete({ ...work, seed, temperature }, grammar, signal)
      const json = readJson(shape, text)
      if (json !== null) return json
      detail = end === 'limit' ? 'broken off' : 'no JSON of this shape'
    }
    throw new CallFailure('garbage', detail)
  }
}

export type Completer = ReturnType<typeof createCompleter>

function readJson(shape: Shape, text: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const fit = fitted(shape, value)
  return fit === null ? null : JSON.stringify(fit.value)
}
