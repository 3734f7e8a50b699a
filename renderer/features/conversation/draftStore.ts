import { create } from 'zustand'

export interface Draft {
  readonly text: string
  /** A note is for the owner alone and is never sent. */
  readonly kind: 'reply' | 'note'
  /** They live as long as the window: only the text is kept across restarts. */
  readonly files: readonly File[]
}

export interface DraftState {
  /** What the owner was writing, by conversation. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** The files of the last replies, in case one is taken back. */
  readonly sentFiles: ReadonlyMap<string, readonly File[]>
}

/** A reply can be scheduled far ahead; its files are kept for the last few only. */
const KEPT_SENT = 10

const emptyDraft: Draft = { text: '', kind: 'reply', files: [] }

export const useDrafts = create<DraftState>(() => ({ drafts: new Map(), sentFiles: new Map() }))

export function draftOf({ drafts }: DraftState, conversationId: string): Draft {
  return drafts.get(conversationId) ?? emptyDraft
}

export function changeDraft(conversationId: string, change: Partial<Draft>) {
  useDrafts.setState(state => ({
    drafts: new Map(state.drafts).set(conversationId, { ...draftOf(state, conversationId), ...change }),
  }))
}

/** The reply is on its way: the box is empty, and its files wait in case it is taken back. */
export function draftSent(conversationId: string, messageId: string, files: readonly File[]) {
  useDrafts.setState(state => {
    const sentFiles = new Map(state.sentFiles)
    if (files.length > 0) sentFiles.set(messageId, files)
    for (const oldest of [...sentFiles.keys()].slice(0, Math.max(0, sentFiles.size - KEPT_SENT))) {
      sentFiles.delete(oldest)
    }
    return { drafts: without(state.drafts, conversationId), sentFiles }
  })
}

/** The note is in the thread; files chosen for a reply stay. */
export function noteSaved(conversationId: string) {
  changeDraft(conversationId, { text: '', kind: 'reply' })
}

/** A reply that was taken back is in the box again, before anything written since. */
export function draftRestored(conversationId: string, messageId: string, text: string) {
  useDrafts.setState(state => {
    const current = draftOf(state, conversationId)
    // The main process puts it back, too, and a fresh read may have been quicker.
    const isBack = current.text === text || current.text.endsWith(`\n\n${text}`)
    const restored: Draft = {
      text: isBack ? current.text : [text, current.text].filter(part => part !== '').join('\n\n'),
      kind: current.text === '' ? 'reply' : current.kind,
      files: [...(state.sentFiles.get(messageId) ?? []), ...current.files],
    }
    return {
      drafts: new Map(state.drafts).set(conversationId, restored),
      sentFiles: without(state.sentFiles, messageId),
    }
  })
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): Map<string, Value> {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}
