import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { courseOf } from '#domain/dialogue/course.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import type { Playbook } from '#domain/playbook/playbook.ts'
import { readPlaybook } from '#domain/playbook/read.ts'
import { playbookFor } from '#domain/playbook/starts.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { createReader } from '#main/services/reading.ts'
import type { Figure, Part } from './figure.ts'
import { readRows } from './sets.ts'
import { quiet } from './shop.ts'

const resources = join(import.meta.dirname, '../../resources')
const here = join(import.meta.dirname, 'routes')
const now = new Date('2026-11-22T12:00:00Z')
const KNOWLEDGE = 'knowledge'

/** Messages that should start this procedure, or be answered from the knowledge. */
const groupSchema = z.object({ language: z.string(), route: z.string(), texts: z.array(z.string()) })

/** Whether a message about one's own order starts the right procedure, and a question about the shop's rules none. */
export const routes: Part = (_folder, print) => {
  const routeOf = createRouter()
  const figures: Figure[] = []
  // The rules were made with `seen` at hand, and nobody looked at single ones of `unseen`.
  for (const set of ['seen', 'unseen']) {
    const tallies = new Map<string, { right: number; all: number }>()
    for (const { language, route, texts } of readRows(join(here, `${set}.jsonl`), groupSchema)) {
      const kind = `${language}, ${route === KNOWLEDGE ? 'about the shop' : "about one's own order"}`
      const tally = tallies.get(kind) ?? { right: 0, all: 0 }
      tallies.set(kind, tally)
      for (const text of texts) {
        const got = routeOf(text)
        tally.all += 1
        if (got === route) tally.right += 1
        else if (set === 'seen') print(`  ${text}: ${got}, not ${route}`)
      }
    }
    for (const [kind, { right, all }] of tallies)
      figures.push({
        name: `${set}, ${kind}: goes the right way (of ${all})`,
        value: right / all,
        goal: null,
        baseline: null,
        better: 'higher',
      })
  }
  return Promise.resolve(figures)
}

function createRouter(): (text: string) => string {
  const playbooks = shippedPlaybooks()
  const reader = createReader({
    understander: createUnderstander({ folder: join(resources, 'understanding'), log: quiet }),
    orders: { numberPatterns: () => ['\\d{5}'], products: () => ({ items: [], total: 0 }) },
  })
  return text => {
    const reading = reader.read(text, [], null, now)
    if (courseOf(text, reading, freshDialogue) !== 'procedure') return KNOWLEDGE
    return playbookFor(playbooks, { text, reading, state: freshDialogue, lastSaid: '' }, () => true)?.id ?? KNOWLEDGE
  }
}

function shippedPlaybooks(): Playbook[] {
  const folder = join(resources, 'playbooks')
  return readdirSync(folder).flatMap(file => readPlaybook(readFileSync(join(folder, file), 'utf8')).playbook ?? [])
}
