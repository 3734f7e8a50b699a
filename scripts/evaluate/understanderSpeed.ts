import { resolve } from 'node:path'
import { createUnderstander } from '#main/ai/understander.ts'
import type { Log } from '#main/ports/log.ts'
import type { Figure } from './figure.ts'
import { intentRows } from './sets.ts'

const shipped = resolve(import.meta.dirname, '../../resources/understanding')
const quietLog: Log = { info() {}, warn() {}, error() {} }
const warmUp = 500
const counted = 2000

/** The shipped models, as the program uses them. */
export function speedFigures(folder: string): Figure[] {
  const started = performance.now()
  const understander = createUnderstander({ folder: shipped, log: quietLog })
  const loaded = performance.now() - started
  const texts = intentRows(folder, 'bitext_cs/train20k.jsonl').map(({ text }) => text)
  for (const text of texts.slice(0, warmUp)) understander.classify(text)
  const since = performance.now()
  for (const text of texts.slice(warmUp, warmUp + counted)) understander.classify(text)
  const each = (performance.now() - since) / counted
  return [
    { name: 'shipped small models: loaded in ms', value: loaded, goal: 300, baseline: null, better: 'lower' },
    { name: 'shipped small models: ms for a message', value: each, goal: 1, baseline: null, better: 'lower' },
  ]
}
