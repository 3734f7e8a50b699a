/**
 * Makes a small model file for tests; the same one each time.
 *
 *   node scripts/models/make.ts --kind random --out FILE [--size tiny|medium|large] [--seed N]
 */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parameters, writeGguf } from '#main/testing/models/gguf.ts'
import { largeLlama, mediumLlama, randomLlama } from '#main/testing/models/randomLlama.ts'

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    out: { type: 'string' },
    size: { type: 'string', default: 'tiny' },
    seed: { type: 'string', default: '1' },
  },
})
const sizes = { tiny: {}, medium: mediumLlama, large: largeLlama }
const size = Object.entries(sizes).find(([name]) => name === values.size)?.[1]
if (values.kind !== 'random' || !values.out || !size) {
  console.error('See the head of scripts/models/make.ts for what can be made.')
  process.exit(2)
}
const model = randomLlama({ ...size, seed: Number(values.seed) })
writeGguf(values.out, model)
console.log(`${values.out}: ${statSync(values.out).size} bytes, ${parameters(model)} parameters`)
