import { setImmediate as turn } from 'node:timers/promises'
import type { BulkAction, Conversation } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { ConversationChange, Stores } from '#main/ports/stores.ts'
import { appliesTo, type Acts } from './acts.ts'
import type { Board } from './board.ts'
import { NotFound, Refused } from './errors.ts'
import type { Labels } from './labels.ts'
import { isHandoffNote } from './withdraw.ts'

/** Conversations in one transaction, and milliseconds after which no other is begun in it: more would hold up the inbox. */
const SLICE = 10
const LONGEST_MS = 8
/** Lines of a thread. */
const LOOK_AHEAD = 50
const UNDO_MS = 10 * 60_000
const MOST_UNDOABLE = 20

export interface BulkDeps {
  stores: Stores
  board: Board
  acts: Acts
  labels: Pick<Labels, 'changed'>
  /** There is something to think about again. */
  onWork(): void
  clock: Clock
  ids: Ids
}

/** What one action did to one conversation. */
interface Done {
  before: Conversation
  after: Conversation
  /** What it wrote into the thread, after which nobody has said anything. */
  lines: readonly string[]
  lastSeq: number
  suggestions: readonly string[]
  dialogue: DialogueState
  /** Messages whose automatic answers were withdrawn. */
  unanswered: readonly string[]
}

/** One action on many conversations, and its undoing. */
export function createBulk({ stores, board, acts, labels, onWork, clock, ids }: BulkDeps) {
  const undoable = new Map<string, { at: number; action: BulkAction; done: readonly Done[] }>()

  function perform(conversation: Conversation, action: BulkAction) {
    const { id, labelIds } = conversation
    switch (action.kind) {
      case 'resolve':
        return acts.resolve(id)
      case 'reopen':
        return acts.reopen(id)
      case 'snooze':
        return acts.snooze(id, action.until)
      case 'mark-read':
        return acts.mark(id, false)
      case 'mark-unread':
        return acts.mark(id, true)
      case 'take-over':
        return acts.takeOver(conversation)
      case 'hand-back':
        return acts.handBack(id)
      case 'add-label':
        return acts.setLabels(id, [...labelIds, action.labelId])
      case 'remove-label':
        return acts.setLabels(
          id,
          labelIds.filter(one => one !== action.labelId),
        )
      default:
        return assertNever(action)
    }
  }

  /** Inside a transaction. Null when there is nothing to do. */
  function doOne(id: string, action: BulkAction): Done | null {
    const before = stores.conversations.get(id)
    if (before === null || !appliesTo(before, action)) return null
    const dialogue = stores.dialogues.get(id)
    const suggestions = stores.suggestions.ofConversation(id).map(one => one.id)
    const unanswered = stores.outbox
      .queuedAnswers(id)
      .flatMap(({ answerTo, messageId }) => (answerTo === null || isHandoffNote(stores, messageId) ? [] : [answerTo]))
    const lastSeq = stores.messages.page(id, null, 1).messages.at(-1)?.seq ?? 0
    perform(before, action)
    board.conversationChanged(id)
    const after = board.conversation(id)
    const open = new Set(stores.suggestions.ofConversation(id).map(one => one.id))
    return {
      before,
      after,
      // That a topic is only suggested from now on stays true.
      lines: stores.messages
        .pageAfter(id, lastSeq, LOOK_AHEAD)
        .messages.flatMap(one => (one.activity?.code === 'topic-draft' ? [] : [one.id])),
      lastSeq,
      suggestions: suggestions.filter(one => !open.has(one)),
      dialogue,
      unanswered: action.kind === 'take-over' ? unanswered : [],
    }
  }

  /** Inside a transaction. False when somebody changed it since. */
  function undoOne(
    { before, after, lines, lastSeq, suggestions, dialogue, unanswered }: Done,
    action: BulkAction,
  ): boolean {
    const { id } = before
    const current = stores.conversations.get(id)
    if (current === null) return false
    if (action.kind === 'add-label' || action.kind === 'remove-label') {
      if (current.labelIds.includes(action.labelId) !== after.labelIds.includes(action.labelId)) return false
      if (stores.labels.get(action.labelId) === null) return false
      const others = current.labelIds.filter(one => one !== action.labelId)
      stores.conversations.setLabels(id, action.kind === 'add-label' ? others : [...others, action.labelId])
    } else {
      const { restored, untouched } = changeBack(before, after, current)
      const later = stores.messages.pageAfter(id, lastSeq, LOOK_AHEAD).messages
      const isQuiet = action.kind.startsWith('mark') || later.every(({ kind }) => kind === 'activity')
      if (!untouched || !isQuiet) return false
      stores.conversations.update(id, restored)
    }
    for (const suggestionId of suggestions) stores.suggestions.reopen(suggestionId)
    if (suggestions.length > 0) board.suggestionsChanged(id)
    for (const messageId of lines) {
      stores.messages.remove(messageId)
      board.messageRemoved(id, messageId)
    }
    if (action.kind === 'take-over') stores.dialogues.put(id, dialogue)
    for (const messageId of unanswered) {
      stores.work.add({ id: ids.next(), messageId, attempts: 0, notBefore: clock.now() })
    }
    board.conversationChanged(id)
    return true
  }

  /** All or nothing for each slice. What is done stays done when a later one fails, for instance on a full disk. */
  async function inSlices<One, Result>(all: readonly One[], work: (one: One) => Result | null): Promise<Result[]> {
    const results: Result[] = []
    for (let from = 0; from < all.length;) {
      if (from > 0) await turn()
      try {
        const slice = board.transaction(() => someOf(all.slice(from, from + SLICE), work))
        results.push(...slice.filter(result => result !== null))
        from += slice.length
      } catch (error) {
        if (results.length === 0) throw error
        return results
      }
    }
    return results
  }

  return {
    async act(wished: readonly string[], action: BulkAction): Promise<{ changed: number; undoId: string | null }> {
      const isAboutLabel = action.kind === 'add-label' || action.kind === 'remove-label'
      if (isAboutLabel && stores.labels.get(action.labelId) === null) throw new NotFound()
      const done = await inSlices([...new Set(wished)], id => doOne(id, action))
      if (done.length === 0) return { changed: 0, undoId: null }
      if (isAboutLabel) labels.changed()
      const undoId = ids.next()
      undoable.set(undoId, { at: clock.now().getTime(), action, done })
      const [oldest] = undoable.keys()
      if (undoable.size > MOST_UNDOABLE && oldest !== undefined) undoable.delete(oldest)
      return { changed: done.length, undoId }
    },
    async undo(undoId: string): Promise<{ changed: number }> {
      const known = undoable.get(undoId)
      undoable.delete(undoId)
      if (!known || Math.abs(clock.now().getTime() - known.at) > UNDO_MS) throw new Refused('GONE')
      const { action, done } = known
      const undone = await inSlices(done, one => (undoOne(one, action) ? one : null))
      if (undone.some(({ before, after }) => before.labelIds.length !== after.labelIds.length)) labels.changed()
      if (undone.some(({ unanswered }) => unanswered.length > 0)) onWork()
      return { changed: undone.length }
    },
  }
}
export type Bulk = ReturnType<typeof createBulk>

/** The first of them, and others as long as it does not take too long. */
function someOf<One, Result>(all: readonly One[], work: (one: One) => Result): Result[] {
  const began = performance.now()
  const results: Result[] = []
  for (const one of all) {
    if (results.length > 0 && performance.now() - began > LONGEST_MS) break
    results.push(work(one))
  }
  return results
}

const fields = ['status', 'handler', 'handoffReason', 'unread', 'snoozedUntil', 'waitingSince', 'promisedBy'] as const

/** `untouched`: what the action changed is still as it left it. */
function changeBack(before: Conversation, after: Conversation, current: Conversation) {
  const changed = fields.filter(field => !same(before[field], after[field]))
  const restored: ConversationChange = Object.fromEntries(changed.map(field => [field, before[field]]))
  return { restored, untouched: changed.every(field => same(current[field], after[field])) }
}

type Plain = string | boolean | Date | null

function same(one: Plain, other: Plain): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other
}
