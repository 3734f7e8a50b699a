import { create } from 'zustand'

export interface Draft {
  readonly text: string
  readonly files: readonly File[]
}

export interface DraftState {
  /** What the owner was writing, by conversation. It lives as long as the window. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** The files of the last reply, in case it is taken back. */
  readonly lastSent: { readonly messageId: string; readonly files: readonly File[] } | null
}

const emptyDraft: Draft = { text: '', files: [] }

export const useDrafts = create<DraftState>(() => ({ drafts: new Map(), lastSent: null }))

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
  useDrafts.setState(({ drafts }) => {
    const rest = new Map(drafts)
    rest.delete(conversationId)
    return { drafts: rest, lastSent: { messageId, files } }
  })
}

/** A reply that was taken back is in the box again, before anything written since. */
export function draftRestored(conversationId: string, messageId: string, text: string) {
  useDrafts.setState(state => {
    const current = draftOf(state, conversationId)
    const sent = state.lastSent?.messageId === messageId ? state.lastSent.files : []
    const restored = {
      text: [text, current.text].filter(part => part !== '').join('\n\n'),
      files: [...sent, ...current.files],
    }
    return { drafts: new Map(state.drafts).set(conversationId, restored), lastSent: null }
  })
}
