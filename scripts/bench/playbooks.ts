import { join } from 'node:path'
import { createLikeness } from '#main/ai/likeness.ts'
import { createSolutionSearch } from '#main/services/solutions.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { solutionBase } from './faults.ts'
import type { Part } from './figures.ts'
import type { Workplace } from './shop.ts'

const SOLUTIONS = 70_000
const QUESTIONS = 1_000
const BATCH = 1_000
/** As in the shipped procedure: on this base 99 % of near words and 86 % of other words reach the right one, 4 % a wrong one. */
const MINIMUM = 0.55

/** The solution base of the fault procedure at its largest: how fast, and how often the right one. */
export async function playbooks(place: Workplace): Promise<Part> {
  const key = new Uint8Array(32).fill(7)
  const file = join(place.folder, 'solutions.db')
  const db = openDatabase({ file, key, log: { info() {}, warn() {}, error() {} } })
  const { solutions: store } = createStores(db, {
    blobs: createBlobStore({ folder: join(place.folder, 'solution-blobs'), key }),
  })
  const likeness = createLikeness(join(import.meta.dirname, '../../resources/understanding'))
  const find = createSolutionSearch({ store, likeness })
  const { solutions, asked } = solutionBase(SOLUTIONS)
  place.say(`filling a solution base of ${SOLUTIONS}`)
  const started = performance.now()
  for (let start = 0; start < solutions.length; start += BATCH) store.put(solutions.slice(start, start + BATCH))
  const filled = (performance.now() - started) / 1000

  const times: Record<'near' | 'far', number[]> = { near: [], far: [] }
  const hits = { near: 0, far: 0 }
  const wrong = { near: 0, far: 0 }
  for (let index = 0; index < QUESTIONS; index++) {
    const one = asked[(index * 6_971) % asked.length]
    if (one === undefined) continue
    for (const words of ['near', 'far'] as const) {
      const begin = performance.now()
      const found = find({ symptom: one[words], product: one.product, minimum: MINIMUM, language: 'en' })
      times[words].push(performance.now() - begin)
      if (found?.solution.id === one.id) hits[words] += 1
      else if (found !== null) wrong[words] += 1
    }
  }
  db.close()
  return {
    name: 'Solution base',
    sizes: `${SOLUTIONS} solutions, ${QUESTIONS} faults; in words near the solution's ${hits.near} right and ${wrong.near} wrong, in words of their own ${hits.far} right and ${wrong.far} wrong`,
    figures: [
      {
        what: 'a fault to its solution, in near words',
        unit: 'ms',
        values: times.near,
        target: { of: 'p95', below: 10 },
      },
      {
        what: 'a fault to its solution, in other words',
        unit: 'ms',
        values: times.far,
        target: { of: 'p95', below: 10 },
      },
      { what: 'filling it', unit: 's', values: [filled] },
    ],
  }
}
