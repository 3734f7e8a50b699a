import type { Command } from '#renderer/lib/commands.ts'
import { fuzzyScore } from '#renderer/lib/fuzzy.ts'

export type BarGroup = 'recent' | Command['group'] | 'contact' | 'conversation' | 'label' | 'search'

export interface BarItem {
  readonly id: string
  readonly title: string
  /** Beside the title: an address, a name. */
  readonly detail?: string
  readonly group: BarGroup
  readonly keys?: string
  readonly words?: string
  run(): void
}

const MOST = 40
/** What the owner can do here and now first, then where they can go. */
const order: readonly BarGroup[] = [
  'recent',
  'conversation',
  'list',
  'writing',
  'contact',
  'label',
  'everywhere',
  'go',
  'search',
]

/** Every command once: of those with one name, the one registered last, which is what its key does. */
export function commandItems(lists: Iterable<readonly Command[]>): BarItem[] {
  const byTitle = new Map<string, BarItem>()
  for (const command of [...lists].flat()) byTitle.set(`${command.group} ${command.title}`, command)
  return [...byTitle.values()]
}

/** Without words: what was used last, then everything. With words: what fits, the best of each group first. */
export function shownItems(items: readonly BarItem[], typed: string, recent: readonly string[]): BarItem[] {
  if (typed.trim() === '') {
    const used = recent.flatMap(id => items.find(item => item.id === id) ?? [])
    const rest = items.filter(({ id }) => !recent.includes(id))
    return [...used.map(item => ({ ...item, group: 'recent' as const })), ...inGroups(rest)]
  }
  const scored = items.flatMap(item => {
    const score = scoreOf(item, typed)
    if (score === null) return []
    const use = recent.indexOf(item.id)
    return [{ item, score: score + (use < 0 ? 0 : 0.2 / (use + 1)) }]
  })
  scored.sort((a, b) => b.score - a.score)
  const best = scored.slice(0, MOST)
  // Groups in the order of their best, so that Enter takes what fits best.
  const groups = [...new Set(best.map(({ item }) => item.group))]
  return groups.flatMap(group => best.filter(({ item }) => item.group === group).map(({ item }) => item))
}

function scoreOf({ title, detail = '', words = '', id, group }: BarItem, typed: string): number | null {
  // Found by the main process already, in ways that letters do not show.
  if (group === 'search') return -1
  if (group === 'contact') return 0.75
  const other = [`${title} ${detail}`, words, id.replaceAll('.', ' ')].map(text => fuzzyScore(typed, text) ?? -1)
  const score = Math.max(fuzzyScore(typed, title) ?? -1, ...other.map(one => one - 0.1))
  return score < 0 ? null : score
}

function inGroups(items: readonly BarItem[]): BarItem[] {
  return order.flatMap(group => items.filter(item => item.group === group))
}
