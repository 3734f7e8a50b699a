import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const entrySchema = z.object({
  /** The same in two shops where both answer the same question. */
  id: z.string(),
  question: z.string(),
  wordings: z.array(z.string()),
  answer: z.string(),
  /** What customers wrote who wanted to know this. */
  asked: z.array(z.string()),
})
const outsideSchema = z.record(z.string(), z.array(z.string()))

export type ShopEntry = z.infer<typeof entrySchema>

/** A shop with its knowledge and what its customers ask. */
export interface ExampleShop {
  name: string
  entries: readonly ShopEntry[]
  /** What its customers ask and it has no answer to. */
  outside: readonly string[]
}

/** The shops of a folder: `NAME.jsonl` with its entries, and `outside.json` with questions by shop and `far` ones for all. */
export function exampleShops(folder: string): ExampleShop[] {
  const outside = outsideSchema.parse(JSON.parse(readFileSync(join(folder, 'outside.json'), 'utf8')))
  const shops = readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .toSorted()
    .map(file => ({ name: file.slice(0, -'.jsonl'.length), entries: entriesIn(join(folder, file)) }))
  return shops.map(({ name, entries }) => {
    const foreign = shops.flatMap(other =>
      other.name === name ? [] : other.entries.filter(entry => isForeign(entry, entries)),
    )
    return {
      name,
      entries,
      outside: [...(outside[name] ?? []), ...(outside['far'] ?? []), ...foreign.flatMap(({ asked }) => asked)],
    }
  })
}

export const chineseShops = () => exampleShops(join(import.meta.dirname, 'examples/shopsZh'))

/** Its subject, a part of its id, is none of this shop's. */
function isForeign({ id }: ShopEntry, entries: readonly ShopEntry[]): boolean {
  const own = new Set(entries.flatMap(entry => entry.id.split('-')))
  return id.split('-').every(part => !own.has(part))
}

function entriesIn(file: string): ShopEntry[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => entrySchema.parse(JSON.parse(line)))
}
