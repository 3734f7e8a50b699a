/** JSON of unknown shape, read by names as different shops write them: `order_id`, `orderId` and `OrderID` are one. */
export type Loose = Readonly<Record<string, unknown>>

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The first of these names that holds something. */
export function pick(from: Loose, ...names: readonly string[]): unknown {
  for (const name of names) {
    for (const [key, value] of Object.entries(from)) {
      if (plain(key) === plain(name) && value !== null && value !== undefined && value !== '') return value
    }
  }
  return undefined
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export function pickText(from: Loose, ...names: readonly string[]): string {
  for (const name of names) {
    const text = textOf(pick(from, name))
    if (text !== '') return text
  }
  return ''
}

/** The objects of a list, or of a map, in which each name is taken as `id` where an object has none. */
export function listOf(value: unknown): Loose[] {
  if (Array.isArray(value)) return value.filter(isLoose)
  if (!isLoose(value)) return []
  return Object.entries(value).flatMap(([id, entry]) => (isLoose(entry) ? [{ id, ...entry }] : []))
}

/** Texts of a list, or the one text. */
export function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map(textOf).filter(text => text !== '')
}
