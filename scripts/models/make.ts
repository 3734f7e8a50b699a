/**
 * Makes a small model file for tests and prints what it is; the same file each time.
 *
 *   node scripts/models/make.ts --kind random --out FILE [--size tiny|medium|large] [--seed N]
 *   node scripts/models/make.ts --kind scripted --out FILE --script JSON [--ballast MILLIONS]
 *
 *   node scripts/models/make.ts --kind embedding --out FILE [--dimension N] [--seed N]
 *   node scripts/models/make.ts --kind reranker --out FILE
 *   node scripts/models/make.ts --kind broken --out FILE --fault FAULT
 *
 *   random     writes nonsense that does not end: 0.2 MB, 34 MB or 336 MB
 *   scripted   writes what it was told to. JSON, or @FILE with it: [{"when": ["phrase", …], "say": "text" or a value}]
 *              (see main/testing/models/scripted.ts). With --ballast 400 about 20 tokens a second, in 80 MB
 *   embedding  gives vectors: the more words two texts share, the nearer they are; 64 numbers without --dimension
 *   reranker   says how well a text answers a question, by the words of the question that it has
 *   broken     a random model with one fault: see main/testing/models/broken.ts for their names
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { embedding } from '#main/testing/models/embedding.ts'
import { broken, faults } from '#main/testing/models/broken.ts'
import { writeGguf, type Gguf } from '#main/testing/models/gguf.ts'
import { largeLlama, mediumLlama, randomLlama } from '#main/testing/models/randomLlama.ts'
import { reranker } from '#main/testing/models/reranker.ts'
import { scripted } from '#main/testing/models/scripted.ts'

const kinds = {
  random: z.object({ size: z.enum(['tiny', 'medium', 'large']).default('tiny'), seed: z.coerce.number().default(1) }),
  scripted: z.object({ script: z.string(), ballast: z.coerce.number().default(0) }),
  broken: z.object({ fault: z.enum(faults) }),
  embedding: z.object({ dimension: z.coerce.number().default(64), seed: z.coerce.number().default(1) }),
}
const scriptsSchema = z.array(
  z.object({
    when: z.array(z.string()).optional(),
    say: z.union([z.string(), z.json().transform(value => JSON.stringify(value))]),
  }),
)

function made(kind: string | undefined, options: unknown): Gguf | Buffer {
  switch (kind) {
    case 'random': {
      const { size, seed } = kinds.random.parse(options)
      return randomLlama({ ...{ tiny: {}, medium: mediumLlama, large: largeLlama }[size], seed })
    }
    case 'scripted': {
      const { script, ballast } = kinds.scripted.parse(options)
      const json = script.startsWith('@') ? readFileSync(script.slice(1), 'utf8') : script
      return scripted({ scripts: scriptsSchema.parse(JSON.parse(json)), ballastMillions: ballast })
    }
    case 'embedding':
      return embedding(kinds.embedding.parse(options))
    case 'reranker':
      return reranker()
    case 'broken':
      return broken(randomLlama(), kinds.broken.parse(options).fault)
    case undefined:
    default:
      throw new Error('see the head of scripts/models/make.ts for what can be made')
  }
}

const option = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    kind: option,
    out: option,
    size: option,
    seed: option,
    script: option,
    ballast: option,
    dimension: option,
    fault: option,
  },
})
const { kind, out, ...options } = values
if (out === undefined) throw new Error('--out FILE is missing')
const model = made(kind, options)
if (Buffer.isBuffer(model)) writeFileSync(out, model)
else writeGguf(out, model)
console.log(`${out}: ${statSync(out).size} bytes`)
