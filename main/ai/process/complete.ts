import type { Llama, LlamaGrammar } from 'node-llama-cpp'
import type { Work } from '#main/ai/modelCalls.ts'
import { CallFailure } from './failure.ts'
import { expression, grammarOf } from './grammar.ts'
import { fitted, readShape, type Shape } from './shape.ts'
import { endedWell, tailOf } from './tail.ts'
import type { Writer } from './writer.ts'

/** Grammars that are kept; a service asks for the same one again and again. */
const mostGrammars = 16
/** A broken answer is asked for again so often, with another seed. */
const tries = 2

/** Tokens that are left over when an answer is brought to its end: the last character may take some. */
const spare = 6
/** The end of a shape of ours costs less. */
const mostTailTokens = 600

interface Prepared {
  shape: Shape
  grammar: LlamaGrammar
}

/** Lets a model write one JSON value of a shape. */
export function createCompleter(llama: Llama) {
  const known = new Map<string, Prepared>()

  async function prepared(schema: Readonly<Record<string, unknown>>): Promise<Prepared> {
    const key = JSON.stringify(schema)
    const found = known.get(key)
    if (found !== undefined) return found
    const shape = readShape(schema)
    const made = { shape, grammar: await llama.createGrammar({ grammar: grammarOf(expression(shape)) }) }
    const [oldest] = known.keys()
    if (known.size >= mostGrammars && oldest !== undefined) known.delete(oldest)
    known.set(key, made)
    return made
  }

  /** One try; null when it comes to nothing. */
  async function written(writer: Writer, { shape, grammar }: Prepared, work: Work, signal: AbortSignal) {
    let broken: { from: number; to: number } | null = null
    let ending = false
    const text = await writer.complete(work, grammar, signal, (soFar, count) => {
      if (ending) return null
      const left = work.maxTokens - count - spare
      if (left > mostTailTokens) return null
      const json = soFar()
      const tail = json.endsWith('\uFFFD') ? null : tailOf(shape, json)
      if (tail === null || tail.cost < left) return null
      ending = true
      if (tail.cut !== null) broken = { from: tail.cut, to: json.length }
      return llama.createGrammar({ grammar: grammarOf(tail.rest) })
    })
    return readJson(shape, broken === null ? text : endedWell(text, broken))
  }

  return async (writer: Writer, work: Work, schema: Readonly<Record<string, unknown>>, signal: AbortSignal) => {
    const ready = await prepared(schema)
    for (let attempt = 0; attempt < tries; attempt++) {
      const seed = work.seed + attempt
      const temperature = attempt === 0 ? work.temperature : Math.max(work.temperature, 0.5)
      const json = await written(writer, ready, { ...work, seed, temperature }, signal)
      if (json !== null) return json
    }
    throw new CallFailure('garbage', 'no JSON of this shape')
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
