import { create } from 'zustand'

export interface Draft {
  readonly text: string
  readonly files: readonly File[]
}

export interface DraftState {
  /** What the owner was writing, by conversation. It lives as long as the window. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** What went out with a reply that can still be taken back, by message. */
  readonly sentFiles: ReadonlyMap<string, readonly File[]>
}

const emptyDraft: Draft = { text: '', files: [] }

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
  useDrafts.setState(({ drafts, sentFiles }) => {
    const rest = new Map(drafts)
    rest.delete(conversationId)
    return { drafts: rest, sentFiles: files.length > 0 ? new Map(sentFiles).set(messageId, files) : sentFiles }
  })
}

/** A reply that was taken back is in the box again, before anything written since. */
export function draftRestored(conversationId: string, messageId: string, text: string) {
  useDrafts.setState(state => {
    const current = draftOf(state, conversationId)
    const sentFiles = new Map(state.sentFiles)
    const files = [...(sentFiles.get(messageId) ?? []), ...current.files]
    sentFiles.delete(messageId)
    const restored = { text: [text, current.text].filter(part => part !== '').join('\n\n'), files }
    return { drafts: new Map(state.drafts).set(conversationId, restored), sentFiles }
  })
}

export function forgetSentFiles(messageId: string) {
  if (!useDrafts.getState().sentFiles.has(messageId)) return
  useDrafts.setState(({ sentFiles }) => {
    const rest = new Map(sentFiles)
    rest.delete(messageId)
    return { sentFiles: rest }
  })
}
