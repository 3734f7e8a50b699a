import { LONGEST_HELPED, type DraftPiece } from '#contract/help.ts'
import type { Language } from '#contract/settings.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'
import { problemOf } from './helpProblem.ts'
import {
  isHelping,
  putNote,
  putSummary,
  putTranslation,
  useHelp,
  type HelpProblem,
  type HelpWish,
} from './helpStore.ts'

const tooLong: HelpProblem = { reason: 'too-long', values: [] }

type HelpRpc = Pick<Rpc, 'help'>

/** What runs now, by conversation. */
const running = new Map<string, AbortController>()

/** One at a time in a conversation: null when something is being written already. */
function begin(conversationId: string): AbortController | null {
  if (isHelping(useHelp.getState(), conversationId)) return null
  const aborter = new AbortController()
  running.set(conversationId, aborter)
  return aborter
}

/** Stops whatever is being written for this conversation; the model stops with it. */
export function stopHelp(conversationId: string) {
  running.get(conversationId)?.abort()
}

function open({ help }: HelpRpc, conversationId: string, wish: HelpWish, text: string, signal: AbortSignal) {
  switch (wish.kind) {
    case 'suggest':
      return help.suggest({ conversationId }, { signal })
    case 'rewrite':
      return help.rewrite({ text, how: wish.how }, { signal })
    case 'translate':
      return help.translate({ text, to: wish.language }, { signal })
    default:
      return assertNever(wish)
  }
}

/** Gives each piece to `take` until the end, or until the signal says stop; a wire that hangs is not waited for. */
async function each(
  opened: Promise<AsyncIterable<DraftPiece>>,
  signal: AbortSignal,
  take: (piece: DraftPiece) => void,
) {
  const stopped = new Promise<'stopped'>(resolve => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
  const read = async () => {
    for await (const piece of await opened) {
      if (signal.aborted) return
      take(piece)
    }
  }
  await Promise.race([read(), stopped])
}

/**
 * Writes into the draft of a conversation as it comes. What the owner had typed stays: below a suggestion, else to be put back.
 * Typing, or anything else that changes the draft meanwhile, stops it.
 */
export async function writeDraft(rpc: HelpRpc, conversationId: string, wish: HelpWish): Promise<void> {
  const { kind } = wish
  if (kind !== 'suggest' && draftOf(useDrafts.getState(), conversationId).text.length > LONGEST_HELPED) {
    return putNote(conversationId, { state: 'failed', kind, problem: tooLong })
  }
  const aborter = begin(conversationId)
  if (aborter === null) return
  const { signal } = aborter
  const before = draftOf(useDrafts.getState(), conversationId).text
  const mine = () => draftOf(useDrafts.getState(), conversationId).text
  let came = ''
  let written = before
  let hasEnded = false
  const write = (text: string) => {
    written = kind === 'suggest' ? below(text, before) : text
    changeDraft(conversationId, { text: written })
  }
  putNote(conversationId, { state: 'running', kind })
  const unwatch = useDrafts.subscribe(() => {
    if (mine() !== written) aborter.abort()
  })
  try {
    await each(open(rpc, conversationId, wish, before, signal), signal, piece => {
      if (piece.type === 'done') {
        hasEnded = true
        write(piece.text)
        const { by, citations, leftOut } = piece
        putNote(conversationId, { state: 'done', kind, by, citations, leftOut, other: before, isRestored: false })
      } else {
        came = (came + piece.text).trimStart()
        if (came !== '') write(came)
      }
    })
    if (hasEnded) return
    if (signal.aborted) return afterStop()
    fail(new Error('It ended without a word'))
  } catch (error) {
    if (signal.aborted) afterStop()
    else fail(error)
  } finally {
    unwatch()
    running.delete(conversationId)
  }

  function afterStop() {
    const isTyped = mine() !== written
    // Half of another wording is of no use; half of a suggestion may be.
    const isKept = isTyped || (kind === 'suggest' && came !== '')
    if (!isKept) changeDraft(conversationId, { text: before })
    putNote(conversationId, isKept ? { state: 'stopped', kind, other: before } : null)
  }

  function fail(error: unknown) {
    if (mine() === written) changeDraft(conversationId, { text: before })
    putNote(conversationId, { state: 'failed', kind, problem: problemOf(error) })
  }
}

/** Swaps what is in the box with what was there before; once more swaps it back. */
export function swapDraft(conversationId: string) {
  const note = useHelp.getState().notes.get(conversationId)
  if (note?.state !== 'done' && note?.state !== 'stopped') return
  const { text } = draftOf(useDrafts.getState(), conversationId)
  changeDraft(conversationId, { text: note.other })
  if (note.state === 'done') putNote(conversationId, { ...note, other: text, isRestored: !note.isRestored })
  else putNote(conversationId, null)
}

/** A contact's message in the language of the screen. */
export async function translateMessage(
  rpc: HelpRpc,
  { id, conversationId, text }: { id: string; conversationId: string; text: string },
  language: Language,
): Promise<void> {
  const aborter = begin(conversationId)
  if (aborter === null) return
  const { signal } = aborter
  const told = { conversationId, state: 'running' as const, text: '', problem: null }
  let came = ''
  let whole: string | null = null
  putTranslation(id, told)
  try {
    if (text.length > LONGEST_HELPED) return putTranslation(id, { ...told, state: 'done', problem: tooLong })
    const opened = rpc.help.translate({ text, to: language.slice(0, 2) }, { signal })
    await each(opened, signal, piece => {
      if (piece.type === 'done') whole = piece.text
      else putTranslation(id, { ...told, text: (came = (came + piece.text).trimStart()) })
    })
    if (signal.aborted) putTranslation(id, null)
    else if (whole === null) throw new Error('It ended without a word')
    else putTranslation(id, { ...told, state: 'done', text: whole })
  } catch (error) {
    putTranslation(id, signal.aborted ? null : { ...told, state: 'done', problem: problemOf(error) })
  } finally {
    running.delete(conversationId)
  }
}

/** What was said so far, in a few sentences. */
export async function summarize(
  rpc: HelpRpc,
  { conversationId, upTo }: { conversationId: string; upTo: string },
  language: Language,
): Promise<void> {
  const aborter = begin(conversationId)
  if (aborter === null) return
  const { signal } = aborter
  const told = { state: 'running' as const, text: '', by: null, problem: null, upTo }
  putSummary(conversationId, told)
  try {
    const { text, by } = await rpc.help.summarize({ conversationId, language }, { signal })
    putSummary(conversationId, signal.aborted ? null : { ...told, state: 'done', text, by })
  } catch (error) {
    putSummary(conversationId, signal.aborted ? null : { ...told, state: 'done', problem: problemOf(error) })
  } finally {
    running.delete(conversationId)
  }
}

function below(text: string, begun: string): string {
  return begun.trim() === '' ? text : `${text}\n\n${begun}`
}
