import type { Conversation, Filter, Sort, View } from '#contract/conversation.ts'
import { belongsTo, inOrder, passes } from './belongs.ts'

/** What decides which rows there are and where. */
export interface Cut {
  readonly view: View
  readonly filter: Filter
  readonly sort: Sort
}

export interface Rows {
  /** As far as they are loaded. */
  readonly items: readonly Conversation[]
  readonly nextCursor: string | null
}

export function isShown({ view, filter }: Cut, conversation: Conversation): boolean {
  return belongsTo(view, conversation) && passes(filter, conversation)
}

/** Puts a changed conversation where it belongs, or takes it out. The other rows are in order. */
export function place(cut: Cut, { items, nextCursor }: Rows, changed: Conversation): readonly Conversation[] {
  const at = items.findIndex(({ id }) => id === changed.id)
  const others = at < 0 ? items : items.toSpliced(at, 1)
  if (!isShown(cut, changed)) return others
  const index = placeIn(others, changed, cut.sort)
  // Below the last loaded row there may be others in between: the next page brings it.
  const isBeyond = at < 0 && nextCursor !== null && index === others.length
  return isBeyond ? items : others.toSpliced(index, 0, changed)
}

/** Whether it belongs where it stands. */
export function isInPlace(cut: Cut, items: readonly Conversation[], index: number, changed: Conversation): boolean {
  const compare = inOrder(cut.sort)
  const [before, after] = [items[index - 1], items[index + 1]]
  return (
    isShown(cut, changed) &&
    (index === 0 || before === undefined || compare(before, changed) <= 0) &&
    (after === undefined || compare(changed, after) <= 0)
  )
}

/** Rows of the next page, without those that moved up into the list meanwhile. */
export function withPage(items: readonly Conversation[], page: readonly Conversation[]): readonly Conversation[] {
  const isNew = new Map(page.map(({ id }) => [id, true]))
  for (const { id } of items) if (isNew.has(id)) isNew.set(id, false)
  return [...items, ...page.filter(({ id }) => isNew.get(id))]
}

function placeIn(items: readonly Conversation[], changed: Conversation, sort: Sort): number {
  const compare = inOrder(sort)
  let [from, to] = [0, items.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const row = items[middle]
    if (row !== undefined && compare(row, changed) <= 0) from = middle + 1
    else to = middle
  }
  return from
}
