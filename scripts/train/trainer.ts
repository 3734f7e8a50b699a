import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Weights } from '#main/ai/weights.ts'

export interface Training {
  /** The folder with the data sets. */
  folder: string
  /** Data sets to leave out, by the name of their folder, so that the rest can be judged on them. */
  without: ReadonlySet<string>
  print(line: string): void
}

/** One model: the same data gives the same bytes. It is written to `resources/understanding/NAME.bin`. */
export interface Trainer {
  name: string
  train(training: Training): Weights | Promise<Weights>
}

/** The rows of a data set's file; none when the set is left out. */
export function rowsOf<Row>({ folder, without }: Training, set: string, file: string, schema: z.ZodType<Row>): Row[] {
  if (without.has(set)) return []
  return readFileSync(join(folder, set, file), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => schema.parse(JSON.parse(line)))
}
